"""What of a recording may be kept: nothing that was said in exempt session.

A stretch is cut by time. Whatever is not certain of a time cuts more, and never less.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from clerk.events import (
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    PublicExcluded,
    PublicReadmitted,
    VoteTaken,
)
from clerk.meeting.exempt import with_doors
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.times import say_time
from clerk.transcripts.clock import MOST_DRIFT, Clock, clock_of
from clerk.transcripts.cues import Anchor, Cue, Cut, Recording, hms

MARGIN = 120.0
"""Seconds that are cut before and after an exempt session, beside what the clock may be wrong by."""

SILENCE = 7200.0
"""Seconds that a recording can have run on after its last word."""


class Session(NamedTuple):
    """An exempt session. `out` and `back` are when the public went and came back; None where the record has no time
    for it, or where nobody is recorded to have come back (`open`). `after` and `before` are the nearest times recorded
    on its two sides, within which it lies."""

    out: datetime | None
    back: datetime | None
    open: bool
    after: datetime | None
    before: datetime | None

    @property
    def begins(self) -> datetime | None:
        """The earliest at which it can have begun; None: with the recording."""
        return self.out or self.after

    @property
    def ends(self) -> datetime | None:
        """The latest at which it can have ended; None: with the recording."""
        return self.back or (None if self.open else self.before)

    @property
    def timed(self) -> bool:
        """Whether the record has the times of both its ends."""
        return self.out is not None and (self.open or self.back is not None)


def sessions(meeting: Meeting) -> tuple[Session, ...]:
    """The exempt sessions of a meeting, in its order: from each exclusion to the readmission, or to the end where there
    is none; and an exempt item that was taken while the doors stood open, to the next."""
    events = meeting.events
    found: list[Session] = []
    began: int | None = None
    for index, (placed, doors) in enumerate(with_doors(events)):
        if began is None and _begins(placed, doors.excluded_items, meeting):
            began = index
        elif began is not None and _ends(placed, events[began], doors.closed, doors.excluded_items, meeting):
            found.append(_session(events, began, index))
            began = None
    if began is not None:
        found.append(_session(events, began, None))
    return tuple(found)


def _begins(placed: Placed, excluded: frozenset[str], meeting: Meeting) -> bool:
    event = placed.event
    return isinstance(event, PublicExcluded) or (
        isinstance(event, ItemTaken) and _is_exempt(event.taken, excluded, meeting)
    )


def _is_exempt(item: str, excluded: frozenset[str], meeting: Meeting) -> bool:
    found = meeting.items.get(item)
    return item in excluded or (found is not None and found.exempt)


def _ends(placed: Placed, began: Placed, closed: bool, excluded: frozenset[str], meeting: Meeting) -> bool:
    event = placed.event
    if isinstance(event, PublicReadmitted):
        return True
    if closed or isinstance(began.event, PublicExcluded):
        return False
    taken = isinstance(event, ItemTaken) and not _is_exempt(event.taken, excluded, meeting)
    return taken or isinstance(event, MeetingClosed)


def _session(events: Sequence[Placed], began: int, ended: int | None) -> Session:
    after = next((p.event.at for p in reversed(events[:began]) if p.event.at), None)
    before = None if ended is None else next((p.event.at for p in events[ended + 1 :] if p.event.at), None)
    back = None if ended is None else events[ended].event.at
    return Session(events[began].event.at, back, ended is None, after, before)


def stretches(recording: Recording, meeting: Meeting) -> tuple[Cut, ...]:
    """The stretches of a recording that may not be kept, in its seconds, the margin among them; "inf" is its end.
    Raises `Unclear` where its clock is not known."""
    found = sessions(meeting)
    if not found:
        return ()
    clock = clock_of(recording, meeting)
    return tuple(_stretch(session, recording, clock) for session in found) + tuple(_marked(recording, clock))


def _stretch(session: Session, recording: Recording, clock: Clock) -> Cut:
    begins, ends = session.begins, session.ends
    start = -float("inf") if begins is None else clock.said(begins) - _margin(begins, recording, clock)
    end = float("inf") if ends is None else clock.said(ends) + _margin(ends, recording, clock)
    return Cut(start, end)


def _marked(recording: Recording, clock: Clock) -> Iterator[Cut]:
    """The stretches between the clerk's own marks."""
    out: float | None = None
    margin = MARGIN + clock.drift
    for mark in recording.marks:
        if not mark.back and out is None:
            out = mark.said
        elif mark.back and out is not None:
            yield Cut(out - margin, mark.said + margin)
            out = None
    if out is not None:
        yield Cut(out - margin, float("inf"))


def _margin(at: datetime, recording: Recording, clock: Clock) -> float:
    """Seconds to cut beside a time: two minutes and what the clock was seen to run off; beyond the outermost points,
    where nobody has seen it, what it can have run off since as well."""
    first, last = recording.anchors[0], recording.anchors[-1]
    beyond = max(0.0, (first.at - at).total_seconds(), (at - last.at).total_seconds())
    return MARGIN + clock.drift + MOST_DRIFT * beyond


def without(recording: Recording, cut: Sequence[Cut]) -> Recording:
    """A recording without the words of some stretches: a line that touches one goes whole, and only its time stays."""
    kept = [cue for cue in recording.cues if not _touches(cue, cut)]
    if len(kept) == len(recording.cues):
        return recording
    gone = [Cut(cue.start, cue.end) for cue in recording.cues if _touches(cue, cut)]
    return replace(recording, cues=tuple(kept), cuts=_joined([*recording.cuts, *gone], kept))


def within(recording: Recording, cut: Sequence[Cut]) -> Recording:
    """The words of some stretches alone."""
    return replace(recording, cues=tuple(cue for cue in recording.cues if _touches(cue, cut)), cuts=())


def _touches(cue: Cue, cut: Sequence[Cut]) -> bool:
    return any((cue.start < one.end and cue.end > one.start) or one.start <= cue.start <= one.end for one in cut)


def _joined(cuts: Sequence[Cut], kept: Sequence[Cue]) -> tuple[Cut, ...]:
    """Cuts with no kept words between them, as one."""
    starts = sorted(cue.start for cue in kept)
    joined: list[Cut] = []
    for one in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        last = joined[-1] if joined else None
        if last is not None and not any(last.start < start < one.start for start in starts):
            joined[-1] = Cut(last.start, max(last.end, one.end))
        else:
            joined.append(one)
    return tuple(joined)


def cut_again(recording: Recording, meeting: Meeting) -> Recording:
    """A recording as it may be kept by what is recorded now: what falls into an exempt session is gone. What was cut
    before stays cut. Never raises: where its clock is no longer to be had, nothing of it is kept."""
    try:
        return without(recording, stretches(recording, meeting))
    except Unclear:
        return without(recording, (Cut(-float("inf"), float("inf")),))


def refuse_unsure(recording: Recording, meeting: Meeting) -> Clock:
    """The clock of a recording that may be kept. Raises `Unclear`, saying what is wanted, where it is not anchored, or
    where an exempt session has no point on each of its sides, or no time of its own and no marks."""
    if not recording.anchors:
        raise Unclear(
            f"When was {recording.name} recorded? Say when it began (--start 19:02), or one point of it that is in the "
            "record (--anchor 0:03:12=opened, or =v2, =e31, =19:05). Nothing is kept before that."
        )
    _refuse_beyond(recording)
    clock = clock_of(recording, meeting)
    _refuse_elsewhen(recording, clock, meeting)
    for session in sessions(meeting):
        if _is_clear_of(session, recording, clock):
            _refuse_unproved(session, recording)
            continue
        _refuse_one_sided(session, recording)
        if not session.timed and not _is_marked(session, recording):
            ends = " and ".join(
                words
                for words, missing in (
                    ("when the public went out", session.out is None),
                    ("when it came back", not session.open and session.back is None),
                )
                if missing
            )
            raise Unclear(
                f"The record does not say {ends}, so it is not certain which words are exempt. Find both points in the "
                "file and mark them: --excluded 0:41:10 --readmitted 1:05:00. Nothing was kept."
            )
    return clock


def _refuse_beyond(recording: Recording) -> None:
    """A point that the recording has not is a mistake in typing, and its clock would be anywhere. Nobody may have
    spoken for a while at its end."""
    beyond = next((a.said for a in recording.anchors if a.said > recording.length + SILENCE), None)
    if beyond is not None:
        raise Unclear(
            f"The last words of {recording.name} are at {hms(recording.length)}, so {hms(beyond)} is no point of it. "
            "Nothing was kept."
        )


def _refuse_elsewhen(recording: Recording, clock: Clock, meeting: Meeting) -> None:
    """A recording that touches nothing of the meeting has another's clock: an hour out, or of another day."""
    first, last = clock.at(0.0), clock.at(recording.length)
    opened, closed = meeting.opened_at, meeting.closed_at
    if (opened is not None and last < opened) or (closed is not None and first > closed):
        raise Unclear(
            f"By its points {recording.name} runs from {say_time(first)} to {say_time(last)}, when the meeting was "
            "not sitting. Is its clock an hour out? Nothing was kept."
        )


def _refuse_unproved(session: Session, recording: Recording) -> None:
    """That a recording is clear of an exempt session is believed of two points, and not of one: that may be wrong."""
    if len(recording.anchors) < 2:
        begins = session.begins
        when = f" from {say_time(begins)}" if begins is not None else ""
        raise Unclear(
            f"There was an exempt session{when}, of which nothing may be kept. {recording.name} is clear of it if its "
            "clock is right: to be certain of that, a second point of it is wanted (--anchor 0:03:12=v2, or =19:05). "
            "Nothing was kept."
        )


def _is_clear_of(session: Session, recording: Recording, clock: Clock) -> bool:
    """Whether a recording ended long before a session, or began long after it, however wrong its clock is."""
    begins, ends = session.begins, session.ends
    first, last = clock.at(0.0), clock.at(recording.length)
    slack = timedelta(seconds=MARGIN + clock.drift + MOST_DRIFT * recording.length)
    return (begins is not None and last + slack < begins) or (ends is not None and first - slack > ends)


def _refuse_one_sided(session: Session, recording: Recording) -> None:
    begins, ends = session.begins, session.ends
    before = any(begins is not None and anchor.at <= begins for anchor in recording.anchors)
    after = session.open or any(ends is not None and anchor.at >= ends for anchor in recording.anchors)
    if before and after:
        return
    wanted = "after it, such as the close (--anchor 2:31:05=closed)"
    if not before:
        wanted = "before it, such as the opening (--anchor 0:03:12=opened)"
    when = f" from {say_time(begins)}" if begins is not None else ""
    raise Unclear(
        f"There was an exempt session{when}, of which nothing may be kept. To be certain where it lies in "
        f"{recording.name}, one point {wanted}, is wanted too. Nothing was kept."
    )


def _is_marked(session: Session, recording: Recording) -> bool:
    """Whether the clerk has marked both points of a session in the file, or the first of one that never ended."""
    out = any(not mark.back for mark in recording.marks)
    return out and (session.open or any(mark.back for mark in recording.marks))


def said_of_cuts(cuts: Sequence[Cut], name: str) -> str:
    """What was cut, by its time only, as a sentence; "" for nothing."""
    if not cuts:
        return ""
    spans = ", ".join(f"{hms(cut.start)} to {hms(cut.end)}" for cut in cuts)
    return f"Left out of {name}, as exempt business or too near it: {spans}. Only importing the file again brings it."


def anchor_on(meeting: Meeting, said: float, what: str) -> Anchor:
    """The anchor of a point of the recording that is something in the record. `what` is "opened", "closed",
    "excluded", "readmitted", "adjourned", "resumed", a vote (v2), an entry (e31) or an event (31.0). Raises `Unclear`
    where there is no such thing, or where it has no time."""
    found = [placed for placed in meeting.events if _is_called(placed, what)]
    if not found:
        raise Unclear(
            f"Nothing in the record is called “{what}”: opened, closed, a vote (v2) or an entry (e31) would do."
        )
    at = next((placed.event.at for placed in found if placed.event.at), None)
    if at is None:
        raise Unclear(f"“{what}” has no time in the record, so it fixes no point of the recording. Take another.")
    return Anchor(said, at, what)


_NAMED: dict[str, type] = {
    "opened": MeetingOpened,
    "closed": MeetingClosed,
    "excluded": PublicExcluded,
    "readmitted": PublicReadmitted,
    "adjourned": MeetingAdjourned,
    "resumed": MeetingResumed,
}


def _is_called(placed: Placed, what: str) -> bool:
    event = placed.event
    if what in _NAMED:
        return isinstance(event, _NAMED[what])
    if isinstance(event, VoteTaken) and event.vote == what:
        return True
    return what in (placed.id, f"e{placed.entry}")
