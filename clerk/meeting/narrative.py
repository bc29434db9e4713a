"""Minutes of earlier meetings, approved (N4)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import MinutesApproved
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def minutes_approved(meeting: Meeting, placed: Placed, event: MinutesApproved) -> Meeting:
    """Minutes of earlier meetings are approved (N4)."""
    new = tuple(day for day in event.dates if day not in meeting.approved)
    return replace(meeting, approved=(*meeting.approved, *new))


REDUCERS: dict[type, Callable[..., Any]] = {MinutesApproved: minutes_approved}
