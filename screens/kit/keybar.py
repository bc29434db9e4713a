"""The key bar: one line, one widget."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.command import AnyCommand
from screens.kit.commands import Commands
from screens.kit.fitting import drawn


class KeyBar(Widget):
    """Shows as many of the commands now available as fit, the heaviest first, and says how many more `?` would show.

    It stands in for Textual's Footer, which leaks on every change of focus and drops keys off its edge unseen.
    """

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        width: 1fr;
        dock: bottom;
        background: $footer-background;
        color: $footer-description-foreground;
        & > .keybar--key { color: $footer-key-foreground; text-style: bold; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key"}

    ALLOW_SELECT = False

    GAP = "   "

    def __init__(self, commands: Commands, *, rest: str = "help.keys", id: str | None = None) -> None:  # noqa: A002
        """`rest` is the id of the command that lists them all; its key stands beside the number of those left out."""
        super().__init__(id=id)
        self._commands = commands
        self._rest = rest
        self._named: list[tuple[str, str]] = []
        self._unnamed = 0
        self._more = "?"
        self._strip: Strip | None = None

    def show(self, available: Iterable[AnyCommand], context: str | None = None) -> None:
        """Show these commands, available now, the first first, by the keys that work in `context`. The same again costs
        nothing."""
        shown = self._commands.shown
        keyed = [(shown(command, context), command) for command in available]
        named = [(key, command.label) for key, command in keyed if key and command.weight > 0]
        unnamed = sum(bool(key) and command.weight <= 0 for key, command in keyed)
        more = (shown(self._commands[self._rest], context) if self._rest in self._commands else "") or "?"
        if (named, unnamed, more) != (self._named, self._unnamed, self._more):
            self._named, self._unnamed, self._more = named, unnamed, more
            self._strip = None
            self.refresh()

    def content(self, width: int) -> Content:
        """What the bar says in `width` cells."""
        sizes = [len(key) + 1 + len(label) + len(self.GAP) for key, label in self._named]
        fitting = len(sizes)
        while True:
            left_out = len(sizes) - fitting + self._unnamed
            more = f"+{left_out} {self._more}" if left_out else ""
            used = sum(sizes[:fitting]) + (len(more) if more else -len(self.GAP))
            if fitting == 0 or used <= width - 2:
                break
            fitting -= 1
        parts: list[Content | str | tuple[str, str]] = [" " if used <= width - 2 else ""]
        for key, label in self._named[:fitting]:
            parts += [(key, ".keybar--key"), " ", label, self.GAP]
        parts.append(more if len(more) <= width else self._more)
        return Content.assemble(*parts).rstrip()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self._strip is None or self._strip.cell_length != width:
            style = self.visual_style
            strip = drawn(self.content(width), style, self._get_style)
            self._strip = strip.adjust_cell_length(max(0, width), style.rich_style)
        return self._strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strip = None
