"""The keys of who is in the room, in which seat and in the chair."""

from clerk.events import AnyEvent, ApologyReceived, Arrived, Left, Presided, RollCalled, Substituted
from clerk.meeting.attendance import expected
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.filling import Filling
from screens.desk.key import Key
from screens.desk.seats import Kinds, Seats
from screens.desk.steps import Choice, Next, Step


class Roll(Step):
    """Roll call: all without an apology are present; a letter toggles one."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self.present = list(expected(meeting))

    @property
    def asks(self) -> str:
        absent = [self.meeting.name(person) for _, person in self.meeting.acting if person not in self.present]
        need = quorum(self.meeting).need
        missing = f"; not here: {', '.join(absent)}" if absent else ""
        held = f" {self.letters.held}…" if self.letters.held else ""
        return f"{len(self.present)} present{missing}. Quorum {need}. A letter toggles a seat{held}"

    @property
    def line(self) -> Line:
        return Line("present", (",".join(self.present),))

    @property
    def missing(self) -> str:
        return "somebody who is present"

    def press(self, key: str, character: str | None) -> Next:
        if key == "enter":
            return "record" if self.present else "no"
        if not character or not character.isalpha():
            return "no"
        person = self.letters.read(character)
        if person is None:
            return "stay"
        if not person:
            return "no"
        if person in self.present:
            self.present.remove(person)
        else:
            self.present.append(person)
        return "stay"


class RollCall(Key):
    id = "room.roll"
    keys = ("r",)
    label = "Roll"
    help = "Roll call: everyone without an apology is present; a letter toggles one."
    words = "attendance present members register"
    weight = 84
    constructs = ("FM-02",)

    step = Roll

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, RollCalled):
            return None
        step = Roll(there, event.item)
        step.present = list(event.present)
        return step


class Apologies(Key):
    id = "room.apology"
    keys = ("j",)
    label = "Apology"
    help = "Apologies came: the seats' letters. Tab: for lateness, or for a part of the meeting."
    words = "apologies absence lateness"
    weight = 50
    constructs = ("AT-01", "AT-04")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("apologies"), ("apology of",), kinds=APOLOGIES, several=True)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, ApologyReceived):
            return None
        return Seats(there, event.item, Line("apologies"), ("apology of",), kinds=APOLOGIES).found(event.person)


APOLOGIES = Kinds(
    "kind",
    {"": "for absence", "lateness": "for lateness", "part": "for part of the meeting", "early": "for leaving early"},
)


class In(Key):
    id = "room.in"
    keys = ("i",)
    label = "In"
    help = "Someone comes in or comes back: the seat's letter; before it the hour, if not now (i 20:30 h)."
    words = "arrive late return joined"
    weight = 85
    constructs = ("AT-07",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("in"), ("who comes in",), at_once=True)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Arrived):
            return None
        return Seats(there, event.item, Line("in"), ("who comes in",)).found(event.person)


class Out(Key):
    id = "room.out"
    keys = ("o",)
    label = "Out"
    help = "Someone goes out: the seat's letter; before it ! for a declared interest, the hour if not now (o 20:30 h)."
    words = "leave left room withdrew absent"
    weight = 86
    constructs = ("AT-08", "DE-05")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("out"), ("who goes out",), at_once=True)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Left):
            return None
        line = Line("out", options={"interest": "yes"} if event.interest else {})
        return Seats(there, event.item, line, ("who goes out",)).found(event.person)


class Substitute(Key):
    id = "room.substitute"
    keys = ("s",)
    label = "Substitute"
    help = "A substitute takes a seat: the seat's letter, then which substitute."
    words = "replace stand in"
    weight = 60
    constructs = ("AT-02", "AT-09")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("sub"), ("whose seat",), then=lambda who: which_substitute(meeting, item, who))

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        acting = dict(there.acting).get(event.seat) if isinstance(event, Substituted) else None
        if acting is None or not isinstance(event, Substituted):
            return None
        which = which_substitute(there, event.item, acting, Substitute.step(there, event.item))
        holder = there.seats[event.seat].holder or acting
        return which.as_recorded(Line("sub", (event.person,), {"for": holder}))


def which_substitute(meeting: Meeting, item: str | None, acting: str, other: Step | None = None) -> Choice:
    """The step that asks which of the body's substitutes takes the seat that `acting` acts in; others go through the
    shorthand line. Where it is put right, `other` is the step that names another seat."""
    seat = next(seat for seat, person in meeting.acting if person == acting)
    holder = meeting.seats[seat].holder or acting
    setup = meeting.setup
    free = [p for p in (setup.substitutes if setup else ()) if p in meeting.people and p != acting]
    options = {
        str(number): (meeting.people[person].name, Line("sub", (person,), {"for": holder}))
        for number, person in enumerate(free[:9], 1)
    }
    if other is not None:
        return Choice(meeting, item, f"In the seat of {meeting.name(holder)}", options, steps={"s": ("a seat", other)})
    if acting != holder:
        options["e"] = (f"{meeting.name(acting)} gives the seat back", Line("unsub", (acting,)))
    title = f"In the seat of {meeting.name(holder)}"
    steps: dict[str, tuple[str, Step]] = {
        "o": ("someone else", Filling(meeting, item, Line("sub", (), {"for": holder}), title))
    }
    return Choice(meeting, item, title, options, steps=steps)


CHAIRS = Kinds(
    "for", {"": "until another does", "item": "for this item only", "now": "for now", "meeting": "throughout"}
)


class Preside(Key):
    id = "room.preside"
    keys = ("p",)
    label = "Presides"
    help = "Someone takes the chair: the seat's letter. Tab: for this item only, or how long else."
    words = "chair vice-chairman hands over"
    weight = 58
    constructs = ("CH-01", "CH-02", "CH-03")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("preside"), ("who takes the chair",), kinds=CHAIRS)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Presided):
            return None
        return Seats(there, event.item, Line("preside"), ("who takes the chair",), kinds=CHAIRS).found(event.person)
