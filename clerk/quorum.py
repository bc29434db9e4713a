"""The quorum: how many are needed, how many count, and what the sum is (Q1 to Q6)."""

from math import ceil
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from clerk.interests import withdraws

if TYPE_CHECKING:
    from clerk.meeting import Meeting


class Quorum(Struct, frozen=True):
    """Where the meeting stands: `have` count, `need` are needed; `sum` says how that was worked out."""

    have: int
    need: int
    withdrawn: int
    sum: str

    @property
    def state(self) -> Literal["QUORATE", "AT LIMIT", "INQUORATE"]:
        """AT LIMIT: the next to leave ends business (Q4)."""
        if self.have < self.need:
            return "INQUORATE"
        return "AT LIMIT" if self.have == self.need else "QUORATE"


def needed(meeting: "Meeting") -> int:
    """The body's quorum as printed, else the larger of three and a quarter of the seats, rounded up (Q1)."""
    printed = meeting.setup.quorum if meeting.setup else None
    return printed if printed is not None else max(3, ceil(len(meeting.seats) / 4))


def quorum(meeting: "Meeting", item: str | None = None) -> Quorum:
    """The quorum now, for an item where one is given: members who withdraw for it do not count (Q3, Q6)."""
    present = [person for _, person in meeting.acting if person in meeting.in_room and meeting.people[person].voting]
    withdrawn = [person for person in present if item is not None and withdraws(meeting, person, item)]
    have, need = len(present) - len(withdrawn), needed(meeting)
    parts = [f"{len(present)} acting in the room"]
    if withdrawn:
        parts.append(f"{len(withdrawn)} withdrew")
    return Quorum(have, need, len(withdrawn), ", ".join([*parts, f"quorum {need}"]))
