"""Verbs for elections and divisions, for reasons, and for wording put by hand."""

from clerk.events import (
    AnyEvent,
    BallotTaken,
    DivisionDemanded,
    Nominated,
    Presided,
    ReasonsGiven,
    Reworded,
)
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.motions import seconder_of
from clerk.shorthand.table import ANY, verb

Events = tuple[AnyEvent, ...]


def post_of(meeting: Meeting, typed: str) -> str:
    """The post that an election is to: the chair's, where none is named."""
    return typed or (meeting.setup.chair_label if meeting.setup else "Chairman")


@verb(
    "nominate",
    ":nominate oak elm birch to=Chairman",
    "Someone is nominated for a post: who, proposer, seconder (to=: the post, else the chair).",
    "CH-04",
    "CN-05",
    words=3,
    options="to",
)
def _nominate(context: Context) -> Events:
    person = context.person(context.operand(0, "a name"))
    proposer = context.person(context.operand(1, "the proposer's name"))
    post = post_of(context.meeting, context.line.options.get("to", ""))
    nominated = context.event(
        Nominated, person=person.id, post=post, proposer=proposer.id, seconder=seconder_of(context, 2)
    )
    return (nominated,)


@verb(
    "ballot",
    ":ballot oak 5 elm 3 abstain=1 elected=oak",
    "A round of an election: votes by name (elected=: who was; by=casting or by=lot between equals; presides=yes: and "
    "takes the chair); one name alone is elected unopposed.",
    "CH-04",
    "CN-05",
    words=ANY,
    options="to abstain elected by presides",
)
def _ballot(context: Context) -> Events:
    options = context.line.options
    words = context.line.operands
    if not words:
        raise Unclear("“:ballot” needs names, each with its votes: :ballot oak 5 elm 3 elected=oak.")
    alone = len(words) == 1
    if not alone and len(words) % 2:
        raise Unclear("In “:ballot” every name has its votes after it: :ballot oak 5 elm 3 elected=oak.")
    people = [context.person(word).id for word in (words if alone else words[::2])]
    counts = [0] if alone else [whole_number(word) for word in words[1::2]]
    elected = context.person(options["elected"]).id if options.get("elected") else people[0] if alone else ""
    by = context.option("by", ("", "casting", "lot"), "")
    presiding = context.there.presiding
    if by == "casting" and presiding is None:
        raise Unclear("Nobody is in the chair, so nobody has a casting vote.")
    ballot = context.event(
        BallotTaken,
        post=post_of(context.meeting, options.get("to", "")),
        votes=tuple(zip(people, counts, strict=True)),
        abstained=whole_number(options.get("abstain", "0")),
        elected=elected,
        by_casting=presiding or "" if by == "casting" else "",
        by_lot=by == "lot",
    )
    if context.option("presides", ("yes", "no"), "no") == "no" or not elected:
        return (ballot,)
    return (ballot, context.event(Presided, person=elected, elected=True))


@verb(
    "division",
    ":division ash,elm",
    "These call for a division, or all of them: a named vote.",
    "VO-08",
    words=1,
)
def _division(context: Context) -> Events:
    by = context.people(context.operand(0, "the names of those who call for it"))
    return (context.event(DivisionDemanded, by=by),)


@verb(
    "reasons",
    ':reasons alternatives="none" -- REASONS',
    "The reasons of a decision: for refusal or against the recommendation, or of an executive, with the alternatives.",
    "PL-04",
    "CA-02",
    options="alternatives conflicts dispensations",
    text=True,
)
def _reasons(context: Context) -> Events:
    given = {name: context.line.options.get(name, "") for name in ("alternatives", "conflicts", "dispensations")}
    return (context.event(ReasonsGiven, text=context.text("the reasons"), **given),)


@verb(
    "reword",
    ":reword e41 AT-07 -- TEXT",
    "What an entry prints, in your own words (name the construct where it prints several); no text: the house style's.",
    "N13",
    words=2,
    options="was nth",
    text=True,
)
def _reword(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "which entry"))
    of = next(placed.event for placed in context.meeting.events if placed.id == id_)
    construct = context.line.operands[1].upper() if len(context.line.operands) > 1 else ""
    reworded = context.event(
        Reworded,
        block=construct,
        of=(id_,),
        text=context.line.text,
        was=context.line.options.get("was", ""),
        nth=whole_number(context.line.options.get("nth", "0")),
        item=of.item,
    )
    return (reworded,)
