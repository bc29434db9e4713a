"""What does not add up in a record, as findings: the figures against the room, texts that no longer fit, loose ends.

These never refuse anything. They read the meeting and nothing else.
"""

from collections.abc import Iterator
from typing import TypedDict

from clerk.findings import Finding
from clerk.meeting import Meeting
from clerk.questions import misfits_of
from clerk.votes import Vote


def findings(meeting: Meeting) -> tuple[Finding, ...]:
    """Everything found, worst first, in order of place among equals."""
    found = [*meeting.problems, *_votes(meeting), *_texts(meeting), *_loose_ends(meeting), *_times(meeting)]
    worst = {"HARD": 0, "WARN": 1, "NOTE": 2}
    return tuple(sorted(found, key=lambda finding: worst[finding.severity]))


class _Place(TypedDict):
    event: str
    item: str | None


def _votes(meeting: Meeting) -> Iterator[Finding]:
    puts = {put.event: put for put in meeting.puts}
    for vote in meeting.votes.values():
        if vote.superseded:
            continue
        put = puts.get(vote.put)
        place = _Place(event=vote.event, item=put.item if put else None)
        yield from _figures(vote, place)
        if vote.casting is not None and not vote.is_tied:
            text = f"A casting vote is recorded on {vote.id}, which was not a tie."
            yield Finding("HARD", "V6", text, "Correct the figures or strike the casting vote.", **place)
        if vote.state == "tied":
            text = f"Vote {vote.id} was a tie and no casting vote is recorded."
            yield Finding("WARN", "V8", text, "Record the casting vote, or that it was declined (c).", **place)
        for person in (*vote.for_names, *vote.against_names, *vote.abstained_names):
            if person not in vote.entitled:
                text = f"{meeting.name(person)} is named in vote {vote.id} but was not entitled to vote then."
                yield Finding("HARD", "V16", text, "Correct the vote, or where that member was.", **place)
        if put is not None and put.shown and set(put.shown) != set(put.entitled):
            changed = sorted(set(put.shown) ^ set(put.entitled))
            names = ", ".join(meeting.name(person) for person in changed)
            text = f"Who might vote on {', '.join(put.questions)} was put right after it was put: {names}."
            yield Finding("WARN", "V27", text, "Check the figures against the room as it was.", **place)


def _figures(vote: Vote, place: "_Place") -> Iterator[Finding]:
    if vote.votes_for is None or not vote.unaccounted:
        return
    figures = f"{vote.votes_for} + {vote.against} + {vote.abstained} of {len(vote.entitled)}"
    if vote.unaccounted < 0:
        text = f"Vote {vote.id} has more votes than members who might vote."
        yield Finding("HARD", "V9", text, "Count again, or correct who was in the room.", sum=figures, **place)
    else:
        text = f"Vote {vote.id} does not account for {vote.unaccounted} who might vote."
        remedy = "Count again, or say who did not vote."
        yield Finding("WARN", "V9", text, remedy, sum=figures, **place)


def _texts(meeting: Meeting) -> Iterator[Finding]:
    for label, question in meeting.questions.items():
        if question.kind == "amendment" and misfits_of(meeting.questions, label):
            text = f"Amendment {label} no longer fits the text that it would amend."
            yield Finding("HARD", "M9", text, "Correct the amendment.", event=question.event, item=question.item)


def _loose_ends(meeting: Meeting) -> Iterator[Finding]:
    if meeting.course != "closed":
        return
    for label, question in meeting.questions.items():
        if not question.is_open:
            continue
        if question.merged:
            text = f"{label} was amended, but the question as amended was not put."
            yield Finding("HARD", "M10", text, "Put it, or say that it was withdrawn.", item=question.item)
        elif question.kind != "recommendations":
            text = f"{label} was moved and has no end."
            yield Finding("WARN", "M1", text, "Put it, or say that it was withdrawn or fell.", item=question.item)
    done = {placed.event.item for placed in meeting.events if placed.event.item}
    for id_ in meeting.agenda:
        item = meeting.items.get(id_)
        if item is not None and item.number and id_ not in done:
            text = f"Nothing is recorded under item {item.number}."
            yield Finding("WARN", "T3", text, "Record how it ended, or “not reached” (=).", item=id_)


def _times(meeting: Meeting) -> Iterator[Finding]:
    start, end = meeting.opened_at, meeting.closed_at
    for placed in meeting.events:
        at = placed.event.at
        if at is None:
            continue
        if (start is not None and at < start) or (end is not None and at > end):
            text = f"Something is recorded at {at:%H:%M}, outside the time of the meeting."
            yield Finding("HARD", "A11", text, "Correct its time.", event=placed.id, item=placed.event.item)
