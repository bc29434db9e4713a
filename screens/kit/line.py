"""Lines of text that say one thing: the say-back line, the status line, the question now open."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.fitting import drawn, one_line, wrapped
from screens.kit.hidden import marked

NOTHING = Content("")


class Said(Widget):
    """Shows a Content in a box whose height never follows it, so that new words never move the rest of the screen.

    What does not fit in the box ends with an ellipsis. `right` stands flush right on the first line.
    """

    DEFAULT_CSS = """
    Said { height: 1; width: 1fr; }
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        text: Content = NOTHING,
        right: Content = NOTHING,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = marked(text)
        self._right = marked(right)
        self._fitted: tuple[tuple[int, int], list[Content]] | None = None

    @property
    def text(self) -> Content:
        """What it says now."""
        return self._text

    def say(self, text: Content, right: Content | None = None) -> None:
        """Say `text`; `right` stays as it is unless given."""
        text = marked(text)
        right = self._right if right is None else marked(right)
        if text.is_same(self._text) and right.is_same(self._right):
            return
        self._text, self._right = text, right
        self._fitted = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        style = self.visual_style
        if width <= 0:
            return Strip.blank(0)
        lines = self._fit(width, height)
        strip = drawn(lines[y], style, self._get_style) if y < len(lines) else Strip([])
        if y == 0 and (room := self._room_right(width)):
            strip = Strip.join(
                [strip.adjust_cell_length(width - room, style.rich_style), drawn(self._right, style, self._get_style)]
            )
        return strip.adjust_cell_length(width, style.rich_style)

    def _room_right(self, width: int) -> int:
        room = self._right.cell_length
        # The sentence is the point: beside it, the right part gives way first.
        return room if room and width - room >= 12 else 0

    def _fit(self, width: int, height: int) -> list[Content]:
        if self._fitted is None or self._fitted[0] != (width, height):
            room = self._room_right(width)
            space = width - (room + 1 if room else 0)
            lines = [one_line(self._text, space)] if height <= 1 else wrapped(self._text, space, height)
            self._fitted = ((width, height), lines)
        return self._fitted[1]


class Passage(Said):
    """A Said as tall as its words need, up to its CSS `max-height`. In the flow the rest of the screen moves when
    the number of lines changes; docked on a layer of its own, nothing does."""

    DEFAULT_CSS = """
    Passage { height: auto; max-height: 8; }
    """

    def say(self, text: Content, right: Content | None = None) -> None:
        before = self._height(self.size.width)
        super().say(text, right)
        if self._height(self.size.width) != before:
            self.refresh(layout=True)

    def lines_needed(self, width: int) -> int:
        """Lines that all of its words take in so many cells; more than it is tall where some are cut."""
        return self._height(width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return self._text.get_optimal_width({}, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._height(width)

    def _height(self, width: int) -> int:
        room = self._room_right(width)
        return len(wrapped(self._text, width - (room + 1 if room else 0)))
