"""The table of verbs: what can be typed after a colon, what it takes, what it records, and what carries it out."""

from collections.abc import Callable, Container, Iterable
from typing import Literal

from msgspec import Struct

from clerk.events import AnyEvent
from clerk.facts import JOINED, Fact, WordsForm, read_facts
from clerk.names import Unclear, nearest_word
from clerk.shorthand.context import Context

Run = Callable[[Context], tuple[AnyEvent, ...]]
Among = Callable[[Context], Container[str] | None]
Text = Literal["", "may", "must"]


class Verb(Struct, frozen=True):
    """One verb. `usage` is what is typed, `help` one sentence, `constructs` the ids of what it records, `facts`
    what it takes, `text` whether words may or must follow `--`, `form` what these are to be. `among` says of whom a
    party's name is meant, where it is not of all who act; `chapter` of the guide tells of it, where none names it."""

    name: str
    usage: str
    help: str
    constructs: tuple[str, ...]
    run: Run
    facts: tuple[Fact, ...] = ()
    text: Text = ""
    among: Among | None = None
    form: WordsForm = ""
    chapter: str = ""

    @property
    def says(self) -> str:
        """What it does, and what the words after `--` are to be."""
        return f"{self.help} After --: {JOINED[self.form]}." if self.form else self.help

    @property
    def operands(self) -> tuple[Fact, ...]:
        """The facts that stand first on the line, in order."""
        return tuple(fact for fact in self.facts if fact.operand)

    @property
    def options(self) -> tuple[Fact, ...]:
        """The facts given as `name=value`."""
        return tuple(fact for fact in self.facts if not fact.operand)


VERBS: dict[str, Verb] = {}
"""Every verb by name. `clerk.shorthand.verbs` enters them all."""


def verb(
    name: str,
    usage: str,
    help_: str,
    *constructs: str,
    takes: str | tuple[Fact, ...] = "",
    text: Text = "",
    among: Among | None = None,
    form: WordsForm = "",
    chapter: str = "",
) -> Callable[[Run], Run]:
    """Enters a function in the table; `takes` are its facts in the notation of `clerk.facts`. Raises ValueError where
    the name is taken."""

    def enter(run: Run) -> Run:
        if name in VERBS:
            raise ValueError(f"The verb {name} is in the table twice.")
        facts = read_facts(takes) if isinstance(takes, str) else takes
        VERBS[name] = Verb(name, usage, help_, constructs, run, facts, text, among, form, chapter)
        return run

    return enter


def find_verb(name: str, *, placed: bool = False) -> Verb:
    """The verb of a name. Raises `Unclear`, with the nearest, where there is none; `placed` says that a time or a place
    stood before it, as it may before a paragraph."""
    if name not in VERBS:
        words = " A paragraph there has dashes before its words: :@19:05 -- Words." if placed else ""
        raise Unclear(f"There is no command “:{name}”.{nearest_word(name, VERBS)}{words}")
    return VERBS[name]


def carry_out(context: Context) -> tuple[AnyEvent, ...]:
    """What a gesture records. Raises `Unclear` where it does not say one thing, or says something that here has no
    effect: every word typed does something, or is refused."""
    verb = find_verb(context.gesture.verb)
    events = verb.run(context)
    if idle := [name for name in context.given() if name not in context.heard]:
        name = idle[0]
        said = {"text": "The words after “--” say", "who": "A name says", "items": "The item says"}
        fact = next((fact for fact in verb.facts if fact.name == name), None)
        what = said.get(name) or (f"“{name}=” says" if fact is None or not fact.operand else f"The {name} says")
        raise Unclear(f"{what} nothing in this “:{verb.name}”, and nothing of it was recorded. {_like(verb)}")
    return events


def _like(verb: Verb) -> str:
    return f"For example {verb.usage.strip()}"


def verb_table(verbs: Iterable[Verb]) -> str:
    """A table of verbs in Markdown."""
    rows = [
        f"| `{found.usage}` | {found.says} | {', '.join(found.constructs) or '–'} |".replace("||", "\\|\\|")
        for found in verbs
    ]
    return "\n".join(["| typed | does | records |", "|---|---|---|", *rows])
