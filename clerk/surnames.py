"""Which words of a name are its surname: "van der Berg" of "Mia van der Berg", "St John" of "Ann St John"."""

from functools import lru_cache

_EITHER = {
    *("van", "von", "der", "den", "ter", "ten", "de", "des", "du", "la", "le", "da", "dos", "di", "del", "della"),
    *("st", "saint", "mac", "mc", "al", "el", "bin", "bint", "ap", "ó", "ní", "nic", "uí"),
}
"""What a surname may begin with, whether it is written with a capital or without."""

_SMALL = {
    *("'t", "’t", "te", "op", "vom", "zu", "zum", "zur", "das", "do", "af", "av", "ab", "lo"),
    *("ibn", "ferch", "verch"),
}
"""What it may begin with only where it is written small: with a capital these are other names or initials."""

_GIVEN = {"van", "al", "di", "mac", "del"}
"""Of these, what is a given name too, where nothing stands before it: "Van Hill", "Al Green"."""

PARTICLE = "|".join(sorted(_EITHER | _SMALL, key=len, reverse=True))
"""Any word that a surname may begin with, in small letters: a part of a pattern."""


@lru_cache(maxsize=4096)
def surname_of(name: str) -> str:
    """The last word of a name with what belongs to it; what tells two of one name apart, "(Mill)", is no part of it.

    A surname alone is that, whatever it begins with: "de Souza", "Le Grice".
    """
    words = name.partition(" (")[0].split(" ")
    begins = len(words) - 1
    while begins > 0 and _is_particle(words[begins - 1]):
        begins -= 1
    if begins == 0 < len(words) - 1 and words[0].casefold() in _GIVEN and not words[0].islower():
        begins = 1
    return " ".join(words[begins:])


def _is_particle(word: str) -> bool:
    small = word.casefold().removesuffix(".")
    return small in _EITHER or (small in _SMALL and word.islower())
