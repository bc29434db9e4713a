"""What can still be relied on in a damaged stretch of a journal.

Every line's hash covers the line before it, so that a line whose own hash is spoilt is proved by the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from store.lines import EVENTS, HASH, MARK, TAIL, Line, decoded, verified

_BOM = b"\xef\xbb\xbf"

_ALIKE = 32
"""Two hashes of which so many of the 64 signs agree are of the same text, one of them spoilt: others agree in four."""

_FEW = 8
"""How many guesses at the hash before a line are kept while no line agrees with any."""


@dataclass(slots=True)
class Found:
    """What a damaged stretch still holds: the lines that can be relied on, how many cannot be read, and how many of
    those entries stand after the last that can."""

    lines: list[Line] = field(default_factory=list)
    bad: int = 0
    lost_at_end: int = 0
    unproved: bool = False
    """Whether the last of the lines can be read, but nothing is left that could prove it as written."""
    jumbled: bool = False
    """Whether the lines stood in another order than they were written in."""


class _Before(NamedTuple):
    """What the next line's hash may have been worked out from, and the lines that are proved if it was."""

    hash: bytes
    proves: tuple[Line, ...] = ()


def readable_after(texts: list[bytes], before: bytes, number: int) -> Found:
    """What can be relied on in ``texts``; ``before`` and ``number`` are those of the good line before them.

    Those that agree with a good line before them; those whose hash is spoilt, where the next line was worked out from
    what it should have been; and, where the line before is lost altogether, those with which the line after agrees.
    Where that is more of them in the order of their numbers than as they stand, some stood in the wrong place.
    """
    texts = [_as_written(text) for text in texts]
    found = _read_on(texts, before, number)
    if found.bad and (in_order := _in_order(texts)) != texts:
        other = _read_on(in_order, before, number)
        if len(other.lines) > len(found.lines):
            other.jumbled = True
            return other
    return found


def _in_order(texts: list[bytes]) -> list[bytes]:
    """The lines by their numbers; one that tells none stays behind the one before it."""
    number, numbered = 0, []
    for text in texts:
        told = _told_by(text)
        number = told.n if told else number
        numbered.append((number, text))
    return [text for _, text in sorted(numbered, key=lambda each: each[0])]


def _read_on(texts: list[bytes], before: bytes, number: int) -> Found:
    found = Found()
    last = number
    befores, sealed = [_Before(before)], True
    good_before = befores[0]
    for text in texts:
        good = _proved(text, [*befores, good_before])
        if good:
            line, digest, proves = good
            kept = [each for each in (*proves, line) if each.n > last]
            found.lines += kept
            found.lost_at_end = 0
            good_before = _Before(digest)
            last = number = max(last, line.n)
            befores, sealed = [good_before], True
            continue
        told, body = _told_by(text), _body(text)
        # Either the words or the hash of a bad line may be what is spoilt; the next line agrees with the other.
        orphan = told is not None and not (sealed and told.n == number + 1)
        befores = [
            _Before(text[-HASH - 2 : -2], (told,) if told is not None and orphan else ()),
            *(_Before(_hash(each, body), (*each.proves, told) if told else ()) for each in befores[:_FEW]),
        ]
        number, sealed = told.n if told else number + 1, text[-TAIL:].startswith(MARK)
        found.lost_at_end += told is None or told.table == EVENTS
    found.bad = len(texts) - len(found.lines)
    _keep_unproved(found, befores[0], last, sealed)
    return found


def _keep_unproved(found: Found, end: _Before, last: int, sealed: bool) -> None:
    """Keep the last line where the one before it is lost altogether, and with it all that could prove this one."""
    if end.proves and sealed and end.proves[-1].n > last:
        found.lines.append(end.proves[-1])
        found.lost_at_end, found.unproved = 0, True


def _hash(before: _Before, body: bytes) -> bytes:
    return sha256(before.hash + body).hexdigest().encode()


def _proved(text: bytes, befores: list[_Before]) -> tuple[Line, bytes, tuple[Line, ...]] | None:
    """A line, its hash and the lines that it proves, where it agrees with what may have been before it."""
    told, body = _told_by(text), _body(text)
    for before in befores:
        good = verified(text, before.hash)
        if good is None and told is not None and _alike(digest := _hash(before, body), text[-HASH - 2 : -2]):
            good = told, digest
        if good is not None:
            follows = before.proves and before.proves[-1].n == good[0].n - 1
            return *good, before.proves if follows else ()
    return None


def _alike(one: bytes, other: bytes) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=False)) >= _ALIKE


def _body(text: bytes) -> bytes:
    """A line without its hash, also where what stands around that is spoilt."""
    if text[-TAIL:].startswith(MARK):
        return text[:-TAIL]
    mark = text.rfind(MARK)
    return text[:mark] if mark >= 0 else text[:-TAIL]


def _told_by(text: bytes) -> Line | None:
    """What a line says, whatever has become of its hash."""
    return decoded(text) or decoded(_body(text) + b"}")


def _as_written(text: bytes) -> bytes:
    """A line without what programs that keep text put round it: Windows' line ends, a mark of the encoding."""
    return text.removeprefix(_BOM).removesuffix(b"\r")
