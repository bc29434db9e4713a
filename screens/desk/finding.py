"""Finding words in a meeting: in what is recorded, the agenda and the names."""

from typing import NamedTuple

from clerk.events import Minuted
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.saying.happened import facts_of, words_of


class Place(NamedTuple):
    """Where something was found: an item, a line of its record, and what stands there. A person is nowhere."""

    item: str | None
    event: str | None
    said: str


def places(meeting: Meeting, words: str) -> list[Place]:
    """Every place where the words stand, whatever their case or accents: items first, then the
    record in its order, then people."""
    wanted = plain(words)
    if not wanted:
        return []
    found = [
        Place(item.id, None, f"Item {item.number} {item.title}")
        for item in meeting.items.values()
        if wanted in plain(f"{item.number} {item.title}")
    ]
    for placed in meeting.events:
        event = placed.event
        said = event.text if isinstance(event, Minuted) else f"{facts_of(meeting, placed)} {words_of(event)}".strip()
        if event.item is not None and wanted in plain(said):
            found.append(Place(event.item, placed.id, said))
    seats = {person: meeting.seats[seat].letter for seat, person in meeting.acting}
    for person in meeting.people.values():
        if wanted in plain(f"{person.formal} {person.post} {person.organisation}"):
            described = [person.formal, person.post if person.name else "", person.organisation, person.group]
            seat = f"seat {seats[person.id]}" if person.id in seats else ""
            found.append(Place(None, None, ", ".join(filter(None, (*described, seat)))))
    return found
