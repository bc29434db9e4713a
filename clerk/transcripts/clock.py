"""From seconds of a recording to time at the venue, by the points at which both are known."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from clerk.events import MeetingAdjourned, MeetingResumed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.times import say_time
from clerk.transcripts.cues import Anchor, Recording, hms

MOST_DRIFT = 0.05
"""How much faster or slower than the venue's clock a recording's can be. More is a recording that was stopped for a
while, or a point that was mistaken."""


class Piece(NamedTuple):
    """From `said` seconds on it was `at`, and each second of the recording is `rate` seconds of the evening."""

    said: float
    at: datetime
    rate: float


class Clock(NamedTuple):
    """The pieces of a recording's clock, in order. `drift` is by how many seconds the recording ran off between two
    points, at the worst."""

    pieces: tuple[Piece, ...]
    drift: float

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
    """The clock of a recording. Where it was stopped between two points, at the adjournment that is recorded there or
    where the clerk says, its clock jumps. Raises `Unclear` where it has no anchor, or where two cannot both be right.
    """
    anchors = recording.anchors
    if not anchors:
        raise Unclear(f"Nobody has said yet when {recording.name} was recorded.")
    pieces = [Piece(anchors[0].said, anchors[0].at, 1.0)]
    drift = 0.0
    for first, second in pairwise(anchors):
        between, ran_off = _between(first, second, recording.stopped, meeting)
        if len(pieces) == 1:
            # Before the first point the clock ran as it did after it.
            pieces[0] = pieces[0]._replace(rate=between[0].rate)
        pieces = [*pieces[:-1], *between, Piece(second.said, second.at, between[-1].rate)]
        drift = max(drift, ran_off)
    return Clock(tuple(pieces), drift)


def _between(first: Anchor, second: Anchor, stopped: Sequence[float], meeting: Meeting) -> tuple[list[Piece], float]:
    """The pieces of the clock from one point to the next, and by how many seconds it ran off between them."""
    said, passed = second.said - first.said, (second.at - first.at).total_seconds()
    if passed <= 0:
        raise Unclear(
            f"At {hms(first.said)} it would be {say_time(first.at)}, and later, at {hms(second.said)}, "
            f"{say_time(second.at)}: the recording would run backwards. One of the two points is wrong."
        )
    ran_off = passed - said
    if abs(ran_off) <= max(2.0, MOST_DRIFT * said):
        return [Piece(first.said, first.at, passed / said)], abs(ran_off)
    stop = _stop(first, second, stopped, meeting) if ran_off > 0 else None
    if stop is None:
        raise Unclear(
            f"Between {hms(first.said)} and {hms(second.said)} the recording runs for {hms(said)}, and the meeting "
            f"from {say_time(first.at)} to {say_time(second.at)}. Either one of the two points is wrong, or the "
            "recording was stopped between them: then say where, by --stopped 0:41:10."
        )
    went_on = second.at - timedelta(seconds=second.said - stop)
    return [Piece(first.said, first.at, 1.0), Piece(stop, went_on, 1.0)], 0.0


def _stop(first: Anchor, second: Anchor, stopped: Sequence[float], meeting: Meeting) -> float | None:
    """Where between two points the recording was stopped: as the clerk says, else at the one adjournment there."""
    here = [said for said in stopped if first.said < said < second.said]
    if here:
        return here[0]
    away = [
        placed.event.at
        for placed in meeting.events
        if isinstance(placed.event, MeetingAdjourned) and placed.event.at and first.at <= placed.event.at < second.at
    ]
    back = [
        placed.event.at
        for placed in meeting.events
        if isinstance(placed.event, MeetingResumed) and placed.event.at and first.at < placed.event.at <= second.at
    ]
    if len(away) != 1 or len(back) != 1:
        return None
    said = first.said + (away[0] - first.at).total_seconds()
    return said if first.said < said < second.said else None
