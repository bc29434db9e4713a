"""Before Enter: one line for what a gesture would record."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.events import (
    AnyEvent,
    Arrived,
    ItemTaken,
    Left,
    Presided,
    QuestionPut,
    Retracted,
    RollCalled,
    Substituted,
    SubstitutionEnded,
    VoteTaken,
)
from clerk.meeting.directions import direction_of_vote
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.saying.consequences import consequences, ended_after_its_vote, falls_with_it, voted_before
from clerk.saying.exempt import becomes_public, waits_in_private, where_printed
from clerk.saying.happened import what_events_say, who_moved
from clerk.saying.left_out import changed_items, left_out
from clerk.saying.names import brief_name, with_stop
from clerk.saying.questions import left_behind
from clerk.saying.room import quorum_line, to_be_out
from clerk.saying.votes import (
    all_for,
    barred_from,
    between,
    figures,
    names_in,
    not_adding_up,
    outcome_of,
    voted_on,
    who_casts,
)

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def say_back(meeting: "Meeting", events: Sequence[AnyEvent], clock: datetime | None = None) -> str:
    """One line for what a gesture would record; a time that is not the `clock`'s was typed, and is said."""
    if not events:
        return "Nothing would be recorded."
    number = len(meeting.entries) + 1
    after = add(meeting, Entry(number, datetime.min, "", tuple(events)))
    new = [finding.text for finding in after.problems if finding not in meeting.problems]
    said = [
        _say_vote(after, event) + _asks_direction(after, event)
        for event in events
        if isinstance(event, VoteTaken) and event.vote in after.votes
    ]
    if not said:
        # What is taken back is gone from the meeting after, so it is told as the meeting was before.
        undoing = any(isinstance(event, Retracted) for event in events)
        met = after.people.keys() - meeting.people.keys()
        said = [with_stop(what_events_say(meeting if undoing else after, events, number, met))]
        if any(event.nature.room and isinstance(event, _IN_AND_OUT) for event in events):
            said.append(quorum_line(after, after.item_taken) + ".")
    # The line of a put is not told beside its vote.
    puts = [event for event in events if isinstance(event, QuestionPut)]
    moved = [who_moved(after, put) for put in puts] if len(puts) < len(events) else []
    also = [*changed_items(meeting, tuple(events)), *filter(None, moved), *left_out(after, tuple(events), clock)]
    if also:
        said.append(f"Also: {'; '.join(also)}.")
    if falls := falls_with_it(meeting, after):
        said.append(f"{falls}.")
    if follows := consequences(meeting, after, events):
        said.append(f"Then: {'; '.join(follows)}.")
    if ended := ended_after_its_vote(meeting, events):
        said.append(f"⚠ {ended}")
    if out := to_be_out(meeting, after, events):
        said.append(f"⚠ {out}")
    if any(isinstance(event, ItemTaken) for event in events) and (left := left_behind(after)):
        said.append(f"⚠ {left}")
    said = [becomes_public(meeting, after), *said, chair_passes(meeting, after), where_printed(after, number)]
    put = {label for event in puts for label in event.questions}
    if put and not put & after.private_questions:
        said.append(waits_in_private(after, events[0].item))
    return " ".join([*filter(None, said), *new])


def names_said(meeting: "Meeting", events: Sequence[AnyEvent]) -> str:
    """Who would be recorded against, abstaining or not voting by a vote by name, by name; "" for all else."""
    after = add(meeting, Entry(len(meeting.entries) + 1, datetime.min, "", tuple(events)))
    voted = [event for event in events if isinstance(event, VoteTaken)]
    named = [event.vote for event in voted if event.method == "named" or event.not_voting]
    return "; ".join(names_in(after, after.votes[vote]) for vote in named if vote in after.votes)


def chair_passes(before: "Meeting", after: "Meeting") -> str:
    """Who presides now, where that has changed without anyone's being said to take the chair; else ""."""
    if before.presiding in (None, after.presiding) or len(after.events) <= len(before.events):
        return ""
    if any(isinstance(placed.event, Presided) for placed in after.events[len(before.events) :]):
        return ""
    return f"{brief_name(after, after.presiding)} presides." if after.presiding else "Nobody presides."


_IN_AND_OUT = Arrived | Left | RollCalled | Substituted | SubstitutionEnded


def _asks_direction(meeting: "Meeting", event: VoteTaken) -> str:
    vote = meeting.votes[event.vote]
    known = [meeting.questions[label] for label in vote.questions if label in meeting.questions]
    if all(direction_of_vote(meeting, vote, question) != "unclear" for question in known):
        return ""
    return " Is a vote for it approval or refusal? Say to=approval or to=refusal."


def _say_vote(meeting: "Meeting", event: VoteTaken) -> str:
    vote = meeting.votes[event.vote]
    on = voted_on(meeting, vote)
    if vote.facing:
        wrong = not_adding_up(meeting, vote)
        said = f"{on}: {between(meeting, vote)}"
        if before := voted_before(meeting, vote):
            said += f" ⚠ {before}"
        return f"⚠ {wrong} {said}" if wrong else said
    if vote.method == "declared":
        return f"{on}: declared {vote.state}, without figures."
    if vote.votes_for is None:
        return f"{on}: agreed without a count: carried."
    wrong = not_adding_up(meeting, vote)
    if vote.unaccounted < 0 and not barred_from(vote):
        return f"⚠ {wrong}"
    wanted = f" ({vote.majority.name} wants {vote.majority.said})" if vote.majority is not None else ""
    if all_for(vote):
        said = f"All {vote.votes_for} for {on}: {outcome_of(vote)}{wanted}."
    else:
        said = f"{on}: {figures(vote, meeting)} of {len(vote.entitled)}: {outcome_of(vote)}{wanted}."
    if vote.state == "tied":
        said += f" {who_casts(meeting, vote)}"
    if before := voted_before(meeting, vote):
        said += f" ⚠ {before}"
    # First, since a figure that is short may be what makes it a tie.
    return f"⚠ {wrong} {said}" if wrong else said
