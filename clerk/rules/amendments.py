"""Section 6, amendments: their texts, their order, and the question as amended (M4 to M10, M14, M25)."""

import re
from collections.abc import Iterator

from clerk.events import AmendmentMoved, VoteTaken
from clerk.findings import Finding
from clerk.meeting.endings import ending_of
from clerk.meeting.motions import misfits_of, text_as_moved, text_before, text_of
from clerk.meeting.parts import Question
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.texts import Delete, Replace, Text, Words, written


def _amendments(case: Case) -> Iterator[Question]:
    return (question for question in case.meeting.questions.values() if question.kind == "amendment")


def _texts(case: Case, question: Question) -> tuple[Text, Text]:
    """The text before an amendment and with it: of one that came to nothing as it was moved, since what was carried
    after it is not held against it."""
    if not question.is_open and question.state not in ("carried", "accepted"):
        return question.before, text_as_moved(question, case.meeting.questions)
    return text_before(case.meeting.questions, question.id), text_of(case.meeting.questions, question.id)


@rule(M4="HARD", M5="WARN", M9="HARD")
def texts(case: Case) -> Iterator[Finding]:
    """An amendment changes the text, fits it, and does not merely negate it."""
    questions = case.meeting.questions
    for question in _amendments(case):
        where = {"at": question.event, "item": question.item}
        if misfits_of(questions, question.id):
            if question.state in ("lost", "fell", "withdrawn", "not put"):
                continue
            text = f"This no longer fits the text that it would amend: {case.question(question.id)}."
            yield found("HARD", "M9", text, "Correct the amendment.", **where)  # type: ignore[arg-type]
            continue
        before, after = _texts(case, question)
        if question.parent is not None and after == before:
            text = f"This changes nothing of the text: {case.question(question.id)}."
            yield found("HARD", "M4", text, "Correct the amendment.", **where)  # type: ignore[arg-type]
        elif case.profile.amendments_reject_negating and _negates(question, before):
            text = f"This may only negate the question, as a vote against does: {case.question(question.id)}."
            yield found("WARN", "M5", text, "The chair decides whether to take it.", **where)  # type: ignore[arg-type]


_YES = re.compile(r"\b(approv|agree|support|accept|adopt|grant)", re.IGNORECASE)
_NO = re.compile(r"\b(refus|reject|oppos|not (approv|agree|support|accept|adopt|grant))", re.IGNORECASE)
_NOT = re.compile(r"\b(be |do |is |are )?not\b", re.IGNORECASE)


def _negates(question: Question, before: Text) -> bool:
    texts = {clause.id: clause.text for clause in before}
    deleted = {edit.at for edit in question.edits if isinstance(edit, Delete)}
    if deleted and {clause.id for clause in before if not clause.depth} <= deleted:
        return True
    for edit in question.edits:
        if isinstance(edit, Words):
            old, new = edit.old, edit.new
        elif isinstance(edit, Replace):
            old, new = texts.get(edit.at, ""), edit.text
        else:
            continue
        turned = _YES.search(old) and not _NO.search(old) and _NO.search(new)
        added = not _NOT.search(old) and _NOT.search(new) and _YES.search(new)
        if turned or added:
            return True
    return False


@rule(M6="WARN NOTE", M8="WARN", M25="HARD")
def when_moved(case: Case) -> Iterator[Finding]:
    """Amendments are moved one at a time, before the question is put, to no great depth."""
    questions = case.meeting.questions
    for placed, event in case.of(AmendmentMoved):
        place = case.place(placed.id)
        beside = [
            q.id
            for q in _amendments(case)
            if q.id != event.question and q.parent == event.to and case.open_at(q.id, place)
        ]
        # Where they are put against each other, several wait together; where each had an end of its own, they were
        # taken one at a time in the way that matters.
        waits = any(questions[label].is_open for label in (event.question, *beside) if label in questions)
        against = case.profile.amendments_against
        if beside and event.seconder != "none" and against is None and (waits or event.together):
            if event.together:
                text = f"This is debated together with {case.questions(beside)}; each is voted on by itself."
                yield found("NOTE", "M6", text, at=placed)
            else:
                text = f"{event.question} was moved while there was open: {case.questions(beside)}."
                remedy = "One at a time; or say that they were debated together (:amend … together=yes)."
                yield found("WARN", "M6", text, remedy, at=placed)
        depth = _depth(case, event.question)
        if depth > 1 or (depth == 1 and not case.profile.amendments_nested):
            text = f"{event.question} amends an amendment" + (" to an amendment." if depth > 1 else ".")
            yield found("WARN", "M8", text, "The chair decides whether to take it.", at=placed)
        # Recommendations that somebody moved are before the meeting, and not yet called to the vote.
        called = [put for put in case.meeting.puts if event.to in put.questions and not put.clauses and not put.mover]
        puts = [case.place(put.event) for put in called]
        if event.to in questions and any(put < place for put in puts):
            text = f"{event.question} was moved after the vote was called on {case.question(event.to)}."
            yield found("HARD", "M25", text, "Correct its place (:move), or strike it.", at=placed)


def _depth(case: Case, label: str) -> int:
    depth = -1
    seen: set[str] = set()
    here: str | None = label
    while here is not None and here in case.meeting.questions and here not in seen:
        seen.add(here)
        question = case.meeting.questions[here]
        here, depth = question.parent, depth + (question.kind == "amendment")
    return depth


@rule(M7="HARD WARN", M10="HARD")
def final_question(case: Case) -> Iterator[Finding]:
    """Amendments first, in their order; then the question as amended, which must still be put."""
    for question in case.meeting.questions.values():
        for vote in case.votes_on(question.id):
            put = case.puts.get(vote.put)
            place = case.place(put.event) if put else case.place(vote.event)
            if vote.facing:
                continue
            waiting = [
                a.id
                for a in _amendments(case)
                if a.parent == question.id and a.id not in vote.questions and case.open_at(a.id, place)
            ]
            if waiting:
                text = f"There was a vote on {case.question(question.id)} before one on {case.questions(waiting)}."
                remedy = "Amendments come first: put them, or say that they were withdrawn or fell."
                yield found("HARD", "M7", text, remedy, at=vote.event, item=question.item)
        yield from _turned(case, question)
        amended = question.is_open and question.merged and case.is_over(question.item)
        if amended and not _put_off(case, question):
            text = f"What was amended was not put as amended: {case.question(question.id)}."
            yield found(
                "HARD", "M10", text, "Put it, or say that it was withdrawn.", at=question.event, item=question.item
            )
    if case.profile.amendments_order == "received":
        yield from _out_of_order(case)


def _turned(case: Case, question: Question) -> Iterator[Finding]:
    """A recount that turns an amendment round once what it would amend was voted on: that was another text."""
    votes = case.votes_on(question.id)
    for _, event in case.of(VoteTaken):
        first, vote = case.meeting.votes.get(event.supersedes or ""), case.meeting.votes.get(event.vote)
        if first is None or vote is None or vote.superseded or first.carried == vote.carried:
            continue
        for label in vote.questions:
            amendment = case.meeting.questions.get(label)
            if amendment is None or amendment.kind != "amendment" or amendment.parent != question.id:
                continue
            between = [v for v in votes if case.place(first.event) < case.place(v.event) < case.place(vote.event)]
            if between:
                how = "carried" if vote.carried else "lost"
                text = f"{label} was found {how} when counted again, after the vote on {case.question(question.id)}."
                remedy = "That vote was on another text: put it again as it now stands."
                yield found("HARD", "M10", text, remedy, at=vote.event, item=question.item)


def _put_off(case: Case, question: Question) -> bool:
    return question.item is not None and ending_of(case.meeting, question.item).what in ("deferred", "withdrawn")


def _out_of_order(case: Case) -> Iterator[Finding]:
    last: dict[str | None, int] = {}
    for vote in case.votes:
        for label in () if vote.facing else vote.questions:
            question = case.meeting.questions.get(label)
            if question is None or question.kind != "amendment":
                continue
            moved = case.place(question.event)
            if moved < last.get(question.parent, -1):
                text = f"{label} was moved before an amendment that was put before it."
                yield found("WARN", "M7", text, "They are put as received.", at=vote.event, item=question.item)
            last[question.parent] = max(moved, last.get(question.parent, -1))


def _as_put(case: Case, question: Question) -> str:
    """The text that a question had when it was voted on: what became of its parent since is not held against it."""
    for vote in reversed(case.votes_on(question.id)):
        put = case.puts.get(vote.put)
        if put is not None and (text := put.text_of(question.id)):
            return written(text)
    return ""


@rule(M14="WARN")
def contradictions(case: Case) -> Iterator[Finding]:
    """What an amendment has done, another does not undo; what was lost is not moved again."""
    made: dict[str | None, list[tuple[str, str]]] = {}
    lost: dict[tuple[str | None, str], str] = {}
    for question in _amendments(case):
        parent = question.parent
        before, after = map(written, _texts(case, question))
        undone = next((label for label, was in made.get(parent, []) if was == after), "")
        if undone:
            text = f"{question.id} would undo {case.question(undone)}, which was carried at this meeting."
            yield found(
                "WARN", "M14", text, "The chair decides whether to take it.", at=question.event, item=question.item
            )
        again = lost.get((parent, after))
        if again:
            text = f"{question.id} asks for the same as {case.question(again)}, which was lost at this meeting."
            yield found(
                "WARN", "M14", text, "The chair decides whether to take it.", at=question.event, item=question.item
            )
        if question.state in ("carried", "accepted"):
            made.setdefault(parent, []).append((question.id, before))
        elif question.state == "lost":
            lost[parent, _as_put(case, question) or after] = question.id
