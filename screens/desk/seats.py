"""Steps that ask for people, each by a seat letter."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from clerk.times import is_bare, read_time
from screens.desk.hours import goes_on
from screens.desk.steps import Next, Step


class Kinds(NamedTuple):
    """The kinds of a thing that Tab goes through: the option that says which, and what each value is called. Where more
    than that option says it, `sets` has all that a value stands for; the `sign` of one goes there at once, and back."""

    option: str
    called: Mapping[str, str]
    sets: Mapping[str, Mapping[str, str]] = {}
    sign: str = ""
    signed: str = ""
    """Which of them the sign is for."""
    aside: bool = False
    """Whether Tab leaves that one out."""

    def options(self, value: str) -> Mapping[str, str]:
        """The options that say a value."""
        return self.sets.get(value, {self.option: value} if value else {})

    @property
    def all_options(self) -> frozenset[str]:
        """Every option by which they differ."""
        return frozenset({self.option, *(name for said in self.sets.values() for name in said)})


_SECONDED = {"duly": "duly seconded", "none": "not seconded", "without": "no seconder wanted"}
"""What stands in a seconder's place where nobody is named."""


_NO_NAME = {".": "duly", ",": "none", "-": "without"}
"""Keys for them."""


_MOVES = ("who comes in", "who goes out")
"""Roles of which the hour may be typed before who it was."""


_OF_AN_HOUR = "0123456789:."
"""What an hour is typed of here: "am" and "pm" begin with seats' letters."""


def _is_whole(hour: str) -> bool:
    try:
        read_time(hour)
    except ValueError:
        return False
    return True


class Seats(Step):
    """Asks for one person after another, each by a seat letter, then gives the line or asks for its text.

    `roles` are what they are ("mover", "seconder"); in a seconder's place `.` is "duly", `,` "none" and
    `-` "without".
    Tab goes through the `kinds`, if there are any. `at_once` records as soon as the last letter is there; `then` makes
    the step that takes over from the last person. In the last place may be `several`, until Enter.
    """

    people = True

    def __init__(
        self,
        meeting: Meeting,
        item: str | None,
        line: Line,
        roles: tuple[str, ...],
        *,
        at_once: bool = False,
        after: tuple[str, ...] = (),
        wants: str = "",
        then: Callable[[str], "Step"] | None = None,
        kinds: Kinds | None = None,
        several: bool = False,
        words: str = "",
    ) -> None:
        """`words`: what words may be added once all are named, where it is put right."""
        super().__init__(meeting, item)
        self._line, self._roles, self.at_once, self._after, self._then = line, roles, at_once, after, then
        self._kinds, self._several, self._words = kinds, several, words
        self.wants = wants
        self._found: list[str] = []
        self._hour = ""
        """When somebody came or went, typed before the seat's letter."""
        self._again = False
        """Whether people were found already when it began, so that nothing yet says who."""
        self._enough = len(roles)
        """How many of the roles need someone: the others can stay empty where they were recorded so."""

    def found(self, *people: str) -> "Seats":
        """The same with people found already, who are enough."""
        self._found, self._again = list(people), True
        self._enough = min(self._enough, len(people))
        self.spaced = bool(self._words)
        return self

    def leading(self, then: Callable[[str], "Step"]) -> "Seats":
        """The same, going on from the last person to another step."""
        self._then = then
        return self

    @property
    def kind_chosen(self) -> str:
        """Which of the kinds it is now; "" where there are none."""
        return self._kind if self._kinds else ""

    def keeping(self, line: Line) -> "Seats":
        """The same with what was said of it beside who: options and words, which no key of the step asks for."""
        self._line = replace(self._line, options={**self._line.options, **line.options}, text=line.text)
        return self

    @property
    def asks(self) -> str:
        if len(self._found) >= len(self._roles):
            known = [", ".join(self._named)] if self._again or self._several else []
            more = [f"more seat letters{self._held}"] if self._several else []
            text = ["Enter: its text"] if self._again and self.wants else []
            text += [f"Space: {self._words[:1].lower()}{self._words[1:]}"] if self._again and self._words else []
            return ", ".join([*known, *more, *([self._tab] if self._kinds else []), *text])
        role = self._roles[len(self._found)]
        other = " (. duly, name not given; , not seconded; - none wanted)" if role == "seconder" else ""
        other = f", {self._tab}" if self._kinds and not self._found else other
        if role in _MOVES:
            other += f" at {self._hour}" if self._hour else "; a time before it, if not now"
        return ", ".join(filter(None, [self.so_far, f"{role}: a seat letter{other}{self._held}"]))

    @property
    def _held(self) -> str:
        return f" {self.letters.held}…" if self.letters.held else ""

    @property
    def missing(self) -> str:
        return self._roles[len(self._found)] if len(self._found) < len(self._roles) else ""

    @property
    def so_far(self) -> str:
        said = self._named
        if self._kinds and said and self._kind != next(iter(self._kinds.called)):
            said.append(self._kinds.called[self._kind])
        return ", ".join(said)

    @property
    def _named(self) -> list[str]:
        """Whoever was found, each with their role."""
        named = [self._said(role, who) for role, who in zip(self._roles, self._found, strict=False)]
        return [*named, *(self.meeting.name(who) for who in self._found[len(self._roles) :])]

    def _said(self, role: str, who: str) -> str:
        if who in _SECONDED:
            return _SECONDED[who]
        return f"{role} {self.meeting.name(who)}"

    @property
    def verb(self) -> str:
        return self._line.verb

    @property
    def line(self) -> Line | None:
        if len(self._found) < self._enough:
            return None
        last = len(self._roles) - 1
        found = (*self._found[:last], ",".join(self._found[last:])) if self._several else self._found
        said = Line(self._line.verb, (*found, *self._after), self._line.options, self._line.text)
        return replace(said, at=read_time(self._hour), bare=is_bare(self._hour)) if self._hour else said

    def press(self, key: str, character: str | None) -> Next:
        if key == "space" and self._again and self._words and self.line is not None:
            self.wants, self.text = self._words, self._line.text
            return "text"
        if key == "enter":
            # All were named already where it is put right: only the text is left.
            return "text" if self.wants and self.line is not None else super().press(key, character)
        if key == "backspace":
            if self.letters.held:
                self.letters.held = ""
            elif self._hour and not self._found:
                self._hour = self._hour[:-1]
            elif self._found:
                self._found.pop()
            else:
                return "home"
            return "stay"
        if key in ("tab", "shift+tab") and self._kinds:
            return self._to_kind(self._kind_beside(1 if key == "tab" else -1))
        if self._kinds and self._kinds.sign and character == self._kinds.sign:
            # Pressed again it is taken back.
            kinds = self._kinds
            return self._to_kind(next(iter(kinds.called)) if self._kind == kinds.signed else kinds.signed)
        if not character or (len(self._found) >= len(self._roles) and not self._several):
            return "no"
        return self._next(character)

    @property
    def _kind(self) -> str:
        """Which of the kinds it is now, the first until Tab is pressed."""
        kinds = self._kinds
        assert kinds is not None
        said = {name: value for name, value in self._line.options.items() if name in kinds.all_options}
        return next((value for value in kinds.called if kinds.options(value) == said), next(iter(kinds.called)))

    def _to_kind(self, value: str) -> Next:
        assert self._kinds is not None
        others = {name: said for name, said in self._line.options.items() if name not in self._kinds.all_options}
        self._line = replace(self._line, options={**others, **self._kinds.options(value)})
        return "stay"

    def _kind_beside(self, by: int) -> str:
        """The kind that Tab goes on to, or Shift+Tab back to."""
        assert self._kinds is not None
        kinds = self._kinds
        values = [
            value for value in kinds.called if not kinds.aside or value in ("", self._kind) or value != kinds.signed
        ]
        return values[(values.index(self._kind) + by) % len(values)]

    @property
    def _tab(self) -> str:
        assert self._kinds is not None
        kinds, now = self._kinds, self._kinds.called[self._kind]
        tab = f"Tab: {kinds.called[self._kind_beside(1)] or 'neither'}"
        sign = f"; {kinds.sign} {kinds.called[kinds.signed]}" if kinds.signed and self._kind != kinds.signed else ""
        return f"{now} ({tab}){sign}" if now else f"{tab}{sign}"

    def _next(self, character: str) -> Next:
        role = self._roles[min(len(self._found), len(self._roles) - 1)]
        if role == "seconder" and character in _NO_NAME:
            self._found.append(_NO_NAME[character])
        elif role in _MOVES and character in _OF_AN_HOUR and goes_on(self._hour, character):
            self._hour += character
            return "stay"
        elif self._hour and character == " ":
            return "stay"
        else:
            if self._hour and not _is_whole(self._hour):
                self.trouble = f"{self._hour} is no time yet: as 20:30"
                return "no"
            person = self.letters.read(character)
            if person is None:
                return "stay"
            if not person:
                return "no"
            if self._several and person in self._found:
                self.trouble = f"{self.meeting.name(person)} is named already"
                return "no"
            self._found.append(person)
        if len(self._found) < len(self._roles):
            return "stay"
        if self._then is not None:
            self.follow = self._then(self._found[-1])
            return "stay"
        if self.wants:
            return "text"
        return "record" if self.at_once else "stay"
