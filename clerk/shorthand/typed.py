"""An event as the shorthand that would record it, for a clerk who puts it right."""

from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.shorthand.line import as_typed
from clerk.shorthand.verbs import line_again


def as_shorthand(meeting: Meeting, placed: Placed) -> str:
    """The command, without its colon, that would record an event again; "" for one that has no line of its own."""
    line = line_again(placed.event, meeting, placed.id)
    if line is None:
        return ""
    typed = as_typed(line).removeprefix(":")
    return typed if line.text else typed.removesuffix(" -- ").removesuffix(" --")
