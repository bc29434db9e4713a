"""Clauses of a question that were decided apart from the others (M21): voted on by themselves, or without a vote."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.lettered import LEAD
from clerk.meeting.motions import settled, text_of
from clerk.meeting.parts import Question, Questions, QuestionState
from clerk.meeting.state import Meeting


def undecided(questions: Questions, question: Question) -> tuple[str, ...]:
    """The clauses of a question of which nothing was made yet, where something was made of others; else ()."""
    made = {clause for clauses, _ in question.parts for clause in clauses} | set(question.dropped)
    text = text_of(questions, question.id)
    return tuple(clause.id for clause in text if made and clause.id not in made and clause.mark != LEAD)


def dropped(meeting: Meeting, label: str, clauses: Sequence[str], how: QuestionState) -> dict[str, Question]:
    """The questions once some clauses of one ended without a vote: what is left of it is what the votes on the others
    made of it, or `how` where there are none."""
    question = meeting.questions[label]
    question = replace(question, dropped=(*question.dropped, *clauses))
    questions = {**meeting.questions, label: question}
    meeting = replace(meeting, questions=questions)
    own = {clause.id for clause in text_of(questions, label) if clause.mark != LEAD}
    if not question.parts:
        return settled(questions, label, how) if own <= set(question.dropped) else questions
    return settled(questions, label, state_of_parts(meeting, label), question.vote)


def state_of_parts(meeting: Meeting, label: str) -> QuestionState:
    """What the votes on some clauses each make of the question: of each clause the last, recounts in place of what
    they recount."""
    question = meeting.questions[label]
    votes = [(clauses, meeting.votes[vote]) for clauses, vote in question.parts]
    state_of = {clause: vote.state for clauses, vote in votes if not vote.superseded for clause in clauses}
    # What leads to clauses goes with them, and is not voted on by itself.
    text = text_of(meeting.questions, label)
    own = [clause.id for clause in text if clause.mark != LEAD and clause.id not in question.dropped]
    if any(clause not in state_of for clause in own):
        return "open"
    states = {state_of[clause] for clause in own}
    if "tied" in states:
        return "tied"
    return states.pop() if len(states) == 1 else "divided"
