"""Votes: tallies, ties and the casting vote, which never touches the tally (V1 to V14)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import CastingVote, OwnVote, VoteTaken
from clerk.meeting.apart import state_of_parts
from clerk.meeting.deciding import decided_between
from clerk.meeting.entitlement import came_in, items_of, ledger_at_vote
from clerk.meeting.interests import CHOICE
from clerk.meeting.lapsing import lapsed
from clerk.meeting.motions import settled, text_of
from clerk.meeting.parts import Put, Vote
from clerk.meeting.quorum import quorum_of
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.setup.settings import Majority


def vote_taken(meeting: Meeting, placed: Placed, event: VoteTaken) -> Meeting:
    """Counts a vote on the questions last put, and settles them."""
    put = _put_of(meeting, event)
    if put is None:
        return meeting.problem(placed, f"Vote {event.vote} is on a question that was not put.", "M25")
    if event.vote in meeting.votes:
        return meeting.problem(placed, f"The label {event.vote} was already taken; this vote is left out.")
    counted = meeting.votes.get(event.supersedes or "")
    # A recount counts again those who voted then (V20).
    who = counted if counted is not None and counted.put == put.event else None
    vote = _counted(event, placed.id, put, who or _who_may(meeting, put))
    if counted is not None:
        # How a Member had asked to be minuted is held against the count that stands (V12).
        vote = replace(vote, own_votes=counted.own_votes)
    votes = {**meeting.votes, vote.id: vote}
    if event.supersedes is not None and event.supersedes in meeting.votes:
        votes[event.supersedes] = replace(votes[event.supersedes], superseded=True)
    puts = tuple(replace(p, vote=vote.id) if p.event == put.event else p for p in meeting.puts)
    return _settle(replace(meeting, votes=votes, puts=puts), vote, put)


def _put_of(meeting: Meeting, event: VoteTaken) -> Put | None:
    counted = meeting.votes.get(event.supersedes or "")
    if counted is not None and counted.questions == event.questions:
        return meeting.put_of(counted)
    return next((put for put in reversed(meeting.puts) if put.questions == event.questions), None)


def _who_may(meeting: Meeting, put: Put) -> Vote:
    """A vote of which only is known who may take part in it."""
    voters = ledger_at_vote(meeting, put)
    barred = tuple(voter for voter in voters if not voter.may)
    return Vote(
        "",
        "",
        put.event,
        put.questions,
        "assent",
        None,
        None,
        None,
        tuple(voter.person for voter in voters if voter.may),
        barred=tuple((voter.person, voter.why) for voter in barred),
        bars=tuple((voter.person, voter.rule) for voter in barred),
        unable=tuple((voter.person, voter.why) for voter in barred if voter.rule not in ("V19", CHOICE)),
        came_in=came_in(put, voters),
        presiding=meeting.presiding,
        majority=_majority(meeting, put),
        members=len(meeting.seats),
        quorum=quorum_of(meeting, items_of(meeting, put)),
        facing=put.facing if len(put.questions) == 1 and put.questions[0] in meeting.questions else "",
    )


def _majority(meeting: Meeting, put: Put) -> Majority | None:
    """What an enactment wants of the matter itself, where one was chosen at its item, or the body's standing orders of
    their own suspension (V25)."""
    questions = [meeting.questions[label] for label in put.questions if label in meeting.questions]
    if meeting.profile.vote_suspension is not None and [q.kind for q in questions] == ["suspension"]:
        return meeting.profile.vote_suspension
    items = {q.item or "" for q in questions if q.kind in ("recommendations", "motion")}
    named = {meeting.items[item].majority for item in items if item in meeting.items}
    return next((known for known in meeting.profile.vote_majorities if known.name in named), None)


def _counted(event: VoteTaken, id_: str, put: Put, who: Vote) -> Vote:
    numbers: tuple[int | None, int | None, int | None] = (event.votes_for, event.against, event.abstained)
    if event.method == "unanimous":
        numbers = (len(who.entitled), 0, 0)
    elif event.method == "named":
        numbers = (len(event.for_names), len(event.against_names), len(event.abstained_names))
    elif event.method == "counted":
        numbers = (event.votes_for or 0, event.against or 0, event.abstained or 0)
    sides = ((), (), ()) if event.secret else (event.for_names, event.against_names, event.abstained_names)
    return Vote(
        event.vote,
        id_,
        put.event,
        event.questions,
        # Whoever typed names: a secret ballot has none (A10).
        "counted" if event.secret and event.method == "named" else event.method,
        *numbers,
        who.entitled,
        *sides,
        (*event.not_voting, *_chose_not_to(event, who)),
        announced=_announced(event),
        barred=who.barred,
        bars=who.bars,
        unable=who.unable,
        came_in=who.came_in,
        presiding=who.presiding,
        shown=event.shown,
        result=event.result,
        direction=event.direction or put.direction,
        secret=event.secret,
        majority=who.majority,
        members=who.members,
        quorum=who.quorum,
        facing=who.facing,
    )


def _chose_not_to(event: VoteTaken, who: Vote) -> tuple[str, ...]:
    """Those in the room whom nothing bars, who chose with their interest not to vote (DE-07)."""
    named = {*event.for_names, *event.against_names, *event.abstained_names, *event.not_voting}
    return tuple(person for person, rule in who.bars if rule == CHOICE and person not in named)


def _announced(event: VoteTaken) -> tuple[int, int, int] | None:
    if event.announced:
        given = (*event.announced, 0, 0)
        return given[0], given[1], given[2]
    if event.method != "named" or event.votes_for is None:
        return None
    return event.votes_for, event.against or 0, event.abstained or 0


def _settle(meeting: Meeting, vote: Vote, put: Put) -> Meeting:
    if vote.facing:
        return replace(meeting, questions=decided_between(meeting, vote))
    questions = meeting.questions
    for label in vote.questions:
        if label not in questions:
            continue
        state = vote.state
        if clauses := _clauses_of(meeting, put, label):
            question = questions[label]
            parts = (*(part for part in question.parts if part[1] != vote.id), (clauses, vote.id))
            questions = {**questions, label: replace(question, parts=parts)}
            state = state_of_parts(replace(meeting, questions=questions), label)
        questions = settled(questions, label, state, vote.id)
    lost = {day for q in questions.values() if q.kind == "minutes" and q.state == "lost" for day in q.dates}
    approved = tuple(day for day in meeting.approved if day not in lost) if lost else meeting.approved
    return lapsed(replace(meeting, questions=questions, approved=approved), vote)


def _clauses_of(meeting: Meeting, put: Put, label: str) -> tuple[str, ...]:
    """The clauses of a question to which a vote was confined; () where the whole of it was put."""
    if len(put.questions) == 1:
        return put.clauses
    own = {clause.id for clause in text_of(meeting.questions, label)}
    return tuple(clause for clause in put.clauses if clause in own)


def casting_vote(meeting: Meeting, placed: Placed, event: CastingVote) -> Meeting:
    """Settles a tie. On no tie the record stands and decides nothing (V6)."""
    vote = meeting.votes.get(event.vote)
    if vote is None:
        return meeting.problem(placed, f"A casting vote is on {event.vote}, which is no longer recorded.")
    vote = replace(vote, casting=(event.by, event.direction))
    meeting = replace(meeting, votes={**meeting.votes, vote.id: vote})
    put = meeting.put_of(vote)
    return _settle(meeting, vote, put) if put and not vote.superseded else meeting


def last_count(meeting: Meeting, vote: str) -> str:
    """The vote that stands for one that was counted again, the same where it was not (V20)."""
    again = {
        placed.event.supersedes: placed.event.vote
        for placed in meeting.events
        if isinstance(placed.event, VoteTaken) and placed.event.supersedes
    }
    while vote in again:
        vote = again.pop(vote)
    return vote


def own_vote(meeting: Meeting, placed: Placed, event: OwnVote) -> Meeting:
    """Keeps how one member voted, at that member's request (V12)."""
    vote = meeting.votes.get(event.vote)
    if vote is None:
        return meeting.problem(placed, f"A member's own vote is on {event.vote}, which is no longer recorded.")
    if vote.secret:
        return meeting.problem(placed, f"{event.vote} was a secret ballot, so no Member's own vote on it is known.")
    own = (*(pair for pair in vote.own_votes if pair[0] != event.member), (event.member, event.direction))
    return replace(meeting, votes={**meeting.votes, vote.id: replace(vote, own_votes=own)})


REDUCERS: dict[type, Callable[..., Any]] = {VoteTaken: vote_taken, CastingVote: casting_vote, OwnVote: own_vote}
