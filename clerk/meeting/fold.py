"""The fold: from entries to a meeting, and from a meeting to the next. Total: whatever has been retracted, corrected or
moved, it never raises; an event whose referent is gone is kept, and named among the problems.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from clerk.events import AnyEvent, Convened, ItemAdded, ItemChanged, PersonMet
from clerk.events.event import NotUnderstood
from clerk.meeting import (
    actions,
    attendance,
    course,
    deciding,
    exempt,
    interests,
    motions,
    narrative,
    outcomes,
    papers,
    puts,
    votes,
)
from clerk.meeting.moments import SEATED, observed
from clerk.meeting.record import Entry, Placed, comes_last, in_place
from clerk.meeting.state import Meeting
from clerk.people import told_apart


def fold(entries: Sequence[Entry]) -> Meeting:
    """The meeting that these entries, in the order of their numbers, add up to."""
    meeting = _whole(entries)
    return replace(meeting, once_private=frozenset(exempt.once_private(entries, meeting, _whole)))


def _whole(entries: Sequence[Entry]) -> Meeting:
    """The same, without what was private at other times."""
    events, astray = in_place(entries)
    meeting = folded(events, astray=frozenset(placed.id for placed in astray))
    newer = any(isinstance(event, NotUnderstood) for entry in entries for event in entry.events)
    meeting = exempt.kept_private(events, meeting)
    return replace(meeting, entries=tuple(entries), events=tuple(events), newer=newer)


def add(meeting: Meeting, entry: Entry) -> Meeting:
    """The meeting after one more entry. Costs little where the entry simply follows what is recorded."""
    once = meeting.once_private
    if exempt.may_unveil(entry, exempt.known_to(meeting, entry)):
        once |= exempt.kept_back(meeting)
    if not meeting.entries or not _follows(meeting, entry.events):
        return replace(_whole((*meeting.entries, entry)), once_private=once)
    return replace(_followed(meeting, entry), once_private=once)


def _followed(meeting: Meeting, entry: Entry) -> Meeting:
    """The meeting after an entry that simply follows."""
    entries, events = meeting.entries, meeting.events
    new = tuple(Placed(f"{entry.n}.{number}", event) for number, event in enumerate(entry.events))
    was_secret = meeting.private or meeting.doors.excluded_items or any(item.exempt for item in meeting.items.values())
    for placed in new:
        meeting = _fold(meeting, placed)
    if was_secret or meeting.doors.closed or any(event.private for event in entry.events):
        meeting = exempt.kept_private((*events, *new), meeting)
    return replace(meeting, entries=(*entries, entry), events=(*events, *new))


def _follows(meeting: Meeting, events: Sequence[AnyEvent]) -> bool:
    """Whether nothing that is already folded can change by these events."""
    for event in events:
        if isinstance(event, Convened | ItemAdded | ItemChanged | NotUnderstood):
            return False
        # Someone already named, or of whom something could not be made sense of before being known; or a member, who
        # has missed what was taken before.
        if isinstance(event, PersonMet) and (
            meeting.problems or event.person.id in meeting.people or event.person.kind in SEATED
        ):
            return False
    return comes_last(meeting.events, events)


def as_of(meeting: Meeting, place: AnyEvent) -> Meeting:
    """The meeting as it stood where this event would stand: its room, questions and votes then. Who and what is on the
    papers is known throughout."""
    if comes_last(meeting.events, (place,)):
        return meeting
    n = meeting.entries[-1].n + 1 if meeting.entries else 1
    probe = Entry(n, datetime.min, "", (place,))
    events, _ = in_place([*meeting.entries, probe])
    return _until(meeting, events, f"{n}.0")


def before(meeting: Meeting, id_: str) -> Meeting:
    """The meeting as it stood just before one of its events."""
    return _until(meeting, meeting.events, id_)


def _until(meeting: Meeting, events: Sequence[Placed], id_: str) -> Meeting:
    count = next((index for index, placed in enumerate(events) if placed.id == id_), len(events))
    there = replace(folded(events, count), entries=meeting.entries, events=tuple(events[:count]))
    # What was private by then is private there: no key reaches it at an earlier place either.
    return exempt.kept_private(there.events, there)


Reducer = Callable[[Meeting, Placed, Any], Meeting]
_REDUCERS: dict[type, Reducer] = {
    **papers.REDUCERS,
    **course.REDUCERS,
    **attendance.REDUCERS,
    **interests.REDUCERS,
    **narrative.REDUCERS,
    **motions.REDUCERS,
    **deciding.REDUCERS,
    **puts.REDUCERS,
    **votes.REDUCERS,
    **outcomes.REDUCERS,
    **actions.REDUCERS,
    **exempt.REDUCERS,
}


def folded(events: Sequence[Placed], count: int | None = None, astray: frozenset[str] = frozenset()) -> Meeting:
    """The meeting that the first `count` events add up to, all of them where it is None. Who and what is on the
    papers does not depend on when it was put there: a person met on the night can be in the room before."""
    meeting = Meeting()
    papers = [placed for placed in events if placed.event.nature.papers]
    for placed in (*papers, *(placed for placed in events[:count] if not placed.event.nature.papers)):
        if placed.id in astray:
            meeting = meeting.problem(placed, "It was to stand beside an event that is gone. See where it stands now.")
        meeting = _fold(meeting, placed)
    return meeting


def _fold(meeting: Meeting, placed: Placed) -> Meeting:
    reducer = _REDUCERS.get(type(placed.event))
    folded: Meeting = meeting if reducer is None else reducer(meeting, placed, placed.event)
    was, now = (
        (meeting.seats, meeting.people, meeting.substitutions),
        (folded.seats, folded.people, folded.substitutions),
    )
    if folded.people is not meeting.people:
        folded = replace(folded, people=told_apart(folded.people))
    if any(before is not after for before, after in zip(was, now, strict=True)):
        folded = replace(folded, acting=attendance.acting(folded))
    return observed(folded, placed)
