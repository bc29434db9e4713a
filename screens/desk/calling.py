"""A vote by name: by exception, or with the roll called, and how it is said."""

import re
from collections.abc import Mapping
from typing import ClassVar

from clerk.events import DivisionDemanded, VoteTaken
from clerk.meeting.budget import named_by_law
from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_shown, newest_to_put
from clerk.meeting.parts import Question, Voter
from clerk.meeting.state import Meeting
from clerk.saying.names import listed
from clerk.saying.votes import coming_against, coming_sides
from clerk.shorthand.line import Line
from screens.desk.steps import Next, Step, offered
from screens.kit.fitting import NO_BREAK

SIDES = {"for": "for", "against": "AGAINST", "abstain": "ABSTAINS", "out": "not voting"}


def notes_of(meeting: Meeting, question: Question | None) -> Mapping[str, str]:
    """How a vote is noted beside a name: by the question that it is for, where two are put against each other."""
    against = coming_against(meeting, question)
    return SIDES | {"for": f"for {question.id}", "against": f"for {against}"} if question and against else SIDES


class Called(Step):
    """A vote for which the roll is called: the cursor walks it, and each is for, against, abstaining or not voting;
    who was not called is not voting, never for."""

    people = True
    _KEYS: ClassVar = {"f": "for", "a": "against", "b": "abstain", "-": "out"}

    def __init__(
        self, meeting: Meeting, item: str | None, sides: Mapping[str, str] | None = None, *, of: str = ""
    ) -> None:
        """`sides`: how some have voted already, as was said before the roll is called. `of`: the question, where it is
        not the one shown."""
        super().__init__(meeting, item)
        self._of = of
        question = question_of(meeting, item, of)
        self._yes, self._no = coming_sides(meeting, question)
        self._notes = notes_of(meeting, question)
        self.voters = tuple(voter.person for voter in voters_now(meeting, question, item) if voter.may)
        self.sides = {person: side for person, side in (sides or {}).items() if person in self.voters}
        self._place = 0
        self._asked = False

    @property
    def at(self) -> str | None:
        return self.voters[self._place] if self._place < len(self.voters) else None

    @property
    def asks(self) -> str:
        keys = f"f {self._yes}, a {self._no}, b abstains, - not voting, ↑ back"
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
        called = {person: self._notes[side] for person, side in self.sides.items()}
        return called if self.at is None else {**called, self.at: f"‹{called.get(self.at, '?')}›"}

    @property
    def missing(self) -> str:
        return "how the first of them votes"

    @property
    def line(self) -> Line | None:
        return by_name(self.meeting, self.item, self.sides, "out", self._of) if self.sides else None

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


def question_of(meeting: Meeting, item: str | None, of: str = "") -> Question | None:
    """What a vote by name is on: the question of that label (the first of "A1+A2"), else the one shown at the item."""
    return meeting.questions.get(of.partition("+")[0]) if of else newest_shown(meeting, item)


def by_name(meeting: Meeting, item: str | None, sides: Mapping[str, str], rest: str, of: str = "") -> Line:
    """The line of a vote by name; where the law wants the names, with that."""
    by: dict[str, list[str]] = {}
    for person, side in sides.items():
        by.setdefault(side, []).append(person)
    sides_said = {side: ",".join(people) for side, people in by.items()}
    options = {**sides_said, "rest": rest, **({"of": of} if of else {})}
    question = question_of(meeting, item, of)
    if question is not None and named_by_law(meeting, question.item, (question.id,)):
        options["statutory"] = "yes"
    return Line("vote", ("named",), options)


def names_wanted(meeting: Meeting, item: str | None, of: str = "") -> str:
    """Why the vote on the newest open question is to be by name, with the roll called; "" where it need not be."""
    question = question_of(meeting, item, of)
    here = meeting.items.get((question.item if question else item) or "")
    by_law = question is not None and named_by_law(meeting, question.item, (question.id,))
    if by_law or (here is not None and here.budget):
        return "The budget"
    demanded = (p.event for p in meeting.events if isinstance(p.event, DivisionDemanded) and not p.event.refused)
    labels = {question.id, None} if question is not None else set()
    if question is not None and any(event.question in labels and event.item == question.item for event in demanded):
        return "A division is demanded"
    return ""


class Named(Step):
    """A vote named by exception: small against, capital abstains, `-` before: not voting; Tab: the rest are against;
    a digit gives a whole party to the same."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None, *, of: str = "") -> None:
        super().__init__(meeting, item)
        self._of = of
        self._rest = "for"
        self._dash = False
        self._first = ""
        self.sides: dict[str, str] = {}
        question = question_of(meeting, item, of)
        self._said = dict(zip(("for", "against"), coming_sides(meeting, question), strict=True))
        self._notes = notes_of(meeting, question)
        self.voters: tuple[Voter, ...] = voters_now(meeting, question, item)
        self.groups = list(dict.fromkeys(g for v in self.voters if (g := meeting.people[v.person].group)))

    @property
    def half(self) -> str:
        return super().half or ("“-” waits for whoever did not vote" if self._dash else "")

    @property
    def asks(self) -> str:
        groups = offered({str(n): group for n, group in enumerate(self.groups, 1)})
        held = f" {self.letters.held}…" if self.letters.held else ""
        dash = " not voting: a letter" if self._dash else ""
        other = self._said["for" if self._rest == "against" else "against"]
        why = names_wanted(self.meeting, self.item, self._of)
        roll = "+ calls the roll".replace(" ", NO_BREAK)
        keys = f"Small letter {other}, capital abstains, - not voting, Tab: the rest {other}"
        return f"{f'{why}: {roll}. ' if why else ''}{keys}{'' if why else f', {roll}'}   {groups}{held}{dash}"

    def told(self, would: str) -> str:
        # Nobody called those who are taken to have voted with the rest.
        return (
            re.sub(rf"(\d+ {re.escape(self._said[self._rest])})\b", r"\1 (not called)", would, count=1)
            if self.sides
            else would
        )

    def begin_as(self, event: VoteTaken) -> None:
        """Begins as a vote was recorded; those who voted with most are the rest."""
        self._rest = "against" if len(event.against_names) > len(event.for_names) else "for"
        other = ("for", event.for_names) if self._rest == "against" else ("against", event.against_names)
        for side, people in (other, ("abstain", event.abstained_names), ("out", event.not_voting)):
            self.sides.update(dict.fromkeys(people, side))

    @property
    def marks(self) -> dict[str, str]:
        return {person: self._notes[side] for person, side in self.sides.items()}

    @property
    def line(self) -> Line:
        return by_name(self.meeting, self.item, self.sides, self._rest, self._of)

    def press(self, key: str, character: str | None) -> Next:
        if key == "tab":
            self._rest = "against" if self._rest == "for" else "for"
            swap = {"for": "against", "against": "for"}
            self.sides = {person: swap.get(side, side) for person, side in self.sides.items()}
            return "stay"
        if key == "backspace":
            return self._back()
        if character == "-":
            self._dash = not self._dash
            return "stay"
        if character == "+" and not self._of and newest_to_put(self.meeting, self.item) is None:
            # The whole roll would be called for nothing.
            self.trouble = "Nothing is open here to be put: move a motion first (n or m)"
            return "no"
        if character == "+":
            self.follow = Called(self.meeting, self.item, self.sides, of=self._of)
            return "stay"
        if character and character.isdigit() and not self.groups:
            self.trouble = "A digit marks a whole party, and of nobody here is a party known: seat letters, or Esc"
            return "no"
        if character and character.isdigit() and 0 < int(character) <= len(self.groups):
            group = self.groups[int(character) - 1]
            for voter in self.voters:
                if self.meeting.people[voter.person].group == group and voter.may:
                    self._mark(voter.person, small=True)
            self._dash = False
            return "stay"
        if not character or not character.isalpha():
            return super().press(key, character)
        capital = character.isupper()
        first = self._first if self.letters.held else ""
        person = self.letters.read(character)
        if person is None:
            self._first = character
            return "stay"
        if not person:
            return "no"
        if first.isupper() and not capital:
            # A shift let go too early is neither: one marked against might have abstained.
            self.trouble = (
                f"“{first}{character}” is neither: the second letter says it, small against, capital abstains"
            )
            return "no"
        self._mark(person, small=not capital)
        self._dash = False
        return "stay"

    def _mark(self, person: str, small: bool) -> None:
        small_side = "for" if self._rest == "against" else "against"
        side = "out" if self._dash else small_side if small else "abstain"
        if self.sides.get(person) == side:
            del self.sides[person]
        else:
            self.sides[person] = side

    def _back(self) -> Next:
        if self.letters.held:
            self.letters.held = ""
        elif self._dash:
            self._dash = False
        elif self.sides:
            self.sides.popitem()
        else:
            return "home"
        return "stay"
