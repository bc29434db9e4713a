"""Keeping what a meeting approved: the text of earlier minutes, once the meeting that approved them is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def keep_what_was_approved(meeting: Meeting, path: Path) -> str:
    """Keeps the text of the minutes that a meeting approved, as they stand now, where it was not kept yet. Gives "" or
    a sentence; never raises what can be expected to go wrong, since the meeting itself is kept."""
    from clerk.events import MinutesApproved

    wanted = {
        id_
        for entry in meeting.entries
        for event in entry.events
        if isinstance(event, MinutesApproved)
        for id_ in event.meetings
    }
    if not wanted - {""}:
        return ""
    from screens.cli.finding import looked_at, note
    from screens.cli.saying import Refused, explained
    from screens.minutes import forget_struck, keep_approved, stands
    from store import places
    from store.library import Library

    said: list[str] = []
    for listed in Library(places.home_of(path)).meetings():
        if listed.id not in wanted or listed.path == path:
            continue
        try:
            earlier = looked_at(listed.path)
            how, _ = stands(earlier, listed.path)
            if not earlier.newer:
                keep_approved(earlier, listed.path, how)
                forget_struck(listed.path, how)
                note(listed.path, earlier, how.said)
        except Exception as error:
            why = error.message if isinstance(error, Refused) else explained(error)
            if not why:
                raise
            said.append(f"The approved minutes of {listed.name} could not be kept as they are: {why}")
    return "\n".join(said)
