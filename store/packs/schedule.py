"""A schedule of applications, bound behind an agenda that has one item for all of them: each is a part of that item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clerk.agenda import kind_of
from store.packs.applications import begins_sheet, case_in, is_case, is_label, read_application
from store.packs.asked import asked_below
from store.packs.facts import Doubt, Pack, Record
from store.packs.stream import Line

_NUMBERED = re.compile(r"^(?:(?:agenda|schedule|plans? list) )?item(?: no\.?| number)?\s*[:.]?\s*\d{1,3}[a-z]?$", re.I)
_HEADED = re.compile(r"\b(?:schedule|list|index|applications?)\b", re.IGNORECASE)
_FOR_ALL = re.compile(
    r"\b(?:planning|licensing|development)?\s*applications?\b|\bschedule of\b|\bplans list\b|\bdevelopment (?:control|"
    r"management)\b|\bfor determination\b",
    re.IGNORECASE,
)


def schedule_may_follow(last: Line) -> bool:
    """Whether what stands below the last item of an agenda may be a schedule, and not what is said of that item: it is
    standing business, or the item for all applications."""
    title = last.cells[1] if last.cells else last.text
    return not case_in(title) and (kind_of(title) != "report" or bool(_FOR_ALL.search(title)))


def schedule_at(lines: Sequence[Line], after: int) -> list[int]:
    """Where the applications of a schedule begin that stands behind the last item of an agenda, which is `after`; []
    for none."""
    starts: list[int] = []
    for number in range(after, len(lines)):
        if not is_case(lines[number]):
            continue
        start = number
        while start > after and (_is_above(lines[start - 1])):
            start -= 1
        if not starts or start > starts[-1]:
            starts.append(start)
    return starts


def _is_above(line: Line) -> bool:
    """Whether a line above the number of a case is of the same application."""
    return bool(is_label(line.text) or _NUMBERED.match(line.whole) or begins_sheet(line))


def head_of_schedule(lines: Sequence[Line], starts: Sequence[int], after: int) -> int:
    """Where a schedule's own heading stands, above the first of its applications."""
    head = starts[0]
    while head > after and len(lines[head - 1].text) < 80 and _HEADED.search(lines[head - 1].text):
        head -= 1
    return head


def read_schedule(pack: Pack, lines: Sequence[Line], starts: Sequence[int]) -> None:
    """Put the applications of a schedule into the meeting: what it says of one that has an item, under that; each other
    as a part of the item that is for all of them."""
    items = pack.meeting.of("item")
    whole = next(
        (item for item in items if _FOR_ALL.search(item.get("title")) and kind_of(item.get("title")) == "report"), None
    )
    counted: list[Record] = []
    for start, end in pairwise([*starts, len(lines)]):
        part = _application(lines[start:end])
        case = part.get("case")
        own = next((item for item in items if case and (case == item.get("case") or case in item.get("title"))), None)
        if own is not None:
            for name in ("case", "ward", "recommendations"):
                if name in part.facts:
                    own.facts.setdefault(name, part.facts[name])
            continue
        counted.append(part)
        number = f"{whole.get('number')}.{len(counted)}" if whole is not None else ""
        part.put("number", number, lines[start], "schedule.number", "likely")
        above = counted[-2] if len(counted) > 1 else whole
        place = next((n + 1 for n, record in enumerate(pack.meeting.records) if record is above), None)
        pack.meeting.records.insert(len(pack.meeting.records) if place is None else place, part)
    if counted:
        _say(pack, whole, len(counted))


def _say(pack: Pack, whole: Record | None, count: int) -> None:
    are = "is an application" if count == 1 else f"are {count} applications"
    under = f"as parts of item {whole.get('number')}" if whole is not None else "as items without a number"
    pack.doubts.append(Doubt(f"Behind the agenda there {are} in a schedule, taken {under}: is that so?"))


def _application(lines: Sequence[Line]) -> Record:
    item = Record("item")
    at = next(line for line in lines if is_case(line))
    item.put("title", at.text.partition(":")[2].strip() or at.whole, at, "schedule.title", "likely")
    read_application(item, lines, at, "application")
    if asked := asked_below(lines):
        text, doubt, where = asked
        item.put("recommendations", text, where, "schedule.recommendations", "unsure" if doubt else "likely", doubt)
    return item
