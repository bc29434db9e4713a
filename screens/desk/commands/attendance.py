"""The keys of who is in the room, in which seat and in the chair."""

from msgspec.structs import replace

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
    """Roll call: all without an apology are present; a letter toggles one, after Tab whether one is over a link."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self.present = list(expected(meeting))
        self.remote: list[str] = []
        """Those of them who attend over a link."""
        self._links = False
        """Whether a letter says that somebody is over a link."""

    @property
    def asks(self) -> str:
        absent = [self.meeting.name(person) for _, person in self.meeting.acting if person not in self.present]
        need = quorum(self.meeting).need
        missing = f"; not here: {', '.join(absent)}" if absent else ""
        held = f" {self.letters.held}…" if self.letters.held else ""
        linked = f"; over a link: {', '.join(map(self.meeting.name, self.remote))}" if self.remote else ""
        how = "puts a seat over a link, or back (Tab: present)" if self._links else "toggles a seat (Tab: over a link)"
        return f"{len(self.present)} present{missing}{linked}. Quorum {need}. A letter {how}{held}"

    @property
    def line(self) -> Line:
        return Line("present", (",".join(self.present),), {"remote": ",".join(self.remote)} if self.remote else {})

    @property
    def missing(self) -> str:
        return "somebody who is present"

    def press(self, key: str, character: str | None) -> Next:
        if key == "enter":
            return "record" if self.present else "no"
        if key in ("tab", "shift+tab"):
            self._links = not self._links
            return "stay"
        if not character or not character.isalpha():
            return "no"
        person = self.letters.read(character)
        if person is None:
            return "stay"
        if not person:
            return "no"
        if self._links and person not in self.remote:
            self.remote.append(person)
            self.present += [] if person in self.present else [person]
        elif self._links:
            self.remote.remove(person)
        elif person in self.present:
            self.present.remove(person)
            self.remote = [other for other in self.remote if other != person]
        else:
            self.present.append(person)
        return "stay"


class RollCall(Key):
    id = "room.roll"
    keys = ("r",)
    label = "Roll"
    help = "Roll call: everyone without an apology is present; a letter toggles one. Tab: who is over a link."
    words = "attendance present members register quorum quorate roll call remote video link zoom teams online"
    weight = 84
    constructs = ("FM-02",)

    step = Roll

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, RollCalled):
            return None
        step = Roll(there, event.item)
        step.present, step.remote = list(event.present), list(event.remote)
        return step


class Apologies(Key):
    id = "room.apology"
    keys = ("j",)
    label = "Apology"
    help = "Apologies came: the seats' letters. Tab: for lateness, or for a part of the meeting."
    words = "apologies apology absence absent lateness late"
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
    help = (
        "Someone comes in or comes back: the seat's letter; before it the hour, if not now (i 20:30 h), or Tab: over a "
        "link, or in the room after all."
    )
    words = "arrive arrival late lateness return returned joined connection link remote online reconnected back"
    weight = 85
    constructs = ("AT-07",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Coming(meeting, item, Line("in"), ("who comes in",), at_once=True, kinds=WAYS)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Arrived):
            return None
        line = Line("in", options={"remote": "yes"} if event.remote else {})
        return Coming(there, event.item, line, ("who comes in",), kinds=WAYS).found(event.person)


class Coming(Seats):
    """Who comes in: over a link where they were on one before, if Tab says nothing else."""

    @property
    def line(self) -> Line | None:
        line = super().line
        if line is None or not self._found:
            return line
        before = "yes" if self._found[0] in self.meeting.remote - self.meeting.in_room else "no"
        options = {name: said for name, said in line.options.items() if (name, said) != ("remote", before)}
        return replace(line, options=options)


WAYS = Kinds("remote", {"": "as before", "yes": "over a link", "no": "in the room"})


class Out(Key):
    id = "room.out"
    keys = ("o",)
    label = "Out"
    help = (
        "Someone goes out: the seat's letter; before it ! for a declared interest, Tab: the connection was lost, the "
        "hour if not now (o 20:30 h). Space after it: why."
    )
    words = (
        "leave left leaves room withdrew withdrawn absent connection lost link remote dropped removed walkout disorder"
    )
    weight = 86
    constructs = ("AT-08", "AT-10", "DE-05")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("out"), ("who goes out",), at_once=True, kinds=CAUSES)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Left):
            return None
        said = {"interest": event.interest, "connection": event.connection}
        line = Line("out", options={name: "yes" for name, holds in said.items() if holds}, text=event.reason)
        return Seats(there, event.item, line, ("who goes out",), kinds=CAUSES, words="Why").found(event.person)


CAUSES = Kinds(
    "interest",
    {"": "", "lost": "the connection was lost", "interest": "for an interest"},
    {"lost": {"connection": "yes"}, "interest": {"interest": "yes"}},
    "!",
    "interest",
)


class Substitute(Key):
    id = "room.substitute"
    keys = ("s",)
    label = "Substitute"
    help = "A substitute takes a seat: the seat's letter, then which substitute."
    words = "replace stand in proxy"
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
    "for",
    {
        "": "until another does",
        "item": "for this item only",
        "elected": "elected, for this item only",
        "now": "for now",
        "meeting": "throughout",
    },
    {"elected": {"for": "item", "elected": "yes"}},
    "!",
    "elected",
    aside=True,
)


class Preside(Key):
    id = "room.preside"
    keys = ("p",)
    label = "Presides"
    help = "Someone takes the chair: the seat's letter. Before it !: elected for this item; Tab: for how long else."
    words = "chair vice-chairman hands over elected election chairman presides"
    weight = 58
    constructs = ("CH-01", "CH-02", "CH-03")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Seats(meeting, item, Line("preside"), ("who takes the chair",), kinds=CHAIRS)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Presided):
            return None
        who, line = ("who takes the chair",), Line("preside", text=event.reason)
        return Seats(there, event.item, line, who, kinds=CHAIRS, words="Why").found(event.person)
