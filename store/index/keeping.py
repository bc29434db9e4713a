"""Keeping the index: in this user's cache, never in the home; exempt words in a file of their own."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from clerk.kept import form
from clerk.library.findable import Findable, findable
from clerk.library.pointed import points
from clerk.library.registers import evening_of
from clerk.meeting.state import Meeting
from store import disk, places
from store.errors import StoreError
from store.index.database import About, Found, Index, Stamp, Stored, forget
from store.index.words import Wanted, filter_word, indexed, wanted
from store.records import Progress, not_counted, record_at

_AT_ONCE = 64
"""Meetings that a process is given at a time."""


class Digest(NamedTuple):
    """What is indexed of one meeting."""

    about: About
    public: list[Stored]
    exempt: list[Stored]


def folder(home: Path) -> Path:
    """Where the index of a home is kept on this machine."""
    chosen = os.environ.get("CLERK_CACHE", "").strip()
    if chosen:
        base = Path(chosen)
    else:
        from platformdirs import user_cache_path

        base = user_cache_path("clerk", appauthor=False)
    return base / "index" / sha256(str(home.absolute()).encode()).hexdigest()[:16]


class Search:
    """The index of a home, opened to be brought up to date and asked. A context manager.

    Raises OSError where the cache cannot be written.
    """

    def __init__(self, home: Path, kept_in: Path | None = None) -> None:
        self.home = home
        self._folder = kept_in or folder(home)
        disk.make_folder(self._folder)
        self.public = Index(self._folder / "public.db")
        self.exempt = Index(self._folder / "exempt.db", second=True)
        self.troubles: list[str] = []
        """Sentences on meetings that could not be read when it was brought up to date last."""

    def __enter__(self) -> Search:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of its files."""
        self.public.close()
        self.exempt.close()

    def bring_up_to_date(self, progress: Progress | None = None, processes: int = 1, most: int | None = None) -> int:
        """Indexes every journal that has changed since, whoever wrote in it, and forgets those that are gone; gives how
        many there were. Nothing is done where these are more than `most`."""
        known = self.public.stamps()
        there = dict(_journals(self.home))
        for gone in known.keys() - there.keys():
            self._forget(gone)
        version = form()
        # By their names, so by their days: rows are added after those that are there.
        changed = sorted(
            Path(path) for path, (size, at) in there.items() if known.get(path) != Stamp(size, at, version)
        )
        self.troubles = []
        if most is not None and len(changed) > most:
            return 0
        for done, (path, digest) in enumerate(zip(changed, _digests(changed, processes), strict=True), 1):
            if digest is not None:
                self._put(digest)
            else:
                # What was indexed of it before may be what is damaged now.
                self._forget(str(path))
                self.troubles.append(not_counted(path.stem))
            if progress is not None:
                progress(done, len(changed))
        return len(changed)

    def _forget(self, path: str) -> None:
        self.public.drop(path)
        self.exempt.drop(path)

    def _put(self, digest: Digest) -> None:
        # The public rows last: theirs is the stamp that says that the meeting is indexed.
        for index, stored in ((self.exempt, digest.exempt), (self.public, digest.public)):
            index.put(digest.about, stored)

    def find(
        self,
        words: str,
        *,
        body: Sequence[str] = (),
        member: Sequence[str] = (),
        outcome: str = "",
        since: str = "",
        until: str = "",
        exempt: bool = False,
        after: Found | None = None,
        most: int = 50,
    ) -> list[Found]:
        """What answers some words, newest first; `after` is the last of the page before. A `body` and a `member` are
        asked for by their lasting ids, and by names for what records have no id of. Exempt business only where it is
        asked for."""
        asked = [*wanted(words), *_filtered(body, member, (outcome,) if outcome else ())]
        before = after.row if after is not None else None
        indexes = (self.public, self.exempt) if exempt else (self.public,)
        found = [
            one for index in indexes for one in index.find(asked, since=since, until=until, before=before, most=most)
        ]
        return sorted(found, key=lambda one: -one.row)[:most]


def _filtered(body: Sequence[str], member: Sequence[str], outcome: Sequence[str]) -> Iterator[Wanted]:
    for what, values in (("b", body), ("m", member), ("o", outcome)):
        if values:
            yield Wanted(tuple(filter_word(what, value) for value in values))


A_FEW = 8
"""Meetings that are indexed without anybody waiting for it: those of an evening, not of a library."""


def refresh(home: Path) -> None:
    """Brings the index of a home up to date where it is there and few meetings have changed since. Never raises:
    whoever looks for something brings it up to date."""
    with contextlib.suppress(OSError, sqlite3.Error, StoreError):
        if (folder(home) / "public.db").exists():
            with Search(home) as search:
                search.bring_up_to_date(most=A_FEW)


def throw_away(home: Path) -> None:
    """Throws the index of a home away, and with it the words of meetings that are gone."""
    for name in ("public.db", "exempt.db"):
        forget(folder(home) / name)


def rebuilt(home: Path, progress: Progress | None = None, processes: int = 2) -> int:
    """Throws the index of a home away and makes it anew; gives how many meetings there are."""
    throw_away(home)
    with Search(home) as search:
        return search.bring_up_to_date(progress, processes)


# -- a meeting to rows -----------------------------------------------------------------------------------------------


def _journals(home: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        with os.scandir(places.meetings_in(home)) as entries:
            for entry in entries:
                if places.is_journal(entry.name):
                    stat = entry.stat()
                    yield entry.path, (stat.st_size, stat.st_mtime_ns)
    except OSError:
        return


def _digests(paths: Sequence[Path], processes: int) -> Iterable[Digest | None]:
    if processes < 2 or len(paths) < _AT_ONCE:
        return map(digest_of, paths)
    return _in_processes(paths, processes)


def _in_processes(paths: Sequence[Path], processes: int) -> Iterator[Digest | None]:
    """The digests in the order of the paths. No more are made than wait to be stored: storing is the slower, and all of
    10,000 meetings at once would fill the memory."""
    pool: Executor
    waiting: deque[Future[list[Digest | None]]] = deque()
    with ProcessPoolExecutor(processes) as pool:
        for start in range(0, len(paths), _AT_ONCE // 4):
            waiting.append(pool.submit(_digests_of, paths[start : start + _AT_ONCE // 4]))
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _digests_of(paths: Sequence[Path]) -> list[Digest | None]:
    return [digest_of(path) for path in paths]


def digest_of(path: Path) -> Digest | None:
    """What is indexed of a meeting; None where not all of it can be read, which its own opening tells."""
    try:
        stat = path.stat()
        record, replaces = record_at(path)
    except (StoreError, msgspec.MsgspecError, OSError):
        return None
    if record is None:
        return None
    meeting = record.meeting
    stamp = Stamp(stat.st_size, stat.st_mtime_ns, form())
    public: list[Stored] = []
    exempt: list[Stored] = []
    for one in findable(meeting):
        (exempt if one.private else public).append(_stored(one, meeting))
    names = tuple(sorted({(person.name, person.lasting_id) for person in meeting.people.values() if person.name}))
    evening = msgspec.json.encode(evening_of(record.openly))
    about = About(
        path, stamp, record.id, record.body, record.day, names, record.body_id, replaces, evening,
        tuple(dict.fromkeys(points(meeting))),
    )  # fmt: skip
    return Digest(about, public, exempt)


def _stored(one: Findable, meeting: Meeting) -> Stored:
    assert meeting.setup is not None
    filters = [filter_word("b", meeting.setup.body_id or meeting.setup.body)]
    filters += [filter_word("o", one.outcome)] if one.outcome else []
    for person in one.people:
        if (known := meeting.people.get(person)) is not None:
            filters += [filter_word("m", known.lasting_id or known.name)]
    person = one.people[0] if one.kind == "person" else ""
    return Stored(one.kind, indexed(one.text, filters), one.event, one.item, person)
