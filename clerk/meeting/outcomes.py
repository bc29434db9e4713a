"""How items ended, as the clerk named it (M18)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import OutcomeDeclared
from clerk.meeting.apart import dropped
from clerk.meeting.lapsing import refused
from clerk.meeting.motions import settled
from clerk.meeting.parts import Outcome
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting

_ENDINGS: dict[str, Any] = {"deferred": "not put", "withdrawn": "withdrawn"}
_SENT_ON = ("referred", "referred back", "no further action")
"""Outcomes that end, unput, the question that they are said to be of."""


def outcome_declared(meeting: Meeting, placed: Placed, event: OutcomeDeclared) -> Meeting:
    """Names an item's outcome; one that is deferred or withdrawn leaves its open question unput (M18), and so does one
    that sends on the question it is of."""
    if event.of is not None and event.of not in meeting.questions:
        meeting = meeting.problem(placed, f"An outcome is said to be of {event.of}, which is no longer recorded.")
    if event.clauses and event.of is not None and event.of in meeting.questions:
        # What becomes of a part of a question is no outcome of the item.
        how: Any = _ENDINGS.get(event.what, "lost" if event.what == "refused" else "carried")
        return replace(meeting, questions=dropped(meeting, event.of, event.clauses, how))
    outcome = Outcome(event.item, event.what, event.of, placed.id)
    questions = meeting.questions
    named = meeting.questions.get(event.of or "")
    if named is not None and named.is_open and named.kind != "recommendations" and event.what in _SENT_ON:
        questions = settled(questions, named.id, "not put")
    elif ending := _ENDINGS.get(event.what):
        for label, question in meeting.questions.items():
            if question.item == event.item and question.is_open and question.parent is None:
                questions = settled(questions, label, ending)
    meeting = replace(meeting, outcomes=(*meeting.outcomes, outcome), questions=questions)
    return refused(meeting, event.item, event.what) if event.what == "refused" and event.of is None else meeting


REDUCERS: dict[type, Callable[..., Any]] = {OutcomeDeclared: outcome_declared}
