"""Questions as they were put to the vote: their text then, who might vote, who presided (M21, V27)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.clauses import told_numbers, typed_numbers
from clerk.events import QuestionPut
from clerk.lettered import LEAD
from clerk.meeting.endings import ending_of
from clerk.meeting.entitlement import ledger
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question, Questions
from clerk.meeting.quorum import quorum_of
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.texts import Clause, Text, numbers


def question_put(meeting: Meeting, placed: Placed, event: QuestionPut) -> Meeting:
    """Freezes who may vote at the moment a question is put (V27)."""
    known = tuple(label for label in event.questions if label in meeting.questions)
    for label in event.questions:
        if label not in meeting.questions:
            meeting = meeting.problem(placed, f"{label} was put, but is no longer recorded.")
    items = tuple(dict.fromkeys(item for label in known if (item := meeting.questions[label].item)))
    items = items or ((event.item,) if event.item else ())
    voters = ledger(meeting, items)
    if event.facing and event.facing not in meeting.questions:
        meeting = meeting.problem(placed, f"{event.facing} was put to the vote too, but is no longer recorded.")
    facing = event.facing if event.facing in meeting.questions and event.facing not in known else ""
    put = Put(
        placed.id,
        event.questions,
        event.clauses,
        event.item if event.item in items or not items else items[0],
        tuple(voter.person for voter in voters if voter.may),
        tuple((voter.person, voter.why) for voter in voters if not voter.may),
        meeting.presiding,
        event.shown,
        tuple(_text_put(meeting.questions, _with_amendment(meeting, label, known), event.clauses) for label in known),
        _numbered(meeting.questions, known, numbers),
        _numbered(meeting.questions, known, told_numbers),
        _numbered(meeting.questions, known, typed_numbers),
        amended=any(meeting.questions[q].merged or _with_amendment(meeting, q, known) != q for q in known),
        bars=tuple((voter.person, voter.rule) for voter in voters if not voter.may),
        quorum=quorum_of(meeting, items),
        direction=event.direction,
        mover=event.mover,
        seconder=event.seconder,
        facing=facing,
        facing_text=text_of(meeting.questions, facing) if facing else (),
    )
    questions = dict(meeting.questions)
    for label in known:
        if questions[label].is_open or questions[label].state == "raised":
            questions[label] = replace(questions[label], state="put")
        if event.mover and questions[label].kind == "recommendations":
            questions[label] = replace(questions[label], mover=event.mover, seconder=event.seconder)
    return replace(meeting, puts=(*meeting.puts, put), questions=questions)


def left_put(meeting: Meeting) -> tuple[Put, ...]:
    """What was put, and neither voted on nor ended in another way since."""
    questions = meeting.questions
    waiting = [p for p in meeting.puts if not p.vote and p.questions]
    return tuple(p for p in waiting if all(q in questions and questions[q].state == "put" for q in p.questions))


def left_open(meeting: Meeting) -> tuple[Question, ...]:
    """What was moved, and neither put nor ended in another way since; not at an item that was deferred or given up,
    which leaves what was moved there unput (M18)."""
    moved = [q for q in meeting.questions.values() if q.state == "open" and q.kind != "recommendations"]
    return tuple(q for q in moved if q.item is None or ending_of(meeting, q.item).what not in _GIVEN_UP)


_GIVEN_UP = ("deferred", "withdrawn", "not reached")


def reads_as_put(meeting: Meeting, put: Put) -> bool:
    """Whether all that was put still reads as it did then: not where an amendment was carried or accepted since."""
    known = tuple(label for label in put.questions if label in meeting.questions)
    texts = (_text_put(meeting.questions, _with_amendment(meeting, label, known), put.clauses) for label in known)
    return all(
        meeting.questions[label].parent or now == then
        for label, now, then in zip(known, texts, put.texts, strict=False)
    )


def overtaken(meeting: Meeting, put: Put, item: str | None) -> bool:
    """Whether something was moved at the item since, which is still open and goes before what was put."""
    order = {placed.id: place for place, placed in enumerate(meeting.events)}
    since = order.get(put.event, -1)
    here = [q for q in meeting.questions.values() if q.item == item and q.is_open and q.id not in put.questions]
    return any(order.get(question.event, -1) > since for question in here)


def _with_amendment(meeting: Meeting, label: str, known: tuple[str, ...]) -> str:
    """The last amendment to a question that is put together with it, whose text is then the question's; else itself."""
    own = [other for other in known if meeting.questions[other].parent == label]
    return _with_amendment(meeting, own[-1], known) if own else label


def _numbered(questions: Questions, known: tuple[str, ...], called: Callable[[Text], dict[str, str]]) -> dict[str, str]:
    return {id_: number for label in known for id_, number in called(text_of(questions, label)).items()}


def _text_put(questions: Questions, label: str, clauses: tuple[str, ...]) -> Text:
    """What is put of a question: of some clauses alone those, and whatever leads to them."""
    text, put, lead = text_of(questions, label), list[Clause](), None
    for clause in text:
        lead = clause if clause.mark == LEAD else lead
        if clause.id in clauses:
            put += [lead, clause] if lead is not None and lead not in put and lead is not clause else [clause]
    return tuple(put) or text


REDUCERS: dict[type, Callable[..., Any]] = {QuestionPut: question_put}
