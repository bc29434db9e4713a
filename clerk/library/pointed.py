"""Which meetings bear on what many are asked for: what an index keeps of each, so that the others need not be read.

What points is an id or a day, never words.
"""

from collections.abc import Iterator
from typing import Literal

from clerk.events import ActionReported, MinutesApproved, MinutesCorrected
from clerk.library.actions import reported_as
from clerk.library.tomorrow import references
from clerk.meeting.state import Meeting

What = Literal["action", "sent", "taken", "listed", "declared", "approves", "corrects", "reports"]
"""An action, by its event; how an action of an earlier meeting stands, in a word of `reported_as`; what is sent to
another body, by its event; a reference that an item is of, by what points to it, listed where the meeting has not
begun; that an interest was declared; minutes approved, and facts of a record corrected, each by the record's id, an
older approval by the day."""


def points(meeting: Meeting) -> Iterator[tuple[What, str]]:
    """All that points from a meeting, or to something in it."""
    yield from (("action", action.event) for action in meeting.actions)
    yield from (("sent", one.event) for one in references(meeting, ""))
    taken: What = "listed" if meeting.course == "before" else "taken"
    yield from ((taken, item.referred_from) for item in meeting.items.values() if item.referred_from)
    yield from (("declared", "") for _ in meeting.declarations[:1])
    for placed in meeting.events:
        match placed.event:
            case MinutesApproved(dates=dates, meetings=meetings):
                days = (day.isoformat() for day in dates[len(meetings) :])
                yield from (("approves", one) for one in (*filter(None, meetings), *days))
                yield from (("approves", day.isoformat()) for day, id_ in zip(dates, meetings, strict=False) if not id_)
            case MinutesCorrected(meeting=id_, fact=fact) if fact is not None:
                yield "corrects", id_
            case ActionReported(meeting=id_) as event if id_:
                yield "reports", reported_as(event)
