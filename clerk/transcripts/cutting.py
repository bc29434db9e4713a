"""What of a recording may be kept: nothing that was said in exempt session.

A stretch is cut by time. Whatever is not certain of a time cuts more, and never less.
"""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.transcripts.clock import Clock, clock_of
from clerk.transcripts.cues import Cue, Cut, Recording, hms
from clerk.transcripts.proof import MARGIN, Pair, margin_at, marked, pairs_of, refuse_unplaced, refuse_unsure
from clerk.transcripts.sessions import Session, sessions

EVERYTHING = Cut(-float("inf"), float("inf"))
"""All of a recording."""


def stretches(recording: Recording, meeting: Meeting) -> tuple[Cut, ...]:
    """The stretches of a recording that may not be kept, in its seconds, the margin among them; "inf" is its end.
    Raises `Unclear` where its clock is not known."""
    found, pairs = sessions(meeting), pairs_of(recording)
    if not found:
        return tuple(Cut(out - MARGIN, back + MARGIN) for out, back in pairs)
    clock = clock_of(recording, meeting)
    of_each = zip(found, marked(found, recording, clock), strict=True)
    return (
        *(_stretch(session, pair, recording, clock) for session, pair in of_each),
        *(Cut(*_widened(pair, clock)) for pair in pairs),
    )


def _stretch(session: Session, pair: Pair | None, recording: Recording, clock: Clock) -> Cut:
    """The stretch of a session: by its own times; where it lacks one, by the clerk's marks in the file; without those,
    by the nearest times on its sides."""
    begins, ends = session.begins, session.ends
    if pair is not None:
        known = [at for at in (session.out, session.back, session.first, session.last) if at is not None]
        spans = [_widened(pair, clock), *(_around(at, recording, clock) for at in known)]
        end = float("inf") if session.open else max(end for _, end in spans)
        return Cut(min(start for start, _ in spans), end)
    start = -float("inf") if begins is None else _around(begins, recording, clock)[0]
    end = float("inf") if ends is None else _around(ends, recording, clock)[1]
    return Cut(start, end)


def _around(at: datetime, recording: Recording, clock: Clock) -> tuple[float, float]:
    said, margin = clock.said(at), margin_at(at, recording, clock)
    return said - margin, said + margin


def _widened(pair: tuple[float, float], clock: Clock) -> tuple[float, float]:
    margin = MARGIN + clock.drift + clock.doubt
    return pair[0] - margin, pair[1] + margin


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
    """A recording as it may be kept by what is recorded now: what falls into an exempt session is gone, and all of it
    where its points do not prove what falls there. What was cut before stays cut. Never raises: where its clock is no
    longer to be had, nothing of it is kept."""
    if unproved(recording, meeting):
        return without(recording, (EVERYTHING,))
    return without(recording, stretches(recording, meeting))


def put_right(recording: Recording, meeting: Meeting, *, exempt: bool) -> Recording:
    """A recording whose points were changed, as it may be kept by them; `exempt`: it holds the words of exempt business
    alone. Raises `Unclear` where by these points it would not have been taken in."""
    refuse_unsure(recording, meeting)
    return recording if exempt else cut_again(recording, meeting)


def unproved(recording: Recording, meeting: Meeting) -> str:
    """Why it is not certain which words of a recording are exempt, by its points and what is recorded now, as a
    sentence; "" where it is, and where nothing is exempt."""
    if not sessions(meeting):
        return ""
    try:
        refuse_unplaced(recording, clock_of(recording, meeting), meeting)
    except Unclear as error:
        return str(error)
    return ""


def lost(was: Recording, now: Recording) -> tuple[Cut, ...]:
    """The stretches whose words were there and are gone."""
    kept = set(now.cues)
    return _joined([Cut(cue.start, cue.end) for cue in was.cues if cue not in kept], now.cues)


def said_of_cuts(cuts: Sequence[Cut], name: str) -> str:
    """What was cut, by its time only, as a sentence; "" for nothing."""
    return f"Left out of {name}, as exempt business or too near it: {spans_of(cuts)}." if cuts else ""


def spans_of(cuts: Sequence[Cut]) -> str:
    """Stretches as they are said: "0:28:00 to 0:57:10, 1:03:00 to 1:05:00"."""
    return ", ".join(f"{hms(cut.start)} to {hms(cut.end)}" for cut in cuts)
