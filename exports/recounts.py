"""Votes that were counted again: what the count before had been, who asked for it, and when (V20)."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from clerk.events import ItemTaken, Minuted, VoteTaken
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.times import say_time
from exports.between import read_of
from exports.blocks import AnyBlock
from exports.in_order import count_before, recounted_later
from exports.style import capital, listed
from exports.writer import Writer


def counted_before(writer: Writer, vote: Vote, placed: Placed) -> list[AnyBlock]:
    """That a vote was counted again, and the figures of the count before, above those that stand; nothing of one that
    was counted again after other business, which is told below them."""
    counts = _earlier(writer, vote)
    if not counts or placed.id in recounted_later(writer.meeting).values():
        return []
    facts = {"by": _askers(writer, placed), "figures": figures(counts), "sides": read_of(writer, vote)}
    if not facts["by"] and _told_between(writer, counts[-1], placed):
        return []
    key = "VO-02.recount.council" if writer.body.kind == "council" else "VO-02.recount"
    # A style may leave the first count of a committee out.
    return [writer.prose(key, [placed], **facts)] if writer.style.text(key, **facts) else []


def _told_between(writer: Writer, before: Vote, placed: Placed) -> bool:
    """Whether the clerk has typed that a vote was counted again, between the two counts."""
    since = dropwhile(lambda other: other.id != before.event, writer.before(placed))
    return any(isinstance(other.event, Minuted) and _TOLD.search(other.event.text) for other in since)


_TOLD = re.compile(
    r"\b(?:re-?count(?:ed|s)?|(?:count(?:ed)?|voted?|vote was (?:taken|counted)) (?:once )?again|second count|"
    r"(?:count|figures?|tally|result|vote) (?:was|were|had been) (?:doubted|challenged|questioned|disputed|wrong|"
    r"mistaken|in error)|(?:doubt|challeng|question|disput)\w* the (?:count|figures?|tally|result|vote))\b",
    re.IGNORECASE,
)


def counted_later(writer: Writer, vote: Vote, placed: Placed) -> list[AnyBlock]:
    """That a vote was counted again after other business, and when: it stands where the first count was."""
    if placed.id not in recounted_later(writer.meeting).values():
        return []
    hand = [p.event.taken for p in writer.before(placed) if isinstance(p.event, ItemTaken)]
    where = writer.item_numbers(hand[-1:]) if hand and hand[-1] != placed.event.item else ""
    time = say_time(placed.event.at) if placed.event.at else ""
    by = _askers(writer, placed)
    first = figures(_earlier(writer, vote)) if by or writer.body.kind == "council" else ""
    facts = {"by": by, "figures": first, "time": time, "where": where, "sides": read_of(writer, vote)}
    return [writer.prose("VO-02.again", [placed], **facts)]


def figures(counts: list[Vote]) -> str:
    """The figures of earlier counts: "20–19–1"; "" where none was counted."""
    known = [vote for vote in counts if vote.votes_for is not None]
    return ", and the next ".join(f"{v.votes_for}–{v.against or 0}–{v.abstained or 0}" for v in known)


def _earlier(writer: Writer, vote: Vote) -> list[Vote]:
    """The counts in whose place a vote stands, the first of them first."""
    return [*reversed(list(_backwards(writer, vote)))]


def _backwards(writer: Writer, vote: Vote) -> Iterator[Vote]:
    seen = {vote.id}
    before = count_before(writer.meeting, vote.event)
    while before is not None and before.id not in seen:
        seen.add(before.id)
        yield before
        before = count_before(writer.meeting, before.event)


def _askers(writer: Writer, placed: Placed) -> str:
    event = placed.event
    people = event.asked_by if isinstance(event, VoteTaken) else ()
    return listed(capital(name) for name in writer.formal(people))
