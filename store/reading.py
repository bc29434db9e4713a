"""Reading a file of journal lines: each is verified; what is torn at the end is told apart from what is damaged."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from store.damage import readable_after
from store.errors import NewerJournal, NotAJournal
from store.lines import HASH, TAIL, VERSION, FirstLine, Line, Place, decoded_first, sealed, verified


@dataclass(slots=True)
class Reading:
    """What a stretch of a journal holds. ``rest`` is what follows the last line that could be verified."""

    lines: list[Line]
    place: Place
    rest: bytes = b""
    first: FirstLine | None = None
    bad: int = 0
    """How many lines are damaged; 0 also when only the last line is torn."""
    after: list[Line] = field(default_factory=list)
    """What can be read after the damage."""
    lost_at_end: int = 0
    """How many lines could not be read after the last that could."""
    unproved: bool = False
    """Whether the last of them can be read, but nothing is left that could prove it as written."""
    spoilt: int = 0
    """How many of the damaged lines are not as written."""
    twice: int = 0
    """How many of them stand there before, word for word."""
    jumbled: bool = False
    """Whether lines stand in another order than they were written in."""

    @property
    def torn(self) -> bool:
        """Whether the file ends in something that is not a whole line: what an interrupted write leaves."""
        return bool(self.rest) and not self.bad

    @property
    def wrong(self) -> str:
        """What is the matter with a damaged one, as words that follow "…journal is damaged: "."""
        first, spoilt = f"line {self.place.number + 2}", self.spoilt
        said = [f"the lines from {first} on stand in another order than they were written in"] if self.jumbled else []
        if self.twice:
            said.append("1 line stands there twice" if self.twice == 1 else f"{self.twice:,} lines stand there twice")
        if spoilt > 1:
            said.append(f"{spoilt:,} lines from {first} on are not as written")
        elif spoilt or not said:
            said.append(f"{first} is not as written")
        return "; ".join(said)


def read_lines(data: bytes, place: Place, above: bytes = b"") -> Reading:
    """Read on from ``place``, ``data`` being the bytes from there; stop at the first line that does not verify.
    ``above`` is what stands before them, where one of those lines may stand again below."""
    lines: list[Line] = []
    start, size = 0, len(data)
    number, digest, _ = place
    while start < size:
        stop = data.find(b"\n", start)
        found = verified(data[start:stop], digest) if stop >= 0 else None
        if found is None or found[0].n != number + 1:
            break
        line, digest = found
        number += 1
        lines.append(line)
        start = stop + 1
    reading = Reading(lines, Place(number, digest, place.end + start), data[start:])
    _look_at_rest(reading, above + data[:start])
    return reading


def _look_at_rest(reading: Reading, good: bytes) -> None:
    *whole, fragment = reading.rest.split(b"\n")
    if not whole or (len(whole) == 1 and not fragment and _never_written(whole[0])):
        return
    _note_damage(reading, whole, fragment, good)


def _never_written(text: bytes) -> bool:
    """Whether a power cut left this of a line: the file had grown, but not all that it grew by had been written. A line
    that has its end was written whole in any other case, and confirmed unless the power went in that very moment."""
    return text.startswith(b"\0") or text.endswith(b"\0")


def _note_damage(reading: Reading, whole: list[bytes], fragment: bytes, good: bytes = b"") -> None:
    found = readable_after(whole, reading.place.hash, reading.place.number)
    reading.after, reading.unproved = found.lines, found.unproved
    reading.lost_at_end = found.lost_at_end + bool(fragment)
    reading.jumbled, reading.twice = found.jumbled, len(whole) - len({*whole} - {*good.split(b"\n")})
    reading.spoilt = found.bad - reading.twice
    reading.bad = max(found.bad, 1)


def _one_sign_spoilt(text: bytes, version: int) -> bool:
    """Whether a first line that claims a newer version is one of ours, of which that one figure was altered."""
    ours = text.replace(b'"version":%d' % version, b'"version":%d' % VERSION, 1)
    return version < 10 and sealed(ours[:-TAIL], b"")[0] == ours + b"\n"


def read_journal(data: bytes, path: Path) -> Reading:
    """Read a whole journal; ``path`` is only for the words of an error. Raises NewerJournal and NotAJournal."""
    stop = data.find(b"\n")
    text = data[:stop] if stop >= 0 else b""
    first = decoded_first(text)
    if first is not None and first.clerk != "journal":
        raise NotAJournal(path, "it is not a journal of clerk’s")
    if first is not None and first.version > VERSION and not _one_sign_spoilt(text, first.version):
        raise NewerJournal(path, first.version, VERSION)
    if first is not None and sealed(text[:-TAIL], b"")[0] == text + b"\n":
        reading = read_lines(data[stop + 1 :], Place(0, text[-HASH - 2 : -2], stop + 1), data[: stop + 1])
        reading.first = first
        return reading
    reading = Reading([], Place(-1, b"", 0), data, first)
    *whole, fragment = data.split(b"\n")
    _note_damage(reading, whole, fragment)
    if first is None and not reading.after:
        raise NotAJournal(path, "it is empty, or nothing in it can be read")
    return reading
