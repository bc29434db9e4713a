"""What every reader makes of a file: one stream of lines and rows of tables, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct

MOST_LINES = 100_000
MOST_CHARACTERS = 10_000_000
"""What a file may hold; an agenda of a thousand pages has half of it."""


class Place(NamedTuple):
    """Where in the files something stands. A page is counted from the first of the file."""

    file: str = ""
    line: int = 0
    page: int = 0
    part: str = ""

    def __str__(self) -> str:
        where = self.part or (f"page {self.page}" if self.page else f"line {self.line}" if self.line else "")
        return ", ".join(filter(None, (self.file, where)))


class Line(Struct, frozen=True):
    """A line, or a row of a table where it has `cells`; paragraphs within a cell are parted by line ends.

    `mark` is what it is listed under ("1.", "1.1", "a)", "-") and not part of `text`. `gap` says that something blank,
    or the end of a page, is above it. `printed` is the number printed on its page, `stamp` the item under which its
    page was bound. `within` says that it belongs to a report that stands in the agenda itself. `counted` says
    what stands before an item that the paper gives no number, whose mark was counted: "hour",
    "bullet" or, for nothing at all, "line"; "nothing" stands where the others of the agenda have numbers.
    `paragraphs` says that the line ends in its cells part paragraphs, and no lines of print. `sign` stands before an
    item's number and says that it is private: "E1" of "E1 10. Lease".
    """

    text: str
    place: Place = Place()
    cells: tuple[str, ...] = ()
    mark: str = ""
    heading: int = 0
    depth: int = 0
    gap: bool = False
    printed: int = 0
    stamp: str = ""
    counted: str = ""
    within: bool = False
    paragraphs: bool = False
    sign: str = ""

    @property
    def whole(self) -> str:
        """The text with its mark, as it is printed."""
        return f"{self.mark} {self.text}".strip()

    @property
    def filled(self) -> list[str]:
        """What stands in the cells that are not empty; of a line, the line."""
        return [cell for cell in self.cells if cell] if self.cells else [self.whole]


class Stream(Struct):
    """The lines of one or several files, and what a reader had to say of them, in sentences; `data` is what a file of
    fields holds, `file` its name."""

    lines: list[Line]
    notes: list[str] = []
    kind: str = ""
    data: dict[str, Any] | None = None
    file: str = ""

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)


class TooMuch(ValueError):
    """A file holds more than any agenda does."""


def bounded(lines: Iterable[Line]) -> list[Line]:
    """The lines as a list. Raises `TooMuch`, so that a made-up file cannot take all of the memory."""
    taken: list[Line] = []
    characters = 0
    for line in lines:
        taken.append(line)
        characters += len(line.text) + sum(map(len, line.cells))
        if len(taken) > MOST_LINES or characters > MOST_CHARACTERS:
            raise TooMuch
    return taken
