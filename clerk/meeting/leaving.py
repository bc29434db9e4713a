"""Who was out of the room for an item because of an interest in it, and who was back before it was over: taken from the
comings and goings (B12)."""

from collections.abc import Mapping, Sequence

from clerk.events import (
    Addressed,
    AmendmentMoved,
    AnyEvent,
    Arrived,
    Introduced,
    ItemTaken,
    Left,
    Minuted,
    MotionMoved,
    Noted,
    OutcomeDeclared,
    PublicReadmitted,
    RollCalled,
    VoteTaken,
)
from clerk.meeting.endings import ending_of
from clerk.meeting.interests import barring_rule, in_force
from clerk.meeting.parts import PROCEDURAL, Declaration
from clerk.meeting.record import Placed
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


def kept_out(meeting: Meeting, declaration: Declaration) -> bool:
    """Whether whoever declared this is to be out of the room for its items."""
    if declaration.effect == "left":
        return True
    day = meeting.setup.date if meeting.setup else None
    bars = barring_rule(meeting, declaration) in ("D3", "D9", "D10")
    return bars and meeting.profile.dpi_must_leave and not declaration.dispensed_on(day)


def keeps_out(meeting: Meeting, person: str, item: str) -> bool:
    """Whether an interest is to keep a person out of the room for an item."""
    return any(kept_out(meeting, one) for one in in_force(meeting, person, item))


def was_decided(meeting: Meeting, item: str) -> bool:
    """Whether an item has ended, by a vote or as was said, and nothing moved at it is open: nobody has to leave for it
    any more."""
    here = [question for question in meeting.questions.values() if question.item == item]
    waits = any(question.is_open and question.kind != "recommendations" for question in here)
    return not waits and ending_of(meeting, item).what not in ("", "open", "lost")


def back_for(meeting: Meeting) -> Mapping[tuple[str, str], tuple[Placed, ...]]:
    """What was debated, moved or voted on at each item before a member whom an interest was to keep out of it, and who
    had come in while it was under way. Of one who never went nothing is said here, nor of words minuted once the item
    had been decided."""
    members = dict.fromkeys(one.member for one in meeting.declarations if kept_out(meeting, one))
    found: dict[tuple[str, str], tuple[Placed, ...]] = {}
    hand: str | None = None
    room: set[str] = set()
    came: set[str] = set()
    went: set[tuple[str, str]] = set()
    declared: set[str] = set()
    decided: set[str | None] = set()
    for placed in meeting.events if members else ():
        event = placed.event
        declared.add(placed.id)
        match event:
            case ItemTaken(taken=taken):
                hand, came = taken, {person for person in room if (person, taken) in went}
            case Left(person=person):
                room.discard(person)
                came.discard(person)
                went |= {(person, item) for item in (hand, event.item) if item}
            case Arrived(person=person):
                came |= {person} - room
                room.add(person)
            case RollCalled(present=present):
                # Who was there before the roll was called came to nothing by it.
                came |= (set(present) - room) if room else set()
                came &= set(present)
                room = set(present)
        if hand is not None and _goes_on(meeting, event, hand, decided):
            for person in [one for one in members if one in came]:
                of = [one for one in in_force(meeting, person, hand) if kept_out(meeting, one)]
                if any(one.event in declared for one in of):
                    found[person, hand] = (*found.get((person, hand), ()), placed)
        if hand is not None and _is_over_by(meeting, event, hand):
            decided.add(hand)
    return found


def _is_over_by(meeting: Meeting, event: AnyEvent, item: str) -> bool:
    """Whether an item in hand is decided, or its private part over, by what happened: words minuted after that are no
    business of it. A vote on an amendment or on a procedural motion decides nothing of it. In the public minutes a
    decision made in private is known by the public's return."""
    match event:
        case VoteTaken(questions=labels):
            asked = [meeting.questions[label].kind for label in labels if label in meeting.questions]
            return not asked or any(kind not in PROCEDURAL and kind != "amendment" for kind in asked)
        case OutcomeDeclared():
            return event.what not in _UNDECIDED
        case PublicReadmitted():
            return item not in event.items
    return False


def went_on(meeting: Meeting, item: str) -> tuple[Placed, ...]:
    """The business of an item up to its decision, and what was debated, moved or voted on at it after that."""
    found: list[Placed] = []
    decided: set[str | None] = set()
    for placed in meeting.events:
        event = placed.event
        if event.item != item:
            continue
        if event.nature.business and (item not in decided or _goes_on(meeting, event, item, decided)):
            found.append(placed)
        if _is_over_by(meeting, event, item):
            decided.add(item)
    return tuple(found)


def came_back(meeting: Meeting, person: str, items: Sequence[str | None]) -> bool:
    """Whether someone who was to be out of the room for one of some items was there for what went on at it."""
    back = back_for(meeting)
    return any(item is not None and (person, item) in back for item in items)


_UNDECIDED = ("deferred", "not reached", "withdrawn", "no decision")
_SAID = ("RE-03", "RE-04", "RE-06", "MB-02", "MI-04", "CN-04", "CN-06")
"""Standing sentences of somebody who speaks on the item."""


def _goes_on(meeting: Meeting, event: AnyEvent, item: str, decided: set[str | None]) -> bool:
    """Whether an item is debated, or voted on, by what happened."""
    match event:
        case VoteTaken():
            asked = [meeting.questions[label] for label in event.questions if label in meeting.questions]
            return any(question.item == item and question.kind not in PROCEDURAL for question in asked)
        case MotionMoved():
            return event.item == item and event.kind not in PROCEDURAL
        case AmendmentMoved():
            return event.item == item
        case OutcomeDeclared():
            return event.item == item and item not in decided and event.what not in _UNDECIDED
        case Minuted() | Introduced() | Addressed():
            return event.item == item and item not in decided
        case Noted():
            return event.item == item and item not in decided and event.construct in _SAID
    return False
