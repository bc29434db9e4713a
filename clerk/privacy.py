"""What the public may not know: which events stand behind closed doors (X6, X7)."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from clerk.agenda import Item
from clerk.events import (
    AnyEvent,
    ApologyReceived,
    Convened,
    ItemAdded,
    ItemChanged,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    OrderVaried,
    PersonMet,
    Presided,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    Reworded,
    RollCalled,
    SeatChanged,
    Substituted,
    SubstitutionEnded,
    TimeExtended,
)
from clerk.record import Placed

_NEVER_PRIVATE: frozenset[type] = frozenset(
    {
        Convened,
        PersonMet,
        ItemAdded,
        ItemChanged,
        SeatChanged,
        OrderVaried,
        MeetingOpened,
        MeetingClosed,
        MeetingAdjourned,
        MeetingResumed,
        TimeExtended,
        RollCalled,
        ApologyReceived,
        Substituted,
        SubstitutionEnded,
        Presided,
        PublicExcluded,
        PublicReadmitted,
        PublicSummary,
        Reworded,
    }
)
"""What the public may know wherever it was recorded: an apology read out late, the hour at which an exempt session
ended the meeting, the resolution to exclude itself (X6, X7)."""


class Doors(Struct, frozen=True):
    """Whether the public is out, and the items for which it has been, though it may have come back since (X1)."""

    closed: bool = False
    excluded_items: frozenset[str] = frozenset()

    def after(self, event: AnyEvent) -> "Doors":
        """The doors once an event has happened."""
        if isinstance(event, PublicExcluded):
            return Doors(True, self.excluded_items | set(event.items))
        return Doors(False, self.excluded_items) if isinstance(event, PublicReadmitted) else self

    def hide(self, event: AnyEvent, items: Mapping[str, Item]) -> bool:
        """Whether an event stands in exempt session, or under an item that is exempt or for which the public was
        excluded."""
        item = items.get(event.item or "")
        return self.closed or event.item in self.excluded_items or (item is not None and item.exempt)

    def make_private(self, event: AnyEvent, items: Mapping[str, Item]) -> bool:
        """Whether the public may not know of an event: as it says itself, else as its place has it."""
        if event.private is not None:
            return event.private
        return type(event) not in _NEVER_PRIVATE and self.hide(event, items)


def with_doors(events: Iterable[Placed]) -> Iterator[tuple[Placed, Doors]]:
    """Each event with the doors as they were when it happened."""
    doors = Doors()
    for placed in events:
        yield placed, doors
        doors = doors.after(placed.event)
