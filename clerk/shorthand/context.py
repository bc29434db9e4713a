"""What a verb needs to make events of a gesture: the meeting, where the clerk is, and the facts that were given."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import AnyEvent, Flagged, ItemTaken
from clerk.events.event import Event
from clerk.history import History
from clerk.meeting.fold import as_of
from clerk.meeting.record import last_time
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.gesture import Gesture, Value
from clerk.shorthand.scope import Scope
from clerk.times import on_the_night

E = TypeVar("E", bound=Event)


class Context(Struct, frozen=True):
    """A gesture to be carried out at its place: `meeting` is all that is recorded, `there` the meeting as it stood at
    that place (the same where it names none). `now` is the clock where the meeting is live, else None;
    `history` gives the other meetings. `heard` are the facts that the verb has asked for so far: what it never asks for
    has no effect."""

    meeting: Meeting
    gesture: Gesture
    item: str | None
    now: datetime | None
    there: Meeting
    history: Callable[[], History] = History
    heard: set[str] = field(default_factory=set)
    old: AnyEvent | None = None
    """What the gesture puts right, as it is recorded."""

    @classmethod
    def of(
        cls,
        meeting: Meeting,
        gesture: Gesture,
        item: str | None,
        now: datetime | None,
        history: Callable[[], History] = History,
    ) -> "Context":
        """The context of a gesture."""
        context = cls(meeting, gesture, item, now, meeting, history)
        if gesture.place.is_last:
            return context
        return replace(context, there=as_of(meeting, context.event(Flagged, item=None)))

    @property
    def scope(self) -> Scope:
        """What labels and questions are looked up in."""
        return Scope(self.meeting, self.there, self.here, self.now)

    def event(self, kind: type[E], /, **fields: Any) -> E:
        """An event of a kind, standing where the gesture says."""
        place = self.gesture.place
        fields.setdefault("item", self.here)
        if place.before or place.after:
            return kind(before=place.before or None, after=place.after or None, **fields)
        at, after = self.at, None
        last = last_time(self.meeting.events)
        if place.at is None and at is not None and last is not None and at < last:
            # The clock was put back. What happens now still happens after all that is recorded.
            after = self.meeting.events[-1].id
        return kind(at=at, after=after, **fields)

    @property
    def at(self) -> datetime | None:
        """The time given, else the clock's."""
        return self.gesture.place.at or self.now

    @property
    def here(self) -> str | None:
        """The item that the gesture belongs under: of the event it stands beside, the one under way at its time, else
        the clerk's own. What stands before the taking of an item is of the one before."""
        anchor = self.gesture.place.before or self.gesture.place.after
        if anchor:
            beside = next((placed.event for placed in self.meeting.events if placed.id == anchor), None)
            if isinstance(beside, ItemTaken) and self.gesture.place.before:
                return self.there.item_taken
            return self.item if beside is None else beside.item
        return self.item if self.there is self.meeting else self.there.item_taken

    def given(self) -> tuple[str, ...]:
        """The names of all facts that were given, "who", "items" and "text" among them."""
        said = self.gesture
        whole = (("who", said.who), ("items", said.items), ("text", said.text))
        return (*(name for name, value in whole if value), *said.options)

    def value(self, name: str) -> Value | None:
        """A fact of any kind, None where it was not given."""
        self.heard.add(name)
        if name == "who":
            return self.gesture.who or None
        if name == "items":
            return self.gesture.items or None
        return self.gesture.options.get(name)

    def one(self, name: str) -> str:
        """A fact that is one id or word, "" where it was not given."""
        value = self.value(name)
        if isinstance(value, tuple):
            return str(value[0])
        return "" if value is None else str(value)

    def many(self, name: str) -> tuple[str, ...]:
        """A fact that is several ids or words, () where it was not given."""
        value = self.value(name)
        return cast(tuple[str, ...], value) if isinstance(value, tuple) else () if value is None else (str(value),)

    def flag(self, name: str) -> bool:
        """Whether a fact that is yes or no was said to be yes."""
        return self.value(name) is True

    def number(self, name: str) -> int | None:
        """A fact that is a number."""
        value = self.value(name)
        return value if isinstance(value, int) else None

    def day(self, name: str) -> date | None:
        """A fact that is a date."""
        value = self.value(name)
        return value if isinstance(value, date) else None

    def needed_day(self, name: str) -> date:
        """A fact that is a date. Raises `Unclear` where it was not given."""
        if (day := self.day(name)) is None:
            raise Unclear(f"“:{self.gesture.verb}” needs a date.")
        return day

    def moment(self, name: str) -> datetime | None:
        """A fact that is a date with a time, local at the venue."""
        value = self.value(name)
        return value if isinstance(value, datetime) else None

    @property
    def text(self) -> str:
        """The words of the gesture, "" where there are none."""
        self.heard.add("text")
        return self.gesture.text

    def needed_text(self, what: str) -> str:
        """The words of the gesture. Raises `Unclear`, naming what is missing, where there are none."""
        if not self.text:
            raise Unclear(f"“:{self.gesture.verb}” needs {what} after “--”.")
        return self.text

    def needed(self, name: str, what: str) -> str:
        """A fact that is one id or word. Raises `Unclear`, naming what is missing, where it was not given."""
        if not (value := self.one(name)):
            raise Unclear(f"“:{self.gesture.verb}” needs {what}.")
        return value

    def the_item(self, name: str = "items") -> Item:
        """The item that a fact names, which must be given."""
        return self.meeting.items[self.needed(name, "the item's number")]

    def free_label(self, letter: str) -> str:
        """The next label of a kind that nothing recorded has ever had: "A3", "m2", "v7"."""
        used = [*self.meeting.questions, *self.meeting.votes]
        used += [
            str(getattr(event, "question", getattr(event, "vote", "")))
            for entry in self.meeting.entries
            for event in entry.events
        ]
        numbers = [int(label[1:]) for label in used if label[:1] == letter and label[1:].isdecimal()]
        return f"{letter}{max(numbers, default=0) + 1}"

    def moved_by(self) -> dict[str, str]:
        """Who moved and who seconded what is put, as "by=oak,elm" says it, by the names of an event's fields."""
        people = self.many("by")
        return dict(zip(("mover", "seconder"), people, strict=False))


def on_that_night(meeting: Meeting, clock: time, bare: bool = False) -> datetime:
    """The moment of a time on the meeting's own night; of a `bare` hour, the one nearest the agenda's. Raises `Unclear`
    where the meeting is not set up."""
    setup = meeting.setup
    if setup is None:
        raise Unclear("A time can be given once the meeting is set up.")
    return on_the_night(meeting.day or setup.date, clock, setup.time, bare)
