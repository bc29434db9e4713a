"""Reading a paper in a process of its own: whatever a file makes its reader do, that ends, and takes no more processor
and memory than it may."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from store.packs.kinds import FileKind
from store.packs.stream import Line

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""

PROCESSOR: dict[FileKind, int] = {"pdf": 30}
"""Seconds of processor that a kind of file may take; any other takes `USUAL`."""

USUAL = 10
MOST_MEMORY = 700_000_000
LONGEST = 240.0
"""Seconds by the clock that a file may take, on a machine that is busy with other things."""

LOOKS = 0.05
"""How often, in seconds, a process is looked at where the system sets it no limit."""

_ROOT = Path(__file__).resolve().parents[2]
# The packages stand without what they give to others: all the rules that look for facts, and the journal, took three
# times as long to load as a reader alone.
_CHILD = """
import os, sys, types
sys.path.insert(0, sys.argv[1])
for name in ("store", "store.packs"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [os.path.join(sys.argv[1], *name.split("."))]
from store.packs.serving import serve
serve(*sys.argv[2:])
"""
_TOO_LONG = "it takes longer to read than any paper of a meeting does: reading was stopped."
TOO_MUCH_MEMORY = "it takes more memory to read than any paper of a meeting does: reading was stopped."
UNSAFE = "it is made in a way that cannot be read safely."


class Said(Struct, array_like=True):
    """What the reading process says: of a page of a PDF, or of any other file at once. `failed` says why it stopped,
    `data` is what a TOML file holds."""

    number: int = 1
    total: int = 1
    lines: list[Line] = []
    picture: bool = False
    failed: str = ""
    notes: list[str] = []
    kind: str = ""
    data: dict[str, Any] | None = None


def can_limit() -> bool:
    """Whether the system holds a process to its memory and its processor by itself. Windows does not, nor does macOS
    heed the limit of memory."""
    if sys.platform in ("win32", "darwin"):
        return False
    try:
        import resource
    except ImportError:
        return False
    return hasattr(resource, "RLIMIT_AS")


def read_apart(path: Path, kind: FileKind, progress: Progress | None = None, task: str = "read") -> list[Said]:
    """What is said of a file, in order; the last may say why no more came. Nothing is raised. `task` is what is read of
    it: "read" its lines, "paragraphs" those of a Word document as it reads now, "transcript" what was said."""
    found: list[Said] = []
    decode = msgspec.json.Decoder(Said).decode
    child = _Child(PROCESSOR.get(kind, USUAL), task, str(path), kind)
    try:
        for data in child.said():
            found.append(decode(data))
            if progress is not None and found[-1].total and not found[-1].failed:
                progress(found[-1].number, found[-1].total)
    except msgspec.MsgspecError:
        # The process was ended in the middle of a word.
        pass
    finally:
        why = child.end()
    if not found or not (found[-1].failed or found[-1].number == found[-1].total):
        found.append(Said(failed=why))
    return found


def find_apart(asked: bytes) -> tuple[bytes, str]:
    """What the rules find in lines that are too many to be trusted (`finding.found_apart`): the pack as JSON, or b""
    and why there is none."""
    child = _Child(USUAL, "find", asked=asked)
    try:
        found = b"".join(child.said())
    finally:
        why = child.end()
    return (found, "") if found.endswith(b"\n") else (b"", why)


class _Child:
    """A process that does one thing, and is held to so many seconds of processor."""

    def __init__(self, processor: int, *what: str, asked: bytes = b"") -> None:
        limited = can_limit()
        limits = (str(processor), str(MOST_MEMORY)) if limited else ("0", "0")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CHILD, str(_ROOT), *limits, *what],
            stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._watch = _Watch(self._process, 0 if limited else processor)
        self._said: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        if asked:
            threading.Thread(target=self._ask, args=(asked,), daemon=True).start()

    def _ask(self, asked: bytes) -> None:
        assert self._process.stdin is not None
        # It may have been ended before it heard all.
        with contextlib.suppress(OSError), self._process.stdin as to:
            to.write(asked)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as out:
            for line in out:
                self._said.put(line)
        self._said.put(None)

    def said(self) -> Iterator[bytes]:
        """Its lines, as they come."""
        while (data := self._said.get()) is not None:
            yield data

    def end(self) -> str:
        """End it, where it has not ended; returns why it may have ended too early."""
        if self._said.empty() and self._process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                # What has said all that it has to say is on its way out.
                self._process.wait(0.5)
        self._process.kill()
        code = self._process.wait()
        self._watch.stop()
        return self._watch.why or _ended_by(code)


def _ended_by(code: int) -> str:
    """Why a process ended, by its exit code: a system that limits processor says so by a signal."""
    if sys.platform == "win32":
        return UNSAFE
    import signal

    return _TOO_LONG if code == -signal.SIGXCPU else UNSAFE


class _Watch:
    """Ends a process that takes too long by the clock; or, where `processor` is not 0, takes more of processor or
    memory than it may. `why` says which."""

    def __init__(self, child: subprocess.Popen[bytes], processor: int) -> None:
        self.why = ""
        self._child, self._processor = child, processor
        self._stopped = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _look(self) -> None:
        until = time.monotonic() + LONGEST
        while not self._stopped.wait(LOOKS if self._processor else 1.0):
            self.why = _TOO_LONG if time.monotonic() > until else self._used()
            if self.why:
                self._child.kill()
                return

    def _used(self) -> str:
        if not self._processor:
            return ""
        import psutil  # type: ignore[import-untyped]

        try:
            process = psutil.Process(self._child.pid)
            times, memory = process.cpu_times(), process.memory_info().rss
        except psutil.Error:
            return ""
        if memory > MOST_MEMORY:
            return TOO_MUCH_MEMORY
        return _TOO_LONG if times.user + times.system > self._processor else ""
