"""A program in a terminal of its own, timed as a person sees it: from the key's bytes to the screen's."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 120, 36

_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<=>]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Painted(NamedTuple):
    """Milliseconds from a key to the first byte that it sent to the screen and to the last, and those bytes."""

    first: float
    last: float
    data: bytes

    @property
    def words(self) -> str:
        """What was written, without its colours and movements; what stands apart on the screen may touch here."""
        return without_escapes(self.data)


class NothingPainted(Exception):
    """A key led to no output at all, or the program ended."""


def without_escapes(data: bytes) -> str:
    """The words in a terminal's bytes."""
    return _ESCAPES.sub(b"", data).decode("utf-8", "replace")


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a timed program: like an installed one its modules are compiled, into `folder`."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TEXTUAL", "CLERK"))}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        own.pop(name, None)
    return {
        **own,
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "CLERK_HOME": str(folder / "home"),
    }


class PtyApp:
    """A Python program on a pseudo-terminal. A context manager, which ends it."""

    def __init__(
        self, arguments: Sequence[str], env: Mapping[str, str], columns: int = COLUMNS, rows: int = ROWS
    ) -> None:
        self.began = perf_counter()
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._fd = ours
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=dict(env),
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wait_for(self, words: str, seconds: float = 20.0) -> float:
        """Milliseconds from the start of the program to these words on the screen. Raises `NothingPainted`."""
        data = b""
        while perf_counter() < self.began + seconds:
            if not (piece := self._read(0.5)) and self.process.poll() is not None:
                break
            data += piece
            now = perf_counter()
            if words in without_escapes(data):
                return (now - self.began) * 1000
        raise NothingPainted(f"{words!r} was never shown:\n{without_escapes(data)}")

    def press(self, keys: str, quiet: float = 0.08, within: float = 5.0, until: str = "") -> Painted:
        """Send keys and read until nothing more has come for `quiet` seconds, and not before the words `until` have.

        Raises `NothingPainted`.
        """
        begun = perf_counter()
        os.write(self._fd, keys.encode())
        data = self._read(within)
        first = last = perf_counter()
        if not data:
            raise NothingPainted(f"{keys!r} changed nothing on the screen")
        while piece := self._read(quiet if until in without_escapes(data) else within):
            last = perf_counter()
            data += piece
        return Painted((first - begun) * 1000, (last - begun) * 1000, data)

    def answered(self, keys: str, words: Sequence[str], seconds: float) -> str:
        """Send keys; the words on the screen since, once one of `words` is among them, the program has ended, or so
        many seconds are over."""
        os.write(self._fd, keys.encode())
        end, data = perf_counter() + seconds, b""
        while perf_counter() < end:
            piece = self._read(0.1)
            data += piece
            if any(word in without_escapes(data) for word in words) or (not piece and self.process.poll() is not None):
                break
        return without_escapes(data)

    def send(self, keys: str, quiet: float = 0.02) -> None:
        """Send keys whose effect is not looked at; returns when the screen has been still for `quiet` seconds."""
        os.write(self._fd, keys.encode())
        self.settle(quiet)

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing more is painted."""
        while self._read(quiet):
            pass

    def close(self) -> None:
        """End the program, without asking it."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._fd)

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        try:
            return os.read(self._fd, 1 << 16) if ready else b""
        except OSError:  # Linux says so when the other end has closed.
            return b""
