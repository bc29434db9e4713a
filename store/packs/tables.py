"""Tables with a row of headings, put together again where a page cut them (12 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from store.packs.stream import Line


class Row(Struct):
    """A row by the names of its columns. `alone` is the text of a row of which only the first cell is filled, `below`
    what stands below it in lines of its own."""

    line: Line
    cells: dict[str, str]
    alone: str = ""
    below: list[Line] = []

    def get(self, column: str) -> str:
        """What stands in a column, paragraphs joined; "" where it is empty."""
        return " ".join(self.cells.get(column, "").split())


class Table(Struct):
    """A table's rows, and the number of the line after it."""

    columns: list[str]
    rows: list[Row]
    end: int


def headings(line: Line, columns: Mapping[str, str]) -> list[str]:
    """The names of a row's columns, "" for one that is not known; [] where it is no row of headings."""
    if not line.cells:
        return []
    named: list[str] = []
    for cell in line.cells:
        # "No." and "Item" may both be a number: what is one already is no other's.
        named.append(_column(cell, {name: words for name, words in columns.items() if name not in named}))
    return named if len(set(filter(None, named))) >= 2 else []


def _column(cell: str, columns: Mapping[str, str]) -> str:
    words = re.sub(r"\s*\([^()]*\)", "", " ".join(cell.split())).strip(" :.")
    return next((name for name, pattern in columns.items() if re.fullmatch(pattern, words, re.IGNORECASE)), "")


def _cut(rows: Sequence[Row], line: Line, cells: Mapping[str, str]) -> bool:
    """Whether the first row of a page is the rest of the row above: it has nothing where every row has something."""
    whole = [row for row in rows if not row.alone]
    if line.place.page == rows[-1].line.place.page or len(whole) < 3 or len(line.filled) < 2:
        return False
    always = [name for name in cells if all(row.cells.get(name) for row in whole)]
    return any(not cells[name] for name in always)


def table_at(
    lines: Sequence[Line], number: int, columns: Mapping[str, str], needed: set[str], whole: str = ""
) -> Table | None:
    """The table whose headings stand at `number`, over as many pages as repeat them; None where there is none.

    A row whose first cell is empty goes on with the row above, but not where the table has the column `whole`: it is
    then data that no page has cut.
    """
    names = headings(lines[number], columns)
    if not needed <= set(names):
        return None
    rows: list[Row] = []
    place = number + 1
    while place < len(lines):
        line = lines[place]
        if headings(line, columns) == names:
            place += 1
            continue
        if not line.cells and "number" in names and "title" in names and re.fullmatch(r"\d{1,3}[a-z]?[.)]", line.mark):
            # A row of an agenda that has no paper, and so no page, may have lost its columns.
            rows.append(Row(line, {"number": line.mark, "title": line.text}))
            place += 1
            continue
        if not line.cells:
            # A page may end in the middle of a table; a word or two of the next row may have lost its cells.
            if not (place + 1 < len(lines) and headings(lines[place + 1], columns) == names):
                break
            place += 1
            continue
        numbered = "number" in names and re.fullmatch(r"\d{1,3}[a-z]?[.)]?", line.cells[0].strip())
        if (
            line.gap
            and len(line.cells) != len(names)
            and not numbered
            and line.place.page == lines[place - 1].place.page
        ):
            # Another table follows at once.
            break
        cells = {name: cell for name, cell in zip(names, line.cells, strict=False) if name}
        first = line.cells[0]
        # Business without a number is known as such, and no rest of what stands above it.
        goes_on = whole not in names and bool(rows) and not rows[-1].alone and not line.counted
        if goes_on and (not first or _cut(rows, line, cells)):
            for name, cell in cells.items():
                if cell:
                    rows[-1].cells[name] = f"{rows[-1].cells.get(name, '')}\n{cell}".strip()
        else:
            rows.append(Row(line, cells, first if len(line.filled) == 1 and first else ""))
        place += 1
    return Table(names, rows, place)
