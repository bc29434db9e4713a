"""The key of the casting vote, on a vote or a ballot that was a tie."""

from clerk.events import AnyEvent, BallotTaken, CastingVote
from clerk.meeting.elections import first_equals, tied_ballot
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.votes import sides_of, unaccounted_line, voted_on
from clerk.shorthand.line import Line
from screens.desk.key import Key
from screens.desk.steps import Choice, Step


class Casting(Key):
    id = "vote.casting"
    keys = ("c",)
    label = "Casting"
    help = "The casting vote of whoever presides. A tie opens this by itself."
    words = "tie tied equal equality second vote"
    weight = 56
    constructs = ("VO-06",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        if ballot := tied_ballot(meeting):
            return _between_equals(meeting, item, ballot)
        tied = [vote for vote in meeting.votes.values() if vote.is_tied and not vote.superseded]
        waiting = _waiting(meeting) or [vote for vote in tied if _item(meeting, vote) == item]
        if not waiting:
            raise Unclear("No vote and no ballot is a tie, so there is nothing to cast on.")
        return casting_on(meeting, item, waiting[-1])

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, CastingVote) or event.vote not in there.votes:
            return None
        return casting_on(there, event.item, there.votes[event.vote]).chosen(event.direction[0])


def casting_on(meeting: Meeting, item: str | None, vote: Vote, *, others: bool = True) -> Choice:
    """Which way the casting vote goes on a vote that was a tie; by a digit the `others` that wait for one."""
    ways = {"f": "for", "a": "against", "d": "declined"}
    yes, no = sides_of(meeting, vote)
    said = {"f": yes, "a": no, "d": "declined"}
    options = {key: (said[key], Line("cast", (way,), {"of": vote.id})) for key, way in ways.items()}
    amiss = unaccounted_line(meeting, vote)
    again = "again " if vote.casting else ""
    before = f"⚠ {amiss}. " if amiss else ""
    title = f"{before}A tie. {_who(meeting)}, in the chair, {again}casts on {_named(meeting, vote)}"
    return Choice(meeting, item, title, options, steps=_others(meeting, item, vote) if others else {})


def _others(meeting: Meeting, item: str | None, but: Vote | None = None) -> dict[str, tuple[str, Step]]:
    waiting = [vote for vote in _waiting(meeting) if but is None or vote.id != but.id]
    return {
        str(n): (_named(meeting, vote), casting_on(meeting, item, vote, others=False))
        for n, vote in enumerate(waiting, 1)
    }


def _waiting(meeting: Meeting) -> list[Vote]:
    return [vote for vote in meeting.votes.values() if vote.state == "tied" and not vote.superseded]


def _item(meeting: Meeting, vote: Vote) -> str | None:
    question = meeting.questions.get(vote.questions[0]) if vote.questions else None
    return question.item if question is not None else None


def _named(meeting: Meeting, vote: Vote) -> str:
    return f"{vote.id} ({voted_on(meeting, vote)}, {vote.votes_for}–{vote.against})"


def _who(meeting: Meeting) -> str:
    return meeting.name(meeting.presiding) if meeting.presiding else "Whoever presides"


def _between_equals(meeting: Meeting, item: str | None, placed: Placed) -> Step:
    """A ballot that was a tie: who is elected, by the casting vote or by lot as the council has it, or declined."""
    ballot = placed.event
    assert isinstance(ballot, BallotTaken)
    votes = tuple(word for person, count in ballot.votes for word in (person, str(count)))
    same = {"to": ballot.post} | ({"abstain": str(ballot.abstained)} if ballot.abstained else {})
    same |= {"how": "hands" if ballot.how else "ballot"} if ballot.how or meeting.profile.vote_hands else {}
    lot = meeting.profile.election_tie == "lot"

    def line(**more: str) -> Line:
        return Line("correct", (placed.id, "ballot", *votes), same | more)

    by = "lot" if lot else "casting"
    options = {
        str(n): (meeting.name(person), line(elected=person, by=by)) for n, person in enumerate(first_equals(ballot), 1)
    }
    if not lot:
        options["d"] = ("declined", line(by="declined"))
    title = f"A tie for {ballot.post}. " + ("Elected by lot" if lot else f"{_who(meeting)}, in the chair, casts for")
    steps = dict(zip("uvwxyz", _others(meeting, item).values(), strict=False))
    return Choice(meeting, item, title, options, steps=steps)
