"""The desk's side of the shared book: a sender beside it, how the book stands, and an end to writing when another
machine has taken the meeting over. No key ever waits for any of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screens.sharing.sender import NOT_USED
from store.book.status import Status, read_status, said_shortly, status_file
from store.errors import StoreError

LOOK = 0.5
"""Seconds between looks at how the book stands."""

_AGAIN = 5.0
"""Seconds before a sender that died is started again."""


class WrittenElsewhere(StoreError):
    """The meeting was taken over: nothing was recorded."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This was NOT recorded. {why}")


class Companion:
    """Starts the sender and watches what it says. `stop_writing` is called once, with the reason, when the meeting is
    minuted elsewhere. A thread of its own does all of it: `start` returns at once."""

    def __init__(self, journal: Path, stop_writing: Callable[[StoreError], None]) -> None:
        self._journal = journal
        self._onward = journal
        self._stop_writing = stop_writing
        self._ended = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._seen: tuple[int, int] | None = None
        self._status: Status | None = None
        self._messages: list[str] = []
        self._thread = threading.Thread(target=self._run, name="shared book", daemon=True)

    def start(self) -> None:
        """To be called when the first picture stands."""
        self._thread.start()

    def short(self, lines: int) -> str:
        """How the book stands in two words; `lines` is the number of the journal's last line."""
        return said_shortly(self._status if self._onward == self._journal else None, lines)

    def messages(self) -> list[str]:
        """Sentences not yet fetched; each is said once."""
        messages, self._messages = self._messages, []
        return messages

    def go_on(self, journal: Path) -> None:
        """The meeting goes on under another name: what is recorded there is sent from now on."""
        self._onward = journal

    def leave(self, wait: float = 0.0) -> None:
        """The desk leaves: the sender sends what is left, by itself, and ends."""
        self._ended.set()
        process = self._process
        if process is not None and process.stdin is not None:
            process.stdin.close()
            if wait:
                try:
                    process.wait(wait)
                except subprocess.TimeoutExpired:
                    return

    def _run(self) -> None:
        started = 0
        while not self._ended.is_set():
            if self._onward != self._journal:
                self._begin_again(self._onward)
                started = 0
            if self._process is not None and self._process.poll() == NOT_USED:
                self._look()
                return
            if self._process is None or self._process.poll() is not None:
                if started and self._ended.wait(_AGAIN):
                    return
                self._process = begin_sender(self._journal)
                started += 1
            self._look()
            self._ended.wait(LOOK)

    def _begin_again(self, journal: Path) -> None:
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()
        self._journal, self._seen, self._status = journal, None, None

    def _look(self) -> None:
        try:
            now = os.stat(status_file(self._journal))
        except OSError:
            return
        seen = (now.st_ino, now.st_mtime_ns)
        if seen == self._seen:
            return
        self._seen = seen
        status, before = read_status(self._journal), self._status
        if status is None:
            return
        self._status = status
        if status.why and (before is None or (before.state, before.why) != (status.state, status.why)):
            self._messages.append(status.why)
        elif before is not None and before.state == "behind" and status.state == "ok":
            self._messages.append("The shared book is up to date again.")
        if status.state == "taken" and (before is None or before.state != "taken"):
            self._stop_writing(WrittenElsewhere(status.why))


def begin_sender(journal: Path) -> subprocess.Popen[bytes] | None:
    """A sender in a process of its own, which outlives the desk until all is sent; None where none can be started."""
    command = [sys.executable, "-P", "-m", "screens.sharing.sender", str(journal)]
    apart = {"creationflags": 0x08000000} if sys.platform == "win32" else {"start_new_session": True}
    options: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.Popen(command, **options, **apart)
    except OSError:
        return None
