"""Actions agreed, and the clerk's own flags."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.events import ActionAgreed, FlagCleared, Flagged
from clerk.meeting.parts import Action, Flag
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def action_agreed(meeting: Meeting, placed: Placed, event: ActionAgreed) -> Meeting:
    """Keeps an action; one with no owner stays unassigned (AC-03)."""
    if event.owner and event.owner not in meeting.people:
        meeting = meeting.problem(placed, f"An action is for {event.owner}, who is no longer recorded.", "N14")
    action = Action(placed.id, event.item, event.owner, event.task, event.due)
    return replace(meeting, actions=(*meeting.actions, action))


def flagged(meeting: Meeting, placed: Placed, event: Flagged) -> Meeting:
    """Raises a flag here."""
    return replace(meeting, flags=(*meeting.flags, Flag(placed.id, event.item, event.text)))


def flag_cleared(meeting: Meeting, placed: Placed, event: FlagCleared) -> Meeting:
    """Takes a flag down."""
    return replace(meeting, flags=tuple(flag for flag in meeting.flags if flag.event != event.flag))


REDUCERS: dict[type, Callable[..., Any]] = {ActionAgreed: action_agreed, Flagged: flagged, FlagCleared: flag_cleared}
