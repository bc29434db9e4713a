"""Mending a damaged journal: the damaged file is kept whole beside, and a new one holds all that can be read."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import msgspec

from store import disk
from store.errors import CannotOpen, NotAJournal, entries
from store.journal import read_file
from store.lines import EVENTS, first_line, next_line


def mend(path: Path) -> list[str]:
    """Make a damaged journal one that opens, and say in sentences what was done; [] when nothing was the matter.

    Entries keep their numbers, since others refer to them by number: one that is lost leaves an entry without events.
    The caller holds the meeting's lock. Raises CannotOpen, NewerJournal and NotAJournal; the file is then as it was.
    """
    reading = read_file(path)
    if not reading.bad:
        return []
    if reading.bad > 1 and not (reading.lines or reading.after):
        raise NotAJournal(path, "none of its lines is as it was written")
    name, identity = (reading.first.meeting, reading.first.id) if reading.first else ("", "")
    data, place = first_line(name or path.stem, identity or secrets.token_hex(8))
    lost, kept = 0, 0
    last: dict[str, Any] = {}
    for line in [*reading.lines, *reading.after]:
        changes = line.changes
        if line.table == EVENTS and changes:
            first = int(next(iter(changes)))
            missing = first - 1 - kept
            lost += missing
            last = last or msgspec.json.decode(changes[str(first)], type=dict[str, Any])
            for number in range(kept + 1, first):
                text, place = next_line(place, EVENTS, {str(number): {**last, "events": []}})
                data += text
            kept = int(list(changes)[-1])
            last = msgspec.json.decode(changes[str(kept)], type=dict[str, Any])
        text, place = next_line(place, line.table, changes)
        data += text
    beside = disk.first_free(path, "damaged")
    try:
        disk.write_whole(beside, path.read_bytes())
        disk.write_whole(path, data)
    except OSError as error:
        raise CannotOpen(path, error, "mended") from error
    said = f"{path.name} was damaged and has been mended: {entries(kept - lost)} could be read"
    gone = f"; in place of {entries(lost)} that could not an empty one stands" if lost else ""
    return [f"{said}{gone}. The damaged file is kept whole as {beside.name}."]
