"""Closing what is kept to everybody else on this machine: it holds exempt business."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from store import disk
from store.errors import reason
from store.places import SUFFIX, meetings_in


def put_right(home: Path) -> str:
    """Close an older home to everybody else on this machine: folders 0700, files 0600. Gives a sentence where there was
    anything to put right, or where it could not be; costs two looks where there was not. Never raises.

    On Windows the user's own data folder is closed to others by itself.
    """
    folders = [home, meetings_in(home)]
    try:
        if not home.is_dir() or _everybodys(home) or not any(folder.is_dir() and _open(folder) for folder in folders):
            return ""
        closed = sum(disk.close_to_others(path) for path in _ours_in(home))
        # Last, so that what was interrupted is done again.
        closed += sum(disk.close_to_others(folder) for folder in reversed(folders) if folder.is_dir())
    except OSError as error:
        return f"Others on this machine may be able to read what is kept in {home}, and that cannot be changed: " + (
            f"{reason(error)}."
        )
    return f"What is kept in {home} could be read by others on this machine. Now only you can." if closed else ""


def close_meeting_to_others(journal: Path) -> list[str]:
    """The same for the files of one meeting. Never raises."""
    try:
        closed = [disk.close_to_others(path) for path in _files_of(journal) if path.exists()]
    except OSError:
        return []
    return [f"{journal.name} could be read by others on this machine. Now only you can."] if any(closed) else []


@contextlib.contextmanager
def new_files_closed(private: bool = True) -> Iterator[None]:
    """While this lasts, whatever file or folder this process makes is this user's alone, whoever makes it; nothing
    happens unless it is ``private``. Not for a process with other threads that make files."""
    before = os.umask(0o077) if private else None
    try:
        yield
    finally:
        if before is not None:
            os.umask(before)


def _files_of(journal: Path) -> list[Path]:
    beside = (".words", ".lock", ".holder", ".transcript", ".exempt.transcript")
    return [journal, *(journal.with_suffix(suffix) for suffix in beside)]


def _open(folder: Path) -> bool:
    return sys.platform != "win32" and bool(folder.stat().st_mode & 0o077)


def _everybodys(home: Path) -> bool:
    """Whether a folder is not the program's alone: the user's own, one of the system's, or somebody else's."""
    found = home.stat()
    owner = getattr(os, "geteuid", lambda: found.st_uid)()
    return found.st_uid != owner or bool(found.st_mode & stat.S_ISVTX) or home in (Path.home(), Path(home.anchor))


def _ours_in(home: Path) -> Iterator[Path]:
    """All that the program keeps in its home, deepest first."""
    for folder in _OURS:
        for at, folders, files in os.walk(home / folder, topdown=False):
            yield from (Path(at, name) for name in [*files, *folders])
        if (home / folder).is_dir() and (home / folder) != meetings_in(home):
            yield home / folder
    yield from (path for path in home.iterdir() if path.is_file() and path.suffix in _SUFFIXES)


_OURS = ("meetings", "demo", "unfinished", "cache", "books", "published")
_SUFFIXES = {SUFFIX, ".lock", ".log", ".toml", ".txt", ".json", ".sqlite", ".db", ".words", ".holder", ".new"}
