"""Items that the meeting left and came back to: where it went, and that it was back (OR-04)."""

from clerk.agenda import Item, whole_of
from clerk.events import ItemTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides, nature_of
from exports.attendance import time_of
from exports.blocks import AnyBlock
from exports.writer import Writer, Writes


def item_left(meeting: Meeting, placed: Placed) -> str | None:
    """The item that was left for one that had been taken before, by the event that took that one again; None where
    nothing was left, where one is a part of the other, or where nothing was said on it when it was back."""
    hand: str | None = None
    taken: set[str] = set()
    for place, other in enumerate(meeting.events):
        if not isinstance(other.event, ItemTaken):
            continue
        if other.id == placed.id:
            again = other.event.taken in taken and hand not in (None, other.event.taken)
            apart = again and not _is_of_one(meeting, hand or "", other.event.taken)
            return hand if apart and _went_on(meeting, place, other.event.taken) else None
        hand = other.event.taken
        taken.add(hand)
    return None


def _is_of_one(meeting: Meeting, one: str, other: str) -> bool:
    """Whether an item is a part of another, or both are of the same whole: from one to the next is no return."""
    items = meeting.items
    wholes = {_whole(meeting, items[id_]) for id_ in (one, other) if id_ in items}
    return len(wholes) == 1


def _whole(meeting: Meeting, item: Item) -> str:
    whole = whole_of(meeting.items, item)
    return whole.id if whole is not None else item.id


def _went_on(meeting: Meeting, place: int, item: str) -> bool:
    """Whether anything was done on an item from where it was taken to where the next was."""
    for placed in meeting.events[place + 1 :]:
        if isinstance(placed.event, ItemTaken):
            return False
        if placed.event.item == item and (nature_of(placed.event).business or decides(placed.event)):
            return True
    return False


def item_taken(writer: Writer, placed: Placed, event: ItemTaken) -> list[AnyBlock]:
    """OR-04, under the item that was taken again and under the one that was left for it; of an item that is taken for
    the first time its heading says so."""
    left = item_left(writer.meeting, placed)
    if left is None:
        return []
    back = event.item == event.taken
    key = "OR-04" if back else "OR-04.left"
    item = writer.item_numbers([left if back else event.taken])
    return [writer.prose(key, [placed], item=item, time=time_of(placed))]


WRITES: Writes = {ItemTaken: item_taken}
