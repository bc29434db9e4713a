"""What a vote between two questions made of both, and how a question ends without a vote.

Where a motion and an amendment are put against each other nothing is put "as amended": an amendment that wins is what
was resolved, and the motion falls.
"""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import QuestionDisposed
from clerk.meeting.apart import dropped
from clerk.meeting.motions import settled
from clerk.meeting.parts import Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.rivals import rivals
from clerk.meeting.state import Meeting


def decided_between(meeting: Meeting, vote: Vote) -> dict[str, Question]:
    """The questions once a vote was taken between two: the one that lost is out, and the other is the decision unless
    it has still to be put against another."""
    label, other = vote.questions[0], vote.facing
    changed = dict(meeting.questions)
    if vote.state == "tied":
        for one in (label, other):
            changed[one] = replace(changed[one], state="tied", vote=vote.id, fell_with="")
        return changed
    if vote.is_tied and vote.casting is not None and vote.casting[1] == "declined":
        # Neither has more votes than the other, and nobody decides between them.
        return _out(_out(changed, label, "", vote), other, "", vote)
    won, lost = (label, other) if vote.carried else (other, label)
    return left_alone(_out(settled(changed, won, "open", vote.id), lost, won, vote), won, meeting)


def _out(questions: dict[str, Question], label: str, won: str, vote: Vote) -> dict[str, Question]:
    question = questions[label]
    if question.kind == "amendment":
        return settled(questions, label, "lost", vote.id)
    fell = replace(question, state="fell" if won else "lost", vote=vote.id, fell_with=won)
    return {**questions, label: fell}


def left_alone(questions: dict[str, Question], label: str, meeting: Meeting) -> dict[str, Question]:
    """The questions once all but one of those that could be decided are out: it is carried, if it won a vote between
    two of them. `label` is any of them."""
    left = rivals(questions, label) or ([questions[label]] if questions[label].is_open else [])
    vote = meeting.votes.get(left[0].vote) if len(left) == 1 else None
    if vote is None or not vote.facing or vote.superseded or left[0].state == "tied":
        return questions
    return {**questions, left[0].id: replace(left[0], state="carried")}


def question_disposed(meeting: Meeting, placed: Placed, event: QuestionDisposed) -> Meeting:
    """Ends a question without a vote; the last that waited to be put against another decides for that."""
    if event.question not in meeting.questions:
        return meeting.problem(placed, f"{event.question} is no longer recorded, so it cannot have {event.how}.")
    if event.clauses:
        return replace(meeting, questions=dropped(meeting, event.question, event.clauses, event.how))
    questions = settled(meeting.questions, event.question, event.how)
    beside = questions[event.question].parent
    if beside in questions and event.how != "accepted":
        questions = left_alone(questions, beside, meeting)
    return replace(meeting, questions=questions)


REDUCERS: dict[type, Callable[..., Any]] = {QuestionDisposed: question_disposed}
