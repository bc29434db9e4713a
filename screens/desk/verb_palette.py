"""Every verb of the shorthand in the palette, by a clerk's own words: the rare ones have no key."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from textual.command import Hit
from textual.content import Content

from clerk.names import plain
from clerk.rare import by_verb
from clerk.shorthand.verbs import VERBS, Verb
from screens.desk.key import Desk
from screens.desk.verb_words import words_for
from screens.desk.writing import Writing
from screens.kit.palette import Finding

_LABELS = {verb: row.label for verb, row in by_verb().items()}
_WORDS = {name: f"{_LABELS.get(name, '')} {words_for(name)}" for name in VERBS}


def score(query: str, verb: Verb) -> float:
    """How well a verb answers a query, 0 for not at all: each word must stand in its name, its help or its words."""
    wanted, row = plain(query).split(), by_verb().get(verb.name)
    name, said = plain(verb.name), plain(f"{_WORDS.get(verb.name, '')} {verb.help}")
    if not wanted or not all(word in name or word in said for word in wanted):
        return 0.0
    labels = plain(_WORDS.get(verb.name, "")).split()
    hits = sum(any(other.startswith(word) for other in (name, *labels)) for word in wanted)
    own = (name, *plain(row.label).split()) if row else ()
    if all(any(part.startswith(word) for part in own) for word in wanted):
        # No key has it, and it is asked for by its own name: before the commands that only have to do with it.
        return 0.87 if name == " ".join(wanted) else 0.85
    # Below the commands that have a key: those are quicker.
    return 0.2 + 0.3 * hits / len(wanted)


def begun(verb: Verb) -> str:
    """The shorthand line that a verb begins, ready for its first operand."""
    return f":{verb.name} " if verb.usage.split(" · ")[0].strip() != f":{verb.name}" else f":{verb.name}"


class VerbProvider(Finding):
    """Offers every verb; choosing one opens the shorthand line with it begun."""

    def hits(self, query: str) -> Iterator[Hit]:
        for verb in VERBS.values():
            if found := score(query, verb):
                yield Hit(found, _prompt(verb), partial(self._begin, verb), text=verb.name)

    def _begin(self, verb: Verb) -> None:
        cast(Desk, self.screen).write(Writing("line", wants=f"For example {verb.usage}"), begun(verb))


def _prompt(verb: Verb) -> Content:
    row = by_verb().get(verb.name)
    # The look of the commands above it: what it is, how it is reached, what it does.
    said = Content(f"{row.label if row else verb.name.capitalize()}   ").stylize_before("bold")
    return Content.assemble(said, f":{verb.name}", "\n  ", (verb.says, "not bold"))
