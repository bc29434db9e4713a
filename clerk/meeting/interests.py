"""Declarations of interest, and what each does to its item (D2 to D11). Effect is independent of kind (DE-07)."""

from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec.structs import replace

from clerk.events import Declared
from clerk.events.interests import InterestKind
from clerk.meeting.parts import Declaration
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting

BARRING: frozenset[InterestKind] = frozenset(
    {"dpi", "pecuniary", "predetermination", "non-disclosable pecuniary", "personal and prejudicial", "declarable"}
)
"""Kinds that bar a member from voting unless a dispensation was granted (D3, D10)."""


class Bar(NamedTuple):
    """Why someone may not vote, in words, and the rule that says so."""

    why: str
    rule: str


def declared(meeting: Meeting, placed: Placed, event: Declared) -> Meeting:
    """Records each member's declaration; one on the same item stands beside the earlier."""
    known = [member for member in event.members if member in meeting.people]
    for member in event.members:
        if member not in meeting.people:
            meeting = meeting.problem(placed, f"A declaration names {member}, who is no longer recorded.")
    new = tuple(
        Declaration(
            member,
            event.items,
            event.kind,
            event.effect,
            event.reason,
            placed.id,
            event.reference,
            event.since,
            event.until,
            event.dispensed,
            event.registered,
            event.sensitive,
        )
        for member in known
    )
    return replace(meeting, declarations=(*meeting.declarations, *new))


def in_force(meeting: Meeting, person: str, item: str) -> tuple[Declaration, ...]:
    """A person's declarations on an item, of each kind the last: an effect stated later replaces the first, an
    interest of another kind stands beside it. Arrears of council tax are on every item that they bear on (D11)."""
    found = meeting.items.get(item)
    money = found is not None and found.money_106
    last = {
        declaration.kind: declaration
        for declaration in meeting.declarations
        if declaration.member == person and (item in declaration.items or (money and declaration.kind == "arrears"))
    }
    return tuple(last.values())


def bar_of(meeting: Meeting, person: str, item: str) -> Bar | None:
    """Why an interest keeps a person from voting on an item, or None."""
    day = meeting.setup.date if meeting.setup else None
    for declaration in in_force(meeting, person, item):
        if declaration.dispensed_on(day) and declaration.dispensed != "speak":
            continue
        if declaration.effect == "dispensation" and not declaration.dispensed_on(day):
            return Bar("the dispensation is not in force", "D7")
        if declaration.effect == "left":
            return Bar("declared an interest and left", _rule(meeting, declaration) or "V16")
        if declaration.effect == "no vote":
            return Bar("declared an interest and does not vote", _rule(meeting, declaration) or "V16")
        if declaration.kind == "arrears":
            return Bar("in arrears of council tax", "D11")
        if rule := _rule(meeting, declaration):
            return Bar(_OF_KIND.get(declaration.kind, _WORDS[rule]), rule)
    return None


_OF_KIND: dict[InterestKind, str] = {
    "personal and prejudicial": "prejudicial interest",
    "declarable": "declarable interest",
}
_WORDS = {"D3": "pecuniary interest", "D9": "registrable interest", "D10": "predetermined"}


def _rule(meeting: Meeting, declaration: Declaration) -> str:
    """The rule by which an interest of this kind bars from voting, or ""."""
    if declaration.kind == "predetermination":
        return "D10"
    if declaration.kind == "arrears":
        return "D11"
    if declaration.kind == "other" and meeting.profile.code_model2020:
        return "D9"
    return "D3" if declaration.kind in BARRING else ""


def withdraws(meeting: Meeting, person: str, item: str) -> bool:
    """Whether a person does not count towards the quorum of an item (Q6): withdrew, or holds an interest that bars
    without a dispensation, though still in the room, unless `quorum.count_dpi_in_room` says that those count."""
    day = meeting.setup.date if meeting.setup else None
    return any(
        declaration.effect == "left"
        or (
            _rule(meeting, declaration) in ("D3", "D9", "D10")
            and not declaration.dispensed_on(day)
            and not meeting.profile.quorum_count_dpi_in_room
        )
        for declaration in in_force(meeting, person, item)
    )


REDUCERS: dict[type, Callable[..., Any]] = {Declared: declared}
