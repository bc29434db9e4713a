"""The verb that gives a meeting its roll: members typed, or read from a file, where the papers had none."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec.structs import replace

from clerk.events import AnyEvent, PersonMet, SeatChanged
from clerk.names import Unclear, plain
from clerk.people import Office, Person, Seat, letter_seats
from clerk.setup.honours import parts_of, turned
from clerk.shorthand.context import Context
from clerk.shorthand.met import called_alike
from clerk.shorthand.table import verb


class Named(NamedTuple):
    """One who is named on a roll as it is typed: "Dr Ann Oak MBE (Chair) (Civic)"."""

    name: str
    honorific: str
    honours: str
    office: Office
    group: str
    seated: bool
    co_opted: bool = False
    silent: bool = False
    vacant: int = 0
    ward: str = ""


@verb(
    "members",
    ":members -- Ann Oak (Chair), Bob Elm (Vice-Chair), Cat Ash (Civic)",
    "Gives the body its roll: members with a comma between, or the name of a file that lists them; in "
    "brackets the office, "
    "the party (group= of all who have none there), the ward or division (Mill ward), (substitute) for one without a "
    "seat, (co-opted, no vote). Vacancy is a "
    "seat that nobody holds. Who is on it already stays, and takes the party, the ward or the office that is new.",
    "FM-12",
    takes="group:words",
    text="must",
)
def _members(context: Context) -> tuple[AnyEvent, ...]:
    listed = list(read_roll(context.needed_text("the members, with a comma between")))
    if not listed:
        raise Unclear("No member is named there. Type their names with a comma between.")
    if group := context.one("group"):
        listed = [one._replace(group=one.group or group) for one in listed]
    everyone = context.meeting.people.values()
    known = {plain(person.name): person for person in everyone}
    seats = dict(context.meeting.seats)
    holders = {seat.holder for seat in seats.values()}
    used, people = set(context.meeting.people), list[Person]()
    seated: list[tuple[Person, Office]] = []
    offices: list[Seat] = []
    vacancies = sum(one.vacant for one in listed)
    for one in listed:
        if one.vacant:
            continue
        person = _known(one.name, known) or called_alike(everyone, f"{one.honorific} {one.name}".strip())
        if person is None:
            person = _new(one, used)
            people.append(person)
        elif (now := _now(person, one)) != person:
            person = now
            people.append(person)
        known[plain(person.name)] = person
        if one.seated and person.id not in holders:
            seated.append((person, one.office))
            holders.add(person.id)
        elif one.office or not one.seated:
            offices += _in_office(one, person, seats)
    vacant = [seat for seat in seats.values() if seat.holder is None]
    more = max(0, len(seated) + vacancies - len(vacant)) if vacancies else len(seated) - len(vacant)
    new = [*vacant, *(Seat(_free_seat(seats, number)) for number in range(1, more + 1))]
    names = [*(context.meeting.people[s.holder].name for s in seats.values() if s.holder), *(p.name for p, _ in seated)]
    taken = {context.meeting.people[s.holder].name: s.letter for s in seats.values() if s.holder}
    letters = dict(zip(names, letter_seats(names, taken), strict=True))
    met = [context.event(PersonMet, person=person, item=None) for person in people]
    empty = [seat for seat in new[len(seated) :] if seat.id not in seats]
    if not people and not seated and not offices and not empty:
        raise Unclear("All of them are on the roll already, and nothing new is said of them.")
    return (
        *met,
        *(
            context.event(SeatChanged, seat=Seat(seat.id, person.id, office, letters[person.name]), item=None)
            for (person, office), seat in zip(seated, new, strict=False)
        ),
        *(context.event(SeatChanged, seat=seat, item=None) for seat in (*offices, *empty)),
    )


def _known(name: str, known: dict[str, Person]) -> Person | None:
    """Whoever is known by a name: the whole of it, or a surname that one member alone has."""
    wanted = plain(name)
    if wanted in known or " " in wanted:
        return known.get(wanted)
    members = [one for one in known.values() if one.kind in ("member", "co-optee")]
    alike = [one for one in members if plain(one.name).split()[-1:] == [wanted]]
    if len(alike) > 1:
        raise Unclear(f"“{name}” could be {' or '.join(one.name for one in alike)}. Type the whole name.")
    return alike[0] if alike else None


def _new(one: Named, used: set[str]) -> Person:
    kind: Literal["member", "co-optee"] = "co-optee" if one.co_opted else "member"
    id_ = _free_id(one.name, used)
    honorific = "" if one.co_opted else one.honorific
    return Person(
        id_,
        one.name,
        kind,
        title=one.honorific if one.co_opted else "",
        group=one.group,
        honorific=honorific,
        honours=one.honours,
        voting=not one.silent,
        ward=one.ward,
    )


def _now(person: Person, one: Named) -> Person:
    """Somebody who is known, with what is new: party, ward, what stands before the name or after it, the vote."""
    if one.seated and person.kind == "speaker" and not person.post:
        # Who came from outside, and was co-opted or elected that night.
        title, name, _ = parts_of(person.name)
        person = replace(person, kind="member", name=name, honorific=title)
    if one.co_opted:
        person = replace(person, kind="co-optee")
    return replace(
        person,
        group=one.group or person.group,
        honorific=(one.honorific if not person.title else "") or person.honorific,
        honours=one.honours or person.honours,
        voting=person.voting and not one.silent,
        ward=one.ward or person.ward,
    )


def _in_office(one: Named, person: Person, seats: dict[str, Seat]) -> list[Seat]:
    """The seat of one who is on the roll, with the office that is typed of them; [] where nothing is new. Raises
    `Unclear` where it cannot be theirs."""
    own = next((seat for seat in seats.values() if seat.holder == person.id), None)
    if not one.seated:
        if own is not None:
            raise Unclear(f"{person.name} has a seat, and is no substitute: leave out “(substitute)”.")
        return []
    if own is None or own.office == one.office:
        return []
    if any(seat.office == one.office and seat.holder for seat in seats.values()):
        raise Unclear(
            f"There is a {one.office} on the roll already, and {person.name} is not: an election is "
            f":elect, a change of "
            "seats :seat."
        )
    return [replace(own, office=one.office)]


_OFFICES: tuple[tuple[re.Pattern[str], Office], ...] = (
    (re.compile(r"\b(?:vice|deputy|depute)\b", re.IGNORECASE), "vice-chair"),
    (re.compile(r"\b(?:chair\w*|mayor|conven[eo]r|provost)\b", re.IGNORECASE), "chair"),
)


_VACANT = re.compile(
    r"(?:(?P<many>\d{1,2}|an?|one|two|three|four|five) )?(?:seats? )?vacan(?:t|cy|cies)(?: seats?)"
    r"?(?:\s*\(?x?\s*(?P<behind>\d{1,2})\)?)?",
    re.IGNORECASE,
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SILENT = re.compile(r"\b(?:no vote|non-?voting|without (?:a )?vote|not voting)\b", re.IGNORECASE)
_CO_OPTED = re.compile(r"\bco-?opt(?:ed|ee)(?: member)?\b", re.IGNORECASE)


def read_roll(text: str) -> Iterator[Named]:
    """The members of a roll as it is typed: a line each, or with commas between."""
    rows = [row for line in text.splitlines() for row in _rows(line)]
    for row in rows:
        if row.count("(") != row.count(")"):
            raise Unclear(f"“{row}” has a bracket without the other.")
        if empty := _VACANT.fullmatch(row.strip(" .;-•*")):
            said = (empty["many"] or empty["behind"] or "1").lower()
            yield Named("", "", "", "", "", True, vacant=_WORDS.get(said) or int(said))
            continue
        brackets = re.findall(r"\(([^()]+)\)", row)
        bare = re.sub(r"\s*\([^()]*\)", "", row).strip(" .;-•*")
        honorific, name, honours = parts_of(turned(bare))
        if not re.search(r"[^\W\d_]{2}", name):
            continue
        silent = any(map(_SILENT.search, brackets))
        co_opted = silent or any(map(_CO_OPTED.search, brackets))
        kept = [_CO_OPTED.sub("", _SILENT.sub("", bracket)).strip(" ,;") for bracket in brackets]
        office, group, seated, ward = _in_brackets([bracket for bracket in kept if bracket], row)
        yield Named(name, honorific, honours, office, group, seated, co_opted, silent, ward=ward)


_WARD = re.compile(r".*\b(?:wards?|divisions?)$|^(?:wards?|divisions?)\b.*", re.IGNORECASE)


def _in_brackets(brackets: list[str], row: str) -> tuple[Office, str, bool, str]:
    """What the brackets after a name say: an office, a party, whether there is a seat, and the ward or division. One
    pair may hold several of them, with a comma between."""
    office: Office = ""
    groups: list[str] = []
    seated, wards = True, list[str]()
    for bracket in brackets:
        party = []
        for said in re.split(r"\s*[,;]\s*", bracket.strip()):
            found = next((office for pattern, office in _OFFICES if pattern.search(said)), None)
            if found:
                office = found
            elif re.search(r"\bsubstitute|\bdeput(?:y|ies)\b|\breserve", said, re.IGNORECASE):
                seated = False
            elif _WARD.fullmatch(said):
                # "Mill ward" is Mill, and what is called "Mill Ward" is that.
                wards.append(re.sub(r" (?:ward|division)$|^(?:ward|division)(?: of|:)? ", "", said))
            elif said:
                party.append(said)
        groups += [", ".join(party)] if party else []
    if len(groups) > 1:
        raise Unclear(f"“{row}” has {len(groups)} things in brackets that are no office: only one can be the party.")
    if len(wards) > 1:
        raise Unclear(f"“{row}” has {len(wards)} wards: a member sits for one.")
    return office, next(iter(groups), ""), seated, next(iter(wards), "")


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
