"""What the minutes say of an amendment as it is moved, of the text as it stood then (MT-02, MT-04, MT-06, MT-07)."""

import re
from typing import Any, Literal

from msgspec.structs import replace

from clerk.clauses import told_numbers
from clerk.events import AmendmentMoved, QuestionDisposed
from clerk.lettered import LEAD
from clerk.meeting.motions import root_of, text_as_moved
from clerk.meeting.parts import Question
from clerk.meeting.record import Placed
from clerk.texts import Add, Delete, Edit, Replace, Text, Words, edits_between, numbers, read_clauses, written
from exports.blocks import AnyBlock, ListEntry, Listing, Span, plain
from exports.fitting import moved
from exports.motions import kind_of, seconder_of
from exports.plain import entry_label
from exports.writer import Writer, Writes, below


def amendment_moved(writer: Writer, placed: Placed, event: AmendmentMoved) -> list[AnyBlock]:
    """MT-02 with what is to be changed below it; MT-04, MT-06 and MT-07 by what it would amend."""
    questions = writer.meeting.questions
    target, amendment = questions.get(event.to), questions.get(event.question)
    before, whose = (amendment.before, amendment.whose) if amendment is not None else ((), "")
    what = "recommendations" if target is None else kind_of(target, len(before))
    facts: dict[str, Any] = {
        "mover": writer.mover(event.mover, placed),
        "seconder": seconder_of(writer, event.seconder, placed),
        "target": what.capitalize() if what.startswith("recommendation") else what,
    }
    key = "MT-02"
    adds = [edit for edit in event.edits if isinstance(edit, Add) and not edit.at]
    if target is not None and whose and whose == event.mover and not event.seconder:
        key = "MT-10.alters"
    elif target is not None and target.kind != "recommendations":
        key, facts["of"] = "MT-06", writer.person(whose).formal if whose else ""
    elif adds and len(adds) == len(event.edits):
        key, facts["count"] = "MT-04", sum(len(read_clauses(edit.text)) for edit in adds)
    elif any(isinstance(p.event, AmendmentMoved) and p.event.to == event.to for p in writer.before(placed)):
        key = "MT-07"
    # That an additional recommendation be included says already what is below it.
    led = key != "MT-04"
    entries = _as_it_would_read(writer, replace(amendment, merged=()) if amendment else None)
    entries = entries or [entry for edit in event.edits for entry in _edit(writer, edit, before, what, led)]
    return [
        writer.prose(key, [placed], **facts),
        Listing(entries=tuple(entries), **writer.of(key, [placed])),
    ]


def _as_it_would_read(writer: Writer, question: Question | None) -> list[ListEntry]:
    """The whole text that an amendment would make, where it was given so and its edits alone would not tell: those of
    an amendment to an amendment, whose clauses stand nowhere, and one that leaves no clause as it was. A change of a
    few words is told as one."""
    if question is None or not question.whole or all(isinstance(edit, Words) for edit in question.edits):
        return []
    questions = writer.meeting.questions
    target = questions.get(question.parent or "")
    touched = {edit.at for edit in question.edits if isinstance(edit, Delete | Replace)}
    kept = [c for c in question.before if not c.depth and c.mark != LEAD and c.id not in touched]
    if target is None or (target.kind != "amendment" and (kept or len(question.edits) == 1)):
        return []
    root = root_of(questions, target)
    whole = text_as_moved(question, questions)
    what = kind_of(root, len(whole))
    body = "" if root.kind == "recommendations" else writer.committee
    lead = writer.style.render("MT-02.whole", what=what)
    return [ListEntry(lead, "plain"), *_typed(written(whole), body)]


def amendment_words(writer: Writer, label: str, led: bool = False, by: Placed | None = None) -> list[str]:
    """What an amendment would change, line by line, in the words in which the minutes have it, and as it was amended
    itself, `by` an event where one is given; [] for another kind. `led` says that what is added at the end be added."""
    questions = writer.meeting.questions
    question = questions.get(label)
    if question is None or question.kind != "amendment":
        return []
    question = replace(question, merged=merged_by(writer, question, by))
    before = question.before
    target = questions.get(question.parent or "")
    what = "recommendations" if target is None else kind_of(target, len(before))
    edits = question.edits
    if question.merged:
        edits = edits_between(before, written(text_as_moved(question, questions)))
    entries = _as_it_would_read(writer, question)
    entries = entries or [entry for edit in edits for entry in _edit(writer, edit, before, what, led)]
    return [f"{entry_label(entry)} {plain(entry.spans)}".strip() for entry in entries]


def merged_by(writer: Writer, question: Question, by: Placed | None) -> tuple[str, ...]:
    """The amendments that had gone into a question by an event; all of them where it is None."""
    if by is None or not question.merged:
        return question.merged
    meeting = writer.meeting
    there = {p.id for p in writer.before(by)} | {by.id}
    accepted = {p.event.question for p in meeting.events if isinstance(p.event, QuestionDisposed) and p.id in there}
    voted = {label for vote in meeting.votes.values() if vote.event in there for label in vote.questions}
    return tuple(label for label in question.merged if label in accepted | voted)


def _edit(writer: Writer, edit: Edit, text: Text, whole: str, led: bool = True) -> list[ListEntry]:
    """How a change is told, line by line; what is added at the end, and no further than that, without the lead where
    there is no sentence to be `led` from."""
    part = "recommendation" if whole.startswith("recommendation") else "paragraph"
    body = "" if part == "recommendation" else writer.committee
    clause = f"{part} {told_numbers(text).get(edit.at, '')}".strip() if len(text) > 1 else f"the {whole}"
    match edit:
        case Add(text=added) if not (edit.after or edit.before) and (edit.at or not led):
            return _typed(added, body)
        case Add(text=added):
            where = "after" if edit.after else "before" if edit.before else ""
            return [
                ListEntry(writer.style.render("MT-02.add", clause=clause, where=where), "plain"),
                *_typed(added, body),
            ]
        case Delete():
            return [ListEntry(writer.style.render("MT-02.delete", clause=clause), "plain")]
        case Replace(text=new):
            return [ListEntry(writer.style.render("MT-02.replace", clause=clause), "plain"), *_typed(new, body)]
        case Words(old=old, new=new):
            key, facts = _words(old, new)
            return [ListEntry(writer.style.render(key, clause=clause, **facts), "plain")]


def _words(old: str, new: str) -> tuple[str, dict[str, str]]:
    """The wording of a change of words: what only goes before or after words that stay is inserted there."""
    if re.match(rf"{re.escape(old)}(?!\w).", new):
        added = new[len(old) :].strip()
        return "MT-02.inserted", {"where": "after", "old": old, "new": added, "called": _called(added)}
    if re.search(rf".(?<!\w){re.escape(old)}$", new):
        added = new[: -len(old)].strip()
        return "MT-02.inserted", {"where": "before", "old": old, "new": added, "called": _called(added)}
    return "MT-02.words", {"old": old, "new": new, "called": _called(old)}


def _called(words: str) -> str:
    """What some words are called: a sum, a share and a number are a figure."""
    if re.fullmatch(r"[£€$]?\d[\d,.:]*(%|p|m|k|bn|°)?", words):
        return "figure"
    return "words" if " " in words else "word"


def _typed(text: str, body: str) -> list[ListEntry]:
    """What is added, or put in place of a paragraph, as what is moved is written; `body` as `moved` takes it."""
    clauses = read_clauses(text, "c")
    printed = numbers(clauses) if any(clause.mark for clause in clauses) else {}
    led = False
    entries: list[ListEntry] = []
    for clause in clauses:
        first, *rest = clause.text.split("\n")
        last = clause is clauses[-1] and not rest
        kind: Literal["number", "plain"] = "number" if printed.get(clause.id) else "plain"
        spans = (Span(moved(first, body, last, joins=led and clause.mark != LEAD)),)
        entries.append(ListEntry(spans, kind, printed.get(clause.id, ""), clause.depth if printed else 0))
        led = led or clause.mark == LEAD
        entries += [below(line, 0) for line in rest]
    return entries


WRITES: Writes = {AmendmentMoved: amendment_moved}
