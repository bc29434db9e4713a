"""Section 6, motions on procedure: closure, next business, deferral, and what follows them (M16 to M18)."""

import re
from collections.abc import Iterator

from clerk.events import AmendmentMoved, Minuted, MotionMoved, ReasonsGiven
from clerk.findings import Finding
from clerk.meeting.parts import Question
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.texts import written


@rule(M16="WARN", M17="WARN", M18="HARD WARN")
def procedural(case: Case) -> Iterator[Finding]:
    """What follows when a closure, next business or a deferral is carried."""
    for question in case.meeting.questions.values():
        if question.state != "carried" or question.kind not in _AFTER:
            continue
        end = max(case.ends.get(question.id, [-1]))
        yield from _AFTER[question.kind](case, question, end)


def _after_closure(case: Case, closure: Question, end: int) -> Iterator[Finding]:
    moved = case.place(closure.event)
    open_then = [
        q.id
        for q in case.meeting.questions.values()
        if q.id != closure.id and q.item == closure.item and case.open_at(q.id, moved)
    ]
    for placed in case.under.get(closure.item, []):
        place = case.place(placed.id)
        if place <= end:
            continue
        last = max((e for label in open_then for e in case.ends.get(label, ()) if e > end), default=None)
        if isinstance(placed.event, AmendmentMoved | MotionMoved) and (last is None or place < last):
            text = "The closure was carried, and something else was moved before the vote."
            remedy = "After a closure come the mover's reply and the vote, nothing else."
            yield found("WARN", "M16", text, remedy, at=placed)
            return


def _after_next_business(case: Case, motion: Question, end: int) -> Iterator[Finding]:
    for question in case.questions_of(motion.item):
        late = [vote for vote in case.votes_on(question.id) if case.place(vote.event) > end]
        if late:
            text = f"Next business was carried; yet there is a vote on {case.question(question.id)}."
            yield found("WARN", "M17", text, "It was not put: strike the vote.", at=late[0].event, item=motion.item)


_DEFERS = re.compile(
    r"\b(that|the|this|these|it|its|all|be|is|was|were|and|of|on|consideration|further|decision|determination|item|"
    r"items|report|reports|matter|application|applications|recommendations?|motion|question|business|deferr?ed|deferral|"
    r"defer|adjourned|adjourn|stand|stands|over|put off|postponed?|committee|council|panel|board|sub|sine die|now|"
    r"agreed|resolved|members?)\b",
    re.IGNORECASE,
)
"""What a deferral is said in, without a reason and without a day."""


def _says_why(text: str, title: str) -> bool:
    """Whether a deferral says more than that it is one: why, or to when."""
    rest = _DEFERS.sub(" ", re.sub(re.escape(title.rstrip(".")), " ", text, flags=re.IGNORECASE) if title else text)
    return bool(re.search(r"[^\W_]{2,}|\d", rest))


_LATER = re.compile(
    r"\b(next|until|pending|because|so that|in order|owing|due to|reason|come back|brought back|report back|return|"
    r"re-?submitted|january|february|march|april|may|june|july|august|september|october|november|december|spring|"
    r"summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|meeting|site|as (the|it|there|no)|while|"
    r"awaiting)\b",
    re.IGNORECASE,
)


def _said_beside(case: Case, item: str | None, after: int) -> bool:
    """Whether what the clerk wrote under the item once it was deferred says why, or to when."""
    written_ = [p for p in case.under.get(item, []) if isinstance(p.event, Minuted) and case.place(p.id) > after]
    return any(_LATER.search(str(getattr(placed.event, "text", ""))) for placed in written_)


def _after_deferral(case: Case, deferral: Question, end: int) -> Iterator[Finding]:
    for question in case.questions_of(deferral.item):
        late = [vote for vote in case.votes_on(question.id) if case.place(vote.event) > end]
        if late:
            text = f"The item was deferred; yet there is a vote on {case.question(question.id)}."
            remedy = "Deferred, it is not put: strike the vote, or the deferral."
            yield found("HARD", "M18", text, remedy, at=late[0].event, item=deferral.item)
    found_item = case.item(deferral.item)
    title = found_item.title if found_item is not None else ""
    reasons = [written(deferral.base)]
    for placed in case.under.get(deferral.item, []):
        if placed.event.__class__.__name__ in ("OutcomeDeclared", "ReasonsGiven"):
            reasons += [getattr(placed.event, "text", ""), getattr(placed.event, "to", "")]
    if not any(_says_why(text, title) for text in reasons) and not _said_beside(case, deferral.item, end):
        text = "The item was deferred, without a reason or a day to come back."
        yield found("WARN", "M18", text, "Say why, or to when.", at=deferral.event, item=deferral.item)


_AFTER = {"closure": _after_closure, "next business": _after_next_business, "deferral": _after_deferral}


@rule(M18="WARN")
def deferred_outcome(case: Case) -> Iterator[Finding]:
    """An item deferred without a motion says why, or to when."""
    for outcome in case.meeting.outcomes:
        if outcome.what != "deferred":
            continue
        placed = case.meeting.events[case.place(outcome.event)]
        given = any(isinstance(p.event, ReasonsGiven) for p in case.under.get(outcome.item, []))
        if not getattr(placed.event, "text", "") and not getattr(placed.event, "to", "") and not given:
            if any(q.kind == "deferral" and q.item == outcome.item for q in case.meeting.questions.values()):
                continue
            if _said_beside(case, outcome.item, case.place(outcome.event)):
                continue
            text = "The item was deferred, without a reason or a day to come back."
            yield found("WARN", "M18", text, "Say why, or to when.", at=placed)
