"""Mending a damaged journal: the damaged file is kept whole beside, and a new record holds all that can be read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from store import disk
from store.errors import CannotOpen, NotAJournal, entries
from store.journal import read_file
from store.lines import EVENTS, HASH, Line, entries_in, verified
from store.reading import Reading
from store.renewing import renewed


def mend(path: Path) -> list[str]:
    """Make a damaged journal one that opens, and say in sentences what was done; [] when nothing was the matter.

    What opens is a new record, which names the old one. Entries keep their numbers, since others refer to them by it:
    one that is lost leaves an entry without events, but for the last ones, which nothing refers to.
    The caller holds the meeting's lock. Raises CannotOpen, NewerJournal and NotAJournal; the file is then as it was.
    """
    reading = read_file(path)
    if not reading.bad:
        return []
    if reading.bad > 1 and not (reading.lines or reading.after):
        raise NotAJournal(path, "none of its lines is as it was written")
    lines, lost = _in_sequence([*reading.lines, *reading.after])
    beside = disk.first_free(path, "damaged")
    _renew(path, reading, lines, beside, disk.read(path))
    said = [_said(path, len(entries_in(lines)), lost, reading, beside)]
    if reading.unproved:
        said.append("The last entry can be read, but nothing is left that proves it as it was written: look at it.")
    return said


def give_up_torn(path: Path, confirmed: Callable[[], int]) -> list[str]:
    """Set a torn last line aside where it had been confirmed, and say that its entry is lost; where it lacks its end
    alone, give it that; else leave it, and [].

    What was written of it and never confirmed is the journal's to set aside; this is a line that was whole once.
    ``confirmed`` tells how many entries are known to have been on disk. What opens is a new record, as after mending.
    The caller holds the meeting's lock. Raises CannotOpen, NewerJournal and NotAJournal; the file is then as it was.
    """
    if _ends_with_a_line(path):
        return []
    reading = read_file(path)
    kept = len(entries_in(reading.lines))
    if not reading.torn or kept >= confirmed():
        return []
    if verified(reading.rest, reading.place.hash):
        # What takes the last line end off leaves the line itself whole, and proved.
        _end_the_line(path)
        return [f"The end of the last line of {path.name} was missing and has been written again. Nothing is lost."]
    beside = disk.first_free(path, "torn")
    _renew(path, reading, reading.lines, beside, reading.rest)
    return [
        f"The last line of {path.name} is not whole, though it had been recorded: entry {kept + 1} is lost. What is "
        f"left of it was set aside in {beside.name}; look there, and record it again."
    ]


def _ends_with_a_line(path: Path) -> bool:
    try:
        with open(path, "rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"
    except OSError:
        return True


def _end_the_line(path: Path) -> None:
    try:
        disk.write_whole(path, disk.read(path) + b"\n")
    except OSError as error:
        raise CannotOpen(path, error, "mended") from error


def _renew(path: Path, reading: Reading, lines: list[Line], beside: Path, aside: bytes) -> None:
    """Put a new record of these lines in the file's place, what is set aside of the old one in the file beside."""
    name, identity = (reading.first.meeting, reading.first.id) if reading.first else ("", "")
    data, _, _ = renewed(name or path.stem, identity or _UNKNOWN, _in_common(path, reading), lines)
    try:
        disk.write_whole(beside, aside)
        disk.write_whole(path, data)
    except OSError as error:
        raise CannotOpen(path, error, "mended") from error


def _in_sequence(lines: list[Line]) -> tuple[list[Line], int]:
    """The lines, with an entry without events in the place of each that is missing, and how many those are."""
    found: list[Line] = []
    lost, kept = 0, 0
    last: dict[str, Any] = {}
    for line in lines:
        changes = line.changes
        if line.table == EVENTS and changes:
            first = int(next(iter(changes)))
            last = last or _row(changes[str(first)])
            for number in range(kept + 1, first):
                empty = msgspec.Raw(msgspec.json.encode({**last, "events": []}))
                found.append(Line(0, EVENTS, {str(number): empty}))
                lost += 1
            kept = int(list(changes)[-1])
            last = _row(changes[str(kept)])
        found.append(line)
    return found, lost


def _row(row: msgspec.Raw) -> dict[str, Any]:
    return msgspec.json.decode(row, type=dict[str, Any])


def _in_common(path: Path, reading: Reading) -> bytes:
    """The hash of the last line before the damage; the first line's as it stands where that is what is damaged."""
    return reading.place.hash or disk.read(path).partition(b"\n")[0].removesuffix(b"\r")[-HASH - 2 : -2]


_UNKNOWN = "unknown"
"""The id of a record whose first line is lost."""


def _said(path: Path, kept: int, lost: int, reading: Reading, beside: Path) -> str:
    at_end = reading.lost_at_end
    said = f"{path.name} was damaged and has been mended: {entries(kept - lost)} could be read"
    gone = f"; in place of {entries(lost)} that could not an empty one stands" if lost else ""
    numbers = f"{kept + 1}" if at_end == 1 else f"{kept + 1} to {kept + at_end}"
    end = f"; lost at the end: {entries(at_end)} (number {numbers}), to be recorded again" if at_end and kept else ""
    return f"{said}{gone}{end}. What was wrong: {reading.wrong}. The damaged file is kept whole as {beside.name}."
