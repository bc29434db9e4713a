"""The words by which things are found: the index and whoever asks it take them apart alike, and SQLite not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from clerk.names import plain

TOKENIZE = "ascii"
"""The tokenizer of SQLite that leaves words taken apart here as they are: letters and figures, no signs."""

_WORD = re.compile(r"[^\W_]+")


class Wanted(NamedTuple):
    """Words of which one must be there; where `begins`, one that begins so."""

    words: tuple[str, ...]
    begins: bool = False


def words_in(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WORD.findall(bare.casefold())


def indexed(text: str, filters: Iterable[str] = ()) -> str:
    """A text as it is indexed: each of its words once, and the words by which it is filtered."""
    return " ".join(dict.fromkeys([*words_in(text), *filters]))


def wanted(typed: str) -> list[Wanted]:
    """What is asked for by words as they are typed, each of which must be there: whole, or the beginning of one where
    it is the last or has four letters or more."""
    words = words_in(typed)
    last = len(words) - 1
    return [Wanted((word,), number == last or len(word) > 3) for number, word in enumerate(words)]


def filter_word(what: str, value: str) -> str:
    """The word by which rows of a body, a member or an outcome are told: one that nobody types."""
    return f"zq{what}{crc32(plain(value).encode()):08x}"
