"""People whom a line names for the first time: residents who speak, councillors from elsewhere."""

import re
from collections.abc import Sequence

from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, find_person, plain
from clerk.people import Person


def person_called(meeting: Meeting, name: str, met: Sequence[Person]) -> Person:
    """Someone by name: known already, among those `met` on this line, or new."""
    councillor = re.match(r"^(?:Cllr|Councillor)\.?\s+(.+)$", name)
    known = [*meeting.people.values(), *met]
    if councillor:
        try:
            return find_person([person for person in known if person.is_councillor], councillor[1])
        except NobodyCalled:
            return Person(_new_id(known, councillor[1]), councillor[1], "councillor")
    same = next((person for person in known if plain(person.name) == plain(name)), None)
    return same or Person(_new_id(known, name), name, "speaker")


def _new_id(known: Sequence[Person], name: str) -> str:
    base = plain(name).replace(" ", "-") or "speaker"
    used = {person.id for person in known}
    return next(id_ for n in range(len(used) + 2) if (id_ := base if n == 0 else f"{base}-{n + 1}") not in used)
