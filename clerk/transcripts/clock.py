"""From seconds of a recording to time at the venue, by the points at which both are known."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from clerk.events import MeetingAdjourned, MeetingResumed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.times import say_time
from clerk.transcripts.cues import Anchor, Recording, Transcript, hms

MOST_DRIFT = 0.05
"""How much faster or slower than the venue's clock a recording's can be. More is a recording that was stopped for a
while, or a point that was mistaken."""


NEAR = 600.0
"""Seconds of a recording, at least, between two points that tell how fast its clock runs: of nearer ones a second or
two, which nobody hears, would make it run off by minutes in an evening."""


HALT = 0.5
"""Seconds before a break, as it is recorded, in which nobody begins to speak: what seems to begin there is the first
that was said after it."""


class Piece(NamedTuple):
    """From `said` seconds on it was `at`, and each second of the recording is `rate` seconds of the evening."""

    said: float
    at: datetime
    rate: float


class Clock(NamedTuple):
    """The pieces of a recording's clock, in order. `drift` is by how many seconds the recording ran off between two
    points, at the worst; `doubt` by how many it can have run off more, unseen, where it was stopped for a while."""

    pieces: tuple[Piece, ...]
    drift: float
    doubt: float = 0.0

    def at(self, said: float) -> datetime:
        """When it was at the venue."""
        place = bisect_right([piece.said for piece in self.pieces], said) - 1
        piece = self.pieces[max(0, place)]
        return piece.at + timedelta(seconds=(said - piece.said) * piece.rate)

    def said(self, at: datetime) -> float:
        """Where in the recording it was; where it was stopped then, the point at which it went on. It may be before
        its beginning or after its end."""
        place = max(0, bisect_right([piece.at for piece in self.pieces], at) - 1)
        piece = self.pieces[place]
        said = piece.said + (at - piece.at).total_seconds() / piece.rate
        return min(said, self.pieces[place + 1].said) if place + 1 < len(self.pieces) else said


def clock_of(recording: Recording, meeting: Meeting) -> Clock:
    """The clock of a recording. Where it was stopped between two points, at the adjournments that are recorded there or
    where the clerk says, its clock jumps. Raises `Unclear` where it has no anchor, or where two cannot both be right.
    """
    anchors = recording.anchors
    if not anchors:
        raise Unclear(f"Nobody has said yet when {recording.name} was recorded.")
    pieces: list[Piece] = []
    drift = doubt = 0.0
    for first, second in pairwise(anchors):
        between = _between(first, second, recording.stopped, meeting)
        pieces += between.pieces
        drift, doubt = max(drift, between.drift), max(doubt, between.doubt)
    rates = [pieces[0].rate, pieces[-1].rate] if pieces and anchors[-1].said - anchors[0].said >= NEAR else [1.0, 1.0]
    first, last = anchors[0], anchors[-1]
    # Before the first point the clock ran as it did after it, and after the last as before it.
    before = Piece(0.0, first.at - timedelta(seconds=first.said * rates[0]), rates[0])
    return Clock((before, *pieces, Piece(last.said, last.at, rates[1])), drift, doubt)


def clocks_of(transcripts: Iterable[Transcript], meeting: Meeting) -> list[Clock | None]:
    """The clock of each recording, None where it has none."""
    found: list[Clock | None] = []
    for recording in (one for transcript in transcripts for one in transcript.recordings):
        try:
            found.append(clock_of(recording, meeting))
        except Unclear:
            found.append(None)
    return found


def _between(first: Anchor, second: Anchor, stopped: Sequence[float], meeting: Meeting) -> Clock:
    """The clock from one point to the next."""
    said, passed = second.said - first.said, (second.at - first.at).total_seconds()
    if passed <= 0:
        raise Unclear(
            f"At {hms(first.said)} it would be {say_time(first.at)}, and later, at {hms(second.said)}, "
            f"{say_time(second.at)}: the recording would run backwards. One of the two points is wrong."
        )
    ran_off, here = passed - said, [point for point in stopped if first.said < point < second.said]
    breaks = _breaks(first.at, second.at, meeting)
    away = sum((back - went).total_seconds() for went, back in breaks)
    through = _with_breaks(first, second, breaks, here, ran_off - away)
    ran_on = () if here or not _can_run_off(ran_off, said) else (Piece(first.said, first.at, passed / said),)
    if through and (not ran_on or abs(ran_off - away) < abs(ran_off)):
        return Clock(through, abs(ran_off - away), away if ran_on and not _is_sure(ran_off - away, said) else 0.0)
    if ran_on:
        return Clock(ran_on, abs(ran_off), away if through and not _is_sure(ran_off, said) else 0.0)
    stop = here[0] if len(here) == 1 else _at_the_break(first, breaks) if not here else None
    if stop is None or not first.said < stop < second.said or ran_off < 0:
        raise _cannot_both_be(first, second, len(here))
    # How long it was stopped is not known by itself, so neither is how fast its clock runs.
    went_on = second.at - timedelta(seconds=second.said - stop)
    return Clock((Piece(first.said, first.at, 1.0), Piece(stop, went_on, 1.0)), 0.0, MOST_DRIFT * said)


def _is_sure(ran_off: float, said: float) -> bool:
    """Whether a clock that ran off so little was understood: another reading of it would be a rare coincidence."""
    return abs(ran_off) <= max(2.0, said / 1000)


def _can_run_off(ran_off: float, said: float) -> bool:
    return abs(ran_off) <= max(2.0, MOST_DRIFT * said)


def _cannot_both_be(first: Anchor, second: Anchor, stops: int) -> Unclear:
    between = "by --stopped 0:41:10" if stops < 2 else "with a point of the recording between them (--anchor)"
    return Unclear(
        f"Between {hms(first.said)} and {hms(second.said)} the recording runs for {hms(second.said - first.said)}, and "
        f"the meeting from {say_time(first.at)} to {say_time(second.at)}. Either one of the two points is wrong, or "
        f"the recording was stopped {'more than once ' if stops > 1 else ''}between them: then say where, {between}."
    )


def _breaks(first: datetime, last: datetime, meeting: Meeting) -> list[tuple[datetime, datetime]]:
    """The adjournments between two times from which the meeting was resumed between them; none where one of their
    times is not known."""
    found: list[tuple[datetime, datetime]] = []
    away: datetime | None = None
    for placed in meeting.events:
        event = placed.event
        if not isinstance(event, MeetingAdjourned | MeetingResumed):
            continue
        if event.at is None:
            return []
        if isinstance(event, MeetingAdjourned):
            away = event.at
        elif away is not None and first <= away < event.at <= last:
            found.append((away, event.at))
    return found


def _with_breaks(
    first: Anchor, second: Anchor, breaks: Sequence[tuple[datetime, datetime]], stopped: Sequence[float], ran_off: float
) -> tuple[Piece, ...]:
    """The pieces of a clock that stood still through some breaks and `ran_off` beside; from where the clerk says that
    it was `stopped`, else from when each break began. Empty where that cannot be."""
    said = second.said - first.said
    if not breaks or len(stopped) not in (0, len(breaks)) or not _can_run_off(ran_off, said):
        return ()
    pieces = [Piece(first.said, first.at, (said + ran_off) / said)]
    for number, (went, back) in enumerate(breaks):
        last = pieces[-1]
        stop = stopped[number] if stopped else last.said + (went - last.at).total_seconds() / last.rate - HALT
        if not last.said < stop < second.said:
            return ()
        at = last.at + timedelta(seconds=(stop - last.said) * last.rate) + (back - went)
        pieces.append(Piece(stop, at, last.rate))
    return tuple(pieces)


def _at_the_break(first: Anchor, breaks: Sequence[tuple[datetime, datetime]]) -> float | None:
    """Where the one break began, if the recording ran as fast as the evening till then."""
    return first.said + (breaks[0][0] - first.at).total_seconds() if len(breaks) == 1 else None
