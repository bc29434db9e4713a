"""The exact words of a question: as they stand, and for an amendment as they would be if it were carried."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.meeting.motions import last_shown, text_before, text_of
from clerk.meeting.parts import OPEN, Put, Vote
from clerk.meeting.rivals import next_to_put
from clerk.meeting.state import Meeting
from clerk.saying.names import capital
from clerk.saying.questions import TEXT_NOW, question_name, text_now
from clerk.saying.votes import called, coming_against
from clerk.texts import written
from screens.wording import Clause, changes, compared, plain

LONG = 700
"""Characters of both texts together, beyond which an amendment is shown by what it changes alone."""

KEPT = 12
"""Words that are shown then on either side of a change."""

NOT_SHOWN = "This was amended in private session. Its text is not shown."


@dataclass(frozen=True, slots=True)
class Wording:
    """A question by name, its text now, and the text if carried (nothing for all but amendments); of a long amendment
    the clauses that it changes, with what stands about the change. `called` is what the text now is called."""

    name: str
    now: tuple[Clause, ...]
    carried: tuple[Clause, ...] = ()
    called: str = TEXT_NOW


def question_wording(meeting: Meeting, vote: Vote | None, whole: Meeting) -> tuple[Wording, ...]:
    """The question before the meeting; where a vote has left none, the one voted on, as it ended."""
    question = last_shown(q for q in meeting.questions.values() if q.item == meeting.item_taken)
    if question is not None:
        return (_wording(meeting, next_to_put(meeting, question.id), (), whole),)
    return tuple(_wording(meeting, label, (), whole) for label in (vote.questions if vote else ()))


def put_wordings(meeting: Meeting, put: Put, whole: Meeting) -> tuple[Wording, ...]:
    """The questions as they were put: all that are voted on at once, or some of their clauses."""
    known = [label for label in put.questions if label in meeting.questions]
    return tuple(_wording(meeting, label, put.clauses, whole) for label in known)


def _wording(meeting: Meeting, label: str, only: tuple[str, ...], whole: Meeting) -> Wording:
    name = question_name(meeting, label)
    name = capital(name)
    stands = text_of(meeting.questions, label)
    if stands != text_of(whole.questions, label):
        return Wording(name, (Clause("", ((NOT_SHOWN, False),)),))
    question = meeting.questions[label]
    if question.kind == "amendment" and question.state in OPEN:
        before = text_before(meeting.questions, label)
        whole_fits = len(written(before)) + len(written(stands)) <= LONG
        now, carried = compared(before, stands) if whole_fits else changes(before, stands, LONG, KEPT)
        if against := coming_against(meeting, question):
            name += f", put against {called(meeting, against)}"
        return Wording(name, now, carried, text_now(meeting, question))
    name += ", as amended" if question.merged else ""
    return Wording(
        name if question.is_open or question.state == "raised" else f"{name}: {question.state}",
        plain(stands, only or None),
    )
