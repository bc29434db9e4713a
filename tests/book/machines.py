"""Machines that share a book, driven step by step: each has a home, a journal that is written as at a desk, and a
sender. What each acknowledged is remembered, so that it can be looked for at the end."""

from __future__ import annotations

from pathlib import Path

from store.book.address import Address
from store.book.connection import Book
from store.book.fetching import fetch
from store.book.sender import OnlyLines, Sender
from store.book.sending import Sending, unsent_entries
from store.book.status import MINUTED_ELSEWHERE, read_status
from store.book.taking_over import take_over
from store.book.verifying import verify
from store.meetings import Kept
from store.places import journal_of, names
from store.reading import read_journal

NAME = "2031-03-12-plc"


def entry(words: str) -> dict[str, object]:
    """An entry that is told from every other by its words."""
    return {"recorded": "2031-03-12T19:00:00", "by": "jo", "events": [{"is": "Minuted", "text": words}]}


class Machine:
    """One machine. Nothing of it is ever taken back: a crash is only that its sender forgets."""

    def __init__(self, home: Path, where: Address) -> None:
        self.home = home
        self.where = where
        self.acknowledged: list[str] = []
        self._count = 0
        self._sender: Sender | None = None
        self._sending: Sending | None = None

    @property
    def name(self) -> str:
        return self.home.name

    @property
    def path(self) -> Path:
        """The journal here, if there is any."""
        return journal_of(self.home, next(iter(names(self.home)), NAME))

    @property
    def may_record(self) -> bool:
        """Whether a desk could be open on it: it has not heard yet of another's."""
        status = read_status(self.path)
        return self.path.exists() and (status is None or status.state not in MINUTED_ELSEWHERE)

    def create(self) -> None:
        Kept.create(self.home, NAME, entry("made"), by=self.name).close()

    def record(self, count: int = 1) -> None:
        """Record entries; each is acknowledged when this returns."""
        with Kept.open(self.path) as kept:
            for _ in range(count):
                self._count += 1
                words = f"{self.name}-{self._count}"
                kept.append(entry(words))
                self.acknowledged.append(words)

    def turn(self) -> str:
        """One look of the sender, and how the book stands then."""
        if self._sender is None or self._sending is None:
            self._sender = Sender(self.path, self.where, OnlyLines(), lambda: False, patience=5)
            self._sending = Sending(self.path)
            self._sending.journal.look()
        self._sender._next = self._sender._checked = 0.0
        self._sender._turn(self._sending)
        status = read_status(self.path)
        return status.state if status else ""

    def crash(self) -> None:
        """The sender dies, and knows nothing any more."""
        if self._sender is not None:
            self._sender._let_go()
        self._sender = self._sending = None

    def take_over(self) -> None:
        self.crash()
        with Book(self.where) as book:
            take_over(self.home, book, book.heads()[0], self.name, machine=self.name)

    def fetch(self) -> None:
        self.crash()
        with Book(self.where) as book:
            fetch(self.home, book, book.heads()[0])

    def kept_in_files(self) -> set[str]:
        """The words of every entry that a named file keeps."""
        files = [file for file in self.path.parent.glob("*.unsent-*") if file.suffix[8:].isdigit()]
        return {words_in(bytes(raw)) for file in files for raw in unsent_entries(file)}


def words_in(entry_as_json: bytes) -> str:
    return entry_as_json.decode().partition('"text":"')[2].partition('"')[0]


def settled(machines: list[Machine]) -> None:
    """Every sender has its turns, until the book stands still."""
    for _ in range(3):
        for machine in machines:
            if machine.path.exists():
                machine.crash()
                machine.turn()
                machine.turn()


def lost(machines: list[Machine], book: Book) -> set[str]:
    """What was acknowledged and is neither in the book nor in a named file: it must be empty. Raises AssertionError
    where the book is not one chain."""
    heads = book.heads()
    assert len(heads) == 1
    data = "".join(f"{row.line}\n" for row in book.lines(heads[0].id, most=100_000)).encode()
    reading = read_journal(data, Path("book"))
    assert reading.place.end == len(data), "the book is not one chain"
    assert [one.fault for one in verify(book)] == [""]
    there = {words_in(row) for row in data.split(b"\n")}
    for machine in machines:
        there |= machine.kept_in_files()
    return {words for machine in machines for words in machine.acknowledged} - there
