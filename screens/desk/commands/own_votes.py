"""The key of a member's own vote, which the member requires the minutes to show."""

from clerk.events import AnyEvent
from clerk.events import OwnVote as OwnVoteRecorded
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.key import Key
from screens.desk.steps import Choice, Seats, Step


class OwnVote(Key):
    id = "vote.own"
    keys = ("k",)
    label = "Own vote"
    help = "A member requires that own vote be minuted: the seat's letter, then how."
    words = "recorded request individual vote kept"
    weight = 40
    constructs = ("VO-12",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("record"), ("whose own vote",), then=lambda who: _how(meeting, item, who))

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, OwnVoteRecorded):
            return None
        how = _how(there, event.item, event.member, OwnVote.step(there, event.item))
        return how.as_recorded(Line("record", (event.member, *filter(None, (event.direction,)))))


def _how(meeting: Meeting, item: str | None, who: str, another: Step | None = None) -> Choice:
    """How a member voted; `another` is the step that names another member."""
    ways = {"f": "for", "a": "against", "b": "abstained"}
    options = {key: (way, Line("record", (who, way))) for key, way in ways.items()}
    options["n"] = ("not said yet", Line("record", (who,)))
    steps = {"o": ("another member", another)} if another is not None else {}
    return Choice(meeting, item, f"{meeting.name(who)} voted", options, steps=steps)
