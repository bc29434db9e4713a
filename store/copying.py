"""A second live copy of a journal in another folder: a memory stick, a network drive.

It is written by a thread of its own, after the journal is on disk, so that a slow or missing folder neither stops nor
slows the writer. It is never the record, only a copy of it; but it is a whole one, whatever becomes of the file: before
anything is added it is held against what was written to it last.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path
from typing import Protocol

from store import disk
from store.errors import CannotCopyThere, reason

_RETRY = 2.0
"""Seconds between tries while the folder cannot be written."""

_LOOK = 5.0
"""Seconds between looks at a copy while nothing is recorded."""

_TAIL = 128
"""How many bytes at the end of the copy are read before each addition: the last line's hash and more."""


class Written(Protocol):
    """What is copied: the journal's path, for its name, and every confirmed byte of it, to which more is only added."""

    path: Path
    written: bytearray


def check_folder(journal: Path, folder: Path) -> None:
    """Raises CannotCopyThere when ``folder`` is the journal's own, where the copy would be written over it."""
    if folder.resolve() == journal.parent.resolve():
        raise CannotCopyThere(folder)


class SecondCopy:
    """Copies ``journal`` into ``folder``, beginning with what is there, and catches up whenever the folder is back.

    Raises CannotCopyThere when the folder is the journal's own.
    """

    def __init__(self, journal: Written, folder: Path, *, retry: float = _RETRY, look: float = _LOOK) -> None:
        self.path = folder / journal.path.name
        check_folder(journal.path, folder)
        self._drive = _drive_of(folder)
        self._written = journal.written
        self._goal = len(journal.written)
        self._retry, self._look = retry, look
        self._copied: int | None = None
        self._stamp: tuple[int, ...] = ()
        self._begun = False
        self._left = 0
        self._checks = self._checked = 0
        self._closing = False
        self._failing = ""
        self._messages: list[str] = []
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="second copy", daemon=True)
        self._thread.start()

    def reached(self, end: int) -> None:
        """Say that the journal is on disk up to byte ``end``. Returns at once."""
        with self._changed:
            self._goal = end
            self._changed.notify_all()

    @property
    def failing(self) -> bool:
        """Whether the copy cannot be written just now."""
        return bool(self._failing)

    def messages(self) -> list[str]:
        """Sentences not yet fetched: when the copy begins to fail, when it is complete again, and when it had to be
        written again because another program had changed it."""
        with self._changed:
            messages, self._messages = self._messages, []
        return messages

    def flush(self, seconds: float = 5.0) -> bool:
        """Wait until all is copied, but no longer than that. Returns whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._complete or bool(self._failing), seconds) and self._complete

    @property
    def _complete(self) -> bool:
        return self._copied == self._goal and self._checked == self._checks

    def close(self, seconds: float = 5.0) -> None:
        """Copy what is still missing, hold the copy against the journal to the byte, and stop; all of that takes so
        many seconds at most, and a message says if some of it is missing."""
        with self._changed:
            self._checks += 1
            self._changed.notify_all()
            # A copy that was failing is tried once more.
            self._changed.wait_for(lambda: self._checked == self._checks, seconds)
            complete = self._complete
            if not complete and not self._failing:
                self._messages.append(f"The second copy in {self.path.parent} is not complete. {_SAFE}")
            self._closing = True
            self._changed.notify_all()
        self._thread.join(1.0)

    def leave(self) -> None:
        """Stop at once, whatever is missing: the record goes on in another file."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._failing:
                    self._changed.wait_for(lambda: self._closing or self._checked != self._checks, self._retry)
                else:
                    self._changed.wait_for(lambda: self._closing or not self._complete, self._look)
                if self._closing:
                    return
                if self._checked != self._checks:
                    self._stamp, self._copied = (), None
                goal, checks = self._goal, self._checks
            try:
                said = self._copy(goal)
            except OSError as error:
                self._now(
                    None, checks, f"The second copy in {self.path.parent} cannot be written: {reason(error)}. {_SAFE}"
                )
            else:
                self._now(goal, checks, "", said)

    def _now(self, copied: int | None, checks: int, failing: str, said: str = "") -> None:
        with self._changed:
            self._copied, self._checked = copied, checks
            if failing and not self._failing:
                self._messages.append(f"{failing} It is tried again every few seconds.")
            elif self._failing and not failing:
                self._messages.append(f"The second copy in {self.path.parent} works again and is complete.")
            if said:
                self._messages.append(said)
            self._failing = failing
            self._changed.notify_all()

    def _copy(self, goal: int) -> str:
        """Bring the copy up to byte ``goal`` of the journal; gives what there is to say of what was found."""
        if not os.path.ismount(self._drive):
            # What was written now would be on the disk below: a copy beside the meeting, which is none.
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        said = "" if self._as_we_left_it() else self._put_right(goal)
        fd = disk.open_own(self.path)
        try:
            done = os.fstat(fd).st_size
            if done < goal:
                disk.write_all(fd, bytes(self._written[done:goal]))
        finally:
            os.close(fd)
        self._stamp, self._begun = _stamp(self.path), True
        self._left = self._stamp[2]
        return said

    def _as_we_left_it(self) -> bool:
        """Whether the copy is the file that was written last, of the size it had, and ends as the journal does."""
        try:
            if not self._stamp or _stamp(self.path) != self._stamp:
                return False
            size = self._stamp[2]
            with disk.open_to_read(self.path) as file:
                file.seek(max(0, size - _TAIL))
                return file.read() == self._written[max(0, size - _TAIL) : size]
        except FileNotFoundError:
            return False

    def _put_right(self, goal: int) -> str:
        """Make what has the copy's name a beginning of the journal, to go on from; what is none is moved aside."""
        disk.make_folder(self.path.parent)
        where = f"The second copy in {self.path.parent}"
        try:
            there = disk.read(self.path)
        except FileNotFoundError:
            return f"{where} had been deleted. It was written again, whole." if self._begun else ""
        if self._written[:goal].startswith(there):
            cut_short = self._begun and len(there) < self._left
            return f"{where} had been cut short by another program. It is whole again." if cut_short else ""
        aside = disk.first_free(self.path, time.strftime("older-%Y%m%d"))
        disk.replace(self.path, aside)
        if not self._begun:
            return f"{where} is begun afresh: another file had its name, and was moved aside as {aside.name}."
        return f"{where} had been changed by another program. It was written again, whole; the other is {aside.name}."


def _drive_of(folder: Path) -> Path:
    """Where the drive that a folder is on begins: a memory stick's own folder; "/" where it is the system's disk."""
    resolved = folder.resolve()
    return next((above for above in (resolved, *resolved.parents) if os.path.ismount(above)), Path(resolved.anchor))


def _stamp(path: Path) -> tuple[int, ...]:
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


_SAFE = "The meeting itself is not affected: every entry is kept in its own folder."
