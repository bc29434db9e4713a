"""Minutes kept as they were published or approved: files beside the meeting's journal, never changed, named by a fact.

Each is proved by its SHA-256, which stands in the library's own journal, when it is read.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from store import disk
from store.book.status import MINUTED_ELSEWHERE, read_status
from store.errors import CannotOpen, TextNotAsKept, reason

__all__ = ["TextNotAsKept", "keep", "read"]


def keep(journal: Path, word: str, data: bytes) -> tuple[str, str]:
    """Write a text into a new file beside a journal, and give its name and hash once it is on disk. What was kept
    before is never written over. Raises CannotOpen."""
    path = disk.first_free(journal, word)
    try:
        disk.write_whole(path, data)
    except OSError as error:
        raise CannotOpen(path, error, "written") from error
    return path.name, sha256(data).hexdigest()


def read(journal: Path, name: str, digest: str) -> bytes:
    """The text of that name beside a journal. Raises TextNotAsKept where it is gone, or is not as it was kept."""
    path = journal.parent / Path(name).name
    try:
        data = disk.read(path)
    except FileNotFoundError as error:
        status = read_status(journal)
        if status is None or status.state not in MINUTED_ELSEWHERE:
            raise TextNotAsKept(path, f"it cannot be read: {reason(error)}") from error
        raise TextNotAsKept(
            path, "it is on the machine where they were published: what comes by the shared book is the record alone"
        ) from error
    except OSError as error:
        raise TextNotAsKept(path, f"it cannot be read: {reason(error)}") from error
    if sha256(data).hexdigest() != digest:
        raise TextNotAsKept(path, "it is not as it was kept")
    return data
