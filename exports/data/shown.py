"""What of a meeting a data file may hold: all of it in the exempt one; in the public one nothing of exempt session."""

from collections.abc import Iterable
from functools import cached_property

from clerk.meeting.doors import Doors
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.people import Person
from exports.style import Style
from exports.writer import Writer

RESIDENT = Person("resident", "", "speaker", post="resident")
"""Any resident, where the body does not print their names."""


class Shown:
    """A meeting seen by one kind of reader. People are noted as they are named, so that nobody else is listed."""

    def __init__(self, meeting: Meeting, style: Style, exempt: bool = False) -> None:
        self.exempt = exempt
        self.writer = Writer(meeting, style, exempt)
        self.meeting = self.writer.meeting
        self._named: dict[str, None] = {}

    def event(self, id_: str) -> bool:
        """Whether an event may be shown."""
        return self.exempt or id_ not in self.meeting.private

    def item(self, id_: str | None) -> bool:
        """Whether what is asked under an item may be shown: that there is such an item always may."""
        found = self.meeting.items.get(id_ or "")
        closed = id_ in self.doors.excluded_items or (found is not None and found.exempt)
        return self.exempt or not closed

    @property
    def doors(self) -> Doors:
        """The doors at the end: with every item for which the public was ever out."""
        return self.meeting.doors

    def question(self, label: str) -> bool:
        """Whether a question may be shown: as it was moved, amended, put and voted on, all of it."""
        found = self.meeting.questions.get(label)
        if found is None or self.exempt:
            return found is not None
        return label in self._public_questions

    @cached_property
    def _public_questions(self) -> frozenset[str]:
        closed = {
            label
            for put in self.meeting.puts
            if put.event in self.meeting.private or self._vote_of(put) in self.meeting.private
            for label in put.questions
        }
        return frozenset(
            question.id
            for question in self.meeting.questions.values()
            if question.id not in closed and self._moved_in_public(question)
        )

    def _moved_in_public(self, question: Question) -> bool:
        shaped = (question, *(q for q in self._merged(question)))
        # What was moved is as public as its moving; what is recommended, as its item.
        return all(q.event not in self.meeting.private if q.event else self.item(q.item) for q in shaped)

    def _merged(self, question: Question) -> Iterable[Question]:
        for label in question.merged:
            if (other := self.meeting.questions.get(label)) is not None:
                yield other
                yield from self._merged(other)

    def _vote_of(self, put: Put) -> str:
        vote = self.meeting.votes.get(put.vote)
        return vote.event if vote else ""

    def vote(self, vote: Vote) -> bool:
        """Whether a vote may be shown: it, where it was put, and all that it was on."""
        if self.exempt:
            return True
        return self.event(vote.event) and self.event(vote.put) and all(map(self.question, vote.both))

    @cached_property
    def placed(self) -> dict[str, Placed]:
        """Every event by its id."""
        return {placed.id: placed for placed in self.meeting.events}

    @cached_property
    def puts(self) -> dict[str, Put]:
        """Every put by its event."""
        return {put.event: put for put in self.meeting.puts}

    @cached_property
    def puts_of(self) -> dict[str, list[Put]]:
        """Every put by the question that was put."""
        found: dict[str, list[Put]] = {}
        for put in self.meeting.puts:
            for label in put.questions:
                found.setdefault(label, []).append(put)
        return found

    def person(self, id_: str) -> str:
        """A person's id, noted as named; a resident's only where the body prints the names of residents."""
        hidden = self.writer.person(id_).kind == "speaker" and not self.writer.setting("public_names")
        shown = RESIDENT.id if hidden else id_
        self._named[shown] = None
        return shown

    def people(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The same of several."""
        return tuple(map(self.person, ids))

    def named(self) -> tuple[Person, ...]:
        """Everyone who was named, in that order."""
        return tuple(RESIDENT if id_ == RESIDENT.id else self.writer.known(id_) for id_ in self._named)
