"""A meeting as it is known: a value, the one thing that every other package reads. `fold` makes it of the record.

It never changes: what happens next makes another meeting. An event whose referent is gone is kept, and named among the
problems.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import Item, whole_of
from clerk.events import Convened
from clerk.findings import Finding
from clerk.meeting.doors import Doors
from clerk.meeting.parts import (
    Act,
    Action,
    Apology,
    Called,
    Calling,
    Chairing,
    Declaration,
    Flag,
    Moment,
    Outcome,
    Put,
    Question,
    QuorumFrom,
    Stay,
    Substitution,
    Vote,
)
from clerk.meeting.record import Entry, Placed
from clerk.names import plain
from clerk.people import Person, Seat
from clerk.setup.settings import Profile

Course = Literal["before", "open", "adjourned", "closed"]


class Meeting(Struct, frozen=True, dict=True):
    """All that is known of a meeting. Mappings keep the order in which things became known."""

    entries: tuple[Entry, ...] = ()
    events: tuple[Placed, ...] = ()
    private: frozenset[str] = frozenset()
    private_by: Mapping[str, str] = {}
    """Those of them that are private by the question alone that they are of, each with its label (X6)."""
    private_questions: frozenset[str] = frozenset()
    """The labels of the questions that are private by where they were moved or amended, wherever they are put (X6)."""
    once_private: frozenset[str] = frozenset()
    """What was kept from the public before an entry that may have changed that (X6)."""
    problems: tuple[Finding, ...] = ()

    setup: Convened | None = None
    profile: Profile = Profile()
    people: Mapping[str, Person] = {}
    seats: Mapping[str, Seat] = {}
    items: Mapping[str, Item] = {}
    agenda: tuple[str, ...] = ()
    varied: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()

    course: Course = "before"
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    extended: bool = False
    resumed_on: date | None = None
    published: date | None = None
    """The day on which the decisions were published, where it is recorded (CI1)."""
    doors: Doors = Doors()

    in_room: frozenset[str] = frozenset()
    remote: frozenset[str] = frozenset()
    ways: Mapping[str, tuple[bool, ...]] = {}
    """How each person answered the roll and came in, one after the other: whether over a link."""
    cut_off: frozenset[str] = frozenset()
    """Those whose connection was lost, until they come in again."""
    roll_called: bool = False
    stays: Mapping[str, tuple[Stay, ...]] = {}
    apologies: Mapping[str, Apology] = {}
    substitutions: tuple[Substitution, ...] = ()
    acting: tuple[tuple[str, str], ...] = ()
    """Each filled seat's id with the person who acts in it now: its holder, or a substitute in force."""
    called_to_chair: Called | None = None
    chairs: tuple[Chairing, ...] = ()
    chaired_for: Mapping[str, str] = {}
    """For which item someone took the chair who did so before it was called, by the event that says it (CH-02)."""
    declarations: tuple[Declaration, ...] = ()
    missed: Mapping[str, frozenset[str]] = {}
    calling: Calling | None = None
    quorums: tuple[QuorumFrom, ...] = ()
    moments: Mapping[str, Moment] = {}
    acts: tuple[Act, ...] = ()

    questions: Mapping[str, Question] = {}
    puts: tuple[Put, ...] = ()
    votes: Mapping[str, Vote] = {}
    outcomes: tuple[Outcome, ...] = ()
    approved: tuple[date, ...] = ()
    actions: tuple[Action, ...] = ()
    flags: tuple[Flag, ...] = ()

    newer: bool = False
    """Whether it holds something that this version does not know: it is then read, and neither written in nor up."""

    def problem(self, placed: Placed, text: str, rule: str = "") -> "Meeting":
        """The meeting with one more thing noted that the record cannot make sense of."""
        remedy = "Correct or undo the entry."
        finding = Finding("WARN", rule, text, remedy, event=placed.id, item=placed.event.item)
        return replace(self, problems=(*self.problems, finding))

    @property
    def day(self) -> date | None:
        """The day on which the meeting is held: its own, or the later one on which it was resumed (T4)."""
        return self.resumed_on or (self.setup.date if self.setup else None)

    @property
    def presiding(self) -> str | None:
        """Who is in the chair now."""
        return self.chairs[-1].person if self.chairs else None

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions that were moved and wait for an answer, newest last; recommendations only of the item in hand."""
        return tuple(
            question
            for question in self.questions.values()
            if question.is_open and (question.kind != "recommendations" or question.item == self.item_taken)
        )

    @property
    def item_taken(self) -> str | None:
        """The item that the chair called last."""
        return self.taken[-1] if self.taken else None

    @property
    def order(self) -> tuple[str, ...]:
        """The items in the order of business: as taken and as the chair varied it, the rest in agenda order."""
        said = (part for item in (*self.taken, *self.varied) for part in self._with_whole(item))
        first = [item for item in dict.fromkeys(said) if item in self.agenda]
        if not self.varied and first == sorted(first, key=self.agenda.index):
            return self.agenda
        order = list(first)
        for place, item in enumerate(self.agenda):
            if item not in first:
                order.insert(self._place_of(place, order), item)
        return tuple(order)

    def _with_whole(self, item: str) -> tuple[str, ...]:
        """An item, after the one that it is a part of: where a part is taken its whole is."""
        known = self.items.get(item)
        whole = whole_of(self.items, known) if known else None
        return (item,) if whole is None or whole.id == item else (whole.id, item)

    def _place_of(self, place: int, order: Sequence[str]) -> int:
        """Where an item that is neither taken nor varied goes: after all that the agenda has before it, and after
        those that the chair brought forward to there. A heading stays with what it follows."""
        if place and self.items[self.agenda[place]].kind == "heading":
            return order.index(self.agenda[place - 1]) + 1
        earlier = set(self.agenda[:place])
        spot = max((after for after, other in enumerate(order, 1) if other in earlier), default=0)
        while spot < len(order) and order[spot] in self.varied:
            spot += 1
        return spot

    def put_of(self, vote: Vote) -> Put | None:
        """What a vote was taken on, as it was put."""
        return next((put for put in self.puts if put.event == vote.put), None)

    @cached_property
    def called_alike(self) -> frozenset[str]:
        """Those whom the brief form would not tell from someone else: another who is called the same, or a councillor
        of that surname ("Councillor Ash" beside "Councillor Dr Ash" says neither)."""
        called = Counter(person.brief for person in self.people.values())
        surnames = Counter(plain(person.surname) for person in self.people.values() if person.is_councillor)
        return frozenset(
            id_
            for id_, who in self.people.items()
            if called[who.brief] > 1 or (who.is_councillor and surnames[plain(who.surname)] > 1)
        )

    @cached_property
    def briefs(self) -> Mapping[str, str]:
        """What each person is called in brief ("Councillor Ash"); in full those who are called alike."""
        return {id_: who.formal if id_ in self.called_alike else who.brief for id_, who in self.people.items()}

    def name(self, person: str) -> str:
        """A person's full name for a message, or the id where the person is not known."""
        return self.people[person].formal if person in self.people else person

    @property
    def remote_counts(self) -> bool:
        """Whether someone on a video link is present in law at this meeting (Q11)."""
        return self.setup is not None and self.profile.remote_allowed(self.setup.date)
