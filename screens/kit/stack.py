"""Rows one above the other: which of them begins on which line, and what a change of them changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from screens.kit.rows import Laid, Row, Shape


class Stack:
    """Rows laid out in a shape. Knows nothing of a screen; says what must be painted again."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.laid: list[Laid] = []
        self.index: dict[str, int] = {}
        """Number of each row that has a key."""
        self.starts: list[int] = [0]
        """The line on which each row begins, and after them the number of lines."""

    @property
    def height(self) -> int:
        return self.starts[-1]

    def __len__(self) -> int:
        return len(self.laid)

    def key(self, number: int) -> str | None:
        return self.laid[number].row.key

    def at(self, line: int) -> int:
        """Number of the row on this line."""
        return bisect_right(self.starts, line, hi=len(self.laid)) - 1

    def span(self, key: str) -> tuple[int, int]:
        """The first line of a row, and the one after its last."""
        number = self.index[key]
        return self.starts[number], self.starts[number + 1]

    def reshape(self, width: int) -> None:
        """Wrap everything to another width."""
        self.shape = self.shape._replace(width=width)
        for laid in self.laid:
            laid.measure(self.shape)
        self._count(0)

    def replace(self, rows: Sequence[Row]) -> tuple[list[int], int | None]:
        """Put `rows` in place of those before, keeping what looks the same. Returns the numbers of the rows to paint
        again; or else the number of the row from which on everything has moved."""
        old = self.laid
        shared = min(len(rows), len(old))
        head = 0
        while head < shared and old[head].row.same(rows[head]):
            head += 1
        if head == len(rows) == len(old):
            return [], None
        tail = 0
        while tail < shared - head and old[-1 - tail].row.same(rows[-1 - tail]):
            tail += 1
        before = old[head : len(old) - tail]
        kept = {laid.row.key: laid for laid in before if laid.row.key is not None}
        middle = []
        for row in rows[head : len(rows) - tail]:
            laid = kept.get(row.key) if row.key is not None else None
            middle.append(laid if laid is not None and laid.row.same(row) else self._lay(row))
        after = old[:head] + middle + old[len(old) - tail :]
        index = {laid.row.key: number for number, laid in enumerate(after) if laid.row.key is not None}
        if len(index) != sum(laid.row.key is not None for laid in after):
            raise ValueError("two rows have the same key")
        self.laid, self.index = after, index
        if [len(laid.lines) for laid in before] != [len(laid.lines) for laid in middle]:
            self._count(head)
            return [], head
        pairs = enumerate(zip(before, middle, strict=True), head)
        return [number for number, (was, now) in pairs if was is not now], None

    def change(self, row: Row) -> tuple[list[int], int | None]:
        """As `replace`, for the one row that has this key; KeyError when there is none."""
        number = self.index[row.key or ""]
        was = self.laid[number]
        if was.row.same(row):
            return [], None
        now = self.laid[number] = self._lay(row)
        if len(now.lines) == len(was.lines):
            return [number], None
        self._count(number)
        return [], number

    def _lay(self, row: Row) -> Laid:
        laid = Laid(row)
        if self.shape.width:
            laid.measure(self.shape)
        return laid

    def _count(self, number: int) -> None:
        heights = (len(laid.lines) for laid in self.laid[number:])
        self.starts[number:] = accumulate(heights, initial=self.starts[number])


def heir(key: str | None, before: Sequence[str | None], after: Sequence[str | None]) -> str | None:
    """`key`, or when it has gone, that of the nearest row that stays: below it first, then above."""
    staying = set(after)
    if key is None or key in staying:
        return key
    gone = before.index(key)
    near = [*before[gone:], *reversed(before[:gone])]
    return next((other for other in near if other is not None and other in staying), None)
