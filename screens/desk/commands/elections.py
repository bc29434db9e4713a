"""The key of elections, and of who calls for a division."""

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.filling import Filling
from screens.desk.key import Key
from screens.desk.seats import Seats
from screens.desk.steps import Choice, Step


class Elect(Key):
    id = "vote.elect"
    keys = (",",)
    label = "Elect"
    help = "An election: a chair elected by those present, a nomination, a ballot; or who calls for a division."
    words = "election chairman nominate nomination ballot division called for"
    weight = 34
    constructs = ("CH-02", "VO-08")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        elected = Line("preside", options={"elected": "yes"})
        chair = Seats(meeting, item, elected, ("who is elected to the chair",))
        steps: dict[str, tuple[str, Step]] = {
            "n": ("a nomination", Filling(meeting, item, Line("nominate"), "A nomination")),
            "b": ("a ballot", Filling(meeting, item, Line("ballot"), "A ballot")),
            "d": ("a division is called for", Filling(meeting, item, Line("division"), "A division is called for")),
            "c": ("a chair for this meeting", chair),
        }
        return Choice(meeting, item, "Election", {}, steps=steps, about="nominate")
