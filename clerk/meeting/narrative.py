"""Minutes of earlier meetings, approved (N4)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import MinutesApproved
from clerk.meeting.parts import Question
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.texts import read_clauses
from clerk.times import say_date


def minutes_approved(meeting: Meeting, placed: Placed, event: MinutesApproved) -> Meeting:
    """Minutes of earlier meetings are approved (N4)."""
    new = tuple(day for day in event.dates if day not in meeting.approved)
    meeting = replace(meeting, approved=(*meeting.approved, *new))
    if not event.question or event.question in meeting.questions:
        return meeting
    said = " and ".join(say_date(day) for day in event.dates)
    words = f"That the minutes of the meeting{'s' if len(event.dates) > 1 else ''} held on {said} be approved."
    question = Question(
        event.question,
        "minutes",
        event.item,
        base=read_clauses(words, f"{event.question}."),
        state="raised",
        event=placed.id,
        dates=event.dates,
    )
    return replace(meeting, questions={**meeting.questions, question.id: question})


REDUCERS: dict[type, Callable[..., Any]] = {MinutesApproved: minutes_approved}
