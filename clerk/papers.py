"""The papers of a meeting, as set out in TOML: their fields, and what is wrong with those that cannot be read."""

import datetime as dt
import re
from typing import Any, Literal, get_args, get_type_hints

from msgspec import Struct

from clerk.agenda import ItemKind
from clerk.names import nearest_word, plain
from clerk.profile import DEFAULT
from clerk.shorthand import clean, trimmed
from clerk.standing import Detail
from clerk.times import is_plausible, read_time


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    chair: str = "Chairman"
    vice_chair: str = "Vice-Chairman"


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    id: str = ""
    title: str = ""
    role: Literal["", "chair", "vice-chair"] = ""
    group: str = ""
    kind: Literal["member", "co-optee"] = "member"
    organisation: str = ""
    post: str = ""
    possessive: str = ""
    voting: bool = True
    scope: str = ""
    category: str = ""
    office_ended: dt.date | None = None
    letter: str = ""


class Officer(Struct, frozen=True, forbid_unknown_fields=True):
    name: str = ""
    id: str = ""
    title: str = ""
    post: str = ""
    organisation: str = ""
    possessive: str = ""
    kind: Literal["officer", "partner", "speaker", "councillor"] = "officer"


class PaperItem(Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    number: str | int = ""
    kind: ItemKind | None = None
    report_of: str = ""
    report: str = ""
    recommendations: str | list[str] = ""
    exempt: bool = False
    confidential: bool = False
    money_106: bool = False
    budget: bool = False
    subject: str = ""
    published: dt.date | None = None
    raised_by: str = ""
    received: dt.date | None = None
    under: str | int = ""
    detail: Detail = "debate"
    case: str = ""
    ward: str = ""


class Papers(Struct, frozen=True, forbid_unknown_fields=True):
    body: str
    date: str
    items: list[PaperItem]
    members: list[Member]
    short: str = ""
    time: str = ""
    venue: str = ""
    quorum: int | None = None
    labels: Labels = Labels()
    style: str = "barnet"
    profile: str = DEFAULT
    settings: dict[str, Any] = {}
    printing: dict[str, str | int | bool] = {}
    published: dt.date | None = None
    public_deadline: str = ""
    extraordinary: bool = False
    substitutes: list[Member] = []
    officers: list[Officer] = []


_TABLES: dict[str, type] = {
    "members": Member,
    "substitutes": Member,
    "officers": Officer,
    "items": PaperItem,
    "labels": Labels,
}


def as_text(value: Any, field: str = "") -> Any:
    """TOML's own dates and times as text, so that both ways of writing them are read alike; and text that any file
    of minutes can hold, on one line but for recommendations."""
    match value:
        case dict():
            return {key: as_text(inner, key) for key, inner in value.items()}
        case list():
            return [as_text(inner, field) for inner in value]
        case str():
            return trimmed(value) if field == "recommendations" else " ".join(clean(value).split())
        case dt.time():
            return value.strftime("%H:%M")
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
    return value


def unknown_fields(data: dict[str, Any]) -> list[str]:
    faults = [_unknown("", key, Papers) for key in data if key not in Papers.__struct_fields__]
    for table, kind in _TABLES.items():
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


_AT = re.compile(r"^(?P<what>.+?)(?: - at `\$(?P<where>[^`]*)`)?$")


def sentence(message: str, data: dict[str, Any]) -> str:
    match = _AT.match(message)
    what, where = (match["what"], match["where"] or "") if match else (message, "")
    row = re.match(r"^\.(\w+)\[(\d+)\]", where)
    place = ""
    if row:
        rows = data.get(row[1], [])
        name = _name(rows[int(row[2])]) if int(row[2]) < len(rows) and isinstance(rows[int(row[2])], dict) else ""
        place = f"In {row[1]} {int(row[2]) + 1}{f' ({name})' if name else ''}: "
    elif where:
        place = "" if re.fullmatch(r"\.\w+", where) else f"In {where.lstrip('.')}: "
    missing = re.match(r"Object missing required field `(.+)`", what)
    if missing:
        return f"{place}the field “{missing[1]}” is missing."
    field = re.search(r"\.(\w+)(?:\[\d+\])?$", where)
    wrong = re.match(r"Expected `(.+?)`(?:, got `(.+?)`)?$", what)
    if wrong:
        said = f"should be {_in_words(wrong[1])}" + (f", not {_in_words(wrong[2])}" if wrong[2] else "")
    elif field and (known := _known_values(row[1] if row else "", field[1])):
        typed = re.search(r"'(.*)'$", what)
        said = f"can be {', '.join(known)}.{nearest_word(typed[1] if typed else '', known)}".rstrip(".")
    elif "date" in what:
        said = "should be a date, as 2026-05-12"
    else:
        said = what[0].lower() + what[1:]
    return f"{place}{f'“{field[1]}” ' if field else ''}{said}."


_WORDS = {
    "str": "words in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table of fields",
}


def _in_words(kinds: str) -> str:
    return " or ".join(_WORDS.get(kind, kind) for kind in kinds.split(" | ") if kind != "null")


def _known_values(table: str, field: str) -> list[str]:
    kind = get_type_hints(_TABLES.get(table, Papers)).get(field)
    values = [value for part in (kind, *get_args(kind)) for value in get_args(part)]
    return [value for value in values if isinstance(value, str) and value]


def faults(meeting: Papers) -> list[str]:
    faults: list[str] = []
    if not _is_day(meeting.date):
        faults.append(f"“date” should be as 2019-06-11, not “{meeting.date}”.")
    if meeting.time:
        try:
            read_time(meeting.time)
        except ValueError as error:
            faults.append(f"In time: {error}")
    if meeting.quorum is not None and not 0 < meeting.quorum <= max(1, len(meeting.members)):
        faults.append(f"A quorum of {meeting.quorum} does not fit a body of {len(meeting.members)} members.")
    for office in ("chair", "vice-chair"):
        if sum(member.role == office for member in meeting.members) > 1:
            faults.append(f"More than one member has the role “{office}”.")
    if not meeting.body:
        faults.append("“body” is empty: which committee is it?")
    faults += _twice("number", [_number(item) for item in meeting.items if item.number != ""])
    faults += [
        f"“{item.number}” cannot be the number of an item. It should be as 8 or 6a."
        for item in meeting.items
        if item.number != "" and (re.search(r"[\s+,]", _number(item)) or re.fullmatch(r"[ix]\d+", _number(item)))
    ]
    faults += [f"In items {n}: the “title” is empty." for n, item in enumerate(meeting.items, 1) if not item.title]
    known = {_number(item) for item in meeting.items}
    faults += [
        f"In items {n} ({item.title}): there is no item {item.under} for it to be under."
        for n, item in enumerate(meeting.items, 1)
        if item.under != "" and str(item.under).lower().rstrip(".") not in known
    ]
    faults += [
        f"In items {n} ({item.title}): an item cannot be under itself."
        for n, item in enumerate(meeting.items, 1)
        if item.under != "" and str(item.under).lower().rstrip(".") == _number(item)
    ]
    return faults + _faults_of_people(meeting)


def _is_day(typed: str) -> bool:
    try:
        return is_plausible(dt.date.fromisoformat(typed))
    except ValueError:
        return False


def _faults_of_people(meeting: Papers) -> list[str]:
    faults: list[str] = []
    members = [*meeting.members, *meeting.substitutes]
    faults += _twice("member", [plain(member.name) for member in members], [member.name for member in members])
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
    """The number as it is compared when a clerk types one."""
    return str(item.number).lower().rstrip(".")


def _twice(what: str, values: list[str], shown: list[str] | None = None) -> list[str]:
    said = shown or values
    return [
        f"The {what} “{said[values.index(value)]}” is there twice."
        for value in dict.fromkeys(values)
        if value and values.count(value) > 1
    ]
