"""Moving one event to another place in the record, and nothing else with it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import reduce
from itertools import groupby, islice, product

from msgspec.structs import replace

from clerk.events import AnyEvent, Corrected, QuestionPut
from clerk.meeting.doors import Doors
from clerk.meeting.exempt import with_doors
from clerk.meeting.parts import PROCEDURAL
from clerk.meeting.record import Entry, in_place
from clerk.meeting.state import Meeting

Corrections = tuple[Corrected, ...]


def put_before(meeting: Meeting, said: AnyEvent, id_: str = "") -> str | None:
    """The first event by which the question of an item was put, where that stands before the event `id_` or, without
    one, anywhere: what is `said` of the item afterwards belongs before it.

    A procedural motion is no question of the item; and what would be private where it stands without this is not put
    before the public left (X6), where the motion to exclude it was the first thing that was put.
    """
    doors_at = {placed.id: doors for placed, doors in with_doors(meeting.events)}
    here = doors_at[id_] if id_ in doors_at else reduce(Doors.after, (p.event for p in meeting.events), Doors())
    private = here.make_private(said, meeting.items)
    for placed in meeting.events:
        if placed.id == id_:
            return None
        if (
            isinstance(placed.event, QuestionPut)
            and placed.event.item == said.item
            and not _is_procedural(meeting, placed.event)
            and not (private and not doors_at[placed.id].make_private(said, meeting.items))
        ):
            return placed.id
    return None


def _is_procedural(meeting: Meeting, put: QuestionPut) -> bool:
    questions = [meeting.questions.get(label) for label in put.questions]
    return bool(questions) and all(q is not None and q.kind in PROCEDURAL for q in questions)


TRIES = 64
"""How many ways to put it are tried, before one is taken that only nearly gives the order."""


def moved(entries: Sequence[Entry], id_: str, now: AnyEvent) -> Corrections:
    """The corrections that put an event where `now` says, before or after another, and leave all others where they are.

    One correction does, unless something stands beside the event that goes: that would go with it, or, where the event
    is to go beside that, neither would have a place.
    """
    before, lost = in_place(entries)
    events = {placed.id: placed.event for placed in before} | {id_: now}
    rest = [other for other in events if other != id_]
    spot = rest.index(now.before) if now.before else rest.index(now.after or "") + 1
    wanted = [*rest[:spot], id_, *rest[spot:]]
    known_lost = {placed.id for placed in lost}
    simple = (Corrected(event=id_, now=now),)
    found = islice(_ways(events, wanted, _beside(events, id_)), TRIES)
    # What was to be moved comes first, by which its entry is called.
    ways = [simple, *(tuple(sorted(way, key=lambda one: one.event != id_)) for way in found)]
    return next((way for way in ways if _leads_to(wanted, entries, way, known_lost)), ways[1])


def _leads_to(wanted: Sequence[str], entries: Sequence[Entry], corrections: Corrections, known_lost: set[str]) -> bool:
    """Whether these corrections give that order, and every event a place of its own in it."""
    events, lost = in_place((*entries, Entry(len(entries) + 1, datetime.min, "", corrections)))
    return [placed.id for placed in events] == wanted and {placed.id for placed in lost} <= known_lost


def _beside(events: Mapping[str, AnyEvent], id_: str) -> set[str]:
    """The event, and those that stand beside it, or beside those."""
    found = {id_}
    while more := {other for other, event in events.items() if (event.before or event.after) in found} - found:
        found |= more
    return found


def _ways(events: Mapping[str, AnyEvent], wanted: Sequence[str], loose: set[str]) -> Iterator[Corrections]:
    """Ways to put those that are loose where they are wanted: each run of them hung on what it follows, or on what
    comes after it, since something else may hang there already."""
    runs = [list(run) for is_loose, run in groupby(wanted, lambda id_: id_ in loose) if is_loose]
    choices = [(_following(events, wanted, run), _preceding(events, wanted, run)) for run in runs]
    for chosen in product(*choices):
        yield tuple(correction for run in chosen for correction in run)


def _following(events: Mapping[str, AnyEvent], wanted: Sequence[str], run: Sequence[str]) -> Corrections:
    first = wanted.index(run[0])
    others = wanted[max(0, first - 1) : first + len(run) - 1]
    # What stands first of all follows nothing.
    followers = run if first else run[1:]
    return tuple(
        Corrected(event=here, now=replace(events[here], before=None, after=other))
        for here, other in zip(followers, others, strict=True)
    )


def _preceding(events: Mapping[str, AnyEvent], wanted: Sequence[str], run: Sequence[str]) -> Corrections:
    first = wanted.index(run[0])
    others = wanted[first + 1 : first + len(run) + 1]
    return tuple(
        Corrected(event=here, now=replace(events[here], before=other, after=None))
        for here, other in zip(run, others, strict=False)
    )
