"""Where a clerk types at the desk: paragraphs, texts, the shorthand line; and words that are left half typed."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from clerk.hidden import shown
from clerk.saying.happened import what_happened
from clerk.shorthand.line import PARAGRAPH, Line
from screens.desk.below import further
from screens.desk.finding import find
from screens.desk.half_typed import KEPT, THROWN, HalfTypedWords
from screens.desk.hand import TOO_LONG
from screens.desk.key import Desk
from screens.desk.recording import newest_list
from screens.desk.writing import Writing
from screens.kit.containers import Down
from screens.kit.lists import only_mark

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import TextArea

    from screens.kit.field import Field, OneLine
    from screens.kit.ghost import Ghost

SAY_AHEAD_AFTER = 0.25
"""Seconds after a key in a line before it is said what the line would record."""


class Fields(Down):
    """The field of paragraphs (`words`) and that of one line (`line`): what is typed in them becomes lines that the
    desk carries out."""

    words: "Field"
    line: "OneLine"

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="fields")
        self._desk = desk
        self.half = HalfTypedWords(desk, lambda: self.text)
        self._back = ""
        """What was put back in the field because it could not be recorded."""
        self._ahead: Timer | None = None

    async def bring(self) -> bool:
        """The fields follow the first picture, which would come a tenth later for them. Whether words that were being
        typed stand in one of them."""
        from screens.kit.field import Field, OneLine

        self.words = Field(id="words", expand=self._expand)
        self.line = OneLine(id="line", blank=":")
        for field in (self.words, self.line):
            field.ghost.offer(self._offers)
        # In a line Tab goes to the next gap where nothing is offered.
        self.words.ghost.tab, self.line.ghost.tab = self._desk.completing.tab, True
        await self.mount(self.words, self.line)
        half, self.half.to_go_on = self.half.to_go_on, None
        if half is None or half.writing is None:
            return False
        self._desk.write(half.writing, typed=half.text)
        self._desk.hand.came_from = half.form
        return True

    # -- opening and leaving ---------------------------------------------------------------------------------------

    def open(self, writing: Writing, text: str) -> None:
        """Opens the field that a writing wants, begun with a text."""
        self.screen.set_class(not writing.in_one_line, "-writing")
        self.screen.set_class(writing.in_one_line, "-lining")
        if writing.in_one_line:
            self.line.placeholder = Content(writing.wants)
            self.line.gaps = writing.kind == "line"
            # Where Tab leads to more that is asked it takes no word that is offered.
            self.line.ghost.tab = self._desk.hand.its_form is None
            self.line.earlier = self._desk.hand.earlier if writing.kind == "line" else ()
            self.line.begin(text)
        else:
            self.words.multiline = writing.kind == "piece"
            self.words.placeholder = Content(writing.wants)
            self.words.begin(text)

    def close(self) -> None:
        """No field is open."""
        self.screen.remove_class("-writing", "-lining")

    @property
    def text(self) -> str:
        """What stands in the field that is open."""
        writing = self._desk.hand.writing
        if writing is None:
            return ""
        return self.line.text if writing.in_one_line else self.words.text

    def end(self) -> None:
        """Ends the field that is open, as Ctrl+S does."""
        (self.line if self._in_one_line else self.words).action_done()

    def insert(self, words: str) -> None:
        """Puts words into the field that is open, where the cursor stands, apart from what stands before them."""
        field = self.line if self._in_one_line else self.words
        before = field.get_text_range((0, 0), field.selection.start)
        field.type_in(f" {words}" if before and not before[-1].isspace() else words)

    def with_words(self, words: str) -> Line | str:
        """What would be recorded with some words put into the field that is open."""
        writing = self._desk.hand.writing or Writing("paragraphs")
        text = f"{self.text.rstrip()} {words}"
        if writing.in_one_line:
            return self._typed_line(writing, text)
        return self._piece(writing, text) if writing.kind == "piece" else writing.complete(text)

    def next_gap(self) -> None:
        """To the next gap of the line that is typed; from the words of a form, to what else it asks."""
        desk, step = self._desk, self._desk.hand.its_form
        if self.line.gaps:
            self.line.action_gap()
        elif step is None:
            self._stop_ahead()
            desk.say_wrong("Tab means nothing here: Enter records the line.")
        else:
            words, step.wants, step.text = self.text.strip(), "", ""
            desk.hand.came_from = None
            self._home_after_text()
            desk.open_step(step)
            # What is typed now comes before what was left in the same form.
            step.text = words or step.text
            desk.press("tab")

    def on_one_line_tab(self, message: "OneLine.Tab") -> None:
        """Tab in a line that has no gaps."""
        message.stop()
        self.next_gap()

    def to_an_end(self, key: str) -> None:
        """To the beginning of the text, or to its end."""
        (self.line if self._in_one_line else self.words).to_the_end(key)

    def take_word(self) -> None:
        """Takes the next word of what is offered."""
        self._ghost.take(1)

    def take_offer(self) -> None:
        """Takes all that is offered."""
        self._ghost.take()

    def next_best(self) -> None:
        """Shows the next best in place of what is offered."""
        self._ghost.next_best()

    @property
    def _ghost(self) -> "Ghost":
        return (self.line if self._in_one_line else self.words).ghost

    def throw_away(self) -> None:
        """Leaves the field, or the form, without keeping what was typed in it."""
        if (step := self._desk.hand.step) is None:
            self._leave(self.text, keep=False)
            return
        typed = step.form is not None and not step.form.empty
        self._desk.hand.go_home()
        self._desk.go_home(THROWN if typed else "")

    def bring_back(self) -> None:
        """Puts an edit that was left half typed in place of what stands in the field or in the form."""
        desk = self._desk
        if (step := desk.hand.step) is not None and self.half.form_back(step):
            desk.open_step(step)
        elif step is None and (text := self.half.text_back(desk.hand.writing)) is not None:
            field = self.line if self._in_one_line else self.words
            field.replace(text, (0, 0), field.document.end)
            field.move_cursor(field.document.end)
        else:
            desk.say_wrong("Nothing was left half typed here.")

    @property
    def _in_one_line(self) -> bool:
        writing = self._desk.hand.writing
        return writing is not None and writing.in_one_line

    def _home_after_text(self) -> None:
        self.words.load_text("")
        self.line.load_text("")
        self._desk.go_home()
        self.half.save()

    def on_field_left(self, message: "Field.Left | OneLine.Left") -> None:
        """Esc: the words are kept, and home it is."""
        message.stop()
        self._leave(message.text, keep=True)

    on_one_line_left = on_field_left

    def _leave(self, text: str, *, keep: bool) -> None:
        """Goes home from a field; the words in it are kept, or thrown away."""
        writing = self._desk.hand.writing
        form = self._desk.hand.came_from
        typed = writing is not None and text.strip() not in ("", writing.begun.strip(), ":")
        typed = typed or (form is not None and not form.empty)
        # Words to find are no part of the record: they are not kept, and find begins empty.
        kept = keep and typed and writing is not None and writing.kind != "find"
        if kept and writing is not None:
            self.half.leave_text(writing, text)
        self._desk.hand.came_from = None
        said = KEPT if kept else THROWN if typed and not keep else ""
        self._home_after_text()
        self._desk.say(said)

    # -- paragraphs and pieces -------------------------------------------------------------------------------------

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
            if not only_mark(left[0]) and not self._record_paragraph(left[0]):
                return "\n".join(left)
            left.pop(0)
        return ""

    def _record_paragraph(self, text: str) -> bool:
        writing = self._desk.hand.writing or Writing("paragraphs")
        if not text.strip() and writing.line.verb == PARAGRAPH:
            return True
        from clerk.shorthand.questioned import is_command

        typed = text.strip()
        # A line of shorthand is one here too, as the guide says; what only looks like one is asked about.
        command = writing.line.verb == PARAGRAPH and is_command(typed)
        done = self._desk.take(typed if command else writing.complete(typed))
        if done and writing.line.verb != PARAGRAPH:
            # The narrative that follows an opening sentence is paragraphs like any other.
            self._desk.hand.writing = Writing("paragraphs")
        elif done:
            self._desk.hand.writing = further(self._desk, writing)
        return done

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

    def on_field_done(self, message: "Field.Done") -> None:
        """Ctrl+S in the field of paragraphs."""
        message.stop()
        writing = self._desk.hand.writing or Writing("paragraphs")
        if writing.kind != "piece":
            rest = self._record_paragraphs(message.text)
            if not rest:
                self._home_after_text()
            elif rest != message.text:
                message.field.replace(shown(rest), (0, 0), message.field.document.end)
        elif not message.text.strip() and not writing.has_stock_words:
            self._desk.go_home("Nothing was typed, so nothing is recorded.")
        elif writing.unchanged(message.text):
            self._desk.go_home("Nothing was changed, so nothing is recorded.")
        elif self._seen(message.text) and self._desk.take(self._piece(writing, message.text)):
            self._home_after_text()

    @staticmethod
    def _piece(writing: Writing, text: str) -> Line:
        # An empty bullet or number is where a list ended.
        kept = (line for line in text.strip("\n").split("\n") if not only_mark(line))
        line = writing.complete("\n".join(kept).strip("\n"))
        if line.verb == "correct" and len(line.operands) == 1 and "\n" in line.text:
            return Line("split", line.operands, line.options, line.text)
        return line

    # -- one line --------------------------------------------------------------------------------------------------

    def on_text_area_changed(self, message: "TextArea.Changed") -> None:
        """What a line would record follows when typing pauses: it may take a look at the whole meeting."""
        message.stop()
        self._stop_ahead()
        writing = self._desk.hand.writing
        if self._in_one_line or (writing is not None and writing.edits):
            self._ahead = self.set_timer(SAY_AHEAD_AFTER, self.say_ahead)

    def _stop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None

    def say_ahead(self) -> None:
        """Says how the verb being typed goes on, and what the line would record as it stands."""
        writing = self._desk.hand.writing
        if writing is None or not (writing.kind in ("line", "action", "short") or writing.edits):
            return
        text = self.text
        asks = (self._usage(text) if writing.kind == "line" else "") or writing.asks
        if text.strip() in ("", ":") or (writing.edits and writing.unchanged(text)):
            would = ""
        else:
            line = self._piece(writing, text) if writing.kind == "piece" else self._typed_line(writing, text)
            would = f"{self._was(writing)}{self._desk.would(line)}"
        self._desk.say_parts((asks, "$text-accent"), f"\n{would}" if would else "")

    def _was(self, writing: Writing) -> str:
        """What is put right by a text, as it stands in the record; "" where it has been said already."""
        edited = writing.line.operands[0] if writing.edits and writing.line.operands else ""
        placed = next((p for p in self._desk.sitting.meeting.events if p.id == edited), None)
        return f"Was: {what_happened(self._desk.sitting.meeting, placed).rstrip('.')}. " if placed is not None else ""

    @staticmethod
    def _usage(text: str) -> str:
        """An example of how the verb of a line goes on; "" where it has none yet."""
        from clerk.shorthand.verbs import VERBS

        # A time or a place may stand before the verb.
        words = [word for word in text.removeprefix(":").split() if not word.startswith("@")]
        verb = VERBS.get(words[0].lower()) if text.startswith(":") and words else None
        return f"For example {verb.usage}" if verb is not None else ""

    def on_one_line_done(self, message: "OneLine.Done") -> None:
        """Enter in the field of one line."""
        message.stop()
        desk, text = self._desk, message.text
        writing = desk.hand.writing or Writing("line")
        if not text.strip() and (writing.kind not in ("find", "short") or writing.goes_on):
            desk.go_home("")
        elif writing.kind == "find":
            self._home_after_text()
            find(desk, text or desk.sought.words)
        elif self._seen(text) and desk.take(self._typed_line(writing, text)):
            if writing.goes_on:
                self._next_of_list(writing, text.strip())
                return
            desk.hand.earlier.append(text)
            self._home_after_text()
            desk.ask_on()

    def _seen(self, text: str) -> bool:
        """Whether all that is said of what is typed can be seen; why nothing is recorded is said, where it cannot."""
        if text.strip():
            # The key may have come before it was said; and what stands there may be why it was refused before.
            self.say_ahead()
        # What is said of it stands until typing goes on.
        self._stop_ahead()
        whole = self._desk.said_whole
        if not whole:
            self._desk.say_wrong(f"{TOO_LONG}.")
        return whole

    def _next_of_list(self, writing: Writing, text: str) -> None:
        """Asks for the next line of a list, the last one being recorded."""
        self.line.load_text("")
        self._desk.write(writing.next_of(newest_list(self._desk.sitting.meeting), text))
        self._desk.say(f"✓ {text}\nThe next, or only Enter")

    def _typed_line(self, writing: Writing, text: str) -> Line | str:
        """What was typed in the field of one line, as it is to be carried out."""
        if writing.kind == "line":
            # The field may have been emptied, its colon too: what is typed in it is a command for all that.
            return text if text.startswith(":") else f":{text.lstrip()}"
        if writing.kind == "action":
            from clerk.shorthand.actions import action_line

            made = action_line(self._desk.sitting.meeting, text)
            if not writing.edits:
                return replace(made, after=writing.line.after)
            return Line("correct", (*writing.line.operands, made.verb, *made.operands), made.options, made.text)
        return writing.complete(text.strip())

    def _expand(self, word: str) -> str | None:
        """What a word typed in short stands for; Ctrl+Z takes it back."""
        from clerk.shorthand.snippets import expand

        full = expand(self._desk.sitting.meeting, word, self._desk.completing.snippets)
        if full is not None and full != word:
            self._desk.say(f"“{word}” is written out: {full}   (Ctrl+Z takes it back)", "$text-accent")
        return full

    def _offers(self, typed: str, place: int) -> tuple[str, ...]:
        """The words that may follow what is typed."""
        return self._desk.completing.offers(self._desk.hand.writing, typed, place)
