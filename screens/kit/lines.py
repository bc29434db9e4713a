"""A pane of rows: the agenda, the record, the members, the findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.kit.fitting import drawn, wrapped
from screens.kit.rows import NOTHING, Laid, Row, Shape

__all__ = ["Lines", "Row"]


class Lines(ScrollView, can_focus=True):
    """Shows rows, wrapped, of which any number costs only what is visible.

    Give it all rows with `show`, or one changed row with `change`: only lines that differ are wrapped and drawn again.
    The cursor belongs to a row's key; rows may come, go and move without it landing on another row.
    """

    DEFAULT_CSS = """
    Lines {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 1 1;
        scrollbar-gutter: stable;
        & > .lines--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .lines--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .lines--empty { color: $text-muted; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor", "lines--empty"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor is on another row, moved by a key or because its own row went away."""

        def __init__(self, lines: Lines, key: str | None) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> Lines:
            return self.lines

    class Chosen(Message):
        """Enter was pressed on the cursor row; only sent with `chooses`."""

        def __init__(self, lines: Lines, key: str) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> Lines:
            return self.lines

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        cursor: bool = False,
        chooses: bool = False,
        follow_end: bool = False,
        wrap: bool = True,
        left: int = 0,
        empty: Content = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """`cursor`: rows with keys can be walked. `chooses`: Enter on one sends `Chosen`. `follow_end`: the end stays
        in view while rows are added, unless the reader has scrolled up. `wrap=False` gives each row one line. `left`:
        cells kept for left parts, their gap included (0: each row keeps what its own part needs). `empty` stands
        there when there are no rows."""
        super().__init__(id=id, classes=classes)
        self.has_cursor = cursor
        self.chooses = chooses
        self.follow_end = follow_end
        self._empty = empty
        self._shape = Shape(0, cursor, left, wrap)
        self._laid: list[Laid] = []
        self._index: dict[str, int] = {}
        self._starts: list[int] = [0]
        self._cursor: str | None = None
        self._at_end = True
        """Whether the reader was last seen at the end; a change of rows or size does not count."""
        self.show(rows)

    # -- rows ------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[Row]:
        """The rows as they are shown now."""
        return [laid.row for laid in self._laid]

    def show(self, rows: Iterable[Row]) -> None:
        """Show these rows in place of those before. Rows that look the same as before cost nothing."""
        new = list(rows)
        old = self._laid
        shared = min(len(new), len(old))
        head = 0
        while head < shared and old[head].row.same(new[head]):
            head += 1
        if head == len(new) == len(old):
            return
        tail = 0
        while tail < shared - head and old[-1 - tail].row.same(new[-1 - tail]):
            tail += 1
        before = old[head : len(old) - tail]
        kept = {laid.row.key: laid for laid in before if laid.row.key is not None}
        middle = []
        for row in new[head : len(new) - tail]:
            laid = kept.get(row.key) if row.key is not None else None
            middle.append(laid if laid is not None and laid.row.same(row) else self._lay(row))
        laid_rows = old[:head] + middle + old[len(old) - tail :]
        index = {laid.row.key: number for number, laid in enumerate(laid_rows) if laid.row.key is not None}
        if len(index) != sum(laid.row.key is not None for laid in laid_rows):
            raise ValueError("two rows have the same key")
        heir = self._heir(index)
        self._laid, self._index = laid_rows, index
        if [len(laid.lines) for laid in before] == [len(laid.lines) for laid in middle]:
            for number, (was, now) in enumerate(zip(before, middle, strict=True), head):
                if was is not now:
                    self._refresh_row(number)
        else:
            self._restart(head)
        self._settle(heir)

    def change(self, row: Row) -> None:
        """Show `row` in place of the one that has its key. Raises KeyError when there is none."""
        number = self._index[row.key or ""]
        was = self._laid[number]
        if was.row.same(row):
            return
        now = self._laid[number] = self._lay(row)
        if len(now.lines) == len(was.lines):
            self._refresh_row(number)
        else:
            self._restart(number)
            self._settle(self._cursor)

    # -- cursor ----------------------------------------------------------------------------------------------------

    @property
    def cursor(self) -> str | None:
        """Key of the cursor row."""
        return self._cursor

    @cursor.setter
    def cursor(self, key: str | None) -> None:
        if key is not None and key not in self._index:
            raise KeyError(key)
        if key == self._cursor:
            return
        was, self._cursor = self._cursor, key
        for changed in (was, key):
            if changed in self._index:
                self._refresh_row(self._index[changed])
        self._see_cursor()

    def park(self) -> None:
        """Put the terminal's own cursor on the cursor row, where a screen reader looks."""
        if self._cursor is not None and self.is_mounted:
            x, y, width, height = self.scrollable_content_region
            line = self._starts[self._index[self._cursor]] - self.scroll_offset.y
            if width and 0 <= line < height:
                self.app.cursor_position = Offset(x, y + line)

    def _heir(self, index: dict[str, int]) -> str | None:
        """The cursor row's key, or when it is going, that of the nearest row that stays: below first, then above."""
        if self._cursor is None or self._cursor in index:
            return self._cursor
        gone = self._index[self._cursor]
        keys = [laid.row.key for laid in self._laid]
        return next((key for key in keys[gone:] + keys[:gone][::-1] if key is not None and key in index), None)

    def _settle(self, heir: str | None) -> None:
        moved = heir != self._cursor
        self._cursor = heir
        if moved:
            if heir is not None:
                self._refresh_row(self._index[heir])
            self.post_message(self.Moved(self, heir))
        if not self._shape.width:
            return  # Not yet on a screen.
        if self.follow_end and self._at_end:
            self._scroll(self._starts[-1])
        else:
            self._see_cursor()

    def _see_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if self._cursor is None or not height:
            return
        number = self._index[self._cursor]
        first, after = self._starts[number], self._starts[number + 1]
        top = self.scroll_offset.y
        if first < top or after - first >= height:
            self._scroll(first)
        elif after > top + height:
            self._scroll(after - height)
        if self.has_focus:
            self.park()

    def _scroll(self, line: int) -> None:
        # Forced, since until the next layout Textual holds that what has just overflowed cannot scroll.
        self.scroll_to(y=line, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Walk the cursor, or without one scroll."""
        if not self.has_cursor:
            self._scroll(self.scroll_offset.y + by)
            return
        number = self._index[self._cursor] if self._cursor is not None else (-1 if by > 0 else len(self._laid))
        number += by
        while 0 <= number < len(self._laid):
            if self._go(number):
                return
            number += by
        # Headings above the first row that can hold the cursor must be reachable too.
        self._scroll(0 if by < 0 else self._starts[-1])

    def action_page(self, by: int) -> None:
        """Walk or scroll by what fits in the pane."""
        height = max(1, self.scrollable_content_region.height - 1)
        if not self.has_cursor:
            self._scroll(self.scroll_offset.y + by * height)
            return
        here = self._starts[self._index[self._cursor]] if self._cursor is not None else 0
        aim = min(max(0, here + by * height), max(0, self._starts[-1] - 1))
        number = self._number_at(aim)
        onward, back = range(number, len(self._laid)), range(number, -1, -1)
        any(self._go(there) for there in ((*onward, *back) if by > 0 else (*back, *onward)))

    def action_edge(self, side: int) -> None:
        """Go to the first or the last row."""
        if self.has_cursor:
            numbers = range(len(self._laid)) if side < 0 else range(len(self._laid) - 1, -1, -1)
            any(self._go(number) for number in numbers)
        self._scroll(0 if side < 0 else self._starts[-1])

    def action_choose(self) -> None:
        if self._cursor is not None:
            self.post_message(self.Chosen(self, self._cursor))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.chooses if action == "choose" else True

    def _go(self, number: int) -> bool:
        key = self._laid[number].row.key
        if key is None:
            return False
        if key != self._cursor:
            self.cursor = key
            self.post_message(self.Moved(self, key))
        return True

    # -- laying out ------------------------------------------------------------------------------------------------

    def _lay(self, row: Row) -> Laid:
        laid = Laid(row)
        if self._shape.width:
            laid.measure(self._shape)
        return laid

    def _measure_all(self, width: int) -> None:
        self._shape = self._shape._replace(width=width)
        for laid in self._laid:
            laid.measure(self._shape)
        self._starts = list(accumulate((len(laid.lines) for laid in self._laid), initial=0))

    def _restart(self, number: int) -> None:
        """Count the lines again from this row on, and draw what stands below it again."""
        heights = (len(laid.lines) for laid in self._laid[number:])
        self._starts[number:] = accumulate(heights, initial=self._starts[number])
        self._resize_virtual()
        top = max(self._starts[number], self.scroll_offset.y)
        self.refresh_lines(top, max(1, self.scroll_offset.y + self.size.height - top))

    def _resize_virtual(self) -> None:
        self.virtual_size = Size(self._shape.width, self._starts[-1])

    def _refresh_row(self, number: int) -> None:
        self._laid[number].strips.clear()
        self.refresh_lines(self._starts[number], len(self._laid[number].lines))

    def _number_at(self, line: int) -> int:
        return bisect_right(self._starts, line, hi=len(self._laid)) - 1

    def on_resize(self, event: events.Resize) -> None:
        width = self.scrollable_content_region.width
        if width != self._shape.width:
            self._measure_all(width)
            self.refresh()
        self._resize_virtual()
        self._settle(self._cursor)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        height = self.scrollable_content_region.height
        self._at_end = self.scroll_offset.y + height >= self._starts[-1]

    def on_focus(self, event: events.Focus) -> None:
        self._redraw_cursor()
        self.park()

    def on_blur(self, event: events.Blur) -> None:
        self._redraw_cursor()

    def _redraw_cursor(self) -> None:
        if self._cursor is not None:
            self._refresh_row(self._index[self._cursor])

    def notify_style_update(self) -> None:
        super().notify_style_update()
        for laid in self._laid:
            laid.strips.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if width != self._shape.width and width > 0:
            self._measure_all(width)
        return max(1, self._starts[-1])

    # -- drawing ---------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if width <= 0:
            return Strip.blank(0)
        if width != self._shape.width:
            self._measure_all(width)
        line = y + self.scroll_offset.y
        if not self._laid:
            return self._empty_line(line, width)
        if not 0 <= line < self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        number = self._number_at(line)
        laid = self._laid[number]
        at_cursor = self._cursor is not None and laid.row.key == self._cursor
        style = self.get_visual_style("lines--cursor") if at_cursor else self.visual_style
        return laid.draw(self._shape, style, self._get_style, at_cursor)[line - self._starts[number]]

    def _empty_line(self, line: int, width: int) -> Strip:
        lines = wrapped(self._empty, width)
        style = self.get_visual_style("lines--empty")
        strip = drawn(lines[line], style, self._get_style) if line < len(lines) else Strip([])
        return strip.adjust_cell_length(width, style.rich_style)
