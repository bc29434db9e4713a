"""Where boards come from: a journal on this machine, however it comes here, or what the book keeps for the public."""

from __future__ import annotations

import logging
import threading
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

import msgspec

from screens.board.frames import Frame, frame
from screens.board.html import decisions_within
from screens.board.shown import Shown, shown
from screens.chair.board import board
from screens.chair.watching import Watching
from screens.sharing.public import DECISIONS, public_decisions, public_shown
from screens.sharing.speaking import speaking_until
from store.book.address import Address
from store.book.connection import Book
from store.errors import StoreError

log = logging.getLogger("clerk.board")


class Source(Protocol):
    """A meeting as it stands: what the public sees, and what the chair does, where that is known here."""

    public: Frame
    chair: Frame | None

    def look(self) -> bool:
        """Look whether there is anything new; then both are made anew."""


class JournalSource:
    """A journal that is followed. Raises StoreError where there is nothing to follow."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._watching = Watching(path)
        self._speaking: datetime | None = None
        self._decided: tuple[int, str] = (-1, "")
        self._day = date.today()
        self._make()

    def look(self) -> bool:
        """Look at the journal, at the cost of a `stat` and a small file when nothing is new; a new day is new."""
        now = datetime.now()
        speaking = speaking_until(self._path, now)
        if not self._watching.look() and (now.date(), speaking) == (self._day, self._speaking):
            return False
        self._day, self._speaking = now.date(), speaking
        self._make()
        return True

    def _make(self) -> None:
        meeting, name = self._watching.meeting, self._watching.name
        self.public = frame(public_shown(meeting, name, self._speaking), self._decisions(), self._day)
        self.chair: Frame | None = frame(shown(board(meeting, name=name), self._speaking), today=self._day)

    def _decisions(self) -> str:
        meeting = self._watching.meeting
        if meeting.course != "closed" or meeting.newer:
            return ""
        if self._decided[0] != len(meeting.entries):
            self._decided = (len(meeting.entries), decisions_within(public_decisions(meeting)))
        return self._decided[1]


class PublicBook:
    """Every board that the book keeps for the public, read by a thread of its own with the public's own right: of
    boards what was changed is read again, and decisions only of meetings that somebody looks at."""

    def __init__(self, where: Address) -> None:
        self._where = where
        self._boards: dict[str, tuple[str, Shown]] = {}
        self._since: datetime | None = None
        self._decisions: dict[str, str] = {}
        """Of each meeting that is looked at, "" where none are published."""
        self._ended = threading.Event()
        with self._open() as book:
            self._read(book)
        threading.Thread(target=self._run, name="public book", daemon=True).start()

    def meetings(self) -> list[tuple[str, str, str, str]]:
        """Name, body, day and course of every meeting, the latest first."""
        rows = [(name, one.body, str(one.day or ""), one.course) for name, one in list(self._boards.values())]
        return sorted(rows, key=lambda row: row[0], reverse=True)

    def watch(self, name: str) -> str:
        """The id of a meeting of that name, whose decisions are read from now on. Raises KeyError for none."""
        id_ = next((id_ for id_, (called, _) in list(self._boards.items()) if called == name), None)
        if id_ is None:
            raise KeyError(name)
        if id_ not in self._decisions:
            self._decisions[id_] = ""
            try:
                # Whoever opens a page without scripts sees it once.
                with Book(self._where, patience=2.0, checked=False) as book:
                    self._read_decisions(book, [id_])
            except StoreError as error:
                log.warning("the book cannot be read: %s", getattr(error, "why", type(error).__name__))
        return id_

    def board(self, id_: str) -> tuple[Shown, str]:
        """A meeting's board and decisions, by its id."""
        return self._boards[id_][1], self._decisions.get(id_, "")

    def close(self) -> None:
        """Read no more."""
        self._ended.set()

    def _open(self) -> Book:
        return Book(self._where, checked=False)

    def _read(self, book: Book) -> None:
        changed = book.boards_since(self._since)
        fresh = {id_: (name, msgspec.json.decode(state, type=Shown)) for id_, name, state, _ in changed}
        self._since = max((at for *_, at in changed), default=self._since)
        if fresh:
            self._boards = {**self._boards, **fresh}
        if self._decisions:
            self._read_decisions(book, list(self._decisions))

    def _read_decisions(self, book: Book, meetings: list[str]) -> None:
        closed = [id_ for id_ in meetings if self._boards[id_][1].course == "closed"]
        found = book.published_of(closed, DECISIONS) if closed else {}
        self._decisions |= {id_: decisions_within(found.get(id_, "")) for id_ in meetings}

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                with self._open() as book:
                    heard = book.listen("clerk_board")
                    while not self._ended.is_set():
                        self._read(book)
                        if heard:
                            book.hear(1.0)
                        else:
                            self._ended.wait(1.0)
            except StoreError as error:
                log.warning("the book cannot be read: %s", getattr(error, "why", type(error).__name__))
                self._ended.wait(1.0)


class PublicSource:
    """One meeting of what the book keeps for the public. Raises KeyError where it has none of that name."""

    chair: Frame | None = None

    def __init__(self, book: PublicBook, name: str) -> None:
        self._book = book
        self._meeting = book.watch(name)
        self._seen: tuple[Shown, str, date] | None = None
        self.look()

    def look(self) -> bool:
        """Look whether the board is another."""
        seen = (*self._book.board(self._meeting), date.today())
        if seen == self._seen:
            return False
        self._seen = seen
        self.public = frame(*seen)
        return True
