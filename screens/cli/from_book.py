"""What looks over all meetings looks over the team's: first this library is brought to what the shared book has."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from screens.cli.saying import hint
from screens.cli.settings import book_address
from store import places

_PATIENCE = 5.0
"""Seconds for each answer of the book: what is here is shown without it."""


def bring_from_book() -> None:
    """Fetches what is new in the book, where one is set. A book that is away or not to be used stops nothing: it is
    said, and what is here is looked over. Never raises for it."""
    from screens.cli.finding import listed
    from store.book.errors import BookError

    try:
        count = _caught_up(hint)
    except BookError as error:
        hint(f"{error} What this machine has is gone by, which may be old.")
        return
    if count:
        # Meetings are chosen by body and day as the library notes them.
        listed()


def bring_behind() -> Thread:
    """The same on a thread of its own, for a screen that is open meanwhile: nothing is said, and what has come is there
    whenever the screen next looks."""

    def bring() -> None:
        from screens.cli.finding import listed
        from store.book.errors import BookError

        with suppress(BookError):
            if _caught_up(lambda said: None):
                listed()

    thread = Thread(target=bring, name="from the shared book", daemon=True)
    thread.start()
    return thread


def _caught_up(said: Callable[[str], None]) -> int:
    where = book_address()
    if where is None:
        return 0
    from store.book.catching_up import catch_up
    from store.book.connection import Book
    from store.book.facts import share_facts

    said(where.warning)
    with Book(where, patience=_PATIENCE) as book:
        said(book.warning)
        share_facts(places.home(), book, said)
        return catch_up(places.home(), book, said)


def told_until_now() -> int:
    """How much this library was told, as a number that grows when it is told something."""
    try:
        return (places.home() / f"facts{places.SUFFIX}").stat().st_size
    except OSError:
        return 0


def tell_the_book() -> None:
    """Sends what this library has just been told, where a book is set, so that the team knows it at once. A book that
    is away stops nothing, and is told later. Never raises for it."""
    from store.book.errors import BookError

    try:
        where = book_address()
        if where is None:
            return
        from store.book.connection import Book
        from store.book.facts import share_facts

        with Book(where, patience=_PATIENCE) as book:
            share_facts(places.home(), book, hint)
    except BookError as error:
        hint(f"{error} The team is told of this when the book is next reached.")
