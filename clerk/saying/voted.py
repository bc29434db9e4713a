"""What happened, in a line, of votes: counted, cast, and minuted at a member's request."""

from typing import TYPE_CHECKING

from clerk import events as e
from clerk.saying.names import brief_name, listed
from clerk.saying.votes import all_for, figures, outcome_of, sides_of, voted_on

if TYPE_CHECKING:
    from clerk.meeting.parts import Vote
    from clerk.meeting.state import Meeting


def vote_line(meeting: "Meeting", event: e.VoteTaken) -> str:
    """A vote, with its figures and how it went."""
    on = f"Vote {event.vote} on {listed(event.questions)}"
    vote = meeting.votes.get(event.vote)
    if vote is None:
        return on + _as_recorded(event)
    if vote.facing:
        on = f"Vote {event.vote} between {event.questions[0]} and {vote.facing}"
    again = ", since counted again" if vote.superseded else ""
    if vote.votes_for is None:
        return f"{on}{_as_recorded(event)}{again}"
    if vote.facing:
        counted = f"{figures(vote, meeting)}{', since counted again' if vote.superseded else ''}"
        return f"{on}: {counted}: {outcome_of(vote)}"
    how = f"all {vote.votes_for} for" if all_for(vote) else f"{vote.votes_for}–{vote.against}–{vote.abstained}"
    return f"{on}: {how}, {outcome_of(vote)}{again}"


def _as_recorded(event: e.VoteTaken) -> str:
    """The figures of a vote that no longer stands, or that the record could make nothing of."""
    if event.method == "counted":
        return f": {event.votes_for or 0}–{event.against or 0}–{event.abstained or 0}"
    if event.method == "named":
        return f": {len(event.for_names)}–{len(event.against_names)}–{len(event.abstained_names)}"
    if event.method == "declared":
        return f": declared {event.result or 'carried'}"
    return ": unanimous" if event.method == "unanimous" else ": agreed without a count"


def casting_line(meeting: "Meeting", event: e.CastingVote) -> str:
    """A casting vote, and which way it went."""
    vote = meeting.votes.get(event.vote)
    on = f"{event.vote} ({voted_on(meeting, vote)})" if vote is not None else event.vote
    return f"Casting vote on {on}: {brief_name(meeting, event.by)}, {way_cast(meeting, vote, event.direction)}"


def way_cast(meeting: "Meeting", vote: "Vote | None", direction: str) -> str:
    """Which way a vote was cast, by the question that it was for where two were put against each other."""
    yes, no = sides_of(meeting, vote) if vote is not None else ("for", "against")
    return {"for": yes, "against": no}.get(direction, direction)


def own_vote_line(meeting: "Meeting", event: e.OwnVote) -> str:
    """How a member asked to be minuted."""
    ways = {"": "how is still to be said", "abstained": "abstained"}
    voted = f"voted {way_cast(meeting, meeting.votes.get(event.vote), event.direction)}"
    how = "dissent" if event.dissent else ways.get(event.direction, voted)
    return f"{brief_name(meeting, event.member)} asked it to be minuted: {how}"
