"""The key of the casting vote, on a vote or a ballot that was a tie."""

from clerk.events import AnyEvent, BallotTaken, CastingVote
from clerk.meeting.elections import first_equals, tied_ballot
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.saying.votes import unaccounted_line
from clerk.shorthand.line import Line
from screens.desk.key import Key
from screens.desk.steps import Choice, Step


class Casting(Key):
    id = "vote.casting"
    keys = ("c",)
    label = "Casting"
    help = "The casting vote of whoever presides. A tie opens this by itself."
    words = "tie equal second vote"
    weight = 56
    constructs = ("VO-06",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        who = meeting.name(meeting.presiding) if meeting.presiding else "Whoever presides"
        if ballot := tied_ballot(meeting):
            return _between_equals(meeting, item, ballot, who)
        ways = {"f": "for", "a": "against", "d": "declined"}
        options = {key: (way, Line("cast", (way,))) for key, way in ways.items()}
        tied = [vote for vote in meeting.votes.values() if vote.state == "tied" and not vote.superseded]
        amiss = unaccounted_line(meeting, tied[-1]) if tied else ""
        title = f"{f'⚠ {amiss}. ' if amiss else ''}A tie. {who}, in the chair, casts"
        return Choice(meeting, item, title, options)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, CastingVote):
            return None
        step = Casting.step(there, event.item)
        return step.chosen(event.direction[0]) if isinstance(step, Choice) else step


def _between_equals(meeting: Meeting, item: str | None, placed: Placed, who: str) -> Step:
    """A ballot that was a tie: who is elected, by the casting vote or by lot as the council has it, or declined."""
    ballot = placed.event
    assert isinstance(ballot, BallotTaken)
    votes = tuple(word for person, count in ballot.votes for word in (person, str(count)))
    same = {"to": ballot.post} | ({"abstain": str(ballot.abstained)} if ballot.abstained else {})
    lot = meeting.profile.election_tie == "lot"

    def line(**more: str) -> Line:
        return Line("correct", (placed.id, "ballot", *votes), same | more)

    by = "lot" if lot else "casting"
    options = {
        str(n): (meeting.name(person), line(elected=person, by=by)) for n, person in enumerate(first_equals(ballot), 1)
    }
    if not lot:
        options["d"] = ("declined", line(by="declined"))
    title = f"A tie for {ballot.post}. " + ("Elected by lot" if lot else f"{who}, in the chair, casts for")
    return Choice(meeting, item, title, options)
