"""By what right someone acts in a seat: their own, or that of the co-opted member for whom they sit (V22, AP4)."""

from clerk.meeting.state import Meeting
from clerk.people import Person


def in_whose_right(meeting: Meeting, seat: str, person: str) -> Person:
    """Whose right to vote goes with a seat: a substitute for a co-opted member has that one's, and no more."""
    held = meeting.seats.get(seat)
    holder = meeting.people.get(held.holder or "") if held is not None else None
    return holder if holder is not None and holder.kind == "co-optee" else meeting.people[person]


def has_a_vote(meeting: Meeting, seat: str, person: str) -> bool:
    """Whether whoever acts in a seat has a vote there at all."""
    return meeting.people[person].voting and in_whose_right(meeting, seat, person).voting


def out_of_scope(meeting: Meeting, seat: str, person: str, item: str) -> bool:
    """Whether an item is none of the business for which whoever acts in a seat was co-opted."""
    found = meeting.items.get(item)
    subject = found.subject.casefold() if found is not None else ""
    each = (meeting.people[person], in_whose_right(meeting, seat, person))
    return any(who.kind == "co-optee" and who.scope and who.scope.casefold() != subject for who in each)
