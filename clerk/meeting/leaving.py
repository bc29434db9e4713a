"""Who was out of the room for an item because of an interest in it: taken from the comings and goings (B12)."""

from clerk.events import Arrived, ItemTaken, Left, RollCalled, VoteTaken
from clerk.meeting.state import Meeting


def was_out(meeting: Meeting, member: str, item: str) -> bool:
    """Whether it is recorded that a member left the room for an item: while it was in hand and before it was voted on,
    or just before it was taken. One who was away for another reason did not leave for it."""
    hand: str | None = None
    out = interest = just_now = voted = False
    for placed in meeting.events:
        event = placed.event
        match event:
            case ItemTaken(taken=taken):
                hand = taken
                if taken == item and out and (interest or just_now):
                    return True
            case Left(person=person) if person == member:
                if item in (hand, event.item) and (event.interest or not voted):
                    return True
                out, interest, just_now = True, event.interest, True
            case Arrived(person=person) if person == member:
                out = False
            case RollCalled(present=present) if member in present:
                out = False
            case _ if event.nature.business:
                just_now = False
                voted = voted or (isinstance(event, VoteTaken) and event.item == item)
    return False
