"""A pane of rows: the agenda, the record, the members, the findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.kit.fitting import drawn, wrapped
from screens.kit.rows import NOTHING, Row, Shape
from screens.kit.stack import Stack, heir

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
        wrap: bool = True,
        left: int = 0,
        empty: Content = NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """`cursor`: rows with keys can be walked. `chooses`: Enter on one sends `Chosen`. `wrap=False` gives each row
        one line. `left`: cells kept for left parts, their gap included (0: each row keeps what its own part needs).
        `empty` stands there when there are no rows."""
        super().__init__(id=id, classes=classes)
        self.has_cursor = cursor
        self.chooses = chooses
        self._empty = empty
        self._stack = Stack(Shape(0, cursor, left, wrap))
        self._cursor: str | None = None
        self.walked = False
        """Whether the cursor stands where a key put it."""
        self._foot = 0
        """The line to which it can be scrolled, where that is below the last row."""
        self._box = 0
        """Lines that there was room for before the last change of size."""
        self.show(rows)

    # -- rows ------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[Row]:
        """The rows as they are shown now."""
        return [laid.row for laid in self._stack.laid]

    def show(self, rows: Iterable[Row]) -> None:
        """Show these rows in place of those before. Rows that look the same as before cost nothing."""
        rows = list(rows)
        cursor = self._cursor
        if cursor is not None:
            cursor = heir(cursor, [row.key for row in self.rows], [row.key for row in rows])
        self._repaint(*self._stack.replace(rows))
        if cursor != self._cursor:
            self._cursor, self.walked = cursor, False
            self._redraw(cursor)
            self.post_message(self.Moved(self, cursor))
        self._settle()

    def change(self, row: Row) -> None:
        """Show `row` in place of the one that has its key. Raises KeyError when there is none."""
        self._repaint(*self._stack.change(row))
        self._settle()

    def _repaint(self, rows: list[int], moved: int | None) -> None:
        starts = self._stack.starts
        for number in rows:
            self.refresh_lines(starts[number], starts[number + 1] - starts[number])
        if moved is not None:
            self._extend()
            top = max(starts[moved], self.scroll_offset.y)
            self.refresh_lines(top, max(1, self.scroll_offset.y + self.size.height - top))

    def _extend(self) -> None:
        """Let the scrollbar know how many lines there are."""
        self._foot = min(self._foot, self._stack.height + self._spare)
        size = Size(self._stack.shape.width, max(self._stack.height, self._foot))
        if self.styles.auto_dimensions or not self.is_mounted:
            self.virtual_size = size
        elif size != self.virtual_size:
            # Assigned, it would have Textual lay out the whole screen; but our own size does not follow the rows.
            self.set_reactive(Lines.virtual_size, size)
            self._scroll_update(size)

    def _redraw(self, key: str | None) -> None:
        if key in self._stack.index:
            self._repaint([self._stack.index[key]], None)

    # -- cursor ----------------------------------------------------------------------------------------------------

    @property
    def cursor(self) -> str | None:
        """Key of the cursor row. Setting it posts nothing; KeyError when there is no such row."""
        return self._cursor

    @cursor.setter
    def cursor(self, key: str | None) -> None:
        if key is not None and key not in self._stack.index:
            raise KeyError(key)
        beyond = 0
        if key is not None and self._stack.span(key)[1] == self._stack.height > self._foot:
            beyond = self._spare
            self._foot = self._stack.height + beyond
            self._extend()
        self.walked = False
        self._point(key, beyond)

    def _point(self, key: str | None, beyond: int = 0) -> None:
        if key != self._cursor:
            was, self._cursor = self._cursor, key
            self._redraw(was)
            self._redraw(key)
            self._see_cursor(beyond)

    def park(self) -> None:
        """Put the terminal's own cursor on the cursor row, where a screen reader looks."""
        if self._cursor is not None and self.is_mounted:
            x, y, width, height = self.scrollable_content_region
            line = self._stack.span(self._cursor)[0] - self.scroll_offset.y
            if width and 0 <= line < height:
                self.app.cursor_position = Offset(x, y + line)

    def action_move(self, by: int) -> None:
        """Walk the cursor, or without one scroll."""
        if not self.has_cursor:
            self._scroll(self.scroll_offset.y + by)
            return
        count = len(self._stack)
        here = self._stack.index[self._cursor] if self._cursor is not None else (-1 if by > 0 else count)
        # Half a box at a time: who reads on sees what comes, and most keys paint two rows.
        half = self.scrollable_content_region.height // 2
        if not self._go(range(here + by, count if by > 0 else -1, by), half):
            # Headings beyond the last row that can hold the cursor must be reachable too.
            self._scroll(0 if by < 0 else self._stack.height)

    def action_page(self, by: int) -> None:
        """Walk or scroll by what fits in the pane."""
        height = max(1, self.scrollable_content_region.height - 1)
        if not self.has_cursor:
            self._scroll(self.scroll_offset.y + by * height)
            return
        if not len(self._stack):
            return
        here = self._stack.span(self._cursor)[0] if self._cursor is not None else 0
        number = self._stack.at(min(max(0, here + by * height), max(0, self._stack.height - 1)))
        onward, back = range(number, len(self._stack)), range(number, -1, -1)
        self._go((*onward, *back) if by > 0 else (*back, *onward))

    def action_edge(self, side: int) -> None:
        """Go to the first or the last row."""
        if self.has_cursor:
            numbers = range(len(self._stack))
            self._go(numbers if side < 0 else reversed(numbers))
        self._scroll(0 if side < 0 else self._stack.height)

    def action_choose(self) -> None:
        if self._cursor is not None:
            self.post_message(self.Chosen(self, self._cursor))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.chooses if action == "choose" else True

    def _go(self, numbers: Iterable[int], beyond: int = 0) -> bool:
        """Put the cursor on the first of these rows that can hold it."""
        key = next((key for key in map(self._stack.key, numbers) if key is not None), None)
        if key is not None and key != self._cursor:
            self._point(key, beyond)
            self.walked = True
            self.post_message(self.Moved(self, key))
        return key is not None

    # -- scrolling -------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        if not self._stack.shape.width:
            return  # Not yet on a screen.
        self._see_cursor()

    def see(self, key: str, beyond: int = 0) -> None:
        """Scroll so that a row is in sight, from its beginning where it is longer than the box; and where that takes
        scrolling, so many lines `beyond` it as well. KeyError when there is no such row."""
        height = self.scrollable_content_region.height
        if not height:
            return
        first, after = self._stack.span(key)
        top = self.scroll_offset.y
        beyond = max(0, min(beyond, height - (after - first)))
        if first < top:
            self._scroll(first - beyond)
        elif after - first >= height:
            self._scroll(first)
        elif after > top + height:
            self._scroll(after + beyond - height)

    @property
    def _spare(self) -> int:
        """Lines left free below the last row when one is added at the foot of a full box: so the box is scrolled, and
        painted whole, for every few rows that are recorded and not for each."""
        height = self.scrollable_content_region.height
        return height // 4 if self._stack.height > height else 0

    def _see_cursor(self, beyond: int = 0) -> None:
        if self._cursor is None or not self.scrollable_content_region.height:
            return
        self.see(self._cursor, beyond)
        if self.has_focus:
            self.park()

    def _scroll(self, line: int) -> None:
        # Forced, since until the next layout Textual holds that what has just overflowed cannot scroll.
        self.scroll_to(y=line, animate=False, force=True)

    # -- size, focus, style ----------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        width = self.scrollable_content_region.width
        shown, self._box = self._box, self.scrollable_content_region.height
        self._foot = 0
        end_seen = shown > 0 and self.scroll_offset.y + shown >= self._stack.height
        if width != self._stack.shape.width:
            self._stack.reshape(width)
            self.refresh()
        self._extend()
        if end_seen and self.has_cursor and self._cursor is None:
            # Nothing is pointed at: what came last is looked at, and stays in sight in a smaller box.
            self._scroll(self._stack.height)
        else:
            self._settle()

    def on_focus(self, event: events.Focus) -> None:
        self._restyle_cursor()
        self.park()

    def on_blur(self, event: events.Blur) -> None:
        self._restyle_cursor()

    def _restyle_cursor(self) -> None:
        for laid in self._stack.laid:
            laid.strips.pop(True, None)
        self._redraw(self._cursor)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        for laid in self._stack.laid:
            laid.strips.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if width != self._stack.shape.width and width > 0:
            self._stack.reshape(width)
        return max(1, self._stack.height)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        width = self.scrollable_content_region.width
        if width > 0 and width != self._stack.shape.width:
            self._stack.reshape(width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        # Asked for every line, so the width is looked at before all of them.
        stack = self._stack
        width = stack.shape.width
        if width <= 0:
            return Strip.blank(0)
        line = y + self.scroll_offset.y
        if not len(stack):
            return self._empty_line(line, width)
        if not 0 <= line < stack.height:
            return Strip.blank(width, self.rich_style)
        number = stack.at(line)
        laid = stack.laid[number]
        at_cursor = self._cursor is not None and laid.row.key == self._cursor
        style = self.get_visual_style("lines--cursor") if at_cursor else self.visual_style
        return laid.draw(stack.shape, style, self._get_style, at_cursor)[line - stack.starts[number]]

    def _empty_line(self, line: int, width: int) -> Strip:
        lines = wrapped(self._empty, width)
        if line >= len(lines):
            return Strip.blank(width, self.rich_style)
        style = self.get_visual_style("lines--empty")
        return drawn(lines[line], style, self._get_style).adjust_cell_length(width, style.rich_style)
