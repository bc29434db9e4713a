"""The keys of motions and amendments, and of what becomes of them without a vote."""

from clerk.meeting.motions import newest_open, text_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.questions import question_name
from clerk.shorthand.line import Line
from clerk.texts import written
from screens.desk.key import Key
from screens.desk.steps import Choice, Kinds, Seats, Step

MOTIONS = Kinds(
    "kind",
    {
        "motion": "a motion",
        "order": "to vary the order of business",
        "procedural": "procedural",
        "deferral": "to defer",
    },
)


class Amendment(Key):
    id = "question.amend"
    keys = ("m",)
    label = "Amendment"
    help = (
        "An amendment to the newest open question: mover, seconder (. duly, comma none), then edit its text in place."
    )
    words = "amend change recommendation moved seconded"
    weight = 94
    constructs = ("MT-02", "MT-04", "MT-06")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        question = newest_open(meeting.questions, item)
        if question is None:
            raise Unclear("Nothing is open under this item that could be amended. Move a motion first (n).")
        line = Line("amend", options={"on": question.id})
        wants = f"Edit the text of {question.id} as amended; Ctrl+S when done"
        step = Seats(meeting, item, line, ("mover", "seconder"), after=("text",), wants=wants)
        step.multiline = True
        step.text = written(text_of(meeting.questions, question.id))
        return step


class Motion(Key):
    id = "question.motion"
    keys = ("n",)
    label = "Motion"
    help = "A new motion (Tab: of another kind): mover, seconder (. duly, comma none), then its text."
    words = "move propose procedural order of business defer"
    weight = 80
    constructs = ("MT-12", "MT-16")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        wants = "The text of the motion; numbered lines are its clauses; Ctrl+S when done"
        step = Seats(meeting, item, Line("motion"), ("mover", "seconder"), wants=wants, kinds=MOTIONS)
        step.multiline = True
        return step


class Dispose(Key):
    id = "question.dispose"
    keys = ("w",)
    label = "Withdrawn"
    help = "The newest open question was withdrawn, fell, was accepted without a vote or was not put."
    words = "fell accepted not put next business"
    weight = 54
    constructs = ("MT-05", "MT-09", "MT-10")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        question = newest_open(meeting.questions, item)
        if question is None:
            raise Unclear("No question is open, so none can have been withdrawn.")
        ways = {
            "w": ("withdrawn", "withdraw"),
            "f": ("fell", "fell"),
            "a": ("accepted", "accept"),
            "n": ("not put", "notput"),
        }
        options = {key: (said, Line(verb, (question.id,))) for key, (said, verb) in ways.items()}
        return Choice(meeting, item, question_name(meeting, question.id).capitalize(), options)
