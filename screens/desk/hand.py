"""The hand: what the clerk has begun, and what each key does to it. It knows no terminal, and records nothing.

At home a key is a command; in a step it is the step's; in a text it is typed. A key comes to a deed, which the desk
carries out.
"""

from typing import Literal, NamedTuple

from clerk.shorthand.line import Line, as_typed
from screens.desk.steps import Next, Step
from screens.desk.writing import Form, Left, Writing
from screens.kit.keys import shown_key

GO_ON = "Backspace, then the right key; Esc leaves"

STOPPED = f"What followed a key that meant nothing is left out. {GO_ON}"

TOO_LONG = "It does not fit on this screen, so Enter records nothing: make the window larger, or Esc"

LINE_WANTED = "A line of shorthand"


class Deed(NamedTuple):
    """What a key came to: "stay" (say again what is asked, after what was `wrong`), "home", "open" (`step`), "record"
    (`line`), "write" (`writing`, begun with `text`, or with what is `typed` already), "findings", "refuse" (`wrong`),
    "on" (home, and there what the key `typed` does).
    """

    what: Literal["stay", "home", "open", "record", "write", "findings", "refuse", "on"]
    wrong: str = ""
    step: Step | None = None
    line: Line | None = None
    writing: Writing | None = None
    text: str = ""
    typed: str = ""


class Sought:
    """The words looked for last, and how often since."""

    words = ""
    times = 0

    def again(self, words: str) -> int:
        """How often these words have been looked for before, in a row."""
        self.times = self.times + 1 if words == self.words else 0
        self.words = words
        return self.times


class Hand:
    """Where the hand is: `step` is set in a step, `writing` in a text, neither at home."""

    def __init__(self) -> None:
        self.step: Step | None = None
        self.writing: Writing | None = None
        self.left: list[Left] = []
        """Words left half typed, the newest last."""
        self.forms: list[Form] = []
        """What was left half typed in forms, the newest last."""
        self.came_from: Form | None = None
        """The form that led to the text that is written."""
        self.led_from: Step | None = None
        """The step that was left last: of a text, what led to it."""
        self.earlier: list[str] = []
        """Lines of shorthand that were carried out."""

    @property
    def context(self) -> str:
        """What is going on, by which the key bar goes: "home", "step", "text", "piece" or "line"."""
        return "step" if self.step is not None else self.writing.context if self.writing is not None else "home"

    def go_home(self) -> Step | None:
        """Leaves everything; gives the step that was left."""
        step, self.step, self.writing, self.came_from = self.step, None, None, None
        self.led_from = step
        return step

    @property
    def tab_goes_on(self) -> bool:
        """Whether Tab leads somewhere from the line that is typed: to its next gap, or to its form."""
        return self.writing is not None and (self.writing.kind == "line" or self.its_form is not None)

    @property
    def its_form(self) -> Step | None:
        """The form that the line being typed is a part of, with what else that asks; None where it is of none."""
        step = self.led_from
        if step is None or step.beside is not None:
            return step.beside if step is not None else None
        return step if self.came_from is not None and step.form is not None else None

    def press(self, key: str, character: str | None, *, bound: bool = False, whole: bool = True) -> Deed | None:
        """A key at home or in a step; None where it is not the hand's. `bound`: it is a command there. `whole`: all
        that Enter would record can be seen."""
        if self.step is not None:
            if bound and character is None and key not in ("enter", "escape"):
                return None
            return self._in_step(self.step, key, character, whole)
        if self.writing is not None or character is None:
            return None
        if character.isalpha() and character.isupper():
            return Deed("write", writing=Writing("paragraphs"), typed=character)
        means_nothing = f"{shown_key(key)} means nothing here: ? shows the keys, Ctrl+P finds by name."
        return None if bound else Deed("refuse", means_nothing)

    def paste(self, text: str) -> Deed | None:
        """A paste at home or in a step: a paragraph, or several, or nothing."""
        if self.step is not None:
            return Deed("refuse", "A paste means nothing here, and was not recorded. Esc, then paste at home.")
        if self.writing is not None or not text.strip():
            return None
        return Deed("write", writing=Writing("paragraphs"), typed=text)

    def _in_step(self, step: Step, key: str, character: str | None, whole: bool) -> Deed:
        if key == "escape":
            return Deed("home")
        if step.half and key in ("enter", "space", "tab", "shift+tab"):
            return Deed("stay", step.half)
        if step.stopped and (key != "enter" or step.left_out):
            step.stopped = step.left_out = key != "backspace"
            return Deed("stay", STOPPED if step.stopped else "")
        if key == "space" and step.line is not None and not step.spaced:
            return Deed("write", writing=Writing("line", wants=LINE_WANTED), text=_as_typed(step.line))
        step.letters.wrong = step.trouble = ""
        led_to = step.press(key, character)
        if led_to != "no":
            # Enter went on without the key that meant nothing: what is asked next has its own letters.
            step.stopped = False
            return self.follow(step, led_to, whole)
        if character and character.isupper() and not step.people:
            # Words typed too early: a sentence begins with a capital here as at home.
            return Deed("write", writing=Writing("paragraphs"), typed=character)
        if step.lets_go and key != "enter":
            return Deed("on", typed=key)
        # Who ends a text here takes the form for one: what follows is not to flow into it.
        step.stopped = bool(character) or key == "ctrl+s"
        return Deed("stay", f"{_why_not(step, key)}{f'. {GO_ON}' if step.stopped else ''}")

    @staticmethod
    def follow(step: Step, led_to: Next, whole: bool = True) -> Deed:
        """What a step's key came to."""
        if step.follow is not None:
            return Deed("open", step=step.follow)
        if led_to in ("home", "findings"):
            return Deed("home" if led_to == "home" else "findings")
        if led_to == "record" and step.line is not None:
            if not whole and not step.at_once:
                return Deed("stay", TOO_LONG)
            return Deed("record", step=step, line=step.line)
        if led_to == "text" and step.line is not None:
            kind = "piece" if step.multiline else step.kind_of_text
            return Deed(
                "write",
                writing=Writing(kind, step.line, step.wants, so_far=step.so_far, goes_on=step.goes_on),
                text=step.text,
            )
        if led_to == "line":
            return Deed("write", writing=Writing("line", wants=LINE_WANTED), text=step.text)
        return Deed("stay", step.trouble)


def _as_typed(line: Line) -> str:
    """A line as a clerk would type it; of a verb that takes no words, without the sign before them."""
    from clerk.shorthand.verbs import VERBS

    typed = as_typed(line)
    return typed if line.text or VERBS[line.verb].text else typed.removesuffix("-- ")


def _why_not(step: Step, key: str) -> str:
    """Why a key did nothing."""
    if step.trouble:
        return step.trouble
    if step.letters.wrong:
        return f"No seat has “{step.letters.wrong}”"
    if key == "enter":
        return f"Not enough yet to record{f': first {step.missing}' if step.missing else ''}"
    return f"{shown_key(key)} means nothing here"
