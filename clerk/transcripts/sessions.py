"""The exempt sessions of a meeting, as its record has them: of what was said in one nothing is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from clerk.events import (
    AmendmentMoved,
    CastingVote,
    ItemTaken,
    MeetingClosed,
    MotionMoved,
    PublicExcluded,
    PublicReadmitted,
    QuestionPut,
    VoteTaken,
)
from clerk.meeting.doors import Doors
from clerk.meeting.exempt import with_doors
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.times import say_time


class Session(NamedTuple):
    """An exempt session. `out` and `back` are when the public went and came back; None where the record has no time
    for it, or where nobody is recorded to have come back (`open`). `after` and `before` are the nearest times recorded
    on its two sides, within which it lies; `first` and `last` the first and the last time recorded in it."""

    out: datetime | None
    back: datetime | None
    open: bool
    after: datetime | None
    before: datetime | None
    first: datetime | None
    last: datetime | None

    @property
    def begins(self) -> datetime | None:
        """The earliest at which it can have begun; None: with the recording."""
        return _earliest(self.out or self.after, self.first)

    @property
    def ends(self) -> datetime | None:
        """The latest at which it can have ended; None: with the recording."""
        return None if self.open else _latest(self.back or self.before, self.last)

    @property
    def timed(self) -> bool:
        """Whether the record has the times of both its ends."""
        return self.out is not None and (self.open or self.back is not None)

    @property
    def when(self) -> str:
        """ "from 7.05 pm", to follow "There was an exempt session"; "" where nothing says it."""
        return f" from {say_time(self.begins)}" if self.begins is not None else ""

    @property
    def missing(self) -> str:
        """Which of its times the record does not say, as the end of a sentence."""
        known = ((self.out, "when the public went out"), (self.open or self.back, "when it came back"))
        return " and ".join(words for there, words in known if not there)


def _earliest(bound: datetime | None, recorded: datetime | None) -> datetime | None:
    return min(bound, recorded) if bound is not None and recorded is not None else bound


def _latest(bound: datetime | None, recorded: datetime | None) -> datetime | None:
    return max(bound, recorded) if bound is not None and recorded is not None else bound


def sessions(meeting: Meeting) -> tuple[Session, ...]:
    """The exempt sessions of a meeting, in its order: from each exclusion to the readmission, or to the end where there
    is none; and exempt business that is recorded while the doors stood open, to the next item."""
    events = meeting.events
    found: list[Session] = []
    began: int | None = None
    for index, (placed, doors) in enumerate(with_doors(events)):
        if began is None and _begins(placed, doors, meeting):
            began = index
        elif began is not None and _ends(placed, events[began], doors, meeting):
            found.append(_session(events, began, index))
            began = None
    if began is not None:
        found.append(_session(events, began, None))
    return tuple(found)


def _begins(placed: Placed, doors: Doors, meeting: Meeting) -> bool:
    event = placed.event
    if isinstance(event, PublicExcluded):
        return True
    if isinstance(event, ItemTaken):
        return _is_exempt(event.taken, doors, meeting)
    # Nobody need have recorded that an item was taken on which something was decided.
    return isinstance(event, _DECIDING) and event.at is not None and _is_exempt(event.item, doors, meeting)


_DECIDING = (MotionMoved, AmendmentMoved, QuestionPut, VoteTaken, CastingVote)


def _is_exempt(item: str | None, doors: Doors, meeting: Meeting) -> bool:
    found = meeting.items.get(item or "")
    return item in doors.excluded_items or (found is not None and found.exempt)


def _ends(placed: Placed, began: Placed, doors: Doors, meeting: Meeting) -> bool:
    event = placed.event
    if isinstance(event, PublicReadmitted):
        return True
    if doors.closed or isinstance(began.event, PublicExcluded):
        return False
    taken = isinstance(event, ItemTaken) and not _is_exempt(event.taken, doors, meeting)
    return taken or isinstance(event, MeetingClosed)


def _session(events: Sequence[Placed], began: int, ended: int | None) -> Session:
    after = next((p.event.at for p in reversed(events[:began]) if p.event.at), None)
    before = None if ended is None else next((p.event.at for p in events[ended + 1 :] if p.event.at), None)
    back = None if ended is None else events[ended].event.at
    times = [p.event.at for p in events[began : None if ended is None else ended + 1] if p.event.at]
    return Session(
        events[began].event.at, back, ended is None, after, before, min(times, default=None), max(times, default=None)
    )
