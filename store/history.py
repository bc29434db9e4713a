"""What other meetings in the library tell of one: who attended, what minutes were approved, what was decided."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import msgspec

from clerk.history import History, Past
from clerk.kept import entries_from_json
from clerk.meeting.fold import fold
from clerk.meeting.state import Meeting
from store.errors import StoreError
from store.following import read_meeting
from store.library import Library, Listed

OF_THE_BODY = timedelta(days=730)
"""How far back the body's own meetings are read: its minutes, and what it decided."""

OF_OTHERS = timedelta(days=250)
"""How far back other bodies' are, for attendance only: six months, and time to be warned in."""


def history_of(meeting: Meeting, home: Path | None = None, own: str = "") -> History:
    """What the library under ``home`` tells of a meeting; ``own`` is its own name there, which is left out.

    Reads journals and changes nothing. A meeting that cannot be read is passed over: it is missed here, and told of
    where it is opened. Never raises.
    """
    setup = meeting.setup
    if setup is None:
        return History()
    past = [
        _past(listed.path, *_stamp(listed.path))
        for listed in Library(home).meetings()
        if listed.name != own and _matters(listed, setup.body, setup.date)
    ]
    return History(tuple(one for one in past if one is not None and (one.body, one.date) != (setup.body, setup.date)))


def _matters(listed: Listed, body: str, day: date) -> bool:
    try:
        held = date.fromisoformat(listed.date)
    except ValueError:
        return True
    if not listed.body or listed.body == body:
        return held >= day - OF_THE_BODY
    return day - OF_OTHERS <= held <= day


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


@lru_cache(maxsize=512)
def _past(path: Path, size: int, changed: int) -> Past | None:
    """One meeting, read again only when its file has changed; none where not all of it can be read."""
    try:
        meeting = fold(entries_from_json(read_meeting(path).raw))
    except (StoreError, msgspec.MsgspecError, OSError):
        return None
    return None if meeting.newer else Past.of(meeting)
