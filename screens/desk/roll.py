"""The steps that go round the whole room: the roll call, and the votes."""

from clerk.meeting.attendance import expected
from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_open
from clerk.meeting.parts import Voter
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.steps import Next, Step, offered


class Roll(Step):
    """Roll call: all without an apology are present; a letter toggles one, a capital gives an apology or takes it."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self.present = list(expected(meeting))

    @property
    def asks(self) -> str:
        absent = [self.meeting.name(person) for _, person in self.meeting.acting if person not in self.present]
        need = quorum(self.meeting).need
        missing = f"; not here: {', '.join(absent)}" if absent else ""
        return f"{len(self.present)} present{missing}. Quorum {need}. A letter toggles a seat"

    @property
    def line(self) -> Line:
        return Line("present", (",".join(self.present),))

    def press(self, key: str, character: str | None) -> Next:
        if key == "enter":
            return "record" if self.present else "no"
        if not character or not character.isalpha():
            return "no"
        person = self.letters.read(character)
        if person is None:
            return "stay"
        if not person:
            return "no"
        if person in self.present:
            self.present.remove(person)
        else:
            self.present.append(person)
        return "stay"


class Count(Step):
    """A count: for, against and abstained, with a space between; Enter."""

    def __init__(self, meeting: Meeting, item: str | None, first: str) -> None:
        super().__init__(meeting, item)
        self.typed = first

    @property
    def asks(self) -> str:
        names = ("for", "against", "abstained")
        parts = self.typed.split() or [""]
        said = [f"{part} {name}" for part, name in zip(parts, names, strict=False)]
        waiting = names[len(parts) :]
        return ", ".join(said) + (f"   (space: {waiting[0]})" if waiting else "")

    @property
    def line(self) -> Line | None:
        numbers = self.typed.split()
        return Line("vote", tuple(numbers)) if 0 < len(numbers) <= 3 else None

    def press(self, key: str, character: str | None) -> Next:
        if key == "backspace":
            self.typed = self.typed[:-1]
            return "stay" if self.typed else "home"
        if character and (character.isdigit() or (character == " " and len(self.typed.split()) < 3)):
            self.typed += character
            return "stay"
        if key == "tab":
            self.typed += " "
            return "stay"
        return super().press(key, character)


class Named(Step):
    """A vote named by exception: small against, capital abstains, `-` before: not voting; Tab: the rest are against;
    a digit gives a whole party to the same."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self._rest = "for"
        self._dash = False
        self.sides: dict[str, str] = {}
        self.voters: tuple[Voter, ...] = voters_now(meeting, newest_open(meeting.questions, item), item)
        self.groups = list(dict.fromkeys(g for v in self.voters if (g := meeting.people[v.person].group)))

    @property
    def asks(self) -> str:
        groups = offered({str(n): group for n, group in enumerate(self.groups, 1)})
        held = f" {self.letters.held}…" if self.letters.held else ""
        dash = " not voting: a letter" if self._dash else ""
        other = "for" if self._rest == "against" else "against"
        return f"Small letter {other}, capital abstains, - not voting, Tab: the rest against   {groups}{held}{dash}"

    @property
    def line(self) -> Line:
        by: dict[str, list[str]] = {}
        for person, side in self.sides.items():
            by.setdefault(side, []).append(person)
        options = {side: ",".join(people) for side, people in by.items()}
        return Line("vote", ("named",), {**options, "rest": self._rest})

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
        person = self.letters.read(character)
        if person is None:
            return "stay"
        if not person:
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
