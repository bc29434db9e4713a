"""Groups on a roll: the headings above their members, and whether they have as many as those say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.facts import Doubt, Record
from store.packs.headings import begun, party
from store.packs.names import is_titled
from store.packs.roll_cells import people_below
from store.packs.roll_columns import WARD
from store.packs.roll_names import VACANCY, vacant_in
from store.packs.stream import Line

_COUNT = r"(?:\s*[(\[]\s*(\d{1,2})(?: \w+)?\s*[)\]]|\s*[:–-]\s*(\d{1,2})(?: (?:members?|councillors?|seats?))?)"
_COUNTED = re.compile(rf"(?P<name>[A-Z][^\d()\[\]:;@]{{2,60}}?){_COUNT}\s*:?(?:\s+[A-Z].*)?")
_ALONE = re.compile(rf"(?P<name>[A-Z][^\d()\[\]:;.@]{{2,60}}?){_COUNT}?\s*:?")


def group_over(lines: Sequence[Line], place: int, width: int) -> str | None:
    """The group that a line between the rows of a table of members names, whose members stand below it: "" for those
    who are in none; None where it is no such line."""
    line, below = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    if line.cells or line.mark or below is None or below.gap or len(below.cells) != width:
        return None
    if of := party(line.text):
        return of[0]
    found = _ALONE.fullmatch(line.text) if begun(line.text) is None else None
    return found["name"].strip() if found else None


def next_group(line: Line, below: Line | None) -> tuple[str, str] | None:
    """A group of whatever name that is counted as the one above it is, "Fellshire First (2)", and no names beside it;
    None for any other line."""
    found = _ALONE.fullmatch(line.text) if not (line.cells or line.mark) else None
    counted = found is not None and bool(found[2] or found[3]) and not is_titled(line.text)
    if found is None or not counted or WARD.search(line.text) or not people_below(below):
        return None
    return found["name"].strip(), ""


def miscounted(meeting: Record, lines: Sequence[Line]) -> list[Doubt]:
    """Doubts groups and wards of which the roll says another number of members than were read below that."""
    at = {line.place: n for n, line in enumerate(lines)}
    people = [one for kind in ("member", "substitute") for one in meeting.of(kind)]
    sits = sorted(at[one.facts["name"].place] for one in people if one.facts["name"].place in at)
    groups = {one.get(field) for one in people for field in ("group", "ward")}
    heads = [(n, *told) for n, line in enumerate(lines) if (told := _counted(line, groups))]
    found = []
    ends = [*(start for start, *_ in heads), len(lines)][1:]
    for (start, name, count), end in zip(heads, ends, strict=True):
        vacant = sum(vacant_in(cell) for line in lines[start:end] for cell in line.filled if VACANCY.match(cell))
        read = sum(start <= place < end for place in sits) + vacant
        own = sum(name in (one.get("group"), one.get("ward")) for one in meeting.of("member")) if name else read
        if count not in (read, own, own + vacant):
            many = f"{read or 'none'} {'was' if read == 1 else 'were'}"
            found.append(
                Doubt(
                    f"The papers say “{lines[start].text}”, but {many} read there. Is the list of members read rightly?"
                )
            )
    return found


def _counted(line: Line, groups: set[str]) -> tuple[str, int] | None:
    """The group or ward that a heading names, "" for none, and how many it says there are; None for any other line."""
    counted = _COUNTED.fullmatch(line.text) if not line.mark else None
    if counted is None or begun(line.text) is not None:
        return None
    of = party(line.text)
    name = of[0] if of is not None else counted["name"].strip()
    return (name, int(counted[2] or counted[3])) if of is not None or name in groups else None
