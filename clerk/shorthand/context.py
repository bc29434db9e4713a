"""What a verb needs to make events of a line: the meeting, where the clerk is, and the names on the line."""

from collections.abc import Callable, Container
from datetime import date, datetime
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import Flagged
from clerk.events.event import Event
from clerk.history import History
from clerk.meeting.fold import as_of
from clerk.meeting.motions import newest_open
from clerk.meeting.parts import Question, Vote
from clerk.meeting.record import last_time
from clerk.meeting.state import Meeting
from clerk.names import Unclear, find_person, nearest_word
from clerk.people import Person, Seat
from clerk.shorthand.line import Line
from clerk.times import on_the_night, read_date

E = TypeVar("E", bound=Event)


class Context(Struct, frozen=True):
    """A line to be carried out at a place: `meeting` is all that is recorded, `there` the meeting as it stood at the
    place that the line names (the same where it names none). `now` is the clock where the meeting is live, else None;
    `history` gives the other meetings.
    """

    meeting: Meeting
    line: Line
    item: str | None
    now: datetime | None
    there: Meeting
    history: Callable[[], History] = History

    @classmethod
    def of(
        cls,
        meeting: Meeting,
        line: Line,
        item: str | None,
        now: datetime | None,
        history: Callable[[], History] = History,
    ) -> "Context":
        """The context of a line. Raises `Unclear` where the place that the line names is not there."""
        context = cls(meeting, line, item, now, meeting, history)
        if not (line.at or line.before or line.after):
            return context
        return replace(context, there=as_of(meeting, context.event(Flagged, item=None)))

    def event(self, kind: type[E], /, **fields: Any) -> E:
        """An event of a kind, standing where the line says."""
        before, after = self._anchor(self.line.before), self._anchor(self.line.after)
        fields.setdefault("item", self.here)
        if before or after:
            return kind(before=before, after=after, **fields)
        at = self.at
        last = last_time(self.meeting.events)
        if self.line.at is None and at is not None and last is not None and at < last:
            # The clock was put back. What happens now still happens after all that is recorded.
            after = self.meeting.events[-1].id
        return kind(at=at, after=after, **fields)

    @property
    def at(self) -> datetime | None:
        """The time typed, else the clock's."""
        if self.line.at is None:
            return self.now
        setup = self.meeting.setup
        if setup is None:
            raise Unclear("A time can be given once the meeting is set up.")
        return on_the_night(self.meeting.day or setup.date, self.line.at, setup.time)

    @property
    def here(self) -> str | None:
        """The item that the line belongs under: of the event it stands beside, the one under way at its time, else
        the clerk's own."""
        anchor = self._anchor(self.line.before) or self._anchor(self.line.after)
        if anchor:
            return next((placed.event.item for placed in self.meeting.events if placed.id == anchor), self.item)
        return self.item if self.there is self.meeting else self.there.item_taken

    def _anchor(self, name: str) -> str | None:
        return self.reference(name) if name else None

    def reference(self, name: str) -> str:
        """The event that a label names: "v3", "A2", "e41", "41.1". Raises `Unclear` where there is none."""
        meeting = self.meeting
        key = name.lower()
        by_label = {label.lower(): vote.event for label, vote in meeting.votes.items()}
        by_label |= {label.lower(): question.event for label, question in meeting.questions.items() if question.event}
        by_label |= {
            label.lower(): put.event for put in meeting.puts for label in put.questions if label.startswith("r")
        }
        ids = {placed.id for placed in meeting.events}
        for id_ in (by_label.get(key), f"{key.removeprefix('e')}.0", key.removeprefix("e")):
            if id_ in ids:
                return str(id_)
        raise Unclear(f"Nothing recorded is called “{name}”.{nearest_word(key, by_label)}")

    def operand(self, place: int, what: str) -> str:
        """An operand by its place. Raises `Unclear`, naming what is missing."""
        if place >= len(self.line.operands):
            raise Unclear(f"“:{self.line.verb}” needs {what}.")
        return self.line.operands[place]

    def text(self, what: str) -> str:
        """The text after `--`. Raises `Unclear` where there is none."""
        if not self.line.text:
            raise Unclear(f"“:{self.line.verb}” needs {what} after “--”.")
        return self.line.text

    def option(self, name: str, known: tuple[str, ...], default: str) -> str:
        """One of the known values of an option, by its first letters."""
        typed = self.line.options.get(name, "").lower()
        if not typed:
            return default
        matches = [value for value in known if value == typed] or [v for v in known if v.startswith(typed)]
        if len(matches) != 1:
            shown = ", ".join(value for value in known if value)
            raise Unclear(f"“{name}={typed}” is not known; it can be {shown}.{nearest_word(typed, known)}")
        return matches[0]

    def day(self, name: str) -> date | None:
        """The date given as an option, or None. Raises `Unclear` where it is none."""
        typed = self.line.options.get(name, "")
        try:
            return read_date(typed) if typed else None
        except ValueError as error:
            raise Unclear(str(error)) from None

    def person(self, typed: str) -> Person:
        """The person meant; "chair" is whoever presides."""
        if typed.lower() in ("chair", "chairman") and self.there.presiding:
            return self.meeting.people[self.there.presiding]
        return find_person(self.meeting.people.values(), typed)

    def people(self, typed: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """The ids of a list of names; a party's name stands for its members who act, or those `among` them."""
        found: list[str] = []
        for word in filter(None, typed.split(",")):
            found += self.party(word, among) or [self.person(word).id]
        if not found:
            raise Unclear("A name is missing here.")
        return tuple(dict.fromkeys(found))

    def party(self, word: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """The members of the party of that name who act, or those `among` them; () where no party is called that.
        Raises `Unclear` where it has nobody among them."""
        people = self.meeting.people
        acting = [p for _, p in self.there.acting if people[p].group and people[p].group.lower() == word.lower()]
        meant = tuple(p for p in acting if among is None or p in among)
        if acting and not meant:
            raise Unclear(f"There is nobody of {people[acting[0]].group} of whom this can be said now.")
        return meant

    def seat_of(self, person: str) -> Seat:
        """The seat that a person holds."""
        seat = next((seat for seat in self.meeting.seats.values() if seat.holder == person), None)
        if seat is None:
            raise Unclear(f"{self.meeting.name(person)} holds no seat on this body.")
        return seat

    def item_numbered(self, typed: str) -> Item:
        """The item with a number on the agenda, or an item's id."""
        wanted = typed.lower().rstrip(".")
        items = self.meeting.items
        found = next((item for item in items.values() if item.number.lower().rstrip(".") == wanted), items.get(wanted))
        if found is None:
            shown = ", ".join(item.number for item in items.values() if item.number)
            raise Unclear(f"There is no item “{typed}” on the agenda. Items: {shown}.")
        return found

    def items(self, typed: str) -> tuple[str, ...]:
        """The ids of items given as "8+9"."""
        return tuple(dict.fromkeys(self.item_numbered(number).id for number in typed.split("+") if number))

    @property
    def questions(self) -> dict[str, Question]:
        """Every question by its label, as it stood at the place of the line where it was moved by then."""
        return {**self.meeting.questions, **self.there.questions}

    @property
    def votes(self) -> dict[str, Vote]:
        """Every vote by its label, as it stood at the place of the line where it was taken by then."""
        return {**self.meeting.votes, **self.there.votes}

    def question(self, typed: str) -> Question:
        """The question with a label, whatever its case."""
        questions = self.questions
        found = next((q for label, q in questions.items() if label.lower() == typed.lower()), None)
        if found is None:
            moved = [open_.id for open_ in self.there.open_questions]
            shown = f" Open: {', '.join(moved)}." if moved else ""
            raise Unclear(f"There is no question “{typed}”.{shown}")
        return found

    def open_question(self, what: str = "put") -> Question:
        """The newest open question of this item, else of the meeting. Raises `Unclear` where nothing is open."""
        question = newest_open(self.there.questions, self.here)
        if question is None:
            item = self.meeting.items.get(self.here or "")
            where = f" under item {item.number}" if item and item.number else ""
            raise Unclear(f"Nothing is open{where} to be {what}. Move a motion first (m or n).")
        return question

    def vote(self, typed: str = "") -> Vote:
        """The vote with a label, or the last one taken."""
        if typed:
            votes = self.votes
            found = next((vote for label, vote in votes.items() if label.lower() == typed.lower()), None)
            if found is None:
                raise Unclear(f"There is no vote “{typed}”.{nearest_word(typed, votes)}")
            return found
        standing = [vote for vote in self.there.votes.values() if not vote.superseded]
        if not standing:
            raise Unclear("No vote has been taken yet.")
        return standing[-1]

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


def whole_number(typed: str) -> int:
    """A number as typed. Raises `Unclear` where it is none, or has more digits than anything here can count."""
    if not typed.isdecimal() or len(typed) > 6:
        raise Unclear(f"“{typed}” is not a number that can be meant here.")
    return int(typed)
