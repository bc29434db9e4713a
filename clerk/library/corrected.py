"""A meeting as it was corrected when its minutes were approved: what registers and files go by."""

from collections.abc import Iterable
from datetime import datetime, time

from clerk.events import Corrected, MinutesCorrected, MinutesReopened
from clerk.history import Approval, Past
from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting


def as_corrected(meeting: Meeting, approvals: Iterable[Approval]) -> Meeting:
    """The meeting with what was corrected of its attendance, votes and declarations on approval. Never raises: a
    correction of an event that is gone changes nothing."""
    known = {placed.id for placed in meeting.events}
    changes = [
        (one, change)
        for one in approvals
        for change in one.changes
        if change.event in known and change.fact is not None and not isinstance(change.fact, MinutesCorrected)
    ]
    if not changes:
        return meeting
    entries = list(meeting.entries)
    for one, change in changes:
        on = datetime.combine(one.on, time())
        entries.append(Entry(len(entries) + 1, on, "", (Corrected(event=change.event, now=change.fact),)))
    return fold(entries)


def corrected_by(meeting: Meeting, id_: str, approving: Iterable[Past]) -> Meeting:
    """The meeting of this record with what those that approved its minutes corrected, as far as it was not reopened
    since."""
    aside = {one for placed in meeting.events if isinstance(placed.event, MinutesReopened) for one in placed.event.of}
    approvals = [one for past in approving for one in past.approved if one.meeting == id_ and one.pointer not in aside]
    return as_corrected(meeting, approvals)
