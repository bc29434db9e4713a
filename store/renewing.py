"""A record that goes on in the place of another: it has an id of its own, and its first line names the old one."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from store.lines import Line, Place, first_line, next_line


def new_identity() -> str:
    """An id that no record has."""
    return secrets.token_hex(8)


def renewed(meeting: str, replaces: str, in_common: bytes, lines: Iterable[Line]) -> tuple[bytes, str, Place]:
    """A new record that holds ``lines``: its bytes, its id, and where it ends.

    ``replaces`` is the id of the record in whose place it goes on, ``in_common`` the hash of the last line of that
    which both hold.
    """
    identity = new_identity()
    data, place = first_line(meeting, identity, replaces, in_common.decode("ascii", "replace"))
    parts = [data]
    for line in lines:
        text, place = next_line(place, line.table, line.changes)
        parts.append(text)
    return b"".join(parts), identity, place
