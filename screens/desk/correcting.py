"""Putting right what is recorded by the gesture that recorded it: its step again, as it was left."""

from datetime import time
from typing import Literal

from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from clerk.times import is_bare, read_time
from screens.desk.hours import goes_on
from screens.desk.letters import Letters
from screens.desk.steps import Next, Step
from screens.desk.writing import Form


class Correcting(Step):
    """A step that stands for the correction of an event: it asks what `inner` asks, which begins as the event was; its
    line puts the event right. `was` is what the event says now, `vote` the vote that it is or is of. Of a vote
    Shift+Tab (Tab is the vote's own) turns the clerk's slip into a recount in the meeting (V20), of a casting vote into
    one that was said again (VO-07), and back; `again` is the option that says of which vote."""

    def __init__(
        self,
        meeting: Meeting,
        item: str | None,
        event: str,
        inner: Step,
        was: str,
        vote: str = "",
        said: Line | None = None,
        again: str = "recount",
    ) -> None:
        super().__init__(meeting, item)
        self._event, self._inner, self._was = event, inner, was
        self._said = said
        """The line that would record it again: what no key of `inner` asks for is kept of it."""
        self._beside = _beside(inner, said)
        self._vote, self._option = vote, again
        self._time: str | None = None
        """Its time as it is typed; None until @ is pressed."""
        self._at_time = False
        """Whether keys go on with that time: after @, until the step takes one."""
        self._asked = AskedFor(meeting)
        """Who asked for a recount."""
        self._in_the_meeting = False
        """Whether it was put right in the meeting, which may print, and is no slip of the clerk's."""
        self.letters = inner.letters
        self.people, self.spaced, self.multiline = inner.people, inner.spaced, inner.multiline
        self.kind_of_text: Literal["short", "paragraphs"] = inner.kind_of_text
        self.text = inner.text

    @property
    def verb(self) -> str:
        return self._inner.verb

    @property
    def asks(self) -> str:
        if self._in_the_meeting:
            what = "A recount of" if self._option == "recount" else "Said again of"
            asks = self._inner.asks or self._inner.so_far
            who = f". {self._asked.asks}" if self._option == "recount" else ""
            return f"{what} {self._vote}, in the meeting: {asks}{who}. Shift+Tab: a slip of mine"
        again = "a recount" if self._option == "recount" else "said again"
        other = f". Shift+Tab: {again} in the meeting" if self._vote else ""
        other += ". @: its time" if self._time is None else f". At {self._time or '…'}"
        # Where a text is still to come, nothing is said yet of what Enter would record.
        was = f". Was: {self._was}" if self.wants else ""
        return f"Put right: {self._inner.asks or self._inner.so_far}".removesuffix(": ") + other + was

    @property
    def half(self) -> str:
        return self._asked.half or self._inner.half

    @property
    def missing(self) -> str:
        return self._inner.missing

    @property
    def so_far(self) -> str:
        return self._inner.so_far

    @property
    def marks(self) -> dict[str, str] | None:
        return self._inner.marks

    @property
    def at(self) -> str | None:
        return self._inner.at

    @property
    def form(self) -> Form | None:
        form = self._inner.form
        return replace(form, edits=self._event) if form is not None else None

    def take_up(self, form: Form) -> None:
        self._inner.take_up(form)
        self.text, self.multiline = self._inner.text, self._inner.multiline

    def told(self, would: str) -> str:
        return f"Was: {self._was}. {self._inner.told(would)}" if would else ""

    @property
    def line(self) -> Line | None:
        made = self._inner.line
        if made is None:
            return None
        options, text = made.options, made.text
        if self._said is not None and made.verb == self._said.verb:
            options, text = {**self._beside, **options}, text or self._said.text
        at, bare = self._clock if self._time else (made.at, made.bare)
        if self._in_the_meeting:
            by = {"by": self._asked.person} if self._asked.person and self._option == "recount" else {}
            return Line(made.verb, made.operands, {**options, self._option: self._vote, **by}, text, at, bare=bare)
        return Line("correct", (self._event, made.verb, *made.operands), options, text, at, bare=bare)

    @property
    def _clock(self) -> tuple[time | None, bool]:
        """The time that was typed, and whether nobody said if it is morning or evening."""
        if not self._time:
            return None, False
        try:
            return read_time(self._time), is_bare(self._time)
        except ValueError:
            return None, False

    def _press_time(self, key: str, character: str | None) -> bool:
        """Takes a key of the time of what is put right, after @; any other key goes on with its step."""
        if character == "@" and not self._inner.takes_signs:
            self._time, self._at_time = "", True
        elif not self._at_time or self._time is None:
            return False
        elif key == "backspace":
            self._time = self._time[:-1] or None
        elif character and (goes_on(self._time, character) or character.isdigit() or character in ":."):
            self._time += character
        else:
            return False
        self.spaced = bool(self._time) or self._inner.spaced
        return True

    def press(self, key: str, character: str | None) -> Next:
        if key == "shift+tab" and self._vote:
            self._in_the_meeting = not self._in_the_meeting
            return "stay"
        if self._press_time(key, character):
            return "stay"
        if self._in_the_meeting and self._option == "recount" and self._asked.press(key, character):
            self.trouble = self._asked.trouble
            return "no" if self.trouble else "stay"
        if key == "enter" and self._time is not None and self._clock[0] is None:
            self.trouble = "That is no time: 19:05, or Backspace"
            return "no"
        led_to = self._inner.press(key, character)
        self._at_time = self._at_time and led_to == "no"
        inner = self._inner
        self.trouble, self.wants, self.text, self.spaced = inner.trouble, inner.wants, inner.text, inner.spaced
        if self._inner.follow is not None:
            follow = Correcting(
                self.meeting,
                self.item,
                self._event,
                self._inner.follow,
                self._was,
                self._vote,
                self._said,
                self._option,
            )
            follow._beside = self._beside
            follow._in_the_meeting, follow._time, follow._asked = self._in_the_meeting, self._time, self._asked
            self.follow = follow
        # Nothing that is put right is recorded unseen.
        return "stay" if led_to == "record" and key != "enter" else led_to


class AskedFor:
    """Who asked for a recount: `*`, then the letter of a seat. Backspace takes it back while it is typed."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting, self._letters = meeting, Letters(meeting)
        self._open = False
        self.person = ""
        self.trouble = ""

    @property
    def asks(self) -> str:
        """What is said of it, with its key."""
        if self._open:
            return f"Who asked for it: a seat letter{f' {self._letters.held}…' if self._letters.held else ''}"
        return f"Asked for by {self._meeting.name(self.person)}" if self.person else "*: who asked for it"

    @property
    def half(self) -> str:
        """That a letter is waited for."""
        return "* waits for the seat of whoever asked for it" if self._open else ""

    def press(self, key: str, character: str | None) -> bool:
        """Takes a key; false where it is none of its own."""
        self.trouble = ""
        if character == "*":
            self._open, self.person = True, ""
        elif not self._open:
            return False
        elif key == "backspace":
            self._open = bool(self._letters.held)
            self._letters.held = ""
        elif character and character.isalpha():
            person = self._letters.read(character)
            if person:
                self.person, self._open = person, False
            elif person == "":
                self.trouble = f"No seat has “{self._letters.wrong}”"
        else:
            self.trouble = self.half
        return True


_BY_NAME = frozenset(("for", "against", "abstain", "out", "rest"))
"""The sides of a vote, all of which its keys say."""


def _beside(inner: Step, said: Line | None) -> dict[str, str]:
    """The options of the line that would record an event again which its step does not say when it begins: no key asks
    for them, and none of them is lost by a correction."""
    if said is None:
        return {}
    begun = inner.line
    asked = {*(begun.options if begun is not None and begun.verb == said.verb else said.options)}
    asked |= _BY_NAME if said.verb == "vote" and said.operands == ("named",) else frozenset()
    return {name: value for name, value in said.options.items() if name not in asked}
