"""A connection to the shared book, and what is asked of it. Everything may take long or fail: only processes that
nobody's keys wait for use it."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from types import TracebackType
from typing import Any, NamedTuple, Self

from store.book.address import Address
from store.book.errors import BookRefused, explained
from store.book.schema import may_write, version_of

PATIENCE = 10.0
"""Seconds after which an answer that has not come is no longer waited for."""


class Head(NamedTuple):
    """The last line of a meeting in the book, and who holds it."""

    id: str
    name: str
    number: int
    hash: str
    epoch: int
    body: str
    day: str
    state: str
    entries: int
    holder: str
    machine: str


_NAME, _DAY = Head._fields.index("name"), Head._fields.index("day")


class Row(NamedTuple):
    """A line as the book has it."""

    number: int
    epoch: int
    line: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the holder says of a meeting, for lists and for whoever would take it over."""

    by: str = ""
    machine: str = ""
    body: str = ""
    day: str = ""
    state: str = ""
    entries: int = 0


FACTS = "facts"
"""The name that the first line of such a chain has in the place of a meeting's, which begins with its day."""

BOARDS_FROM, LABELS_FROM = 2, 3
"""The versions of the schema that have had boards and labels."""

_LABELS = ", body, day, state, entries, holder, machine"
_HEAD = "SELECT id, name, head, hash, epoch"


class Book:
    """An open connection. Every method raises BookError; after one the connection may be of no more use."""

    def __init__(self, where: Address, *, patience: float = PATIENCE, checked: bool = True) -> None:
        import psycopg

        _quieten()
        self._patience = patience
        self._until = 0.0
        self._closed = threading.Event()
        try:
            self.connection: psycopg.Connection[Any] = psycopg.connect(
                where.url,
                autocommit=True,
                connect_timeout=max(2, int(patience)),
                application_name="clerk",
                keepalives_idle=5,
                keepalives_interval=2,
                keepalives_count=3,
                tcp_user_timeout=int(patience * 1000),
                client_encoding="utf8",
            )
        except psycopg.Error as error:
            raise explained(error) from None
        threading.Thread(target=self._watch, name="book patience", daemon=True).start()
        try:
            with self._asking():
                # A server that is only slow answers with an error, and the connection stays of use.
                self.connection.execute(f"SET statement_timeout = {int(patience * 900)}")
                self.version, self._writes_from = version_of(self.connection) if checked else (0, 0)
                self.replica = bool(self._one("SELECT pg_is_in_recovery()"))
        except BaseException:
            self.close()
            raise
        if checked and not self.version:
            self.close()
            raise BookRefused("There is no book in that database yet. Its owner makes one with “clerk share init URL”.")
        self.writable, self.warning = may_write(self.version, self._writes_from) if checked else (True, "")

    # -- reading ---------------------------------------------------------------------------------------------------

    def heads(self) -> list[Head]:
        """Every meeting, the latest day first."""
        rows = self._rows(f"{self._ask_heads()} WHERE name <> %s", (FACTS,))
        # Sorted here: a database compares names by its language's rules, which takes as long as all the rest.
        rows.sort(key=itemgetter(_NAME), reverse=True)
        rows.sort(key=itemgetter(_DAY), reverse=True)
        return list(map(Head._make, rows))

    def facts(self) -> list[Head]:
        """Every chain of what a library was told between meetings."""
        return list(map(Head._make, self._rows(f"{self._ask_heads()} WHERE name = %s ORDER BY id", (FACTS,))))

    def head(self, meeting: str) -> Head | None:
        """A meeting by its id, or None."""
        rows = self._rows(self._ask_heads() + " WHERE id = %s", (meeting,))
        return Head._make(rows[0]) if rows else None

    def alike(self, body: str, day: str, but: str) -> Head | None:
        """Another meeting of the same body on the same day, or None."""
        if not self._labelled or not body:
            return None
        rows = self._rows(
            self._ask_heads() + " WHERE day = %s AND body = %s AND id <> %s ORDER BY since LIMIT 1", (day, body, but)
        )
        return Head._make(rows[0]) if rows else None

    def lines(self, meeting: str, after: int = -1, most: int = 2000) -> list[Row]:
        """The lines of a meeting after number ``after``, in order, at most so many."""
        ask = "SELECT n, epoch, line FROM clerk.line WHERE meeting = %s AND n > %s ORDER BY n LIMIT %s"
        return [Row(*row) for row in self._rows(ask, (meeting, after, most))]

    def boards_since(self, after: datetime | None) -> list[tuple[str, str, str, datetime]]:
        """The public boards that were changed after a moment of the database's, or all: meeting id, name, state, when.
        What was changed a little before is given again: of two at once the later may have been committed first."""
        ask = "SELECT meeting, name, state, at FROM clerk.board"
        if after is None:
            return [tuple(row) for row in self._rows(ask)]
        return [tuple(row) for row in self._rows(f"{ask} WHERE at > %s - interval '5 seconds'", (after,))]

    def published_of(self, meetings: Sequence[str], form: str) -> dict[str, str]:
        """What is published of these meetings in one form, by id."""
        ask = "SELECT meeting, content FROM clerk.published WHERE form = %s AND meeting = ANY(%s)"
        return dict(self._rows(ask, (form, list(meetings))))

    def speaking_until(self, meeting: str) -> datetime | None:
        """Until when a public speaker may speak, as the holder's desk told it; None where nobody's clock runs."""
        if self.version < BOARDS_FROM:
            return None
        rows = self._rows("SELECT state::json ->> 'speaking_until' FROM clerk.board WHERE meeting = %s", (meeting,))
        return datetime.fromisoformat(rows[0][0]) if rows and rows[0][0] else None

    # -- writing ---------------------------------------------------------------------------------------------------

    def add(self, meeting: str, rows: Sequence[Row], label: Label | None = None) -> None:
        """Add lines that follow, all or none. Raises DoesNotFollow."""
        ask = "INSERT INTO clerk.line (meeting, n, epoch, line) VALUES (%s, %s, %s, %s)"
        with self._asking():
            if len(rows) == 1 and label is None:
                self.connection.execute(ask, (meeting, *rows[0]))
                return
            with self.connection.transaction(), self.connection.pipeline():
                for row in rows:
                    self.connection.execute(ask, (meeting, *row))
                if label is not None and self._labelled:
                    self._label(meeting, rows[-1].epoch, label)

    def label(self, meeting: str, epoch: int, label: Label) -> None:
        """Say what a list shows of a meeting. Raises DoesNotFollow when it has been taken over."""
        if self._labelled:
            with self._asking():
                self._label(meeting, epoch, label)

    def show(self, meeting: str, epoch: int, state: str) -> None:
        """Put a public board in the place of the last one. Raises DoesNotFollow when it has been taken over."""
        with self._asking():
            self.connection.execute("SELECT clerk.show(%s, %s, %s)", (meeting, epoch, state))

    def publish(self, meeting: str, epoch: int, form: str, content: str) -> None:
        """Publish a form of the minutes in the place of the last. Raises DoesNotFollow when it has been taken over."""
        with self._asking():
            self.connection.execute("SELECT clerk.publish(%s, %s, %s, %s)", (meeting, epoch, form, content))

    # -- hints -----------------------------------------------------------------------------------------------------

    def listen(self, channel: str = "clerk") -> bool:
        """Ask to be told of new lines, or of boards (``clerk_board``). A replica cannot, nor can what
        stands before some servers: then False, and its readers look each second. Raises BookError where it is gone."""
        import psycopg

        if self.replica:
            return False
        with self._asking():
            try:
                self.connection.execute(f"LISTEN {channel}")
            except psycopg.Error:
                if self.connection.closed:
                    raise
                return False
        return True

    def hear(self, seconds: float) -> list[str]:
        """What came on the channels within so many seconds, as soon as anything does. Only hints: read the table."""
        import psycopg

        try:
            return [note.payload for note in self.connection.notifies(timeout=seconds, stop_after=1)]
        except psycopg.Error as error:
            raise explained(error) from None

    def close(self) -> None:
        """Let go of the connection; calling it again does nothing."""
        import psycopg

        self._closed.set()
        with contextlib.suppress(psycopg.Error, OSError):
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- within ----------------------------------------------------------------------------------------------------

    @property
    def _labelled(self) -> bool:
        return self.version >= LABELS_FROM

    def _ask_heads(self) -> str:
        return _HEAD + (_LABELS if self._labelled else ", '', '', '', 0, '', ''") + " FROM clerk.meeting"

    def _label(self, meeting: str, epoch: int, label: Label) -> None:
        self.connection.execute(
            "SELECT clerk.label(%s, %s, %s, %s, %s, %s, %s, %s)",
            (meeting, epoch, label.by, label.machine, label.body, label.day, label.state, label.entries),
        )

    def _rows(self, ask: str, values: Sequence[object] = ()) -> list[Any]:
        with self._asking():
            return self.connection.execute(ask, values).fetchall()

    def _one(self, ask: str) -> Any:
        row = self.connection.execute(ask).fetchone()
        return row[0] if row else None

    @contextlib.contextmanager
    def _asking(self) -> Iterator[None]:
        import psycopg

        self._until = time.monotonic() + self._patience
        try:
            yield
        except psycopg.Error as error:
            raise explained(error) from None
        finally:
            self._until = 0.0

    def _watch(self) -> None:
        """A network that swallows everything gives neither an answer nor an error: cut the line then."""
        while not self._closed.wait(0.5):
            until = self._until
            if until and time.monotonic() > until:
                self._cut()
                return

    def _cut(self) -> None:
        with contextlib.suppress(OSError, Exception):
            wire = socket.socket(fileno=self.connection.pgconn.socket)
            try:
                wire.shutdown(socket.SHUT_RDWR)
            finally:
                wire.detach()


def _quieten() -> None:
    """What the driver reports of itself may hold the text of a line, and a screen may be painted where it would go."""
    logger = logging.getLogger("psycopg")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
