"""What is kept beside a meeting and is no part of its record: where it all is, and its deletion.

The journal, its minutes and what was published are among it only where the council's own schedule lets the record go.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from store.errors import StoreError, reason
from store.learned import learned_of

_BESIDE = {
    ".words": "half-typed words",
    ".transcript": "the words that were said",
    ".exempt.transcript": "the exempt words that were said",
    ".transcript.new": "what was being taken in of the words that were said",
    ".exempt.transcript.new": "what was being taken in of the exempt words that were said",
    ".onward": "a copy of the record, as the shared book was sent it",
}
_KEPT = re.compile(r"\.(?:published|approved)(?:-exempt)?-\d+$")
_ASIDE = re.compile(r"\.(?:torn|damaged|older-\d{8})-\d+$")


class Place(NamedTuple):
    """A file that may go, and what it holds, in words."""

    path: Path
    what: str


class CannotDispose(StoreError):
    """Something could not be deleted; what was deleted before it is named."""

    def __init__(self, path: Path, why: str, gone: list[str]) -> None:
        before = f" Gone already: {', '.join(gone)}." if gone else ""
        super().__init__(f"{path} could not be deleted: {why}.{before}")
        self.gone = gone


def places_beside(journal: Path, folders: tuple[Path, ...] = ()) -> list[Place]:
    """Every file of a meeting that may go: beside its journal, and its copies in other folders that are named."""
    found = [Place(path, what) for suffix, what in _BESIDE.items() if (path := journal.with_suffix(suffix)).is_file()]
    try:
        beside = sorted(journal.parent.iterdir())
    except OSError:
        beside = []
    found += [
        Place(path, "a copy set aside when the file was damaged")
        for path in beside
        if path.name.startswith(f"{journal.stem}.") and _ASIDE.search(path.name)
    ]
    found += [Place(path, "words that completion learned of its papers") for path in learned_of(journal)]
    for folder in folders:
        copy = folder / journal.name
        if copy.is_file() and not copy.samefile(journal):
            found.append(Place(copy, "a second copy"))
    return found


def record_of(journal: Path) -> list[Place]:
    """The record of a meeting and what was kept of its minutes: what goes by the council's own schedule alone, the
    journal last."""
    try:
        beside = sorted(journal.parent.iterdir())
    except OSError:
        beside = []
    kept = [path for path in beside if path.name.startswith(f"{journal.stem}.") and _KEPT.search(path.name)]
    return [*(Place(path, "minutes as they were published or approved") for path in kept), Place(journal, "the record")]


def delete(found: list[Place]) -> list[str]:
    """Delete them; gives the names of what is gone. Raises `CannotDispose`, which names what was gone by then."""
    gone: list[str] = []
    for place in found:
        try:
            place.path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotDispose(place.path, reason(error), gone) from error
        gone.append(place.path.name)
    return gone
