"""The few things asked of the disk, in one place, so that tests can make each of them fail."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

_BINARY: int = getattr(os, "O_BINARY", 0)
_WAIT_FOR_NOBODY: int = getattr(os, "O_NONBLOCK", 0)
"""Of a file it changes nothing; a pipe is not waited for until somebody opens its other end."""

OWN_FILE, OWN_FOLDER = 0o600, 0o700
"""What others on this machine may do with what is kept: nothing. Windows knows no such modes; there a user's data
folder is closed to others already."""

MOST_TYPED = 20_000_000
"""Bytes of the largest text that anybody types."""

_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to replace a file that Windows says is in use: a virus scanner lets go of it at once."""


def read(path: Path) -> bytes:
    """All of a file. Raises OSError, also for what is no file."""
    with open_to_read(path) as file:
        return file.read()


def read_typed(path: Path) -> bytes:
    """All of a file that a person wrote. Raises OSError, also for what is no file, or is larger than anybody types."""
    with open_to_read(path) as file:
        return typed_in(file)


def typed_in(file: BinaryIO) -> bytes:
    """All of what is open to be read. Raises OSError where it is larger than anybody types."""
    data = file.read(MOST_TYPED + 1)
    if len(data) > MOST_TYPED:
        raise OSError(errno.EINVAL, f"it is larger than any text that is typed ({MOST_TYPED:,} bytes)")
    return data


def open_to_read(path: Path) -> BufferedReader:
    """Open a file to be read. Raises OSError, also for what is no file: a pipe would hold the reader up, and a device
    never end."""
    return open(_a_file(os.open(path, os.O_RDONLY | _BINARY | _WAIT_FOR_NOBODY)), "rb")


def open_to_append(path: Path) -> int:
    """Open an existing file for appending and reading, and return its descriptor. Raises OSError, also for what is no
    file."""
    return _a_file(os.open(path, os.O_RDWR | os.O_APPEND | _BINARY | _WAIT_FOR_NOBODY))


def _a_file(fd: int) -> int:
    mode = os.fstat(fd).st_mode
    if not stat.S_ISREG(mode):
        os.close(fd)
        code = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(code, "what has its name is no file")
    return fd


def open_own(path: Path) -> int:
    """Open a file for appending and reading, and return its descriptor; one made by this is nobody else's to read."""
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, OWN_FILE)


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
    if sys.platform == "win32":
        # There a file that somebody has open cannot be replaced; whoever only scans or follows it is soon done.
        for seconds in _PATIENCE:
            try:
                os.replace(source, target)
                return
            except PermissionError:
                time.sleep(seconds)
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


def write_whole(path: Path, data: bytes, mode: int = OWN_FILE) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole.

    ``mode`` is for a file that others may read (0o666, of which the user's own mask takes away what it does).
    Raises OSError, leaving the old file as it was.
    """
    fresh = unfinished(path)
    try:
        # One left by a crash would keep its own mode.
        fresh.unlink(missing_ok=True)
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, mode)
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


def unfinished(path: Path) -> Path:
    """The file in which `write_whole` makes another: it is there for as long as that takes, or where it was killed."""
    return path.with_name(path.name + ".new")


def first_free(path: Path, word: str) -> Path:
    """The first of ``NAME.word-1``, ``NAME.word-2``, … beside ``path`` that is not taken."""
    number = 1
    while (candidate := path.with_name(f"{path.stem}.{word}-{number}")).exists():
        number += 1
    return candidate


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, which only this user may enter. Raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder, OWN_FOLDER)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def close_to_others(path: Path) -> bool:
    """Take from others what they may do with a file or folder of ours; whether there was anything to take.

    Raises OSError where that may not be changed.
    """
    if sys.platform == "win32":
        return False
    found = os.stat(path, follow_symlinks=False)
    mode = found.st_mode & 0o7777
    if not mode & 0o077 or not (os.path.isdir(path) or os.path.isfile(path)) or os.path.islink(path):
        return False
    os.chmod(path, mode & ~0o077)
    return True
