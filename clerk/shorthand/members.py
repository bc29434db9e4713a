"""The verb that gives a meeting its roll: members typed, or read from a file, where the papers had none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from clerk.events import AnyEvent, PersonMet, SeatChanged
from clerk.names import Unclear, plain
from clerk.people import Office, Person, Seat, letter_seats
from clerk.setup.honours import parts_of, turned
from clerk.shorthand.context import Context
from clerk.shorthand.table import verb


class Named(NamedTuple):
    """One who is named on a roll as it is typed: "Dr Ann Oak MBE (Chair) (Civic)"."""

    name: str
    honorific: str
    honours: str
    office: Office
    group: str
    seated: bool


@verb(
    "members",
    ":members -- Ann Oak (Chair), Bob Elm (Vice-Chair), Cat Ash (Civic)",
    "Gives the body its roll: members with a comma between, or the name of a file that lists them; the office and the "
    "party in brackets, (substitute) for one without a seat. Who is on it already stays.",
    "FM-12",
    text="must",
)
def _members(context: Context) -> tuple[AnyEvent, ...]:
    listed = list(read_roll(context.needed_text("the members, with a comma between")))
    if not listed:
        raise Unclear("No member is named there. Type their names with a comma between.")
    known = {plain(person.name): person for person in context.meeting.people.values()}
    seats = dict(context.meeting.seats)
    holders = {seat.holder for seat in seats.values()}
    used, people = set(context.meeting.people), list[Person]()
    seated: list[tuple[Person, Office]] = []
    for one in listed:
        person = known.get(plain(one.name))
        if person is None:
            person = Person(
                _free_id(one.name, used), one.name, group=one.group, honorific=one.honorific, honours=one.honours
            )
            people.append(person)
            known[plain(one.name)] = person
        elif one.seated and person.kind == "speaker" and not person.post:
            # Who came from outside, and was co-opted or elected that night.
            person = replace(person, kind="member", group=one.group or person.group)
            people.append(person)
            known[plain(one.name)] = person
        if one.seated and person.id not in holders:
            seated.append((person, one.office))
            holders.add(person.id)
    if not people and not seated:
        raise Unclear("All of them are on the roll already.")
    vacant = [seat for seat in seats.values() if seat.holder is None]
    new = [*vacant, *(Seat(_free_seat(seats, number)) for number in range(1, len(seated) - len(vacant) + 1))]
    names = [*(context.meeting.people[s.holder].name for s in seats.values() if s.holder), *(p.name for p, _ in seated)]
    taken = {context.meeting.people[s.holder].name: s.letter for s in seats.values() if s.holder}
    letters = dict(zip(names, letter_seats(names, taken), strict=True))
    met = [context.event(PersonMet, person=person, item=None) for person in people]
    return (
        *met,
        *(
            context.event(SeatChanged, seat=Seat(seat.id, person.id, office, letters[person.name]), item=None)
            for (person, office), seat in zip(seated, new, strict=False)
        ),
    )


_OFFICES: tuple[tuple[re.Pattern[str], Office], ...] = (
    (re.compile(r"\b(?:vice|deputy|depute)\b", re.IGNORECASE), "vice-chair"),
    (re.compile(r"\b(?:chair\w*|mayor|conven[eo]r|provost)\b", re.IGNORECASE), "chair"),
)


def read_roll(text: str) -> Iterator[Named]:
    """The members of a roll as it is typed: a line each, or with commas between."""
    rows = [row for line in text.splitlines() for row in _rows(line)]
    for row in rows:
        if row.count("(") != row.count(")"):
            raise Unclear(f"“{row}” has a bracket without the other.")
        brackets = re.findall(r"\(([^()]+)\)", row)
        bare = re.sub(r"\s*\([^()]*\)", "", row).strip(" .;-•*")
        honorific, name, honours = parts_of(turned(bare))
        if not re.search(r"[^\W\d_]{2}", name):
            continue
        office, group, seated = _in_brackets(brackets, row)
        yield Named(name, honorific, honours, office, group, seated)


def _in_brackets(brackets: list[str], row: str) -> tuple[Office, str, bool]:
    """What the brackets after a name say: an office, a party, and whether there is a seat. One pair may hold several
    of them, with a comma between."""
    office: Office = ""
    groups: list[str] = []
    seated = True
    for bracket in brackets:
        party = []
        for said in re.split(r"\s*[,;]\s*", bracket.strip()):
            found = next((office for pattern, office in _OFFICES if pattern.search(said)), None)
            if found:
                office = found
            elif re.search(r"\bsubstitute|\bdeput(?:y|ies)\b|\breserve", said, re.IGNORECASE):
                seated = False
            elif said:
                party.append(said)
        groups += [", ".join(party)] if party else []
    if len(groups) > 1:
        raise Unclear(f"“{row}” has {len(groups)} things in brackets that are no office: only one can be the party.")
    return office, next(iter(groups), ""), seated


def _rows(line: str) -> list[str]:
    """The members in a line: "Oak, Ann" alone is one with the surname first."""
    # A comma within brackets is between what they say of one member.
    parts = [part.strip() for part in re.split(r"(?:[,;]|\s+and\s+(?=[A-Z]))(?![^()]*\))", line) if part.strip()]
    one = len(parts) == 2 and " " not in parts[0] and len(parts[1].split()) <= 2 and "(" not in parts[0]
    return [line.strip()] if one and "," in line and " and " not in line else parts


def _free_id(name: str, used: set[str]) -> str:
    words = plain(name).split() or ["person"]
    wanted = [words[-1], "-".join((words[-1], *words[:-1])), *(f"{words[-1]}-{n}" for n in range(2, len(used) + 3))]
    id_ = next(id_ for id_ in wanted if id_ not in used)
    used.add(id_)
    return id_


def _free_seat(seats: dict[str, Seat], number: int) -> str:
    highest = max((int(id_[1:]) for id_ in seats if id_[1:].isdecimal()), default=0)
    return f"s{highest + number}"
