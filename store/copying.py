"""A second live copy of a journal in another folder: a memory stick, a network drive.

It is written by a thread of its own, after the journal is on disk, so that a slow or missing folder neither stops nor
slows the writer. It is never the record, only a copy of it.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from store import disk
from store.errors import CannotCopyThere, reason

_PIECE = 1 << 20
_RETRY = 2.0
"""Seconds between tries while the folder cannot be written."""


def check_folder(journal: Path, folder: Path) -> None:
    """Raises CannotCopyThere when ``folder`` is the journal's own, where the copy would be written over it."""
    if folder.resolve() == journal.parent.resolve():
        raise CannotCopyThere(folder)


class SecondCopy:
    """Copies ``journal`` into ``folder``, beginning with what is there, and catches up whenever the folder is back.

    Raises CannotCopyThere when the folder is the journal's own.
    """

    def __init__(self, journal: Path, folder: Path, end: int, *, retry: float = _RETRY) -> None:
        self.path = folder / journal.name
        check_folder(journal, folder)
        self._journal = journal
        self._goal = end
        self._retry = retry
        self._copied: int | None = None
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
        """Sentences not yet fetched: one when the copy begins to fail, one when it is complete again."""
        with self._changed:
            messages, self._messages = self._messages, []
        return messages

    def flush(self, seconds: float = 5.0) -> bool:
        """Wait until all is copied, but no longer than that. Returns whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._copied == self._goal or bool(self._failing), seconds) and (
                self._copied == self._goal
            )

    def close(self, seconds: float = 5.0) -> None:
        """Copy what is still missing, waiting that long at most, and stop; a message says if some of it is missing."""
        complete = self.flush(seconds)
        with self._changed:
            if not complete and not self._failing:
                self._messages.append(f"The second copy in {self.path.parent} is not complete. {_SAFE}")
            self._closing = True
            self._changed.notify_all()
        self._thread.join(1.0)

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._failing:
                    self._changed.wait_for(lambda: self._closing, self._retry)
                else:
                    self._changed.wait_for(lambda: self._closing or self._copied != self._goal)
                if self._closing:
                    return
                goal = self._goal
            try:
                copied = self._copy(goal)
            except OSError as error:
                self._now(None, f"The second copy in {self.path.parent} cannot be written: {reason(error)}. {_SAFE}")
            else:
                self._now(copied, "")

    def _now(self, copied: int | None, failing: str) -> None:
        with self._changed:
            self._copied = copied
            if failing and not self._failing:
                self._messages.append(f"{failing} It is tried again every few seconds.")
            elif self._failing and not failing:
                self._messages.append(f"The second copy in {self.path.parent} works again and is complete.")
            self._failing = failing
            self._changed.notify_all()

    def _copy(self, goal: int) -> int:
        if self._copied is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._copied = self._already_there(goal)
        done = self._copied
        with open(self._journal, "rb") as source, open(self.path, "ab", buffering=0) as target:
            source.seek(done)
            while done < goal:
                piece = source.read(min(_PIECE, goal - done))
                if not piece:
                    raise FileNotFoundError
                disk.write_all(target.fileno(), piece)
                done += len(piece)
        return done

    def _already_there(self, goal: int) -> int:
        """How much of the journal the copy has. A file that is not the beginning of this journal is moved aside."""
        try:
            size = os.stat(self.path).st_size
        except FileNotFoundError:
            return 0
        if size <= goal and self._same(size):
            return size
        disk.replace(self.path, disk.first_free(self.path, time.strftime("older-%Y%m%d")))
        return 0

    def _same(self, size: int) -> bool:
        with open(self._journal, "rb") as source, open(self.path, "rb") as target:
            while size > 0:
                ours, theirs = source.read(min(_PIECE, size)), target.read(min(_PIECE, size))
                if ours != theirs or not ours:
                    return False
                size -= len(ours)
        return True


_SAFE = "The meeting itself is not affected: every entry is kept in its own folder."
