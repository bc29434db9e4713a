"""A meeting: the fold of its events, and the one thing that every other room reads.

It never changes: what happens next makes another (`add`). Whatever has been retracted, corrected or moved, folding
never raises; an event whose referent is gone is kept, and named among the problems.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk import actions as _actions
from clerk import business, interests, puts, room, snapshots, votes
from clerk import questions as _questions
from clerk.actions import Action, Flag
from clerk.agenda import Item
from clerk.business import Outcome
from clerk.events import (
    AnyEvent,
    Convened,
    ItemAdded,
    ItemChanged,
    PersonMet,
)
from clerk.events.event import NotUnderstood
from clerk.findings import Finding
from clerk.interests import Declaration
from clerk.people import Person, Seat
from clerk.privacy import Doors, with_doors
from clerk.puts import Put
from clerk.questions import Question
from clerk.quorum import Quorum, quorum
from clerk.record import Entry, Placed, comes_last, in_place
from clerk.room import Apology, Called, Chairing, Stay, Substitution
from clerk.settings import Profile
from clerk.snapshots import Act, Moment, Standing
from clerk.votes import Vote

Course = Literal["before", "open", "adjourned", "closed"]


class Meeting(Struct, frozen=True):
    """All that is known of a meeting. Mappings keep the order in which things became known."""

    entries: tuple[Entry, ...] = ()
    events: tuple[Placed, ...] = ()
    private: frozenset[str] = frozenset()
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
    doors: Doors = Doors()

    in_room: frozenset[str] = frozenset()
    remote: frozenset[str] = frozenset()
    roll_called: bool = False
    stays: Mapping[str, tuple[Stay, ...]] = {}
    apologies: Mapping[str, Apology] = {}
    substitutions: tuple[Substitution, ...] = ()
    acting: tuple[tuple[str, str], ...] = ()
    """Each filled seat's id with the person who acts in it now: its holder, or a substitute in force."""
    called_to_chair: Called | None = None
    chairs: tuple[Chairing, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    missed: Mapping[str, frozenset[str]] = {}
    quorums: tuple[Standing, ...] = ()
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

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Meeting":
        """The meeting that these entries, in the order of their numbers, add up to."""
        events, astray = in_place(entries)
        meeting = _folded(events, astray=frozenset(placed.id for placed in astray))
        private = frozenset(
            placed.id for placed, doors in with_doors(events) if doors.make_private(placed.event, meeting.items)
        )
        newer = any(isinstance(event, NotUnderstood) for entry in entries for event in entry.events)
        return replace(meeting, entries=tuple(entries), events=tuple(events), private=private, newer=newer)

    def add(self, entry: Entry) -> "Meeting":
        """The meeting after one more entry. Costs little where the entry simply follows what is recorded."""
        if not self.entries or not self._follows(entry.events):
            return Meeting.of((*self.entries, entry))
        meeting = self
        new = tuple(Placed(f"{entry.n}.{number}", event) for number, event in enumerate(entry.events))
        private = self.private
        for placed in new:
            if meeting.doors.make_private(placed.event, meeting.items):
                private |= {placed.id}
            meeting = _fold(meeting, placed)
        return replace(meeting, entries=(*self.entries, entry), events=(*self.events, *new), private=private)

    def _follows(self, events: Sequence[AnyEvent]) -> bool:
        """Whether nothing that is already folded can change by these events."""
        for event in events:
            if isinstance(event, Convened | ItemAdded | ItemChanged | NotUnderstood):
                return False
            # Someone already named, or of whom something could not be made sense of before being known.
            if isinstance(event, PersonMet) and (self.problems or event.person.id in self.people):
                return False
        return comes_last(self.events, events)

    def as_of(self, place: AnyEvent) -> "Meeting":
        """The meeting as it stood where this event would stand: its room, questions and votes then. Who and what is
        on the papers is known throughout."""
        if comes_last(self.events, (place,)):
            return self
        n = self.entries[-1].n + 1 if self.entries else 1
        probe = Entry(n, datetime.min, "", (place,))
        events, _ = in_place([*self.entries, probe])
        return self._until(events, f"{n}.0")

    def before(self, id_: str) -> "Meeting":
        """The meeting as it stood just before one of its events."""
        return self._until(self.events, id_)

    def _until(self, events: Sequence[Placed], id_: str) -> "Meeting":
        count = next((index for index, placed in enumerate(events) if placed.id == id_), len(events))
        return replace(_folded(events, count), entries=self.entries, events=tuple(events[:count]))

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
        first = [item for item in dict.fromkeys((*self.taken, *self.varied)) if item in self.agenda]
        if not self.varied and first == sorted(first, key=self.agenda.index):
            return self.agenda
        order = list(first)
        for place, item in enumerate(self.agenda):
            if item not in first:
                order.insert(self._place_of(place, order), item)
        return tuple(order)

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

    def name(self, person: str) -> str:
        """A person's full name for a message, or the id where the person is not known."""
        return self.people[person].formal if person in self.people else person

    @property
    def remote_counts(self) -> bool:
        """Whether someone on a video link is present in law at this meeting (Q11)."""
        return self.setup is not None and self.profile.remote_allowed(self.setup.date)

    def quorum(self, item: str | None = None) -> Quorum:
        """The quorum now; for an item, without those who withdraw for it."""
        return quorum(self, item)


Reducer = Callable[[Meeting, Placed, Any], Meeting]
_REDUCERS: dict[type, Reducer] = {
    **business.REDUCERS,
    **room.REDUCERS,
    **interests.REDUCERS,
    **_questions.REDUCERS,
    **puts.REDUCERS,
    **votes.REDUCERS,
    **_actions.REDUCERS,
}


_PAPERS: frozenset[type] = frozenset({Convened, PersonMet, ItemAdded, ItemChanged})


def _folded(events: Sequence[Placed], count: int | None = None, astray: frozenset[str] = frozenset()) -> Meeting:
    """The meeting that the first `count` events add up to, all of them where it is None. Who and what is on the
    papers does not depend on when it was put there: a person met on the night can be in the room before."""
    meeting = Meeting()
    papers = [placed for placed in events if type(placed.event) in _PAPERS]
    for placed in (*papers, *(placed for placed in events[:count] if type(placed.event) not in _PAPERS)):
        if placed.id in astray:
            meeting = meeting.problem(placed, "It was to stand beside an event that is gone. See where it stands now.")
        meeting = _fold(meeting, placed)
    return meeting


def _fold(meeting: Meeting, placed: Placed) -> Meeting:
    reducer = _REDUCERS.get(type(placed.event))
    folded: Meeting = meeting if reducer is None else reducer(meeting, placed, placed.event)
    was, now = (
        (meeting.seats, meeting.people, meeting.substitutions),
        (folded.seats, folded.people, folded.substitutions),
    )
    if any(before is not after for before, after in zip(was, now, strict=True)):
        folded = replace(folded, acting=room.acting(folded))
    return snapshots.observed(folded, placed)
