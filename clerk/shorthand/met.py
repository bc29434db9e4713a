"""People whom a line names for the first time: residents who speak, councillors from elsewhere."""

import re
from collections.abc import Sequence

from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, find_person, plain
from clerk.people import Person


def person_called(meeting: Meeting, name: str, met: Sequence[Person]) -> Person:
    """Someone by name: known already, among those `met` on this line, or new."""
    name = _with_capitals(name)
    councillor = re.match(r"^(?:Cllr|Councillor)\.?\s+(.+)$", name)
    known = [*meeting.people.values(), *met]
    if councillor:
        try:
            return find_person([person for person in known if person.is_councillor], councillor[1])
        except NobodyCalled:
            return Person(_new_id(known, councillor[1]), councillor[1], "councillor")
    same = next((person for person in known if plain(person.name) == plain(name)), None)
    return same or Person(_new_id(known, name), name, "speaker")


_PARTICLES = frozenset(
    ("van", "der", "den", "de", "di", "da", "du", "von", "zu", "la", "le", "bin", "ibn", "el", "y", "and")
)


def _with_capitals(name: str) -> str:
    """A name as it is printed, which was perhaps typed without any capital: "jo van den berg" is "Jo van den Berg"."""
    if not name.islower():
        return name
    first, *rest = name.split() or [""]
    words = [first.capitalize(), *(word if word in _PARTICLES else word.capitalize() for word in rest)]
    return re.sub(r"(?<=[-’'])[a-z]", lambda letter: letter[0].upper(), " ".join(words))


def _new_id(known: Sequence[Person], name: str) -> str:
    base = plain(name).replace(" ", "-") or "speaker"
    used = {person.id for person in known}
    return next(id_ for n in range(len(used) + 2) if (id_ := base if n == 0 else f"{base}-{n + 1}") not in used)
