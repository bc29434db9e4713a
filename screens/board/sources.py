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
    """Every board that the book keeps for the public, read by a thread of its own with the public's own right."""

    def __init__(self, where: Address) -> None:
        self._where = where
        self._boards: dict[str, tuple[str, Shown, str]] = {}
        self._ended = threading.Event()
        self._read(self._open())
        threading.Thread(target=self._run, name="public book", daemon=True).start()

    def meetings(self) -> list[tuple[str, str, str, str]]:
        """Name, body, day and course of every meeting, the latest first."""
        rows = [(name, one.body, str(one.day or ""), one.course) for name, one, _ in self._boards.values()]
        return sorted(rows, key=lambda row: row[0], reverse=True)

    def board(self, name: str) -> tuple[Shown, str] | None:
        """A meeting's board and decisions, by its name."""
        return next(((one, words) for called, one, words in self._boards.values() if called == name), None)

    def close(self) -> None:
        """Read no more."""
        self._ended.set()

    def _open(self) -> Book:
        return Book(self._where, checked=False)

    def _read(self, book: Book) -> None:
        boards = {}
        for meeting, name, state in book.boards():
            one = msgspec.json.decode(state, type=Shown)
            decisions = book.published(meeting).get(DECISIONS, "")
            boards[meeting] = (name, one, decisions_within(decisions))
        self._boards = boards

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
        self._name = name
        if book.board(name) is None:
            raise KeyError(name)
        self._seen: tuple[Shown, str, date] | None = None
        self.look()

    def look(self) -> bool:
        """Look whether the board is another."""
        found = self._book.board(self._name)
        if found is None:
            return False
        seen = (*found, date.today())
        if seen == self._seen:
            return False
        self._seen = seen
        self.public = frame(*seen)
        return True
