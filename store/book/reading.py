"""A reader: keeps this machine's copy of a meeting as the book has it, while something here follows the copy."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from store import disk
from store.book.address import Address
from store.book.connection import Book, Head
from store.book.errors import BookError
from store.book.fetching import Fetched, fetch, path_of, writing
from store.book.journal_lines import JournalLines, as_bytes
from store.book.status import MINUTED_ELSEWHERE, Status, read_status, write_status
from store.errors import MeetingIsHeld, StoreError
from store.reading import read_lines

LOOK = 1.0
"""Seconds between looks at the table, whether or not anything was heard: a hint can be lost, or forged."""

_WAITS = (0.5, 1.0, 2.0, 5.0)

Speaking = Callable[[Path, datetime | None], None]
"""Told of the journal here until when a public speaker may speak, or that nobody does."""

log = logging.getLogger("clerk.reader")


class Reader:
    """Follows one meeting of the book into its journal here, on a thread of its own; what reads the journal notices
    nothing of the network. It ends by itself when this machine takes the meeting over."""

    def __init__(
        self, home: Path, where: Address, head: Head, book: Book, speaking: Speaking = lambda path, until: None
    ) -> None:
        self.fetched: Fetched = fetch(home, book, head)
        """What the first fetch did."""
        self.path = self.fetched.path
        self._home = home
        self._where = where
        self._meeting = head.id
        self._tell_speaking = speaking
        self._speaking: datetime | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="book reader", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Follow no more; calling it again does nothing."""
        self._ended.set()

    def _run(self) -> None:
        failed = 0
        while not self._ended.is_set():
            try:
                with Book(self._where) as book:
                    log.info("reads the book")
                    failed = 0
                    self._follow(book)
            except (StoreError, OSError) as error:
                log.warning("the book cannot be read: %s", getattr(error, "why", type(error).__name__))
            self._ended.wait(_WAITS[min(failed, len(_WAITS) - 1)])
            failed += 1

    def _follow(self, book: Book) -> None:
        heard = book.listen() and book.listen("clerk_board")
        journal = JournalLines(self.path)
        while not self._ended.is_set():
            began = time.monotonic()
            status = read_status(self.path)
            if status is not None and status.state not in MINUTED_ELSEWHERE:
                self._ended.set()
                return
            self._bring(book, journal)
            self._hear_speaker(book)
            if not heard:
                self._ended.wait(LOOK)
                continue
            while not self._ended.is_set() and (left := LOOK - (time.monotonic() - began)) > 0:
                if any(hint.startswith(self._meeting) for hint in book.hear(min(left, 0.25))):
                    break

    def _hear_speaker(self, book: Book) -> None:
        until = book.speaking_until(self._meeting)
        if until != self._speaking:
            self._speaking = until
            self._tell_speaking(self.path, until)

    def _bring(self, book: Book, journal: JournalLines) -> None:
        try:
            journal.look()
            rows = book.lines(self._meeting, journal.lines[-1].number)
            if rows:
                data = as_bytes(rows)
                if len(read_lines(data, journal.place).lines) != len(rows):
                    raise BookError("what is there does not follow what is here")
                with writing(self.path, wait=0.2):
                    self._add(journal, data)
                write_status(self.path, Status(self._meeting, "elsewhere", rows[-1].number, rows[-1].epoch))
        except MeetingIsHeld:
            # Another window follows it too, and writes the same lines.
            return
        except StoreError:
            self._again(book)

    def _add(self, journal: JournalLines, data: bytes) -> None:
        if os.stat(self.path).st_size != journal.place.end:
            return
        fd = disk.open_to_append(self.path)
        try:
            disk.write_all(fd, data)
        finally:
            os.close(fd)

    def _again(self, book: Book) -> None:
        head = book.head(self._meeting)
        if head is not None and path_of(self._home, head) == self.path:
            fetch(self._home, book, head)
