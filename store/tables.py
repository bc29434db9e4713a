"""TinyDB over a journal: every TinyDB call works on every table, one call is one line of what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from store.errors import ReadOnly, RecordIsAppendOnly
from store.journal import Changes, Journal
from store.lines import EVENTS, Line
from store.rows import Draft, Rows, RowsRead, altered

_NULL = b"null"
_decode_rows = msgspec.json.Decoder(dict[str, msgspec.Raw] | None).decode


class JournalStorage(Storage):
    """All tables of a journal. Without a journal it only reads: ``take`` then feeds it the lines of another's."""

    def __init__(self, journal: Journal | None = None) -> None:
        self.journal = journal
        self.tables: dict[str, Rows] = {}
        self._last: dict[str, int] = {}
        if journal is not None:
            self.take(journal.take_lines())

    def take(self, lines: Iterable[Line]) -> None:
        """Bring the tables up to date with ``lines``."""
        for line in lines:
            if line.table is not None:
                self._take_changes(line.table, line.changes)
            else:
                for name, changes in (line.changes or {}).items():
                    self._take_changes(name, _decode_rows(changes))

    def _take_changes(self, name: str, changes: dict[str, msgspec.Raw] | None) -> None:
        if changes is None:
            self.tables.pop(name, None)
            self._last.pop(name, None)
            return
        rows = self.tables.setdefault(name, {})
        last = self._last.get(name, 0)
        for number, row in changes.items():
            if bytes(row) == _NULL:
                rows.pop(number, None)
            else:
                rows[number] = row
                last = max(last, int(number))
        self._last[name] = last

    def last_number(self, name: str) -> int:
        """The highest number that any row of the table ever had: no number is used twice, not even after a removal."""
        return self._last.get(name, 0)

    def rows(self, name: str) -> Rows:
        """A table's rows by number, still as JSON; not to be changed."""
        return self.tables.get(name, {})

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every table; what is done to the answer does not reach the record."""
        return cast(dict[str, dict[str, Any]], {name: RowsRead(rows) for name, rows in self.tables.items()})

    def record(self, name: str, changes: Changes) -> None:
        """Write the changes of one table as one line, and take them into memory as written.

        Raises RecordIsAppendOnly, ReadOnly, and what ``Journal.append`` raises.
        """
        self._may(name, changes)
        self._write(name, changes)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables what ``data`` says, in one line. TinyDB drops tables by this."""
        changes: dict[str, Changes] = {name: None for name in self.tables if name not in data}
        for name, table in data.items():
            old = self.rows(name)
            if isinstance(table, RowsRead) and table.rows is old:
                continue
            rows: dict[str, Any] = {number: None for number in old if number not in map(str, table)}
            rows.update(altered(old, {str(number): row for number, row in table.items()}))
            if rows or name not in self.tables:
                changes[name] = rows
        for name, change in changes.items():
            self._may(name, change)
        if len(changes) == 1:
            self._write(*changes.popitem())
        elif changes:
            self._write(None, changes)

    def _may(self, name: str, changes: Changes) -> None:
        if name != EVENTS:
            return
        if changes is None:
            if self.rows(name):
                raise RecordIsAppendOnly("its entries cannot be dropped")
            return
        expected = self.last_number(name)
        for number, row in changes.items():
            expected += 1
            if row is None:
                raise RecordIsAppendOnly(f"entry {number} cannot be removed")
            if number in self.rows(name):
                raise RecordIsAppendOnly(f"entry {number} cannot be changed")
            if number != str(expected):
                raise RecordIsAppendOnly(f"the next entry is number {expected}, not {number}")

    def _write(self, name: str | None, changes: Changes) -> None:
        if self.journal is None:
            raise ReadOnly
        self.take([self.journal.append(name, changes)])

    def close(self) -> None:
        """Let go of the journal."""
        if self.journal is not None:
            self.journal.close()


class JournalTable(Table):
    """A TinyDB table whose every call writes at most one line."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        self._kept = cast(JournalStorage, storage)
        self._draft: Draft | None = None
        self._next_number = 0
        self._only_if_changed = False
        # Answers may not be remembered: a follower's rows change without this table having written anything.
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """As TinyDB's; the update that finds nothing does not write a line of its own."""
        self._only_if_changed = True
        try:
            return super().upsert(document, cond)
        finally:
            self._only_if_changed = False

    def upsert_all(self, rows: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
        """Changes or adds many rows in one line: each by the fields that tell it, with what it holds besides."""

        def change(table: dict[int, Mapping[str, Any]]) -> None:
            told: dict[tuple[str, ...], dict[tuple[Any, ...], int]] = {}
            for key, row in rows:
                words = tuple(key)
                if words not in told:
                    told[words] = {tuple(map(one.get, words)): number for number, one in table.items()}
                number = told[words].setdefault(tuple(key.values()), 0) or self._get_next_id()
                told[words][tuple(key.values())] = number
                table[number] = {**table.get(number, {}), **row, **key}

        self._only_if_changed = True
        try:
            self._update_table(change)
        finally:
            self._only_if_changed = False

    def _get_next_id(self) -> int:
        number = self._next_number or self._kept.last_number(self.name) + 1
        while self._draft is not None and number in self._draft:
            number += 1
        if self._draft is not None:
            self._next_number = number + 1
        return number

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        new = self.name not in self._kept.tables
        self._draft = Draft(self._kept.rows(self.name))
        try:
            updater(cast(dict[int, Mapping[str, Any]], self._draft))
            changes = self._draft.changes()
            if changes or (new and not self._only_if_changed):
                self._kept.record(self.name, changes)
        finally:
            # Numbers that a failed call had taken are free again.
            self._draft = None
            self._next_number = 0


class JournalDB(TinyDB):
    """A TinyDB whose tables are kept in a journal: ``JournalDB(journal)``, or ``JournalDB(None)`` for a reader's."""

    table_class = JournalTable
    default_storage_class: type[Storage] = JournalStorage  # type: ignore[assignment]
