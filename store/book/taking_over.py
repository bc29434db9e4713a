"""Taking a meeting over: the night that the first laptop dies, another goes on with the same record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store import disk
from store.book.connection import Book, Head, Label, Row
from store.book.errors import BookError, DoesNotFollow, machine_name
from store.book.fetching import Fetched, bring, path_of, writing
from store.book.journal_lines import TAKEN_OVER, JournalLines
from store.book.sending import Sending
from store.book.status import OURS, Status, read_status, write_status
from store.errors import StoreError
from store.journal import Journal
from store.lines import next_line

_TRIES = 8
"""How often to begin again when the other machine, still alive, records something at the same moment."""


@dataclass(slots=True)
class Taken:
    """A meeting that is this machine's now: where, and what there is to say. ``unsent`` is the file that keeps what
    this machine had recorded and the book had not."""

    path: Path
    said: list[str]
    unsent: str = ""


def take_over(home: Path, book: Book, head: Head, by: str, *, machine: str = "") -> Taken:
    """Make this machine the holder of a meeting of the book, with all that the book has of it.

    Raises MeetingIsHeld while a desk has it open here, and BookError: nothing was changed then.
    """
    machine = machine or machine_name()
    if not book.writable:
        raise BookError(book.warning)
    path = path_of(home, head)
    with writing(path):
        for _ in range(_TRIES):
            fetched = Fetched(path)
            if _follows_on(book, path) and _held(path, head):
                return Taken(path, [f"{path.stem} is this machine’s already: nothing needed taking over."])
            bring(book, head, fetched)
            try:
                _record(book, head, path, by, machine)
            except DoesNotFollow:
                head = book.head(head.id) or head
                continue
            return Taken(path, [*fetched.said, *_said(head, path)], fetched.unsent)
    raise BookError(f"{head.name} could not be taken over: its other desk records all the time. Try again.")


def _follows_on(book: Book, path: Path) -> bool:
    """Send first what is here and only here, where it follows what the book has: of a copy on a shared drive, that may
    be more. Whether it did."""
    sending = Sending(path)
    try:
        sending.meet(book)
        sending.send(book)
    except StoreError:
        return False
    return not sending.journal.damaged


def _held(path: Path, head: Head) -> bool:
    status = read_status(path)
    return status is not None and status.state in OURS and status.epoch == head.epoch


def _record(book: Book, head: Head, path: Path, by: str, machine: str) -> None:
    """The book first: only what it has taken is this machine's."""
    journal = JournalLines(path)
    journal.look()
    epoch = journal.lines[-1].epoch + 1
    recorded = datetime.now().replace(microsecond=0).isoformat()
    row = {"epoch": epoch, "by": by, "machine": machine, "recorded": recorded}
    data, _ = next_line(journal.place, TAKEN_OVER, {str(epoch): row})
    number = journal.place.number + 1
    label = Label(by, machine, head.body, head.day, head.state, head.entries)
    book.add(head.id, [Row(number, epoch, data.decode().removesuffix("\n"))], label)
    kept = Journal(path)
    try:
        kept.append(TAKEN_OVER, {str(epoch): row})
    finally:
        kept.close()
    write_status(path, Status(id=head.id, sent=number, epoch=epoch))


def _said(head: Head, path: Path) -> list[str]:
    who = " on ".join(filter(None, (head.holder, head.machine))) or "the other machine"
    beside = path.with_suffix(".words")
    if beside.exists():
        disk.replace(beside, disk.first_free(path, "words"))
    return [
        f"{path.stem} is minuted here now; {who} can write no more of it. What stands here is all that reached the "
        "shared book. A sentence half typed there is lost, and what it had not sent yet is kept there, in a file that "
        "it will name."
    ]
