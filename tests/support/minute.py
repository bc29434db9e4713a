"""Holding a meeting by shorthand, with neither a store nor a screen."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from clerk.events import AnyEvent, Convened
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import Line, read_script
from clerk.shorthand.minuting import recording
from tests.support.bodies import COMMITTEE, council

RECORDED = datetime(2031, 3, 12, 12, 0, 0)
"""When every entry of a test was written down; nothing may depend on it."""


class Desk(Struct):
    """A clerk at work: the meeting so far, and the item under which the clerk writes."""

    meeting: Meeting
    item: str | None = None

    def enter(self, line: str | Line, now: datetime | None = None) -> tuple[AnyEvent, ...]:
        """Records one line. Raises `Unclear` and records nothing where it does not say one thing."""
        done = recording(self.meeting, line, self.item, now)
        if done is None:
            return ()
        self.item = done.item
        if done.events:
            self.meeting = record(self.meeting, *done.events)
        return done.events

    def play(self, script: str) -> "Desk":
        """Records every line of a script, the indentation common in tests removed."""
        for _, line in read_script(flush(script)):
            self.enter(line)
        return self


def flush(script: str) -> str:
    """A script without the margin that its first line has."""
    lines = script.strip("\n").splitlines()
    margin = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    return "\n".join(line[margin:] if not line[:margin].strip() else line for line in lines)


def record(meeting: Meeting, *events: AnyEvent) -> Meeting:
    """The meeting with one more entry."""
    return add(meeting, Entry(len(meeting.entries) + 1, RECORDED, "clerk", events))


def entries_of(gestures: Iterable[Iterable[AnyEvent]]) -> list[Entry]:
    """Entries numbered from 1, one for each group of events."""
    return [Entry(n, RECORDED, "clerk", tuple(events)) for n, events in enumerate(gestures, 1)]


def desk(setup: str | Convened = COMMITTEE) -> Desk:
    """A desk at a meeting that has been convened and not yet opened."""
    convened = read_meeting(setup) if isinstance(setup, str) else setup
    return Desk(record(Meeting(), convened))


def minute(script: str, setup: str | Convened = COMMITTEE) -> Meeting:
    """The meeting after a script: of the invented committee, unless another is given."""
    return desk(setup).play(script).meeting


OPEN = """
:open 19:00
:present rest
"""
"""The lines with which most meetings begin: everyone without an apology is there."""


def minute_council(script: str, seats: int = 63) -> Meeting:
    """The meeting of a full council after a script."""
    return minute(script, council(seats))
