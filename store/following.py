"""Reading a meeting while somebody else writes it: any number of readers, none of which the writer notices."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from store import disk
from store.errors import StoreError, entries, reason
from store.journal import read_file
from store.lines import FirstLine, Line, Place, entries_in
from store.reading import Reading, read_lines
from store.rows import Row
from store.tables import JournalStorage

_FIRST = 1 << 12
_first_decoder = msgspec.json.Decoder(FirstLine)


@dataclass(frozen=True, slots=True)
class News:
    """What a look at the journal brought."""

    lines: list[Line] = field(default_factory=list)
    again: bool = False
    """Whether ``lines`` are all there are, from the first: forget what was read before."""
    message: str = ""
    """A sentence for the person, or nothing."""

    @property
    def raw(self) -> list[msgspec.Raw]:
        """The new entries as JSON, for whoever decodes them into types of their own."""
        return entries_in(self.lines)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The new entries, in order."""
        return [msgspec.json.decode(row, type=Row) for row in self.raw]


class Follower:
    """Follows one journal, read-only. ``poll`` as often as is wanted: when nothing is new it costs one ``os.stat``.

    It reads to the last newline, so it never sees half a line, and verifies every line. ``count`` is the number of
    entries read so far.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._seen: tuple[int, int, int, int] | None = None
        self._place: Place | None = None
        self._said = ""

    def poll(self) -> News | None:
        """What is new since the last look, or None.

        The first look raises CannotOpen, NewerJournal or NotAJournal when there is nothing to follow; from then on such
        things come as a message, once, and what was read stays valid.
        """
        try:
            now = os.stat(self.path)
        except OSError as error:
            if self._place is None:
                read_file(self.path)
            return self._say(f"{self.path.name} cannot be read just now: {reason(error)}. What is shown may be old.")
        seen = (now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns)
        if seen == self._seen:
            return None
        try:
            news = self._look(seen)
        except (OSError, StoreError) as error:
            if self._place is None:
                raise
            why = reason(error) if isinstance(error, OSError) else str(error)
            return self._say(f"{self.path.name} cannot be read just now: {why} What is shown may be old.")
        self._seen = seen
        return news

    def _look(self, seen: tuple[int, int, int, int]) -> News | None:
        if self._place is None:
            return self._afresh(None)
        if self._seen is not None and self._seen[:2] != seen[:2]:
            return self._afresh("The meeting’s file was replaced. It has been read again from the beginning.")
        if seen[2] >= self._place.end:
            tail = self._place.hash + b'"}\n'
            with disk.open_to_read(self.path) as file:
                file.seek(self._place.end - len(tail))
                data = file.read()
            reading = read_lines(data[len(tail) :], self._place)
            if data.startswith(tail) and not reading.rest.count(b"\n"):
                return self._take(reading)
        return self._afresh(
            "The desk took back what the disk had not confirmed. The meeting has been read again from the beginning."
        )

    def _take(self, reading: Reading) -> News | None:
        self._place = reading.place
        self.count += len(entries_in(reading.lines))
        # Half a line that is still being written is not news.
        if not reading.lines and not self._said:
            return None
        self._said = ""
        return News(reading.lines)

    def _afresh(self, why: str | None) -> News | None:
        reading = read_file(self.path)
        if reading.first is None or reading.place.number < 0:
            return self._say(f"{self.path.name} is damaged in its first line; nothing of it can be followed.")
        self._place = reading.place
        self.count = len(entries_in(reading.lines))
        message = why or ""
        if reading.rest.count(b"\n"):
            message = (
                f"{self.path.name} is damaged after line {reading.place.number + 1}. "
                f"{entries(self.count).capitalize()} before the damage can be read; the desk must mend it to go on."
            )
        self._said = message
        return News(reading.lines, again=why is not None, message=message)

    def _say(self, message: str) -> News | None:
        # The stat is forgotten, so that the file is read as soon as it is back.
        self._seen = None
        if message == self._said:
            return None
        self._said = message
        return News(message=message)


def first_line_of(path: Path) -> FirstLine | None:
    """What a journal says of itself, its id among it; None where it cannot be read. Reads no further; never raises."""
    try:
        with disk.open_to_read(path) as file:
            return _first_decoder.decode(file.readline(_FIRST))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def ids_of(path: Path) -> tuple[str, ...]:
    """Every id that the record in a journal has had, as far as its first line says: its own first. Never raises."""
    first = first_line_of(path)
    return tuple(filter(None, (first.id, first.replaces))) if first else ()


def read_meeting(path: Path) -> News:
    """All entries of a meeting as it stands, without holding it or touching the file.

    Raises CannotOpen, NewerJournal and NotAJournal. Damage comes as the message, with what could be read before it.
    """
    return Follower(path).poll() or News()


def read_tables(path: Path) -> JournalStorage:
    """Every table of a journal as it stands, to be read only. Raises CannotOpen, NewerJournal and NotAJournal."""
    storage = JournalStorage()
    storage.take(read_file(path).lines)
    return storage
