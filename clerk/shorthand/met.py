"""People whom a line names for the first time: residents who speak, councillors from elsewhere."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clerk.councils import is_another_council
from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, find_person, plain
from clerk.people import Person
from clerk.setup.honours import parts_of


def person_called(meeting: Meeting, name: str, met: Sequence[Person], body: str = "") -> Person:
    """Someone by name: known already, among those `met` on this line, or new. A councillor who is new and speaks for
    the `body` of a parish or another council sits there, and is none of this council's."""
    name = with_capitals(name)
    ours = meeting.setup.ours if meeting.setup else ""
    if not body and (sits := _SITS.match(name)) and is_another_council(sits["body"], ours):
        name, body = sits["who"], sits["body"]
    councillor = re.match(r"^(?:Cllr|Councillor)\.?\s+(.+)$", name)
    known = [*meeting.people.values(), *met]
    if councillor:
        called_so = [person for person in known if person.is_councillor or person.style.startswith("Councillor")]
        try:
            return find_person(called_so, councillor[1])
        except NobodyCalled:
            return of_body(meeting, Person(_new_id(known, councillor[1]), councillor[1], "councillor"), body)
    same = next((person for person in known if plain(person.name) == plain(name)), None)
    return same or called_alike(known, name) or Person(_new_id(known, name), name, "speaker")


def called_alike(known: Iterable[Person], name: str) -> Person | None:
    """Whoever has a name from outside, whether or not a title stands before it: "Mrs Ann Oak" is "Ann Oak", and not
    "Mr Ann Oak"."""
    title, bare, _ = parts_of(name)
    for person in known:
        own, own_name, _ = parts_of(person.name)
        own = own or person.honorific or (person.title if person.kind == "speaker" else "")
        alike = not title or not own or plain(title) == plain(own)
        if " " in bare and person.kind == "speaker" and plain(own_name) == plain(bare) and alike:
            return person
    return None


def of_body(meeting: Meeting, person: Person, body: str) -> Person:
    """A councillor met on a line, as one of the `body` where that is another council than the one that meets."""
    ours = meeting.setup.ours if meeting.setup else ""
    if person.kind != "councillor" or not is_another_council(body, ours):
        return person
    return replace(person, kind="partner", title="Councillor", organisation=body)


_SITS = re.compile(r"(?P<who>(?:Cllr|Councillor)\.?\s+.+?) (?:for|of|from|on behalf of) (?P<body>.+)$")
"""A councillor typed with the council: "Cllr Bo Yew for Holt Town Council"."""

_PARTICLES = frozenset(
    ("van", "der", "den", "de", "di", "da", "du", "von", "zu", "la", "le", "bin", "ibn", "el", "y", "and")
)


def with_capitals(name: str) -> str:
    """A name as it is printed, which was perhaps typed without any capital: "jo van den berg" is "Jo van den Berg"."""
    if not name.islower() or not is_named(name):
        return name
    first, *rest = name.split() or [""]
    words = [first.capitalize(), *(word if word in _PARTICLES else word.capitalize() for word in rest)]
    return re.sub(r"(?<=[-’'])[a-z]", lambda letter: letter[0].upper(), " ".join(words))


_NO_NAME = re.compile(
    r"(?:all|both|each|every|any|some|those|these|other|others|interested|the|two|three|four|local|its|their)\b"
    r"|(?:parties|residents|objectors|applicants|councillors|members|officers|neighbours)$",
    re.IGNORECASE,
)
"""How words begin that say of which people, and name none of them: "all parties"."""


def is_named(name: str) -> bool:
    """Whether words are a person's name, and not of which people: "all parties"."""
    return _NO_NAME.match(name.strip()) is None


def _new_id(known: Sequence[Person], name: str) -> str:
    base = plain(name).replace(" ", "-") or "speaker"
    used = {person.id for person in known}
    return next(id_ for n in range(len(used) + 2) if (id_ := base if n == 0 else f"{base}-{n + 1}") not in used)
