"""Until when a public speaker may speak, told by the desk to the pages beside it: a file of one line, of no record."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

from store import disk

_STALE = timedelta(minutes=10)
"""How long after its end a clock that nobody stopped is still shown."""


def speaking_file(journal: Path) -> Path:
    """Where the desk on a journal tells it."""
    return journal.with_suffix(".speaking")


def tell_speaking(journal: Path, until: datetime | None) -> None:
    """Tell until when somebody may speak; None: nobody speaks. A failure is passed over: it is of no record."""
    with contextlib.suppress(OSError):
        if until is None:
            speaking_file(journal).unlink(missing_ok=True)
        else:
            disk.write_whole(speaking_file(journal), until.isoformat(timespec="seconds").encode())


def speaking_until(journal: Path, now: datetime) -> datetime | None:
    """Until when somebody may speak, or None. Never raises."""
    try:
        until = datetime.fromisoformat(disk.read(speaking_file(journal)).decode("ascii"))
    except (OSError, ValueError):
        return None
    return until if now - until < _STALE else None
