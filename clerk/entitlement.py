"""Who may vote on an item, and why not (E, V16, V28): worked out from the room, never stored as truth."""

from typing import TYPE_CHECKING

from msgspec import Struct

from clerk.interests import bar_to_voting

if TYPE_CHECKING:
    from clerk.meeting import Meeting


class Voter(Struct, frozen=True):
    """One acting member and whether that member may vote now; `why` says why not, in words, or is ""."""

    person: str
    seat: str
    may: bool
    why: str = ""


def ledger(meeting: "Meeting", items: tuple[str, ...]) -> tuple[Voter, ...]:
    """Every acting member, in the order of the roll, and whether each may vote on all of these items."""
    return tuple(_voter(meeting, seat, person, items) for seat, person in meeting.acting)


def _voter(meeting: "Meeting", seat: str, person: str, items: tuple[str, ...]) -> Voter:
    why = ""
    if person not in meeting.in_room:
        why = "not in the room"
    elif not meeting.people[person].voting:
        why = "non-voting member"
    else:
        why = next((bar for item in items if (bar := bar_to_voting(meeting, person, item))), "")
    return Voter(person, seat, not why, why)
