"""Rows, wrapped to a width and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from screens.kit.fitting import GetStyle, drawn, one_line, wrapped
from screens.kit.hidden import marked

CURSOR_MARK = "›"
"""Stands before the cursor row, so that it can be found without colour."""

NOTHING = Content("")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row: its text, and perhaps a part before it and a part flush right, both on its first line."""

    text: Content
    key: str | None = None
    """What the row stands for. Only a row with a key can hold the cursor."""
    left: Content | None = None
    """The text hangs beside it; `None` lets the text begin at the edge, as a heading does."""
    right: Content | None = None
    style: str = ""
    """A style over the whole row, by theme variable: "bold", "$text-muted"."""

    def __post_init__(self) -> None:
        for name in ("text", "left", "right"):
            part = getattr(self, name)
            if part is not None and (seen := marked(part)) is not part:
                object.__setattr__(self, name, seen)

    def same(self, other: Row) -> bool:
        """Whether `other` would look the same. (`Content.__eq__` compares the words only, not their styles.)"""
        return self is other or (
            self.key == other.key
            and self.style == other.style
            and self.text.is_same(other.text)
            and _same_part(self.left, other.left)
            and _same_part(self.right, other.right)
        )


def _same_part(one: Content | None, other: Content | None) -> bool:
    return one is other or (one is not None and other is not None and one.is_same(other))


class Shape(NamedTuple):
    """What decides how rows are wrapped."""

    width: int
    marked: bool
    """A column is kept for the cursor's mark."""
    left: int
    """Cells kept for left parts, their gap included; 0: what each needs."""
    wrap: bool


class Laid:
    """A row wrapped to a shape, with what has been drawn of it."""

    __slots__ = ("_left", "_right", "_room", "lines", "row", "strips")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.lines: list[Content] = [row.text]
        self.strips: dict[bool, list[Strip]] = {}
        """What is drawn, by whether the cursor is on it; to be cleared when styles change."""
        self._left = self._right = self._room = 0

    def measure(self, shape: Shape) -> None:
        """Wrap to this shape."""
        row = self.row
        width = shape.width - shape.marked
        left = 0 if row.left is None else shape.left or (row.left.cell_length + 1 if row.left else 0)
        right = row.right.cell_length + 1 if row.right else 0
        # In a pane too narrow for all three, the words matter more than what stands beside them.
        if right and width - left - right < 8:
            right = 0
        if left and width - left < 4:
            left = 0
        self._left, self._right, self._room = left, right, max(1, width - left - right)
        self.lines = wrapped(row.text, self._room) if shape.wrap else [one_line(row.text, self._room)]
        self.strips.clear()

    def draw(self, shape: Shape, style: Style, get_style: GetStyle, at_cursor: bool) -> list[Strip]:
        """The row's lines, each as wide as the shape."""
        if (known := self.strips.get(at_cursor)) is not None:
            return known
        if self.row.style:
            own = get_style(self.row.style)
            style = style + (Style(bold=own.bold, italic=own.italic) if at_cursor else own)
        strips = self.strips[at_cursor] = [
            self._draw_line(number, shape, style, get_style, at_cursor) for number in range(len(self.lines))
        ]
        return strips

    def _draw_line(self, number: int, shape: Shape, style: Style, get_style: GetStyle, at_cursor: bool) -> Strip:
        first, under = number == 0, style.rich_style
        parts = []
        if shape.marked:
            parts.append(drawn(Content(CURSOR_MARK if at_cursor and first else " "), style, get_style))
        if self._left:
            left = self.row.left if first and self.row.left is not None else NOTHING
            part = drawn(one_line(left, self._left), style, get_style, plain=at_cursor)
            parts.append(part.adjust_cell_length(self._left, under))
        part = drawn(self.lines[number], style, get_style, plain=at_cursor)
        parts.append(part.adjust_cell_length(self._room, under))
        if self._right:
            right = self.row.right if first and self.row.right is not None else NOTHING
            gap = Content(" " * (self._right - right.cell_length))
            parts.append(drawn(gap + right, style, get_style, plain=at_cursor))
        return Strip.join(parts).adjust_cell_length(shape.width, under)
