"""The keys of motions and amendments, and of what becomes of them without a vote."""

from clerk.meeting.motions import newest_main, newest_open, text_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.questions import question_name
from clerk.shorthand.line import Line
from clerk.texts import written
from screens.desk.key import Key
from screens.desk.steps import Choice, Kinds, Next, Seats, Step

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
        main = newest_main(meeting.questions, item)
        if main is None:
            raise Unclear("Nothing is open under this item that could be amended. Move a motion first (n).")
        others = [q.id for q in meeting.questions.values() if q.is_open and q.item == item and q.kind == "amendment"]
        return Amending(meeting, item, (main.id, *reversed(others)))


class Amending(Seats):
    """Mover and seconder of an amendment, then the text to edit. Tab goes through what it can be to: the question, then
    the amendments that are open."""

    def __init__(self, meeting: Meeting, item: str | None, to: tuple[str, ...]) -> None:
        super().__init__(meeting, item, Line("amend"), ("mover", "seconder"), after=("text",), wants="…")
        self.multiline = True
        self._to = to
        self._choose(to[0])

    def _choose(self, label: str) -> None:
        self._line = Line("amend", options={"on": label})
        self.wants = f"Edit the text of {label} as amended; Ctrl+S when done"
        self.text = written(text_of(self.meeting.questions, label))

    @property
    def _next_to(self) -> str:
        return self._to[(self._to.index(self._line.options["on"]) + 1) % len(self._to)]

    @property
    def asks(self) -> str:
        if len(self._to) == 1 or self._found:
            return super().asks
        return f"to {self._line.options['on']} (Tab: to {self._next_to}), {super().asks}"

    def press(self, key: str, character: str | None) -> Next:
        if key == "tab" and len(self._to) > 1 and not self._found:
            self._choose(self._next_to)
            return "stay"
        return super().press(key, character)


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
