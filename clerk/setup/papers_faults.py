"""What is wrong with the papers of a meeting, in sentences that name the place and the nearest that would do."""

import datetime as dt
import re
from typing import Any

from clerk.agenda import as_called
from clerk.names import nearest_word, plain
from clerk.setup.fitting import Unfit, unfit
from clerk.setup.papers import TABLES, Member, Officer, PaperItem, Papers
from clerk.times import is_plausible, read_time


def unknown_fields(data: dict[str, Any]) -> list[str]:
    """Fields that there are not, each with the place and the nearest that there is."""
    faults = [_unknown("", key, Papers) for key in data if key not in Papers.__struct_fields__]
    for table, kind in TABLES.items():
        rows = data.get(table, [])
        rows = [rows] if isinstance(rows, dict) else rows
        for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
            if isinstance(row, dict):
                place = table if rows is not data.get(table) else f"{table} {number}"
                where = place + (f" ({_name(row)})" if _name(row) else "")
                faults += [_unknown(where, key, kind) for key in row if key not in kind.__struct_fields__]  # type: ignore[attr-defined]
    return faults


def _name(row: dict[str, Any]) -> str:
    return str(row.get("name") or row.get("title") or "")


def _unknown(where: str, key: str, kind: type) -> str:
    at = f"In {where}: " if where else ""
    return f"{at}there is no field “{key}”.{nearest_word(key, kind.__struct_fields__)}"  # type: ignore[attr-defined]


def misfits(data: dict[str, Any]) -> list[str]:
    """Values that their fields cannot hold, and fields that are missing, a sentence each that names the place."""
    return [_misfit(each, data) for each in unfit(data, Papers)]


def _misfit(found: Unfit, data: dict[str, Any]) -> str:
    *above, field = found.path or ("",)
    place = ""
    if len(above) == 2 and isinstance(number := above[1], int):
        rows = data.get(str(above[0]))
        row = rows[number] if isinstance(rows, list) else {}
        name = _name(row) if isinstance(row, dict) else ""
        place = f"In {above[0]} {number + 1}{f' ({name})' if name else ''}: "
    elif isinstance(field, int):
        # A row itself is no table of fields, or a word in a list is none.
        return f"In {'.'.join(map(str, above))} {field + 1}: it {found.said}."
    elif above:
        place = f"In {'.'.join(str(part + 1) if isinstance(part, int) else part for part in above)}: "
    missing = found.said == "is missing"
    said = f"the field “{field}” is missing" if missing else f"“{field}” {found.said}"
    return f"{place}{said}."


def faults(meeting: Papers) -> list[str]:
    """What cannot be right in papers whose every field could be read."""
    return [*_faults_of_setup(meeting), *_faults_of_items(meeting.items), *_faults_of_people(meeting)]


def _faults_of_setup(meeting: Papers) -> list[str]:
    faults: list[str] = []
    if not _is_day(meeting.date):
        faults.append(f"“date” should be as 2019-06-11, not “{meeting.date}”.")
    if meeting.time:
        try:
            read_time(meeting.time)
        except ValueError as error:
            faults.append(f"In time: {error}")
    # Of a body whose roll is still to be given, how many its quorum may be is not known.
    if not 0 <= meeting.vacancies <= 1_000:
        faults.append(f"“vacancies” is how many seats nobody holds, not {meeting.vacancies}.")
    seats = len(meeting.members) + meeting.vacancies
    most = seats if meeting.members else 1_000
    if meeting.quorum is not None and not 0 < meeting.quorum <= most:
        faults.append(f"A quorum of {meeting.quorum} does not fit a body of {seats} members.")
    for office in ("chair", "vice-chair"):
        if sum(member.role == office for member in meeting.members) > 1:
            faults.append(f"More than one member has the role “{office}”.")
    if not meeting.body:
        faults.append("“body” is empty: which committee is it?")
    return faults


def _faults_of_items(items: list[PaperItem]) -> list[str]:
    faults = _twice("number", [_number(item) for item in items if item.number != ""])
    faults += [
        f"“{item.number}” cannot be the number of an item. It should be as 8 or 6a."
        for item in items
        if item.number != "" and (re.search(r"[\s+,]", _number(item)) or re.fullmatch(r"[ix]\d+", _number(item)))
    ]
    faults += [f"In items {n}: the “title” is empty." for n, item in enumerate(items, 1) if not item.title]
    known = {_number(item) for item in items}
    for n, item in enumerate(items, 1):
        under = as_called(str(item.under))
        if under and under not in known:
            faults.append(f"In items {n} ({item.title}): there is no item {item.under} for it to be under.")
        elif under and under == _number(item):
            faults.append(f"In items {n} ({item.title}): an item cannot be under itself.")
    return faults


def _is_day(typed: str) -> bool:
    try:
        return is_plausible(dt.date.fromisoformat(typed))
    except ValueError:
        return False


def _faults_of_people(meeting: Papers) -> list[str]:
    faults: list[str] = []
    members = [*meeting.members, *meeting.substitutes]
    alike: dict[str, list[Member]] = {}
    for member in members:
        alike.setdefault(plain(member.name), []).append(member)
    faults += [
        f"The member “{one.name}” is there twice: where they are two people, give each an id."
        for name, (one, *others) in alike.items()
        if name and others and not (one.id and all(other.id for other in others))
    ]
    for table, rows in (("members", meeting.members), ("substitutes", meeting.substitutes)):
        faults += [f"In {table} {n}: the “name” is empty." for n, row in enumerate(rows, 1) if not plain(row.name)]
    faults += [
        f"In officers {n}: give a “name” or a “post”."
        for n, officer in enumerate(meeting.officers, 1)
        if not officer.name and not officer.post
    ]
    everyone: list[Member | Officer] = [*members, *meeting.officers]
    ids = [person.id for person in everyone if person.id]
    faults += _twice("id", ids)
    faults += [
        f"“{id_}” cannot be an id: it should be letters, digits and hyphens."
        for id_ in ids
        if not re.fullmatch(r"\w[\w-]*", id_)
    ]
    faults += _twice("letter", [member.letter for member in meeting.members if member.letter])
    faults += [
        f"“{member.letter}” cannot be the letter of a seat: it should be a to z, or two of them above 26 seats."
        for member in meeting.members
        if member.letter and not re.fullmatch("[a-z]{1,2}", member.letter)
    ]
    return faults


def _number(item: PaperItem) -> str:
    return as_called(str(item.number))


def _twice(what: str, values: list[str]) -> list[str]:
    return [
        f"The {what} “{value}” is there twice." for value in dict.fromkeys(values) if value and values.count(value) > 1
    ]
