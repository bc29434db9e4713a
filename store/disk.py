"""The few things asked of the disk, in one place, so that tests can make each of them fail."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_BINARY: int = getattr(os, "O_BINARY", 0)


def open_to_append(path: Path) -> int:
    """Open an existing file for appending and reading, and return its descriptor."""
    return os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)


def write(fd: int, data: bytes) -> int:
    """Write some of ``data`` and return how many bytes were taken."""
    return os.write(fd, data)


def sync(fd: int) -> None:
    """Return once the disk has what was written."""
    os.fsync(fd)


def cut(fd: int, size: int) -> None:
    """Make the file ``size`` bytes long."""
    os.ftruncate(fd, size)


def replace(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target``, at one stroke."""
    os.replace(source, target)


def write_all(fd: int, data: bytes) -> None:
    """Write the whole of ``data``, however many calls the system takes for it."""
    done = write(fd, data)
    while done < len(data):
        more = write(fd, data[done:])
        if more <= 0:
            raise OSError(errno.EIO, "nothing more was written")
        done += more


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name outlast a power cut, where the system knows how to."""
    if sys.platform == "win32":
        return
    # Some network drives refuse to sync a folder; the file itself has been synced by then.
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole.

    Raises OSError, leaving the old file as it was.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            write_all(fd, data)
            sync(fd)
        finally:
            os.close(fd)
        replace(fresh, path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(path.parent)


def first_free(path: Path, word: str) -> Path:
    """The first of ``NAME.word-1``, ``NAME.word-2``, … beside ``path`` that is not taken."""
    number = 1
    while (candidate := path.with_name(f"{path.stem}.{word}-{number}")).exists():
        number += 1
    return candidate
