"""The sender: copies one journal to the book as it grows, for as long as its desk lives, and catches up by itself."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from store.book.address import Address
from store.book.connection import Book, Label
from store.book.errors import BookAway, BookRefused, DoesNotFollow
from store.book.journal_lines import Known
from store.book.sending import Elsewhere, MadeTwice, Sending, keep_unsent, said_of_unsent
from store.book.status import Status, read_status, write_status
from store.errors import StoreError
from store.lines import decode_line, entries_in

LOOK = 0.02
"""Seconds between looks at the journal."""

CHECK = 1.0
"""Seconds between looks whether the book has gone on without us."""

WAITS = (0.5, 1.0, 2.0, 4.0, 5.0)
"""Seconds before trying again, the last for ever after."""

LINGER = 30.0
"""Seconds after the desk has gone in which the rest is still sent."""

log = logging.getLogger("clerk.sender")


class Forms(Protocol):
    """What is told of a meeting beside its lines."""

    def label(self, lines: Sequence[Known]) -> Label:
        """What lists show of it."""

    def meets(self, book: Book) -> None:
        """Exchange what is no part of this meeting, whenever the book has been reached. Raises BookError."""

    def is_new(self) -> bool:
        """Whether there is more to put into the book than the lines tell."""

    def after(self, book: Book, meeting: str, lines: Sequence[Known]) -> None:
        """Put into the book what the public may see, the lines being those that the book has. Raises BookError."""


class OnlyLines:
    """Tells nothing beside the lines."""

    def label(self, lines: Sequence[Known]) -> Label:
        """Nothing to show in a list."""
        return Label()

    def meets(self, book: Book) -> None:
        """Nothing beside this meeting."""

    def is_new(self) -> bool:
        """Never."""
        return False

    def after(self, book: Book, meeting: str, lines: Sequence[Known]) -> None:
        """Nothing for the public."""


@dataclass(slots=True)
class Sender:
    """Sends the journal at ``path`` to the book at ``where``. ``gone`` says whether the desk has left."""

    path: Path
    where: Address
    forms: Forms
    gone: Callable[[], bool]
    patience: float = 10.0
    _book: Book | None = None
    _status: Status = field(default_factory=Status)
    _failed: int = 0
    _next: float = 0.0
    _checked: float = 0.0
    _left: float = 0.0
    _shown: int = -1

    def run(self) -> int:
        """Until the desk has left and all is sent, or nothing more can be done; the exit code, 0 when all is sent."""
        before = read_status(self.path)
        self._status = replace(before or Status(), pid=os.getpid(), why="")
        write_status(self.path, self._status)
        sending = Sending(self.path, self.forms.label, another=self._status.another)
        sending.journal.look()
        log.info("begins with %d lines", len(sending.journal.lines))
        try:
            while not self._done(sending):
                self._turn(sending)
                time.sleep(LOOK)
        finally:
            self._let_go()
        log.info("ends: %s, %d not sent", self._status.state, sending.behind)
        return 0 if self._status.state == "ok" and not sending.behind else 1

    def _done(self, sending: Sending) -> bool:
        now = time.monotonic()
        if now - self._checked > CHECK:
            there = read_status(self.path)
            if there is not None and there.pid not in (os.getpid(), 0):
                log.info("another sender has taken its place")
                return True
        if not self.gone():
            return False
        self._left = self._left or now
        if self._status.state == "ok" and not sending.journal.look() and not sending.behind and self._shown >= 0:
            return True
        tried = self._failed > 0 or self._status.state not in ("ok", "behind")
        return now - self._left > (LINGER if self._status.state == "behind" else 1.0) and tried

    def _turn(self, sending: Sending) -> None:
        """One look, and what follows from it. Whatever fails is said in the status, and tried again."""
        now = time.monotonic()
        if now < self._next:
            return
        try:
            self._look_and_send(sending, now)
        except Elsewhere as error:
            self._taken(error, sending)
        except MadeTwice as error:
            self._refused("twice", str(error))
        except BookRefused as error:
            self._refused("refused", str(error))
        except DoesNotFollow:
            # What stands there is looked at again: then it is known whether somebody else goes on with it.
            self._let_go()
            self._wait()
        except BookAway as error:
            self._behind(error.why)
        except StoreError as error:
            self._behind("the journal cannot be read")
            log.warning("journal: %s", type(error).__name__)

    def _look_and_send(self, sending: Sending, now: float) -> None:
        new = sending.journal.look()
        if self._book is None:
            self._book = Book(self.where, patience=self.patience)
            if not self._book.writable:
                warning = self._book.warning
                self._let_go()
                raise BookRefused(warning)
            sending.meet(self._book)
            self._checked, self._shown = now, -1
            log.info("meets the book at line %d", sending.sent)
            self.forms.meets(self._book)
        elif self._status.state == "taken" or (not new and now - self._checked > CHECK):
            self._checked = now
            sending.check(self._book)
        sending.send(self._book)
        self._all_well(sending)
        if self._shown != sending.sent or self.forms.is_new():
            self.forms.after(self._book, sending.journal.meeting, sending.journal.lines[: sending.sent + 1])
            self._shown = sending.sent

    # -- what is said ----------------------------------------------------------------------------------------------

    def _say(self, status: Status) -> None:
        if status != self._status or self._shown < 0:
            if (status.state, status.why) != (self._status.state, self._status.why):
                log.info("is %s at line %d", status.state, status.sent)
            self._status = status
            write_status(self.path, status)

    def _all_well(self, sending: Sending) -> None:
        self._failed = 0
        self._say(
            Status(
                sending.journal.meeting,
                "ok",
                sending.sent,
                sending.epoch,
                why=" ".join(filter(None, (self.where.warning, self._book.warning if self._book else ""))),
                another=self._status.another,
                pid=os.getpid(),
            )
        )

    def _behind(self, why: str) -> None:
        self._let_go()
        since = self._status.since or datetime.now().strftime("%Y-%m-%dT%H:%M")
        said = f"The shared book cannot be written just now: {why}. It is caught up with by itself."
        self._say(replace(self._status, state="behind", since=since, why=said))
        self._wait()

    def _refused(self, state: str, why: str) -> None:
        self._let_go()
        self._say(replace(self._status, state="twice" if state == "twice" else "refused", why=why))
        self._failed = len(WAITS)
        self._wait()

    def _taken(self, error: Elsewhere, sending: Sending) -> None:
        epoch = error.over.epoch if error.over else sending.epoch
        unsent = sending.journal.lines[error.common + 1 :]
        file = keep_unsent(self.path, unsent, epoch)
        count = len(entries_in(decode_line(line.text.encode()) for line in unsent))
        why = " ".join(filter(None, [str(error), said_of_unsent(file, count, self.path.stem)]))
        self._say(replace(self._status, state="taken", sent=error.common, why=why, unsent=file, since=""))
        # The desk has yet to hear of it: what is recorded until then is kept as well.
        self._next = time.monotonic() + 0.2

    def _wait(self) -> None:
        self._next = time.monotonic() + WAITS[min(self._failed, len(WAITS) - 1)]
        self._failed += 1

    def _let_go(self) -> None:
        if self._book is not None:
            self._book.close()
            self._book = None
