"""Before Enter: one line for what a gesture would record."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.events import AnyEvent, Arrived, Left, Retracted, RollCalled, Substituted, SubstitutionEnded, VoteTaken
from clerk.record import Entry
from clerk.saying.happened import what_events_say
from clerk.saying.names import brief_name
from clerk.saying.room import quorum_line
from clerk.saying.votes import all_for, figures, outcome_of, put_of, unaccounted_line, who_casts
from clerk.votes import Vote

if TYPE_CHECKING:
    from clerk.meeting import Meeting


def say_back(meeting: "Meeting", events: Sequence[AnyEvent]) -> str:
    """One line for what a gesture would record."""
    if not events:
        return "Nothing would be recorded."
    number = len(meeting.entries) + 1
    after = meeting.add(Entry(number, datetime.min, "", tuple(events)))
    new = [finding.text for finding in after.problems if finding not in meeting.problems]
    said = [_say_vote(after, event) for event in events if isinstance(event, VoteTaken) and event.vote in after.votes]
    if not said:
        # What is taken back is gone from the meeting after, so it is told as the meeting was before.
        undoing = any(isinstance(event, Retracted) for event in events)
        said = [what_events_say(meeting if undoing else after, events, number) + "."]
        if any(isinstance(event, _ROOM) for event in events):
            said.append(quorum_line(after, after.item_taken) + ".")
    return " ".join([*said, *new])


_ROOM = Arrived | Left | RollCalled | Substituted | SubstitutionEnded


def _say_vote(meeting: "Meeting", event: VoteTaken) -> str:
    vote = meeting.votes[event.vote]
    if vote.votes_for is None:
        return "Agreed without a count: carried."
    wrong = unaccounted_line(meeting, vote)
    barred = [person for person in _named(vote) if person not in vote.entitled]
    if vote.unaccounted < 0 and not barred:
        return f"{wrong}."
    count = f"All {vote.votes_for} for" if all_for(vote) else f"{figures(vote)} of {len(vote.entitled)}"
    said = f"{count[:1].upper()}{count[1:]}: {outcome_of(vote)}."
    if vote.state == "tied":
        said += f" {who_casts(meeting, vote)}"
    for person in barred:
        said += f" {brief_name(meeting, person)} may not vote: {_why_barred(meeting, vote, person)}."
    return f"{said} {wrong}." if wrong and not barred else said


def _named(vote: Vote) -> tuple[str, ...]:
    return (*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting)


def _why_barred(meeting: "Meeting", vote: Vote, person: str) -> str:
    put = put_of(meeting, vote)
    return dict(put.barred).get(person, "") or "not a member of this body" if put else "not entitled"
