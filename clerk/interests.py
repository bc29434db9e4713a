"""Declarations of interest, and what each does to its item (D2 to D8). Effect is independent of kind (DE-07)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import Declared, InterestEffect, InterestKind
from clerk.record import Placed

if TYPE_CHECKING:
    from clerk.meeting import Meeting

BARRING: frozenset[InterestKind] = frozenset({"dpi", "pecuniary", "predetermination"})
"""Kinds that bar a member from voting unless a dispensation was granted (D3, D10)."""


class Declaration(Struct, frozen=True):
    """One member's interest in some items, as last declared."""

    member: str
    items: tuple[str, ...]
    kind: InterestKind
    effect: InterestEffect
    reason: str
    event: str


def declared(meeting: "Meeting", placed: Placed, event: Declared) -> "Meeting":
    """Records each member's declaration; one on the same item stands beside the earlier."""
    known = [member for member in event.members if member in meeting.people]
    for member in event.members:
        if member not in meeting.people:
            meeting = meeting.problem(placed, f"A declaration names {member}, who is no longer recorded.")
    new = tuple(Declaration(m, event.items, event.kind, event.effect, event.reason, placed.id) for m in known)
    return replace(meeting, declarations=(*meeting.declarations, *new))


def in_force(meeting: "Meeting", person: str, item: str) -> tuple[Declaration, ...]:
    """A person's declarations on an item, of each kind the last: an effect stated later replaces the first, an
    interest of another kind stands beside it."""
    last = {
        declaration.kind: declaration
        for declaration in meeting.declarations
        if declaration.member == person and item in declaration.items
    }
    return tuple(last.values())


def bar_to_voting(meeting: "Meeting", person: str, item: str) -> str:
    """Why an interest keeps a person from voting on an item, or ""."""
    for declaration in in_force(meeting, person, item):
        if declaration.effect == "dispensation":
            continue
        if declaration.effect == "left":
            return "declared an interest and left"
        if declaration.effect == "no vote":
            return "declared an interest and does not vote"
        if declaration.kind in BARRING:
            return "predetermined" if declaration.kind == "predetermination" else "pecuniary interest"
    return ""


def withdraws(meeting: "Meeting", person: str, item: str) -> bool:
    """Whether a person does not count towards the quorum of an item (Q6): withdrew, or holds a pecuniary interest
    without a dispensation, though still in the room."""
    return any(
        declaration.effect == "left" or (declaration.kind in BARRING and declaration.effect != "dispensation")
        for declaration in in_force(meeting, person, item)
    )


REDUCERS: dict[type, Callable[..., Any]] = {Declared: declared}
