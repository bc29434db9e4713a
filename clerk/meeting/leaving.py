"""Who was out of the room for an item because of an interest in it: taken from the comings and goings (B12)."""

from clerk.events import Arrived, ItemTaken, Left, RollCalled, VoteTaken
from clerk.meeting.state import Meeting


def left_for(meeting: Meeting) -> frozenset[tuple[str, str]]:
    """Each member and item for which it is recorded that the member left the room: while it was in hand and before it
    was voted on, or just before it was taken. One who was away for another reason did not leave for it."""
    found: set[tuple[str, str]] = set()
    hand: str | None = None
    interested: set[str] = set()
    just_now: set[str] = set()
    voted: set[str | None] = set()
    for placed in meeting.events:
        event = placed.event
        match event:
            case ItemTaken(taken=taken):
                hand = taken
                found |= {(member, taken) for member in interested | just_now}
            case Left(person=person):
                items = {item for item in (hand, event.item) if item}
                found |= {(person, item) for item in items if event.interest or item not in voted}
                interested -= {person}
                (interested if event.interest else just_now).add(person)
            case Arrived(person=person):
                interested -= {person}
                just_now -= {person}
            case RollCalled(present=present):
                interested.difference_update(present)
                just_now.difference_update(present)
            case _ if event.nature.business:
                just_now.clear()
                if isinstance(event, VoteTaken):
                    voted.add(event.item)
    return frozenset(found)
