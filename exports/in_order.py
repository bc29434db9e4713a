"""In which order what happened is told: as it happened, but for a vote that was counted again after other business."""

from clerk.events import ItemTaken, VoteTaken
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def as_told(meeting: Meeting) -> tuple[Placed, ...]:
    """The events as the minutes tell them: a recount that was taken after other business (another item, another vote)
    stands where the vote that it puts right does, of which nothing is printed (V20)."""
    back = recounted_later(meeting)
    if not back:
        return meeting.events
    told: list[Placed] = []
    for placed in meeting.events:
        if placed.id in back.values():
            continue
        told.append(placed)
        told += [other for other in meeting.events if back.get(placed.id) == other.id]
    return tuple(told)


def recounted_later(meeting: Meeting) -> dict[str, str]:
    """The events of votes that were counted again after other business, each with the event of the last recount."""
    if not any(vote.superseded for vote in meeting.votes.values()):
        return {}
    at = {placed.id: place for place, placed in enumerate(meeting.events)}
    found: dict[str, str] = {}
    for vote in meeting.votes.values():
        first = vote
        chain = {vote.event}
        while (earlier := count_before(meeting, first.event)) is not None and earlier.event not in chain:
            first = earlier
            chain.add(first.event)
        begun, end = at.get(first.event, 0), at.get(vote.event, 0)
        between = (placed for placed in meeting.events[begun + 1 : end] if placed.id not in chain)
        if not vote.superseded and any(isinstance(placed.event, ItemTaken | VoteTaken) for placed in between):
            found[first.event] = vote.event
    return found


def count_before(meeting: Meeting, event: str) -> Vote | None:
    """The vote that the vote of an event puts right."""
    taken = next((placed.event for placed in meeting.events if placed.id == event), None)
    return meeting.votes.get(taken.supersedes or "") if isinstance(taken, VoteTaken) else None
