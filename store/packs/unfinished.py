"""A review that was left, kept beside the library until it is used: what was typed in it is not lost either."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from store import disk
from store.errors import reason
from store.packs.reviewing import Reviewed

Keep = Callable[[Reviewed | None], str]
"""Keeps how far a review has come; None says that nothing in it is changed. Returns "" or a sentence."""


def kept_nowhere(reviewed: Reviewed | None) -> str:
    """Keeps nothing."""
    return ""


class Unfinished:
    """The review of certain papers, for a certain purpose (`about`). Nothing here raises."""

    def __init__(self, home: Path, about: str, papers: Iterable[Path] = ()) -> None:
        said = [about, *map(_told, papers)]
        self.path = home / "unfinished" / f"{sha256(repr(said).encode()).hexdigest()[:16]}.json"

    def keep(self, reviewed: Reviewed | None) -> str:
        """Keep how far it has come, in place of what was kept before; nothing for None. Returns "" or a sentence."""
        if reviewed is None:
            self.forget()
            return ""
        try:
            disk.make_folder(self.path.parent)
            disk.write_whole(self.path, msgspec.json.encode(reviewed))
        except OSError as error:
            return f"What is put right here cannot be kept just now: {reason(error)}. It counts when you use it."
        return ""

    def load(self) -> Reviewed | None:
        """What was kept; None where there is nothing, or nothing that this version can read."""
        try:
            return msgspec.json.decode(disk.read(self.path), type=Reviewed)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def forget(self) -> None:
        """Keep nothing of it any more."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return


def _told(path: Path) -> tuple[str, int, int]:
    """What tells one paper from another, and from a later one of the same name."""
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path.resolve()), state.st_size, state.st_mtime_ns
