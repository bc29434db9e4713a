"""Columns that a plain text keeps apart by spaces alone: found by where they begin, and parted as tabs part them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_APART = re.compile(r" {3,}")
_HEADED = re.compile(r" {2,}")
_NUMBERED = re.compile(
    r"^\s*(?:(?i:(?:agenda )?item)\s+\d|\(?[A-Za-z]?\d[\d/.]*[a-z]?[.):]*\s|\(?[a-z][.)]\s|\(?[ivx]{1,5}[.)]\s|"
    r"[IVX]{1,5}\.\s\s|[-•–*]\s)"
)
"""How a line of a list begins, whose number is no column."""

_COUNTS = re.compile(r"[\s()\d]+")
_LONGEST = 400
_FAR = 12
"""How far in a cell stands that is not its row's first."""

_NEAR = 1
"""How many letters apart two cells may begin that are of one column."""

_HEADINGS = re.compile(
    r"(?:(?:agenda )?item(?: no\.?| number)?|no\.?|number|#|ref(?:erence)?|title|subject|business|description|topic|"
    r"(?:lead |report |reporting )?(?:officer|member|author)s?|lead|presenter|presented by|report (?:of|by|from)|"
    r"marked|speaker|by whom|who|time|"
    r"timing|duration|pages?(?: nos?\.?| numbers?)?|papers?|enclosures?|purpose|action|name|councillors?|role|position|"
    r"post|office|organisation|representing|(?:political )?(?:party|group)|ward|division|substitutes?)\.?:?",
    re.IGNORECASE,
)
"""What stands at the head of a column of an agenda or a roll."""


_LABEL = re.compile(
    r"^\s*((?:date|day|time|venue|place|location)(?: (?:and|&) (?:date|time|venue|place))?(?: of (?:the )?meeting)?)"
    r" {2,}(?=\S)",
    re.IGNORECASE,
)
"""A label with what it is of beside it, and nothing but space between."""


def with_columns(lines: Sequence[str]) -> list[str]:
    """The lines of a text, a tab put before each cell of what stands in columns."""
    found = list(lines)
    number = 0
    while number < len(found):
        starts = _headed(found[number])
        if starts:
            number = _below(found, number, starts)
            continue
        if label := _LABEL.match(found[number]):
            found[number] = f"{label[1]}\t{found[number][label.end() :]}"
        end = number
        while end < len(found) and not _headed(found[end]) and _in_stretch(found[end], end > number):
            end += 1
        if end > number:
            _aligned(found, number, end)
        number = max(end, number + 1)
    return found


def _in_stretch(line: str, begun: bool) -> bool:
    return bool(_chunks(line, _APART)) or (begun and (not line.strip() or _far_in(line)))


def _far_in(line: str) -> bool:
    """Whether a line has but one cell, and that not the first."""
    return line.startswith(" " * _FAR) and "\t" not in line and len(line) < _LONGEST and not _APART.search(line.strip())


def _chunks(line: str, apart: re.Pattern[str]) -> list[tuple[int, str]]:
    """The cells of a line with where each begins; [] where it is none of a table without headings."""
    if "\t" in line or "|" in line or len(line) > _LONGEST:
        return []
    found = _parted(line, apart)
    # A number by itself makes no row of an item and its words.
    least = 2 if _NUMBERED.match(line) and not _COUNTS.fullmatch(line) else 1
    return found if len(found) > least else []


def _parted(line: str, apart: re.Pattern[str]) -> list[tuple[int, str]]:
    start = len(line) - len(line.lstrip(" "))
    found = []
    for gap in [*apart.finditer(line.rstrip(), start), None]:
        end = gap.start() if gap else len(line.rstrip())
        if end > start:
            found.append((start, line[start:end]))
        start = gap.end() if gap else end
    return found


def _aligned(lines: list[str], start: int, end: int) -> None:
    """Parts the lines of a stretch that begin a cell where another of them does."""
    rows = {number: cells for number in range(start, end) if (cells := _chunks(lines[number], _APART))}
    rows |= {
        number: [(0, ""), *_parted(lines[number], _APART)] for number in range(start, end) if _far_in(lines[number])
    }
    begun = Counter(at for cells in rows.values() for at, _ in cells[1:])
    columns = sorted(at for at in begun if sum(begun[at + off] for off in range(-_NEAR, _NEAR + 1)) > 1)
    columns = [at for n, at in enumerate(columns) if not n or at - columns[n - 1] > _NEAR]
    for number, cells in rows.items():
        if all(any(abs(at - column) <= _NEAR for column in columns) for at, _ in cells[1:]):
            lines[number] = _placed(cells, [0, *columns])


def _placed(cells: Sequence[tuple[int, str]], columns: Sequence[int]) -> str:
    row = [""] * len(columns)
    for at, words in cells:
        column = max((n for n, start in enumerate(columns) if start <= at + _NEAR), default=0)
        row[column] = f"{row[column]}  {words}".strip()
    return "\t".join(row).rstrip("\t") if any(row[1:]) else row[0]


def _headed(line: str) -> list[int]:
    """Where the columns of a table begin whose headings a line is; [] for any other line."""
    if "\t" in line or "|" in line or len(line) > _LONGEST:
        return []
    cells = _parted(line, _HEADED)
    return [at for at, _ in cells] if len(cells) > 1 and all(_HEADINGS.fullmatch(words) for _, words in cells) else []


def _below(lines: list[str], number: int, starts: Sequence[int]) -> int:
    """Parts a line of headings and the rows below it; returns the number of the line after them."""
    lines[number] = "\t".join(words for _, words in _parted(lines[number], _HEADED))
    for place in _rows(lines, number + 1, starts):
        lines[place] = _placed(_parted(lines[place], _HEADED), starts)
        number = place
    return number + 1


_OF_PEOPLE = re.compile(r"(?:names?|members?|councillors?)\.?:?", re.IGNORECASE)
_OVER_SOME = re.compile(r"[A-Z][^.;:@\t|]{2,60}:?")
"""What may stand above some of the rows of a roll: a party's name."""


def _stands_over(lines: Sequence[str], place: int, starts: Sequence[int]) -> bool:
    """Whether a line stands above some of the rows of a table, and is none of them: rows follow at once."""
    below = _parted(lines[place + 1], _HEADED) if place + 1 < len(lines) and "\t" not in lines[place + 1] else []
    fits = len(below) == len(starts) and all(
        abs(at - own) <= _NEAR + 1 for (at, _), own in zip(below, starts, strict=True)
    )
    return fits and bool(_OVER_SOME.fullmatch(lines[place].rstrip())) and not _NUMBERED.match(lines[place])


def _rows(lines: Sequence[str], start: int, starts: Sequence[int]) -> Iterator[int]:
    blank = 0
    of_people = any(_OF_PEOPLE.fullmatch(words) for words in lines[start - 1].split("\t"))
    for place in range(start, len(lines)):
        line = lines[place]
        if not line.strip():
            blank += 1
            continue
        cells = _parted(line, _HEADED) if "\t" not in line and len(line) < _LONGEST else []
        if len(cells) == 1 and blank <= 2 and of_people and _stands_over(lines, place, starts):
            blank = 0
            continue
        fits = all(any(abs(at - column) <= _NEAR + 1 for column in starts) for at, _ in cells)
        alone = bool(cells) and not blank and (cells[0][0] >= starts[1] - _NEAR or bool(_NUMBERED.match(line)))
        whole = len(cells) > 1 or alone
        if not fits or not whole or blank > 2:
            return
        blank = 0
        yield place
