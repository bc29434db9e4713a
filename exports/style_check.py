"""What a house style of one's own says, what it leaves to Barnet's, and what may stand in each of its wordings."""

from functools import cache

from msgspec import Struct

from clerk.toml import read_toml
from exports.style import Style, read_style, shipped_style, shipped_styles
from exports.writer import COMMON


class Checked(Struct, frozen=True):
    """A style as it was read: `own` are the wordings that it has itself or from a style that it names, `lacks` those
    that are Barnet's words, `wrong` a sentence for each slot that a wording does not have, with the ones it has."""

    style: Style
    own: tuple[str, ...]
    lacks: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing of it is another council's, and nothing is wrong."""
        return not self.lacks and not self.wrong


def check_style(text: str, source: str) -> Checked:
    """Looks a style through. Raises `StyleError` where it cannot be read at all."""
    style = read_style(text, source)
    base = shipped_style()
    given = set(read_toml(text).get("words", {}))
    own = tuple(key for key in style.words if key in given or style.words[key] != base.words.get(key))
    decided = tuple(key for key in base.words if key not in own)
    wrong = []
    for key in own:
        strange = sorted(names_in(style.words[key]) - slots_of(key) - set(COMMON))
        if strange:
            has = ", ".join(sorted(slots_of(key))) or "none of its own"
            wrong.append(f"{key} has no slot {', '.join(f'“{name}”' for name in strange)}. It has: {has}.")
    return Checked(style, own, decided, tuple(wrong))


def slots_of(key: str) -> frozenset[str]:
    """The slots that a wording has of its own, beside those that every wording has (`COMMON`)."""
    return _slots().get(key, frozenset())


@cache
def _slots() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name in shipped_styles():
        for key, template in shipped_style(name).words.items():
            found[key] = found.get(key, frozenset()) | (names_in(template) - set(COMMON))
    return found


def names_in(template: str) -> frozenset[str]:
    """The slots that a template asks for."""
    from jinja2 import meta

    from exports.style import parsed

    return frozenset(meta.find_undeclared_variables(parsed(template)))
