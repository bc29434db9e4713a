"""The lines of a journal: how one is made, and how a file of them is read and verified.

A journal is text, a JSON object a line::

    {"clerk":"journal","version":1,"meeting":"2019-06-11-cllc","id":"5f0c…","hash":"9e3a…"}
    {"n":1,"table":"events","changes":{"1":{"recorded":…,"by":…,"events":[…]}},"hash":"77b1…"}

``changes`` gives the rows of one table that this line puts (or, as null, removes); null for the table itself drops it,
and a line without a table changes several at once. ``hash`` is the SHA-256 of the hash before it followed by the line's
own text up to ``,"hash"``. Nothing here touches a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from store.errors import CannotBeStored, NewerJournal, NotAJournal

VERSION = 1
"""The newest journal format that this program writes and reads."""

EVENTS = "events"
"""The table that holds a meeting's entries, and that can only be added to."""

_MARK = b',"hash":"'
_HASH = 64
_TAIL = len(_MARK) + _HASH + 2
_BOM = b"\xef\xbb\xbf"


class FirstLine(msgspec.Struct, frozen=True):
    """What the first line says of the whole file."""

    clerk: str
    version: int
    meeting: str = ""
    id: str = ""


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


@dataclass(slots=True)
class Reading:
    """What a stretch of a journal holds. ``rest`` is what follows the last line that could be verified."""

    lines: list[Line]
    place: Place
    rest: bytes = b""
    first: FirstLine | None = None
    bad: int = 0
    """How many lines in the middle are damaged; 0 also when only the last line is torn."""
    after: list[Line] = field(default_factory=list)
    """What can be read after the damage."""

    @property
    def torn(self) -> bool:
        """Whether the file ends in something that is not a whole line."""
        return bool(self.rest) and not self.bad


_first_decoder = msgspec.json.Decoder(FirstLine)
_line_decoder = msgspec.json.Decoder(Line)
_encode = msgspec.json.Encoder().encode


def encode(value: Any) -> bytes:
    """``value`` as one line of JSON. Raises CannotBeStored."""
    try:
        return _encode(value)
    except (TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
        raise CannotBeStored(error) from error


def _sealed(body: bytes, before: bytes) -> tuple[bytes, bytes]:
    digest = sha256(before + body).hexdigest().encode()
    return body + _MARK + digest + b'"}\n', digest


def first_line(meeting: str, identity: str) -> tuple[bytes, Place]:
    """The line that opens a new journal, and the place where it ends."""
    body = encode({"clerk": "journal", "version": VERSION, "meeting": meeting, "id": identity})[:-1]
    line, digest = _sealed(body, b"")
    return line, Place(0, digest, len(line))


def next_line(place: Place, table: str | None, changes: Mapping[str, Any] | None) -> tuple[bytes, Place]:
    """The line that records ``changes`` after ``place``, and the place where it ends. Raises CannotBeStored."""
    number = place.number + 1
    body = b'{"n":%d,"table":%b,"changes":%b' % (number, encode(table), encode(changes))
    line, digest = _sealed(body, place.hash)
    return line, Place(number, digest, place.end + len(line))


def decode_line(line: bytes) -> Line:
    """A line that this program has just made, as any later reader will see it."""
    return _line_decoder.decode(line)


def _verified(text: bytes, before: bytes) -> tuple[Line, bytes] | None:
    digest = sha256(before + text[:-_TAIL]).hexdigest().encode()
    if text[-_TAIL:] != _MARK + digest + b'"}':
        return None
    line = _decoded(text)
    return (line, digest) if line else None


def _decoded(text: bytes) -> Line | None:
    try:
        return _line_decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _readable_after(texts: list[bytes], before: bytes, number: int) -> tuple[int, list[Line]]:
    """How many of ``texts`` (the first of them damaged, ``before`` and ``number`` being the line's before it) are bad,
    and those that can be relied on: they agree with the line before them, or, where that is lost altogether, the line
    after them agrees with them."""
    bad, good, befores, sealed = 0, list[Line](), [before], True
    orphan: Line | None = None
    for text in map(_as_written, texts):
        found = next(filter(None, (_verified(text, digest) for digest in befores)), None)
        if found:
            line, digest = found
            if orphan and line.n == orphan.n + 1:
                good.append(orphan)
                bad -= 1
            good.append(line)
            orphan, befores, number, sealed = None, [digest], line.n, True
        else:
            decoded = _decoded(text)
            orphan = decoded if decoded and not (sealed and decoded.n == number + 1) else None
            bad, number, sealed = bad + 1, decoded.n if decoded else number + 1, text[-_TAIL:].startswith(_MARK)
            # Either the words or the hash of a bad line may be what is spoilt; the next line agrees with the other.
            again = [sha256(digest + text[:-_TAIL]).hexdigest().encode() for digest in befores[:2]]
            befores = [text[-_HASH - 2 : -2], *again]
    return bad, good


def _as_written(text: bytes) -> bytes:
    """A line without what programs that keep text put round it: Windows' line ends, a mark of the encoding."""
    return text.removeprefix(_BOM).removesuffix(b"\r")


def read_lines(data: bytes, place: Place) -> Reading:
    """Read on from ``place``, ``data`` being the bytes from there; stop at the first line that does not verify."""
    lines: list[Line] = []
    start, size = 0, len(data)
    number, digest, _ = place
    while start < size:
        stop = data.find(b"\n", start)
        found = _verified(data[start:stop], digest) if stop >= 0 else None
        if found is None or found[0].n != number + 1:
            break
        line, digest = found
        number += 1
        lines.append(line)
        start = stop + 1
    reading = Reading(lines, Place(number, digest, place.end + start), data[start:])
    *whole, fragment = reading.rest.split(b"\n")
    # One spoilt line at the very end is what an interrupted write leaves; more than that is damage.
    if len(whole) > 1 or (whole and fragment):
        bad, reading.after = _readable_after(whole, digest, number)
        reading.bad = max(bad, 1)
    return reading


def entries_in(lines: Iterable[Line]) -> list[msgspec.Raw]:
    """The entries of a meeting that ``lines`` add, in order, as JSON."""
    return [row for line in lines if line.table == EVENTS for row in (line.changes or {}).values()]


def read_journal(data: bytes, path: Path) -> Reading:
    """Read a whole journal; ``path`` is only for the words of an error. Raises NewerJournal and NotAJournal."""
    stop = data.find(b"\n")
    text = data[:stop] if stop >= 0 else b""
    try:
        first: FirstLine | None = _first_decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        first = None
    if first is not None and first.clerk != "journal":
        raise NotAJournal(path, "it is not a journal of clerk’s")
    if first is not None and first.version > VERSION:
        raise NewerJournal(path, first.version, VERSION)
    place = Place(0, text[-_HASH - 2 : -2], stop + 1)
    if first is not None and _sealed(text[:-_TAIL], b"")[0] == text + b"\n":
        reading = read_lines(data[stop + 1 :], place)
        reading.first = first
        return reading
    bad, after = _readable_after(data.split(b"\n")[:-1], b"", -1)
    if first is None and not after:
        raise NotAJournal(path, "it is empty, or nothing in it can be read")
    return Reading([], Place(-1, b"", 0), data, first, max(bad, 1), after)


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
