"""What the library was told between meetings, shared: each machine's facts are a chain of lines in the book, and those
of the others stand beside a library's own as ``facts-ID.journal``, where they are read with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store import disk, places
from store.book.connection import Book, Head, Label
from store.book.errors import BookAway, BookError, machine_name
from store.book.journal_lines import JournalLines, as_bytes, whole
from store.book.sending import Elsewhere, Sending
from store.errors import StoreError
from store.facts import NAME, Facts
from store.holding import this_holder


def share_facts(home: Path, book: Book, said: Callable[[str], None]) -> int:
    """Send what this library was told and the book has not, and fetch what the others' were; gives how many of those
    had anything new. What cannot be sent or used is said, and the rest goes on. Raises BookAway."""
    own = _send(Facts(home).path, book, said)
    count = 0
    for head in book.facts():
        if head.id == own:
            continue
        try:
            count += _fetch(home, book, head)
        except BookAway:
            raise
        except (StoreError, OSError) as error:
            said(f"What was told to the library of {head.machine or 'another machine'} cannot be used: {error}")
    return count


def _send(path: Path, book: Book, said: Callable[[str], None]) -> str:
    """Send this library's own, and give the id of its chain; "" where nothing was ever told here."""
    if not path.exists():
        return ""
    sending = Sending(path, lambda lines: Label(this_holder().user, machine_name()), another=True)
    try:
        sending.meet(book)
        if sending.behind:
            if not book.writable:
                raise BookError(book.warning)
            sending.send(book)
    except Elsewhere:
        said(
            "What this library was told is not sent to the shared book: it is a copy of another's, and both were told "
            "something since. It counts here alone."
        )
    except StoreError as error:
        said(f"What this library was told is not sent to the shared book: {error}")
    return sending.journal.meeting


def _fetch(home: Path, book: Book, head: Head) -> bool:
    """Bring the facts of another library to what the book has; whether there was anything new."""
    path = home / f"{NAME}-{head.id}{places.SUFFIX}"
    if path.exists():
        there = JournalLines(path)
        there.look()
        if (there.place.number, there.place.hash.decode()) == (head.number, head.hash):
            return False
    disk.make_folder(home)
    disk.write_whole(path, as_bytes(whole(book, head)))
    return True
