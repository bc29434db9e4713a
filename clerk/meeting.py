"""A meeting: the fold of its events, and the one thing that every other room reads.

It never changes: what happens next makes another (`add`). Whatever has been retracted, corrected or moved, folding
never raises; an event whose referent is gone is kept, and named among the problems.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk import actions as _actions
from clerk import business, interests, room, votes
from clerk import questions as _questions
from clerk.actions import Action, Flag
from clerk.agenda import Item
from clerk.business import Exclusion, Outcome
from clerk.events import AnyEvent, Convened, PublicExcluded, PublicReadmitted, PublicSummary
from clerk.findings import Finding
from clerk.interests import Declaration
from clerk.people import Person, Seat
from clerk.questions import Put, Question
from clerk.quorum import Quorum, quorum
from clerk.record import Entry, Placed, comes_last, in_place
from clerk.room import Apology, Chairing, Stay, Substitution
from clerk.votes import Vote

Course = Literal["before", "open", "adjourned", "closed"]


class Meeting(Struct, frozen=True):
    """All that is known of a meeting. Mappings keep the order in which things became known."""

    entries: tuple[Entry, ...] = ()
    events: tuple[Placed, ...] = ()
    private: frozenset[str] = frozenset()
    problems: tuple[Finding, ...] = ()

    setup: Convened | None = None
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
    exclusion: Exclusion | None = None

    in_room: frozenset[str] = frozenset()
    roll_called: bool = False
    stays: Mapping[str, tuple[Stay, ...]] = {}
    apologies: Mapping[str, Apology] = {}
    substitutions: tuple[Substitution, ...] = ()
    called_to_chair: str | None = None
    chairs: tuple[Chairing, ...] = ()
    declarations: tuple[Declaration, ...] = ()

    questions: Mapping[str, Question] = {}
    puts: tuple[Put, ...] = ()
    votes: Mapping[str, Vote] = {}
    outcomes: tuple[Outcome, ...] = ()
    approved: tuple[date, ...] = ()
    actions: tuple[Action, ...] = ()
    flags: tuple[Flag, ...] = ()

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Meeting":
        """The meeting that these entries, in the order of their numbers, add up to."""
        events, astray = in_place(entries)
        meeting = cls()
        for placed in events:
            meeting = _fold(meeting, placed)
        for id_ in astray:
            placed = next(placed for placed in events if placed.id == id_)
            meeting = meeting.problem(placed, "It was to stand beside an event that is gone; it stands where recorded.")
        private = _private_among(events, meeting.items)
        return replace(meeting, entries=tuple(entries), events=tuple(events), private=private)

    def add(self, entry: Entry) -> "Meeting":
        """The meeting after one more entry. Costs little where the entry simply follows what is recorded."""
        if not self.entries or not comes_last(self.events, entry.events):
            return Meeting.of((*self.entries, entry))
        meeting = self
        new = tuple(Placed(f"{entry.n}.{number}", event) for number, event in enumerate(entry.events))
        private = set(self.private)
        for placed in new:
            before = meeting.exclusion is not None
            meeting = _fold(meeting, placed)
            if _is_private(placed.event, before, meeting.items):
                private.add(placed.id)
        return replace(meeting, entries=(*self.entries, entry), events=(*self.events, *new), private=frozenset(private))

    def problem(self, placed: Placed, text: str, rule: str = "") -> "Meeting":
        """The meeting with one more thing noted that the record cannot make sense of."""
        remedy = "Correct or undo the entry."
        finding = Finding("WARN", rule, text, remedy, event=placed.id, item=placed.event.item)
        return replace(self, problems=(*self.problems, finding))

    @property
    def presiding(self) -> str | None:
        """Who is in the chair now."""
        return self.chairs[-1].person if self.chairs else None

    @property
    def acting(self) -> tuple[tuple[str, str], ...]:
        """Each filled seat's id with the person who acts in it now: its holder, or a substitute in force."""
        substitutes = {held.seat: held.person for held in self.substitutions if not held.ended}
        return tuple(
            (seat.id, person)
            for seat in self.seats.values()
            if (person := substitutes.get(seat.id, seat.holder)) is not None and person in self.people
        )

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
        """The items in the order of business: as taken and as the chair varied it, the agenda's for the rest."""
        first = tuple(dict.fromkeys((*self.taken, *self.varied))) if self._out_of_order else ()
        return _merge(first, self.agenda)

    @property
    def _out_of_order(self) -> bool:
        places = [self.agenda.index(item) for item in dict.fromkeys((*self.taken, *self.varied)) if item in self.agenda]
        return places != sorted(places)

    def name(self, person: str) -> str:
        """A person's full name for a message, or the id where the person is not known."""
        return self.people[person].formal if person in self.people else person

    def quorum(self, item: str | None = None) -> Quorum:
        """The quorum now; for an item, without those who withdraw for it."""
        return quorum(self, item)


def _merge(first: tuple[str, ...], agenda: tuple[str, ...]) -> tuple[str, ...]:
    """The agenda with the items of `first` in their own order; each other item keeps its agenda predecessor."""
    order = [item for item in first if item in agenda]
    for place, item in enumerate(agenda):
        if item in order:
            continue
        before = next((other for other in reversed(agenda[:place]) if other in order), None)
        order.insert(order.index(before) + 1 if before else 0, item)
    return tuple(order)


Reducer = Callable[[Meeting, Placed, Any], Meeting]
_REDUCERS: dict[type, Reducer] = {
    **business.REDUCERS,
    **room.REDUCERS,
    **interests.REDUCERS,
    **_questions.REDUCERS,
    **votes.REDUCERS,
    **_actions.REDUCERS,
}


def _fold(meeting: Meeting, placed: Placed) -> Meeting:
    reducer = _REDUCERS.get(type(placed.event))
    return meeting if reducer is None else reducer(meeting, placed, placed.event)


def _private_among(events: Iterable[Placed], items: Mapping[str, Item]) -> frozenset[str]:
    private: set[str] = set()
    excluded = False
    for placed in events:
        if _is_private(placed.event, excluded, items):
            private.add(placed.id)
        if isinstance(placed.event, PublicExcluded):
            excluded = True
        elif isinstance(placed.event, PublicReadmitted):
            excluded = False
    return frozenset(private)


def _is_private(event: AnyEvent, excluded: bool, items: Mapping[str, Item]) -> bool:
    """An event is private where it says so, or where it stands in exempt session or under an exempt item. The
    resolution to exclude, the return of the public and the public summary never are of themselves (X6, X7)."""
    if event.private is not None:
        return event.private
    if isinstance(event, PublicExcluded | PublicReadmitted | PublicSummary):
        return False
    item = items.get(event.item or "")
    return excluded or (item is not None and item.exempt)
