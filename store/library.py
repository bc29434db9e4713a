"""The library: every meeting in the folder, and what is remembered of bodies and people between meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from tinydb import where
from tinydb.table import Table

from store import disk, places
from store.errors import StoreError, entries, reason
from store.following import first_line_of, read_meeting, read_tables
from store.journal import Journal, create
from store.lines import last_entry_number
from store.mending import mend
from store.rows import Row, RowsRead
from store.tables import JournalDB, JournalStorage, JournalTable

_PATIENCE = 2.0
"""Seconds to wait while another window brings the library up to date."""

_TAIL = 1 << 16


class Listed(NamedTuple):
    """A meeting as ``clerk list`` shows it, its `date` as ``2019-06-11``. What the library does not know is "".

    `state` is a word of the caller's own, as last noted. `id` is what the meeting is, whatever its file is called, ""
    where its first line cannot be read; `noted` how many entries there were where the caller noted it as ``entries``,
    and `form` what that caller could read, in a word of its own; `body_id` the lasting id of its body, as last noted.
    """

    name: str
    body: str
    date: str
    entries: int
    state: str
    home: Path
    id: str = ""
    noted: int = 0
    form: str = ""
    body_id: str = ""

    @property
    def path(self) -> Path:
        """Its journal."""
        return places.journal_of(self.home, self.name)


class Library:
    """Everything kept under ``home`` (``CLERK_HOME``, or this user's data folder).

    The folder is the truth: its own journal, ``library.journal``, only adds what the file names do not tell.
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or places.home()
        self.path = self.home / "library.journal"

    def meetings(self) -> list[Listed]:
        """Every meeting in the folder, the latest first. Reads the two ends of each journal only, and nothing of one
        that is as it was when it was noted; never raises."""
        known = self._noted()
        return sorted(
            (self._listed(name, stamp, known) for name, stamp in places.stamps(self.home)),
            key=lambda meeting: (meeting.date, meeting.name),
            reverse=True,
        )

    def new_name(self, day: date, body: str) -> str:
        """A free name such as ``2019-06-11-cllc`` for a meeting of the body known in short as ``body``."""
        return places.new_name(self.home, day, body)

    def resolve(self, name: str) -> Path:
        """The journal of the meeting called ``name``. Raises UnknownMeeting, with the nearest name."""
        return places.resolve(self.home, name)

    def note(self, name: str, **facts: str) -> str:
        """Remember a meeting's ``body``, ``date``, ``state`` for the list, under its id: its name is a label.

        Returns "" or a sentence; never raises."""
        return self.note_all({name: facts})

    def note_all(self, facts: Mapping[str, Mapping[str, str]]) -> str:
        """The same of many meetings, by name, at one stroke. Returns "" or a sentence; never raises."""
        if not facts:
            return ""
        rows = [self._to_note(name, one) for name, one in facts.items()]

        def change(db: JournalDB) -> None:
            cast(JournalTable, db.table("meetings")).upsert_all(rows)

        return self._change(change)

    def _to_note(self, name: str, facts: Mapping[str, str]) -> tuple[Row, Row]:
        """By what a meeting is told among those noted, and what is noted of it."""
        path = places.journal_of(self.home, name)
        stamp, id_ = places.stamp_of(path), _id(path)
        key = {"name": name} | ({"id": id_} if id_ else {})
        as_it_is = stamp and "entries" in facts and facts["entries"] == str(_count(path))
        return key, {**facts, **({"stamp": stamp} if as_it_is else {})}

    def remember(self, body: Mapping[str, Any], people: Iterable[Mapping[str, Any]], was: str = "") -> str:
        """Remember a body (known by its ``name``) and its people (each by ``id``) for its next meeting.

        What was remembered before and is not named now stays; ``was`` is the name under which, where it was another.
        Returns "" or a sentence; never raises.
        """
        name, persons = body["name"], list(people)

        def change(db: JournalDB) -> None:
            if was:
                db.table("bodies").update({"name": name}, where("name") == was)
                db.table("people").update({"body": name}, where("body") == was)
            _put(db.table("bodies"), {"name": name}, body)
            known = {row["id"]: row for row in db.table("people").search(where("body") == name)}
            fresh = [{**person, "body": name} for person in persons if person["id"] not in known]
            for person in persons:
                if person["id"] in known:
                    _put(db.table("people"), {"body": name, "id": person["id"]}, person)
            if fresh:
                db.table("people").insert_multiple(fresh)

        return self._change(change)

    def recall(self, body: str) -> tuple[Row, list[Row]]:
        """What is remembered of the body of that name and of its people; ({}, []) when it is new. Never raises."""
        bodies = [row for row in self._read("bodies") if row.get("name") == body]
        people = [row for row in self._read("people") if row.pop("body", None) == body]
        return (bodies[-1] if bodies else {}), people

    def rows(self, table: str) -> list[Row]:
        """The rows of one of the library's tables. Never raises."""
        return self._read(table)

    def put(self, table: str, rows: Iterable[Row]) -> str:
        """Remember rows, each under its ``id``, in one of the library's tables. Returns "" or a sentence; never
        raises."""

        def change(db: JournalDB) -> None:
            known = {row["id"]: row.doc_id for row in db.table(table)}
            fresh = [row for row in rows if row["id"] not in known]
            for row in rows:
                if row["id"] in known:
                    db.table(table).update(row, doc_ids=[known[row["id"]]])
            if fresh:
                db.table(table).insert_multiple(fresh)

        return self._change(change)

    def bodies(self) -> list[str]:
        """The names of all bodies remembered, in order."""
        return sorted(row["name"] for row in self._read("bodies"))

    def noted(self, name: str) -> Row:
        """What was noted of the meeting of that name; {} where nothing was. Never raises."""
        return _row(self._noted(), _id(places.journal_of(self.home, name)), name)

    def _noted(self) -> dict[Any, Row]:
        known: dict[Any, Row] = {}
        for row in self._read("meetings"):
            # A copy of a record has its id and a name of its own; a file called otherwise is the meeting it was.
            name = row.get("name")
            known[row.get("id") or name] = known[row.get("id"), name] = known["", name] = row
        return known

    def _listed(self, name: str, stamp: str, rows: Mapping[Any, Row]) -> Listed:
        known = rows.get(("", name), {})
        if known.get("stamp") == stamp:
            entries, id_ = int(known["entries"]), str(known.get("id", ""))
        else:
            path = places.journal_of(self.home, name)
            entries, id_ = _count(path), _id(path)
            known = _row(rows, id_, name)
        return Listed(
            name,
            known.get("body", ""),
            known.get("date") or _dated(name),
            entries,
            known.get("state", ""),
            self.home,
            id_,
            int(known.get("entries", 0)),
            known.get("form", ""),
            known.get("body_id", ""),
        )

    def _read(self, table: str) -> list[Row]:
        # The list of meetings, and a meeting, must open whatever has become of the library's own file.
        try:
            return list(RowsRead(_tables(self.path, places.stamp_of(self.path)).rows(table)).values())
        except StoreError:
            return []

    def _change(self, change: Callable[[JournalDB], None]) -> str:
        # Late, because it takes longer to load than the rest of the store, and whoever only reads needs no lock.
        from filelock import FileLock, Timeout

        said: list[str] = []
        try:
            disk.make_folder(self.home)
            with FileLock(self.path.with_suffix(".lock"), timeout=_PATIENCE, mode=disk.OWN_FILE):
                if not self.path.exists():
                    create(self.path, "library")
                said = mend(self.path)
                db = JournalDB(Journal(self.path))
                try:
                    change(db)
                finally:
                    db.close()
        except Timeout:
            return f"The library was not brought up to date: another window is busy with it. {_SAFE}"
        except OSError as error:
            return f"The library was not brought up to date: {reason(error)}. {_SAFE}"
        except StoreError as error:
            why = f"{reason(error.__cause__)}." if isinstance(error.__cause__, OSError) else str(error)
            return f"The library was not brought up to date: {why} {_SAFE}"
        return " ".join(said)


_SAFE = "No meeting is affected."


@lru_cache(maxsize=1)
def _tables(path: Path, stamp: str) -> JournalStorage:
    """The library's tables, read again only when its file has changed. Raises what `read_tables` raises."""
    return read_tables(path)


def confirmed_entries(journal: Path) -> int:
    """How many entries a meeting had when it was noted last, all of which were on disk then; 0 where nobody noted it.
    Never raises."""
    rows = Library(journal.parent.parent).noted(journal.stem)
    try:
        return int(rows.get("entries", 0))
    except ValueError:
        return 0


def what_is_missing(path: Path, now: int) -> str:
    """A sentence where a meeting has fewer entries `now` than when it was left last; "" where it has not. Never
    raises."""
    had = confirmed_entries(path)
    if had <= now:
        return ""
    return (
        f"{path.stem} had {entries(had)} when it was left last, and {now:,} can be read now: an older file may have "
        "been put in its place, or its end is lost. Look for a copy before you go on in it."
    )


def _id(journal: Path) -> str:
    first = first_line_of(journal)
    return first.id if first else ""


def _row(rows: Mapping[Any, Row], id_: str, name: str) -> Row:
    """What was noted of a meeting: of this file, else under its id, else by its name alone, as long ago."""
    return rows.get((id_, name)) or rows.get(id_) or rows.get(name) or {}


def _dated(name: str) -> str:
    dated = re.match(r"\d{4}-\d\d-\d\d", name)
    return dated[0] if dated else ""


def _put(table: Table, key: Mapping[str, str], row: Mapping[str, Any]) -> None:
    def whole(old: Row) -> bool:
        return all(old.get(word) == value for word, value in key.items())

    table.upsert({**row, **key}, whole)  # type: ignore[arg-type]


def _count(path: Path) -> int:
    try:
        with disk.open_to_read(path) as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL))
            number = last_entry_number(file.read())
        if number is None:
            number = len(read_meeting(path).raw) if size > _TAIL else 0
    except (OSError, StoreError):
        return 0
    return number
