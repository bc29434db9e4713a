"""The lines of an agenda before its items are told apart: titles that were broken above a house's number or beside
their pages are whole again, and what asks in the middle of a line stands in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from store.packs.asked import asks_by_itself
from store.packs.marks import counted
from store.packs.stream import Line
from store.packs.titles import SAYS_MORE, UNENDED

_PAGED = re.compile(r"\s*\((?:pages?|pp\.?) \d{1,4}(?:\s*[-–]\s*\d{1,4})?\)$", re.IGNORECASE)
_HOUSE = re.compile(r"\d{1,3}[a-z]?\.?")
_FURTHER_IN = 2
"""How many letters further in than its number the rest of a title begins, at least."""

_THEN = re.compile(r"(?<=[a-z\d)”\"][.!?])\s+(?=(?:It is|The [A-Z])[^.]{0,90}\brecommend)", re.IGNORECASE)


def as_agenda(lines: Sequence[Line]) -> list[Line]:
    """The lines, each of them whole, and none with two things in it."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above is not None and (whole := _whole(above, line)):
            found[-1] = whole
        else:
            found.append(line)
    return [part for line in found for part in _sentences(line)]


def _whole(above: Line, line: Line) -> Line | None:
    """A title with the rest of it that stands on the line below, its pages last; None where that is no rest."""
    if line.cells or line.gap or line.heading or not line.text or SAYS_MORE.match(line.text):
        return None
    mark = above.cells[0].strip() if len(above.cells) > 1 else above.mark
    if mark in ("", "-") or above.place.file != line.place.file or (above.cells and not counted(mark)[1]):
        return None
    own = above.cells[1] if above.cells else above.text
    pages = _PAGED.search(" ".join(above.cells) if above.cells else own)
    title = own[: found.start()] if (found := _PAGED.search(own)) else own
    rest = line.text
    if line.mark:
        # "14 ABBEY LANE" is a house where the title above leads to it, and it stands where no number of an item does.
        further = line.depth >= above.depth + _FURTHER_IN and not above.cells
        next_one = counted(line.mark)[1] == counted(mark)[1] + 1
        if not _HOUSE.fullmatch(line.mark) or not (further or not next_one) or not UNENDED.search(title):
            return None
        rest = f"{line.mark.rstrip('.')} {line.text}"
    elif not pages or not (UNENDED.search(title) or (title.isupper() and rest.isupper())):
        return None
    if above.cells:
        cells = (above.cells[0], f"{title} {rest}", *above.cells[2:])
        return replace(above, cells=cells, text=" ".join(filter(None, cells)))
    return replace(above, text=f"{title} {rest}{f' {pages[0].strip()}' if pages else ''}")


def _sentences(line: Line) -> Iterable[Line]:
    """The line, a sentence in it that recommends as a line of its own."""
    cut = _THEN.search(line.text) if not line.cells else None
    if cut is None or not asks_by_itself(line.text[cut.end() :]):
        return [line]
    first, rest = line.text[: cut.start()], line.text[cut.end() :]
    return [replace(line, text=first), replace(line, text=rest, mark="", gap=False)]
