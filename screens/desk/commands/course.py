"""The keys of the agenda and of the course of the meeting."""

from clerk.agenda import Item, as_called
from clerk.events import (
    AnyEvent,
    ItemAdded,
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    TimeExtended,
)
from clerk.meeting.state import Meeting
from clerk.saying.names import item_name
from clerk.shorthand.line import Line
from screens.desk.closing import Close
from screens.desk.filling import Filling
from screens.desk.key import Desk, Key
from screens.desk.steps import Choice, Next, Step


class WhichItem(Step):
    """Which item is taken: Enter for the one proposed, or its number and Enter."""

    def __init__(self, meeting: Meeting, item: str | None, proposed: str | None) -> None:
        super().__init__(meeting, item)
        self._proposed = proposed
        self._typed = ""

    @property
    def asks(self) -> str:
        found = self._found()
        if found:
            return f"Take item {found.number} {found.title}" if found.number else f"Take the heading “{found.title}”"
        return (
            f"Take item {self._typed}: there is none of that number" if self._typed else "Take which item? Its number"
        )

    @property
    def verb(self) -> str:
        return "take"

    def _found(self) -> Item | None:
        items = self.meeting.items
        if not self._typed:
            return items.get(self._proposed or "")
        numbered = next((item for item in items.values() if item.called == as_called(self._typed)), None)
        # A heading has no number: it goes by the letters that its title begins with.
        begun = [item for item in items.values() if not item.number and self._begins(item.title)]
        return numbered or (begun[0] if len(begun) == 1 else None)

    def _begins(self, title: str) -> bool:
        letters = "".join(letter for letter in title.casefold() if letter.isalnum())
        return letters.startswith(self._typed.casefold())

    @property
    def line(self) -> Line | None:
        found = self._found()
        return Line("take", (found.called,)) if found else None

    @property
    def missing(self) -> str:
        return "the number of an item on the agenda"

    def press(self, key: str, character: str | None) -> Next:
        if key == "backspace":
            if not self._typed:
                return "home"
            self._typed = self._typed[:-1]
            return "stay"
        if character and (character.isalnum() or character in ".()"):
            self._typed += character
            return "stay"
        return super().press(key, character)


class TakeItem(Key):
    id = "item.take"
    keys = ("g",)
    label = "Take item"
    help = "The chair calls an item: Enter for the one proposed, or its number."
    words = "go next agenda call"
    weight = 88
    constructs = ("FM-06", "FM-07")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        order = [id_ for id_ in meeting.order if id_ in meeting.items]
        # What was withdrawn, or said not to be reached, is not called.
        gone = {one.item for one in meeting.outcomes if one.of is None and one.what in ("withdrawn", "not reached")}
        untaken = [id_ for id_ in order if id_ not in meeting.taken and id_ not in gone]
        here = order.index(item) if item in order else -1
        # The chair calls items; a heading is only where something is minuted, unless it was put in for tonight.
        tonight = {p.event.new.id for p in meeting.events if isinstance(p.event, ItemAdded)}
        tonight -= {p.event.item for p in meeting.events if p.event.item}
        called = [id_ for id_ in untaken if meeting.items[id_].kind != "heading" or id_ in tonight]
        later = [id_ for id_ in order[here + 1 :] if id_ in called]
        proposed = item if item in untaken else next(iter(later or untaken), None)
        return WhichItem(meeting, item, proposed)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        return WhichItem(there, event.item, event.taken) if isinstance(event, ItemTaken) else None


class PreviousItem(Key):
    id = "item.previous"
    keys = ("Left",)
    label = "Item before"
    help = "Turns to the item before, without its being taken."
    weight = 16

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        turn(desk, -1)


class NextItem(Key):
    id = "item.next"
    keys = ("Right",)
    label = "Next item"
    help = "Turns to the next item, without its being taken."
    weight = 18

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        turn(desk, 1)


def turn(desk: Desk, by: int) -> None:
    """Turns to the item so many further on, or to the last that there is."""
    meeting = desk.sitting.meeting
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    if not order:
        return
    here = order.index(desk.sitting.item) if desk.sitting.item in order else 0
    desk.turn_to(order[min(max(0, here + by), len(order) - 1)])


class Course(Key):
    id = "meeting.course"
    keys = (".",)
    label = "Meeting"
    help = "Opens, adjourns, resumes, extends or closes the meeting; a time after it where it is not live."
    words = (
        "open start close end finish adjourn adjournment resume extend extension recess break lunch pause suspend "
        "disorder disturbance interruption guillotine postpone"
    )
    weight = 72
    constructs = ("CL-01", "TI-02", "TI-03")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        labels = {
            "o": ("open", Line("open")),
            "a": ("adjourn", Line("adjourn")),
            "r": ("resume", Line("resume")),
            "e": ("extend: until when", Line("extend")),
        }
        fits = {"before": "o", "open": "ae", "adjourned": "r", "closed": "o"}[meeting.course]
        steps: dict[str, tuple[str, Step]] = {"c": ("close", Close(meeting, item))}
        if "a" in fits:
            why = Filling(meeting, item, Line("adjourn"), "The meeting is adjourned", "Why", words=True)
            steps["w"] = ("adjourn, and why", why)
            adjourn = Filling(meeting, item, Line("adjourn"), "The meeting is adjourned", "Why", order=("to", "at"))
            steps["d"] = ("adjourn to a day", adjourn)
            order = ("until", "by", "vote")
            steps["m"] = ("extend, as moved", Filling(meeting, item, Line("extend"), "Extended", order=order))
        if fits == "r":
            steps["d"] = ("resume on a day", Filling(meeting, item, Line("resume"), "Resumed", order=("on", "at")))
        return Choice(meeting, item, "The meeting", {key: labels[key] for key in fits}, steps=steps)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        verb = _COURSE.get(type(event))
        if verb is None:
            return None
        when = event.until if isinstance(event, TimeExtended) else event.at
        why = event.reason if isinstance(event, MeetingAdjourned) else ""
        texts = frozenset("e" if why else "")
        step = Choice(there, event.item, "The meeting", {"e": (verb, Line(verb))}, texts=texts)
        step.text, step.wants = why, f"Why: {verb}" if why else ""
        return step.chosen("e", f"{when:%H:%M}" if when else "")


_COURSE: dict[type, str] = {
    MeetingOpened: "open",
    MeetingAdjourned: "adjourn",
    MeetingResumed: "resume",
    TimeExtended: "extend",
    MeetingClosed: "close",
}
"""The verbs of the meeting's course, by what they record."""


class AddToAgenda(Key):
    id = "agenda.add"
    keys = ("+",)
    label = "Add"
    help = (
        "Adds an item, a heading, a person met on the night, the roll of members, or the majority that an Act wants "
        "here; or varies the order of items."
    )
    words = "urgent item heading person officer order of business new member roll members special majority "
    words += "two-thirds vacancy resignation late erratum"
    weight = 36
    constructs = ("FM-08", "UR-02", "OR-01", "FM-04")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        options = {
            "h": ("a heading", Line("heading")),
            "r": ("new on the roll: names, or a file", Line("members")),
            "a": ("the addendum is noted", Line("addendum")),
        }
        here = meeting.items.get(item or "")
        called = (here.called,) if here is not None and here.number else ()
        urgent = Line("item", options={"urgent": "yes"})
        whole = ("number", "title")
        steps: dict[str, tuple[str, Step]] = {
            "i": ("an item", Filling(meeting, item, Line("item"), "An item", order=whole)),
            "u": ("an urgent item", Filling(meeting, item, urgent, "An urgent item", order=whole)),
            "p": (
                "a person",
                Filling(meeting, item, Line("person"), "A person", order=("id", "title", "name", "post")),
            ),
            "o": ("another order of items", Filling(meeting, item, Line("order"), "The order of items")),
            "t": ("another title", Filling(meeting, item, Line("retitle", called), "Another title", "The title")),
            "m": ("another in a member's seat", Filling(meeting, item, Line("seat"), "Another in a member's seat")),
            "e": ("a slip in a report", Filling(meeting, item, Line("erratum"), "A slip in a report", "old -> new")),
        }
        if (wanted := _majorities(meeting, item)) is not None:
            steps["s"] = ("a special majority", wanted)
        return Choice(meeting, item, "Add", options, texts=frozenset("hr"), steps=steps, about="item")


class AddPapers(Key):
    id = "agenda.papers"
    keys = ("&",)
    label = "Add papers"
    help = "Reads a supplement, an addendum or a late report, has it looked at, and adds it; the meeting stays open."
    words = "file supplement addendum late report pdf word agenda read"
    weight = 15

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.supplement import add_papers

        add_papers(desk)


def _majorities(meeting: Meeting, item: str | None) -> Choice | None:
    """Which enactment wants more at the item than more for than against (A10); None where the council has none."""
    here, known = meeting.items.get(item or ""), meeting.profile.vote_majorities
    if here is None or not known:
        return None
    options = {
        str(n): (f"{majority.name}, {majority.said}", Line("mark", (here.called,), {"majority": majority.name}))
        for n, majority in enumerate(known, 1)
    }
    options["0"] = ("more for than against", Line("mark", (here.called,), {"majority": "none"}))
    return Choice(meeting, item, f"What {item_name(meeting, item)} wants", options, about="mark")
