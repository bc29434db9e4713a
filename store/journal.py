"""The file of a meeting, for the one who writes it: lines are added at the end, and nothing else ever happens to it.

What was confirmed is in memory too, byte for byte. Whatever another program does to the file, or to the folder, that is
what is written again, and what the file is held against.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from store import disk
from store.errors import (
    CannotKeepThere,
    CannotOpen,
    JournalChanged,
    JournalIsDamaged,
    MeetingExists,
    NotAJournal,
    NotRecorded,
    OnlyInThisWindow,
    entries,
    only_here,
    reason,
)
from store.lines import EVENTS, HASH, Line, Place, decode_line, entries_in, first_line, next_line
from store.reading import Reading, read_journal, read_lines
from store.renewing import new_identity, renewed

Changes = Mapping[str, Any] | None

_TRIES = 5
"""How often a line is written again when another program has its hands in the file at that very moment."""


def read_bytes(path: Path) -> bytes:
    """All of a file. Raises CannotOpen."""
    try:
        return disk.read(path)
    except OSError as error:
        raise CannotOpen(path, error) from error


def read_file(path: Path) -> Reading:
    """All that can be read of a journal, without touching it. Raises CannotOpen, NewerJournal and NotAJournal."""
    return read_journal(read_bytes(path), path)


def create(path: Path, meeting: str, first: Sequence[tuple[str, Changes]] = ()) -> None:
    """Make a journal that holds ``first`` already; it appears under its name only when whole and on disk.

    The caller holds the meeting's lock. Raises MeetingExists, CannotOpen and CannotBeStored.
    """
    data, place = first_line(meeting, new_identity())
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
        data = read_bytes(path)
        reading = read_journal(data, path)
        if reading.bad:
            before, after = len(entries_in(reading.lines)), len(entries_in(reading.after))
            raise JournalIsDamaged(path, reading.place.number + 2, before, after, reading.bad, reading.wrong)
        if reading.first is None:
            raise NotAJournal(path, "its first line cannot be read")
        self.meeting = reading.first.meeting
        self.identity = reading.first.id
        self.place: Place = reading.place
        self.written = bytearray(data[: reading.place.end])
        """Every confirmed line, as it is in the file or should be."""
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
            self._stamp = _stamp(path)
        except OSError as error:
            os.close(self._fd)
            raise CannotOpen(path, error) from error

    def take_lines(self) -> list[Line]:
        """The lines that were there at opening; they are handed over once, and not kept here."""
        lines, self._lines = self._lines, []
        return lines

    def append(self, table: str | None, changes: Changes) -> Line:
        """Record ``changes``, and return the line as written once it is on disk, and the file the one it should be.

        Raises NotRecorded (OnlyInThisWindow where what was recorded before is gone as well) or JournalChanged when it
        is not: the journal then ends where it ended before. Raises CannotBeStored before anything is written.
        """
        data, after = next_line(self.place, table, changes)
        line = decode_line(data)
        for _ in range(_TRIES):
            self._write(data)
            if self._stands(after.end):
                break
        else:
            raise NotRecorded(self.path, "another program keeps changing the file", kept=self._kept())
        self.place = after
        self.written += data
        self._in_doubt = False
        if table == EVENTS:
            self._entries += len(line.changes or ())
        return line

    def look(self, *, thorough: bool = False) -> None:
        """Hold the file against what was recorded: put it back where it was deleted. ``thorough`` reads it, whatever
        its size and time say.

        Raises OnlyInThisWindow or JournalChanged where what was recorded is not under the file's name.
        """
        try:
            if self._in_doubt:
                self._put_right()
            self._check_file(thorough=thorough)
        except OSError as error:
            if not self._safe():
                raise OnlyInThisWindow(self.path, reason(error), self._entries) from error

    def go_on_in(self, folder: Path, name: str) -> None:
        """Go on in a new record that holds all that was recorded, under a name that is free in ``folder``; the caller
        holds its lock. Raises CannotKeepThere; nothing has changed then."""
        path = folder / f"{name}{self.path.suffix}"
        try:
            data, identity, place = self._renewed(name)
            disk.write_whole(path, data)
            fd = disk.open_to_append(path)
        except OSError as error:
            raise CannotKeepThere(folder, reason(error)) from error
        with contextlib.suppress(OSError):
            os.close(self._fd)
        self.path, self.meeting, self.identity, self.place = path, name, identity, place
        self.written = bytearray(data)
        self._fd, self._in_doubt, self._saved = fd, False, None
        self._stamp = _stamp(path)

    def go_on_in_saved(self, saved: Path) -> None:
        """Go on in the record that JournalChanged said was kept. Raises CannotOpen."""
        opened = Journal(saved)
        with contextlib.suppress(OSError):
            os.close(self._fd)
        self.path, self.meeting, self.identity, self.place = saved, opened.meeting, opened.identity, opened.place
        self.written, self._fd, self._stamp = opened.written, opened._fd, opened._stamp
        self._in_doubt, self._saved = False, None

    def close(self) -> None:
        """Let go of the file; calling it again does nothing."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    @property
    def entries(self) -> int:
        """How many entries have been recorded."""
        return self._entries

    def _write(self, data: bytes) -> None:
        try:
            if self._in_doubt:
                self._put_right()
            self._check_file()
            # Whatever interrupts what follows, be it a signal, leaves the end of the file to be looked at first.
            self._in_doubt = True
            disk.write_all(self._fd, data)
        except OSError as error:
            self._recover()
            raise self._failure(error) from error
        try:
            disk.sync(self._fd)
        except OSError as error:
            # The system may have dropped what it failed to write, and a second fsync would not say so.
            self._recover(reopen=True)
            raise self._failure(error) from error

    def _stands(self, end: int) -> bool:
        """Whether what was just written is under the file's name: it may have been replaced or cut meanwhile."""
        try:
            now = _stamp(self.path)
        except OSError:
            return False
        if now[:2] != self._stamp[:2] or now[2] != end:
            return False
        self._stamp = now
        return True

    def _failure(self, error: OSError) -> NotRecorded:
        if not self._safe():
            return OnlyInThisWindow(self.path, reason(error), self._entries)
        return NotRecorded(self.path, reason(error), kept=self._kept())

    def _kept(self) -> str:
        number = self._entries
        return f"{entries(number).capitalize()} before it {'is' if number == 1 else 'are'} safe on disk."

    def _safe(self) -> bool:
        """Whether all that was recorded can be read under the file's name."""
        try:
            return disk.read(self.path)[: self.place.end] == self.written
        except OSError:
            return False

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
        # Of the file that was cut, which need not be the one that has the name by now: that is looked at next.
        self._stamp = _stamp(self._fd)
        self._in_doubt = False

    def _check_file(self, *, thorough: bool = False) -> None:
        """Synchronising programs replace and rewrite files; what is written to a file that was is lost without a sound.
        Raises OSError and JournalChanged."""
        try:
            now = _stamp(self.path)
        except FileNotFoundError:
            self._put_back()
            return
        if thorough or now != self._stamp:
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
            stamp = _stamp(self.path)
            there = disk.read(self.path)
        except OSError:
            os.close(fd)
            raise
        if there[: self.place.end] != self.written or (to_the_byte and len(there) != self.place.end):
            os.close(fd)
            raise JournalChanged(self.path, *self._save_ours(there))
        self._go_on_with(fd, stamp)

    def _put_back(self) -> None:
        disk.write_whole(self.path, bytes(self.written))
        self._go_on_with(disk.open_to_append(self.path), _stamp(self.path))
        self._in_doubt = False
        self.report.append(f"{self.path.name} had been deleted while the meeting was open. It was put back whole.")

    def _go_on_with(self, fd: int, stamp: tuple[int, ...]) -> None:
        with contextlib.suppress(OSError):
            os.close(self._fd)
        self._fd = fd
        self._stamp = stamp

    def _save_ours(self, theirs: bytes) -> tuple[str, Path | None]:
        """Keep what was recorded as a meeting of its own, once, and say where."""
        if self._saved is not None and self._saved.exists():
            return self._said_saved(self._saved), self._saved
        try:
            saved = kept_beside(self.path)
            data, _, _ = self._renewed(saved.stem, theirs)
            disk.write_whole(saved, data)
            self._saved = saved
        except OSError as error:
            return f"{only_here(self._entries)} They could not be saved beside it either: {reason(error)}.", None
        return self._said_saved(saved), saved

    @staticmethod
    def _said_saved(saved: Path) -> str:
        return f"What was recorded until now is kept as the meeting {saved.stem}: go on in that one."

    def _renewed(self, meeting: str, theirs: bytes | None = None) -> tuple[bytes, str, Place]:
        """What was recorded, as a new record; ``theirs`` is what stands in its file now."""
        whole = bytes(self.written)
        lines = read_lines(whole[whole.index(b"\n") + 1 :], _first_place(whole)).lines
        return renewed(meeting, self.identity, _last_in_common(whole, theirs or b""), lines)


def kept_beside(path: Path) -> Path:
    """The first name of the kind ``NAME-kept-1`` beside ``path`` that is free."""
    number = 1
    while (candidate := path.with_name(f"{path.stem}-kept-{number}{path.suffix}")).exists():
        number += 1
    return candidate


def _first_place(whole: bytes) -> Place:
    end = whole.index(b"\n") + 1
    return Place(0, whole[end - 3 - HASH : end - 3], end)


def _last_in_common(ours: bytes, theirs: bytes) -> bytes:
    """The hash of the last line that the two begin with; where they share none, that of our last."""
    both = zip(ours.splitlines(keepends=True), theirs.splitlines(keepends=True), strict=False)
    end = sum(len(our) for our, _ in takewhile(lambda pair: pair[0] == pair[1], both)) or len(ours)
    return ours[end - 3 - HASH : end - 3]


def _stamp(path: Path | int) -> tuple[int, ...]:
    """What tells that another program had its hands in a file: which file it is, its size and times."""
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
