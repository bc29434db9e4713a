"""How a hearing is decided: when it was deliberated on (EX-04), the decision that is announced in public (EX-05), and
the one that took its place."""

import re
from typing import Any

from clerk.events import ItemTaken, Noted
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from exports.attendance import time_of
from exports.writer import Writer

DECISION = "EX-05.decision"


def timed(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """When it was, where the hour is known."""
    return {"time": time_of(placed)}


def announced(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether the item has said already that the decision was announced, since the meeting came to it last."""
    before = [other.event for other in writer.before(placed)]
    taken = [place for place, other in enumerate(before) if isinstance(other, ItemTaken)]
    since = (other for other in before[taken[-1] if taken else 0 :] if isinstance(other, Noted))
    same = (other for other in since if other.construct == event.construct and other.item == event.item)
    told = any(not other.facts.get("when") for other in same)
    # What says by itself that it was announced is not led to.
    says = re.search(r"\bannounce[ds]?\b", event.text, re.IGNORECASE) is not None
    return {"again": says or told, "council": writer.body.kind == "council"}


def was_corrected(meeting: Meeting, placed: Placed) -> bool:
    """Whether another decision of the item took the place of this one, later."""
    event = placed.event
    if not isinstance(event, Noted) or event.construct != DECISION:
        return False
    at = next((at for at, other in enumerate(meeting.events) if other.id == placed.id), len(meeting.events))
    later = (other.event for other in meeting.events[at + 1 :] if isinstance(other.event, Noted))
    return any(
        other.construct == DECISION and other.item == event.item and other.facts.get("when") == "corrected"
        for other in later
    )
