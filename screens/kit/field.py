"""Where a clerk types: paragraphs in a `Field`, one line in a `OneLine`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content

from screens.kit.entry import NOTHING, TextEntry, Typed, unix
from screens.kit.lists import after, another_mark

__all__ = ["Field", "OneLine", "TextEntry"]

_WORD = re.compile(r"\S+\Z")
_GAP = re.compile(r'(?<= )(?= )|(?<=")(?=")|(?<==)(?= |\Z)')
"""Where something is still to be typed in a line that was begun: between two spaces, in quotes, after "="."""


class Field(TextEntry):
    """Paragraphs, one at a time: Enter hands one over and begins the next, Ctrl+S ends, Esc leaves.

    A bullet or a number at the start of a line is carried to the next; Enter on an empty one ends the list. A paste of
    several lines is as many paragraphs. With `multiline` the text is one piece, and Enter begins a new line in it.
    """

    DEFAULT_CSS = """
    Field { height: auto; min-height: 2; max-height: 10; }
    """

    class Done(TextEntry.Done):
        """Ctrl+S: `text` is the last paragraph, or with `multiline` the whole. It stays in the field."""

    class Left(TextEntry.Left):
        """Esc; `text` is what stood in the field, and still does."""

    class Paragraph(Typed):
        """A paragraph is finished, without a line end; the field has begun the next."""

    def __init__(
        self,
        text: str = "",
        *,
        multiline: bool = False,
        expand: Callable[[str], str | None] | None = None,
        placeholder: Content | str = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """`expand` is asked, at each space typed, for what the word before the caret stands for (None: itself)."""
        super().__init__(text, placeholder=placeholder, id=id, classes=classes)
        self.multiline = multiline
        self.expansion = expand

    def begin(self, text: str = "") -> None:
        """Start again with `text`: a capital letter that was pressed, or a paste, which may be several paragraphs."""
        if "\n" in text and not self.multiline:
            super().begin("")
            self.pasted(unix(text))
        else:
            super().begin(text)

    def key_pressed(self, event: events.Key) -> bool:
        if event.key == "enter":
            if self.multiline:
                self._new_line()
            else:
                self._next_paragraph()
            return True
        if not self.multiline and self.to_the_end(event.key):
            return True
        if event.character == " " and self.selection.is_empty:
            self._change_mark()
            return self.expansion is not None and self._expand_word(self.expansion)
        return False

    def _change_mark(self) -> None:
        """The number that was carried to a line gives way to another, or a bullet, typed after it."""
        row, column = self.cursor_location
        if mark := another_mark(self.document[row][:column]):
            self.history.checkpoint()
            self.replace(mark, (row, 0), (row, column), maintain_selection_offset=False)

    def pasted(self, text: str) -> None:
        if self.multiline or "\n" not in text:
            self.type_in(text)
            return
        start, end = sorted(self.selection)
        before, after_ = self.get_text_range((0, 0), start), self.get_text_range(end, self.document.end)
        *paragraphs, last = (before + text).split("\n")
        for paragraph in paragraphs:
            if paragraph.strip():
                self.post_message(self.Paragraph(self, paragraph.rstrip()))
        self.load_text(last + after_)
        self.move_cursor((0, len(last)))

    def _next_paragraph(self) -> None:
        start, end = sorted(self.selection)
        before, rest = self.get_text_range((0, 0), start), self.get_text_range(end, self.document.end)
        if not before.strip():
            return
        carried = after(before)
        if carried is None:
            self.load_text(rest.lstrip())
            self.move_cursor((0, 0))
            return
        self.post_message(self.Paragraph(self, before.rstrip()))
        self.load_text(carried + rest.lstrip())
        self.move_cursor((0, len(carried)))

    def _new_line(self) -> None:
        row, column = self.selection.end
        line = self.document[row][:column]
        carried = after(line)
        if carried is None and self.selection.is_empty:
            self.replace("", (row, 0), (row, column), maintain_selection_offset=False)
        else:
            self.type_in("\n" + (carried or ""))

    def _expand_word(self, expand: Callable[[str], str | None]) -> bool:
        """Writes out the word before the caret once the space after it is typed, so that one Ctrl+Z takes it back."""
        row, column = self.cursor_location
        found = _WORD.search(self.document[row][:column])
        full = expand(found.group()) if found is not None else None
        if found is None or full is None or full == found.group():
            return False
        self.history.checkpoint()
        self.type_in(" ")
        self.history.checkpoint()
        self.replace(full, (row, found.start()), (row, column))
        self.history.checkpoint()
        return True


class OneLine(TextEntry):
    """One line: Enter sends it, ghost text offers how it may go on. While nothing is typed but what `blank` says, Up
    and Down walk through earlier lines; a line that has been changed is never replaced by one.

    The caret begins in the first gap of a line that was begun for the clerk, and Tab takes it to the next.

    A paste of several lines is kept: those after the first become continuation lines, two spaces in.
    """

    DEFAULT_CSS = """
    OneLine { height: auto; min-height: 1; max-height: 5; }
    """

    class Done(TextEntry.Done):
        """Enter, or Ctrl+S. The text stays in the field."""

    class Left(TextEntry.Left):
        """Esc."""

    class Tab(Typed):
        """Tab in a line that has no gaps."""

    gaps = True
    """Whether Tab goes to the next gap; else whoever has the field is told of it."""

    def __init__(
        self,
        text: str = "",
        *,
        earlier: Sequence[str] = (),
        blank: str = "",
        suggest: Callable[[str], str | None] | None = None,
        placeholder: Content | str = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """`earlier`: lines to walk through, oldest first; a list that grows may be given. `blank`: what an empty line
        is begun with. `suggest`: for what has been typed, the whole line that it may become, which Right or Tab
        accepts."""
        self.earlier = earlier
        self.blank = blank
        self.suggest = suggest
        self._at: int | None = None
        self._draft = ""
        super().__init__(text, placeholder=placeholder, id=id, classes=classes)

    def begin(self, text: str = "") -> None:
        self._at = None
        if "\n" in text:
            super().begin("")
            self.pasted(unix(text))
        else:
            super().begin(text)
            self.move_cursor((0, 0))
            self.action_gap()

    def action_gap(self) -> None:
        """To the next gap, or to the end where there is none."""
        row, column = self.cursor_location
        gap = _GAP.search(self.document[row], column + bool(column))
        self.move_cursor((row, gap.start()) if gap else self.document.end)

    def key_pressed(self, event: events.Key) -> bool:
        if event.key == "enter":
            self.action_done()
        elif event.key == "tab":
            if self.suggestion:
                self.type_in(self.suggestion)
            elif self.gaps:
                self.action_gap()
            else:
                self.post_message(self.Tab(self, self.text))
        elif event.key in ("up", "down") and self.earlier and self._unchanged:
            self._walk(-1 if event.key == "up" else 1)
        else:
            return self.to_the_end(event.key)
        return True

    @property
    def _unchanged(self) -> bool:
        """Whether nothing has been typed: the line is empty, or an earlier one as it was."""
        return self.text.strip() in ("", self.blank) if self._at is None else self.text == self.earlier[self._at]

    def pasted(self, text: str) -> None:
        lines = [line.rstrip() for line in text.split("\n")]
        first, rest = lines[0], [line if line.startswith("  ") else f"  {line}" for line in lines[1:] if line]
        self.type_in("\n".join([first, *rest]))

    def action_done(self) -> None:
        self._at = None
        super().action_done()

    def update_suggestion(self) -> None:
        if self.suggest is None:
            super().update_suggestion()
            return
        whole = self.suggest(self.text) if self.text and self.cursor_at_end_of_text else None
        self.suggestion = whole[len(self.text) :] if whole and whole.casefold().startswith(self.text.casefold()) else ""

    def _walk(self, by: int) -> None:
        here = len(self.earlier) if self._at is None else self._at
        if self._at is None:
            self._draft = self.text
        there = min(max(0, here + by), len(self.earlier))
        self._at = None if there == len(self.earlier) else there
        text = self._draft if self._at is None else self.earlier[there]
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
        self.suggestion = ""
