"""Verbs for elections and appointments."""

import re
from typing import cast

from clerk.events import AnyEvent, Appointed, BallotTaken, Nominated, PersonMet, Presided
from clerk.meeting.elections import is_of_a_coopted_member
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, listed
from clerk.shorthand.ballots import VOID
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


def post_of(meeting: Meeting, typed: str) -> str:
    """The post that an election is to: the chair's, where none is named."""
    return typed or (meeting.setup.chair_label if meeting.setup else "Chairman")


def post_here(context: Context, people: tuple[str, ...] = ()) -> str:
    """The post that an election is to, where none is said: the one that these people, or the last, were nominated for
    at this item; else the vice-chair's or the chair's, by the item's title."""
    if typed := context.one("to"):
        return typed
    said = [
        placed.event
        for placed in context.there.events
        if isinstance(placed.event, Nominated) and placed.event.item == context.here
    ]
    own = [nominated for nominated in said if nominated.person in people] or said
    if own:
        return own[-1].post
    setup, item = context.meeting.setup, context.meeting.items.get(context.here or "")
    if item and re.search(r"\bco-?opt", item.title, re.IGNORECASE):
        return "Councillor"
    if setup and item and re.search(r"\b(vice|deputy)\b", item.title, re.IGNORECASE):
        return setup.vice_chair_label
    return post_of(context.meeting, "")


@verb(
    "nominate",
    ":nominate oak elm birch to=Chairman",
    "Someone is nominated for a post: who, proposer, seconder (to=: the post, else the chair; to=Councillor: to be "
    "co-opted, whom nobody need propose, and who may be nobody who is known yet).",
    "CH-04",
    "CN-05",
    takes="^who:names! ^proposer:person ^seconder:seconder to:words",
)
def _nominate(context: Context) -> Events:
    who = context.many("who")
    if len(who) > 1:
        raise Unclear("Nominations are recorded one by one: a line for each who was nominated.")
    post = post_here(context, who)
    sits = any(seat.holder == who[0] for seat in context.there.seats.values())
    if not context.one("proposer") and (sits or not is_of_a_coopted_member(post)):
        raise Unclear(f"Who proposed {_called(context, who[0])}? As in :nominate oak elm birch to=Chairman")
    if not context.one("proposer") and context.one("seconder") not in ("", "duly"):
        raise Unclear("Who seconded stands after who proposed, as in :nominate oak elm birch to=Chairman")
    met = tuple(context.event(PersonMet, person=person, item=None) for person in context.gesture.met)
    nominated = context.event(
        Nominated,
        person=who[0],
        post=post,
        proposer=context.one("proposer"),
        seconder=context.one("seconder"),
    )
    return (*met, nominated)


def _called(context: Context, id_: str) -> str:
    people = {**context.meeting.people, **{person.id: person for person in context.gesture.met}}
    return people[id_].formal


@line_again.register(Nominated)
def _nominate_again(event: Nominated, meeting: Meeting, id_: str) -> Line:
    people = tuple(filter(None, (event.person, event.proposer, event.seconder)))
    return Line("nominate", people, {"to": event.post})


@verb(
    "ballot",
    ":ballot oak 5 elm 3 abstain=1",
    "A round of an election: votes by name. Whoever has more than half of the votes is elected (elected=: else who "
    "was; by=casting, by=lot or by=declined between equals; presides=yes: and takes the chair); one name alone is "
    "elected unopposed; how=hands: by show of hands, as is taken to be where the law wants that, how=ballot: by paper; "
    ":ballot void -- WHY: nothing came of it; to=Councillor: names may be of nobody who is known yet.",
    "CH-04",
    "CN-05",
    takes="^votes:ballot! to:words abstain:number elected:person by:choice(casting|lot|declined) "
    "how:choice(ballot|hands) void:flag presides:flag",
    text="may",
    form="cause",
)
def _ballot(context: Context) -> Events:
    counts = cast(tuple[tuple[str, int], ...], context.value("votes"))
    void = context.flag(VOID)
    if void:
        _refuse_if_void(context)
    elif context.text:
        raise Unclear("Words after “--” say why a ballot was void: :ballot void -- WHY.")
    elected = "" if void else context.one("elected") or _first(counts)
    by, presiding = context.one("by"), context.there.presiding
    if by in ("casting", "declined") and presiding is None:
        raise Unclear("Nobody is in the chair, so nobody has a casting vote.")
    if by:
        _refuse_unless_equal(counts, elected, by)
    ballot = context.event(
        BallotTaken,
        post=post_here(context, tuple(person for person, _ in counts)),
        votes=counts,
        abstained=context.number("abstain") or 0,
        elected=elected,
        by_casting=presiding or "" if by == "casting" else "",
        by_lot=by == "lot",
        declined_by=presiding or "" if by == "declined" else "",
        how="hands" if _by_hands(context) else "",
        void=void,
        why=context.text,
    )
    met = tuple(context.event(PersonMet, person=person, item=None) for person in context.gesture.met)
    if not context.flag("presides"):
        return (*met, ballot)
    if not elected:
        raise Unclear("“presides=” needs elected=NAME: who was elected, and takes the chair?")
    return (*met, ballot, context.event(Presided, person=elected, elected=True))


def _first(counts: tuple[tuple[str, int], ...]) -> str:
    """Who is elected by figures alone (V23): one who stood alone, or has more than half of the votes cast."""
    cast_ = sum(count for _, count in counts)
    return next((person for person, count in counts if count * 2 > cast_ or len(counts) == 1), "")


def _by_hands(context: Context) -> bool:
    """Whether a round was by show of hands: as is said, else as the law of the body wants it (V30). What is void is
    most often papers."""
    counts = cast(tuple[tuple[str, int], ...], context.value("votes"))
    counted = not context.flag(VOID) and (len(counts) > 1 or any(count for _, count in counts))
    if context.one("how"):
        return context.one("how") == "hands"
    return counted and bool(context.meeting.profile.vote_hands)


def _refuse_if_void(context: Context) -> None:
    """Raises `Unclear` where something is said to have come of a void ballot."""
    came = next((name for name in ("elected", "by", "presides") if context.value(name)), "")
    if came:
        raise Unclear(f"Nothing comes of a void ballot: leave out “{came}=”, and record the ballot that followed.")


def _refuse_unless_equal(counts: tuple[tuple[str, int], ...], elected: str, by: str) -> None:
    """Raises `Unclear` where a tie is said to have been decided and the line shows none, or not for whom."""
    most = max(count for _, count in counts)
    first = [person for person, count in counts if count == most and most]
    if len(first) < 2:
        raise Unclear(
            f"“by={by}” is said of a tie, and the most votes are not equal here: leave it out, or correct them."
        )
    if by != "declined" and not elected:
        raise Unclear(f"“by={by}” needs elected=NAME: whom did it elect?")
    if by == "declined" and elected:
        raise Unclear("“by=declined” leaves the tie, so nobody is elected by it: leave out elected=.")
    if by != "declined" and elected not in first:
        raise Unclear(f"“by={by}” decides between those with the most votes, and who is elected is none of them.")


@line_again.register(BallotTaken)
def _ballot_again(event: BallotTaken, meeting: Meeting, id_: str) -> Line:
    """Who took the chair by it is an event of its own, and is put right by itself."""
    unopposed = len(event.votes) == 1 and event.votes[0][1] == 0
    votes = tuple(word for person, count in event.votes for word in ((person,) if unopposed else (person, str(count))))
    by = "casting" if event.by_casting else "lot" if event.by_lot else "declined" if event.declined_by else ""
    elected = "" if not by and event.elected == _first(event.votes) else event.elected
    # A ballot on paper says so where the law would have it taken for a show of hands.
    paper = "ballot" if meeting.profile.vote_hands and not unopposed and not event.void else ""
    how = event.how or paper
    more = given(to=event.post, abstain=str(event.abstained or ""), elected=elected, by=by, how=how)
    return Line("ballot", (*((VOID,) if event.void else ()), *votes), more, event.why)


@verb(
    "appoint",
    ':appoint oak,elm,ash to="Sub-Committee" seats=3 -- NOTE',
    "People are appointed to places, shown by party (columns=plain: no number of places by party).",
    "OU-16",
    takes="^who:people! to:words seats:number columns:choice(seats|plain)",
    text="may",
)
def _appoint(context: Context) -> Events:
    return (
        context.event(
            Appointed,
            people=context.many("who"),
            to=context.one("to"),
            seats=_seats(context),
            seats_by_group=context.one("columns") != "plain",
            note=context.text,
        ),
    )


def _seats(context: Context) -> int | None:
    """How many places there are, of the body that is named."""
    if context.number("seats") and not context.one("to"):
        raise Unclear("“seats=” counts the places of a body: say which with to=, or leave it out.")
    return context.number("seats")


@line_again.register(Appointed)
def _appoint_again(event: Appointed, meeting: Meeting, id_: str) -> Line:
    columns = "" if event.seats_by_group else "plain"
    options = given(to=event.to, seats=str(event.seats or ""), columns=columns)
    return Line("appoint", (listed(event.people),), options, event.note)
