"""Numbers of items that stand where a reader does not look for them: with one space, on a line of their own, after the
word "Item"; and headings with their letters spaced out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.dates import date_in, is_date_line
from store.packs.hours import is_time_line
from store.packs.item_rows import with_item_rows, with_letters
from store.packs.listing import announced_at, is_announced, is_supplement
from store.packs.marks import counted
from store.packs.names import is_titled
from store.packs.stream import Line

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_NUMBERED = re.compile(
    r"^(?:(?i:(?:agenda )?item(?: no\.?)?)\s+)?(?:(?P<sign>E\d{1,2})\s+(?=\d{1,3}[.)]\s))?"
    r"(?!E\d{1,2}\s*[–:-]?\s*(?i:para))"
    r"(?P<number>\d{1,3}[a-zA-Z]?|(?:[A-Z]{1,6}/?)?\d{2,4}/\d{1,4}|[A-Z]\d{1,2}|"
    r"[IVX]{1,6}(?=[.)])|[A-HJ-UWYZ](?=[.)]))\s*[.):–-]?\s+"
    rf"(?!(?i:{_MONTH})\b|(?i:[ap]\.?m\b))(?P<title>[A-Z“\"'‘(\d£].*)$"
)
_ALONE = re.compile(
    r"^(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?)?(?P<number>\d{1,3}[a-z]?|\d{2,4}/\d{1,4})\s*[.)]?$", re.IGNORECASE
)
_SPACED = re.compile(r"^(?:[^\W\d_] ){3,}[^\W\d_]$")
_STREET = re.compile(
    r"^\d+[a-z]? (?:[A-Z][\w'’]+ ){1,3}(?:Road|Street|Lane|Close|Avenue|Drive|Way|Square|Place|Court)\b"
)
_SOON = 12
"""How far below the heading that tells of them the items may begin at another number than 1."""

_NEAR = 60
"""How many lines may stand between two items."""

_MISSING = 3
"""How many numbers may be missing between two items."""


def with_marks(lines: Sequence[Line], announced: int) -> list[Line]:
    """The lines with the numbers of items as their marks. `announced` is where a heading says that items follow, -1
    where none does: then it takes three in order to be believed."""
    found = with_item_rows(_joined(_with_own_cells(_apart([_signed(_unspaced(line)) for line in lines]))))
    for start, line in enumerate(found):
        number, printed = _count(line)
        told = 0 <= announced <= start
        if number != 1 and "/" not in printed and not (told and number and start - announced <= _SOON):
            # "26/031" runs on all the year; any other number begins later only below a heading that tells of items.
            continue
        if _series(printed) == "." and not told:
            # Names begin with a letter and a stop as well.
            continue
        chain = _chain(found, start)
        if all(is_titled(found[place].text) for place in chain):
            # The members of a list, numbered.
            continue
        least = 3 if announced < 0 or announced > start or _series(printed) else 2
        if len(chain) >= (1 if least == 2 and is_supplement(lines[announced].text) else least):
            for place in chain:
                found[place] = _marked(found[place])
            # Only now is it known of which item each letter is a part.
            return [*found[:start], *with_letters(found[start:])]
    return found


_SIGN = re.compile(r"(?P<sign>E\d{1,2})(?:\s+(?P<number>\d{1,3}[.)]?))?\.?")


def _signed(line: Line) -> Line:
    """A row whose item has a number of its own behind the sign that it is private: "E1 | 10. | Lease"."""
    own = _SIGN.fullmatch(line.cells[0].strip()) if len(line.cells) > 1 else None
    if own is None:
        return line
    if own["number"]:
        return replace(line, cells=(own["number"], *line.cells[1:]), sign=own["sign"])
    if len(line.cells) > 2 and re.fullmatch(r"\d{1,3}[.)]?", line.cells[1].strip()):
        return replace(line, cells=line.cells[1:], sign=own["sign"])
    return line


_EACH = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,2})[.)]\s+(?=[A-Z])")


def _apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of an agenda that is printed as one paragraph, "1. Apologies. 2. Minutes.", an item each; it may
    stand over several lines, of which each begins with an item."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        run = _run(lines, place)
        found += [part for line in run for part in _parts(line)] or [lines[place]]
        place += len(run) or 1
    return found


def _run(lines: Sequence[Line], place: int) -> list[Line]:
    """The lines from one on that have several items each, numbered from 1 on without a break; [] for none."""
    run: list[Line] = []
    last = 0
    for line in lines[place:]:
        numbers = [int(mark["number"]) for mark in _marks(line)]
        if not numbers or numbers != list(range(last + 1, last + 1 + len(numbers))) or (not last and len(numbers) < 2):
            break
        head = _head(line)
        if head and (run or not is_announced(head)):
            break
        run.append(line)
        last = numbers[-1]
    titles = [part.text for line in run for part in _parts(line) if part.mark]
    told = bool(run) and (bool(_head(run[0])) or any(kind_of(title) != "report" for title in titles))
    return run if len(titles) >= 3 and told else []


def _marks(line: Line) -> list[re.Match[str]]:
    return [] if line.cells else list(_EACH.finditer(line.whole))


def _head(line: Line) -> str:
    """What stands before the first item on a line."""
    return line.whole[: _marks(line)[0].start()].strip()


def _parts(line: Line) -> list[Line]:
    text, marks = line.whole, _marks(line)
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts = [
        replace(line, text=text[mark.end() : end].strip(" .;,"), mark=f"{mark['number']}.", gap=False)
        for mark, end in zip(marks, ends, strict=True)
    ]
    head = _head(line)
    return [*([replace(line, text=head, mark="")] if head else []), *parts]


_WITHIN = re.compile(r"(?P<number>\d{1,3}[a-z]?[.)]?)\s+(?P<title>[A-Z“‘\"'(].*)", re.DOTALL)
_TITLES = re.compile(r"(?:agenda )?items?|subject|business|title(?: of report)?", re.IGNORECASE)


def _with_own_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines, a row whose first cell holds an item's number and its title with a cell for each: "1. Minutes | 3"."""
    inside = [(place, within) for place, line in enumerate(lines) if (within := _within(line))]
    numbers = [int(re.sub(r"\D", "", within["number"])) for _, within in inside]
    found = list(map(_part, lines))
    if len(numbers) < 2 or any(one >= other for one, other in pairwise(numbers)):
        return found
    for place, within in inside:
        line = lines[place]
        found[place] = replace(line, cells=(within["number"], within["title"], *line.cells[1:]))
        above = found[place - 1] if place else None
        if above is not None and len(above.cells) == len(line.cells) and _TITLES.fullmatch(above.cells[0].strip(" :")):
            found[place - 1] = replace(above, cells=("No.", *above.cells))
    return found


_LETTERED = re.compile(r"(?P<mark>\(?(?:[a-z]|[ivx]{1,4})[.)])\s+(?P<words>[A-Z].*)", re.DOTALL)


def _part(line: Line) -> Line:
    """A part of an item, in a row whose cell for the number is empty, with its letter: " | (a) The weir | 5"."""
    own = _LETTERED.fullmatch(line.cells[1]) if len(line.cells) > 1 and not line.cells[0] else None
    if own is None:
        return line
    pages = "".join(f"\t{cell}" for cell in line.cells[2:] if cell[:1].isdigit())
    return replace(line, mark=own["mark"], text=f"{own['words']}{pages}", cells=())


def _within(line: Line) -> re.Match[str] | None:
    """The number and the title in the first cell of a row, where what stands beside it is no item and no name."""
    if len(line.cells) < 2 or not line.cells[0]:
        return None
    beside = [cell for cell in line.cells[1:] if cell]
    if any(_WITHIN.fullmatch(cell) or is_titled(cell) for cell in beside):
        return None
    return _WITHIN.fullmatch(line.cells[0])


def _unspaced(line: Line) -> Line:
    text = line.text
    return replace(line, text=text.replace(" ", "")) if not line.cells and _SPACED.match(text) else line


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, a number on a line of its own put before the title below it."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        below = lines[place + 1] if place + 1 < len(lines) else None
        if (alone := _stands_alone(line)) and below is not None and _may_be_title(below) and _in_order(alone, found):
            found.append(replace(below, mark=f"{alone}.", gap=line.gap))
            place += 2
            continue
        found.append(line)
        place += 1
    return found


def _stands_alone(line: Line) -> str:
    if line.cells or (line.mark and line.text):
        return ""
    match = _ALONE.match(line.mark or line.text)
    return match["number"] if match else ""


def _may_be_title(line: Line) -> bool:
    return not line.cells and not line.mark and line.text[:1].isupper() and not _ALONE.match(line.text)


def _in_order(number: str, above: Sequence[Line]) -> bool:
    """Whether a number on a line of its own is the first, or follows one that was put before its title."""
    counted = int(re.split(r"\D", number.split("/")[-1])[0])
    last = next((_count(line)[0] for line in reversed(above) if line.mark and _count(line)[0]), 0)
    told = not last and announced_at(above[-_SOON:]) >= 0
    return told or counted == 1 or 0 < counted - last <= _MISSING or (counted == last and not number.isdigit())


def _count(line: Line) -> tuple[int, str]:
    """The number that a line may have as an item, and as it is printed; (0, "") for none."""
    if line.cells:
        found = re.fullmatch(r"(\d{1,3})[.)]?", line.cells[0].strip())
        return (int(found[1]), found[1]) if found else (0, "")
    if line.mark:
        number = counted(line.mark)[1]
        return (number, line.mark.strip("().")) if number else (0, "")
    match = _NUMBERED.match(line.text)
    if match is None or is_date_line(line.text) or is_time_line(line.text) or _STREET.match(line.text):
        return 0, ""
    printed = match["number"]
    if printed.isdigit() and (int(printed) > 99 or ((day := date_in(line.text)) and day.start < 3)):
        return 0, ""
    return counted(printed if printed[0].isdigit() or printed[1:].isdigit() else f"{printed}.")[1], printed


def _chain(lines: Sequence[Line], start: int) -> list[int]:
    """Where the items stand that begin at a line: each with the next number, or with few missing."""
    found = [start]
    last, printed = _count(lines[start])
    for place in range(start + 1, len(lines)):
        if place - found[-1] > _NEAR:
            break
        number, shown = _count(lines[place])
        same_kind = _series(shown) == _series(printed)
        # "B1" follows "A6", and belongs to the same agenda; "E1" follows "9", and is private.
        next_part = number == 1 and ("" < _series(printed) < _series(shown) <= "H" or _series(shown) == "E")
        if number and (
            (same_kind and (0 < number - last <= _MISSING or (number == last and shown != printed))) or next_part
        ):
            found.append(place)
            last, printed = number, shown
    return found


def _series(printed: str) -> str:
    return counted(f"{printed}.")[0]


def _marked(line: Line) -> Line:
    if line.cells or line.mark:
        return line
    match = _NUMBERED.match(line.text)
    if match is None:
        return line
    return replace(line, mark=f"{match['number']}.", text=match["title"], sign=match["sign"] or "")
