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
Progress = Callable[[int, int], None]
"""Told how many meetings of how many are read."""


class NotWhole(StoreError):
    """A part of a meeting's record cannot be read; the message says which."""


def not_counted(name: str) -> str:
    """The sentence on a meeting that cannot be read where several are looked at together."""
    return f"{name} cannot be read, and is not counted here. Open it to be told why."


def read_records(
    home: Path, wanted: Wanted = lambda one: True, progress: Progress | None = None
) -> tuple[list[Record], list[str]]:
    """The meetings of a home that are wanted, and sentences on those that cannot be read. A record that was mended, or
    went on in another file, stands for the one that it replaces. `progress` is told how many of how many are read.
    Reads only; never raises."""
    records: dict[str, Record] = {}
    replaced: set[str] = set()
    troubles: list[str] = []
    chosen = [one for one in Library(home).meetings() if wanted(one)]
    for number, listed in enumerate(chosen, 1):
        if progress is not None:
            progress(number, len(chosen))
        try:
            record, before = record_of(listed.path)
        except (StoreError, msgspec.MsgspecError, OSError):
            troubles.append(not_counted(listed.name))
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
            record, _ = record_of(path)
        except (StoreError, msgspec.MsgspecError, OSError):
            continue
        past = Past.of(record.meeting, record.id, record.name) if record else None
        found += [past] if past else []
    return found


def record_of(path: Path) -> tuple[Record | None, str]:
    """As `record_at`, read again only when the journal has changed. Raises OSError too."""
    stat = path.stat()
    return _read(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1024)
def _read(path: Path, size: int, changed: int) -> tuple[Record | None, str]:
    return record_at(path)


def record_at(path: Path) -> tuple[Record | None, str]:
    """The record in a journal, None where nothing was convened, and the id of the record that it replaces, or "".

    Raises NotWhole where a part of it cannot be read: half a meeting would be counted as a whole one. Raises what
    `read_meeting` raises.
    """
    news = read_meeting(path)
    if news.message:
        raise NotWhole(news.message)
    meeting = fold(entries_from_json(news.raw))
    first = first_line_of(path)
    record = Record(first.id if first else "", path.stem, meeting) if meeting.setup is not None else None
    return record, first.replaces if first else ""
