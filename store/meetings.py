"""A meeting, open to be written: every entry is on disk before ``append`` returns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import msgspec

from store import closing, disk, places, refuge
from store.copying import SecondCopy, check_folder
from store.errors import (
    CannotKeepThere,
    CannotOpen,
    JournalChanged,
    MeetingExists,
    NotRecorded,
    OnlyInThisWindow,
    StoreError,
    entries,
    reason,
)
from store.holding import Hold
from store.journal import Journal, create
from store.library import confirmed_entries
from store.lines import EVENTS
from store.mending import give_up_torn
from store.mending import mend as mend_journal
from store.rows import Row
from store.tables import JournalDB, JournalStorage
from store.words import Words

Entry = Mapping[str, Any]
"""``{"recorded": str, "by": str, "events": [...]}``; whatever msgspec can write as JSON may stand in it."""


class Companion(Protocol):
    """What sends a meeting's lines to a shared book, as whoever holds the meeting sees it."""

    def short(self, lines: int) -> str:
        """How the book stands in two words; ``lines`` is the number of the journal's last line."""

    def messages(self) -> list[str]:
        """Sentences not yet fetched."""

    def go_on(self, journal: Path) -> None:
        """The meeting goes on in another journal."""


class Kept:
    """A meeting that this process holds. Made by ``create`` or ``open``; a context manager that closes it.

    ``db`` is the TinyDB of all its tables. ``words`` keeps what is being typed. ``name`` and ``path`` change where the
    meeting has to go on in another file, since another program spoilt its own; a message says so.
    """

    def __init__(self, hold: Hold, journal: Journal, report: list[str], copy_to: Path | None) -> None:
        self.words = Words(journal.path)
        self.db = JournalDB(journal)
        self._storage: JournalStorage = self.db.storage  # type: ignore[assignment]
        self._hold = hold
        self._journal = journal
        self._copy_to = copy_to
        self._copy = SecondCopy(journal, copy_to) if copy_to else None
        self._adrift = ""
        self._closed = False
        self._said: list[str] = []
        self.report = [*report, *journal.report]
        """What opening it found, in sentences: what was kept, what was set aside."""
        journal.report.clear()
        self.stopped: StoreError | None = None
        """Why nothing more is recorded here, once another machine has taken the meeting over."""
        self.companion: Companion | None = None
        """What sends its lines to the team's shared book, where there is one."""

    @property
    def name(self) -> str:
        """What the meeting is called where it is kept now."""
        return self._journal.path.stem

    @property
    def path(self) -> Path:
        """Its journal."""
        return self._journal.path

    @classmethod
    def create(cls, home: Path, name: str, first_entry: Entry, *, by: str = "", copy_to: Path | None = None) -> Self:
        """Begin the meeting ``name`` with its first entry, and hold it.

        Raises MeetingExists, MeetingIsHeld, CannotOpen, CannotBeStored and CannotCopyThere.
        """
        path = places.journal_of(home, name)
        if copy_to:
            check_folder(path, copy_to)
        try:
            disk.make_folder(path.parent)
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
            report = closing.close_meeting_to_others(path)
            report += give_up_torn(path, lambda: confirmed_entries(path))
            report += mend_journal(path) if mend else []
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

        Where another program has spoilt the file, all is kept under another name, and the entry is recorded there.
        Raises NotRecorded (OnlyInThisWindow where nothing is on disk any more), JournalChanged and CannotBeStored: the
        record is then as it was, and may be tried again. Raises ``stopped`` where that is set.
        """
        if self.stopped is not None:
            raise self.stopped
        try:
            number = self._append(entry)
        except JournalChanged as error:
            self._go_on_in_saved(error)
            number = self._append(entry)
        self._adrift = ""
        if self._copy is not None:
            self._copy.reached(self._journal.place.end)
        return number

    def _append(self, entry: Entry) -> int:
        try:
            return self.db.table(EVENTS).insert(entry)
        except NotRecorded as error:
            self._adrift = error.why if isinstance(error, OnlyInThisWindow) else ""
            raise

    def look(self, *, thorough: bool = False) -> None:
        """See to it that all that was recorded is still on disk; it costs two ``os.stat`` where nothing has changed,
        and a reading with ``thorough``. What was wrong is put right, or ``adrift`` says that it cannot be.
        """
        was, self._adrift = self._adrift, ""
        try:
            self._journal.look(thorough=thorough)
            self._hold.hold_on()
        except JournalChanged as error:
            try:
                self._go_on_in_saved(error)
            except StoreError:
                self._adrift = f"another program has changed {self.path.name}"
        except StoreError as error:
            self._adrift = error.why if isinstance(error, OnlyInThisWindow) else str(error)
        if self._adrift and not was:
            self._said.append(f"{self.only_here} Leave it open, and keep the meeting in another folder.")

    @property
    def adrift(self) -> bool:
        """Whether what was recorded is in this process alone: its file is gone, and cannot be put back where it was."""
        return bool(self._adrift)

    @property
    def only_here(self) -> str:
        """What is the matter where it is ``adrift``, as a sentence."""
        number = len(self)
        are = "is" if number == 1 else "are"
        return f"{entries(number).capitalize()} {are} in this window only, not on disk: {self._adrift}."

    def keep_in(self, folder: Path) -> str:
        """Write all that was recorded into another folder, made if need be, and go on there; gives a sentence.

        Raises CannotKeepThere; nothing has changed then.
        """
        try:
            disk.make_folder(folder)
        except OSError as error:
            raise CannotKeepThere(folder, reason(error)) from error
        if folder.resolve() == self.path.parent.resolve() and self._is_back(folder):
            return f"All {entries(len(self))} are kept in {folder} again."
        name = refuge.free_name(folder, self.name)
        hold = Hold(folder / f"{name}{places.SUFFIX}", self._hold.by)
        try:
            hold.take()
            self._journal.go_on_in(folder, name)
        except StoreError as error:
            hold.release()
            raise error if isinstance(error, CannotKeepThere) else CannotKeepThere(folder, str(error)) from error
        self._moved(hold)
        return f"All {entries(len(self))} are kept in {folder}, and the meeting goes on there, as {self.name}."

    def _is_back(self, folder: Path) -> bool:
        """Whether the file could be put back where it was; not where something that is no file has its name."""
        self.look()
        if not self._adrift:
            self._hold.hold_on()
        elif not self.path.exists():
            raise CannotKeepThere(folder, self._adrift)
        return not self._adrift

    def _go_on_in_saved(self, changed: JournalChanged) -> None:
        """Go on in the meeting beside, in which all that was recorded has been kept. Raises ``changed`` where nothing
        could be kept."""
        if changed.saved is None:
            self._adrift = f"another program has changed {self.path.name}"
            raise changed
        was = self.path.name
        hold = Hold(changed.saved, self._hold.by)
        hold.take()
        self._journal.go_on_in_saved(changed.saved)
        self._moved(hold)
        self._said.append(
            f"Another program has changed or replaced {was} while the meeting was open. All {entries(len(self))} are "
            f"kept as the meeting {self.name}, and it goes on there; open the chair’s view on that. Stop whatever "
            f"synchronises or backs up {self.path.parent} while a meeting is open."
        )

    def _moved(self, hold: Hold) -> None:
        self._hold.release()
        self._hold = hold
        self._adrift = ""
        self.words.go_on_beside(self.path)
        if self._copy is not None and self._copy_to is not None:
            self._copy.leave()
            self._copy = SecondCopy(self._journal, self._copy_to)
        if self.companion is not None:
            self.companion.go_on(self.path)

    def tell(self, sentence: str) -> None:
        """Has a sentence said with the next messages, beside those that the file itself brings."""
        self._said.append(sentence)

    def messages(self) -> list[str]:
        """Sentences since the last call: about the second copy, a file that had to be put back, or one left behind."""
        said = [*self._journal.report, *self._said]
        self._journal.report.clear()
        self._said.clear()
        said += self._copy.messages() if self._copy else []
        return said + (self.companion.messages() if self.companion else [])

    @property
    def book(self) -> str:
        """How the team's shared book stands, in two words; "" where there is none."""
        return self.companion.short(self._journal.place.number) if self.companion else ""

    @property
    def uncopied(self) -> bool:
        """Whether there should be a second copy, and it cannot be written just now."""
        return self._copy is not None and self._copy.failing

    def close(self) -> None:
        """Hold the file against what was recorded, to the byte; finish the second copy, waiting 5 seconds at most; and
        let go of the meeting. What is in this process alone is written wherever it can be. Again: does nothing.
        """
        if self._closed:
            return
        self._closed = True
        try:
            self.look(thorough=True)
            if self._adrift:
                self._said.append(refuge.seek(self.keep_in, self.path))
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
