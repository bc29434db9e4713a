"""Where a line of the record was moved, in a few words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerk import events as e
from clerk.saying.names import clip, item_name

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting

_LETTERS = 30
"""Letters of the line beside it that are said."""


def moved_where(meeting: "Meeting", event: e.Corrected, line_of: Callable[[str], str]) -> str:
    """Where a correction moved an event that it leaves as it is: "Moved to item 4"; "" of any other. `line_of` gives
    another event's line."""
    was, now = _before_it(meeting, event), event.now
    if was is None or now is None or now != replace(was, item=now.item, before=now.before, after=now.after):
        return ""
    if now.item != was.item:
        return f"Moved to {item_name(meeting, now.item)}"
    beside = now.before or now.after
    if beside is None or (now.before, now.after) == (was.before, was.after):
        return ""
    return f"Moved {'above' if now.before else 'below'} “{clip(line_of(beside), _LETTERS)}”"


def _before_it(meeting: "Meeting", correction: e.Corrected) -> e.AnyEvent | None:
    """An event as it stood before a correction of it; of one not yet recorded, as it stands."""
    known: e.AnyEvent | None = None
    for entry in meeting.entries:
        for number, event in enumerate(entry.events):
            if event is correction:
                return known
            if f"{entry.n}.{number}" == correction.event:
                known = event
            elif isinstance(event, e.Corrected) and event.event == correction.event:
                known = event.now
    return known
