"""Every meeting of a home, read to be looked at together."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clerk.history import Past
from clerk.kept import entries_from_json
from clerk.library.corrected import corrected_by
from clerk.library.facts import TextKept
from clerk.library.records import Record
from clerk.meeting.fold import fold
from store.errors import StoreError
from store.facts import Facts
from store.following import first_line_of, read_meeting
from store.library import Library, Listed

Wanted = Callable[[Listed], bool]


def read_records(home: Path, wanted: Wanted = lambda one: True) -> tuple[list[Record], list[str]]:
    """The meetings of a home that are wanted, and sentences on those that cannot be read. A record that was mended, or
    went on in another file, stands for the one that it replaces. Reads only; never raises."""
    records: dict[str, Record] = {}
    replaced: set[str] = set()
    troubles: list[str] = []
    for listed in Library(home).meetings():
        if not wanted(listed):
            continue
        try:
            stat = listed.path.stat()
            record, before = _read(listed.path, stat.st_size, stat.st_mtime_ns)
        except (StoreError, msgspec.MsgspecError, OSError):
            troubles.append(f"{listed.name} cannot be read, and is not counted here. Open it to be told why.")
            continue
        if record is None:
            continue
        replaced |= {before} if before else set()
        records.setdefault(record.id or listed.name, record)
    kept = [record for id_, record in records.items() if id_ not in replaced]
    return _as_corrected(kept, home), troubles


def _as_corrected(records: list[Record], home: Path) -> list[Record]:
    """The records with what was corrected of their facts when their minutes were approved: the library tells by which
    meetings, so that only those are read."""
    by: dict[str, set[str]] = {}
    for _, fact in Facts(home).read().of(TextKept):
        by.setdefault(fact.meeting, set()).add(fact.by.partition("/")[0])
    if not by:
        return records
    paths = {listed.id: listed.path for listed in Library(home).meetings()}
    return [
        replace(record, meeting=corrected_by(record.meeting, record.id, _approving(by[record.id], paths)))
        if record.id in by
        else record
        for record in records
    ]


def _approving(ids: set[str], paths: dict[str, Path]) -> list[Past]:
    found: list[Past] = []
    for path in (paths[id_] for id_ in sorted(ids) if id_ in paths):
        try:
            stat = path.stat()
            record, _ = _read(path, stat.st_size, stat.st_mtime_ns)
        except (StoreError, msgspec.MsgspecError, OSError):
            continue
        past = Past.of(record.meeting, record.id, record.name) if record else None
        found += [past] if past else []
    return found


@lru_cache(maxsize=2048)
def _read(path: Path, size: int, changed: int) -> tuple[Record | None, str]:
    meeting = fold(entries_from_json(read_meeting(path).raw))
    first = first_line_of(path)
    if meeting.setup is None:
        return None, ""
    return Record(first.id if first else "", path.stem, meeting), first.replaces if first else ""
