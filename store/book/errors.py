"""What can go wrong with the shared book, as sentences; none of them quotes a record, an address or a password.

What a driver says of a failure may hold the text of a line, so its words are never passed on: only what kind it is.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from store.errors import StoreError

if TYPE_CHECKING:
    from psycopg import Error

LOCAL = "Nothing at this desk depends on it: every entry is kept in its own journal."

_KINDS = {
    "28P01": "it refuses the password",
    "28000": "it refuses this user or this machine",
    "3D000": "the server has no database of that name",
    "42501": "this user has not been given the right: its owner does that",
    "53100": "its disk is full",
    "53200": "it is out of memory",
    "53300": "it has too many connections already",
    "57014": "it took too long to answer",
    "57P01": "the server is being shut down",
    "57P02": "the server has crashed and is starting again",
    "57P03": "the server is starting up",
    "25006": "it is a copy that can only be read",
}


class BookError(StoreError):
    """Something about the shared book; ``str()`` of it is written for the clerk."""


class BookRefused(BookError):
    """An address that is not used, for safety."""


class BookAway(BookError):
    """The book cannot be reached or written just now; ``why`` fits after a colon. Trying again later may do."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"The shared book cannot be used just now: {why}. {LOCAL}")


class DoesNotFollow(BookError):
    """The database refused a line (number, hash or epoch): somebody else has written, or this journal is another."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"The shared book did not take a line, because {what}. Nothing of it was changed.")


_REFUSALS = {
    "CK001": "its number does not follow the last one there",
    "CK002": "its hash does not follow the last one there",
    "CK003": "the meeting has been taken over",
    "CK004": "it does not begin a meeting",
    "23505": "it is there already",
}


def explained(error: Error) -> BookError:
    """A failure of the driver's as one of ours. Its own words are left out."""
    state = error.sqlstate or ""
    if state in _REFUSALS:
        return DoesNotFollow(_REFUSALS[state])
    if state in ("3F000", "42P01", "42883"):
        return BookRefused("There is no book in that database yet. Its owner makes one with “clerk share init URL”.")
    return BookAway(_KINDS.get(state) or _unreached(error, state))


def _unreached(error: Error, state: str) -> str:
    said = str(error).lower()
    known = (
        ("password authentication", "it refuses the password"),
        ("no password", "it asks for a password, and none is in your .pgpass or service file"),
        ("does not match host", "its certificate is another server’s"),
        ("root certificate file", "no root certificate is here to prove it by: name one in its address (sslrootcert)"),
        ("certificate", "its certificate is not one that this machine trusts"),
        ("does not support ssl", "it does not speak TLS"),
        ("pg_hba", "it refuses this user or this machine"),
        ("timeout", "no answer came in time"),
        ("could not translate", "its name is not known to the network"),
        ("refused", "nothing answers at its address"),
        ("no such file", "nothing answers at its address"),
        ("too many", "it has too many connections already"),
        ("starting up", "the server is starting up"),
    )
    for words, why in known:
        if words in said:
            return why
    return f"it reported {state}" if state else "the connection was lost"


def machine_name() -> str:
    """What this machine is called."""
    return socket.gethostname()
