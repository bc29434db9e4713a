"""The items in the order and under the numbers that are printed (FM-07, FM-09)."""

from clerk.agenda import Item, whole_of
from clerk.meeting.state import Meeting


def printed_order(meeting: Meeting) -> list[Item]:
    """The items in the order printed: the order of business, parts of an item below it."""
    items = [meeting.items[item] for item in meeting.order if item in meeting.items]
    parts: dict[str, list[Item]] = {}
    for item in items:
        parts.setdefault(_whole(meeting, item).id, []).append(item)
    found = [part for item in items for part in sorted(parts.get(item.id, ()), key=lambda part: part.id != item.id)]
    return list({item.id: item for item in (*found, *items)}.values())


def _whole(meeting: Meeting, item: Item) -> Item:
    """The item that another is in the end a part of: itself where it is none, or where parts go round in a ring."""
    seen = {item.id}
    here = item
    while (parent := parent_of(meeting, here)) is not None:
        if parent.id in seen:
            return item
        seen.add(parent.id)
        here = parent
    return here


def printed_numbers(meeting: Meeting) -> dict[str, str]:
    """The number printed before each item: the order taken where it differs from the agenda's (FM-07), else the
    agenda's own. A part of an item goes with it."""
    order = printed_order(meeting)
    counted = [item for item in order if item.number and not is_part(meeting, item)]
    if meeting.order == meeting.agenda or not all(item.number.isdigit() for item in counted):
        return {item.id: item.number for item in order}
    first = min((int(item.number) for item in counted), default=1)
    printed = {item.id: "" for item in order} | {item.id: str(n) for n, item in enumerate(counted, first)}
    for item in order:
        parent = parent_of(meeting, item)
        if parent is not None and item.number.startswith(parent.number):
            printed[item.id] = printed.get(parent.id, parent.number) + item.number[len(parent.number) :]
        elif parent is not None:
            printed[item.id] = item.number
    return printed


def is_part(meeting: Meeting, item: Item) -> bool:
    """Whether an item is a part of another (FM-09): said to be, or numbered as one ("6a" below "6", "11.1")."""
    return parent_of(meeting, item) is not None


def parent_of(meeting: Meeting, item: Item) -> Item | None:
    """The item that another is a part of."""
    return whole_of(meeting.items, item)
