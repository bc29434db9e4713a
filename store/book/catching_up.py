"""What a library lacks of the shared book: every meeting that is minuted elsewhere is brought to where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.book.connection import Book, Head
from store.book.errors import BookAway, BookError
from store.book.fetching import fetch, path_of
from store.book.status import MINUTED_ELSEWHERE, OURS, read_status
from store.errors import MeetingIsHeld, StoreError


def catch_up(home: Path, book: Book, said: Callable[[str], None]) -> int:
    """Fetch what is new in the meetings that this machine does not minute, and return in how many there was anything.

    What cannot be used is said, and the rest goes on. Raises BookAway where the book is gone in between.
    """
    count = 0
    for head in book.heads():
        path = path_of(home, head)
        if _stands(path, head):
            continue
        try:
            fetched = fetch(home, book, head)
        except MeetingIsHeld:
            # A window here follows it, or minutes it: that brings it up to date by itself.
            continue
        except BookAway:
            raise
        except (BookError, StoreError, OSError) as error:
            said(f"{head.name}: {error}")
            continue
        for sentence in fetched.said:
            said(f"{head.name}: {sentence}")
        count += fetched.new > 0
    return count


def _stands(path: Path, head: Head) -> bool:
    """Whether a meeting here needs nothing from the book: it is minuted here, or is as the book has it."""
    status = read_status(path)
    if status is None or status.id != head.id or not path.exists():
        return False
    if status.state in MINUTED_ELSEWHERE:
        return (status.sent, status.epoch) == (head.number, head.epoch) and status.state == "elsewhere"
    return status.state in OURS and status.epoch >= head.epoch
