"""What is held fast while a meeting is folded: how the quorum stood, who moved, who was there for the whole of an item.

A rule asks later how things were at an event; the fold passes that place once, and knows.
"""

from datetime import datetime

from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    Arrived,
    ItemTaken,
    Left,
    MotionMoved,
    OutcomeDeclared,
    PublicExcluded,
    QuestionPut,
    RollCalled,
    TimeExtended,
)
from clerk.meeting.entitlement import ledger
from clerk.meeting.parts import Act, Calling, Moment, QuorumFrom
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides

SEATED = ("member", "co-optee")
"""The kinds of people who have a seat: whoever of them is not there misses what is taken (V17)."""


def observed(meeting: Meeting, placed: Placed) -> Meeting:
    """The meeting with what its newest event has to hold fast."""
    event = placed.event
    if event.nature.business:
        meeting = _under_way(meeting)
    if event.nature.room:
        meeting = _missed(meeting, event)
        now = quorum(meeting, meeting.item_taken)
        last = meeting.quorums[-1] if meeting.quorums else None
        if last is None or (last.item, last.quorum) != (meeting.item_taken, now):
            meeting = replace(meeting, quorums=(*meeting.quorums, QuorumFrom(placed.id, meeting.item_taken, now)))
    elif (decides(event) or isinstance(event, QuestionPut)) and not _not_reached(event):
        moment = Moment(placed.id, event.item, quorum(meeting, event.item), meeting.presiding)
        meeting = replace(meeting, moments={**meeting.moments, placed.id: moment})
    if isinstance(event, _MovedByMembers):
        meeting = replace(meeting, acts=(*meeting.acts, *_acts(meeting, placed, event)))
    return meeting


def _under_way(meeting: Meeting) -> Meeting:
    """The meeting once something has been said on the item in hand."""
    called = meeting.called_to_chair
    if called is not None and not called.served:
        meeting = replace(meeting, called_to_chair=replace(called, served=True))
    return meeting if meeting.calling is None else replace(meeting, calling=None)


def _not_reached(event: AnyEvent) -> bool:
    return isinstance(event, OutcomeDeclared) and event.what == "not reached"


_MovedByMembers = MotionMoved | AmendmentMoved | QuestionPut | PublicExcluded | TimeExtended


def _acts(meeting: Meeting, placed: Placed, event: _MovedByMembers) -> list[Act]:
    voters = {voter.person: voter for voter in ledger(meeting, (event.item,) if event.item else ())}
    named = [("moved", event.mover), ("seconded", event.seconder)]
    return [
        Act(placed.id, person, what, voters.get(person))
        for what, person in named
        if person not in ("", "duly", "none", "without")
    ]


def _missed(meeting: Meeting, event: AnyEvent) -> Meeting:
    """Who has not been in the room for the whole of each item (V17): out when it was taken, or out since. Who comes in
    as it is called has missed nothing of it."""
    item = meeting.item_taken
    if item is None:
        return meeting
    before = meeting.missed.get(item, frozenset())
    if isinstance(event, ItemTaken):
        out = frozenset(p.id for p in meeting.people.values() if p.kind in SEATED) - meeting.in_room
        now = before | out if meeting.roll_called else before
        meeting = replace(meeting, calling=Calling(event.at, now - before))
    elif isinstance(event, Left):
        now = before | {event.person}
        if meeting.calling is not None:
            # Who goes out again is back for another part of it, and not as it was called.
            meeting = replace(meeting, calling=replace(meeting.calling, out=meeting.calling.out - {event.person}))
    elif isinstance(event, RollCalled):
        acting = frozenset(person for _, person in meeting.acting)
        now = before | (acting - meeting.in_room)
    elif isinstance(event, Arrived) and meeting.calling is not None and event.person in meeting.calling.out:
        now = before - {event.person} if as_called(meeting.calling.at, event.at) else before
    else:
        return meeting
    return replace(meeting, missed={**meeting.missed, item: now}) if now != before else meeting


def as_called(taken: datetime | None, came: datetime | None) -> bool:
    """Whether someone who came in before anything was said on an item did so as it was called: in the same minute, or
    where it is not known when of either, since then the order in which the two were recorded is all that is known."""
    if came is None or taken is None:
        return True
    return taken.replace(second=0, microsecond=0) == came.replace(second=0, microsecond=0)
