"""Declarations of interest, and what each does to its item (D2 to D11). Effect is independent of kind (DE-07)."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from clerk.agenda import whole_of
from clerk.events import Declared
from clerk.events.interests import InterestKind
from clerk.meeting.parts import Declaration
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting

LOCALISM_ACT = date(2012, 7, 1)
"""From this day a disclosable pecuniary interest bars; before it a prejudicial one did (D3)."""

_PECUNIARY: frozenset[InterestKind] = frozenset({"dpi", "pecuniary"})
_ALWAYS: frozenset[InterestKind] = frozenset({"declarable"})
"""What another nation's code has."""
_PREJUDICIAL: frozenset[InterestKind] = frozenset({"prejudicial", "personal and prejudicial"})

CHOICE = "choice"
"""Stands for a rule where nothing bars a member, who chose not to vote (DE-07)."""


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
            event.also,
        )
        for member in known
    )
    return replace(meeting, declarations=(*meeting.declarations, *new))


def in_force(meeting: Meeting, person: str, item: str) -> tuple[Declaration, ...]:
    """A person's declarations on an item, or on the one that it is a part of, of each kind the last: an effect stated
    later replaces the first, an interest of another kind stands beside it. Arrears of council tax are on every item
    that they bear on (D11)."""
    mine = [declaration for declaration in meeting.declarations if declaration.member == person]
    found = meeting.items.get(item)
    whole = whole_of(meeting.items, found) if mine and found is not None else None
    here = {item} if whole is None else {item, whole.id}
    money = found is not None and found.money_106
    last = {
        (declaration.kind, declaration.also): declaration
        for declaration in mine
        if here & set(declaration.items) or (money and "arrears" in (declaration.kind, declaration.also))
    }
    return tuple(last.values())


_STRICTER = ("stayed", "dispensation", "no part", "no vote", "left")
"""What may follow from an interest, from the least to the most."""


def overruled(meeting: Meeting, person: str, item: str, effect: str) -> bool:
    """Whether another interest of a person in an item has an effect that goes further: who leaves for one does not take
    part because of another."""
    if effect not in _STRICTER:
        return False
    others = [one.effect for one in in_force(meeting, person, item) if one.effect in _STRICTER]
    return any(_STRICTER.index(other) > _STRICTER.index(effect) for other in others)


def bar_of(meeting: Meeting, person: str, item: str) -> Bar | None:
    """Why an interest keeps a person from voting on an item, or None."""
    day = meeting.setup.date if meeting.setup else None
    for declaration in in_force(meeting, person, item):
        if declaration.dispensed_on(day) and declaration.dispensed != "speak":
            continue
        if declaration.effect == "dispensation" and not declaration.dispensed_on(day):
            return Bar("the dispensation is not in force", "D7")
        if declaration.effect == "left":
            return Bar(f"declared {_what(declaration)}, to leave for it", barring_rule(meeting, declaration) or "V16")
        if declaration.effect == "no vote":
            return Bar(f"declared {_what(declaration)} and does not vote", barring_rule(meeting, declaration) or CHOICE)
        if "arrears" in (declaration.kind, declaration.also):
            return Bar("in arrears of council tax", "D11")
        if rule := barring_rule(meeting, declaration):
            return Bar(_OF_KIND.get(declaration.kind, _WORDS[rule]), rule)
    return None


def _what(declaration: Declaration) -> str:
    """What was declared, in words: an interest, unless it was something else alone."""
    kinds = {declaration.kind, declaration.also} - {""}
    return next((said for kind, said in _NO_INTEREST.items() if kinds and kinds <= {kind}), "an interest")


_NO_INTEREST: dict[InterestKind, str] = {
    "predetermination": "predetermination",
    "bias": "an appearance of bias",
    "open mind": "an open mind",
    "arrears": "arrears of council tax",
    "connection": "a connection",
}
_OF_KIND: dict[InterestKind, str] = {
    "personal and prejudicial": "prejudicial interest",
    "prejudicial": "prejudicial interest",
    "declarable": "declarable interest",
    "financial": "financial interest",
    "non-financial": "non-financial interest",
}
_WORDS = {"D3": "pecuniary interest", "D9": "registrable interest", "D10": "predetermined"}


def barring_rule(meeting: Meeting, declaration: Declaration) -> str:
    """The rule by which an interest of this kind bars from voting on the day of the meeting, or ""."""
    kinds = {declaration.kind, declaration.also}
    if kinds & {"predetermination", "bias"}:
        return "D10"
    if "arrears" in kinds:
        return "D11"
    day = meeting.setup.date if meeting.setup else None
    before = day is not None and day < LOCALISM_ACT
    # A code of another nation has prejudicial interests still.
    own: frozenset[InterestKind] = _PREJUDICIAL if _PREJUDICIAL & set(meeting.profile.code_kinds) else frozenset()
    if kinds & (_PREJUDICIAL if before else _PECUNIARY | _ALWAYS | own):
        return "D3"
    if kinds & set(meeting.profile.code_bars):
        return "D3"
    return "D9" if meeting.profile.code_model2020 and kinds & {"other", "other registrable"} else ""


def withdraws(meeting: Meeting, person: str, item: str) -> bool:
    """Whether a person does not count towards the quorum of an item (Q6): withdrew, or holds an interest that bars
    without a dispensation, though still in the room, unless `quorum.count_dpi_in_room` says that those count."""
    day = meeting.setup.date if meeting.setup else None
    return any(
        declaration.effect == "left"
        or (
            barring_rule(meeting, declaration) in ("D3", "D9", "D10")
            and not declaration.dispensed_on(day)
            and not meeting.profile.quorum_count_dpi_in_room
        )
        for declaration in in_force(meeting, person, item)
    )


REDUCERS: dict[type, Callable[..., Any]] = {Declared: declared}
