"""Verbs for questions as they are moved: motions, amendments, and what became of those that were not voted on."""

import re
from typing import Any, cast, get_args

from msgspec.structs import replace

from clerk.events import AmendmentMoved, AnyEvent, MotionMoved, QuestionDisposed
from clerk.events.motions import MotionKind
from clerk.meeting.motions import clause_by_number, text_of
from clerk.meeting.parts import Question
from clerk.names import Unclear, nearest_word
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.table import verb
from clerk.texts import Add, Delete, Edit, Replace, Text, Words, apply_edits, edits_between, numbers, read_clauses

Events = tuple[AnyEvent, ...]


def seconder_of(context: Context, place: int) -> str:
    """The seconder in a place of the line: a person, "duly" or "none"."""
    if place >= len(context.line.operands):
        return ""
    typed = context.line.operands[place]
    return typed.lower() if typed.lower() in ("duly", "none") else context.person(typed).id


KINDS = get_args(MotionKind)


@verb(
    "motion",
    ":motion oak elm kind=order -- TEXT",
    "A motion is moved and seconded (duly: no name given; none: not seconded); kinds: "
    + ", ".join(KINDS)
    + "; of=m1+m2: it brings those together.",
    "MI-03",
    "MB-04",
    "CN-04",
    "MT-05",
    "MT-11",
    "MT-12",
    "MT-13",
    "MT-16",
    "MT-14",
    "OR-02",
    words=2,
    options="kind of",
    text=True,
)
def _motion(context: Context) -> Events:
    mover = context.person(context.operand(0, "the mover's name"))
    brought = tuple(context.question(label) for label in context.line.options.get("of", "").split("+") if label)
    motion = context.event(
        MotionMoved,
        question=context.free_label("m"),
        mover=mover.id,
        seconder=seconder_of(context, 1),
        kind=cast(Any, context.option("kind", KINDS, "motion")),
        text=context.text("the text of the motion"),
        composite=tuple(question.id for question in brought),
    )
    ended = (context.event(QuestionDisposed, question=question.id, how="not put") for question in brought)
    return (motion, *ended)


@verb(
    "amend",
    ":amend ash birch at=1 add -- TEXT",
    "An amendment is moved: add (under at=, or at the end), after, before, delete, replace, "
    "words=first|all (old -> new), text (the whole as amended); on=A1: to that question; together=yes: debated "
    "with another.",
    "MT-02",
    "MT-04",
    "MT-06",
    "MT-07",
    words=3,
    options="at on words together",
    text=True,
)
def _amend(context: Context) -> Events:
    mover = context.person(context.operand(0, "the mover's name"))
    how = {word.lower() for word in context.line.operands if word.lower() in _WAYS}
    people = [word for word in context.line.operands if word.lower() not in _WAYS]
    seconder = "" if len(people) < 2 else seconder_of(context, list(context.line.operands).index(people[1]))
    on = context.line.options.get("on")
    to = context.question(on) if on else context.open_question("amended")
    edits = _edits(context, to, how.pop() if len(how) == 1 else "")
    return (
        context.event(
            AmendmentMoved,
            question=context.free_label("A"),
            to=to.id,
            mover=mover.id,
            seconder=seconder,
            edits=edits,
            together=context.option("together", ("yes", "no"), "no") == "yes",
            item=to.item or context.here,
        ),
    )


_WAYS = ("add", "after", "before", "delete", "replace", "text")


def _edits(context: Context, to: Question, how: str) -> tuple[Edit, ...]:
    text = text_of(context.questions, to.id)
    number = context.line.options.get("at", "").rstrip(".")
    clause = clause_by_number(text, number) if number else None
    if number and clause is None:
        shown = ", ".join(numbers(text).values())
        raise Unclear(f"{to.id} has no clause {number}. It has {shown}.")
    if not number and len(text) == 1 and how != "add":
        clause = text[0]
    at = clause.id if clause else ""
    words = context.line.options.get("words")
    if words is not None:
        return (_words(context, at, words),)
    if how == "text":
        edits = edits_between(text, context.text("the whole text as amended"))
        if not edits:
            raise Unclear("Nothing of the text was changed, so there is no amendment yet.")
        return edits
    if how in ("", "add"):
        return (_unnumbered(text, Add(context.text("the words to be added"), at if number else "")),)
    if not at:
        raise Unclear(f"“:amend … {how}” needs at=N: which clause?")
    if how in ("after", "before"):
        add = Add(context.text("the words to be added"), at, after=how == "after", before=how == "before")
        return (_unnumbered(text, add),)
    if how == "delete":
        return (Delete(at),)
    clauses = read_clauses(context.text("the new text"))
    return (Replace(at, clauses[0].text if len(clauses) == 1 else context.line.text),)


def _unnumbered(text: Text, add: Add) -> Add:
    """The clause to be added without the number that it will have, where the clerk typed that too."""
    made, _ = apply_edits(text, (add,), "new")
    printed = numbers(made)
    number = next((printed[clause.id] for clause in made if clause.id.startswith("new.1.")), "")
    match = re.match(rf"{re.escape(number)}[.)]?\s+(?=\S)", add.text) if "." in number else None
    return replace(add, text=add.text[match.end() :]) if match and "\n" not in add.text else add


def _words(context: Context, at: str, which: str) -> Words:
    old, arrow, new = context.text("“old -> new”").partition("->")
    if not at or not arrow:
        raise Unclear("Words for words: :amend ash birch at=2 words=first -- old -> new")
    counts = {"first": 1, "all": 0, "": 1}
    if which not in counts and not which.isdecimal():
        raise Unclear(f"“words={which}” can be first, all or a number.{nearest_word(which, counts)}")
    return Words(at, old.strip(), new.strip(), counts[which] if which in counts else whole_number(which))


def _dispose(context: Context, how: str) -> Events:
    typed = context.line.operands[0] if context.line.operands else ""
    question = context.question(typed) if typed else context.open_question(how)
    return (context.event(QuestionDisposed, question=question.id, how=cast(Any, how), item=question.item),)


@verb("withdraw", ":withdraw A1", "The newest open question, or the one named, is withdrawn.", "MT-10", words=1)
def _withdraw(context: Context) -> Events:
    return _dispose(context, "withdrawn")


@verb(
    "fell",
    ":fell A1",
    "A question fell without a vote: not seconded, or nothing left to amend.",
    "MT-05",
    "MT-10",
    words=1,
)
def _fell(context: Context) -> Events:
    return _dispose(context, "fell")


@verb("accept", ":accept A1", "An amendment is accepted without a vote; the text is rewritten.", "MT-09", words=1)
def _accept(context: Context) -> Events:
    return _dispose(context, "accepted")


@verb("notput", ":notput r8", "A question is not put: next business, or overtaken.", "MT-10", words=1)
def _not_put(context: Context) -> Events:
    return _dispose(context, "not put")
