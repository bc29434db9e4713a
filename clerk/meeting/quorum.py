"""The quorum: how many are needed, how many count, and what the sum is (Q1 to Q7, Q11)."""

import re
from collections.abc import Iterator
from math import ceil

from clerk.meeting.interests import withdraws
from clerk.meeting.parts import Quorum
from clerk.meeting.seated import has_a_vote, in_whose_right, out_of_scope
from clerk.meeting.state import Meeting
from clerk.people import Person


def needed(meeting: Meeting) -> int:
    """The body's quorum as printed, else as set for it (Q1); of a council a quarter of its members (Q2), of any other
    body that and no fewer than three, rounded up."""
    profile = meeting.profile
    printed = meeting.setup.quorum if meeting.setup else None
    if printed is not None:
        return printed
    if profile.body_quorum is not None:
        return profile.body_quorum
    if is_parish(meeting) or (profile.body_kind == "council" and profile.quorum_fallback_share == 4):
        return of_council(meeting)
    seats = len(meeting.seats)
    least = max(profile.quorum_fallback_least, ceil(seats / max(1, profile.quorum_fallback_share)))
    # A body of two seats cannot be asked for a third member.
    return least if profile.body_kind == "council" else min(least, max(2, seats))


_PARISH = re.compile(r"\b(?:parish|town|community|village|neighbourhood) council\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:committee|panel|board|group|party|forum|sub-committee)\b", re.IGNORECASE)


def is_parish(meeting: Meeting) -> bool:
    """Whether this is a meeting of a parish, town or community council itself, which is not the council whose profile
    a meeting may go by."""
    body = meeting.setup.body if meeting.setup is not None else ""
    return bool(_PARISH.search(body)) and not _OF_ONE.search(body)


def of_council(meeting: Meeting) -> int:
    """What the law wants of a council (Q2): a quarter of the whole number of members, vacant seats included; of a
    parish or town council a third of its own, and no fewer than three."""
    profile, seats = meeting.profile, len(meeting.seats)
    if is_parish(meeting) or profile.quorum_fallback_share == 3:
        return max(3, ceil(seats / 3))
    whole = ceil((profile.council_seats or seats) / 4)
    # A roll that could never make that quorum is not of the council whose profile it is.
    return max(1, whole if whole <= seats else ceil(seats / 4))


def quorum(meeting: Meeting, item: str | None = None) -> Quorum:
    """The quorum now, for an item where one is given: members who withdraw for it do not count, nor those who were
    co-opted for other business and have no vote on it (Q3, Q6)."""
    present = list(counted(meeting))
    declared = {declaration.member for declaration in meeting.declarations} if item is not None else set()
    elsewhere = _elsewhere(meeting, item)
    withdrawn = {
        person
        for person in present
        if person in declared and person not in elsewhere and withdraws(meeting, person, item or "")
    }
    stay = [person for person in present if person not in withdrawn and person not in elsewhere]
    other, need = len(present) - len(withdrawn) - len(stay), needed(meeting)
    parts = [f"{len(present)} acting in the room"]
    if withdrawn:
        parts.append(f"{len(withdrawn)} not counted (interest)")
    if other:
        parts.append(f"{other} not counted (co-opted for other business)")
    lacking = _lacking(meeting, stay)
    parts += [f"no {category}" for category in lacking]
    return Quorum(len(stay), need, len(withdrawn), ", ".join([*parts, f"quorum {need}"]), lacking, other)


def _elsewhere(meeting: Meeting, item: str | None) -> frozenset[str]:
    """Those who act on the body and have no vote on an item, being there for other business (V22)."""
    if item is None or "coopt_elsewhere" in meeting.profile.quorum_counts:
        return frozenset()
    return frozenset(person for seat, person in meeting.acting if out_of_scope(meeting, seat, person, item))


def quorum_of(meeting: Meeting, items: tuple[str, ...]) -> Quorum:
    """The quorum of the items that were put together: the worst of them (Q6)."""
    return min((quorum(meeting, item) for item in items or (None,)), key=lambda now: (not now.lacking, now.have))


def counted(meeting: Meeting) -> Iterator[str]:
    """Those in the room who act on the body, of the kinds that count (Q3), on a link only while that was lawful."""
    kinds = meeting.profile.quorum_counts
    for seat, person in meeting.acting:
        if person not in meeting.in_room or (person in meeting.remote and not meeting.remote_counts):
            continue
        who = meeting.people[person]
        if "co-optee" in (who.kind, in_whose_right(meeting, seat, person).kind):
            kind = "coopt_voting" if has_a_vote(meeting, seat, person) else "coopt_nonvoting"
        else:
            kind = "member" if meeting.seats[seat].holder == person else "substitute"
        if kind in kinds:
            yield person


def _lacking(meeting: Meeting, people: list[str]) -> tuple[str, ...]:
    wanted = meeting.profile.quorum_categories
    if not wanted:
        return ()
    have = [category_of(meeting.people[person]) for person in people]
    return tuple(one.category for one in wanted if have.count(one.category) < one.min)


def category_of(person: Person) -> str:
    """What a person counts as in a composite quorum (Q7)."""
    return person.category or ("councillor" if person.is_councillor else person.kind)
