"""The file of a meeting, for the one who writes it: lines are added at the end, and nothing else ever happens to it."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from store import disk
from store.errors import (
    CannotOpen,
    JournalChanged,
    JournalIsDamaged,
    MeetingExists,
    NotAJournal,
    NotRecorded,
    StoreError,
    entries,
    reason,
)
from store.lines import (
    EVENTS,
    Line,
    Place,
    Reading,
    decode_line,
    entries_in,
    first_line,
    next_line,
    read_journal,
)

Changes = Mapping[str, Any] | None


def read_file(path: Path) -> Reading:
    """All that can be read of a journal, without touching it. Raises CannotOpen, NewerJournal and NotAJournal."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotOpen(path, error) from error
    return read_journal(data, path)


def create(path: Path, meeting: str, first: Sequence[tuple[str, Changes]] = ()) -> None:
    """Make a journal that holds ``first`` already; it appears under its name only when whole and on disk.

    The caller holds the meeting's lock. Raises MeetingExists, CannotOpen and CannotBeStored.
    """
    data, place = first_line(meeting, secrets.token_hex(8))
    for table, changes in first:
        line, place = next_line(place, table, changes)
        data += line
    if path.exists():
        raise MeetingExists(path.stem)
    try:
        disk.write_whole(path, data)
    except OSError as error:
        raise CannotOpen(path, error, "created") from error


class Journal:
    """An open journal. The caller holds the lock: two writers would spoil each other's lines.

    Opening sets a torn last line aside in a file beside, and ``report`` says so. Raises CannotOpen, JournalIsDamaged,
    NewerJournal and NotAJournal, none of which has changed the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.report: list[str] = []
        """What was set aside at opening, or put right since, as sentences."""
        reading = read_file(path)
        if reading.bad:
            before = len(entries_in(reading.lines))
            raise JournalIsDamaged(path, reading.place.number + 2, before, len(entries_in(reading.after)), reading.bad)
        if reading.first is None:
            raise NotAJournal(path, "its first line cannot be read")
        self.meeting = reading.first.meeting
        self.identity = reading.first.id
        self.place: Place = reading.place
        self._lines = reading.lines
        self._entries = len(entries_in(reading.lines))
        self._in_doubt = False
        self._saved: Path | None = None
        try:
            self._fd = disk.open_to_append(path)
        except OSError as error:
            raise CannotOpen(path, error) from error
        try:
            if reading.torn:
                self._set_aside(reading.rest)
            self._file = _which_file(path)
        except OSError as error:
            os.close(self._fd)
            raise CannotOpen(path, error) from error

    def take_lines(self) -> list[Line]:
        """The lines that were there at opening; they are handed over once, and not kept here."""
        lines, self._lines = self._lines, []
        return lines

    def append(self, table: str | None, changes: Changes) -> Line:
        """Record ``changes``, and return the line as written once it is on disk.

        Raises NotRecorded or JournalChanged when it is not: the journal then ends where it ended before.
        Raises CannotBeStored before anything is written.
        """
        data, after = next_line(self.place, table, changes)
        line = decode_line(data)
        try:
            if self._in_doubt:
                self._put_right()
            self._check_file()
            # Whatever interrupts what follows, be it a signal, leaves the end of the file to be looked at first.
            self._in_doubt = True
            disk.write_all(self._fd, data)
        except OSError as error:
            self._recover()
            raise NotRecorded(self.path, reason(error), kept=self._kept()) from error
        try:
            disk.sync(self._fd)
        except OSError as error:
            # The system may have dropped what it failed to write, and a second fsync would not say so.
            self._recover(reopen=True)
            raise NotRecorded(self.path, reason(error), kept=self._kept()) from error
        self.place = after
        self._in_doubt = False
        if table == EVENTS:
            self._entries += len(line.changes or ())
        return line

    def close(self) -> None:
        """Let go of the file; calling it again does nothing."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def _kept(self) -> str:
        number = self._entries
        return f"{entries(number).capitalize()} before it {'is' if number == 1 else 'are'} safe on disk."

    def _set_aside(self, torn: bytes) -> None:
        beside = disk.first_free(self.path, "torn")
        disk.write_whole(beside, torn)
        disk.cut(self._fd, self.place.end)
        disk.sync(self._fd)
        self.report.append(
            f"The last line had not been written whole and was never confirmed: it was set aside in {beside.name}."
        )

    def _recover(self, *, reopen: bool = False) -> None:
        # A failure here is not news to the clerk: the next entry tries again, and says so if it cannot.
        with contextlib.suppress(OSError):
            self._put_right(reopen=reopen)

    def _put_right(self, *, reopen: bool = True) -> None:
        """Bring the file back to its last good end, and prove it by reading. Raises OSError and JournalChanged."""
        self._in_doubt = True
        if reopen:
            self._reopen()
        disk.cut(self._fd, self.place.end)
        disk.sync(self._fd)
        self._in_doubt = False

    def _check_file(self) -> None:
        """Synchronising programs replace files; what is written to the file that was is then lost without a sound."""
        try:
            now = os.stat(self.path)
        except FileNotFoundError:
            self._put_back()
            return
        if (now.st_dev, now.st_ino) != self._file or now.st_size != self.place.end:
            # Some drives number a file anew now and then, and some programs put an equal file in its place.
            self._reopen(to_the_byte=True)

    def _reopen(self, *, to_the_byte: bool = False) -> None:
        """Go on with the file that has the journal's name now, if it holds all that was recorded."""
        try:
            fd = disk.open_to_append(self.path)
        except FileNotFoundError:
            self._put_back()
            return
        try:
            there = self.path.read_bytes()
            recorded = read_journal(there[: self.place.end], self.path).place == self.place
        except StoreError:
            recorded = False
        except OSError:
            os.close(fd)
            raise
        if not recorded or (to_the_byte and len(there) != self.place.end):
            os.close(fd)
            raise JournalChanged(self.path, self._save_ours())
        self._go_on_with(fd)

    def _put_back(self) -> None:
        disk.write_whole(self.path, self._ours())
        self._go_on_with(disk.open_to_append(self.path))
        self.report.append(f"{self.path.name} had been deleted while the meeting was open. It was put back whole.")

    def _go_on_with(self, fd: int) -> None:
        os.close(self._fd)
        self._fd = fd
        self._file = _which_file(self.path)

    def _ours(self) -> bytes:
        """What was recorded, from the file as we opened it, even if it has no name any more."""
        with open(os.dup(self._fd), "rb") as still_open:
            still_open.seek(0)
            return still_open.read(self.place.end)

    def _save_ours(self) -> str:
        """Keep what was recorded as a meeting of its own, once, and say where."""
        try:
            if self._saved is None:
                saved, number = self.path, 0
                while saved.exists():
                    number += 1
                    saved = self.path.with_name(f"{self.path.stem}-kept-{number}{self.path.suffix}")
                disk.write_whole(saved, self._ours())
                self._saved = saved
        except OSError as error:
            return f"What was recorded until now could not be saved beside it either: {reason(error)}."
        return f"What was recorded until now is kept as the meeting {self._saved.stem}: go on in that one."


def _which_file(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino
