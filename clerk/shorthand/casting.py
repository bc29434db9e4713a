"""Verbs for what goes with a vote: the casting vote, a member's own vote minuted, a division called for."""

from typing import Any, cast

from msgspec.structs import replace

from clerk.events import AnyEvent, BallotTaken, CastingVote, Corrected, DivisionDemanded, OwnVote
from clerk.meeting.elections import first_equals, tied_ballot
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, listed, yes
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb
from clerk.shorthand.votes import item_of_put

Events = tuple[AnyEvent, ...]


@verb(
    "cast",
    ":cast for · :cast for elm",
    "The chair uses the casting vote on a tie: for, against or declined; motion or amendment where those were put "
    "against each other; said again, it is put right in the meeting. "
    "Between equals in an election: for whom (:cast for elm).",
    "VO-06",
    "VO-07",
    takes="^how:choice(for|against|declined|motion|amendment)! ^whom:person by:person of:vote",
)
def _cast(context: Context) -> Events:
    ballot = tied_ballot(context.there)
    if ballot and not context.one("of"):
        return _between_equals(context, ballot)
    if whom := context.one("whom"):
        raise Unclear(f"No ballot is tied, so no casting vote can be for {context.meeting.name(whom)}.")
    tied = [vote for vote in context.there.votes.values() if vote.is_tied and not vote.superseded]
    waiting = [vote for vote in tied if vote.state == "tied"]
    named = context.one("of")
    vote = context.scope.vote(named) if named or not tied else (waiting or tied)[-1]
    person = context.one("by") or context.there.presiding
    if person is None:
        raise Unclear("Nobody is in the chair. Say who cast it: :cast for by=NAME.")
    if vote.casting and not named and item_of_put(context, vote.put) != context.here:
        raise Unclear(
            f"No vote at this item is a tie, and {vote.id}, of another, has its casting vote. To put that right, name "
            f"it: :cast {context.one('how')} of={vote.id}."
        )
    direction = cast(Any, _way(context, vote, context.one("how")))
    return (
        context.event(CastingVote, vote=vote.id, by=person, direction=direction, item=item_of_put(context, vote.put)),
    )


def _way(context: Context, vote: Vote, how: str) -> str:
    """Which way a vote was cast, where "motion" or "amendment" may say it: those two were put against each other."""
    if how not in ("motion", "amendment"):
        return how
    kinds = [context.there.questions[label].kind for label in vote.both if label in context.there.questions]
    sides = ["amendment" if kind == "amendment" else "motion" for kind in kinds]
    if len(sides) != 2 or sides.count(how) != 1:
        raise Unclear(f"{vote.id} was not between a motion and an amendment. Say for or against.")
    return "for" if sides[0] == how else "against"


def _between_equals(context: Context, placed: Placed) -> Events:
    """The casting vote that decides a ballot (C4): the ballot, with who was elected by it or who declined it."""
    ballot = placed.event
    assert isinstance(ballot, BallotTaken)
    how, whom = context.one("how"), context.one("whom")
    by = context.one("by") or context.there.presiding
    if by is None:
        raise Unclear("Nobody is in the chair. Say who cast it: :cast for NAME by=NAME.")
    equals = first_equals(ballot)
    names = " or ".join(context.meeting.name(person) for person in equals)
    if how == "declined":
        if whom:
            raise Unclear("A casting vote that was declined is for nobody.")
        return (Corrected(event=placed.id, now=replace(ballot, declined_by=by)),)
    if how != "for" or whom not in equals:
        raise Unclear(
            f"The ballot for {ballot.post} is tied. Say for whom the casting vote was: {names} (:cast for NAME)."
        )
    return (Corrected(event=placed.id, now=replace(ballot, elected=whom, by_casting=by)),)


@line_again.register(CastingVote)
def _cast_again(event: CastingVote, meeting: Meeting, id_: str) -> Line:
    return Line("cast", (event.direction,), {"by": event.by})


@verb(
    "record",
    ":record ash against",
    "Members require their own votes to be minuted (for, against, abstained; dissent: against, in that word; motion or "
    "amendment where those were put against each other; nothing: how is still to be said); why after --.",
    "VO-12",
    takes="^who:people! ^how:choice(for|against|abstained|dissent|motion|amendment) of:vote",
    text="may",
    form="cause",
)
def _record(context: Context) -> Events:
    vote = context.scope.vote(context.one("of"))
    if vote.secret:
        raise Unclear(f"{vote.id} was a secret ballot: nobody’s own vote on it is recorded.")
    how = context.one("how")
    dissent = how == "dissent"
    direction = cast(Any, "against" if dissent else _way(context, vote, how))
    item = item_of_put(context, vote.put)
    said: dict[str, Any] = {"direction": direction, "dissent": dissent, "reason": context.text, "item": item}
    return tuple(context.event(OwnVote, vote=vote.id, member=member, **said) for member in context.many("who"))


@line_again.register(OwnVote)
def _record_again(event: OwnVote, meeting: Meeting, id_: str) -> Line:
    how = "dissent" if event.dissent else event.direction
    return Line("record", (event.member, *filter(None, (how,))), {}, event.reason)


@verb(
    "division",
    ":division ash,elm",
    "These call for a division, or all of them: a named vote (supporters=6: so many, who were not named; "
    "refused=yes: too few did, and the vote is not by name).",
    "VO-08",
    takes="^who:people supporters:number refused:flag",
)
def _division(context: Context) -> Events:
    by, supporters = context.many("who"), context.number("supporters")
    if not by and not supporters:
        raise Unclear("Say who called for it (:division ash,elm), or how many did (supporters=6).")
    if supporters is not None and supporters < len(by):
        raise Unclear(f"{len(by)} are named, and “supporters=” says {supporters}: it is all who called for it.")
    return (context.event(DivisionDemanded, by=by, supporters=supporters, refused=context.flag("refused")),)


@line_again.register(DivisionDemanded)
def _division_again(event: DivisionDemanded, meeting: Meeting, id_: str) -> Line:
    who = (listed(event.by),) if event.by else ()
    return Line("division", who, given(supporters=str(event.supporters or ""), refused=yes(event.refused)))
