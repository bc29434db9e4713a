"""Verbs for questions and votes: moved, amended, put, voted on, withdrawn."""

from typing import Any, cast

from clerk.entitlement import ledger
from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    CastingVote,
    MotionMoved,
    OwnVote,
    QuestionDisposed,
    QuestionPut,
    VoteTaken,
)
from clerk.names import Unclear, nearest_word
from clerk.questions import Question, clause_by_number, text_of
from clerk.texts import Add, Delete, Edit, Replace, Words, edits_between, numbers
from clerk.verbs.context import Context, whole_number
from clerk.verbs.table import verb

Events = tuple[AnyEvent, ...]


def _seconder(context: Context, place: int) -> str:
    if place >= len(context.line.operands):
        return ""
    typed = context.line.operands[place]
    return typed.lower() if typed.lower() in ("duly", "none") else context.person(typed).id


@verb(
    "motion",
    ":motion oak elm kind=order -- TEXT",
    "A motion is moved and seconded (duly: no name given; none: not seconded); kinds: motion, order, procedural, "
    "deferral.",
    "MT-05",
    "MT-12",
    "MT-13",
    "MT-16",
    "OR-02",
    words=2,
    options="kind",
    text=True,
)
def _motion(context: Context) -> Events:
    mover = context.person(context.operand(0, "the mover's name"))
    return (
        context.event(
            MotionMoved,
            question=context.free_label("m"),
            mover=mover.id,
            seconder=_seconder(context, 1),
            kind=cast(Any, context.option("kind", ("motion", "order", "procedural", "deferral"), "motion")),
            text=context.text("the text of the motion"),
        ),
    )


@verb(
    "amend",
    ":amend ash birch at=1 add -- TEXT",
    "An amendment is moved: add (under at=, or at the end), after, delete, replace, words=first|all (old -> new), "
    "text (the whole as amended); on=A1: to that question.",
    "MT-02",
    "MT-04",
    "MT-06",
    "MT-07",
    words=3,
    options="at on words",
    text=True,
)
def _amend(context: Context) -> Events:
    mover = context.person(context.operand(0, "the mover's name"))
    how = {word.lower() for word in context.line.operands if word.lower() in _WAYS}
    people = [word for word in context.line.operands if word.lower() not in _WAYS]
    seconder = "" if len(people) < 2 else _seconder(context, list(context.line.operands).index(people[1]))
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
            item=to.item or context.here,
        ),
    )


_WAYS = ("add", "after", "delete", "replace", "text")


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
        return (Add(context.text("the words to be added"), at if number else ""),)
    if not at:
        raise Unclear(f"“:amend … {how}” needs at=N: which clause?")
    if how == "after":
        return (Add(context.text("the words to be added"), at, after=True),)
    return (Delete(at) if how == "delete" else Replace(at, context.text("the new text")),)


def _words(context: Context, at: str, which: str) -> Words:
    old, arrow, new = context.text("“old -> new”").partition("->")
    if not at or not arrow:
        raise Unclear("Words for words: :amend ash birch at=2 words=first -- old -> new")
    counts = {"first": 1, "all": 0, "": 1}
    if which not in counts and not which.isdecimal():
        raise Unclear(f"“words={which}” can be first, all or a number.{nearest_word(which, counts)}")
    return Words(at, old.strip(), new.strip(), counts[which] if which in counts else whole_number(which))


def _targets(context: Context, typed: str) -> tuple[Question, ...]:
    if typed:
        return tuple(context.question(label) for label in typed.split("+"))
    return (context.open_question(),)


@verb(
    "put",
    ":put r1+r2 only=3 -- LEAD",
    "The chair puts the newest open question, or those named, or some clauses only; the lead-in after --.",
    "MT-01",
    "MT-08",
    "MT-15",
    words=1,
    options="only of",
    text=True,
)
def _put(context: Context) -> Events:
    typed = context.line.operands[0] if context.line.operands else context.line.options.get("of", "")
    targets = _targets(context, typed)
    clauses: list[str] = []
    for number in filter(None, context.line.options.get("only", "").split("+")):
        text = text_of(context.questions, targets[0].id)
        clause = clause_by_number(text, number)
        if clause is None:
            shown = ", ".join(numbers(text).values())
            raise Unclear(f"{targets[0].id} has no clause {number}. It has {shown}.")
        clauses.append(clause.id)
    items = tuple(dict.fromkeys(q.item for q in targets if q.item)) or ((context.item,) if context.item else ())
    shown_now = tuple(voter.person for voter in ledger(context.there, items) if voter.may)
    return (
        context.event(
            QuestionPut,
            questions=tuple(question.id for question in targets),
            clauses=tuple(clauses),
            lead=context.line.text.rstrip("."),
            shown=shown_now,
        ),
    )


@verb(
    "vote",
    ":vote 6 3 1 · :vote unanimous · :vote assent · :vote named against=ash abstain=oak out=elm rest=for",
    "The vote on the question put (puts the newest first where none is): for, against, abstained; of=A2.",
    "VO-01",
    "VO-02",
    "VO-05",
    "VO-08",
    "VO-10",
    "VO-15",
    "OU-01",
    "OU-05",
    words=3,
    options="of only recount for against abstain out rest",
)
def _vote(context: Context) -> Events:
    recount = context.line.options.get("recount")
    if recount:
        # The same question, put to the same room: only the counting is done again (V20).
        counted = context.vote(recount)
        return (_ballot(context, counted.questions, counted.entitled, counted.id),)
    typed = context.line.options.get("of", "")
    waiting = [put for put in context.there.puts if not put.vote]
    events: Events = ()
    if typed or not waiting or not _still_waits(context, waiting[-1].questions):
        put = cast(QuestionPut, _put(_without_text(context))[0])
        same = next((p for p in reversed(waiting) if p.questions == put.questions), None)
        events = () if same else (put,)
        questions, entitled = put.questions, same.entitled if same else put.shown
    else:
        questions, entitled = waiting[-1].questions, waiting[-1].entitled
    return (*events, _ballot(context, questions, entitled))


def _without_text(context: Context) -> Context:
    from msgspec.structs import replace

    return replace(context, line=replace(context.line, operands=(), text=""))


def _still_waits(context: Context, labels: tuple[str, ...]) -> bool:
    questions = context.there.questions
    return any(label in questions and questions[label].state == "put" for label in labels)


def _ballot(
    context: Context, questions: tuple[str, ...], entitled: tuple[str, ...], supersedes: str | None = None
) -> VoteTaken:
    label = context.free_label("v")
    how = context.line.operands[0].lower() if context.line.operands else ""
    common: dict[str, Any] = {"vote": label, "questions": questions, "supersedes": supersedes}
    if how in ("unanimous", "assent"):
        return context.event(VoteTaken, method=cast(Any, how), **common)
    if how == "named":
        return context.event(VoteTaken, method="named", **common, **_by_name(context, entitled))
    counts = context.line.operands
    if not counts or not all(number.isdecimal() for number in counts):
        raise Unclear("A vote is three numbers (for against abstained), or unanimous, assent or named.")
    votes_for, against, abstained = (whole_number(number) for number in (*counts, "0", "0")[:3])
    out = context.line.options.get("out")
    return context.event(
        VoteTaken,
        method="counted",
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        not_voting=context.people(out) if out else (),
        **common,
    )


_SIDES = {"for": "for_names", "against": "against_names", "abstain": "abstained_names", "out": "not_voting"}


def _by_name(context: Context, entitled: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    names = {
        field: context.people(typed) if (typed := context.line.options.get(side)) else ()
        for side, field in _SIDES.items()
    }
    twice = [p for p in context.meeting.people if sum(p in side for side in names.values()) > 1]
    if twice:
        raise Unclear(f"{context.meeting.name(twice[0])} is named twice in this vote.")
    rest = context.option("rest", ("", *_SIDES), "")
    if rest:
        named = {person for side in names.values() for person in side}
        names[_SIDES[rest]] += tuple(person for person in entitled if person not in named)
    return names


@verb(
    "cast",
    ":cast for",
    "The chair uses the casting vote on a tie: for, against or declined.",
    "VO-06",
    words=1,
    options="by of",
)
def _cast(context: Context) -> Events:
    direction = _direction(context, ("for", "against", "declined"))
    tied = [vote for vote in context.there.votes.values() if vote.is_tied and not vote.superseded]
    named = context.line.options.get("of", "")
    vote = context.vote(named) if named or not tied else tied[-1]
    by = context.line.options.get("by")
    person = context.person(by).id if by else context.there.presiding
    if person is None:
        raise Unclear("Nobody is in the chair. Say who cast it: :cast for by=NAME.")
    return (
        context.event(
            CastingVote, vote=vote.id, by=person, direction=cast(Any, direction), item=_item(context, vote.put)
        ),
    )


@verb("record", ":record ash against", "A member requires that own vote to be minuted.", "VO-12", words=2, options="of")
def _record(context: Context) -> Events:
    member = context.person(context.operand(0, "a name"))
    vote = context.vote(context.line.options.get("of", ""))
    direction = _direction(context, ("for", "against", "abstained"), 1)
    return (
        context.event(
            OwnVote, vote=vote.id, member=member.id, direction=cast(Any, direction), item=_item(context, vote.put)
        ),
    )


def _direction(context: Context, known: tuple[str, ...], place: int = 0) -> str:
    typed = context.operand(place, " or ".join(known)).lower()
    found = [word for word in known if word.startswith(typed)]
    if len(found) != 1:
        raise Unclear(f"“{typed}” can be {', '.join(known)}.{nearest_word(typed, known)}")
    return found[0]


def _item(context: Context, put: str) -> str | None:
    return next((p.item for p in context.meeting.puts if p.event == put), context.here)


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
