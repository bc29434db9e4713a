"""What looks over all meetings looks over the team's: first this library is brought to what the shared book has."""

from screens.cli.finding import listed
from screens.cli.saying import hint
from screens.cli.settings import book_address
from store import places

_PATIENCE = 5.0
"""Seconds for each answer of the book: what is here is shown without it."""


def bring_from_book() -> None:
    """Fetches what is new in the book, where one is set. A book that is away or not to be used stops nothing: it is
    said, and what is here is looked over. Never raises for it."""
    from store.book.errors import BookError

    try:
        count = _caught_up()
    except BookError as error:
        hint(f"{error} Looked over is what this machine has, which may be old.")
        return
    if count:
        # Meetings are chosen by body and day as the library notes them.
        listed()


def _caught_up() -> int:
    where = book_address()
    if where is None:
        return 0
    from store.book.catching_up import catch_up
    from store.book.connection import Book

    hint(where.warning)
    with Book(where, patience=_PATIENCE) as book:
        hint(book.warning)
        return catch_up(places.home(), book, hint)
