"""Entries, and the order in which their events stand: retraction, correction and place (time is not the only order).

An entry is what one gesture records, all or nothing. Nothing in a list of entries is ever changed.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from clerk.events import AnyEvent, Corrected, Event, Retracted


class Entry(Struct, frozen=True):
    """One gesture: `recorded` is when it was written down (never printed), `by` who wrote it."""

    n: int
    recorded: datetime
    by: str
    events: tuple[AnyEvent, ...]


class Placed(Struct, frozen=True):
    """An event that stands, under its id (`12.0`: entry 12, first event)."""

    id: str
    event: AnyEvent

    @property
    def entry(self) -> int:
        """The number of the entry that recorded it."""
        return int(self.id.split(".")[0])


def entry_from(n: int, kept: dict[str, Any]) -> Entry:
    """The entry kept under number `n`. Raises `msgspec.ValidationError` where it is not one."""
    return msgspec.convert({**kept, "n": n}, Entry)


def entry_to(entry: Entry) -> dict[str, Any]:
    """An entry as plain values, without its number: what is kept."""
    kept: dict[str, Any] = msgspec.to_builtins(entry)
    del kept["n"]
    return kept


class _Kept(Struct, frozen=True):
    recorded: datetime
    by: str
    events: tuple[AnyEvent, ...]


_decoder = msgspec.json.Decoder(_Kept)


def entries_from_json(kept: Iterable[bytes | msgspec.Raw]) -> tuple[Entry, ...]:
    """The entries of a journal, number 1 first, from the JSON of each.

    Raises `msgspec.ValidationError` where one is of a kind that this version does not know.
    """
    decoded = (_decoder.decode(json) for json in kept)
    return tuple(Entry(n, entry.recorded, entry.by, entry.events) for n, entry in enumerate(decoded, 1))


def standing(entries: Sequence[Entry]) -> set[int]:
    """The numbers of the entries that have not been retracted. A retraction that is itself retracted is void."""
    void: set[int] = set()
    for entry in reversed(entries):
        if entry.n in void:
            continue
        void.update(event.entry for event in entry.events if isinstance(event, Retracted) and event.entry < entry.n)
    return {entry.n for entry in entries} - void


def in_place(entries: Sequence[Entry]) -> tuple[list[Placed], list[str]]:
    """The events that stand, corrected and in their places, and the ids of those whose place is gone (they stand
    where they were recorded)."""
    live = standing(entries)
    corrections = {
        event.event: event.now
        for entry in entries
        if entry.n in live
        for event in entry.events
        if isinstance(event, Corrected)
    }
    sequence: list[Placed] = []
    astray: list[str] = []
    waiting: list[Placed] = []
    for entry in entries:
        if entry.n not in live:
            continue
        for number, event in enumerate(entry.events):
            if isinstance(event, Retracted | Corrected):
                continue
            key = f"{entry.n}.{number}"
            now = corrections.get(key, event) if corrections else event
            if isinstance(now, Retracted | Corrected):
                now = event
            if now is None:
                continue
            placed = Placed(key, now)
            if now.before or now.after:
                waiting.append(placed)
            insert(sequence, placed)
    for placed in waiting:
        if not _move_beside(sequence, placed):
            astray.append(placed.id)
    return sequence, astray


def insert(sequence: list[Placed], placed: Placed) -> None:
    """Puts an event where its time says, or at the end: before the first event of the end that is later."""
    at = placed.event.at
    spot = len(sequence)
    if at is not None:
        for index in range(len(sequence) - 1, -1, -1):
            other = sequence[index].event.at
            if other is None:
                continue
            if other <= at:
                break
            spot = index
    sequence.insert(spot, placed)


def comes_last(sequence: Sequence[Placed], events: Iterable[Event]) -> bool:
    """Whether these events simply follow all that is recorded, so that nothing already folded changes."""
    last = next((placed.event.at for placed in reversed(sequence) if placed.event.at is not None), None)
    for event in events:
        if isinstance(event, Retracted | Corrected) or event.before or event.after:
            return False
        if event.at is not None:
            if last is not None and event.at < last:
                return False
            last = event.at
    return True


def _move_beside(sequence: list[Placed], placed: Placed) -> bool:
    """Moves an event beside the one it names; several after the same one keep the order they were recorded in."""
    where = next(i for i, other in enumerate(sequence) if other.id == placed.id)
    del sequence[where]
    name = placed.event.before or placed.event.after
    anchor = next((i for i, other in enumerate(sequence) if other.id == name), None)
    if anchor is None:
        sequence.insert(where, placed)
        return False
    if placed.event.before:
        sequence.insert(anchor, placed)
        return True
    spot = anchor + 1
    while (
        spot < len(sequence) and _is_after(sequence[spot], str(name)) and _recorded(sequence[spot]) < _recorded(placed)
    ):
        spot += 1
    sequence.insert(spot, placed)
    return True


def _is_after(placed: Placed, name: str) -> bool:
    return placed.event.after == name and not placed.event.before


def _recorded(placed: Placed) -> tuple[int, int]:
    entry, number = placed.id.split(".")
    return int(entry), int(number)
