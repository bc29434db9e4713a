"""The table of verbs: what can be typed after a colon, what it records, and what carries it out."""

from collections.abc import Callable

from msgspec import Struct

from clerk.events import AnyEvent
from clerk.names import Unclear, nearest_word
from clerk.verbs.context import Context

Run = Callable[[Context], tuple[AnyEvent, ...]]


class Verb(Struct, frozen=True):
    """One verb. `usage` is what is typed, `help` one sentence, `constructs` the ids of what it records."""

    name: str
    usage: str
    help: str
    constructs: tuple[str, ...]
    run: Run


VERBS: dict[str, Verb] = {}
"""Every verb by name, in the order in which the README shows them."""


def verb(name: str, usage: str, help_: str, *constructs: str) -> Callable[[Run], Run]:
    """Enters a function in the table. Raises ValueError where the name is taken."""

    def enter(run: Run) -> Run:
        if name in VERBS:
            raise ValueError(f"The verb {name} is in the table twice.")
        VERBS[name] = Verb(name, usage, help_, constructs, run)
        return run

    return enter


def find_verb(name: str) -> Verb:
    """The verb of a name. Raises `Unclear`, with the nearest, where there is none."""
    if name not in VERBS:
        raise Unclear(f"There is no command “:{name}”.{nearest_word(name, VERBS)}")
    return VERBS[name]


def verb_table() -> str:
    """The table of verbs in Markdown."""
    rows = [
        f"| `{found.usage}` | {found.help} | {', '.join(found.constructs) or '–'} |".replace("||", "\\|\\|")
        for found in VERBS.values()
    ]
    return "\n".join(["| typed | does | records |", "|---|---|---|", *rows])
