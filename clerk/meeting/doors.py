"""Whether the public is out, and for what (X1)."""

from collections.abc import Mapping

from msgspec import Struct

from clerk.agenda import Item
from clerk.events import AnyEvent, PublicExcluded, PublicReadmitted
from clerk.rare import nature_of


class Doors(Struct, frozen=True):
    """Whether the public is out, and the items for which it has been, though it may have come back since (X1): but
    for those of which the rest was taken in public."""

    closed: bool = False
    excluded_items: frozenset[str] = frozenset()

    def after(self, event: AnyEvent) -> "Doors":
        """The doors once an event has happened."""
        if isinstance(event, PublicExcluded):
            return Doors(True, self.excluded_items | set(event.items))
        return Doors(False, self.excluded_items - set(event.items)) if isinstance(event, PublicReadmitted) else self

    def hide(self, event: AnyEvent, items: Mapping[str, Item]) -> bool:
        """Whether an event stands in exempt session, or under an item that is exempt or for which the public was
        excluded."""
        item = items.get(event.item or "")
        return self.closed or event.item in self.excluded_items or (item is not None and item.exempt)

    def make_private(self, event: AnyEvent, items: Mapping[str, Item]) -> bool:
        """Whether the public may not know of an event: as it says itself, else as its place has it."""
        if event.private is not None:
            return event.private
        return not nature_of(event).public and self.hide(event, items)
