"""What both kinds of field share: how they look, how they begin and how they end."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from clerk.hidden import as_given, shown, writable
from screens.kit.ghost import Ghost
from screens.kit.keys import typed_by

NOTHING = Content("")

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


def unix(text: str) -> str:
    """`text` as a field has it: with line ends of one kind, and marks for characters that nobody would see or that are
    not kept."""
    return shown(writable(_LINE_ENDS.sub("\n", text)))


class Typed(Message):
    """Something typed, with the field it came from. Where the field shows a mark for a character that nobody would see,
    the text has the character."""

    def __init__(self, field: TextEntry, text: str) -> None:
        super().__init__()
        self.field = field
        self.text = as_given(text)

    @property
    def control(self) -> TextEntry:
        return self.field


class TextEntry(TextArea):
    """A text area without borders that eat rows; base of `Field` and `OneLine`."""

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

    class Done(Typed):
        """The text is finished. It stays in the field until the receiver empties it, so that a failed save loses
        nothing."""

    class Left(Typed):
        """The field was left by Esc, with what stood in it then."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: Content | str = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        self.ghost = Ghost(self)
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
        self.load_text(unix(text))
        self.move_cursor(self.document.end)
        # Not `focus()`, which waits its turn: keys already on their way would be taken for commands.
        self.screen.set_focus(self)
        self.update_suggestion()

    def put_back(self, text: str) -> None:
        """Put text that could not be recorded before whatever has been typed since; nothing is lost."""
        if text:
            text = shown(text)
            self.insert(text if not self.text else f"{text}\n", (0, 0), maintain_selection_offset=True)
            self.move_cursor(self.document.end)

    def action_done(self) -> None:
        self.post_message(self.Done(self, self.text))

    def action_leave(self) -> None:
        self.post_message(self.Left(self, self.text))

    def type_in(self, text: str) -> None:
        """Insert as if typed: over the selection, and undone in one step."""
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def update_suggestion(self) -> None:
        self.ghost.update()

    def watch_selection(self) -> None:
        """Where the caret leaves the end nothing is offered."""
        self.ghost.update()

    def key_pressed(self, event: events.Key) -> bool:
        """A key before the text sees it; true when it has been dealt with."""
        return False

    def to_the_end(self, key: str) -> bool:
        """Home and End in a text that is one paragraph, however many lines it takes: to the ends of the text; with Ctrl
        in any."""
        if key.removeprefix("ctrl+") not in ("home", "end"):
            return False
        self.move_cursor((0, 0) if key.endswith("home") else self.document.end)
        return True

    def pasted(self, text: str) -> None:
        """A paste, its line ends made one kind."""
        self.type_in(text)

    def render_line(self, y: int) -> Strip:
        # TextArea stops the program when it has a placeholder and no width.
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def on_key(self, event: events.Key) -> None:
        """Before `TextArea` sees the key, which drops a character that it takes for none, such as a space of Word's
        that breaks no line."""
        ends = event.key in ("ctrl+home", "ctrl+end") and self.to_the_end(event.key)
        if ends or (
            not self.read_only and (self.ghost.key(event) or self.key_pressed(event) or self._type_unprintable(event))
        ):
            event.stop()
            event.prevent_default()

    def _type_unprintable(self, event: events.Key) -> bool:
        character = typed_by(event)
        if character is None or event.is_printable:
            return False
        self.pasted(unix(character))
        return True

    def on_paste(self, event: events.Paste) -> None:
        """In the place of `TextArea`'s own."""
        event.stop()
        event.prevent_default()
        if not self.read_only and event.text:
            self.pasted(unix(event.text))
