"""The exact words of a question: as they stand, and for an amendment as they would be if it were carried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from clerk.meeting.motions import last_shown, text_before, text_of
from clerk.meeting.parts import OPEN, Put, Vote
from clerk.meeting.state import Meeting
from clerk.saying.questions import question_name
from clerk.texts import Text, numbers

Piece = tuple[str, bool]
"""Words, and whether the amendment touches them."""

NOT_SHOWN = "This was amended in private session. Its text is not shown."


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its printed number, "" where there is but one, and its words."""

    number: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether the amendment touches it."""
        return any(touched for _, touched in self.pieces)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question by name, its text now, and the text if carried (nothing for all but amendments)."""

    name: str
    now: tuple[Clause, ...]
    carried: tuple[Clause, ...] = ()


def question_wording(meeting: Meeting, vote: Vote | None, whole: Meeting) -> tuple[Wording, ...]:
    """The question before the meeting; where a vote has left none, the one voted on, as it ended."""
    question = last_shown(q for q in meeting.questions.values() if q.item == meeting.item_taken)
    if question is not None:
        return (_wording(meeting, question.id, (), whole),)
    return tuple(_wording(meeting, label, (), whole) for label in (vote.questions if vote else ()))


def put_wordings(meeting: Meeting, put: Put, whole: Meeting) -> tuple[Wording, ...]:
    """The questions as they were put: all that are voted on at once, or some of their clauses."""
    known = [label for label in put.questions if label in meeting.questions]
    return tuple(_wording(meeting, label, put.clauses, whole) for label in known)


def _wording(meeting: Meeting, label: str, only: tuple[str, ...], whole: Meeting) -> Wording:
    name = question_name(meeting, label)
    name = name[:1].upper() + name[1:]
    stands = text_of(meeting.questions, label)
    if stands != text_of(whole.questions, label):
        return Wording(name, (Clause("", ((NOT_SHOWN, False),)),))
    question = meeting.questions[label]
    if question.kind == "amendment" and question.state in OPEN:
        now, carried = _compared(text_before(meeting.questions, label), stands)
        return Wording(name, now, carried)
    shown = tuple(clause for clause in stands if not only or clause.id in only)
    name += ", as amended" if question.merged else ""
    return Wording(name if question.is_open else f"{name}: {question.state}", _plain(shown, stands))


def _plain(shown: Text, whole: Text) -> tuple[Clause, ...]:
    printed = _numbers(whole)
    return tuple(Clause(printed[clause.id], ((clause.text, False),)) for clause in shown)


def _numbers(text: Text) -> dict[str, str]:
    """The number of each clause as it is printed; a text of one clause has none."""
    printed = numbers(text)
    return {c.id: "" if len(text) == 1 else printed[c.id] + ("." if printed[c.id].isdecimal() else "") for c in text}


def _compared(before: Text, after: Text) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Both texts, with the words that differ marked in each."""
    old, new = {clause.id: clause.text for clause in before}, {clause.id: clause.text for clause in after}
    was, now = _numbers(before), _numbers(after)
    return (
        tuple(Clause(was[c.id], _pieces(c.text, new.get(c.id, ""))) for c in before),
        tuple(Clause(now[c.id], _pieces(c.text, old.get(c.id, ""))) for c in after),
    )


def _pieces(text: str, other: str) -> tuple[Piece, ...]:
    """A text in pieces, those marked that the other does not have."""
    if text == other:
        return ((text, False),)
    mine, theirs = re.findall(r"\s+|\S+", text), re.findall(r"\s+|\S+", other)
    pieces: list[Piece] = []
    for what, a, b, _, _ in SequenceMatcher(a=mine, b=theirs, autojunk=False).get_opcodes():
        if a < b:
            pieces.append(("".join(mine[a:b]), what != "equal"))
    return tuple(pieces)
