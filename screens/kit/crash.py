"""Ending badly without saying what was being minuted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

FAULT = "clerk stopped because of a fault. Everything recorded so far is saved."


def describe(error: BaseException) -> str:
    """Where a fault arose and of what kind, without any value: messages and variables may hold exempt business."""
    lines = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        # A failed worker wraps what made it fail.
        inner = getattr(cause, "error", None)
        number = f" {cause.errno}" if isinstance(cause, OSError) and cause.errno is not None else ""
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{number}")
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(cause.__traceback__)]
        cause = inner if isinstance(inner, BaseException) else cause.__cause__ or cause.__context__
    return "\n".join(lines)


def write_down(error: BaseException, log: Path | None) -> None:
    """Append the description to `log`; a log that cannot be written must not make things worse."""
    if log is not None:
        with suppress(OSError):
            log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(log, "a", encoding="utf-8", opener=_own) as file:
                file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{describe(error)}\n\n")


def _own(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def quiet_descriptor(log: Path | None = None) -> Iterator[None]:
    """Keep what native code writes to file descriptor 2 off the screen, in `log` or nowhere.

    Textual draws on standard error, so that is moved to a descriptor of its own meanwhile. Not on Windows, where it
    draws on standard output by other means.
    """
    real = sys.__stderr__
    if os.name != "posix" or real is None or not real.isatty():
        yield
        return
    real.flush()
    kept = os.dup(2)
    os.set_inheritable(kept, False)
    target = os.open(log or os.devnull, os.O_WRONLY | os.O_APPEND | (os.O_CREAT if log else 0), 0o600)
    before = sys.stderr
    moved = os.fdopen(kept, "w", encoding=real.encoding, errors=real.errors, buffering=1)
    os.dup2(target, 2)
    os.close(target)
    sys.__stderr__ = moved  # type: ignore[misc]
    # What stands in for it on the command line writes to it: Textual's own words are not to be taken for a file's name.
    sys.stderr = moved if getattr(before, "stream", before) is real else before
    try:
        yield
    finally:
        os.dup2(kept, 2)
        sys.__stderr__ = real  # type: ignore[misc]
        sys.stderr = before
        # When the window has been closed there is nothing left to write on.
        with suppress(OSError):
            moved.close()
