"""Which characters a PDF can show: those of the shipped fonts. Any other is replaced before it is made, and named."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
COVERAGE = FONTS / "coverage.txt"
FAMILY = "Liberation Sans"
SPARE = "DejaVu Sans Mono"
"""The font inside typst itself that has U+FFFD, which the shipped ones lack; it is asked for that alone."""

REPLACEMENT = "\ufffd"
_ALIKE = {"\u2011": "-", "\u2010": "-", "\u2028": "\n", "\u2029": "\n"}
"""What another character shows just as well."""


@cache
def _shown() -> frozenset[str]:
    ranges = (line.split() for line in COVERAGE.read_text(encoding="utf-8").splitlines())
    codes = {code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)}
    seen = (letter for letter in map(chr, codes) if not _shows_nothing(letter))
    return frozenset(seen) | {"\n", REPLACEMENT}


def _shows_nothing(letter: str) -> bool:
    """Whether a character has no shape of its own: joiners, marks of direction, variation selectors."""
    return unicodedata.category(letter) == "Cf" or 0xFE00 <= ord(letter) <= 0xFE0F


class Letters:
    """Texts on their way into a PDF; `lost` are the characters that had to be replaced, in order of meeting them."""

    def __init__(self) -> None:
        self._lost: dict[str, None] = {}
        self._table: dict[int, str] = {}

    @property
    def lost(self) -> tuple[str, ...]:
        """The characters that no shipped font has, each once, as a text met them, in order."""
        return tuple(self._lost)

    def of(self, text: str) -> str:
        """The text with U+FFFD for what cannot be shown, and without what would show nothing anyway."""
        for letter in sorted(set(text) - _shown()):
            if ord(letter) not in self._table:
                self._table[ord(letter)] = self._instead(letter)
        return text.translate(self._table)

    def _instead(self, letter: str) -> str:
        if letter in _ALIKE:
            return _ALIKE[letter]
        if letter == "\t":
            return " "
        if _shows_nothing(letter):
            return ""
        self._lost[letter] = None
        return REPLACEMENT


def named(letters: tuple[str, ...]) -> str:
    """Characters as a sentence to a person names them: "中 (U+4E2D)"."""
    return ", ".join(
        f"{letter} (U+{ord(letter):04X})" if letter.isprintable() else f"U+{ord(letter):04X}" for letter in letters
    )
