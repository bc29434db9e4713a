"""Where a clerk types: paragraphs in a `Field`, one line in a `OneLine`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from screens.kit.lists import after

NOTHING = Content("")

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\S+\Z")


class _Typed(Message):
    """Something typed, with the field it came from."""

    def __init__(self, field: TextEntry, text: str) -> None:
        super().__init__()
        self.field = field
        self.text = text

    @property
    def control(self) -> TextEntry:
        return self.field


class TextEntry(TextArea):
    """What both kinds of field share: how they look, how they begin and how they end."""

    DEFAULT_CSS = """
    TextEntry {
        border: none;
        border-left: outer $border-blurred;
        padding: 0 1 0 0;
        color: $foreground;
        background: $surface;
        scrollbar-size: 1 1;
        &:focus { border: none; border-left: outer $border; }
        & .text-area--placeholder { color: $text-muted; }
        & .text-area--suggestion { color: $text-muted; }
        & .text-area--cursor-line { background: $surface; }
        & .text-area--matching-bracket { background: $surface; text-style: underline; }
        &:dark .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
        &:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
        &:nocolor .text-area--cursor { text-style: reverse; }
        &:disabled { opacity: 1; text-opacity: 1; color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "done", "Done", show=False),
        Binding("escape", "leave", "Leave", show=False),
    ]

    class Done(_Typed):
        """The text is finished. It stays in the field until the receiver empties it, so that a failed save loses
        nothing."""

    class Left(_Typed):
        """The field was left by Esc, with what stood in it then."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: Content | str = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(
            text,
            id=id,
            classes=classes,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            # Given a str, TextArea would read markup in it.
            placeholder=placeholder if isinstance(placeholder, Content) else Content(placeholder),
        )
        self.move_cursor(self.document.end)

    def begin(self, text: str = "") -> None:
        """Start again with `text`, the caret after it, and take the focus. What stood there is gone, undo included."""
        self.load_text(_unix(text))
        self.move_cursor(self.document.end)
        # Not `focus()`, which waits its turn: keys already on their way would be taken for commands.
        self.screen.set_focus(self)

    def put_back(self, text: str) -> None:
        """Put text that could not be recorded before whatever has been typed since; nothing is lost."""
        if text:
            self.insert(text if not self.text else f"{text}\n", (0, 0), maintain_selection_offset=True)
            self.move_cursor(self.document.end)

    def action_done(self) -> None:
        self.post_message(self.Done(self, self.text))

    def action_leave(self) -> None:
        self.post_message(self.Left(self, self.text))

    def type_in(self, text: str) -> None:
        """Insert as if typed: over the selection, and undone in one step."""
        self._replace_via_keyboard(text, *self.selection)

    def key_pressed(self, event: events.Key) -> bool:
        """A key before the text sees it; true when it has been dealt with."""
        return False

    def pasted(self, text: str) -> None:
        """A paste, its line ends made one kind."""
        self.type_in(text)

    def render_line(self, y: int) -> Strip:
        # TextArea stops the program when it has a placeholder and no width.
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    async def _on_key(self, event: events.Key) -> None:
        if not self.read_only and self.key_pressed(event):
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.read_only and event.text:
            self.pasted(_unix(event.text))


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

    class Paragraph(_Typed):
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
        super().begin("")
        if "\n" in text and not self.multiline:
            self.pasted(_unix(text))
        elif text:
            self.type_in(_unix(text))

    def key_pressed(self, event: events.Key) -> bool:
        if event.key == "enter":
            if self.multiline:
                self._new_line()
            else:
                self._next_paragraph()
            return True
        if event.character == " " and self.expansion is not None and self.selection.is_empty:
            self._expand_word(self.expansion)
        return False

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
            self._replace_via_keyboard("", (row, 0), (row, column))
        else:
            self.type_in("\n" + (carried or ""))

    def _expand_word(self, expand: Callable[[str], str | None]) -> None:
        row, column = self.cursor_location
        if found := _WORD.search(self.document[row][:column]):
            full = expand(found.group())
            if full is not None and full != found.group():
                self.history.checkpoint()
                self._replace_via_keyboard(full, (row, found.start()), (row, column))


class OneLine(TextEntry):
    """One line: Enter sends it, Up and Down walk through earlier ones, ghost text offers how it may go on.

    A paste of several lines is kept: those after the first become continuation lines, two spaces in.
    """

    DEFAULT_CSS = """
    OneLine { height: auto; min-height: 1; max-height: 5; }
    """

    class Done(TextEntry.Done):
        """Enter, or Ctrl+S. The text stays in the field."""

    class Left(TextEntry.Left):
        """Esc."""

    def __init__(
        self,
        text: str = "",
        *,
        earlier: Sequence[str] = (),
        suggest: Callable[[str], str | None] | None = None,
        placeholder: Content | str = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """`earlier`: lines to walk through, oldest first; a list that grows may be given. `suggest`: for what has been
        typed, the whole line that it may become, which Right or Tab accepts."""
        self.earlier = earlier
        self.suggest = suggest
        self._at: int | None = None
        self._draft = ""
        super().__init__(text, placeholder=placeholder, id=id, classes=classes)

    def begin(self, text: str = "") -> None:
        self._at = None
        super().begin("")
        if "\n" in text:
            self.pasted(_unix(text))
        elif text:
            # As it is: a line begun for the clerk ends with the space that the next word needs.
            self.type_in(text)

    def key_pressed(self, event: events.Key) -> bool:
        if event.key == "enter":
            self.action_done()
        elif event.key == "tab" and self.suggestion:
            self.type_in(self.suggestion)
        elif event.key == "up" and self.cursor_at_first_line and self.earlier:
            self._walk(-1)
        elif event.key == "down" and self.cursor_at_last_line and self._at is not None:
            self._walk(1)
        else:
            return False
        return True

    def pasted(self, text: str) -> None:
        lines = [line.rstrip() for line in text.split("\n")]
        first, rest = lines[0], [line if line.startswith("  ") else f"  {line}" for line in lines[1:] if line]
        self.type_in("\n".join([first, *rest]))

    def action_done(self) -> None:
        self._at = None
        super().action_done()

    def update_suggestion(self) -> None:
        whole = (
            self.suggest(self.text) if self.suggest is not None and self.text and self.cursor_at_end_of_text else None
        )
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


def _unix(text: str) -> str:
    return _LINE_ENDS.sub("\n", text)
