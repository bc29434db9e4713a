"""What every rule is a function of: a meeting, a profile, a history. With what several rules look up, found once."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from clerk.agenda import Item
from clerk.events import ItemTaken, MeetingClosed, MeetingOpened, MotionMoved, QuestionDisposed, RollCalled
from clerk.events.event import Event
from clerk.findings import Finding, Severity
from clerk.history import History
from clerk.meeting.leaving import back_for, left_for
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.rivals import won_outright
from clerk.meeting.state import Meeting
from clerk.saying.names import brief_name, brief_names, item_name, listed
from clerk.saying.questions import question_name
from clerk.setup.settings import Profile

E = TypeVar("E", bound=Event)


class Case:
    """A record to be judged. Everything in it is found when it is first asked for."""

    def __init__(self, meeting: Meeting, profile: Profile, history: History) -> None:
        self.meeting = meeting
        self.profile = profile
        self.history = history

    # The events, by kind and place

    @cached_property
    def at(self) -> dict[str, int]:
        """The place of each event that stands."""
        return {placed.id: place for place, placed in enumerate(self.meeting.events)}

    @cached_property
    def _by_kind(self) -> dict[type, list[Placed]]:
        found: dict[type, list[Placed]] = {}
        for placed in self.meeting.events:
            found.setdefault(type(placed.event), []).append(placed)
        return found

    def of(self, kind: type[E]) -> Iterator[tuple[Placed, E]]:
        """The events of a kind, in place."""
        for placed in self._by_kind.get(kind, ()):
            yield placed, placed.event  # type: ignore[misc]

    @cached_property
    def business(self) -> list[Placed]:
        """Business done, in place."""
        return [placed for placed in self.meeting.events if placed.event.nature.business]

    @cached_property
    def under(self) -> dict[str | None, list[Placed]]:
        """Business done, by its item."""
        found: dict[str | None, list[Placed]] = {}
        for placed in self.business:
            found.setdefault(placed.event.item, []).append(placed)
        return found

    def place(self, id_: str) -> int:
        """The place of an event; of one that is gone, before all."""
        return self.at.get(id_, -1)

    @cached_property
    def last_known_time(self) -> datetime | None:
        """The latest time in the record."""
        return max((p.event.at for p in self.meeting.events if p.event.at is not None), default=None)

    # The course of the meeting

    @property
    def closed(self) -> bool:
        """Whether the meeting is over."""
        return self.meeting.course == "closed"

    @cached_property
    def opened_place(self) -> int:
        """Where the meeting was opened; before all where that is not recorded."""
        return next((self.place(placed.id) for placed, _ in self.of(MeetingOpened)), -1)

    @cached_property
    def closed_place(self) -> int:
        """Where the meeting was closed; after all where it was not."""
        return max((self.place(placed.id) for placed, _ in self.of(MeetingClosed)), default=len(self.meeting.events))

    @cached_property
    def roll_place(self) -> int:
        """Where the roll was first called; after all where it was not."""
        return min((self.place(placed.id) for placed, _ in self.of(RollCalled)), default=len(self.meeting.events))

    @cached_property
    def _chairs(self) -> list[int]:
        return [self.place(chairing.since) for chairing in self.meeting.chairs]

    def presiding(self, place: int) -> str | None:
        """Who was in the chair at a place."""
        before = bisect_right(self._chairs, place)
        return self.meeting.chairs[before - 1].person if before else None

    def was_in(self, person: str, place: int) -> bool:
        """Whether someone was in the room at a place."""
        return any(
            self.place(stay.came) <= place and (not stay.left or place < self.place(stay.left))
            for stay in self.meeting.stays.get(person, ())
        )

    @cached_property
    def left_for(self) -> frozenset[tuple[str, str]]:
        """Each member and item for which it is recorded that the member left the room."""
        return left_for(self.meeting)

    @cached_property
    def back_for(self) -> Mapping[tuple[str, str], tuple[Placed, ...]]:
        """What went on at an item before each member who was to be out for it and came in."""
        return back_for(self.meeting)

    @cached_property
    def _stands(self) -> list[int]:
        return [self.place(standing.event) for standing in self.meeting.quorums]

    def quorum_since(self, place: int) -> int:
        """The number of the change of the quorum that was the last at a place; -1 before the first."""
        return bisect_right(self._stands, place) - 1

    # Items

    @cached_property
    def takings(self) -> list[tuple[int, str]]:
        """Where each item was taken, in place."""
        return [(self.place(placed.id), event.taken) for placed, event in self.of(ItemTaken)]

    def in_hand(self, place: int) -> str | None:
        """The item under way at a place."""
        before = bisect_right(self._taken_at, place)
        return self.takings[before - 1][1] if before else None

    @cached_property
    def _taken_at(self) -> list[int]:
        return [place for place, _ in self.takings]

    def left_at(self, item: str) -> int:
        """Where an item was left for the last time: the next item's place, or the close; after all while in hand."""
        last = max((n for n, (_, taken) in enumerate(self.takings) if taken == item), default=None)
        if last is None:
            return self.closed_place
        following = self.takings[last + 1 :]
        return following[0][0] if following else self.closed_place

    def is_over(self, item: str | None) -> bool:
        """Whether an item has been left, or the meeting closed."""
        return self.closed or (item is not None and self.left_at(item) < len(self.meeting.events))

    def item(self, id_: str | None) -> Item | None:
        """An item by id."""
        return self.meeting.items.get(id_ or "")

    @property
    def items(self) -> list[Item]:
        """The items, in the order of the agenda."""
        return [self.meeting.items[id_] for id_ in self.meeting.agenda if id_ in self.meeting.items]

    # Questions and votes

    @cached_property
    def puts(self) -> dict[str, Put]:
        """Each putting of a question, by its event."""
        return {put.event: put for put in self.meeting.puts}

    @cached_property
    def votes(self) -> list[Vote]:
        """The votes that stand: those not counted again."""
        return [vote for vote in self.meeting.votes.values() if not vote.superseded]

    def votes_on(self, label: str) -> list[Vote]:
        """The votes that stand on a question, those in which it was put against another among them."""
        return [vote for vote in self.votes if label in vote.both]

    def item_of(self, vote: Vote) -> str | None:
        """The item that a vote belongs to."""
        put = self.puts.get(vote.put)
        return put.item if put else None

    def questions_of(self, item: str | None) -> list[Question]:
        """An item's recommendations and motions on the matter itself, without motions on procedure; and without
        amendments, but for one that is the decision in place of a motion."""
        return [
            question
            for question in self.meeting.questions.values()
            if question.item == item
            and (question.kind in ("recommendations", "motion") or won_outright(self.meeting, question))
        ]

    @cached_property
    def ends(self) -> dict[str, list[int]]:
        """Where each question was voted on, or ended without a vote."""
        ends: dict[str, list[int]] = {}
        # One that was counted again ended its question when it was counted first.
        for vote in self.meeting.votes.values():
            for label in vote.both:
                ends.setdefault(label, []).append(self.place(vote.event))
        for placed, disposed in self.of(QuestionDisposed):
            ends.setdefault(disposed.question, []).append(self.place(placed.id))
        for question in self.meeting.questions.values():
            if question.seconder == "none":
                ends.setdefault(question.id, []).append(self.place(question.event))
            if question.fell_with in ends:
                ends.setdefault(question.id, []).extend(ends[question.fell_with][-1:])
        return ends

    def open_at(self, label: str, place: int) -> bool:
        """Whether a question, moved before a place, had not ended there."""
        question = self.meeting.questions[label]
        moved = self.place(question.event) if question.event else -1
        return moved < place and not any(end < place for end in self.ends.get(label, ()))

    # Words

    @cached_property
    def prose(self) -> list[tuple[Placed, str]]:
        """What the clerk wrote in words of their own."""
        found: list[tuple[Placed, str]] = []
        for placed in self.business:
            text = getattr(placed.event, "text", "")
            if text and not isinstance(placed.event, MotionMoved):
                found.append((placed, text))
        return found

    def name(self, person: str) -> str:
        """A person in brief."""
        return brief_name(self.meeting, person)

    def names(self, people: Sequence[str]) -> str:
        """Several people in brief."""
        return brief_names(self.meeting, people)

    def question(self, label: str) -> str:
        """A question as a sentence speaks of it, with its label: "the motion moved by Councillor Ash (m1)"."""
        name = question_name(self.meeting, label)
        return name if name == label or name.endswith(f"({label})") else f"{name} ({label})"

    def questions(self, labels: Sequence[str]) -> str:
        """Several questions, as a sentence speaks of them."""
        return listed([self.question(label) for label in labels])

    def item_name(self, item: str | None) -> str:
        """An item as it is spoken of."""
        return item_name(self.meeting, item)


def found(
    severity: Severity,
    rule: str,
    text: str,
    remedy: str = "",
    *,
    at: Placed | str = "",
    item: str | None = None,
    figures: str = "",
) -> Finding:
    """A finding at an event, under an item where one is given, else the event's own."""
    event = at.id if isinstance(at, Placed) else at
    if item is None and isinstance(at, Placed):
        item = at.event.item
    return Finding(severity, rule, text, remedy, figures, event, item)
