"""Who was there for a vote and did not vote, by the reason (VO-10, VO-11)."""

from clerk.events import VoteTaken
from clerk.meeting.interests import in_force
from clerk.meeting.leaving import came_back
from clerk.meeting.parts import Put, Vote
from clerk.meeting.record import Placed
from exports.blocks import AnyBlock
from exports.stated import what_declared
from exports.style import capital
from exports.writer import Writer


def not_voting(writer: Writer, vote: Vote, event: VoteTaken, placed: Placed, put: Put) -> list[AnyBlock]:
    """VO-10 and VO-11: who did not vote, by the reason; those in the room who might not are taken from there."""
    spoken_for = {*vote.for_names, *vote.against_names, *vote.abstained_names}
    unable = {person: why for person, why in vote.unable if person not in spoken_for}
    by_reason: dict[tuple[str, str], list[str]] = {}
    items = [question.item for question in writer.questions(vote.questions)] or [put.item]
    told = _told_of_part(writer, placed)
    # Figures that are too many for those who might vote add up only where one who might not voted: that is found (V9),
    # and of nobody it is said that they did not.
    too_many = vote.votes_for is not None and vote.unaccounted < 0
    taken_from_there = () if too_many else (p for p in unable if p not in vote.not_voting)
    for person in (*vote.not_voting, *taken_from_there):
        reason = _reason(writer, vote, event, person, put)
        if reason in _WHY_NOT and vote.method == "assent" and person not in vote.not_voting:
            # Where nobody voted, nobody is missed.
            continue
        if reason is not None and not (reason == "part" and person in told):
            what = what_declared(writer, [person], items) if reason == "interest" else ""
            by_reason.setdefault((reason, what), []).append(person)
    blocks: list[AnyBlock] = []
    for (reason, what), people in by_reason.items():
        names = writer.formal(people)
        if reason == "interest":
            what = what_declared(writer, people, items)
            blocks.append(writer.prose("VO-11", [placed], people=names, what=what))
            continue
        facts = {"part": reason == "part", "why": _WHY_NOT.get(reason, "")}
        blocks.append(writer.prose("VO-10", [placed], people=[capital(name) for name in names], **facts))
    return blocks


def _told_of_part(writer: Writer, placed: Placed) -> set[str]:
    """Of whom it stands under the item already that they had missed a part of it, and did not vote on it."""
    found: set[str] = set()
    taken = {vote.event: vote for vote in writer.meeting.votes.values()}
    for before in writer.before(placed):
        vote = taken.get(before.id)
        put = writer.meeting.put_of(vote) if vote is not None else None
        if vote is None or put is None or vote.superseded or before.event.item != placed.event.item:
            continue
        assert isinstance(before.event, VoteTaken)
        away = {*vote.not_voting, *(person for person, _ in vote.unable)}
        found |= {person for person in away if _reason(writer, vote, before.event, person, put) == "part"}
    return found


_WHY_NOT = {
    "came in after the question was put": "having come in after the question was put",
    "on a video link": "having joined by video link",
    "co-opted for other business": "having been co-opted for other business",
    "in the seat of a member co-opted for other business": "having sat for a member co-opted for other business",
    "in arrears of council tax": "as section 106 of the Local Government Finance Act 1992 applied",
    "not there for it": "not having been there for it",
}
"""Why someone in the room might not vote, as the sentence goes on."""


def _reason(writer: Writer, vote: Vote, event: VoteTaken, person: str, put: Put) -> str | None:
    """Why a person did not vote: "interest", "part", a reason in words, "" for none given; None where the minutes say
    so elsewhere."""
    rule, why = dict(vote.bars).get(person, ""), dict(vote.unable).get(person, "")
    items = [question.item for question in writer.questions(vote.questions)] or [put.item]
    if person in vote.not_voting:
        if event.why == "interest" or any(item and _barred(writer, person, item) for item in items):
            return "interest"
        if event.why == "part" or why == "was not there for the whole item":
            return "part"
        if vote.method == "assent" and any(q.kind == "minutes" for q in writer.questions(vote.questions)):
            # Where nobody was counted, one who is left out of what all agreed was not there for what is agreed (A6).
            return "not there for it"
        if vote.method == "named" and not why:
            return None
        return why if why in _WHY_NOT else ""
    # Of one who has no vote at all nothing is to be said here.
    if why in ("non-voting member", ""):
        return None
    if why in _WHY_NOT:
        return why
    # Of one who was to be out, and came back, nobody said that there was no vote: that is asked (D4), not invented.
    return "part" if rule == "V17" else None if came_back(writer.meeting, person, items) else "interest"


def _barred(writer: Writer, person: str, item: str) -> bool:
    return any(declared.effect in ("left", "no vote") for declared in in_force(writer.meeting, person, item))
