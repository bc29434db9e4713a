"""The desk: it turns keys into lines and a meeting into Content, and decides nothing."""

from collections.abc import Callable, Collection
from typing import ClassVar

from textual.command import Provider

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.happened import what_happened
from clerk.shorthand.line import Line
from screens.desk import beginning
from screens.desk.declaring import Declare
from screens.desk.roll import Count, Named, Roll
from screens.desk.typing import TypingDesk
from screens.desk.writing import Writing
from screens.kit.lines import Lines


def _verbs() -> type[Provider]:
    from screens.desk.verb_palette import VerbProvider

    return VerbProvider


def _listed(meeting: Meeting, ids: Collection[str]) -> str:
    """Lines of the record, the first few of them."""
    lines = [what_happened(meeting, placed).rstrip(".") for placed in meeting.events if placed.id in ids]
    return "; ".join([*lines[:3], *([f"{len(lines) - 3} more"] if len(lines) > 3 else [])])


class DeskScreen(TypingDesk):
    """Where a meeting is minuted: each command's action."""

    CSS_PATH = "desk.tcss"
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_verbs}  # type: ignore[assignment]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-low"), (16, "-tall")]  # noqa: RUF012 - as Textual declares it
    _told_of_loss = False
    """Whether leaving was tried while words could not be kept."""

    def find(self, words: str) -> None:
        """Turns to the next place where the words stand, or says that they stand nowhere."""
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
        row = self.at_cursor
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
        self._take_back("undo", "Undone", "y does it again.")

    def action_record_redo(self) -> None:
        self._take_back("redo", "Gone again", "z takes it back.")

    def _take_back(self, verb: str, away: str, other: str) -> None:
        before = self.sitting.meeting
        if not self.take(Line(verb)):
            return
        now = self.sitting.meeting
        was = {placed.id: placed.event for placed in before.events}
        stands = {placed.id: placed.event for placed in now.events}
        gone, back = was.keys() - stands.keys(), stands.keys() - was.keys()
        otherwise = {id_ for id_ in was.keys() & stands.keys() if was[id_] != stands[id_]}
        parts = [f"{away}: {_listed(before, gone)}."] if gone else []
        parts += [f"Brought back: {_listed(now, back)}."] if back else []
        parts += [f"Again as it was: {_listed(now, otherwise)}."] if otherwise and not (gone or back) else []
        self.say(" ".join([*(parts or [f"{away}: the last correction."]), other]))

    def action_record_edit(self) -> None:
        id_ = self.at_cursor
        placed = next((p for p in self.sitting.meeting.events if p.id == id_), None)
        if placed is None:
            self.say_wrong("There is no line under the cursor to edit.")
            return
        from clerk.events import Minuted
        from clerk.shorthand.typed import as_shorthand

        if isinstance(placed.event, Minuted):
            self.write(Writing("piece", Line("correct", (placed.id,)), "Edit; Ctrl+S when done"), placed.event.text)
            return
        typed = as_shorthand(self.sitting.meeting, placed)
        if not typed:
            self.say_wrong("This line cannot be edited. Strike it (Del) and record it anew, or undo it (z).")
            return
        self.write(Writing("line", wants="It was this:"), f":correct {placed.id} {typed}")

    def action_record_strike(self) -> None:
        id_ = self.at_cursor
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
        here = self.at_cursor
        self.write(Writing("line", wants="Move it under which item?"), f":move {here or ''} under=")

    @property
    def at_cursor(self) -> str | None:
        """The event of the line under the cursor, in the record or in its preview."""
        key = self.query_one("#record", Lines).cursor
        return key.partition("#")[0] if key else None

    def action_draft_reword(self) -> None:
        if not self.previewing:
            self.action_screen_preview()
            if self.previewing:
                self.say("The draft. * puts the sentence under the cursor in your own words; l: back to the record.")
            return
        from screens.desk.preview import sentence_at

        key = self.query_one("#record", Lines).cursor
        found = sentence_at(self.sitting.meeting, self.sitting.item, key) if key else None
        if found is None:
            self.say_wrong("No sentence is under the cursor: tables and lists of names are written from the facts.")
            return
        step = beginning.reword(self.sitting.meeting, self.sitting.item, found)
        if found.in_own_words:
            self.open_step(step)
        else:
            self._follow(step, step.press("e", "e"))

    def action_record_findings(self) -> None:
        self.show_findings(self.sitting.meeting)

    def write_line(self, begun: str, wants: str) -> None:
        """Opens the shorthand line with a command begun; `wants` shows how it goes on."""
        self.write(Writing("line", wants=wants), begun)

    def show_findings(self, meeting: Meeting) -> None:
        from screens.desk.findings import FindingsScreen, Picked

        def go(pick: Picked | None) -> None:
            if pick is None:
                return
            self.turn_to(pick.item, pick.event or None)
            if pick.answer is not None:
                named = (pick.answer.event,) if pick.answer.event else ()
                why = "overrides" if pick.answer.severity == "HARD" else "dismisses"
                wants = f"The reason that {why} it: {pick.answer.text}"
                self.write(Writing("short", Line("dismiss", (pick.answer.rule, *named)), wants))

        self.app.push_screen(FindingsScreen(meeting, self.history), go)

    def action_help_guide(self) -> None:
        from screens.guide.screen import GuideScreen

        self.app.push_screen(GuideScreen(self.chapter))

    @property
    def chapter(self) -> str:
        """The chapter of the guide that tells of what is under way."""
        from screens.guide.chapters import chapter_of

        if self.step is not None:
            return chapter_of(self.step.verb)
        if self.writing is not None:
            field = self.line if self.writing.in_one_line else self.words
            return chapter_of(self.writing.verb(field.text))
        return "desk"

    def action_public_speaker(self) -> None:
        self.speaker.press(self.wall())
        self.say("The speaker's clock runs; h stops it." if self.speaker.running else "The speaker's clock is stopped.")
        self.look()

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
        except (StyleError, Unclear) as error:
            self.previewing = False
            self.say_wrong(str(error))
            return
        self.say("The draft of this item as it stands; l: back to the record." if self.previewing else "")

    def action_screen_folder(self) -> None:
        kept = self.sitting.kept
        kept.look()
        if not kept.adrift:
            self.say(f"All {len(kept):,} entries are on disk, in {kept.path.parent}.")
            return
        from screens.desk.folder import FolderScreen
        from store.refuge import folders

        if not isinstance(self.app.screen, FolderScreen):
            self.app.push_screen(FolderScreen(kept.only_here, next(folders(kept.path)), kept.keep_in), self._kept_in)

    def _kept_in(self, where: str | None) -> None:
        kept = self.sitting.kept
        self.say_of_the_file()
        if kept.adrift:
            self.say_wrong(f"{kept.only_here} Ctrl+Q asks again for a folder; leave the window open until then.")
        elif where:
            self.say(where)

    def action_screen_quit(self) -> None:
        self.sitting.kept.look(thorough=True)
        if self.sitting.kept.adrift:
            # Left without a folder, all that was recorded would be gone with the window.
            self.action_screen_folder()
            return
        if (lost := self.leave()) and not self._told_of_loss:
            self._told_of_loss = True
            self.say_wrong(f"{lost} Ctrl+Q again leaves without them.")
            return
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
        (self.line if self.context == "line" else self.words).action_done()

    def action_line_gap(self) -> None:
        self.line.action_gap()

    action_text_next = action_text_end
    action_text_line = action_text_end
    action_line_send = action_text_end
