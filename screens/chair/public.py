"""What the public may see of a meeting: the same meeting, with all that is exempt left out before anything is shown.

It says what may stay, not what must go: of a private event only who came, went and presided, without a word of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from clerk import events as e
from clerk.agenda import Item
from clerk.meeting.exempt import with_doors
from clerk.meeting.fold import fold
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting
from clerk.people import Person

WITHHELD = "Exempt item"
"""Stands for the title of an item that the public may not be told of."""

_LONG_AGO = datetime(1, 1, 1)


def in_private(meeting: Meeting) -> bool:
    """Whether the meeting is in private now: the public is out, the item in hand is exempt, or what was recorded last
    under it is private."""
    here = meeting.item_taken
    if meeting.doors.closed or here in _exempt(meeting):
        return True
    newest = meeting.entries[-1].n if meeting.entries else 0
    recorded = (placed for placed in meeting.events if placed.entry == newest)
    return any(placed.id in meeting.private and placed.event.item in (None, here) for placed in recorded)


def public_is_back(meeting: Meeting) -> bool:
    """Whether the public was let in again while the item in hand was being taken, exempt though it is."""
    turns = (e.ItemTaken, e.PublicExcluded, e.PublicReadmitted)
    latest = next((p.event for p in reversed(meeting.events) if isinstance(p.event, turns)), None)
    return not meeting.doors.closed and isinstance(latest, e.PublicReadmitted)


def public_part(meeting: Meeting) -> Meeting:
    """The meeting without what is private; whether it is in private now must be asked of the whole."""
    # One entry an event, in the order in which they stand: their places are settled, and so need not be told.
    return fold(
        [
            Entry(number, _LONG_AGO, "", (replace(event, at=None, before=None, after=None, private=None),))
            for number, event in enumerate(_public_events(meeting), 1)
        ]
    )


def _exempt(meeting: Meeting) -> frozenset[str]:
    """The items that are exempt, or for which the public was ever excluded."""
    return meeting.doors.excluded_items | {item.id for item in meeting.items.values() if item.exempt}


def _public_events(meeting: Meeting) -> Iterator[e.AnyEvent]:
    exempt = _exempt(meeting)
    known: set[str] = set()
    for placed, doors in with_doors(meeting.events):
        event = placed.event
        if event.nature.on_screen == "never":
            continue
        if not isinstance(event, e.Convened) and (
            doors.hide(event, meeting.items) or _is_private(meeting, placed, exempt)
        ):
            kept = _redacted(event, known)
        else:
            kept = _without_exempt_items(event, exempt)
            known |= _named_by(event)
        if kept is not None:
            yield kept


def _is_private(meeting: Meeting, placed: Placed, exempt: frozenset[str]) -> bool:
    return placed.id in meeting.private or placed.event.item in exempt


def _named_by(event: e.AnyEvent) -> set[str]:
    if isinstance(event, e.Convened):
        return {person.id for person in event.people}
    return {event.person.id} if isinstance(event, e.PersonMet) else set()


def _redacted(event: e.AnyEvent, known: set[str]) -> e.AnyEvent | None:
    if event.nature.on_screen == "always":
        return event
    if isinstance(event, e.ItemAdded):
        return replace(event, new=_withheld(event.new))
    if isinstance(event, e.PersonMet) and event.person.id not in known:
        return replace(event, person=Person(event.person.id, "", event.person.kind, post="person concerned"))
    if event.nature.on_screen == "without words" and event.nature.words:
        return replace(event, **{event.nature.words: ""})
    return None


def _without_exempt_items(event: e.AnyEvent, exempt: frozenset[str]) -> e.AnyEvent:
    def shown(item: Item) -> Item:
        return _withheld(item) if item.id in exempt else item

    if isinstance(event, e.Convened):
        return replace(event, items=tuple(map(shown, event.items)))
    if isinstance(event, e.ItemAdded):
        return replace(event, new=shown(event.new))
    return replace(event, now=shown(event.now)) if isinstance(event, e.ItemChanged) else event


def _withheld(item: Item) -> Item:
    return Item(item.id, item.number, WITHHELD, exempt=True)
