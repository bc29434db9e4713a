"""What one standing sentence is: its construct, its facts, its verb, and how a clerk would search for it."""

from typing import Literal

from msgspec import Struct

from clerk.facts import Fact, read_facts

Detail = Literal["decision", "reasons", "debate"]
"""How much of an item is minuted; each level holds the one before it."""

DETAILS: tuple[Detail, ...] = ("decision", "reasons", "debate")


class Rare(Struct, frozen=True):
    """One standing sentence. `key` names its wording ("PU-10", or "CN-05.thanks" for a second one of its construct);
    `example` is a line that records it, `words` what else a clerk might call it; `text` whether words follow `--`."""

    key: str
    verb: str
    label: str
    example: str
    help: str
    facts: tuple[Fact, ...]
    text: Literal["", "may", "must"]
    words: tuple[str, ...]
    detail: Detail

    @property
    def construct(self) -> str:
        """The id of the construct that the sentence is."""
        return self.key.split(".")[0]

    @property
    def operands(self) -> tuple[Fact, ...]:
        """The facts that stand first on the line, in order."""
        return tuple(fact for fact in self.facts if fact.operand)

    @property
    def options(self) -> tuple[Fact, ...]:
        """The facts given as `name=value`."""
        return tuple(fact for fact in self.facts if not fact.operand)


def row(
    key: str,
    example: str,
    label: str,
    help_: str,
    facts: str = "",
    text: Literal["", "may", "must"] = "",
    words: str = "",
    detail: Detail = "decision",
) -> Rare:
    """A row as the tables write it; the verb is the first word of its example."""
    verb = example.split()[0].removeprefix(":")
    return Rare(
        key, verb, label, example, help_, read_facts(facts), text, tuple(words.split(", ")) if words else (), detail
    )
