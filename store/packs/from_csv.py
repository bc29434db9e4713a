"""A roll or an agenda as a spreadsheet saves it: rows of cells with a comma, a semicolon or a tab between."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from store.packs.marks import one_space, visible
from store.packs.stream import Line, Place, Stream, bounded

_SIGNS = (",", ";", "\t")


def read_csv(text: str, path: Path) -> Stream:
    """The rows of a file, each a row of a table; what stands alone on a row is a line."""
    return Stream(bounded(_rows(text, path.name)), kind="table")


def _rows(text: str, file: str) -> Iterator[Line]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((line for line in lines if any(sign in line for sign in _SIGNS)), "")
    sign = max(_SIGNS, key=first.count)
    # A cell that begins with a quote and never ends it is read as it stands: it swallows no other row.
    for number, line in enumerate(lines, 1):
        cells = tuple(one_space(visible(cell)) for cell in next(csv.reader([line], delimiter=sign), []))
        if any(cells):
            filled = [cell for cell in cells if cell]
            yield Line(" ".join(filled), Place(file, number), cells if len(filled) > 1 else (), gap=number == 1)
