"""Finding words in a meeting: in what is recorded, the agenda and the names."""

from typing import NamedTuple

from clerk.events import Minuted
from clerk.meeting import Meeting
from clerk.names import plain
from clerk.saying import what_happened


class Place(NamedTuple):
    """Where something was found: an item, a line of its record, and what stands there."""

    item: str | None
    event: str | None
    said: str


def places(meeting: Meeting, words: str) -> list[Place]:
    """Every place where the words stand, whatever their case or accents: items first, then the record in its order."""
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
        said = event.text if isinstance(event, Minuted) else what_happened(meeting, placed)
        if event.item is not None and wanted in plain(said):
            found.append(Place(event.item, placed.id, said))
    return found
