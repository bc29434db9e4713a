"""The course of business: convened, opened, items taken in order or out of it, outcomes, closed (A11, C5, T4)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import (
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    OrderVaried,
    TimeExtended,
)
from clerk.meeting.attendance import next_item_taken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def order_varied(meeting: Meeting, placed: Placed, event: OrderVaried) -> Meeting:
    """Takes items in another order from here on (C5)."""
    known = tuple(item for item in event.order if item in meeting.items)
    return replace(meeting, varied=known)


def item_taken(meeting: Meeting, placed: Placed, event: ItemTaken) -> Meeting:
    """The item under way is this one."""
    if event.taken not in meeting.items:
        return meeting.problem(placed, "An item was taken that is no longer on the agenda.")
    return next_item_taken(replace(meeting, taken=(*meeting.taken, event.taken)), placed, event)


def opened(meeting: Meeting, placed: Placed, event: MeetingOpened) -> Meeting:
    """The meeting is open."""
    return replace(meeting, course="open", opened_at=event.at)


def closed(meeting: Meeting, placed: Placed, event: MeetingClosed) -> Meeting:
    """The meeting is closed."""
    return replace(meeting, course="closed", closed_at=event.at)


def adjourned(meeting: Meeting, placed: Placed, event: MeetingAdjourned) -> Meeting:
    """The meeting is suspended (T4)."""
    return replace(meeting, course="adjourned")


def resumed(meeting: Meeting, placed: Placed, event: MeetingResumed) -> Meeting:
    """The meeting goes on (T4)."""
    return replace(meeting, course="open", resumed_on=event.on or meeting.resumed_on)


def extended(meeting: Meeting, placed: Placed, event: TimeExtended) -> Meeting:
    """The limit of time is extended (T2)."""
    return replace(meeting, extended=True)


REDUCERS: dict[type, Callable[..., Any]] = {
    OrderVaried: order_varied,
    ItemTaken: item_taken,
    MeetingOpened: opened,
    MeetingClosed: closed,
    MeetingAdjourned: adjourned,
    MeetingResumed: resumed,
    TimeExtended: extended,
}
