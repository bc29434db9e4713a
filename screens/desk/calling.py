"""A vote for which the roll is called, and how a vote by name is said."""

from collections.abc import Mapping
from typing import ClassVar

from clerk.events import DivisionDemanded
from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_open
from clerk.meeting.state import Meeting
from clerk.saying.names import listed
from clerk.shorthand.line import Line
from screens.desk.steps import Next, Step

SIDES = {"for": "for", "against": "AGAINST", "abstain": "ABSTAINS", "out": "not voting"}


class Called(Step):
    """A vote for which the roll is called: the cursor walks it, and each is for, against, abstaining or not voting;
    who was not called is not voting, never for."""

    people = True
    _KEYS: ClassVar = {"f": "for", "a": "against", "b": "abstain", "-": "out"}

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self.voters = tuple(
            voter.person for voter in voters_now(meeting, newest_open(meeting.questions, item), item) if voter.may
        )
        self.sides: dict[str, str] = {}
        self._place = 0
        self._asked = False

    @property
    def at(self) -> str | None:
        return self.voters[self._place] if self._place < len(self.voters) else None

    @property
    def asks(self) -> str:
        keys = "f for, a against, b abstains, - not voting, ↑ back"
        if self._asked:
            return f"Not called: {self._few}. Enter again: not voting. {keys}"
        if self.at is None:
            return f"All {len(self.voters)} are called. ↑ back"
        return f"{self._place + 1} of {len(self.voters)}: {self.meeting.name(self.at)}?  {keys}"

    @property
    def _not_called(self) -> list[str]:
        return [person for person in self.voters if person not in self.sides]

    @property
    def _few(self) -> str:
        names = [self.meeting.name(person) for person in self._not_called]
        return listed(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"])

    @property
    def marks(self) -> dict[str, str]:
        return self.exceptions

    @property
    def exceptions(self) -> dict[str, str]:
        called = {person: SIDES[side] for person, side in self.sides.items()}
        return called if self.at is None else {**called, self.at: f"‹{called.get(self.at, '?')}›"}

    @property
    def line(self) -> Line | None:
        return by_name(self.sides, "out") if self.sides else None

    def press(self, key: str, character: str | None) -> Next:
        if key in ("up", "backspace"):
            self._asked = False
            if self._place == 0:
                return "home" if key == "backspace" and not self.sides else "stay"
            self._place -= 1
            return "stay"
        if key == "down":
            self._place = min(self._place + 1, len(self.voters))
            return "stay"
        if character in self._KEYS and self.at is not None:
            self.sides[self.at] = self._KEYS[character]
            self._place += 1
            self._asked = False
            return "stay"
        if key == "enter" and self.sides and self._not_called and not self._asked:
            self._asked = True
            return "stay"
        return super().press(key, character)


def by_name(sides: Mapping[str, str], rest: str) -> Line:
    """The line of a vote by name."""
    by: dict[str, list[str]] = {}
    for person, side in sides.items():
        by.setdefault(side, []).append(person)
    return Line("vote", ("named",), {**{side: ",".join(people) for side, people in by.items()}, "rest": rest})


def names_wanted(meeting: Meeting, item: str | None) -> str:
    """Why the vote on the newest open question is to be by name, with the roll called; "" where it need not be."""
    question = newest_open(meeting.questions, item)
    here = meeting.items.get((question.item if question else item) or "")
    if here is not None and here.budget:
        return "The budget"
    demanded = (p.event for p in meeting.events if isinstance(p.event, DivisionDemanded))
    labels = {question.id, None} if question is not None else set()
    if question is not None and any(event.question in labels and event.item == question.item for event in demanded):
        return "A division is demanded"
    return ""
