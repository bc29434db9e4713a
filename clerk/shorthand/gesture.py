"""A gesture: one thing that a clerk does, whoever typed it or whichever key began it. It holds ids, never names.

Text is resolved to it once, at the edge (`clerk.shorthand.resolving`); verbs take nothing else. A key names people by
their ids alone, in a line that `Space` can show and words left half typed can keep, so nothing of it is taken for a
name. A gesture is never stored and never sent, so its shape is free to change.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Union

from msgspec import Struct

from clerk.people import Person

Value = Union[str, int, bool, date, datetime, tuple[str, ...], tuple[date, ...], tuple[tuple[str, int], ...], "Gesture"]
"""What a fact can be, by its kind: ids of people, items, questions, votes and events are strings."""


class Place(Struct, frozen=True):
    """Where a gesture's events stand: at a time, local at the venue, or beside an event that is recorded, by its id."""

    at: datetime | None = None
    before: str = ""
    after: str = ""

    @property
    def is_last(self) -> bool:
        """Whether they simply follow all that is recorded."""
        return self.at is None and not self.before and not self.after


class Gesture(Struct, frozen=True):
    """What a verb is to do. `who` are the people that it is of and `items` its items, by id; `options` its other facts,
    by name; `met` the people whom it names for the first time; `verb` "" is a paragraph."""

    verb: str
    who: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    options: Mapping[str, Value] = {}
    text: str = ""
    place: Place = Place()
    met: tuple[Person, ...] = ()
