"""One writer at a time: a lock on a file beside the journal, and the holder's name in another."""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
from datetime import datetime
from pathlib import Path

import msgspec

from store import disk
from store.errors import CannotOpen, MeetingIsHeld


class Holder(msgspec.Struct, frozen=True):
    """Who has the meeting open to write."""

    user: str
    host: str
    pid: int
    since: str
    """Local time at that machine, ``2019-06-11T18:55``."""

    def __str__(self) -> str:
        return f"{self.user} (on {self.host}, since {self.since.replace('T', ' ')})"


def this_holder(by: str = "") -> Holder:
    """Ourselves, under the name ``by`` or the one we are logged in with."""
    user = by
    if not user:
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            user = "somebody"
    return Holder(user, socket.gethostname(), os.getpid(), datetime.now().strftime("%Y-%m-%dT%H:%M"))


def read_holder(journal: Path) -> Holder | None:
    """Who last took the meeting and has not let go of it, or None; the name outlives a crash, the lock does not."""
    try:
        return msgspec.json.decode(disk.read(journal.with_suffix(".holder")), type=Holder)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


class Hold:
    """The right to write to a journal, from ``take`` to ``release``. The system frees it when the process dies."""

    def __init__(self, journal: Path, by: str = "") -> None:
        # Late, because it takes longer to load than the rest of the store, and whoever only reads needs no lock.
        from filelock import FileLock

        self._journal = journal
        self.by = by
        """The name it was taken under, or ""."""
        # Taken on one thread and let go on another, when the screen closes.
        self._lock = FileLock(journal.with_suffix(".lock"), thread_local=False, mode=disk.OWN_FILE)
        self.left_open: Holder | None = None
        """Who had the meeting last and never closed it: a crash, a power cut, a killed process."""

    def take(self, wait: float = 0) -> None:
        """Take the right to write, waiting ``wait`` seconds at most. Raises MeetingIsHeld and CannotOpen."""
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            holder = read_holder(self._journal)
            raise MeetingIsHeld(self._journal.stem, str(holder) if holder else "somebody else") from None
        except OSError as error:
            raise CannotOpen(self._journal, error) from error
        self.left_open = read_holder(self._journal)
        self._say_who()

    def _say_who(self) -> None:
        # The lock is what counts; a name that cannot be written only makes a poorer message.
        with contextlib.suppress(OSError):
            disk.write_whole(self._journal.with_suffix(".holder"), msgspec.json.encode(this_holder(self.by)))

    def hold_on(self) -> None:
        """Take the right anew where another program has deleted the lock's file; costs one ``os.stat`` where none has.
        Somebody who was quicker is left in it: the journal itself notices two writers."""
        from filelock import FileLock, Timeout

        if not self._lock.is_locked or os.path.exists(self._lock.lock_file):
            return
        again = FileLock(self._lock.lock_file, thread_local=False, mode=disk.OWN_FILE)
        with contextlib.suppress(OSError, Timeout):
            again.acquire(timeout=0)
            self._lock = again
            self._say_who()

    def release(self) -> None:
        """Let go; calling it again does nothing."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._journal.with_suffix(".holder").unlink()
            self._lock.release()
