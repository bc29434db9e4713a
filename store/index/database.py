"""The index as a database: SQLite with FTS5, which keeps no text and gives rows newest first.

A row's number is made of its meeting's day, then of its kind, so that the newest come first without being sorted, and
a resolution before a paragraph of the same day. A meeting that is indexed again gets new numbers; the words of the old
ones stay, and point to rows that are gone.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from clerk.library.findable import KINDS, Kind
from clerk.names import plain

VERSION = 3
"""Of the tables: an index of another version is thrown away and made anew."""

_SCHEMA = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE meetings (
    seq INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
    size INTEGER NOT NULL, changed INTEGER NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL
);
CREATE TABLE rows (
    row INTEGER PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL, item TEXT NOT NULL, person TEXT NOT NULL
);
CREATE TABLE people (seq INTEGER NOT NULL, name TEXT NOT NULL);
CREATE INDEX people_of ON people (seq);
CREATE INDEX rows_of ON rows (seq);
CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO numbers VALUES ('block', 0);
"""
_WORDS = """CREATE VIRTUAL TABLE IF NOT EXISTS words_{year} USING fts5 (
    text, content='', detail='none', prefix='2 3 4', tokenize='unicode61 remove_diacritics 2'
)"""
_DAY, _KIND, _BLOCK = 1 << 37, 1 << 34, 1 << 14


class Stored(NamedTuple):
    """One thing to be found, ready to be stored: its words with the words that filters ask for."""

    kind: Kind
    words: str
    event: str
    item: str
    person: str = ""


class Stamp(NamedTuple):
    """How a journal stood when it was indexed, and by which form of the program."""

    size: int
    changed: int
    form: str


class About(NamedTuple):
    """A meeting that is indexed: its journal as it stood, its id, body and day, and who sat or was named at it."""

    path: Path
    stamp: Stamp
    meeting: str
    body: str
    day: date
    people: tuple[str, ...]


class Found(NamedTuple):
    """Where something was found. `row` is its number in the index, by which more are asked for."""

    row: int
    path: Path
    meeting: str
    body: str
    day: str
    event: str
    item: str
    person: str
    kind: Kind


class Index:
    """The one open database. A context manager that closes it. Whatever is wrong with the file, it is made anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.DatabaseError:
            # It can be thrown away: a damaged one is.
            forget(self.path)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        new = not self.path.exists()
        db = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        with contextlib.suppress(OSError):
            self.path.chmod(0o600)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA cache_size = -32000")
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version != VERSION:
                if not new and version != 0:
                    raise sqlite3.DatabaseError("another version")
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def bodies(self) -> list[str]:
        """The bodies that have met, by name."""
        return [body for (body,) in self._db.execute("SELECT DISTINCT body FROM meetings ORDER BY body")]

    # -- writing ---------------------------------------------------------------------------------------------------

    def stamps(self) -> dict[str, Stamp]:
        """How each journal stood when it was indexed, by its path."""
        rows = self._db.execute("SELECT path, size, changed, form FROM meetings")
        return {path: Stamp(size, changed, form) for path, size, changed, form in rows}

    def people(self) -> list[str]:
        """The names of all who sat or were named at a meeting."""
        return [name for (name,) in self._db.execute("SELECT DISTINCT name FROM people ORDER BY name")]

    def put(self, about: About, stored: Sequence[Stored]) -> None:
        """Indexes a meeting, in place of what was indexed of it before: all of it, or nothing."""
        path, day = about.path, about.day
        with self._at_one_stroke():
            self._forget(path)
            seq = self._db.execute(
                "INSERT INTO meetings (path, id, size, changed, form, body, day) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (str(path), about.meeting, *about.stamp, about.body, day.isoformat()),
            ).lastrowid
            self._db.executemany("INSERT INTO people VALUES (?, ?)", ((seq, name) for name in about.people))
            numbered = list(self._numbered(day, stored))
            self._db.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
                ((row, seq, one.event, one.item, one.person) for row, one in numbered),
            )
            self._db.execute(_WORDS.format(year=day.year))
            self._db.executemany(
                f"INSERT INTO words_{day.year} (rowid, text) VALUES (?, ?)", ((row, one.words) for row, one in numbered)
            )

    def _numbered(self, day: date, stored: Sequence[Stored]) -> Iterator[tuple[int, Stored]]:
        (block,) = self._db.execute("SELECT value FROM numbers WHERE name = 'block'").fetchone()
        for number, one in enumerate(stored):
            place = number % _BLOCK
            if place == 0:
                block += 1
            # The first recorded comes first of its kind, the rows being read from the highest down.
            kind = len(KINDS) - 1 - KINDS.index(one.kind)
            yield day.toordinal() * _DAY + kind * _KIND + block * _BLOCK + (_BLOCK - 1 - place), one
        self._db.execute("UPDATE numbers SET value = ? WHERE name = 'block'", (block,))

    def drop(self, path: str) -> None:
        """Forgets a meeting whose journal is gone."""
        with self._at_one_stroke():
            self._forget(Path(path))

    def _forget(self, path: Path) -> None:
        self._db.execute("DELETE FROM rows WHERE seq IN (SELECT seq FROM meetings WHERE path = ?)", (str(path),))
        self._db.execute("DELETE FROM people WHERE seq IN (SELECT seq FROM meetings WHERE path = ?)", (str(path),))
        self._db.execute("DELETE FROM meetings WHERE path = ?", (str(path),))

    @contextlib.contextmanager
    def _at_one_stroke(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # -- finding ---------------------------------------------------------------------------------------------------

    def find(
        self, query: str, *, since: str = "", until: str = "", before: int | None = None, most: int = 50
    ) -> list[Found]:
        """What answers a query of FTS5, newest first: `since` and `until` are days in ISO form, both included; `before`
        is the row that the page before ended with."""
        low = date.fromisoformat(since).toordinal() * _DAY if since else 0
        high = (date.fromisoformat(until).toordinal() + 1) * _DAY - 1 if until else (1 << 62)
        if before is not None:
            high = min(high, before - 1)
        found: list[Found] = []
        for year in self._years():
            first, last = date(year, 1, 1).toordinal() * _DAY, (date(year, 12, 31).toordinal() + 1) * _DAY
            if len(found) < most and first <= high and last > low:
                found += self._of_year(year, query, low, high, most - len(found))
        return found

    def _years(self) -> list[int]:
        """The years of which there are words, the newest first. Each has a table of its own: a word that stands
        everywhere is then looked up in as many rows as one year has, and no more."""
        tables = self._db.execute("SELECT name FROM sqlite_master WHERE name GLOB 'words_[0-9][0-9][0-9][0-9]'")
        return sorted((int(name.removeprefix("words_")) for (name,) in tables), reverse=True)

    def _of_year(self, year: int, query: str, low: int, high: int, most: int) -> list[Found]:
        words = f"words_{year}"
        found = self._db.execute(
            f"SELECT {words}.rowid, path, id, body, day, event, item, person "
            f"FROM {words} CROSS JOIN rows ON rows.row = {words}.rowid CROSS JOIN meetings ON meetings.seq = rows.seq "
            f"WHERE {words} MATCH ? AND {words}.rowid BETWEEN ? AND ? ORDER BY {words}.rowid DESC LIMIT ?",
            (query, low, high, most),
        )
        return [
            Found(row, Path(path), id_, body, day, event, item, person, KINDS[len(KINDS) - 1 - row % _DAY // _KIND])
            for row, path, id_, body, day, event, item, person in found
        ]


_WORD = re.compile(r"\w+")


def query_of(words: str, filters: Iterable[str] = ()) -> str:
    """The query for words as they are typed, each of which must be there: whole, or the beginning of one where it is
    the last or has four letters or more. "" for no word."""
    typed = _WORD.findall(words)
    last = len(typed) - 1
    terms = [f'"{word}"*' if number == last or len(word) > 3 else f'"{word}"' for number, word in enumerate(typed)]
    return " AND ".join([*terms, *(f'"{word}"' for word in filters)]) if terms or filters else ""


def filter_word(what: str, value: str) -> str:
    """The word by which rows of a body, a member or an outcome are told: one that nobody types."""
    return f"zq{what}{crc32(plain(value).encode()):08x}"


def forget(path: Path) -> None:
    """Throws the file away, and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()
