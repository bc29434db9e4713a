"""Verbs for the vote: questions put and counted."""

import re
from typing import Any, NamedTuple, cast

from clerk.clauses import clause_called
from clerk.events import (
    AnyEvent,
    QuestionPut,
    VoteTaken,
)
from clerk.meeting.apart import undecided
from clerk.meeting.entitlement import items_of, ledger, ledger_at_vote
from clerk.meeting.exempt import within_reach
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.puts import overtaken, reads_as_put
from clerk.meeting.rivals import facing
from clerk.meeting.state import Meeting
from clerk.meeting.votes import last_count
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, listed, moved_by, yes
from clerk.shorthand.carried import not_of_what_was_resolved
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.scope import whole_number
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "put",
    ":put r1+r2 only=3 -- LEAD",
    "The chair puts the newest open question, or those named, or some clauses only; to=refusal: what a vote for it is "
    "for; by=oak,elm: who moved and seconded recommendations; facing=m1: what it is put against, so that a vote "
    "against the one is for the other (facing=none: by itself); the lead-in after --.",
    "MT-01",
    "MT-08",
    "MT-15",
    "VO-04",
    takes="^questions:questions only:words of:questions to:words by:moved facing:words",
    text="may",
)
def _put(context: Context) -> Events:
    targets = _targets(context)
    if context.many("by") and any(target.kind != "recommendations" for target in targets):
        raise Unclear("“by=” is who moved recommendations; a motion, or minutes, say so themselves.")
    items = tuple(dict.fromkeys(q.item for q in targets if q.item)) or ((context.item,) if context.item else ())
    shown_now = tuple(voter.person for voter in ledger(context.there, items) if voter.may)
    return (
        context.event(
            QuestionPut,
            questions=tuple(question.id for question in targets),
            clauses=_clauses(context, targets[0]),
            lead=context.text.rstrip("."),
            shown=shown_now,
            direction=context.one("to"),
            facing=_facing(context, targets),
            **context.moved_by(),
        ),
    )


def _facing(context: Context, targets: tuple[Question, ...]) -> str:
    """What the question is put against: as typed, else by the body's practice (amendments.against)."""
    typed = context.one("facing")
    if typed.lower() == "none" or (not typed and (len(targets) > 1 or context.one("only"))):
        return ""
    if not typed:
        return "" if _wants_a_majority(context, targets[0]) else facing(context.there, targets[0].id)
    if len(targets) > 1 or context.one("only"):
        raise Unclear("One question is put against one other: name two, and no clauses (:put A1 facing=m1).")
    other = context.scope.question(typed)
    if other.id == targets[0].id:
        raise Unclear(f"{other.id} can’t be put against itself.")
    if other.seconder == "none" or not (other.is_open or other.state == "raised"):
        how = "was not seconded" if other.seconder == "none" else f"is {other.state} already"
        raise Unclear(f"{other.id} {how}, so nothing is put against it.")
    if other.item != targets[0].item:
        raise Unclear(f"{other.id} is of another item than {targets[0].id}, so they are not put against each other.")
    return other.id


def _wants_a_majority(context: Context, question: Question) -> bool:
    """Whether an enactment wants more of the item than more for than against, which no choice between two gives."""
    item = context.there.items.get(question.item or "")
    return item is not None and bool(item.majority)


def _targets(context: Context) -> tuple[Question, ...]:
    named = tuple(context.scope.question(label) for label in context.many("questions") or context.many("of"))
    for question in named:
        if question.seconder == "none":
            raise Unclear(f"{question.id} was not seconded, so it fell and is not put. Correct its seconder first.")
        if gone := context.there.questions.get(question.id, question).fell_with:
            raise Unclear(f"{question.id} fell with {gone}, which it would have amended: nothing of it is left to put.")
    return named or (context.scope.open_question(),)


def _clauses(context: Context, question: Question) -> tuple[str, ...]:
    """The ids of the clauses that alone are put, given by their numbers; without them those that are left, where some
    were voted on by themselves."""
    if not context.one("only"):
        left = undecided(context.scope.questions, question)
        if question.parts and not left:
            raise Unclear(
                f"Every clause of {question.id} was voted on by itself, and nothing of it is left to put. If what was "
                f"carried was put once more as a whole, say so in a paragraph; a count that was wrong is recount=."
            )
        return left
    text = text_of(context.scope.questions, question.id)
    said = filter(None, re.split(r"[+,]", context.one("only")))
    return tuple(clause_called(text, number, question.id).id for number in said)


@line_again.register(QuestionPut)
def _put_again(event: QuestionPut, meeting: Meeting, id_: str) -> Line:
    by_itself = "none" if not event.facing and meeting.profile.amendments_against else ""
    against = event.facing or by_itself
    options = given(only=_only(meeting, id_), to=event.direction, by=moved_by(event), facing=against)
    return Line("put", ("+".join(event.questions),), options, event.lead)


def _only(meeting: Meeting, id_: str) -> str:
    """The clauses that were put by themselves, by the numbers that they had: "2+3"."""
    put = next((put for put in meeting.puts if put.event == id_), None)
    return "+".join(put.typed[clause] for clause in put.clauses if clause in put.typed) if put else ""


@verb(
    "vote",
    ":vote 6 3 1 · :vote unanimous · :vote assent · :vote lost · :vote named against=ash abstain=oak out=elm rest=for",
    "The vote on the question put (puts the newest of the item first where none is): for, against, abstained; carried, "
    "lost: as declared, without figures; of=A1+A2; to=refusal; out=: who did not vote, why=part, why=interest; "
    "statutory=yes: the law wants the names; secret=yes: totals only; figures=6-3-1: as announced; facing=m1: as "
    "with :put; by=oak,elm: who moved and seconded what is put with it; recount=v1: v1 was "
    "counted again, by=elm: who asked for that.",
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
    takes="^how:loose(unanimous|assent|carried|lost|named) "
    "of:questions only:words to:words recount:vote for:people against:people abstain:people "
    "out:people rest:choice(for|against|abstain|out) why:choice(part|interest) statutory:flag secret:flag "
    "figures:words by:moved facing:words",
    among=lambda context: _on_what(context).entitled,
)
def _vote(context: Context) -> Events:
    on = _on_what(context)
    return (*on.put, _ballot(context, on))


class _OnWhat(NamedTuple):
    """What a vote is on: the questions, who may vote, the put that it needs first, and what it counts again."""

    questions: tuple[str, ...]
    entitled: tuple[str, ...]
    put: Events = ()
    supersedes: str | None = None
    item: str | None = None


def _on_what(context: Context) -> _OnWhat:
    if recount := context.one("recount"):
        if context.one("facing"):
            raise Unclear("A recount is of what was voted on: “facing=” is said when that is put.")
        # The same question, put to the same room: only the counting is done again (V20).
        counted = _standing(context, context.scope.vote(recount))
        return _OnWhat(counted.questions, counted.entitled, (), counted.id, item_of_put(context, counted.put))
    waiting = [put for put in context.there.puts if not put.vote and reads_as_put(context.there, put)]
    here = [put for put in waiting if context.here in items_of(context.there, put) and _within_reach(context, put)]
    if here and overtaken(context.there, here[-1], context.here):
        here = []
    if context.one("facing") and here:
        raise Unclear("It was put already, and “facing=” is said with that: correct it (:correct … facing=m1).")
    if context.many("by") and here:
        raise Unclear("It was put already, and “by=” is said with that: correct it (:correct … by=oak,elm).")
    if not context.many("of") and here and _still_waits(context, here[-1].questions):
        return _OnWhat(here[-1].questions, _may_vote(context, here[-1]), item=context.here)
    put = cast(QuestionPut, _put(context)[0])
    if not context.many("of"):
        not_of_what_was_resolved(context.there, " and ".join(put.questions))
    same = next((p for p in reversed(waiting) if p.questions == put.questions and p.facing == put.facing), None)
    return _OnWhat(
        put.questions, _may_vote(context, same) if same else put.shown, () if same else (put,), item=context.here
    )


def _within_reach(context: Context, put: Put) -> bool:
    """Whether a vote that names no question can be on what was put: not on what was put in private once the public is
    back (X6); what was put before it by its label was meant."""
    known = within_reach(context.there, context.here)
    put_by_label = put.event in context.there.private_by
    return put_by_label or all(label in known for label in put.questions)


def _standing(context: Context, vote: Vote) -> Vote:
    """The vote that stands in a vote's place, where that was counted again already: a recount is of the last count."""
    return context.there.votes.get(last_count(context.there, vote.id), vote)


def _may_vote(context: Context, put: Put) -> tuple[str, ...]:
    """Who may vote now on what was put before (V27)."""
    return tuple(voter.person for voter in ledger_at_vote(context.there, put) if voter.may)


def _still_waits(context: Context, labels: tuple[str, ...]) -> bool:
    questions = context.there.questions
    return any(label in questions and questions[label].state == "put" for label in labels)


def _ballot(context: Context, on: _OnWhat) -> VoteTaken:
    how = context.one("how").lower()
    if context.flag("secret") and how in ("named", "assent", "carried", "lost"):
        raise Unclear("A secret ballot has figures, and no names: :vote 6 3 1 secret=yes.")
    common: dict[str, Any] = {
        "vote": context.free_label("v"),
        "questions": on.questions,
        "supersedes": on.supersedes,
        "shown": on.entitled,
        "item": on.item,
        "statutory": context.flag("statutory"),
        "secret": context.flag("secret"),
        "direction": context.one("to"),
        "asked_by": context.many("by") if on.supersedes else (),
    }
    if how == "named":
        names = _by_name(context, on.entitled)
        why = context.one("why") if names["not_voting"] else ""
        return context.event(VoteTaken, method="named", why=cast(Any, why), **common, **names, **_figures(context))
    _no_names(context, how)
    common["not_voting"] = context.many("out")
    common["why"] = context.one("why") if common["not_voting"] else ""
    common["announced"] = tuple(_figures(context).values())
    if how in _WITHOUT_FIGURES:
        if common["announced"] and how != "unanimous":
            raise Unclear("Figures that were announced are a count: give them as one (:vote 6 3 1).")
        method, result = _WITHOUT_FIGURES[how]
        return context.event(VoteTaken, method=cast(Any, method), result=cast(Any, result), **common)
    counts = how.split()
    if len(counts) > 3:
        raise Unclear(f"“{counts[3]}” is one word too many: a vote is three numbers, for against abstained.")
    if not counts or not all(number.isdecimal() for number in counts):
        raise Unclear("A vote is three numbers (for against abstained), or unanimous, assent, carried, lost or named.")
    votes_for, against, abstained = (whole_number(number) for number in (*counts, "0", "0")[:3])
    figures = {"votes_for": votes_for, "against": against, "abstained": abstained}
    return context.event(VoteTaken, method="counted", **figures, **common)


def _no_names(context: Context, how: str) -> None:
    """Only a named vote says who was on a side. Raises `Unclear`, with the two ways of saying it."""
    side = next((side for side in ("for", "against", "abstain") if context.many(side)), "")
    if not side:
        return
    who = context.many(side)[0]
    rest = "against" if side == "for" else "for"
    way = "abstained" if side == "abstain" else side
    given_as = f"a vote given as “{how}”" if how else "a vote that does not begin with “named”"
    raise Unclear(
        f"“{side}=” says nothing in {given_as}: that has no names. Where all are known: :vote named {side}={who} "
        f"rest={rest}. "
        f"Where {context.meeting.name(who)} asked for it to be recorded: the vote first, then :record {who} {way}."
    )


_WITHOUT_FIGURES = {
    "unanimous": ("unanimous", ""),
    "assent": ("assent", ""),
    "carried": ("declared", "carried"),
    "lost": ("declared", "lost"),
}
"""The words for a vote without figures: its method, and the result that was declared."""


def _figures(context: Context) -> dict[str, int]:
    """The figures of a vote as they were announced: "6-3-1"."""
    typed = context.one("figures")
    figures = typed.replace("–", "-").split("-") if typed else []
    if typed and not 1 < len(figures) <= 3:
        raise Unclear("“figures=” is for, against and abstained, as announced: figures=6-3-1.")
    return dict(zip(("votes_for", "against", "abstained"), map(whole_number, figures), strict=False))


_SIDES = {"for": "for_names", "against": "against_names", "abstain": "abstained_names", "out": "not_voting"}


def _by_name(context: Context, entitled: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    names = {field: context.many(side) for side, field in _SIDES.items()}
    twice = [p for p in context.meeting.people if sum(p in side for side in names.values()) > 1]
    if twice:
        raise Unclear(f"{context.meeting.name(twice[0])} is named twice in this vote.")
    if rest := context.one("rest"):
        named = {person for side in names.values() for person in side}
        names[_SIDES[rest]] += tuple(person for person in entitled if person not in named)
    return names


@line_again.register(VoteTaken)
def _vote_again(event: VoteTaken, meeting: Meeting, id_: str) -> Line:
    again = {"recount": event.supersedes or "", "by": listed(event.asked_by)} if event.asked_by else {}
    more = given(why=event.why, statutory=yes(event.statutory), secret=yes(event.secret), to=event.direction, **again)
    if event.announced:
        more["figures"] = "-".join(map(str, event.announced))
    if event.method == "named":
        if event.votes_for is not None:
            more["figures"] = f"{event.votes_for}-{event.against or 0}-{event.abstained or 0}"
        sides = {side: listed(getattr(event, field)) for side, field in _SIDES.items()}
        return Line("vote", ("named",), {**given(**sides), **more})
    more = {**given(out=listed(event.not_voting)), **more}
    if event.method == "counted":
        counts = (event.votes_for or 0, event.against or 0, event.abstained or 0)
        return Line("vote", tuple(map(str, counts)), more)
    return Line("vote", (event.result or "carried" if event.method == "declared" else event.method,), more)


def item_of_put(context: Context, put: str) -> str | None:
    return next((p.item for p in context.meeting.puts if p.event == put), context.here)
