"""A journal's lines as text, verified, each with its epoch: what is sent to the book, and what comes from it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from store import disk
from store.book.connection import Book, Head, Row
from store.book.errors import BookError
from store.errors import NotAJournal
from store.journal import read_file
from store.lines import FirstLine, Place
from store.reading import read_journal, read_lines

TAKEN_OVER = "TakenOver"
"""The table of take-overs: one row for each, numbered by the epoch that it began. It is no entry: it changes no
number, undo cannot reach it, and an older program reads on."""

_TAKEN_OVER = re.compile(rb'\{"n":\d+,"table":"TakenOver","changes":\{"(\d+)":\{')


class Known(NamedTuple):
    """A line of a journal: its number, epoch and hash, and its text without the newline."""

    number: int
    epoch: int
    hash: str
    text: str

    @property
    def row(self) -> Row:
        """The line as the book takes it."""
        return Row(self.number, self.epoch, self.text)


def known_lines(data: bytes, number: int, epoch: int) -> list[Known]:
    """Verified lines as text; ``number`` and ``epoch`` are those of the line before them (-1 and 1 for none)."""
    known: list[Known] = []
    for text in data.split(b"\n")[:-1]:
        number += 1
        taken = _TAKEN_OVER.match(text)
        epoch = int(taken[1]) if taken else epoch
        known.append(Known(number, epoch, text[-66:-2].decode(), text.decode()))
    return known


def hash_of(line: str) -> str:
    """The hash with which a line ends."""
    return line[-66:-2]


class JournalLines:
    """The verified lines of a journal as it grows, read-only. ``look`` costs one ``os.stat`` when nothing is new."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[Known] = []
        self.first: FirstLine | None = None
        self.damaged = False
        self._place: Place | None = None
        self._seen: tuple[int, int, int, int] | None = None

    @property
    def meeting(self) -> str:
        """The id of the meeting; "" before the first look."""
        return self.first.id if self.first else ""

    @property
    def place(self) -> Place:
        """Where the last verified line ends."""
        return self._place or Place(-1, b"", 0)

    def look(self) -> bool:
        """Read what is new; whether there was anything. Raises CannotOpen, NewerJournal and NotAJournal."""
        try:
            now = os.stat(self.path)
        except OSError:
            read_file(self.path)
            return False
        seen = (now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns)
        if seen == self._seen:
            return False
        before = len(self.lines), self.place
        if not (self._seen and self._seen[:2] == seen[:2] and self._read_on(seen[2])):
            self._read_afresh()
        self._seen = seen
        return (len(self.lines), self.place) != before

    def _read_on(self, size: int) -> bool:
        if self._place is None or size < self._place.end or self.damaged:
            return False
        tail = self._place.hash + b'"}\n'
        with disk.open_to_read(self.path) as file:
            file.seek(self._place.end - len(tail))
            data = file.read()
        reading = read_lines(data[len(tail) :], self._place)
        if not data.startswith(tail) or reading.rest.count(b"\n"):
            return False
        self._take(data[len(tail) : len(data) - len(reading.rest)], reading.place)
        return True

    def _read_afresh(self) -> None:
        data = disk.read(self.path)
        reading = read_journal(data, self.path)
        if reading.first is None or reading.place.number < 0 or not reading.first.id:
            raise NotAJournal(self.path, "its first line cannot be read")
        self.first, self.lines, self.damaged = reading.first, [], bool(reading.bad)
        self._take(data[: reading.place.end], reading.place)

    def _take(self, data: bytes, place: Place) -> None:
        last = self.lines[-1] if self.lines else None
        self.lines += known_lines(data, last.number if last else -1, last.epoch if last else 1)
        self._place = place


def whole(book: Book, head: Head) -> list[Row]:
    """Every line of a meeting. Raises BookError where the book's own lines are not one chain."""
    rows: list[Row] = []
    while some := book.lines(head.id, rows[-1].number if rows else -1):
        rows += some
    data = as_bytes(rows)
    reading = read_journal(data, Path(head.name)) if rows else None
    if reading is None or reading.place.end != len(data):
        raise BookError(
            f"What the shared book has of {head.name} does not agree with itself, and was not used. "
            "Tell its owner: “clerk share verify” says where."
        )
    return rows


def as_bytes(rows: Sequence[Row]) -> bytes:
    """Lines as a journal has them."""
    return "".join(f"{row.line}\n" for row in rows).encode()
