"""Verbs for the vote: questions put, counted, cast, and a member's own vote recorded."""

from typing import Any, cast

from msgspec.structs import replace

from clerk.events import (
    AnyEvent,
    CastingVote,
    OwnVote,
    QuestionPut,
    VoteTaken,
)
from clerk.meeting.entitlement import ledger, ledger_at_vote
from clerk.meeting.motions import clause_by_number, text_of
from clerk.meeting.parts import Put, Question
from clerk.names import Unclear, nearest_word
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.table import verb
from clerk.texts import numbers

Events = tuple[AnyEvent, ...]


def _targets(context: Context, typed: str) -> tuple[Question, ...]:
    if typed:
        return tuple(context.question(label) for label in dict.fromkeys(typed.split("+")))
    return (context.open_question(),)


@verb(
    "put",
    ":put r1+r2 only=3 -- LEAD",
    "The chair puts the newest open question, or those named, or some clauses only; to=refusal: what a vote for it is "
    "for; the lead-in after --.",
    "MT-01",
    "MT-08",
    "MT-15",
    "VO-04",
    words=1,
    options="only of to",
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
            direction=context.line.options.get("to", ""),
        ),
    )


@verb(
    "vote",
    ":vote 6 3 1 · :vote unanimous · :vote assent · :vote named against=ash abstain=oak out=elm rest=for",
    "The vote on the question put (puts the newest first where none is): for, against, abstained; of=A2; to=refusal; "
    "why=part, why=interest: why those out did not vote; statutory=yes: the law wants the names; figures=6-3-1: as "
    "announced.",
    "VO-01",
    "VO-02",
    "VO-05",
    "VO-03",
    "VO-04",
    "VO-08",
    "VO-09",
    "VO-10",
    "VO-11",
    "VO-13",
    "VO-14",
    "VO-15",
    "MT-03",
    "MB-03",
    "OU-01",
    "OU-02",
    "OU-05",
    "CA-02",
    words=3,
    options="of only to recount for against abstain out rest why statutory figures",
)
def _vote(context: Context) -> Events:
    recount = context.line.options.get("recount")
    if recount:
        # The same question, put to the same room: only the counting is done again (V20).
        counted = context.vote(recount)
        again = _ballot(context, counted.questions, counted.entitled, counted.id)
        return (replace(again, item=_item(context, counted.put)),)
    typed = context.line.options.get("of", "")
    waiting = [put for put in context.there.puts if not put.vote]
    events: Events = ()
    if typed or not waiting or not _still_waits(context, waiting[-1].questions):
        put = cast(QuestionPut, _put(_without_text(context))[0])
        same = next((p for p in reversed(waiting) if p.questions == put.questions), None)
        events = () if same else (put,)
        questions, entitled = put.questions, _may_vote(context, same) if same else put.shown
    else:
        questions, entitled = waiting[-1].questions, _may_vote(context, waiting[-1])
    return (*events, _ballot(context, questions, entitled))


def _may_vote(context: Context, put: Put) -> tuple[str, ...]:
    """Who may vote now on what was put before (V27)."""
    return tuple(voter.person for voter in ledger_at_vote(context.there, put) if voter.may)


def _without_text(context: Context) -> Context:
    return replace(context, line=replace(context.line, operands=(), text=""))


def _still_waits(context: Context, labels: tuple[str, ...]) -> bool:
    questions = context.there.questions
    return any(label in questions and questions[label].state == "put" for label in labels)


def _ballot(
    context: Context, questions: tuple[str, ...], entitled: tuple[str, ...], supersedes: str | None = None
) -> VoteTaken:
    label = context.free_label("v")
    how = context.line.operands[0].lower() if context.line.operands else ""
    common: dict[str, Any] = {
        "vote": label,
        "questions": questions,
        "supersedes": supersedes,
        "shown": entitled,
        "why": context.option("why", ("", "part", "interest"), ""),
        "statutory": context.option("statutory", ("yes", "no"), "no") == "yes",
    }
    if how in ("unanimous", "assent"):
        return context.event(VoteTaken, method=cast(Any, how), **common)
    if how == "named":
        return context.event(VoteTaken, method="named", **common, **_by_name(context, entitled), **_figures(context))
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
        not_voting=context.people(out, entitled) if out else (),
        **common,
    )


def _figures(context: Context) -> dict[str, int]:
    """The figures of a named vote as they were announced: "6-3-1"."""
    typed = context.line.options.get("figures", "")
    numbers = typed.replace("–", "-").split("-") if typed else []
    return dict(zip(("votes_for", "against", "abstained"), map(whole_number, numbers), strict=False))


_SIDES = {"for": "for_names", "against": "against_names", "abstain": "abstained_names", "out": "not_voting"}


def _by_name(context: Context, entitled: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    typed = {field: context.line.options.get(side, "").split(",") for side, field in _SIDES.items()}
    parties = {word: context.party(word, entitled) for words in typed.values() for word in words if word}
    names = {
        field: tuple(dict.fromkeys(context.person(word).id for word in words if word and not parties[word]))
        for field, words in typed.items()
    }
    # Whoever is named apart from the party does not vote with it.
    apart = {person for side in names.values() for person in side}
    for field, words in typed.items():
        names[field] += tuple(p for word in words if word for p in parties[word] if p not in apart)
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
    "The chair uses the casting vote on a tie: for, against or declined; said again, it is put right in the meeting.",
    "VO-06",
    "VO-07",
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


@verb(
    "record",
    ":record ash against",
    "A member requires that own vote to be minuted (for, against, abstained; nothing: how is still to be said).",
    "VO-12",
    words=2,
    options="of",
)
def _record(context: Context) -> Events:
    member = context.person(context.operand(0, "a name"))
    vote = context.vote(context.line.options.get("of", ""))
    said = len(context.line.operands) > 1
    direction = _direction(context, ("for", "against", "abstained"), 1) if said else ""
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
