"""Of which council each member of a joint committee is, where its roll says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.packs.bodies import is_council
from store.packs.facts import Record
from store.packs.headings import begun
from store.packs.names import is_titled, key
from store.packs.stream import Line

_LABEL = re.compile(
    r"^(?P<of>[A-Z][\w '’&.-]{2,60}?)(?:\s*\(\d{1,2}(?: (?:seats|members))?\))?\s*(?::\s*(?P<rest>.*))?$"
)
"""A council by itself, or with those who sit for it behind a colon."""

_FOR = re.compile(
    r"^(?:(?:members?|councillors?|representatives?|representing|nominees?|nominated|appointed|elected|for|from|of|by)"
    r"\s+){1,3}(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
"""What stands before a council that sends members: "Representing", "Members from"."""

_BESIDE = re.compile(r"\(([^()]+)\)|(?:,|\s[–-])\s+([A-Z][^,()]+)")
_SHORT_FOR = re.compile(r"\b(?:BC|DC|CC|MBC|MDC|TC|PC|LB)$")


def put_councils(meeting: Record, lines: Iterable[Line]) -> None:
    """Gives each member and substitute the council for which they sit. A roll that names one council alone says
    nothing by it: its committee's members are all of that."""
    people = [*meeting.of("member"), *meeting.of("substitute")]
    sits: list[tuple[Record, str, Line]] = []
    under: tuple[str, ...] = ()
    for line in lines:
        if begun(line.text) is not None:
            under = ()
        labels = tuple(_label(cell) for cell in line.filled)
        if labels and all(labels):
            under = labels
            continue
        here = [one for one in people if _stands_on(one, line)]
        if len(line.filled) > 1 and labels[0] and here:
            under = labels[:1]
        elif not line.cells and here and (found := _LABEL.match(line.text)) and found["rest"]:
            under = (_label(f"{found['of']}:"),)
        for one in here:
            if of := _beside(one, line) or _above(one, line, under):
                sits.append((one, of, line))
    named = {of for _, of, _ in sits if _is_whole(of)}
    if len(named) < 2 or any(of.casefold() == meeting.get("body").casefold() for of in named):
        return
    for one, of, line in sits:
        if whole := _whole(of, named):
            one.put("organisation", whole, line, "roll.council", "likely")


def _label(cell: str) -> str:
    """The council or the place that a cell names and nothing else; "" for any other."""
    text = _FOR.sub("", cell.strip(" :*"))
    if is_titled(text) or "\n" in text or not (_is_whole(text) or cell.rstrip().endswith(":")):
        return ""
    found = _LABEL.match(text)
    return found["of"].strip() if found and not found["rest"] else ""


def _is_whole(text: str) -> bool:
    return (is_council(text) and not _OFFICE_OF.search(text)) or bool(_SHORT_FOR.search(text))


_OFFICE_OF = re.compile(r"\b(?:chair\w*|leader|mayor|provost|convener|members?) of\b", re.IGNORECASE)
"""An office on a council, which is no council that somebody sits for."""


def _whole(of: str, named: set[str]) -> str:
    """A council's whole name, of which a label may be the beginning ("Aldermere"); "" where it is that of none."""
    if of in named:
        return of
    fits = [one for one in named if one.casefold().startswith(f"{of.casefold()} ")]
    return fits[0] if len(fits) == 1 else ""


def _stands_on(one: Record, line: Line) -> bool:
    return one.facts["name"].place == line.place


def _beside(one: Record, line: Line) -> str:
    """The council that stands behind a name, in brackets or in a cell of its own."""
    cells = line.filled
    place = _column(one, cells)
    text = cells[place] if 0 <= place < len(cells) else line.text
    own = text.partition(one.get("name"))[2]
    found = [_FOR.sub("", first or second) for first, second in _BESIDE.findall(own.split("\n")[0])]
    found += cells[place + 1 : place + 3]
    return next((part.strip() for part in found if _is_whole(part.strip()) and not is_titled(part)), "")


def _above(one: Record, line: Line, under: Sequence[str]) -> str:
    """The council under whose name a member stands: that of the column, where several stand side by side."""
    if len(under) < 2:
        return under[0] if under else ""
    place = _column(one, line.cells or line.filled)
    return under[place] if 0 <= place < len(under) else ""


def _column(one: Record, cells: Sequence[str]) -> int:
    name = key(one.get("name"))
    return next((n for n, cell in enumerate(cells) if name in key(cell) or name.split()[-1] in key(cell)), -1)
