"""Where a new line goes: to the end of the record, or below the line that the clerk went to."""

from msgspec.structs import replace

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
    line = what_happened(desk.sitting.meeting, placed)
    shown = line if len(line) <= _MOST else line[:_MOST].rstrip() + "…"
    wants = f"{writing.wants}, below “{shown}” (Esc, End: at the end)"
    return replace(writing, line=replace(writing.line, after=placed.id), wants=wants)


def further(desk: Desk, writing: Writing) -> Writing:
    """The writing of the next line, below the one that was just recorded where that stands in the midst."""
    if not writing.line.after or desk.at_cursor is None:
        return writing
    return replace(writing, line=replace(writing.line, after=desk.at_cursor))
