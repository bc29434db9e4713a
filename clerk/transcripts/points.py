"""Points of a recording that are something in the record: "opened", a vote, an entry."""

from clerk.events import (
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    PublicExcluded,
    PublicReadmitted,
    VoteTaken,
)
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.times import say_time
from clerk.transcripts.cues import Anchor


def anchor_on(meeting: Meeting, said: float, what: str) -> Anchor:
    """The anchor of a point of the recording that is something in the record. `what` is "opened", "closed",
    "excluded", "readmitted", "adjourned", "resumed", a vote (v2), an entry (e31) or an event (31.0). Raises `Unclear`
    where there is no such thing, where it has no time, or where it happened more than once."""
    found = [placed for placed in meeting.events if _is_called(placed, what)]
    if not found:
        raise Unclear(
            f"Nothing in the record is called “{what}”: opened, closed, a vote (v2) or an entry (e31) would do."
        )
    times = {placed.event.at: f"e{placed.entry}" for placed in found if placed.event.at}
    if not times:
        raise Unclear(f"“{what}” has no time in the record, so it fixes no point of the recording. Take another.")
    if what in _NAMED and len(times) > 1:
        each = " or ".join(f"={entry} ({say_time(at)})" for at, entry in times.items())
        raise Unclear(f"“{what}” happened {len(times)} times. Say which: {each}.")
    return Anchor(said, next(iter(times)), what)


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
