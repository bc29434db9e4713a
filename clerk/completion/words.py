"""Text as the words that completion learns and offers, with the places where a sentence begins."""

import re
from collections.abc import Iterator

START = ""
"""Stands in a text of words where nothing before is looked at: a sentence begins, or something was left out."""

WORD = r"[^\W_](?:[\w'’&/@.-]*\w)?"
"""A word as it is offered: letters and figures, with what stands between them in "Weeden-Sanz", "2018/19", "a.m"."""

_PARTS = re.compile(rf"{WORD}|[^\w\s]")
_BEGUN = re.compile(rf"(?:{WORD})?[\w'’&/@.-]*\Z")
_ENDS = frozenset(".?!:•|")
_MARK = re.compile(r"^\s*(?:[-•*]\s+|#+\s+|\d+(?:\.\d+)*[.)]?\s+)")


def words_of(text: str) -> list[str]:
    """The words of a text and its signs, in order; `START` stands first, at each line, and after what ends a
    sentence."""
    found = []
    for line in text.replace("**", "").splitlines():
        found.append(START)
        for part in _PARTS.findall(_MARK.sub("", line)):
            found.append(START if part in _ENDS else part)
    return found or [START]


def parted(text: str) -> tuple[str, str]:
    """What stands before the word that is being typed, and what there is of it: "" between two words."""
    begun = _BEGUN.search(text)
    here = begun.start() if begun else len(text)
    return text[:here], text[here:]


def is_word(word: str) -> bool:
    """Whether it is a word and no sign, so that it may be offered."""
    return bool(word) and word[0].isalnum()


def begins_sentence(before: str) -> bool:
    """Whether the next word begins a sentence or a line."""
    return words_of(f"{before} ")[-1] == START


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text that are not blank."""
    return (line for line in text.splitlines() if line.strip())
