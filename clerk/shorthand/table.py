"""The table of verbs: what can be typed after a colon, what it records, and what carries it out."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from clerk.events import AnyEvent
from clerk.names import Unclear, nearest_word
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line

Run = Callable[[Context], tuple[AnyEvent, ...]]


class Verb(Struct, frozen=True):
    """One verb. `usage` is what is typed, `help` one sentence, `constructs` the ids of what it records.

    `words` is how many operands it takes, `options` the names of its `key=value`, `text` whether words may follow
    `--`; what it does not take is an error, since it would be lost.
    """

    name: str
    usage: str
    help: str
    constructs: tuple[str, ...]
    run: Run
    words: int = 0
    options: tuple[str, ...] = ()
    text: bool = False

    def check(self, line: Line) -> None:
        """Raises `Unclear` where the line has something that the verb does not take."""
        for key in line.options:
            if key not in self.options and self.options != ANY_OPTION:
                takes = f" It takes {', '.join(f'{name}=' for name in self.options)}." if self.options else ""
                raise Unclear(f"“:{self.name}” has no “{key}=”.{nearest_word(key, self.options) or takes}")
        if len(line.operands) > self.words:
            raise Unclear(
                f"“{line.operands[self.words]}” is one word too many for “:{self.name}”. Several names are joined by "
                'commas, and words that belong together stand in "quotes".'
            )
        if line.text and not self.text:
            raise Unclear(f"“:{self.name}” takes no words after “--”. Type them as a paragraph of their own.")


ANY = 999
"""As many words as there are."""

ANY_OPTION = ("*",)
"""Whatever options the verb within the line has."""


VERBS: dict[str, Verb] = {}
"""Every verb by name, in the order in which the README shows them."""


def verb(
    name: str, usage: str, help_: str, *constructs: str, words: int = 0, options: str = "", text: bool = False
) -> Callable[[Run], Run]:
    """Enters a function in the table; `options` are names with spaces between them. Raises ValueError where the name
    is taken."""

    def enter(run: Run) -> Run:
        if name in VERBS:
            raise ValueError(f"The verb {name} is in the table twice.")
        VERBS[name] = Verb(name, usage, help_, constructs, run, words, tuple(options.split()), text)
        return run

    return enter


def find_verb(name: str) -> Verb:
    """The verb of a name. Raises `Unclear`, with the nearest, where there is none."""
    if name not in VERBS:
        raise Unclear(f"There is no command “:{name}”.{nearest_word(name, VERBS)}")
    return VERBS[name]


def carry_out(context: Context) -> tuple[AnyEvent, ...]:
    """What a command records. Raises `Unclear` where it does not say one thing."""
    found = find_verb(context.line.verb)
    found.check(context.line)
    return found.run(context)


def verb_table(verbs: Iterable[Verb]) -> str:
    """A table of verbs in Markdown."""
    rows = [
        f"| `{found.usage}` | {found.help} | {', '.join(found.constructs) or '–'} |".replace("||", "\\|\\|")
        for found in verbs
    ]
    return "\n".join(["| typed | does | records |", "|---|---|---|", *rows])
