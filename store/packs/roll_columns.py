"""Members in columns that have no headings: each with a party, a ward or an office beside the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from store.packs.headings import begun, is_party
from store.packs.names import JOBS, bare_name, honorific, is_councillor, is_name, is_office, is_titled
from store.packs.roll_names import REACHED, VACANCY, is_surname
from store.packs.stream import Line

WARD = re.compile(r"\b(?:wards?|divisions?|ward(?:iau)?|adran(?:nau)?)\b", re.IGNORECASE)
"""What the name of a ward has in it."""

_MOST = 150
_NUMBER = re.compile(r"[\d\s./()+-]+")


class Seated(Struct):
    """One row: whoever is named, or that a seat is vacant, and what stands beside that."""

    line: Line
    name: str
    group: str = ""
    ward: str = ""
    role: str = ""


class Columns(Struct):
    """The rows, the number of the line after them, and what is doubtful of their columns."""

    rows: list[Seated]
    end: int
    doubts: list[str]


def columns_at(lines: Sequence[Line], start: int, listed: bool) -> Columns | None:
    """The members in columns that begin on a line; None where there are none. `listed` says that a heading above them
    says that members follow; without one each has to be called a councillor."""
    run = _run(lines, start)
    if not run:
        return None
    for grid in (_padded(run), _filled(run)):
        kinds = _kinds(grid, listed)
        if kinds is not None and (placed := _placed(grid, kinds)):
            rows = [_seated(line, cells, kinds) for line, cells in zip(run, placed, strict=True)]
            return Columns(rows, start + len(run), _doubts(placed, kinds))
    return None


def _run(lines: Sequence[Line], start: int) -> list[Line]:
    """The rows that follow one another, each with a person or a vacancy among its cells."""
    found: list[Line] = []
    for line in lines[start : start + _MOST]:
        people = sum(_is_person(cell) for cell in line.cells)
        if len(line.filled) < (1 if found else 2) or not line.cells or not people or begun(line.filled[0]) is not None:
            break
        found.append(line)
    return found


def _is_person(cell: str) -> bool:
    called = is_councillor(cell) and is_surname(cell)
    return bool(VACANCY.match(cell.strip())) or ((is_name(cell) or called) and not _tells(cell))


def _tells(cell: str) -> bool:
    """Whether a cell is a party or a ward, and nobody's name: "Mr S Ward" is somebody's."""
    return is_party(cell) or (bool(WARD.search(cell)) and not is_titled(cell))


def _padded(run: Sequence[Line]) -> list[tuple[str, ...]]:
    """The cells as they stand, as many in each row."""
    width = max(len(line.cells) for line in run)
    return [(*(cell.strip() for cell in line.cells), *[""] * (width - len(line.cells))) for line in run]


def _filled(run: Sequence[Line]) -> list[tuple[str, ...]]:
    """The cells that are not empty: where columns were set with as many tabs as it took."""
    return [tuple(cell.strip() for cell in line.filled) for line in run]


def _kinds(grid: Sequence[tuple[str, ...]], listed: bool) -> list[str] | None:
    """What each column holds: "name", "group", "ward", "role", or "" for what says nothing of a member; None where they
    are no columns of members."""
    width = max(map(len, grid))
    whole = [row for row in grid if len(row) == width]
    columns = [[row[n] for row in whole] for n in range(width)]
    own = _names_at(columns, listed)
    if own < 0 or width < 2:
        return None
    kinds = ["name" if n == own else _kind(column) for n, column in enumerate(columns)]
    open_ = [n for n, kind in enumerate(kinds) if kind == "?"]
    known = {"group", "ward"} & set(kinds)
    # Where each is "Mr" or "Mrs", what stands beside is of nobody.
    titled = listed and len(whole) > 1 and all(honorific(cell) or VACANCY.match(cell) for cell in columns[own])
    told = bool(known) or titled or any(_repeats(columns[n]) for n in open_)
    free = [kind for kind in ("group", "ward") if kind not in known]
    if not told or len(open_) > len(free) or any(kinds.count(kind) > 1 for kind in known):
        return None
    if len(open_) == 1 and len(free) == 2:
        free = ["ward"]
    for n, kind in zip(open_, free, strict=False):
        kinds[n] = f"{kind}?"
    return kinds


def _names_at(columns: Sequence[Sequence[str]], listed: bool) -> int:
    """Which column has the names; -1 for none, or for several: those are names side by side."""
    named = [n for n, column in enumerate(columns) if all(column) and all(map(_is_person, column))]
    called = [n for n in named if all(is_councillor(cell) or VACANCY.match(cell) for cell in columns[n])]
    if listed and not called:
        called = [n for n in named if all(honorific(cell) or VACANCY.match(cell) for cell in columns[n])]
    beside = [cell for n, column in enumerate(columns) if n not in called for cell in column]
    if len(called) == 1 and len(columns[0]) > (0 if listed else 1) and not any(map(is_titled, beside)):
        return called[0]
    # Somebody is on a list once: what comes again is a party or a ward.
    once = [n for n in named if not _repeats(columns[n])]
    return once[0] if listed and len(once) == 1 and not any(map(is_councillor, beside)) else -1


def _repeats(column: Sequence[str]) -> bool:
    counts = Counter(cell.casefold() for cell in column if cell and not VACANCY.match(cell))
    return any(count > 1 for count in counts.values())


def _kind(column: Sequence[str]) -> str:
    cells = [cell for cell in column if cell]
    if not cells or any(REACHED.search(cell) or _NUMBER.fullmatch(cell) for cell in cells):
        return ""
    if all(map(is_office, cells)):
        return "role"
    if any(map(is_party, cells)):
        return "group"
    if any(map(WARD.search, cells)):
        return "ward"
    return "" if any(map(JOBS.search, cells)) else "?"


def _placed(grid: Sequence[tuple[str, ...]], kinds: Sequence[str]) -> list[list[str]]:
    """The rows, each with a cell for every column; a row that lacks some has its cells where others have the same. []
    where it cannot be told."""
    held = [{row[n].casefold() for row in grid if len(row) == len(kinds)} for n in range(len(kinds))]
    found: list[list[str]] = []
    for row in grid:
        cells = [""] * len(kinds)
        for n, cell in enumerate(row):
            at = n if len(row) == len(kinds) else _column_of(cell, kinds, held)
            if at < 0 or cells[at]:
                return []
            cells[at] = cell
        found.append(cells)
    _carried(found, kinds)
    return found


def _column_of(cell: str, kinds: Sequence[str], held: Sequence[set[str]]) -> int:
    if _is_person(cell):
        return kinds.index("name")
    wanted = "ward" if WARD.search(cell) else "group" if is_party(cell) else ""
    like = [n for n, kind in enumerate(kinds) if cell.casefold() in held[n] or (wanted and kind.startswith(wanted))]
    return like[0] if like else -1


def _carried(rows: Sequence[list[str]], kinds: Sequence[str]) -> None:
    """Says again what a cell before the names says for the rows below it as well."""
    for n in range(kinds.index("name")):
        above = ""
        for row in rows:
            above = row[n] = row[n] or above


def _seated(line: Line, cells: Sequence[str], kinds: Sequence[str]) -> Seated:
    said = {kind.rstrip("?"): cell for kind, cell in zip(kinds, cells, strict=True) if kind}
    return Seated(line, **said)


_CALLED = {"group": ("party", "parties"), "ward": ("ward", "wards")}


def _doubts(rows: Sequence[Sequence[str]], kinds: Sequence[str]) -> list[str]:
    """What is doubtful of columns that nothing but their place tells from others."""
    found = []
    own = kinds.index("name")
    for n, kind in enumerate(kinds):
        if kind.endswith("?"):
            shown = list(dict.fromkeys(row[n] for row in rows if row[n]))
            one, several = _CALLED[kind.rstrip("?")]
            words = f"a {one}" if len(shown) == 1 else several
            listed = "”, “".join(shown)
            taken = "is" if len(shown) == 1 else "are"
            found.append(
                f"“{listed}”, beside {bare_name(rows[0][own])} and others, {taken} taken for {words}: is it so?"
            )
    return found
