"""The desk: agenda, the record of the open item, members. It turns keys into lines and a meeting into Content."""

from collections.abc import Callable

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from clerk.events import CastingVote, VoteTaken
from clerk.meeting import Meeting
from clerk.names import Unclear
from clerk.record import Placed
from clerk.saying import read_out, say_back, what_happened
from clerk.shorthand import PARAGRAPH, Line
from clerk.verbs.narrative import action_line
from screens.desk import beginning, rows
from screens.desk.closing import if_closed
from screens.desk.commands import likely_last
from screens.desk.declaring import Declare
from screens.desk.roll import Count, Named, Roll
from screens.desk.steps import Step
from screens.desk.writing import HalfTyped, Left, Writing, kept, taken_up
from screens.kit.commands import AnyCommand, Commands
from screens.kit.field import Field, OneLine
from screens.kit.keybar import KeyBar
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines, Row
from screens.kit.lists import after
from screens.kit.screen import CommandScreen
from screens.sitting import Sitting, Taken
from store.errors import StoreError

Begin = Callable[[Meeting, str | None], Step]


class DeskScreen(CommandScreen[None]):
    """Where a meeting is minuted. All that it shows comes from the sitting's meeting; it holds no facts.

    `context` is "home", "step" (a verb's keys), "text" (a field of paragraphs) or "line" (a field of one line).
    """

    CSS_PATH = "desk.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, sitting: Sitting, commands: Commands) -> None:
        super().__init__(commands)
        self.sitting = sitting
        self.step: Step | None = None
        self.writing: Writing | None = None
        self.previewing = False
        self._left: list[Left] = []
        self._earlier: list[str] = []
        self._saved = HalfTyped()
        self._back = ""
        self._unkept = False
        self._sought = ""
        self._found = 0

    def compose(self) -> ComposeResult:
        yield Said(id="status")
        yield Said(id="title")
        yield Said(id="turn")
        yield Passage(id="question")
        yield Passage(id="strip")
        with Horizontal(id="panes"):
            yield Lines(id="agenda", cursor=True)
            with Vertical(id="middle"):
                yield Said(id="heading")
                yield Lines(id="record", cursor=True, empty=Content("Nothing recorded under this item yet."))
            yield Lines(id="members")
        yield Field(id="words")
        yield OneLine(id="line", earlier=self._earlier, suggest=self._suggest)
        yield Passage(id="said")
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#agenda", Lines).can_focus = False
        self.query_one("#members", Lines).can_focus = False
        self._take_up()
        self.draw()
        self.set_interval(1.0, self._every_second)

    def commands_now(self) -> list[AnyCommand]:
        """What can be done now, likeliest first: before the meeting opens, opening it; with no question open, the
        text; so that the narrow bar shows the keys that are wanted."""
        commands = super().commands_now()
        if self.context != "home":
            return commands
        unlikely = likely_last(self.sitting.meeting, self.sitting.item)
        return sorted(commands, key=lambda command: command.id in unlikely)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Shows the meeting as it now is. What looks the same as before costs nothing."""
        meeting, item = self.sitting.meeting, self.sitting.item
        self._draw_status()
        setup = meeting.setup
        if setup is not None:
            when = f"{setup.date:%-d %B %Y}" if setup.date else ""
            self.query_one("#title", Said).say(Content(f"{setup.body} · {when} · {self.sitting.kept.name}"))
        votes = self._votes_shown()
        self.query_one("#question", Passage).say(rows.question_passage(meeting, item))
        if self.has_class("-narrow"):
            self.query_one("#turn", Said).say(*rows.agenda_line(meeting, item))
            self.query_one("#strip", Passage).say(rows.member_strip(meeting, votes))
        else:
            agenda = self.query_one("#agenda", Lines)
            agenda.show(rows.agenda_rows(meeting, item, agenda.size.width - 8))
            agenda.cursor = item
            self.query_one("#members", Lines).show(rows.member_rows(meeting, item, votes))
            self.query_one("#heading", Said).say(rows.item_heading(meeting, item))
        self.query_one("#record", Lines).show(self._record_rows())
        self._show_keys(self)

    def _record_rows(self) -> list[Row]:
        if not self.previewing:
            return rows.record_rows(self.sitting.meeting, self.sitting.item)
        from screens.desk.preview import preview_rows

        return preview_rows(self.sitting.meeting, self.sitting.item)

    def _draw_status(self) -> None:
        left, right = rows.status(self.sitting.meeting, self.sitting.item, self._time_state())
        self.query_one("#status", Said).say(left, right)

    def _time_state(self) -> str:
        if behind := self.sitting.clock_jumped:
            return f"⚠ CLOCK {int(behind.total_seconds() // 60)} min BEHIND: no times"
        now = self.sitting.now
        return f"● LIVE {now:%H:%M}" if now and self.sitting.live else "WRITTEN UP" if now is None else f"{now:%H:%M}"

    def _votes_shown(self) -> dict[str, str] | None:
        if not isinstance(self.step, Named):
            return None
        words = {"for": "for", "against": "AGAINST", "abstain": "ABSTAINS", "out": "not voting"}
        line = self.step.line
        rest = words[line.options["rest"]]
        return {
            voter.person: words[self.step.sides[voter.person]] if voter.person in self.step.sides else rest
            for voter in self.step.voters
            if voter.may or voter.person in self.step.sides
        }

    def say(self, text: str, style: str = "") -> None:
        """Says something in the line above the keys."""
        self.query_one("#said", Passage).say(Content.styled(text, style) if style else Content(text))

    def say_wrong(self, text: str) -> None:
        """Says what could not be done; a mark says so without colour."""
        self.say(f"✗ {text}", "bold $text-error")

    def _say_step(self) -> None:
        if self.step is None:
            return
        would = ""
        line = self.step.line
        if line is not None and not self.step.wants:
            try:
                made = self.sitting.would(line)
                would = f"{say_back(self.sitting.meeting, made.events)}  Enter" if made and made.events else ""
            except Unclear as error:
                would = str(error)
        asks = self.step.asks
        parts: list[Content | str | tuple[str, str]] = []
        if asks:
            parts.append((asks, "$text-accent"))
        if would:
            parts.append(("\n" if asks else "") + would)
        if self.step.adds:
            parts.append("\n" + self.step.adds)
        self.query_one("#said", Passage).say(Content.assemble(*parts))

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.draw)

    # -- recording -------------------------------------------------------------------------------------------------

    def take(self, line: Line | str) -> bool:
        """Carries a line out; False, with the reason said, where nothing was recorded."""
        self._unkept = False
        try:
            taken = self.sitting.take(line)
        except (Unclear, StoreError) as error:
            self._unkept = isinstance(error, StoreError)
            self.say_wrong(str(error))
            return False
        if self.previewing and taken.entry is None:
            self.previewing = False
        self.draw()
        self._say_taken(taken)
        # While a step asks for something they wait: they would hide what it asks.
        if self.step is None and (messages := self.sitting.kept.messages()):
            self.say_wrong(" ".join(messages))
        return True

    def _say_taken(self, taken: Taken) -> None:
        if taken.entry is None:
            self.say("")
            return
        meeting = self.sitting.meeting
        placed = self.sitting.placed(taken.entry)
        if placed and placed[-1].event.item == self.sitting.item and not self.previewing:
            self.query_one("#record", Lines).cursor = placed[-1].id
        labels = [p.event.vote for p in placed if isinstance(p.event, VoteTaken | CastingVote)]
        if labels and (vote := meeting.votes.get(labels[-1])):
            self.say(f"✓ {read_out(meeting, vote)}", "bold")
            if vote.state == "tied":
                self.begin(beginning.casting)
            return
        shown = placed or [Placed(f"{taken.entry.n}.0", taken.entry.events[0])]
        said = "; ".join(dict.fromkeys(what_happened(meeting, p) for p in shown))
        before = len(taken.before.problems)
        problems = "  ⚠ " + meeting.problems[-1].text if len(meeting.problems) > before else ""
        self.say(f"✓ {said}{problems}")

    # -- steps -----------------------------------------------------------------------------------------------------

    def begin(self, make: Begin) -> None:
        """Opens the step of a verb, or says why it cannot be."""
        try:
            self.open_step(make(self.sitting.meeting, self.sitting.item))
        except Unclear as error:
            self.say_wrong(str(error))

    def open_step(self, step: Step) -> None:
        """Takes the keys that follow for a step."""
        self.step = step
        self.context = "step"
        self._say_step()
        if isinstance(step, Named):
            self.draw()

    def go_home(self, say: str | None = None) -> None:
        """Back to home: letters are commands again."""
        named = isinstance(self.step, Named)
        self.step = None
        self.writing = None
        self.remove_class("-writing", "-lining")
        self.context = "home"
        self.set_focus(self.query_one("#record", Lines))
        if say is not None:
            self.say(say)
        if named:
            self.draw()

    def on_key(self, event: events.Key) -> None:
        """At home a capital letter begins a paragraph with it; in a step the keys are the step's."""
        character = event.character if event.is_printable else None
        if self.context == "step" and self.step is not None:
            event.stop()
            event.prevent_default()
            self._press(event.key, character)
        elif self.context == "home" and character and character.isalpha() and character.isupper():
            event.stop()
            event.prevent_default()
            self.write(Writing("paragraphs"), typed=character)

    def on_paste(self, event: events.Paste) -> None:
        """A paste at home is a paragraph, or several."""
        if self.context == "home" and event.text.strip():
            event.stop()
            self.write(Writing("paragraphs"), typed=event.text)
        elif self.context == "step":
            event.stop()
            self.say_wrong("A paste means nothing here, and was not recorded. Esc, then paste at home.")

    def _press(self, key: str, character: str | None) -> None:
        step = self.step
        assert step is not None
        if key == "escape":
            self.go_home("")
            return
        if key == "space" and step.line is not None and not isinstance(step, Count):
            self._take_to_line(step.line)
            return
        self._follow(step, step.press(key, character))

    def _follow(self, step: Step, led_to: str) -> None:
        if step.follow is not None:
            self.open_step(step.follow)
        elif led_to == "home":
            self.go_home("")
        elif led_to == "findings":
            self.go_home("")
            self._show_findings(if_closed(self.sitting.meeting))
        elif led_to == "record" and step.line is not None:
            line = step.line
            self.go_home()
            if not self.take(line) and self._unkept:
                # Nothing was wrong with it but the disk: Enter tries again.
                self.step, self.context = step, "step"
        elif led_to == "text" and step.line is not None:
            kind = "piece" if step.multiline else "paragraphs" if step.line.verb == "introduce" else "short"
            self.write(Writing(kind, step.line, step.wants), step.text)  # type: ignore[arg-type]
        elif led_to == "line":
            self.write(Writing("line", wants="A line of shorthand"), step.text)
        elif led_to == "no":
            self.bell_softly()
        else:
            self._say_step()
            if isinstance(step, Named):
                self.draw()

    def bell_softly(self) -> None:
        """A key that means nothing here: what is asked is said again."""
        self._say_step()

    def _take_to_line(self, line: Line) -> None:
        from clerk.shorthand import as_typed

        self.write(Writing("line", wants="A line of shorthand"), as_typed(line))

    # -- typing ----------------------------------------------------------------------------------------------------

    def write(self, writing: Writing, text: str = "", typed: str = "") -> None:
        """Opens a field for a text, begun with `text`, or with words that were left in the same half typed; or with
        what has been `typed` already."""
        if not typed:
            writing = replace(writing, begun=text)
            left = next((left for left in reversed(self._left) if left.answers(writing)), None)
            if left is not None:
                self._left.remove(left)
                writing, text = left.writing, left.text
        self.step = None
        self.writing = writing
        self.context = "line" if writing.in_one_line else "text"
        self.set_class(not writing.in_one_line, "-writing")
        self.set_class(writing.in_one_line, "-lining")
        if writing.in_one_line:
            line = self.query_one("#line", OneLine)
            line.placeholder = Content(writing.wants)
            line.begin(typed or text)
        else:
            field = self.query_one("#words", Field)
            field.multiline = writing.kind == "piece"
            field.placeholder = Content(writing.wants)
            field.begin(typed or text)
        self.say(writing.wants, "$text-accent")

    @on(Field.Paragraph)
    def _paragraph_typed(self, message: Field.Paragraph) -> None:
        message.stop()
        if rest := self._record_paragraphs(message.text):
            self._put_back(rest)

    def _record_paragraphs(self, text: str) -> str:
        """Records paragraphs, a line each; gives what could not be recorded."""
        left = text.split("\n")
        while left:
            # An empty bullet or number is where a list ended.
            if after(left[0]) is not None and not self._record_paragraph(left[0]):
                return "\n".join(left)
            left.pop(0)
        return ""

    def _put_back(self, text: str) -> None:
        """Puts text that could not be recorded back in the field, after what was put back before and before what has
        been typed since."""
        field = self.query_one("#words", Field)
        now, before = field.text, self._back
        if not before or not (now == before or now.startswith(f"{before}\n")):
            before = ""
        since = now[len(before) :].removeprefix("\n") if before else now
        self._back = f"{before}\n{text}" if before else text
        field.replace(f"{self._back}\n{since}" if since else self._back, (0, 0), field.document.end)
        field.move_cursor(field.document.end)

    def _record_paragraph(self, text: str) -> bool:
        writing = self.writing or Writing("paragraphs")
        if not text.strip() and writing.line.verb == PARAGRAPH:
            return True
        done = self.take(writing.complete(text.strip()))
        if done and writing.line.verb != PARAGRAPH:
            # The narrative that follows an opening sentence is paragraphs like any other.
            self.writing = Writing("paragraphs")
        return done

    @on(Field.Done)
    def _field_done(self, message: Field.Done) -> None:
        message.stop()
        writing = self.writing or Writing("paragraphs")
        if writing.kind != "piece":
            rest = self._record_paragraphs(message.text)
            if not rest:
                self._home_after_text()
            elif rest != message.text:
                message.field.replace(rest, (0, 0), message.field.document.end)
            return
        if not message.text.strip():
            self.go_home("Nothing was typed, so nothing is recorded.")
            return
        if self.take(self._piece(writing, message.text)):
            self._home_after_text()

    @staticmethod
    def _piece(writing: Writing, text: str) -> Line:
        line = writing.complete(text.strip("\n"))
        if line.verb == "correct" and "\n" in line.text:
            return Line("split", line.operands, line.options, line.text)
        return line

    def _home_after_text(self) -> None:
        self.query_one("#words", Field).load_text("")
        self.query_one("#line", OneLine).load_text("")
        self.go_home()
        self._save_words()

    @on(OneLine.Done)
    def _line_done(self, message: OneLine.Done) -> None:
        message.stop()
        writing = self.writing or Writing("line")
        text = message.text
        if not text.strip() and writing.kind not in ("find", "short"):
            self.go_home("")
            return
        if writing.kind == "find":
            self._home_after_text()
            self._find(text or self._sought)
        elif self._take_typed(writing, text):
            self._earlier.append(text)
            self._home_after_text()
            self._reopen_casting()

    def _take_typed(self, writing: Writing, text: str) -> bool:
        if writing.kind == "line":
            return self.take(text)
        if writing.kind == "action":
            return self.take(action_line(self.sitting.meeting, text))
        return self.take(writing.complete(text.strip()))

    def _reopen_casting(self) -> None:
        """A vote typed as shorthand that tied opens the casting step as one from the keys does."""
        tied = [vote for vote in self.sitting.meeting.votes.values() if vote.state == "tied" and not vote.superseded]
        newest = list(self.sitting.meeting.votes.values())[-1:]
        if tied and tied[-1:] == newest and self._earlier and self._earlier[-1].lstrip().startswith(":vote"):
            self.begin(beginning.casting)

    @on(Field.Left)
    @on(OneLine.Left)
    def _field_left(self, message: Field.Left | OneLine.Left) -> None:
        message.stop()
        text, writing = message.text, self.writing
        kept = writing is not None and text.strip() not in ("", writing.begun.strip())
        if kept and writing is not None:
            self._left.append(Left(writing, text))
        self.query_one("#words", Field).load_text("")
        self.query_one("#line", OneLine).load_text("")
        self.go_home("Nothing recorded; the words are kept for when you come back to the same." if kept else "")

    def _suggest(self, typed: str) -> str | None:
        """The rest of a verb being typed in the shorthand line."""
        from clerk.verbs import VERBS

        if self.writing is None or self.writing.kind != "line" or not typed.startswith(":") or " " in typed:
            return None
        return next((f":{name} " for name in VERBS if name.startswith(typed[1:]) and typed[1:]), None)

    # -- words half typed ------------------------------------------------------------------------------------------

    def half_typed(self) -> HalfTyped:
        """Where the desk stands now."""
        left = tuple(self._left)
        if self.writing is None:
            return HalfTyped(self.sitting.item, left=left)
        field = self.query_one("#line", OneLine) if self.writing.in_one_line else self.query_one("#words", Field)
        return HalfTyped(self.sitting.item, self.writing, field.text, left)

    def _every_second(self) -> None:
        self._draw_status()
        self._save_words()

    def _save_words(self) -> None:
        half = self.half_typed()
        if half != self._saved:
            self._saved = half
            if problem := self.sitting.kept.words.save(kept(half)):
                self.say_wrong(problem)

    def _take_up(self) -> None:
        values, problem = self.sitting.kept.words.load()
        half = taken_up(values)
        if half.item in self.sitting.meeting.items:
            self.sitting.item = half.item
        self._left = list(half.left)
        said = [*self.sitting.kept.report, *([problem] if problem else [])]
        if half.left:
            said.append("Words left half typed are kept for when you come back to the same.")
        if half.writing is not None and half.text.strip():
            said.append("The words you were typing are here.")
            self._go_on_writing(half, " ".join(said))
        else:
            self.go_home(" ".join(said) or self._welcome())
        self._saved = half

    def _go_on_writing(self, half: HalfTyped, said: str) -> None:
        assert half.writing is not None
        self.write(half.writing, typed=half.text)
        self.say(said)

    def _welcome(self) -> str:
        meeting = self.sitting.meeting
        if meeting.course == "before" and not meeting.roll_called:
            return "Not open yet. r calls the roll, . opens the meeting, g takes an item, ? shows every key."
        return f"{len(meeting.entries)} entries so far, all kept."

    def leave(self) -> None:
        """The last thing before the desk closes, however it closes: what is half typed is saved."""
        self._saved = HalfTyped()
        self._save_words()

    # -- finding ---------------------------------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        from screens.desk.finding import places

        if not words.strip():
            self.say("")
            return
        self._found = self._found + 1 if words == self._sought else 0
        self._sought = words
        found = places(self.sitting.meeting, words)
        if not found:
            self.say_wrong(f"“{words}” is nowhere in the record, the agenda or the names.")
            return
        index = self._found % len(found)
        place = found[index]
        self.turn_to(place.item, place.event)
        more = f"   ({index + 1} of {len(found)}; / Enter for the next)" if len(found) > 1 else ""
        self.say(f"{place.said}{more}")

    def turn_to(self, item: str | None, event: str | None = None) -> None:
        """Turns to an item, and to a line of its record."""
        if item in self.sitting.meeting.items:
            self.sitting.item = item
        self.draw()
        record = self.query_one("#record", Lines)
        if any(row.key == event for row in record.rows if row.key):
            record.cursor = event

    # -- the commands' actions -------------------------------------------------------------------------------------

    def action_vote_unanimous(self) -> None:
        self.begin(beginning.unanimous)

    def action_vote_count(self, digit: str) -> None:
        if self.context == "home":
            self.begin(lambda meeting, item: Count(meeting, item, digit))

    def action_vote_named(self) -> None:
        self.begin(Named)

    def action_vote_casting(self) -> None:
        self.begin(beginning.casting)

    def action_vote_own(self) -> None:
        self.begin(beginning.own_vote)

    def action_question_put(self) -> None:
        self.begin(beginning.put)

    def action_question_amend(self) -> None:
        self.begin(beginning.amendment)

    def action_question_motion(self) -> None:
        self.begin(beginning.motion)

    def action_question_dispose(self) -> None:
        self.begin(beginning.dispose)

    def action_item_outcome(self) -> None:
        self.begin(beginning.outcome)

    def action_item_take(self) -> None:
        self.begin(beginning.take_item)

    def action_item_exempt(self) -> None:
        row = self.query_one("#record", Lines).cursor
        self.begin(lambda meeting, item: beginning.exempt(meeting, item, row))

    def action_text_introduce(self) -> None:
        self.begin(beginning.report_by)

    def action_room_roll(self) -> None:
        self.begin(Roll)

    def action_room_out(self) -> None:
        self.begin(beginning.out)

    def action_room_in(self) -> None:
        self.begin(beginning.into)

    def action_room_apology(self) -> None:
        self.begin(beginning.apology)

    def action_room_substitute(self) -> None:
        self.begin(beginning.substitute)

    def action_room_preside(self) -> None:
        self.begin(beginning.preside)

    def action_interest_declare(self) -> None:
        self.begin(Declare)

    def action_agenda_add(self) -> None:
        self.begin(beginning.add)

    def action_meeting_course(self) -> None:
        self.begin(beginning.course)

    def action_text_paragraph(self) -> None:
        self.write(Writing("paragraphs"))

    def action_text_action(self) -> None:
        self.write(Writing("action", wants="What, @name of the owner, by date"))

    def action_text_shorthand(self) -> None:
        self.write(Writing("line", wants="A line of shorthand"), ":")

    def action_record_flag(self) -> None:
        self.write(Writing("short", Line("flag"), "A few words: what to come back to"))

    def action_record_find(self) -> None:
        self.write(Writing("find", wants=f"Find: words{f' (Enter: {self._sought} again)' if self._sought else ''}"))

    def action_record_undo(self) -> None:
        self._take_back("undo", "Undone", "y brings it back.")

    def action_record_redo(self) -> None:
        self._take_back("redo", "Brought back", "z takes it back.")

    def _take_back(self, verb: str, done: str, other: str) -> None:
        before = self.sitting.meeting
        if not self.take(Line(verb)):
            return
        now = self.sitting.meeting
        ids = {placed.id for placed in before.events} ^ {placed.id for placed in now.events}
        changed = [(m, p) for m in (before, now) for p in m.events if p.id in ids]
        said = "; ".join(what_happened(m, p) for m, p in changed[:3]) or "the last correction"
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        self.say(f"{done}: {f'{said}{more}'.rstrip('.')}. {other}")

    def action_record_edit(self) -> None:
        id_ = self.query_one("#record", Lines).cursor
        placed = next((p for p in self.sitting.meeting.events if p.id == id_), None)
        if placed is None:
            self.say_wrong("There is no line under the cursor to edit.")
            return
        from clerk.events import Minuted
        from clerk.verbs.typing import as_shorthand

        if isinstance(placed.event, Minuted):
            self.write(Writing("piece", Line("correct", (placed.id,)), "Edit; Ctrl+S when done"), placed.event.text)
            return
        typed = as_shorthand(self.sitting.meeting, placed)
        self.write(Writing("line", wants="It was this:"), f":correct {placed.id} {typed}")

    def action_record_strike(self) -> None:
        id_ = self.query_one("#record", Lines).cursor
        if id_ is None:
            self.say_wrong("There is no line under the cursor.")
            return
        from screens.desk.steps import Confirm

        self.open_step(Confirm(self.sitting.meeting, self.sitting.item, Line("strike", (id_,)), "Strike this line?"))

    def action_record_earlier(self) -> None:
        self._shift(-1)

    def action_record_later(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        record = self.query_one("#record", Lines)
        keys = [row.key for row in record.rows if row.key]
        here = record.cursor
        if here is None or here not in keys or self.previewing:
            self.say_wrong("There is no line under the cursor to move.")
            return
        there = keys.index(here) + by
        if not 0 <= there < len(keys):
            self.say_wrong("It is at the edge of this item. “Move to another item” (Ctrl+P) takes it further.")
            return
        option = {"before": keys[there]} if by < 0 else {"after": keys[there]}
        if self.take(Line("move", (here,), {name: str(key) for name, key in option.items()})):
            record.cursor = here

    def action_record_move(self) -> None:
        here = self.query_one("#record", Lines).cursor
        self.write(Writing("line", wants="Move it under which item?"), f":move {here or ''} under=")

    def action_record_findings(self) -> None:
        self._show_findings(self.sitting.meeting)

    def _show_findings(self, meeting: Meeting) -> None:
        from screens.desk.findings import FindingsScreen

        def go(place: tuple[str | None, str] | None) -> None:
            if place is not None:
                self.turn_to(place[0], place[1] or None)

        self.app.push_screen(FindingsScreen(meeting), go)

    def action_item_previous(self) -> None:
        self._turn(-1)

    def action_item_next(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        order = [id_ for id_ in self.sitting.meeting.order if id_ in self.sitting.meeting.items]
        if not order:
            return
        here = order.index(self.sitting.item) if self.sitting.item in order else 0
        self.turn_to(order[min(max(0, here + by), len(order) - 1)])

    def action_screen_preview(self) -> None:
        from exports.style import StyleError

        self.previewing = not self.previewing
        try:
            self.draw()
        except StyleError as error:
            self.previewing = False
            self.say_wrong(str(error))
            return
        self.say("The draft of this item as it stands; l: back to the record." if self.previewing else "")

    def action_screen_colours(self) -> None:
        self.app.action_colours()  # type: ignore[attr-defined]

    def action_screen_quit(self) -> None:
        self.leave()
        self.app.exit()

    def action_help_palette(self) -> None:
        self.app.action_command_palette()

    # The fields and the step have these keys themselves; the commands are there so that every key is shown.

    def action_step_record(self) -> None:
        if self.step is not None:
            self._press("enter", None)

    def action_step_home(self) -> None:
        self.go_home("")

    def action_text_end(self) -> None:
        self.query_one("#line" if self.context == "line" else "#words", Field | OneLine).action_done()  # type: ignore[arg-type]

    action_text_next = action_text_end
    action_line_send = action_text_end
