"""What is under way at the desk after a verb's key: keys in, a line of shorthand out. No terminal, no recording.

Home is *command*: verb, people, text, Enter. A step takes the keys after the verb, says what Enter would record, and
gives the line that stands for it; the desk carries that out as it would the same line typed.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Literal

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.hours import goes_on
from screens.desk.letters import Letters
from screens.desk.writing import Form
from screens.kit.fitting import NO_BREAK

Next = Literal["stay", "record", "home", "text", "line", "findings", "no"]
"""What a key led to: wait for more; record the line; leave; a text is wanted now; the shorthand line is wanted, begun
with the step's `text`; what is left undone is to be shown; or the key means nothing here."""

ENTER = "  Enter"
"""What stands after what Enter would record."""


def offered(labels: Mapping[str, str]) -> str:
    """Keys with what they do, each of which stays on one line with it."""
    return "   ".join(f"{key} {label}".replace(" ", NO_BREAK) for key, label in labels.items())


class Step(ABC):
    """One gesture under way. `asks` says what is wanted now, `line` what Enter would record (None: not enough yet)."""

    people = False
    """Whether it wants seat letters, so that it is to be seen whose they are."""
    trouble = ""
    """What is wrong with what was typed last, where it is more than a key that means nothing."""
    stopped = False
    """Whether a key that meant nothing was typed: no letter that follows it is taken until Backspace says so."""
    left_out = False
    """Whether such letters followed: then Enter is not taken either."""
    adds = ""
    """What is good to know before Enter; said last, since it may be too long to show whole."""
    at_once = False
    """Whether its last key records, with nothing to be read before."""
    spaced = False
    """Whether a space is one of its keys."""
    lets_go = False
    """Whether it need not be answered: a key that means nothing to it is taken as at home."""
    kind_of_text: Literal["short", "paragraphs"] = "short"
    """What a text that it asks for is, where it is not one piece of several lines."""
    multiline = False
    """Whether a text that it asks for is one piece of several lines."""
    goes_on = False
    """Whether a text that it asks for is one line of a list, after which the next is asked for."""
    text = ""
    """What the text field begins with, where the step asks for a text."""
    wants = ""
    """What the text is, for its placeholder."""
    beside: "Step | None" = None
    """The form to which Tab leads from its text, where more may be said."""
    follow: "Step | None" = None
    """The step that takes over, where this one is done and more is wanted."""

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        self.meeting = meeting
        self.item = item
        self.letters = Letters(meeting)

    @property
    @abstractmethod
    def asks(self) -> str:
        """What is wanted now, in a few words with their keys."""

    @property
    def takes_signs(self) -> bool:
        """Whether any sign is a part of what is typed in it now."""
        return False

    @property
    def marks(self) -> dict[str, str] | None:
        """How members were marked by keys, by person, in a word: not those who are taken with the rest. None where it
        marks nobody."""
        return None

    @property
    def at(self) -> str | None:
        """The person whom it asks about now, to be seen among the members."""
        return None

    def told(self, would: str) -> str:
        """What Enter would record, `would`, as this step says it."""
        return would

    @property
    def half(self) -> str:
        """What was typed by half, and what it waits for: until then neither Enter nor a key like it is taken."""
        return f"“{self.letters.held}” waits for its second letter" if self.letters.held else ""

    @property
    def offers(self) -> Mapping[str, str]:
        """The keys that it offers first, each with what it stands for; none where it is no choice of a few things."""
        return {}

    @property
    def missing(self) -> str:
        """What Enter wants first where `line` is not known yet, in a few words; "" where what is asked says it."""
        return ""

    @property
    def so_far(self) -> str:
        """What has been said before a text is asked for."""
        return ""

    @property
    def line(self) -> Line | None:
        """What Enter would record, where that much is known."""
        return None

    @property
    def verb(self) -> str:
        """The verb of the shorthand that it stands for: what the guide tells of it goes by that."""
        return self.line.verb if self.line is not None else ""

    @property
    def form(self) -> Form | None:
        """What is typed in it so far, where it is a form."""
        return None

    def take_up(self, form: Form) -> None:
        """Goes on with what was typed in the same form before."""
        self.text = form.text

    def press(self, key: str, character: str | None) -> Next:
        """Takes a key: "enter", "tab", "backspace", or one that types `character`."""
        if key == "enter":
            return "record" if self.line is not None else "no"
        return "no"


class Confirm(Step):
    """A line that only waits for Enter. Space takes it into the shorthand line, where a text can be added."""

    def __init__(self, meeting: Meeting, item: str | None, line: Line, asks: str) -> None:
        super().__init__(meeting, item)
        self._line, self._asks = line, asks

    @property
    def asks(self) -> str:
        return self._asks

    @property
    def line(self) -> Line:
        return self._line


_TIMES = {
    **dict.fromkeys(("open", "close", "adjourn", "resume", "readmit"), ("At", "A time")),
    "extend": ("Until", "Until when"),
}
"""Verbs that take an hour once they are chosen: how it is led to, and what is asked."""


class Choice(Step):
    """One of a few things, each by a key; then Enter. A choice in `texts` goes on to a text, one in `pieces` to one of
    several lines, one in `lists` to one line after another; one in `lines` to the shorthand line, begun as given; one
    in `steps` to another step."""

    def __init__(
        self,
        meeting: Meeting,
        item: str | None,
        title: str,
        options: dict[str, tuple[str, Line]],
        *,
        texts: frozenset[str] = frozenset(),
        pieces: frozenset[str] = frozenset(),
        lists: frozenset[str] = frozenset(),
        lines: Mapping[str, tuple[str, str]] | None = None,
        steps: Mapping[str, tuple[str, "Step"]] | None = None,
        chosen: str = "",
        about: str = "",
    ) -> None:
        super().__init__(meeting, item)
        self._title, self._options = title, options
        self._texts, self._pieces, self._lists = texts | pieces | lists, pieces, lists
        self._lines, self._steps = lines or {}, steps or {}
        self._chosen, self._about = chosen, about
        self._typed = ""
        self._forms: dict[str, Step] = {}

    @property
    def asks(self) -> str:
        if self._chosen:
            if not self._takes_time():
                return ""
            lead, wanted = _TIMES[self._options[self._chosen][1].verb]
            return f"{lead} {self._typed}" if self._typed else f"{wanted}, or only Enter"
        return f"{self._title}:  {offered(self.offers)}"

    @property
    def offers(self) -> Mapping[str, str]:
        return {key: label for these in (self._options, self._lines, self._steps) for key, (label, _) in these.items()}

    @property
    def missing(self) -> str:
        return "one of these"

    @property
    def verb(self) -> str:
        if self._about:
            return self._about
        offered_lines = [line.verb for _, line in self._options.values()]
        begun = [text.removeprefix(":").split()[0] for _, text in self._lines.values()]
        return next(iter((*offered_lines, *begun, *(step.verb for _, step in self._steps.values()))), "")

    @property
    def line(self) -> Line | None:
        if not self._chosen:
            return None
        line = self._options[self._chosen][1]
        return Line(line.verb, (*line.operands, *self._typed.split()), line.options, line.text)

    def press(self, key: str, character: str | None) -> Next:
        if key == "backspace":
            if self._typed:
                self._typed = self._typed[:-1]
                self.spaced = bool(self._typed)
            elif self._chosen:
                self._chosen = self.wants = ""
            else:
                return "home"
            return "stay"
        if not self._chosen and character:
            return self._choose(character)
        if self._chosen and self._takes_time() and goes_on(self._typed, character):
            self._typed += character or ""
            self.spaced = True
            return "stay"
        if key == "enter" and self._chosen in self._texts:
            return "text"
        return super().press(key, character)

    def _choose(self, character: str) -> Next:
        if character in self._lines:
            self.text = self._lines[character][1]
            return "line"
        if character in self._steps:
            self.follow = self._steps[character][1]
            return "stay"
        if character not in self._options:
            return "no"
        self._chosen = character
        self.wants = self._options[character][0] if character in self._texts else ""
        self.multiline = type(self).multiline or character in self._pieces
        self.goes_on = character in self._lists
        self.beside = self._forms.get(character)
        return "text" if self.wants else "stay"

    @property
    def so_far(self) -> str:
        return f"{self._title}: {self._options[self._chosen][0]}" if self._chosen else ""

    def going_on(self, key: str, form: Step) -> "Choice":
        """The same, where Tab leads from the text of a choice to a form with what else may be said of it."""
        self._forms[key] = form
        return self

    def chosen(self, key: str, typed: str = "") -> "Choice":
        """The same with a choice made already, and a time `typed`."""
        self._chosen = key if key in self._options else ""
        self._typed = typed
        return self

    def as_recorded(self, line: Line) -> "Choice":
        """The same with the choice made that fits most of a line, and the words of that line to be put right."""
        fits = {
            key: len(option.options)
            for key, (_, option) in self._options.items()
            if (option.verb, option.operands) == (line.verb, line.operands)
            and option.options.items() <= line.options.items()
        }
        self._chosen = max(fits, key=fits.__getitem__, default="")
        self.text = line.text
        self.wants = self._options[self._chosen][0] if self._chosen in self._texts else ""
        return self

    def _takes_time(self) -> bool:
        return self._options[self._chosen][1].verb in _TIMES
