"""A meeting, open to be written: every entry is on disk before ``append`` returns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from store import places
from store.copying import SecondCopy, check_folder
from store.errors import CannotOpen, MeetingExists, entries
from store.holding import Hold
from store.journal import Journal, create
from store.lines import EVENTS
from store.mending import mend as mend_journal
from store.rows import Row
from store.tables import JournalDB, JournalStorage
from store.words import Words

Entry = Mapping[str, Any]
"""``{"recorded": str, "by": str, "events": [...]}``; whatever msgspec can write as JSON may stand in it."""


class Kept:
    """A meeting that this process holds. Made by ``create`` or ``open``; a context manager that closes it.

    ``db`` is the TinyDB of all its tables. ``words`` keeps what is being typed.
    """

    def __init__(self, hold: Hold, journal: Journal, report: list[str], copy_to: Path | None) -> None:
        self.name = journal.path.stem
        self.path = journal.path
        self.words = Words(journal.path)
        self.db = JournalDB(journal)
        self._storage: JournalStorage = self.db.storage  # type: ignore[assignment]
        self._hold = hold
        self._journal = journal
        self._copy = SecondCopy(journal.path, copy_to, journal.place.end) if copy_to else None
        self.report = [*report, *journal.report]
        """What opening it found, in sentences: what was kept, what was set aside."""
        journal.report.clear()

    @classmethod
    def create(cls, home: Path, name: str, first_entry: Entry, *, by: str = "", copy_to: Path | None = None) -> Self:
        """Begin the meeting ``name`` with its first entry, and hold it.

        Raises MeetingExists, MeetingIsHeld, CannotOpen, CannotBeStored and CannotCopyThere.
        """
        path = places.journal_of(home, name)
        if copy_to:
            check_folder(path, copy_to)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotOpen(path, error, "created") from error
        if path.exists():
            raise MeetingExists(name)
        hold = Hold(path, by)
        hold.take()
        try:
            create(path, name, [(EVENTS, {"1": first_entry})])
            return cls(hold, Journal(path), [], copy_to)
        except BaseException:
            hold.release()
            raise

    @classmethod
    def open(
        cls,
        meeting: Path | str,
        by: str = "",
        *,
        home: Path | None = None,
        copy_to: Path | None = None,
        mend: bool = False,
    ) -> Self:
        """Open a meeting, by its path or its name, and hold it.

        Raises UnknownMeeting, MeetingIsHeld, CannotOpen, NewerJournal, NotAJournal, CannotCopyThere, and
        JournalIsDamaged unless ``mend`` is given: the damaged file is then kept whole beside, and what can be read of
        it goes on.
        """
        path = meeting if isinstance(meeting, Path) else places.resolve(home or places.home(), meeting)
        if not path.exists():
            raise CannotOpen(path, FileNotFoundError(2, "No such file"))
        if copy_to:
            check_folder(path, copy_to)
        hold = Hold(path, by)
        hold.take()
        try:
            report = mend_journal(path) if mend else []
            kept = cls(hold, Journal(path), report, copy_to)
        except BaseException:
            hold.release()
            raise
        if hold.left_open:
            number = len(kept)
            safe = f"All {entries(number)} are kept." if number > 1 else f"{entries(number).capitalize()} is kept."
            kept.report.insert(0, f"The meeting was not closed by {hold.left_open}. {safe}")
        return kept

    def __len__(self) -> int:
        return len(self._storage.rows(EVENTS))

    @property
    def raw(self) -> list[msgspec.Raw]:
        """Every entry as JSON, number 1 first, for whoever decodes them into types of their own."""
        return list(self._storage.rows(EVENTS).values())

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Every entry, number 1 first; the caller's own to change."""
        return [msgspec.json.decode(row, type=Row) for row in self._storage.rows(EVENTS).values()]

    def append(self, entry: Entry) -> int:
        """Record an entry and return its number, counted from 1, once it is on disk.

        Raises NotRecorded, JournalChanged and CannotBeStored: the record is then as it was, and may be tried again.
        """
        number = self.db.table(EVENTS).insert(entry)
        if self._copy is not None:
            self._copy.reached(self._journal.place.end)
        return number

    def messages(self) -> list[str]:
        """Sentences since the last call: about the second copy, or a file that had to be put back."""
        put_back = list(self._journal.report)
        self._journal.report.clear()
        return put_back + (self._copy.messages() if self._copy else [])

    @property
    def uncopied(self) -> bool:
        """Whether there should be a second copy, and it cannot be written just now."""
        return self._copy is not None and self._copy.failing

    def close(self) -> None:
        """Finish the second copy, waiting 5 seconds at most, and let go of the meeting. Again: does nothing."""
        try:
            if self._copy is not None:
                self._copy.reached(self._journal.place.end)
                self._copy.close()
        finally:
            self._journal.close()
            self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
