"""The keys of motions and amendments, and of what becomes of them without a vote."""

from msgspec.structs import replace

from clerk.events import AmendmentMoved, AnyEvent, MotionMoved, QuestionDisposed
from clerk.meeting.motions import newest_main, newest_open, text_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.exempt import waits_in_private
from clerk.saying.names import brief_name, capital
from clerk.saying.questions import question_name
from clerk.shorthand.line import Line
from clerk.texts import apply_edits, written
from screens.desk.key import Key
from screens.desk.seats import Kinds, Seats
from screens.desk.steps import Choice, Next, Step

MOTIONS = Kinds(
    "kind",
    {
        "motion": "a motion",
        "order": "to vary the order of business",
        "procedural": "procedural",
        "deferral": "to defer",
        "closure": "that the question be now put",
        "suspension": "to suspend a rule",
        "adjournment": "to adjourn",
        "next business": "to go to the next business",
    },
)


class Amendment(Key):
    id = "question.amend"
    keys = ("m",)
    label = "Amendment"
    help = (
        "An amendment to the newest open question: mover, seconder (. duly, comma none, - not wanted), then edit its "
        "text in place."
    )
    words = "amend change recommendation moved seconded"
    weight = 94
    constructs = ("MT-02", "MT-04", "MT-06")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        main = newest_main(meeting, item)
        if main is None:
            private = waits_in_private(meeting, item, "amended")
            why = "Nothing is open under this item that could be amended. Move a motion first (n)."
            raise Unclear(f"{why} {private}".rstrip())
        others = [q.id for q in meeting.questions.values() if q.is_open and q.item == item and q.kind == "amendment"]
        return Amending(meeting, item, (main.id, *reversed(others)))

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, AmendmentMoved):
            return None
        step = Amending(there, event.item, (event.to,))
        step.begin_as(event)
        return step


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

    def begin_as(self, event: AmendmentMoved) -> None:
        """Begins as an amendment was moved, with the text as it would read if it is carried."""
        self.found(*filter(None, (event.mover, event.seconder)))
        if event.together:
            self._line = Line("amend", options={**self._line.options, "together": "yes"})
        amended, _ = apply_edits(text_of(self.meeting.questions, event.to), event.edits, event.question)
        self.text = written(amended)
        self._line = replace(self._line, text=self.text)

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
    help = "A new motion (Tab: of another kind): mover, seconder (. duly, comma none, - not wanted), then its text."
    words = "move propose procedural order of business defer resolution rescind suspend standing orders closure"
    weight = 80
    constructs = ("MT-12", "MT-16")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return _moving(meeting, item)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, MotionMoved):
            return None
        step = _moving(there, event.item).found(*filter(None, (event.mover, event.seconder)))
        step.text = event.text
        return step


def _moving(meeting: Meeting, item: str | None) -> Seats:
    return Moving(meeting, item)


class Moving(Seats):
    """Mover and seconder of a motion, then its text: what the papers have, where notice of it was given."""

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        wants = "The text of the motion; numbered lines are its clauses; Ctrl+S when done"
        from clerk.shorthand.motions import noticed

        notice = noticed(meeting, item)
        self._notice = notice.motion if notice is not None else ""
        if notice is not None:
            people = [
                brief_name(meeting, one) if one in meeting.people else one for one in (notice.mover, notice.seconder)
            ]
            by = " and ".join(filter(None, people))
            wants = f"The text, as notice of it was given{f' by {by}' if by else ''}; Ctrl+S when done"
        super().__init__(meeting, item, Line("motion"), ("mover", "seconder"), wants=wants, kinds=MOTIONS)
        self.multiline = True
        self.text = self._notice

    def press(self, key: str, character: str | None) -> Next:
        next_ = super().press(key, character)
        if key in ("tab", "shift+tab") and self._notice:
            # Notice was given of the motion, and of no other kind.
            self.text = self._notice if self._kind == "motion" else ""
        return next_


class Dispose(Key):
    id = "question.dispose"
    keys = ("w",)
    label = "Withdrawn"
    help = "The newest open question was withdrawn, fell, was accepted without a vote or was not put."
    words = "fell accepted not put next business withdrawn friendly"
    weight = 54
    constructs = ("MT-05", "MT-09", "MT-10")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        question = newest_open(meeting, item)
        if question is None:
            private = waits_in_private(meeting, item, "withdrawn")
            raise Unclear(f"No question is open here, so none can have been withdrawn. {private}".rstrip())
        return _ended(meeting, item, question.id)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, QuestionDisposed):
            return None
        key = next(key for key, (how, _) in WAYS.items() if how == event.how)
        return _ended(there, event.item, event.question, event.reason).chosen(key)


WAYS = {
    "w": ("withdrawn", "withdraw"),
    "f": ("fell", "fell"),
    "a": ("accepted", "accept"),
    "n": ("not put", "notput"),
}
"""How a question ends without a vote: by its key, as an event says it, and the verb."""


def _ended(meeting: Meeting, item: str | None, question: str, reason: str = "") -> Choice:
    options = {key: (said, Line(verb, (question,), {}, reason)) for key, (said, verb) in WAYS.items()}
    name = question_name(meeting, question)
    return Choice(meeting, item, capital(name), options)
