"""What the public may not know: which events stand behind closed doors (X6, X7)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from clerk.events import (
    PublicExcluded,
    PublicReadmitted,
)
from clerk.meeting.parts import Doors
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def with_doors(events: Iterable[Placed]) -> Iterator[tuple[Placed, Doors]]:
    """Each event with the doors as they were when it happened."""
    doors = Doors()
    for placed in events:
        yield placed, doors
        doors = doors.after(placed.event)


def public_out_or_in(meeting: Meeting, placed: Placed, event: PublicExcluded | PublicReadmitted) -> Meeting:
    """The public is out from here on, or back."""
    return replace(meeting, doors=meeting.doors.after(event))


REDUCERS: dict[type, Callable[..., Any]] = {
    PublicExcluded: public_out_or_in,
    PublicReadmitted: public_out_or_in,
}
