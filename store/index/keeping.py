"""Keeping the index: in this user's cache, never in the home; exempt words in a file of their own."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from clerk.kept import form
from clerk.library.findable import Findable, findable
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

    def __init__(self, home: Path) -> None:
        self.home = home
        self._folder = folder(home)
        disk.make_folder(self._folder)
        self.public = Index(self._folder / "public.db")
        self.exempt = Index(self._folder / "exempt.db", second=True)
        self.troubles: list[str] = []
        """Sentences on meetings that could not be read when it was brought up to date last."""

    def __enter__(self) -> Search:
        return self

    def __exit__(self, *_: object) -> None:
        self.public.close()
        self.exempt.close()

    def bring_up_to_date(self, progress: Progress | None = None, processes: int = 1) -> int:
        """Indexes every journal that has changed since, whoever wrote in it, and forgets those that are gone; gives how
        many there were."""
        known = self.public.stamps()
        there = dict(_journals(self.home))
        for gone in known.keys() - there.keys():
            self.public.drop(gone)
            self.exempt.drop(gone)
        version = form()
        # By their names, so by their days: rows are added after those that are there.
        changed = sorted(
            Path(path) for path, (size, at) in there.items() if known.get(path) != Stamp(size, at, version)
        )
        self.troubles = []
        for done, (path, digest) in enumerate(zip(changed, _digests(changed, processes), strict=True), 1):
            if digest is not None:
                self._put(digest)
            else:
                self.troubles.append(not_counted(path.stem))
            if progress is not None:
                progress(done, len(changed))
        return len(changed)

    def _put(self, digest: Digest) -> None:
        # The public rows last: theirs is the stamp that says that the meeting is indexed.
        for index, stored in ((self.exempt, digest.exempt), (self.public, digest.public)):
            index.put(digest.about, stored)

    def find(
        self,
        words: str,
        *,
        body: str = "",
        member: str = "",
        outcome: str = "",
        since: str = "",
        until: str = "",
        exempt: bool = False,
        after: Found | None = None,
        most: int = 50,
    ) -> list[Found]:
        """What answers some words, newest first; `after` is the last of the page before. Exempt business only where it
        is asked for."""
        asked = [*wanted(words), *_filtered(body, member, outcome)]
        before = after.row if after is not None else None
        indexes = (self.public, self.exempt) if exempt else (self.public,)
        found = [
            one for index in indexes for one in index.find(asked, since=since, until=until, before=before, most=most)
        ]
        return sorted(found, key=lambda one: -one.row)[:most]


def _filtered(body: str, member: str, outcome: str) -> Iterator[Wanted]:
    for what, value in (("b", body), ("m", member), ("o", outcome)):
        if value:
            yield Wanted((filter_word(what, value),))


def rebuilt(home: Path, progress: Progress | None = None, processes: int = 2) -> int:
    """Throws the index of a home away and makes it anew; gives how many meetings there are."""
    for name in ("public.db", "exempt.db"):
        forget(folder(home) / name)
    with Search(home) as search:
        return search.bring_up_to_date(progress, processes)


# -- a meeting to rows -----------------------------------------------------------------------------------------------


def _journals(home: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        with os.scandir(places.meetings_in(home)) as entries:
            for entry in entries:
                if entry.name.endswith(places.SUFFIX):
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
        record, _ = record_at(path)
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
    names = tuple(sorted({person.name for person in meeting.people.values() if person.name}))
    about = About(path, stamp, record.id, record.body, record.day, names)
    return Digest(about, public, exempt)


def _stored(one: Findable, meeting: Meeting) -> Stored:
    assert meeting.setup is not None
    filters = [filter_word("b", meeting.setup.body)]
    filters += [filter_word("o", one.outcome)] if one.outcome else []
    for person in one.people:
        if (known := meeting.people.get(person)) is not None:
            filters += [filter_word("m", known.name)]
            filters += [filter_word("m", known.lasting_id)] if known.lasting_id else []
    person = one.people[0] if one.kind == "person" else ""
    return Stored(one.kind, indexed(one.text, filters), one.event, one.item, person)
