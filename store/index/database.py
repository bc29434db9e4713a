"""The index as a database: SQLite with FTS5, which keeps no text and gives rows newest first.

A row's number is made of its meeting's day, then of its kind, so that the newest come first without being sorted, and
a resolution before a paragraph of the same day. A meeting that is indexed again gets new numbers; the words of the old
ones stay, and point to rows that are gone.

SQLite puts the beginning of a word together from all rows that have it before it gives the first, unless the beginning
has two to four letters. So the words of each year are listed, and a longer beginning is asked for as the words that
begin so: these are looked up row by row, and a year that has none is passed over.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from clerk.library.findable import KINDS, Kind
from store.index.words import TOKENIZE, Wanted

VERSION = 11
"""Of the tables: an index of another version is thrown away and made anew."""

_SCHEMA = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE meetings (
    seq INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
    size INTEGER NOT NULL, changed INTEGER NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL,
    body_id TEXT NOT NULL, replaces TEXT NOT NULL, evening BLOB NOT NULL
);
CREATE TABLE points (seq INTEGER NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX points_of ON points (seq);
CREATE INDEX points_what ON points (what, value);
CREATE TABLE owed (path TEXT PRIMARY KEY, key TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE rows (
    row INTEGER PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL, item TEXT NOT NULL, person TEXT NOT NULL
);
CREATE TABLE people (seq INTEGER NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL);
CREATE INDEX people_of ON people (seq);
CREATE INDEX rows_of ON rows (seq);
CREATE TABLE terms (term TEXT NOT NULL, year INTEGER NOT NULL, PRIMARY KEY (term, year)) WITHOUT ROWID;
CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO numbers VALUES ('block', {{first}});
"""
_WORDS = f"""CREATE VIRTUAL TABLE IF NOT EXISTS words_{{year}} USING fts5 (
    text, content='', detail='none', columnsize=0, prefix='2 3 4', tokenize='{TOKENIZE}'
)"""
_PREFIXES = (2, 3, 4)
_END = "\U0010ffff"
"""Stands after every word that begins as what is before it."""

_MANY = 64
"""Words that begin alike, above which it costs less to let SQLite put their rows together."""

_GOES_ON = "meetings.id NOT IN (SELECT replaces FROM meetings WHERE replaces != '')"
"""What is not so was mended, or went on in another file: that one stands for it."""

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
    """A meeting that is indexed: its journal as it stood, its id, body and day, and who sat or was named at it, by name
    and lasting id. The body's lasting id, and the id of the record that it replaces, are "" where there is none;
    `evening` is who attended, as it is kept, and `points` what points from it or to something in it."""

    path: Path
    stamp: Stamp
    meeting: str
    body: str
    day: date
    people: tuple[tuple[str, str], ...]
    body_id: str = ""
    replaces: str = ""
    evening: bytes = b""
    points: tuple[tuple[str, str], ...] = ()


class Indexed(NamedTuple):
    """A meeting as the index knows it: `replaces` is the id of the record that it goes on for, "" for none."""

    path: Path
    meeting: str
    stamp: Stamp
    body: str
    body_id: str
    day: str
    replaces: str


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
    """The one open database. A context manager that closes it. Whatever is wrong with the file, it is made anew.

    Of two that are asked together one is `second`: no row of it has a number that is one of the other's.
    """

    def __init__(self, path: Path, second: bool = False) -> None:
        self.path = path
        self._first = int(second)
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
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA.format(first=self._first)} COMMIT;")
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

    def bodies(self) -> list[tuple[str, str]]:
        """The bodies that have met: the name, and the lasting id, "" where the record has none."""
        return self._db.execute("SELECT DISTINCT body, body_id FROM meetings ORDER BY body, body_id").fetchall()

    def meetings(self) -> list[Indexed]:
        """Every meeting that is indexed, the latest first; none whose record goes on in another, and of copies one."""
        rows = self._db.execute(
            "SELECT path, id, size, changed, form, body, body_id, day, replaces FROM meetings "
            f"WHERE {_GOES_ON} ORDER BY day DESC, path DESC"
        )
        found = [Indexed(Path(row[0]), row[1], Stamp(*row[2:5]), *row[5:]) for row in rows]
        return list({one.meeting or str(one.path): one for one in reversed(found)}.values())[::-1]

    def evenings(self) -> list[tuple[Path, bytes]]:
        """By its path, who attended each meeting that is indexed, as it was kept."""
        return [(Path(path), kept) for path, kept in self._db.execute("SELECT path, evening FROM meetings")]

    def pointing(self, what: str) -> list[tuple[Path, str]]:
        """The meetings from which something of a kind points, or in which it is pointed to, and its id."""
        rows = self._db.execute("SELECT path, value FROM points JOIN meetings USING (seq) WHERE what = ?", (what,))
        return [(Path(path), value) for path, value in rows]

    def named(self) -> list[tuple[Path, str]]:
        """Who sat or was named at each meeting, by name."""
        rows = self._db.execute("SELECT path, name FROM people JOIN meetings USING (seq)")
        return [(Path(path), name) for path, name in rows]

    def owed(self) -> dict[str, tuple[str, bytes]]:
        """What was worked out of each meeting's duties, by its path: the key under which it holds, and the duties."""
        return {path: (key, data) for path, key, data in self._db.execute("SELECT path, key, data FROM owed")}

    def keep_owed(self, path: str, key: str, data: bytes) -> None:
        """Keeps what was worked out of a meeting's duties."""
        self._db.execute("INSERT OR REPLACE INTO owed VALUES (?, ?, ?)", (path, key, data))

    # -- writing ---------------------------------------------------------------------------------------------------

    def stamps(self) -> dict[str, Stamp]:
        """How each journal stood when it was indexed, by its path."""
        rows = self._db.execute("SELECT path, size, changed, form FROM meetings")
        return {path: Stamp(size, changed, form) for path, size, changed, form in rows}

    def people(self) -> list[tuple[str, str]]:
        """All who sat or were named at a meeting: the name, and the lasting id, "" where the record has none."""
        return self._db.execute("SELECT DISTINCT name, id FROM people ORDER BY name, id").fetchall()

    def put(self, about: About, stored: Sequence[Stored]) -> None:
        """Indexes a meeting, in place of what was indexed of it before: all of it, or nothing."""
        path, day = about.path, about.day
        with self._at_one_stroke():
            self._forget(path)
            seq = self._db.execute(
                "INSERT INTO meetings (path, id, size, changed, form, body, day, body_id, replaces, evening) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (str(path), about.meeting, *about.stamp, about.body, day.isoformat(), about.body_id, about.replaces,
                 about.evening),
            ).lastrowid  # fmt: skip
            self._db.executemany("INSERT INTO points VALUES (?, ?, ?)", ((seq, *point) for point in about.points))
            self._db.executemany("INSERT INTO people VALUES (?, ?, ?)", ((seq, *one) for one in about.people))
            numbered = list(self._numbered(day, stored))
            self._db.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
                ((row, seq, one.event, one.item, one.person) for row, one in numbered),
            )
            self._list(day.year, stored)
            self._db.execute(_WORDS.format(year=day.year))
            self._db.executemany(
                f"INSERT INTO words_{day.year} (rowid, text) VALUES (?, ?)", ((row, one.words) for row, one in numbered)
            )

    def _list(self, year: int, stored: Sequence[Stored]) -> None:
        """Lists the words of a year, those listed before left as they are."""
        terms = {term for one in stored for term in one.words.split()}
        self._db.executemany("INSERT OR IGNORE INTO terms VALUES (?, ?)", ((term, year) for term in sorted(terms)))

    def _numbered(self, day: date, stored: Sequence[Stored]) -> Iterator[tuple[int, Stored]]:
        (block,) = self._db.execute("SELECT value FROM numbers WHERE name = 'block'").fetchone()
        for number, one in enumerate(stored):
            place = number % _BLOCK
            if place == 0:
                block += 2
            # The first recorded comes first of its kind, the rows being read from the highest down.
            kind = len(KINDS) - 1 - KINDS.index(one.kind)
            yield day.toordinal() * _DAY + kind * _KIND + block * _BLOCK + (_BLOCK - 1 - place), one
        self._db.execute("UPDATE numbers SET value = ? WHERE name = 'block'", (block,))

    def drop(self, path: str) -> None:
        """Forgets a meeting whose journal is gone."""
        with self._at_one_stroke():
            self._forget(Path(path))

    def _forget(self, path: Path) -> None:
        for table in ("rows", "people", "points"):
            self._db.execute(
                f"DELETE FROM {table} WHERE seq IN (SELECT seq FROM meetings WHERE path = ?)", (str(path),)
            )
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
        self,
        wanted: Sequence[Wanted],
        *,
        since: str = "",
        until: str = "",
        before: int | None = None,
        most: int = 50,
    ) -> list[Found]:
        """The rows in which all that is wanted is, newest first: `since` and `until` are days in ISO form, both
        included; `before` is the row that the page before ended with."""
        low = date.fromisoformat(since).toordinal() * _DAY if since else 0
        high = (date.fromisoformat(until).toordinal() + 1) * _DAY - 1 if until else (1 << 62)
        if before is not None:
            high = min(high, before - 1)
        found: list[Found] = []
        for year, query in self._queries(wanted):
            first, last = date(year, 1, 1).toordinal() * _DAY, (date(year, 12, 31).toordinal() + 1) * _DAY
            if len(found) < most and first <= high and last > low:
                found += self._of_year(year, query, low, high, most - len(found))
        return found

    def _years(self) -> list[int]:
        """The years of which there are words, the newest first. Each has a table of its own: a word that stands
        everywhere is then looked up in as many rows as one year has, and no more."""
        tables = self._db.execute("SELECT name FROM sqlite_master WHERE name GLOB 'words_[0-9][0-9][0-9][0-9]'")
        return sorted((int(name.removeprefix("words_")) for (name,) in tables), reverse=True)

    def _queries(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, str]]:
        """For each year in which all of it can be, the newest first, the query in the words of FTS5."""
        years = self._years()
        each = [self._alternatives(one, years) for one in wanted]
        for year in years if each else ():
            if all(year in one for one in each):
                yield year, " AND ".join(f"({' OR '.join(one[year])})" for one in each)

    def _alternatives(self, one: Wanted, years: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """By year, what of FTS5's may stand for something wanted, a beginning or a whole word; no year without any."""
        begins = one.words[0] if one.begins else ""
        if len(begins) in _PREFIXES:
            return dict.fromkeys(years, (f'"{begins}"*',))
        if len(begins) == 1:
            letters = (f'"{two}"*' for two in self._beginning(begins))
            return dict.fromkeys(years, (f'"{begins}"', *letters))
        among = "term >= ? AND term < ?" if begins else f"term IN ({', '.join('?' * len(one.words))})"
        given = (begins, begins + _END) if begins else one.words
        found: dict[int, list[str]] = {}
        for term, year in self._db.execute(f"SELECT term, year FROM terms WHERE {among}", given):
            found.setdefault(year, []).append(f'"{term}"')
        return {year: tuple(terms) if len(terms) <= _MANY else (f'"{begins}"*',) for year, terms in found.items()}

    def _beginning(self, letter: str) -> Iterator[str]:
        """The first two letters of all words that begin with one."""
        after = letter
        while row := self._db.execute(
            "SELECT term FROM terms WHERE term > ? AND term < ? ORDER BY term LIMIT 1", (after, letter + _END)
        ).fetchone():
            yield (two := row[0][:2])
            after = two + _END

    def _of_year(self, year: int, query: str, low: int, high: int, most: int) -> list[Found]:
        words = f"words_{year}"
        found = self._db.execute(
            f"SELECT {words}.rowid, path, id, body, day, event, item, person "
            f"FROM {words} CROSS JOIN rows ON rows.row = {words}.rowid CROSS JOIN meetings ON meetings.seq = rows.seq "
            f"WHERE {words} MATCH ? AND {words}.rowid BETWEEN ? AND ? AND {_GOES_ON} "
            f"ORDER BY {words}.rowid DESC LIMIT ?",
            (query, low, high, most),
        )
        return [
            Found(row, Path(path), id_, body, day, event, item, person, KINDS[len(KINDS) - 1 - row % _DAY // _KIND])
            for row, path, id_, body, day, event, item, person in found
        ]


def forget(path: Path) -> None:
    """Throws the file away, and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()
