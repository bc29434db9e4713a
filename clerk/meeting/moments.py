"""What is held fast while a meeting is folded: how the quorum stood, who moved, who was there for the whole of an item.

A rule asks later how things were at an event; the fold passes that place once, and knows.
"""

from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    ItemTaken,
    Left,
    MotionMoved,
    OutcomeDeclared,
    QuestionPut,
    RollCalled,
)
from clerk.meeting.entitlement import ledger
from clerk.meeting.parts import Act, Moment, QuorumFrom
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides

SEATED = ("member", "co-optee")
"""The kinds of people who have a seat: whoever of them is not there misses what is taken (V17)."""


def observed(meeting: Meeting, placed: Placed) -> Meeting:
    """The meeting with what its newest event has to hold fast."""
    event = placed.event
    if event.nature.room:
        meeting = _missed(meeting, event)
        now = quorum(meeting, meeting.item_taken)
        last = meeting.quorums[-1] if meeting.quorums else None
        if last is None or (last.item, last.quorum) != (meeting.item_taken, now):
            meeting = replace(meeting, quorums=(*meeting.quorums, QuorumFrom(placed.id, meeting.item_taken, now)))
    elif (decides(event) or isinstance(event, QuestionPut)) and not _not_reached(event):
        moment = Moment(placed.id, event.item, quorum(meeting, event.item), meeting.presiding)
        meeting = replace(meeting, moments={**meeting.moments, placed.id: moment})
    if isinstance(event, MotionMoved | AmendmentMoved | QuestionPut):
        meeting = replace(meeting, acts=(*meeting.acts, *_acts(meeting, placed, event)))
    return meeting


def _not_reached(event: AnyEvent) -> bool:
    return isinstance(event, OutcomeDeclared) and event.what == "not reached"


def _acts(meeting: Meeting, placed: Placed, event: MotionMoved | AmendmentMoved | QuestionPut) -> list[Act]:
    voters = {voter.person: voter for voter in ledger(meeting, (event.item,) if event.item else ())}
    named = [("moved", event.mover), ("seconded", event.seconder)]
    return [
        Act(placed.id, person, what, voters.get(person))
        for what, person in named
        if person not in ("", "duly", "none", "without")
    ]


def _missed(meeting: Meeting, event: object) -> Meeting:
    """Who has not been in the room for the whole of each item (V17): out when it was taken, or out since."""
    item = meeting.item_taken
    if item is None:
        return meeting
    before = meeting.missed.get(item, frozenset())
    if isinstance(event, ItemTaken):
        out = frozenset(p.id for p in meeting.people.values() if p.kind in SEATED) - meeting.in_room
        now = before | out if meeting.roll_called else before
    elif isinstance(event, Left):
        now = before | {event.person}
    elif isinstance(event, RollCalled):
        acting = frozenset(person for _, person in meeting.acting)
        now = before | (acting - meeting.in_room)
    else:
        return meeting
    return replace(meeting, missed={**meeting.missed, item: now}) if now != before else meeting
