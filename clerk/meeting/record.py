"""Entries, and the order in which their events stand: retraction, correction and place (time is not the only order).

An entry is what one gesture records, all or nothing. Nothing in a list of entries is ever changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from clerk.events import AnyEvent, Corrected, Retracted
from clerk.events.event import Event, NotUnderstood


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One gesture: `recorded` is when it was written down (never printed), `by` who wrote it; `why` the reason given
    for changing what had been published, "" before that."""

    n: int
    recorded: datetime
    by: str
    events: tuple[AnyEvent, ...]
    why: str = ""


class Placed(Struct, frozen=True):
    """An event that stands, under its id (`12.0`: entry 12, first event)."""

    id: str
    event: AnyEvent

    @property
    def entry(self) -> int:
        """The number of the entry that recorded it."""
        return entry_number(self.id)


def not_retracted(entries: Sequence[Entry]) -> set[int]:
    """The numbers of the entries that have not been retracted. A retraction that is itself retracted is void."""
    void: set[int] = set()
    for entry in reversed(entries):
        if entry.n in void:
            continue
        void.update(event.entry for event in entry.events if isinstance(event, Retracted) and event.entry < entry.n)
    return {entry.n for entry in entries} - void


def in_place(entries: Sequence[Entry]) -> tuple[list[Placed], list[Placed]]:
    """The events that stand, corrected and in their places; and those among them that should stand beside an event
    that no longer stands. Of these, one that names an event taken back stands where that stood, any other where it
    was recorded."""
    known, gone, anchors = _recorded(entries)
    lost = _lost(anchors, known)
    sequence: list[Placed] = []
    times: list[datetime | None] = []
    before: dict[str, list[Placed]] = {}
    after: dict[str, list[Placed]] = {}
    for id_, placed in known.items():
        if id_ in anchors and id_ not in lost:
            beside = before if placed.event.before else after
            beside.setdefault(anchors[id_], []).append(placed)
            continue
        at = None if id_ in lost else placed.event.at
        spot = _spot(times, at)
        sequence.insert(spot, placed)
        # What was taken back has its own place by its time, but moves nothing else.
        times.insert(spot, None if id_ in gone else at)
    events = [placed for placed in _unfolded(sequence, before, after) if placed.id not in gone]
    return events, [placed for placed in events if placed.id in lost or anchors.get(placed.id) in gone]


def comes_last(sequence: Sequence[Placed], events: Iterable[Event]) -> bool:
    """Whether these events simply follow all that is recorded, so that nothing already folded changes."""
    last = last_time(sequence)
    for event in events:
        if isinstance(event, Retracted | Corrected) or event.before or event.after:
            return False
        if event.at is not None:
            if last is not None and event.at < last:
                return False
            last = event.at
    return True


def last_time(sequence: Sequence[Placed]) -> datetime | None:
    """The time of the last event that stands by its time."""
    timed = (placed.event for placed in reversed(sequence) if placed.event.at is not None)
    return next((event.at for event in timed if not (event.before or event.after)), None)


def _recorded(entries: Sequence[Entry]) -> tuple[dict[str, Placed], set[str], dict[str, str]]:
    """Every event as it is now held to have been, by id; the ids of those that were taken back; and the id of the
    event that each which does not stand by its time stands beside ("" where it was never recorded)."""
    live = not_retracted(entries)
    corrections: dict[str, AnyEvent | None] = {}
    corrected_by: dict[str, int] = {}
    for entry in entries:
        for event in entry.events:
            if isinstance(event, Corrected) and entry.n in live and entry_number(event.event) <= entry.n:
                corrections[event.event] = event.now
                corrected_by[event.event] = entry.n
    known: dict[str, Placed] = {}
    gone: set[str] = set()
    anchors: dict[str, str] = {}
    for entry in entries:
        for number, event in enumerate(entry.events):
            if isinstance(event, Retracted | Corrected | NotUnderstood):
                continue
            id_ = f"{entry.n}.{number}"
            now = corrections.get(id_, event)
            if entry.n not in live or now is None:
                gone.add(id_)
            if now is None or isinstance(now, Retracted | Corrected):
                now = event
            known[id_] = Placed(id_, now)
            if name := now.before or now.after:
                # Whatever is recorded later under an id that was not yet there cannot have been meant.
                was_there = entry_number(name) <= corrected_by.get(id_, entry.n)
                anchors[id_] = name if was_there else ""
    return known, gone, anchors


def entry_number(id_: str) -> int:
    """The number of the entry that an event's id names; 0 where it names none."""
    number = id_.partition(".")[0]
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _spot(times: Sequence[datetime | None], at: datetime | None) -> int:
    """Where an event of a time goes: before the first of those at the end that are later."""
    spot = len(times)
    if at is None:
        return spot
    for index in range(len(times) - 1, -1, -1):
        other = times[index]
        if other is None:
            continue
        if other <= at:
            break
        spot = index
    return spot


def _lost(anchors: Mapping[str, str], known: Mapping[str, Placed]) -> set[str]:
    """Those that should stand beside an event that was never recorded, or, one beside the other, beside themselves."""
    lost = {id_ for id_, name in anchors.items() if name not in known}
    settled: set[str] = set()
    for start in anchors:
        path: dict[str, int] = {}
        here = start
        while here in anchors and here not in lost and here not in settled and here not in path:
            path[here] = len(path)
            here = anchors[here]
        if here in path:
            lost.update(id_ for id_, step in path.items() if step >= path[here])
        settled.update(path)
    return lost


def _unfolded(
    sequence: Sequence[Placed], before: Mapping[str, Sequence[Placed]], after: Mapping[str, Sequence[Placed]]
) -> Iterable[Placed]:
    """The sequence, each event with those that stand beside it, and beside those, in the order of recording."""
    # A stack, not recursion: an evening's paragraphs may each stand after the one before.
    stack = [(placed, False) for placed in reversed(sequence)]
    while stack:
        placed, opened = stack.pop()
        if opened or (placed.id not in before and placed.id not in after):
            yield placed
            continue
        stack += [(other, False) for other in reversed(after.get(placed.id, ()))]
        stack.append((placed, True))
        stack += [(other, False) for other in reversed(before.get(placed.id, ()))]
