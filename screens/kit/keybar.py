"""The key bar: one line, one widget."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.commands import AnyCommand, Commands, by_weight
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

    def __init__(self, commands: Commands, *, more: str = "?", id: str | None = None) -> None:  # noqa: A002
        """`more` is the key of the full list, shown beside the number of commands left out."""
        super().__init__(id=id)
        self._commands = commands
        self._more = more
        self._now: tuple[AnyCommand, ...] = ()
        self._strip: Strip | None = None

    def show(self, available: Iterable[AnyCommand]) -> None:
        """Show these commands, available now. Showing the same ones again costs nothing."""
        now = tuple(command for command in by_weight(available) if self._commands.keys(command))
        if now != self._now:
            self._now = now
            self._strip = None
            self.refresh()

    def content(self, width: int) -> Content:
        """What the bar says in `width` cells."""
        names = [(self._commands.shown(command), command.label) for command in self._now if command.weight > 0]
        hidden = len(self._now) - len(names)
        sizes = [len(key) + 1 + len(label) + len(self.GAP) for key, label in names]
        fitting = len(names)
        while True:
            left_out = len(names) - fitting + hidden
            more = f"+{left_out} {self._more}" if left_out else ""
            used = sum(sizes[:fitting]) + (len(more) if more else -len(self.GAP))
            if fitting == 0 or used <= width - 2:
                break
            fitting -= 1
        parts: list[Content | str | tuple[str, str]] = [" " if used <= width - 1 else ""]
        for key, label in names[:fitting]:
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
