"""Setting a meeting up from plain values, as read from a TOML file: every mistake named, with the nearest field."""

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from clerk.agenda import Item, ItemKind, kind_of
from clerk.events import Convened
from clerk.names import nearest_word, plain
from clerk.people import Person, Seat, letter_seats
from clerk.times import read_time


class CannotConvene(ValueError):
    """What is wrong with the set-up; `faults` has a sentence for each thing, with where it stands."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


class _Labels(Struct, frozen=True, forbid_unknown_fields=True):
    chair: str = "Chairman"
    vice_chair: str = "Vice-Chairman"


class _Member(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    id: str = ""
    title: str = ""
    role: Literal["", "chair", "vice-chair"] = ""
    group: str = ""
    kind: Literal["member", "co-optee"] = "member"
    organisation: str = ""
    voting: bool = True
    letter: str = ""


class _Officer(Struct, frozen=True, forbid_unknown_fields=True):
    name: str = ""
    id: str = ""
    title: str = ""
    post: str = ""
    organisation: str = ""
    possessive: str = ""
    kind: Literal["officer", "partner", "speaker", "councillor"] = "officer"


class _Item(Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    number: str | int = ""
    kind: ItemKind | None = None
    report_of: str = ""
    report: str = ""
    recommendations: str | list[str] = ""
    exempt: bool = False


class _Meeting(Struct, frozen=True, forbid_unknown_fields=True):
    body: str
    date: str
    items: list[_Item]
    members: list[_Member]
    short: str = ""
    time: str = ""
    venue: str = ""
    quorum: int | None = None
    labels: _Labels = _Labels()
    style: str = "barnet"
    substitutes: list[_Member] = []
    officers: list[_Officer] = []


_TABLES: dict[str, type] = {
    "members": _Member,
    "substitutes": _Member,
    "officers": _Officer,
    "items": _Item,
    "labels": _Labels,
}


def read_meeting(text: str, source: str = "", letters: dict[str, str] | None = None) -> Convened:
    """A meeting set out as TOML. `letters` are the seat letters that the body already uses, by name.

    Raises `CannotConvene`, naming each missing, misspelt or impossible field.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CannotConvene([f"This is not TOML: {error}."]) from None
    return convene(data, source, letters)


def convene(data: dict[str, Any], source: str = "", letters: dict[str, str] | None = None) -> Convened:
    """A meeting from plain values. Raises `CannotConvene`."""
    if faults := _unknown_fields(data):
        raise CannotConvene(faults)
    try:
        meeting = msgspec.convert({key: _plain(value) for key, value in data.items()}, _Meeting)
    except msgspec.ValidationError as error:
        raise CannotConvene([_sentence(str(error), data)]) from None
    faults = _faults(meeting)
    if faults:
        raise CannotConvene(faults)
    return _convened(meeting, source, letters or {})


def _plain(value: Any) -> Any:
    """TOML's own dates and times as text, so that both ways of writing them are read alike."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, dt.date) else value


def _unknown_fields(data: dict[str, Any]) -> list[str]:
    faults = [_unknown("", key, _Meeting) for key in data if key not in _Meeting.__struct_fields__]
    for table, kind in _TABLES.items():
        rows = data.get(table, [])
        rows = [rows] if isinstance(rows, dict) else rows
        for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
            if isinstance(row, dict):
                where = f"{table} {number}" + (f" ({_name(row)})" if _name(row) else "")
                faults += [_unknown(where, key, kind) for key in row if key not in kind.__struct_fields__]  # type: ignore[attr-defined]
    return faults


def _name(row: dict[str, Any]) -> str:
    return str(row.get("name") or row.get("title") or "")


def _unknown(where: str, key: str, kind: type) -> str:
    at = f"In {where}: " if where else ""
    return f"{at}there is no field “{key}”.{nearest_word(key, kind.__struct_fields__)}"  # type: ignore[attr-defined]


_AT = re.compile(r"^(?P<what>.+?)(?: - at `\$(?P<where>[^`]*)`)?$")


def _sentence(message: str, data: dict[str, Any]) -> str:
    match = _AT.match(message)
    what, where = (match["what"], match["where"] or "") if match else (message, "")
    row = re.match(r"^\.(\w+)\[(\d+)\]", where)
    place = ""
    if row:
        rows = data.get(row[1], [])
        name = _name(rows[int(row[2])]) if int(row[2]) < len(rows) and isinstance(rows[int(row[2])], dict) else ""
        place = f"In {row[1]} {int(row[2]) + 1}{f' ({name})' if name else ''}: "
    elif where:
        place = f"In {where.lstrip('.')}: "
    missing = re.match(r"Object missing required field `(.+)`", what)
    if missing:
        return f"{place}the field “{missing[1]}” is missing."
    field = re.search(r"\.(\w+)$", where)
    wanted = what[0].lower() + what[1:].replace("`", "“", 1).replace("`", "”", 1)
    return f"{place}{f'“{field[1]}”: ' if field else ''}{wanted}."


def _faults(meeting: _Meeting) -> list[str]:
    faults: list[str] = []
    try:
        dt.date.fromisoformat(meeting.date)
    except ValueError:
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
    faults += _twice("number", [str(item.number) for item in meeting.items if item.number != ""])
    faults += _twice("member", [member.name for member in (*meeting.members, *meeting.substitutes)])
    faults += [
        f"In officers {number}: give a “name” or a “post”."
        for number, officer in enumerate(meeting.officers, 1)
        if not officer.name and not officer.post
    ]
    return faults


def _twice(what: str, values: list[str]) -> list[str]:
    return [f"The {what} “{value}” is there twice." for value in dict.fromkeys(values) if values.count(value) > 1]


def _convened(meeting: _Meeting, source: str, letters: dict[str, str]) -> Convened:
    used: set[str] = set()
    members = [_member(member, used) for member in meeting.members]
    substitutes = [_member(member, used) for member in meeting.substitutes]
    officers = [
        Person(
            officer.id or _id(officer.name or officer.post, used),
            officer.name,
            officer.kind,
            title=officer.title,
            post=officer.post,
            organisation=officer.organisation,
            possessive=officer.possessive,
        )
        for officer in meeting.officers
    ]
    own = {member.name: member.letter for member in meeting.members if member.letter}
    codes = letter_seats([member.name for member in meeting.members], {**letters, **own})
    return Convened(
        body=meeting.body.strip(),
        date=dt.date.fromisoformat(meeting.date),
        short=meeting.short or initials(meeting.body),
        time=meeting.time,
        venue=meeting.venue,
        quorum=meeting.quorum,
        chair_label=meeting.labels.chair,
        vice_chair_label=meeting.labels.vice_chair,
        people=(*members, *substitutes, *officers),
        seats=tuple(
            Seat(f"s{number}", person.id, member.role, code)
            for number, (member, person, code) in enumerate(zip(meeting.members, members, codes, strict=True), 1)
        ),
        substitutes=tuple(person.id for person in substitutes),
        items=tuple(_item(number, item) for number, item in enumerate(meeting.items, 1)),
        style=meeting.style,
        source=source,
    )


def initials(body: str) -> str:
    """A short name made of a body's capitals: "Community Leadership and Libraries Committee" is "CLLC"."""
    return "".join(word[0] for word in body.split() if word[0].isupper()) or "meeting"


def _member(member: _Member, used: set[str]) -> Person:
    return Person(
        member.id or _id(member.name, used),
        " ".join(member.name.split()),
        member.kind,
        title=member.title,
        group=member.group,
        organisation=member.organisation,
        voting=member.voting,
    )


def _id(name: str, used: set[str]) -> str:
    words = plain(name).split() or ["person"]
    wanted = [words[-1], "-".join((words[-1], *words[:-1])), *(f"{words[-1]}-{n}" for n in range(2, 99))]
    id_ = next(id_ for id_ in wanted if id_ not in used)
    used.add(id_)
    return id_


def _item(number: int, item: _Item) -> Item:
    recommendations = item.recommendations
    if isinstance(recommendations, list):
        lead = len(recommendations) > 1 and not any(re.match(r"\d{1,3}[.)]\s", line) for line in recommendations)
        recommendations = "\n".join(f"{n}. {line}" if lead else line for n, line in enumerate(recommendations, 1))
    return Item(
        f"i{number}",
        str(item.number),
        item.title.strip(),
        item.kind or kind_of(item.title),
        report_of=item.report_of,
        report=item.report,
        recommendations=recommendations.strip(),
        exempt=item.exempt,
    )
