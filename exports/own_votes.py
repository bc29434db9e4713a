"""Members' own votes, minuted at their request (VO-12), and of which count of the vote they are."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from clerk.events import OwnVote
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.meeting.votes import last_count
from exports.between import way
from exports.blocks import AnyBlock, Prose
from exports.writer import Writer


def own_vote(writer: Writer, placed: Placed, event: OwnVote) -> list[AnyBlock]:
    """VO-12, once for each member of a vote, as last recorded, those together who asked for the same together; nothing
    as long as it is not said how. What was asked for after a count that was put right stands below the last."""
    events = writer.meeting.events
    at = next(place for place, other in enumerate(events) if other.id == placed.id)
    told = _told(writer, events[at])
    if told is None or (at and _told(writer, events[at - 1]) == told) or _waits(writer, placed):
        return []
    return [_sentence(writer, [placed, *takewhile(lambda other: _told(writer, other) == told, events[at + 1 :])])]


def of_earlier_counts(writer: Writer, vote: Vote) -> list[AnyBlock]:
    """The own votes that were asked for before a vote was counted again, which stand below the last count."""
    waiting = [p for p in writer.meeting.events if _waits(writer, p) and _counted_last(writer, p) == vote.id]
    told = [p for p in waiting if _told(writer, p) is not None]
    return [_sentence(writer, list(alike)) for _, alike in groupby(told, key=lambda p: _told(writer, p))]


def _sentence(writer: Writer, together: Sequence[Placed]) -> Prose:
    own = [one.event for one in together if isinstance(one.event, OwnVote)]
    facts = {"people": writer.formal([one.member for one in own]), "count": len(own), "dissent": own[0].dissent}
    facts["reason"] = own[0].reason
    direction = way(writer, writer.meeting.votes.get(own[0].vote), own[0].direction)
    return writer.prose("VO-12", together, direction=direction, **facts)


def _waits(writer: Writer, placed: Placed) -> bool:
    return isinstance(placed.event, OwnVote) and _counted_last(writer, placed) != placed.event.vote


def _counted_last(writer: Writer, placed: Placed) -> str:
    assert isinstance(placed.event, OwnVote)
    return last_count(writer.meeting, placed.event.vote)


def _told(writer: Writer, placed: Placed) -> tuple[str, str, bool, str, str | None, bool] | None:
    """How an own vote is told: of which vote, in what words, where; None where it is not."""
    event = placed.event
    if not isinstance(event, OwnVote) or not event.direction:
        return None
    said = [(p, p.event) for p in writer.meeting.events if isinstance(p.event, OwnVote) and p.event.direction]
    vote = _counted_last(writer, placed)
    alike = [p.id for p, own in said if own.member == event.member and _counted_last(writer, p) == vote]
    if alike[-1:] != [placed.id]:
        return None
    return event.vote, event.direction, event.dissent, event.reason, event.item, placed.id in writer.meeting.private
