"""System calls that fail, each at any moment: what was acknowledged is there, and what failed was said."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from store import Kept, StoreError
from tests.torture.keeping import NAME, assert_there, entry
from tests.torture.trial import Lost

CALLS = ("open", "write", "fsync", "ftruncate", "replace", "stat", "unlink", "mkdir", "close", "fstat")
"""What the store asks of the system, in `os`."""

_ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.ENOENT, errno.EMFILE)

Before = Callable[[str, tuple[Any, ...]], None]
"""Called before each of those calls that the store makes, with its name and arguments; may raise OSError."""


@contextlib.contextmanager
def overheard(before: Before) -> Iterator[None]:
    """Tells `before` of every system call that a module of the store makes, while this lasts."""
    real = {name: getattr(os, name) for name in CALLS}

    def wrapped(name: str) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            if str(sys._getframe(1).f_globals.get("__name__", "")).startswith("store."):
                before(name, args)
            return real[name](*args, **more)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(name))
    try:
        yield
    finally:
        for name, function in real.items():
            setattr(os, name, function)


class _Failing:
    """Makes the call of some number fail, and perhaps those after it."""

    def __init__(self, chance: Random) -> None:
        self._left = chance.randrange(1, 160)
        self._times = chance.choice((1, 1, 1, 2, 5, 1_000))
        self._code = chance.choice(_ERRORS)
        self._part = chance.random() < 0.3
        self.failed = 0

    def __call__(self, name: str, args: tuple[Any, ...]) -> None:
        # What closing may fail with changes nothing: the bytes had been synced by then.
        if name in ("close", "fstat"):
            return
        self._left -= 1
        if self._left > 0 or self.failed >= self._times:
            return
        self.failed += 1
        if name == "write" and self._part and len(args[1]) > 1:
            _really_write(args[0], bytes(args[1])[: len(args[1]) // 2])
        raise OSError(self._code, os.strerror(self._code))


_really_write = os.write


def failing(chance: Random, folder: Path, number: int) -> None:
    """A meeting is begun and goes on while a call fails; then it is opened again."""
    with Kept.create(folder / "home", NAME, entry(1), by="jo") as kept:
        path = kept.path
    acknowledged = 1
    fails = _Failing(chance)
    with overheard(fails):
        with contextlib.suppress(StoreError), Kept.open(path, "jo") as kept:
            for _ in range(12):
                acknowledged = _record(kept, acknowledged)
            kept.look()
        path = kept.path if acknowledged > 1 else path
    assert_there(path, acknowledged)
    with Kept.open(path) as kept:
        assert kept.append(entry(len(kept) + 1))


def _record(kept: Kept, acknowledged: int) -> int:
    try:
        number = kept.append(entry(acknowledged + 1))
    except StoreError as error:
        if not str(error).strip():
            raise Lost("an entry failed, and nothing was said") from None
        return acknowledged
    kept.words.save({"text": f"half of {number}"})
    return number
