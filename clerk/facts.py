"""What a verb takes: each fact by its name and kind. One small notation serves every verb, rare or not.

    ^who:people! on:item how:choice(noted|refused)

`^` says that it stands first on the line, not as `name=value`; `!` that the verb needs it.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

FactKind = Literal[
    "person",
    "people",
    "present",
    "names",
    "seconder",
    "moved",
    "item",
    "items",
    "question",
    "questions",
    "vote",
    "event",
    "entry",
    "words",
    "number",
    "date",
    "day",
    "dates",
    "moment",
    "clock",
    "hour",
    "flag",
    "choice",
    "choices",
    "joined",
    "ballot",
    "line",
    "loose",
]
"""`people` are of this meeting, `names` may be of people who are not known yet, such as residents; `seconder` is a
person, "duly" or "none", `moved` who moved and perhaps who seconded; `present` is people, or "rest": all who sent no
word. `event` is anything recorded, by its label, `entry` all that
was recorded with it. `words` are kept as typed, `loose` are words with spaces between them
(its choices are what may be offered), `clock` is the time of the entry itself, `joined` is one of a choice, or two of
them with "and" or "but" between, `hour` a time of that night, `moment` a date and a time, `ballot` names each with its
votes, `line` a whole line after the verb, `day` a date of several words."""

SEVERAL: frozenset[FactKind] = frozenset({"items", "day", "dates", "clock", "ballot", "line", "loose"})
"""Kinds that take all the words that are left."""


NO_NAME = ("duly", "none", "without")
"""What stands in a seconder's place."""

WordsForm = Literal["", "clause", "wish", "phrase", "cause", "deed", "indirect", "correction", "sentence", "lines"]

JOINED: dict[WordsForm, str] = {
    "clause": "a clause (the gate was shut)",
    "wish": "what is asked for (that benches be mended)",
    "phrase": "a noun phrase (the footbridge)",
    "cause": "a cause (because it was late; illness)",
    "deed": "what is to be done (mend the gate)",
    "indirect": "what was asked (whether it leaked) -> the answer",
    "correction": "old -> new",
    "sentence": "a sentence of its own",
    "lines": "a line each",
}
"""What the words after `--` are to be, so that they join the sentence; words of another form stand after it as a
sentence of their own."""


class Fact(Struct, frozen=True):
    """One fact that a verb takes. `operand` says that it stands first on the line, not as `name=value`."""

    name: str
    kind: FactKind
    needed: bool = False
    operand: bool = False
    choices: tuple[str, ...] = ()


def read_facts(written: str) -> tuple[Fact, ...]:
    """The facts of a row of the notation above. In a choice, "_" stands for a space."""
    return tuple(_fact(word) for word in written.split())


def choice_of(words: Iterable[str]) -> str:
    """The kind of a fact that is one of these words, in the notation above."""
    return f"choice({'|'.join(word.replace(' ', '_') for word in words)})"


def _fact(written: str) -> Fact:
    name, _, kind = written.removeprefix("^").partition(":")
    needed = kind.endswith("!")
    kind, _, choices = kind.removesuffix("!").partition("(")
    allowed = tuple(choice.replace("_", " ") for choice in choices.rstrip(")").split("|") if choice)
    return Fact(name, kind, needed, written.startswith("^"), allowed)  # type: ignore[arg-type]
