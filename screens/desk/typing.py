"""Where a clerk types at the desk: paragraphs, texts, the shorthand line; and words that are left half typed."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from clerk.hidden import shown
from clerk.shorthand.line import PARAGRAPH, Line
from screens.desk import beginning
from screens.desk.minuting import MinutingDesk
from screens.desk.writing import HalfTyped, Left, Writing, kept, taken_up
from screens.kit.lists import after
from screens.kit.turns import InTurn
from store.errors import entries

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import TextArea

    from screens.kit.field import Field, OneLine


SAY_AHEAD_AFTER = 0.25
"""Seconds after a key in a line before it is said what the line would record."""


class TypingDesk(MinutingDesk):
    """The desk while something is typed. `words` is the field of paragraphs, `line` the one of a single line."""

    words: "Field"
    line: "OneLine"
    _to_go_on: HalfTyped | None = None
    """The words that were being typed when the desk was last left, until their field is there."""

    _ahead: "Timer | None" = None

    def on_mount(self) -> None:
        super().on_mount()
        said = self._take_up()
        self.draw()
        self.call_after_refresh(self._bring_fields, said)

    async def _bring_fields(self, said: str) -> None:
        """The fields follow the first picture, which would come a tenth later for them; the app holds the keys."""
        from screens.kit.field import Field, OneLine

        self.words = Field(id="words", expand=self._expand)
        self.line = OneLine(id="line", blank=":", suggest=self._suggest)
        await self.mount(self.words, self.line, after="#body")
        half, self._to_go_on = self._to_go_on, None
        if half is not None and half.writing is not None:
            self.write(half.writing, typed=half.text)
            self.say(said)
        self.set_interval(1.0, self._every_second)
        if isinstance(self.app, InTurn):
            self.app.let_keys_go()

    def write(self, writing: Writing, text: str = "", typed: str = "") -> None:
        """Opens a field for a text, begun with `text`, or with words that were left in the same half typed; or with
        what has been `typed` already."""
        if self.sitting.read_only and writing.kind != "find":
            self.say_wrong(self.sitting.read_only)
            return
        if not typed:
            writing = replace(writing, begun=text)
            left = next((left for left in reversed(self._left) if left.answers(writing)), None)
            if left is not None:
                self._left.remove(left)
                writing, text = left.writing, left.text
        step, self.step = self.step, None
        self._draw_for(step)
        self.writing = writing
        self.context = writing.context
        self.set_class(not writing.in_one_line, "-writing")
        self.set_class(writing.in_one_line, "-lining")
        if writing.in_one_line:
            self.line.placeholder = Content(writing.wants)
            self.line.earlier = self._earlier if writing.kind == "line" else ()
            self.line.begin(typed or text)
        else:
            self.words.multiline = writing.kind == "piece"
            self.words.placeholder = Content(writing.wants)
            self.words.begin(typed or text)
        self.say(writing.asks, "$text-accent")

    def on_text_area_changed(self, message: "TextArea.Changed") -> None:
        """What a line would record follows when typing pauses: it may take a look at the whole meeting."""
        message.stop()
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        if self.writing is not None and self.writing.in_one_line:
            self._ahead = self.set_timer(SAY_AHEAD_AFTER, self.say_ahead)

    def say_ahead(self) -> None:
        """Says how the verb being typed goes on, and what the line would record as it stands."""
        writing = self.writing
        if writing is None or writing.kind not in ("line", "action"):
            return
        text = self.line.text
        asks = self._usage(text) or writing.asks
        would = self._would(self._typed_line(writing, text)) if text.strip() not in ("", ":") else ""
        self.say_parts((asks, "$text-accent"), f"\n{would}" if would else "")

    @staticmethod
    def _usage(text: str) -> str:
        """An example of how the verb of a line goes on; "" where it has none yet."""
        from clerk.shorthand.verbs import VERBS

        # A time or a place may stand before the verb.
        words = [word for word in text.removeprefix(":").split() if not word.startswith("@")]
        verb = VERBS.get(words[0].lower()) if text.startswith(":") and words else None
        return f"For example {verb.usage}" if verb is not None else ""

    def on_field_paragraph(self, message: "Field.Paragraph") -> None:
        """A paragraph is recorded as it is typed."""
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
        field, text = self.words, shown(text)
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

    def on_field_done(self, message: "Field.Done") -> None:
        """Ctrl+S in the field of paragraphs."""
        message.stop()
        writing = self.writing or Writing("paragraphs")
        if writing.kind != "piece":
            rest = self._record_paragraphs(message.text)
            if not rest:
                self._home_after_text()
            elif rest != message.text:
                message.field.replace(shown(rest), (0, 0), message.field.document.end)
            return
        if not message.text.strip():
            self.go_home("Nothing was typed, so nothing is recorded.")
            return
        if writing.unchanged(message.text):
            self.go_home("Nothing was changed, so nothing is recorded.")
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
        self.words.load_text("")
        self.line.load_text("")
        self.go_home()
        self._save_words()

    def on_one_line_done(self, message: "OneLine.Done") -> None:
        """Enter in the field of one line."""
        message.stop()
        writing = self.writing or Writing("line")
        text = message.text
        if not text.strip() and writing.kind not in ("find", "short"):
            self.go_home("")
            return
        if writing.kind == "find":
            self._home_after_text()
            self.find(text or self._sought)
        elif not self.said_whole:
            self.say_wrong("It does not fit on this screen, so Enter records nothing: make the window larger, or Esc.")
        elif self.take(self._typed_line(writing, text)):
            self._earlier.append(text)
            self._home_after_text()
            self._reopen_casting()

    def _typed_line(self, writing: Writing, text: str) -> Line | str:
        """What was typed in the field of one line, as it is to be carried out."""
        if writing.kind == "line":
            # The field may have been emptied, its colon too: what is typed in it is a command for all that.
            return text if text.startswith(":") else f":{text.lstrip()}"
        if writing.kind == "action":
            from clerk.shorthand.actions import action_line

            return action_line(self.sitting.meeting, text)
        return writing.complete(text.strip())

    def _reopen_casting(self) -> None:
        """A vote typed as shorthand that tied opens the casting step as one from the keys does."""
        tied = [vote for vote in self.sitting.meeting.votes.values() if vote.state == "tied" and not vote.superseded]
        newest = list(self.sitting.meeting.votes.values())[-1:]
        if tied and tied[-1:] == newest and self._earlier and self._earlier[-1].lstrip().startswith(":vote"):
            self.begin(beginning.casting)

    def on_field_left(self, message: "Field.Left | OneLine.Left") -> None:
        """Esc: the words are kept, and home it is."""
        message.stop()
        text, writing = message.text, self.writing
        # Words to find are no part of the record: they are not kept, and find begins empty.
        typed = text.strip() not in ("", writing.begun.strip()) if writing is not None else False
        kept = typed and writing is not None and writing.kind != "find"
        if kept and writing is not None:
            self._left.append(Left(writing, text))
        self.words.load_text("")
        self.line.load_text("")
        self.go_home("Nothing recorded; the words are kept for when you come back to the same." if kept else "")

    on_one_line_left = on_field_left

    def half_typed(self) -> HalfTyped:
        """Where the desk stands now."""
        if self._to_go_on is not None:
            return self._to_go_on
        left = tuple(self._left)
        if self.writing is None:
            return HalfTyped(self.sitting.item, left=left)
        field = self.line if self.writing.in_one_line else self.words
        return HalfTyped(self.sitting.item, self.writing, field.text, left)

    def _every_second(self) -> None:
        self._draw_status()
        if self.speaker.running:
            self._draw_title()
        # What became of the file comes before what became of the words beside it.
        self.say_of_the_file()
        self._save_words()

    def _save_words(self) -> str:
        """Keeps what is half typed; gives why it could not be kept. That stands in sight until it can; it is said once,
        and never in place of what is asked or what else went wrong."""
        half = self.half_typed()
        if half == self._saved or self.sitting.read_only:
            return ""
        problem, before = self.sitting.kept.words.save(kept(half)), self.unsaved
        self.unsaved = problem
        if not problem:
            self._saved = half
        if problem != before:
            self._draw_title()
            if problem and self.step is None and not self.said_wrong:
                self.say_wrong(problem)
        return problem

    def _take_up(self) -> str:
        """Stands where the desk stood; gives what is said of it once the fields are there."""
        if why := self.sitting.read_only:
            # What was half typed stays for the clerk that can record it.
            self.go_home(" ".join([*self.sitting.kept.report, why]))
            return ""
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
            self._to_go_on = half
        self.go_home(None if self._to_go_on else " ".join(said) or self._welcome())
        self._saved = half
        return " ".join(said)

    def _welcome(self) -> str:
        meeting = self.sitting.meeting
        if meeting.course == "before" and not meeting.roll_called:
            return "Not open yet. r calls the roll, . opens the meeting, g takes an item, ? shows every key."
        return f"{entries(len(meeting.entries))} so far, all kept."

    def leave(self) -> str:
        """The last thing before the desk closes, however it closes: what is half typed is saved. Gives why words would
        be lost."""
        self._saved = HalfTyped()
        problem = self._save_words()
        half = self.half_typed()
        return problem if half.left or half.text.strip() else ""

    def find(self, words: str) -> None:
        """Turns to the next place where the words stand."""
        raise NotImplementedError
