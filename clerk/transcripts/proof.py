"""Whether the points of a recording prove where in it the exempt sessions lie; without that nothing of it is kept."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.times import say_time
from clerk.transcripts.clock import MOST_DRIFT, NEAR, Clock, clock_of
from clerk.transcripts.cues import Mark, Recording, hms
from clerk.transcripts.sessions import Session, sessions

MARGIN = 120.0
"""Seconds that are cut before and after an exempt session, beside what the clock may be wrong by."""

SILENCE = 7200.0
"""Seconds that a recording can have run on after its last word."""

Pair = tuple[float, float]
"""Where in a recording the public went out and came back, as the clerk marked it; "inf": to its end."""


def margin_at(at: datetime, recording: Recording, clock: Clock) -> float:
    """Seconds to cut beside a time: two minutes and what the clock was seen to run off; beyond the outermost points,
    where nobody has seen it, what it can have run off since as well."""
    first, last = recording.anchors[0], recording.anchors[-1]
    beyond = max(0.0, (first.at - at).total_seconds(), (at - last.at).total_seconds())
    return MARGIN + clock.drift + clock.doubt + MOST_DRIFT * beyond


def pairs_of(recording: Recording) -> tuple[Pair, ...]:
    """The stretches between the clerk's own marks, in order."""
    found: list[Pair] = []
    out: float | None = None
    for mark in recording.marks:
        if not mark.back and out is None:
            out = mark.said
        elif mark.back and out is not None:
            found.append((out, mark.said))
            out = None
    return tuple(found) if out is None else (*found, (out, float("inf")))


def marked(found: Sequence[Session], recording: Recording, clock: Clock) -> list[Pair | None]:
    """The clerk's marks of each session of which the record lacks a time: the first two between the nearest times on
    its sides that are of no other; None for none, and for a session whose times are recorded."""
    slack = MARGIN + clock.drift + clock.doubt
    left = list(pairs_of(recording))
    of_each: list[Pair | None] = []
    for session in found:
        low, high = (None if at is None else clock.said(at) for at in (session.begins, session.ends))
        fitting = (
            (out, back)
            for out, back in left
            if (low is None or out >= low - slack) and (back <= high + slack if high is not None else True)
        )
        pair = None if session.timed else next(fitting, None)
        if pair is not None:
            left.remove(pair)
        of_each.append(pair)
    return of_each


def refuse_unsure(recording: Recording, meeting: Meeting) -> Clock:
    """The clock of a recording that may be kept. Raises `Unclear`, saying what is wanted, where it is not anchored, or
    where an exempt session has no point on each of its sides, or no time of its own and no marks."""
    if not recording.anchors:
        raise Unclear(
            f"When was {recording.name} recorded? Say when it began (--start 19:02), or one point of it that is in the "
            "record (--anchor 0:03:12=opened, or =v2, =e31, =19:05)."
        )
    _refuse_beyond(recording)
    clock = clock_of(recording, meeting)
    _refuse_idle_stops(recording)
    _refuse_elsewhen(recording, clock, meeting)
    refuse_unplaced(recording, clock, meeting)
    _refuse_stray_marks(recording, meeting)
    found = sessions(meeting)
    for session, pair in zip(found, marked(found, recording, clock), strict=True):
        if pair is None and not session.timed and not _is_clear_of(session, recording, clock):
            raise _unmarked(session, recording, clock)
    return clock


def refuse_unplaced(recording: Recording, clock: Clock, meeting: Meeting) -> None:
    """Raises `Unclear` where the points of a recording do not prove where in it every exempt session lies: one on each
    side of it; for a recording that is clear of it, two that are far from each other."""
    for session in sessions(meeting):
        if _is_clear_of(session, recording, clock):
            _refuse_unproved(session, recording)
        else:
            _refuse_one_sided(session, recording)


def _refuse_beyond(recording: Recording) -> None:
    """A point that the recording has not is a mistake in typing, and its clock would be anywhere. Nobody may have
    spoken for a while at its end."""
    points = [anchor.said for anchor in recording.anchors]
    points += [*recording.stopped, *(mark.said for mark in recording.marks)]
    beyond = next((said for said in points if said > recording.length + SILENCE), None)
    if beyond is not None:
        raise Unclear(
            f"The last words of {recording.name} are at {hms(recording.length)}, so {hms(beyond)} is no point of it."
        )


def _refuse_idle_stops(recording: Recording) -> None:
    """How long a recording was stopped is told by a point on each side, so one that has none would have no effect."""
    first, last = recording.anchors[0].said, recording.anchors[-1].said
    idle = next((said for said in recording.stopped if not first < said < last), None)
    if idle is not None:
        raise Unclear(
            f"How long {recording.name} was stopped at {hms(idle)} is told by a point on each side of that "
            "(--anchor): there is none yet."
        )


def _refuse_elsewhen(recording: Recording, clock: Clock, meeting: Meeting) -> None:
    """A recording that touches nothing of the meeting has another's clock: an hour out, or of another day."""
    first, last = clock.at(0.0), clock.at(recording.length)
    opened, closed = meeting.opened_at, meeting.closed_at
    if (opened is not None and last < opened) or (closed is not None and first > closed):
        raise Unclear(
            f"By its points {recording.name} runs from {say_time(first)} to {say_time(last)}, when the meeting was "
            "not sitting. Is its clock an hour out?"
        )


def _is_clear_of(session: Session, recording: Recording, clock: Clock) -> bool:
    """Whether a recording ended long before a session, or began long after it, however wrong its clock is."""
    begins, ends = session.begins, session.ends
    first, last = clock.at(0.0), clock.at(recording.length)
    slack = timedelta(seconds=MARGIN + clock.drift + clock.doubt + MOST_DRIFT * recording.length)
    return (begins is not None and last + slack < begins) or (ends is not None and first - slack > ends)


def _refuse_unproved(session: Session, recording: Recording) -> None:
    """That a recording is clear of an exempt session is believed of two points, and not of one: that may be wrong."""
    if not _is_proved(recording):
        raise Unclear(
            f"There was an exempt session{session.when}, of which nothing may be kept. {recording.name} is clear of it "
            f"if its clock is right: to be certain of that, {_another(recording)} (--anchor 0:03:12=v2, or =19:05)."
        )


def _is_proved(recording: Recording) -> bool:
    apart = recording.anchors[-1].said - recording.anchors[0].said
    return len(recording.anchors) > 1 and apart >= min(NEAR, recording.length / 2)


def _another(recording: Recording) -> str:
    if len(recording.anchors) < 2:
        return "a second point of it is wanted"
    return "a point of it further from the others is wanted"


def _refuse_one_sided(session: Session, recording: Recording) -> None:
    begins, ends = session.begins, session.ends
    before = any(begins is not None and anchor.at <= begins for anchor in recording.anchors)
    after = session.open or any(ends is not None and anchor.at >= ends for anchor in recording.anchors)
    if before and after and (not session.open or _is_proved(recording)):
        return
    wanted = "one point after it, such as the close (--anchor 2:31:05=closed), is wanted too"
    if not before:
        wanted = "one point before it, such as the opening (--anchor 0:03:12=opened), is wanted too"
    elif session.open:
        wanted = f"{_another(recording)} (--anchor 0:03:12=v2, or =19:05): nobody is recorded to have come back"
    raise Unclear(
        f"There was an exempt session{session.when}, of which nothing may be kept. To be certain where it lies in "
        f"{recording.name}, {wanted}."
    )


def _unmarked(session: Session, recording: Recording, clock: Clock) -> Unclear:
    sides = (("after", session.begins), ("before", session.ends))
    lies = " and ".join(
        f"{side} {say_time(at)} ({hms(max(0.0, clock.said(at)))} of the file)" for side, at in sides if at is not None
    )
    only = f" It lies {lies}, and no two marks there are of it alone." if recording.marks and lies else ""
    return Unclear(
        f"The record does not say {session.missing}, so it is not certain which words are exempt.{only} Find both "
        "points in the file and mark them: --excluded 0:41:10 --readmitted 1:05:00."
    )


def _refuse_stray_marks(recording: Recording, meeting: Meeting) -> None:
    """Marks that are no two of a stretch are a slip: nobody would see what they cut, or that they cut nothing."""
    for wrong in _stray(recording.marks):
        raise Unclear(wrong)
    late = next((mark.said for mark in recording.marks if mark.said > recording.length), None)
    if late is not None:
        raise Unclear(
            f"The last words of {recording.name} are at {hms(recording.length)}, so {hms(late)} is no point of it."
        )
    if recording.marks and not recording.marks[-1].back and not any(session.open for session in sessions(meeting)):
        raise Unclear(
            f"The public went out at {hms(recording.marks[-1].said)}, and no mark says where it came back: "
            f"--readmitted 1:05:00, or where it did not in this file, its end: --readmitted {hms(recording.length)}."
        )


def _stray(marks: tuple[Mark, ...]) -> Iterator[str]:
    if marks and marks[0].back:
        yield (
            f"The public came back at {hms(marks[0].said)}, and no mark before that says where it went out: "
            "--excluded 0:41:10."
        )
    for first, second in pairwise(marks):
        if first.back == second.back:
            went = "came back" if first.back else "went out"
            yield f"By the marks the public {went} at {hms(first.said)} and again at {hms(second.said)}: one is wrong."
        elif first.said == second.said:
            yield f"By the marks the public went out and came back at once, at {hms(first.said)}: one is wrong."
