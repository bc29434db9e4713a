"""Where a meeting can be kept when its own folder is gone."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from store.errors import CannotKeepThere
from store.places import SUFFIX


def free_name(folder: Path, name: str) -> str:
    """``name``, or the first of ``NAME-kept-1``, ``NAME-kept-2``, … that no meeting in ``folder`` has."""
    number, free = 0, name
    while (folder / f"{free}{SUFFIX}").exists():
        number += 1
        free = f"{name}-kept-{number}"
    return free


def folders(journal: Path) -> Iterator[Path]:
    """Folders to offer, the likeliest first: the meeting's own made anew, one in the user's own folder, one for what is
    only for now."""
    if journal.parent.parent.is_dir():
        yield journal.parent
    own = _users_own()
    if own is not None:
        yield own
    with contextlib.suppress(OSError):
        # Everybody writes there: a folder of a fixed name could be somebody else's.
        yield Path(tempfile.mkdtemp(prefix="clerk-kept-"))


def kept_apart() -> list[Path]:
    """The meetings that were kept in the user's own folder, since their own was gone. Never raises."""
    own = _users_own()
    try:
        return sorted(own.glob(f"*{SUFFIX}")) if own is not None else []
    except OSError:
        return []


def _users_own() -> Path | None:
    try:
        return Path.home() / "clerk-kept"
    except (OSError, RuntimeError):
        return None


def seek(keep_in: Callable[[Path], str], journal: Path) -> str:
    """Keep a meeting in the first folder that takes it, and say where; or say that none did."""
    tried = []
    for folder in folders(journal):
        try:
            return keep_in(folder)
        except CannotKeepThere:
            tried.append(str(folder))
    return f"What was recorded could not be kept anywhere: not in {', '.join(tried)}. It is lost with this window."
