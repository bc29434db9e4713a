"""The lines of a journal, one at a time: how one is made, sealed, verified and decoded.

A journal is text, a JSON object a line::

    {"clerk":"journal","version":1,"meeting":"2019-06-11-cllc","id":"5f0c…","hash":"9e3a…"}
    {"n":1,"table":"events","changes":{"1":{"recorded":…,"by":…,"events":[…]}},"hash":"77b1…"}

``changes`` gives the rows of one table that this line puts (or, as null, removes); null for the table itself drops it,
and a line without a table changes several at once. ``hash`` is the SHA-256 of the hash before it followed by the line's
own text up to ``,"hash"``. A record that goes on in the place of another names it in its first line (``replaces``, that
one's id) and the hash of the last of its lines that both hold (``in_common``). Nothing here touches a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from store.errors import CannotBeStored

VERSION = 1
"""The newest journal format that this program writes and reads."""

EVENTS = "events"
"""The table that holds a meeting's entries, and that can only be added to."""

MARK = b',"hash":"'
HASH = 64
TAIL = len(MARK) + HASH + 2
"""How many bytes of a line are its hash, and what stands around it."""


class FirstLine(msgspec.Struct, frozen=True):
    """What the first line says of the whole file."""

    clerk: str
    version: int
    meeting: str = ""
    id: str = ""
    replaces: str = ""
    """The id of the record in whose place this one goes on: it was mended, or another program had spoilt its file."""
    in_common: str = ""
    """The hash of the last line of that record which this one holds too; each numbers its lines and hashes anew."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """One change of the record. Rows are still JSON (``msgspec.Raw``), so that each reader decodes its own."""

    n: int
    table: str | None
    changes: dict[str, msgspec.Raw] | None


class Place(NamedTuple):
    """Where a verified line ends: its number, its hash, and the bytes up to and with its newline."""

    number: int
    hash: bytes
    end: int


_first_decoder = msgspec.json.Decoder(FirstLine)
_line_decoder = msgspec.json.Decoder(Line)
_encode = msgspec.json.Encoder().encode


def encode(value: Any) -> bytes:
    """``value`` as one line of JSON. Raises CannotBeStored."""
    try:
        return _encode(value)
    except (TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
        raise CannotBeStored(error) from error


def sealed(body: bytes, before: bytes) -> tuple[bytes, bytes]:
    """A line of this body after the hash ``before``, and its own hash."""
    digest = sha256(before + body).hexdigest().encode()
    return body + MARK + digest + b'"}\n', digest


def first_line(meeting: str, identity: str, replaces: str = "", in_common: str = "") -> tuple[bytes, Place]:
    """The line that opens a new journal, and the place where it ends."""
    old = {"replaces": replaces, "in_common": in_common} if replaces else {}
    body = encode({"clerk": "journal", "version": VERSION, "meeting": meeting, "id": identity, **old})[:-1]
    line, digest = sealed(body, b"")
    return line, Place(0, digest, len(line))


def next_line(place: Place, table: str | None, changes: Mapping[str, Any] | None) -> tuple[bytes, Place]:
    """The line that records ``changes`` after ``place``, and the place where it ends. Raises CannotBeStored."""
    number = place.number + 1
    body = b'{"n":%d,"table":%b,"changes":%b' % (number, encode(table), encode(changes))
    line, digest = sealed(body, place.hash)
    return line, Place(number, digest, place.end + len(line))


def decode_line(line: bytes) -> Line:
    """A line that this program has just made, as any later reader will see it."""
    return _line_decoder.decode(line)


def verified(text: bytes, before: bytes) -> tuple[Line, bytes] | None:
    """The line that a text is and its hash, where that agrees with the hash ``before``."""
    digest = sha256(before + text[:-TAIL]).hexdigest().encode()
    if text[-TAIL:] != MARK + digest + b'"}':
        return None
    line = decoded(text)
    return (line, digest) if line else None


def decoded(text: bytes) -> Line | None:
    """The line that a text is, whatever its hash; None where it is none."""
    try:
        return _line_decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def decoded_first(text: bytes) -> FirstLine | None:
    """The first line that a text is, whatever its hash; None where it is none."""
    try:
        return _first_decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def entries_in(lines: Iterable[Line]) -> list[msgspec.Raw]:
    """The entries of a meeting that ``lines`` add, in order, as JSON."""
    return [row for line in lines if line.table == EVENTS for row in (line.changes or {}).values()]


def last_entry_number(tail: bytes) -> int | None:
    """The number of the last entry in the last stretch of a journal, unverified; None when the stretch holds none."""
    for text in reversed(tail.split(b"\n")[:-1]):
        try:
            line = _line_decoder.decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        if line.table == EVENTS and line.changes:
            return int(list(line.changes)[-1])
    return None
