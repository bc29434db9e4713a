"""What other meetings in the library tell of one: who attended, what minutes were approved, what was decided."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import msgspec

from clerk.events import Convened
from clerk.history import History, Past
from clerk.library.state import Library as Told
from clerk.meeting.state import Meeting
from store import places
from store.bodies import names_of
from store.errors import StoreError
from store.facts import Facts
from store.following import ids_of
from store.library import Library, Listed
from store.records import record_at

OF_THE_BODY = timedelta(days=730)
"""How far back the body's own meetings are read: its minutes, and what it decided."""

OF_OTHERS = timedelta(days=250)
"""How far back other bodies' are, for attendance only: six months, and time to be warned in."""


def history_of(meeting: Meeting, path: Path) -> History:
    """What the library tells of the meeting kept at ``path``: the one that its journal stands in, or this user's.

    Reads journals and changes nothing. A meeting that cannot be read is passed over: it is missed here, and told of
    where it is opened. Never raises.
    """
    setup = meeting.setup
    if setup is None:
        return History()
    own = ids_of(path)
    told, library = Facts(places.home_of(path)).read(), Library(places.home_of(path))
    names = names_of(library, setup.body_id, told) | {setup.body}
    paths = [
        listed.path
        for listed in library.meetings()
        if listed.id not in own and _matters(listed, setup, names, told, meeting.profile.body_parent)
    ]
    past = [_past(path, *_stamp(path)) for path in paths]
    # A copy of a record is the same meeting, and one that was mended is the one that goes on.
    known = {one.id: one for one in past if one is not None}
    mended = {one.replaces for one in known.values() if one.replaces}
    others = tuple(one for id_, one in known.items() if id_ not in mended)
    return History(others, own, told, setup.body, setup.body_id, names)


def _matters(listed: Listed, setup: Convened, names: frozenset[str], told: Told, parent: str = "") -> bool:
    day, ours = setup.date, {setup.body, setup.body_id} - {""}
    try:
        held = date.fromisoformat(listed.date)
    except ValueError:
        return True
    near = (
        (parent and listed.body == parent)
        or {listed.body, listed.body_id} & told.approvers_of(setup.body, setup.body_id)
        or ours & told.approvers_of(listed.body, listed.body_id)
    )
    if not listed.body or listed.body in names or _same(told, listed.body_id, setup.body_id) or near:
        return held >= day - OF_THE_BODY
    return day - OF_OTHERS <= held <= day


def _same(told: Told, one: str, other: str) -> bool:
    return bool(one) and told.body(one) == told.body(other)


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
        record, replaces = record_at(path)
    except (StoreError, msgspec.MsgspecError, OSError):
        return None
    known = record is not None and record.id and not record.meeting.newer
    return Past.of(record.meeting, record.id, record.name, replaces) if record is not None and known else None
