"""A text in clauses, and two texts held against each other with the words that differ marked in each: what the desk and
the chair's view show of an amendment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from clerk.texts import Text, numbers

Piece = tuple[str, bool]
"""Words, and whether the amendment touches them."""

LEFT_OUT = "…"
"""Stands for the words and clauses of a long text that an amendment leaves alone."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its printed number, "" where there is but one, and its words."""

    number: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether the amendment touches it."""
        return any(touched for _, touched in self.pieces)

    @property
    def length(self) -> int:
        """Its characters."""
        return sum(len(words) for words, _ in self.pieces)


Side = tuple[Clause, ...]
"""One of two texts that are compared."""


def plain(text: Text, shown: Iterable[str] | None = None) -> Side:
    """A text as it stands; of its clauses only those with an id in `shown`, where that is given."""
    printed, wanted = _numbers(text), None if shown is None else set(shown)
    return tuple(Clause(printed[c.id], ((c.text, False),)) for c in text if wanted is None or c.id in wanted)


def compared(before: Text, after: Text) -> tuple[Side, Side]:
    """Both texts whole, with the words that differ marked in each."""
    return _side(before, after), _side(after, before)


def changes(before: Text, after: Text, long: int, kept: int) -> tuple[Side, Side]:
    """Of both texts the clauses that differ, and beside one that came or went whole its neighbour. Together longer
    than `long` characters, each has of what is left alone only `kept` words on either side of a change."""
    old, new = {c.id: c.text for c in before}, {c.id: c.text for c in after}
    differ = {id_ for id_ in old | new if old.get(id_) != new.get(id_)}
    beside = {near for text, other in ((before, new), (after, old)) for near in _beside(text, differ - set(other))}
    wanted = differ | beside
    sides = [
        tuple(clause for c, clause in zip(text, side, strict=True) if c.id in wanted)
        for text, side in zip((before, after), compared(before, after), strict=True)
    ]
    if sum(clause.length for side in sides for clause in side) > long:
        sides = [tuple(_around(clause, kept) for clause in side) for side in sides]
    return sides[0], sides[1]


def _beside(text: Text, alone: set[str]) -> Iterable[str]:
    """The clause before each of these that the other text does not have, else the one after."""
    for place, clause in enumerate(text):
        if clause.id in alone:
            near = [c for c in (*reversed(text[:place]), *text[place + 1 :]) if c.id not in alone]
            yield from (c.id for c in near[:1])


def _around(clause: Clause, kept: int) -> Clause:
    """A clause without most of the words that stay as they are."""
    last = len(clause.pieces) - 1
    pieces = tuple(
        (words if touched else _cut(words, kept if place else 0, kept if place < last or not place else 0), touched)
        for place, (words, touched) in enumerate(clause.pieces)
    )
    if not clause.changed:
        pieces = ((_cut(clause.pieces[0][0], kept, 0), False),) if clause.pieces else ()
    return replace(clause, pieces=pieces)


def _cut(words: str, first: int, last: int) -> str:
    """The first and the last so many words, what is between them left out where that is more than a word."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) <= first + last + 1:
        return words
    head = words[: parts[first - 1].end()] + " " if first else ""
    tail = " " + words[parts[-last].start() :] if last else ""
    return f"{head}{LEFT_OUT}{tail}"


def _side(text: Text, other: Text) -> Side:
    known, printed = {clause.id: clause.text for clause in other}, _numbers(text)
    return tuple(Clause(printed[c.id], _pieces(c.text, known.get(c.id, ""))) for c in text)


def _numbers(text: Text) -> dict[str, str]:
    """The number of each clause as it is printed; a text of one clause has none."""
    printed = numbers(text)
    return {c.id: "" if len(text) == 1 else printed[c.id] + ("." if printed[c.id].isdecimal() else "") for c in text}


def _pieces(text: str, other: str) -> tuple[Piece, ...]:
    """A text in pieces, those marked that the other does not have."""
    if text == other:
        return ((text, False),)
    mine, theirs = _words(text), _words(other)
    pieces: list[Piece] = []
    for what, a, b, _, _ in SequenceMatcher(a=mine, b=theirs, autojunk=False).get_opcodes():
        if a < b:
            pieces.append(("".join(mine[a:b]), what != "equal"))
    return tuple(pieces)


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\s+|\S+", text)
