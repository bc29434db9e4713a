"""Checking every hash of the book, from outside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.book.connection import Book, Head
from store.book.journal_lines import known_lines
from store.lines import Place
from store.reading import read_lines


class Verified(NamedTuple):
    """A meeting of the book: its name, how many lines agree, and what is wrong in a sentence ("" for nothing)."""

    name: str
    lines: int
    fault: str


def verify(book: Book) -> Iterator[Verified]:
    """Every meeting of the book, and what libraries were told: each line's number, hash and epoch worked out again."""
    for head in [*book.heads(), *book.facts()]:
        good, fault = _one(book, head)
        yield Verified(head.name, good, fault)


def _one(book: Book, head: Head) -> tuple[int, str]:
    place, epoch, good = Place(-1, b"", 0), 1, 0
    while rows := book.lines(head.id, good - 1):
        for row in rows:
            data = f"{row.line}\n".encode()
            epoch = known_lines(data, place.number, epoch)[0].epoch
            if row.number != good or not _follows(data, place) or epoch != row.epoch:
                return good, f"line {good} does not follow the one before it"
            place = Place(good, data[-67:-3], 0)
            good += 1
    if (head.number, head.hash, head.epoch) != (place.number, place.hash.decode(), epoch):
        again = book.head(head.id)
        if again == head:
            return good, f"its head says line {head.number}, and its lines end at {place.number}"
    return good, ""


def _follows(data: bytes, place: Place) -> bool:
    if place.number < 0:
        from hashlib import sha256

        return sha256(data[:-76]).hexdigest().encode() == data[-67:-3]
    return len(read_lines(data, place).lines) == 1
