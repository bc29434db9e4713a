"""Where a new line goes: to the end of the record, or below the line that the clerk went to."""

from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.saying.happened import what_happened
from screens.desk.key import Desk
from screens.desk.writing import Writing

_MOST = 40
"""Letters of a line that are shown."""


def below(desk: Desk, writing: Writing) -> Writing:
    """A writing whose line goes below the cursor's, where a key took that up from the end; its place is said."""
    event = desk.below_cursor
    placed = next((p for p in desk.sitting.meeting.events if p.id == event), None)
    if placed is None:
        return writing
    wants = f"{writing.wants}, below “{shown_line(desk.sitting.meeting, placed.id)}” (Esc, End: at the end)"
    return replace(writing, line=replace(writing.line, after=placed.id), wants=wants)


def shown_line(meeting: Meeting, event: str) -> str:
    """A line of the record, as far as there is room for it."""
    line = what_happened(meeting, next(placed for placed in meeting.events if placed.id == event))
    return line if len(line) <= _MOST else line[:_MOST].rstrip() + "…"


def further(desk: Desk, writing: Writing) -> Writing:
    """The writing of the next line, below the one that was just recorded where that stands in the midst."""
    if not writing.line.after or desk.at_cursor is None:
        return writing
    return replace(writing, line=replace(writing.line, after=desk.at_cursor))
