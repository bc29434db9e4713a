"""Verbs for questions as they are moved: motions, amendments, and what became of those that were not voted on."""

import re
from typing import Any, cast, get_args

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.clauses import clause_called
from clerk.events import AmendmentMoved, AnyEvent, MotionMoved, QuestionDisposed
from clerk.events.motions import MotionKind
from clerk.facts import choice_of
from clerk.meeting.apart import undecided
from clerk.meeting.motions import text_of
from clerk.meeting.parts import STOCK, Question
from clerk.meeting.state import Meeting
from clerk.names import Unclear, nearest_word
from clerk.saying.names import capital
from clerk.shorthand.again import given, line_again
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.misnumbered import refuse_misnumbered
from clerk.shorthand.scope import whole_number
from clerk.shorthand.table import verb
from clerk.texts import Add, Delete, Edit, Replace, Text, Words, apply_edits, edits_between, numbers, read_clauses

Events = tuple[AnyEvent, ...]


KINDS = get_args(MotionKind)


@verb(
    "motion",
    ":motion oak elm kind=order -- TEXT",
    "A motion is moved and seconded (oak duly: its seconder is not named; duly: nor its mover; none: not seconded, it "
    "fell; without: no seconder is wanted); kinds: " + ", ".join(KINDS) + " (no text: " + ", ".join(STOCK) + "); "
    "of=m1+m2: it brings those together. Where the papers have a motion of which notice was given, it is moved by "
    "“:motion” without words.",
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
    takes=f"^who:person ^seconder:seconder kind:{choice_of(KINDS)} of:questions",
    text="may",
    form="wish",
)
def _motion(context: Context) -> Events:
    brought = context.many("of")
    kind = context.one("kind") or "motion"
    stock = STOCK.get(kind, "")
    if stock and not context.text:
        text = f"{capital(stock)}."
    else:
        notice = noticed(context.meeting, context.here) if kind == "motion" and not brought else None
        text = context.text or (notice.motion if notice is not None else "") or context.needed_text(_WORDS)
        refuse_misnumbered(read_clauses(text))
    mover, seconder = _by_notice(context)
    motion = context.event(
        MotionMoved,
        question=context.free_label("m"),
        mover=mover,
        seconder=seconder,
        kind=cast(Any, kind),
        text=text,
        composite=brought,
    )
    ended = (context.event(QuestionDisposed, question=label, how="not put") for label in brought)
    return (motion, *ended)


_WORDS = "the text of the motion"


def noticed(meeting: Meeting, item: str | None) -> Item | None:
    """The item whose papers have the words of a motion that is not moved yet; None for any other."""
    here = meeting.items.get(item or "")
    moved = any(question.item == item and question.kind == "motion" for question in meeting.questions.values())
    return here if here is not None and here.motion and not moved else None


def _by_notice(context: Context) -> tuple[str, str]:
    """Who moved and who seconded: as is said, else, of a motion whose words are left to its notice, as that has it."""
    notice = noticed(context.meeting, context.here)
    if context.one("who") or context.one("seconder") or context.text or notice is None:
        return _mover(context), context.one("seconder")
    if notice.mover not in context.meeting.people:
        return _mover(context), ""
    seconder = notice.seconder if notice.seconder in context.meeting.people else ""
    return notice.mover, seconder


def _mover(context: Context) -> str:
    """Who moved; "" where it was duly moved and seconded, and no name was given."""
    mover = context.one("who")
    if not mover and context.one("seconder") != "duly":
        raise Unclear(f"“:{context.gesture.verb}” needs who moved it; “duly” alone is moved and seconded by no name.")
    return mover


@line_again.register(MotionMoved)
def _motion_again(event: MotionMoved, meeting: Meeting, id_: str) -> Line:
    people = tuple(filter(None, (event.mover, event.seconder)))
    kind = "" if event.kind == "motion" else event.kind
    return Line("motion", people, given(kind=kind, of="+".join(event.composite)), event.text)


WAYS = ("add", "after", "before", "delete", "replace", "text")


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
    takes=f"^who:person ^seconder:seconder ^how:{choice_of(WAYS)} at:words on:question words:words together:flag",
    text="may",
)
def _amend(context: Context) -> Events:
    on = context.one("on")
    to = context.scope.question(on) if on else context.scope.open_question("amended")
    _check_stands(context, to)
    edits = _edits(context, to, context.one("how"))
    return (
        context.event(
            AmendmentMoved,
            question=context.free_label("A"),
            to=to.id,
            mover=_mover(context),
            seconder=context.one("seconder"),
            edits=edits,
            together=context.flag("together"),
            whole=context.one("how") == "text",
            item=to.item or context.here,
        ),
    )


_ENDED = {"withdrawn": "was withdrawn", "fell": "fell"}


def _check_stands(context: Context, to: Question) -> None:
    """Raises `Unclear` where what would be amended had ended before: nothing would come of it."""
    there = context.there.questions.get(to.id, to)
    if there.state == "accepted" and there.parent:
        raise Unclear(f"{to.id} was accepted, and its words are part of {there.parent} now: on={there.parent}.")
    if there.state == "lost" and there.kind == "amendment":
        raise Unclear(f"{to.id} was lost before this, so that nothing is left of it to amend.")
    if there.state in _ENDED:
        raise Unclear(f"{to.id} {_ENDED[there.state]} before this, so it cannot be amended.")


def _edits(context: Context, to: Question, how: str) -> tuple[Edit, ...]:
    text = text_of(context.scope.questions, to.id)
    number = context.one("at").rstrip(".")
    clause = clause_called(text, number, to.id) if number else None
    if not number and len(text) == 1 and how != "add":
        clause = text[0]
    at = clause.id if clause else ""
    words = context.one("words")
    # Only looked at: a verb that asks for its words is held to have used them.
    if words or (" -> " in context.gesture.text and not how):
        return (_words(context, text, at, words),)
    if " -> " in context.gesture.text and how != "text":
        raise Unclear("“old -> new” changes words for words: :amend ash birch at=2 words=first -- old -> new")
    if how == "text":
        whole = context.needed_text("the whole text as amended")
        refuse_misnumbered(read_clauses(whole), text)
        edits = edits_between(text, whole)
        if not edits:
            raise Unclear("Nothing of the text was changed, so there is no amendment yet.")
        return edits
    if how in ("", "add"):
        return (_unnumbered(text, Add(context.needed_text("the words to be added"), at if number else "")),)
    if not at:
        raise Unclear(f"“:amend … {how}” needs at=N: which clause?")
    if how in ("after", "before"):
        add = Add(context.needed_text("the words to be added"), at, after=how == "after", before=how == "before")
        return (_unnumbered(text, add),)
    if how == "delete":
        return (Delete(at),)
    clauses = refuse_misnumbered(read_clauses(context.needed_text("the new text")), text)
    return (Replace(at, clauses[0].text if len(clauses) == 1 else context.text),)


def _unnumbered(text: Text, add: Add) -> Add:
    """The clause to be added without the number that it will have, where the clerk typed that too."""
    made, _ = apply_edits(text, (add,), "new")
    printed = numbers(made)
    number = next((printed[clause.id] for clause in made if clause.id.startswith("new.1.")), "")
    match = re.match(rf"{re.escape(number)}[.)]?\s+(?=\S)", add.text) if "." in number else None
    return replace(add, text=add.text[match.end() :]) if match and "\n" not in add.text else add


def _words(context: Context, text: Text, at: str, which: str) -> Words:
    old, arrow, new = context.needed_text("“old -> new”").partition("->")
    if not arrow:
        raise Unclear("Words for words: :amend ash birch at=2 words=first -- old -> new")
    at = at or _clause_with(text, old.strip())
    counts = {"first": 1, "all": 0, "": 1}
    if which not in counts and not which.isdecimal():
        raise Unclear(f"“words={which}” can be first, all or a number.{nearest_word(which, counts)}")
    return Words(at, old.strip(), new.strip(), counts[which] if which in counts else whole_number(which))


def _clause_with(text: Text, words: str) -> str:
    """The id of the one clause that has these words."""
    having = [clause.id for clause in text if words in clause.text]
    if len(having) == 1:
        return having[0]
    printed = numbers(text)
    if not having:
        raise Unclear(f"“{words}” stands in no clause of that text, so nothing of it can be replaced.")
    where = " and ".join(printed[id_] for id_ in having)
    raise Unclear(f"“{words}” stands in clauses {where}: say in which (at=).")


_ENDS = {"withdrawn": "been withdrawn", "fell": "fallen", "accepted": "been accepted", "not put": "been left unput"}
_ENDED = {"withdrawn": "was withdrawn", "fell": "fell", "accepted": "was accepted", "not put": "was not put"}
"""How a question ended without a vote, and what is said of one that did."""


def _dispose(context: Context, how: str) -> Events:
    label = context.one("question")
    question = context.scope.question(label) if label else context.scope.open_question(how)
    if how == "accepted" and question.kind == "recommendations":
        raise Unclear("Recommendations that were agreed without a vote are :vote assent.")
    stands = context.scope.there.questions.get(question.id, question).state
    if stands in _ENDED:
        raise Unclear(
            f"{question.id} {_ENDED[stands]} already, so that it cannot have {_ENDS[how]}. Where that was a slip, take "
            "it back first (:undo)."
        )
    reason = context.text.rstrip(".")
    clauses = clauses_alone(context, question) if how != "accepted" else ()
    facts = {"how": cast(Any, how), "item": question.item, "reason": reason, "clauses": clauses}
    return (context.event(QuestionDisposed, question=question.id, **facts),)


def clauses_alone(context: Context, question: Question) -> tuple[str, ...]:
    """The clauses that something is said of alone: those numbered by “only=”, else what is left where something was
    made of others. Raises `Unclear` for one that was decided."""
    text = text_of(context.scope.questions, question.id)
    said = [number for number in re.split(r"[+,]", context.one("only")) if number]
    left = undecided(context.scope.questions, question)
    clauses = tuple(clause_called(text, number, question.id).id for number in said)
    made = (question.parts or question.dropped) and next((c for c in clauses if c not in left), "")
    if made:
        raise Unclear(f"Clause {said[clauses.index(made)]} of {question.id} was decided already.")
    return clauses or left


@verb(
    "withdraw",
    ":withdraw A1",
    "The newest open motion or amendment, or the question named, is withdrawn; only=3: those clauses of it alone.",
    "MT-10",
    takes="^question:question only:words",
    text="may",
    form="cause",
)
def _withdraw(context: Context) -> Events:
    return _dispose(context, "withdrawn")


@verb(
    "fell",
    ":fell A1",
    "The newest open motion or amendment, or the question named, fell without a vote; only=3: those clauses alone.",
    "MT-05",
    "MT-10",
    takes="^question:question only:words",
    text="may",
    form="cause",
)
def _fell(context: Context) -> Events:
    return _dispose(context, "fell")


@verb(
    "accept",
    ":accept A1",
    "An amendment is accepted without a vote; the text is rewritten. With whose consent, after --.",
    "MT-09",
    takes="^question:question",
    text="may",
    form="cause",
)
def _accept(context: Context) -> Events:
    return _dispose(context, "accepted")


@verb(
    "notput",
    ":notput r8",
    "A question is not put: next business, or overtaken; only=3: those clauses of it alone, else what is left of it.",
    "MT-10",
    takes="^question:question only:words",
    text="may",
    form="cause",
)
def _not_put(context: Context) -> Events:
    return _dispose(context, "not put")
