"""The key of a member's own vote, which the member requires the minutes to show."""

from clerk.events import AnyEvent
from clerk.events import OwnVote as OwnVoteRecorded
from clerk.meeting.parts import Vote
from clerk.meeting.state import Meeting
from clerk.saying.votes import sides_of, voted_on
from clerk.shorthand.line import Line
from screens.desk.key import Key
from screens.desk.seats import Kinds, Seats
from screens.desk.steps import Choice, Step


class OwnVote(Key):
    id = "vote.own"
    keys = ("k",)
    label = "Own vote"
    help = "A member requires that own vote be minuted: the seat's letter, then how."
    words = "recorded request individual vote kept dissent dissented abstention against"
    weight = 40
    constructs = ("VO-12",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return _whose(meeting, item)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, OwnVoteRecorded):
            return None
        how = _how(there, event.item, event.member, _whose(there, event.item, event.vote), event.vote)
        return how.as_recorded(
            Line(
                "record",
                (event.member, *filter(None, ("dissent" if event.dissent else event.direction,))),
                {"of": event.vote},
            )
        )


_FEW = 9
"""How many votes back Tab goes."""


def _standing(meeting: Meeting) -> list[Vote]:
    """The votes that stand, the newest first."""
    return [vote for vote in reversed(list(meeting.votes.values())) if not vote.superseded]


def _of_which(meeting: Meeting) -> Kinds | None:
    """The votes that Tab goes through, the newest first. None where there is only one."""
    votes = _standing(meeting)[:_FEW]
    if len(votes) < 2:
        return None
    return Kinds("of", {vote.id: f"on {vote.id}, {voted_on(meeting, vote)}" for vote in votes})


def _whose(meeting: Meeting, item: str | None, of: str = "") -> Step:
    """Whose own vote it is, then how they voted: in the vote `of`, or the newest, until Tab says another."""
    kinds = _of_which(meeting)
    begun = Line("record", options={"of": of} if kinds and of in kinds.called else {})
    step = Seats(meeting, item, begun, ("whose own vote",), kinds=kinds)
    return step.leading(lambda who: _how(meeting, item, who, of=step.kind_chosen))


def _how(meeting: Meeting, item: str | None, who: str, another: Step | None = None, of: str = "") -> Choice:
    """How a member voted in the vote `of`, the newest where none is said; `another` is the step that names another
    member."""
    ways = {"f": "for", "a": "against", "b": "abstained"}
    on = {"of": of} if of else {}
    votes = [meeting.votes[of]] if of in meeting.votes else _standing(meeting)
    yes, no = sides_of(meeting, votes[0]) if votes else ("for", "against")
    said = {"f": yes, "a": no, "b": "abstained"}
    options = {key: (said[key], Line("record", (who, way), on)) for key, way in ways.items()}
    options["d"] = ("against, as dissent", Line("record", (who, "dissent"), on))
    options["n"] = ("not said yet", Line("record", (who,), on))
    steps = {"o": ("another member", another)} if another is not None else {}
    where = f" on {voted_on(meeting, votes[0])}" if votes else ""
    return Choice(meeting, item, f"{meeting.name(who)} voted{where}", options, steps=steps)
