"""Playing a script to a meeting, with no clock and nothing kept."""

from datetime import datetime

from clerk.events import Convened
from clerk.meeting import Meeting
from clerk.minuting import gesture
from clerk.record import Entry
from clerk.shorthand import read_script


def play(setup: Convened, script: str) -> Meeting:
    """The meeting that a script adds up to. A line that is not clear raises, naming itself."""
    recorded = datetime(2019, 6, 12, 9)
    meeting = Meeting.of([Entry(1, recorded, "test", (setup,))])
    item: str | None = None
    for number, line in read_script(script):
        try:
            done = gesture(meeting, line, item)
        except ValueError as error:
            error.add_note(f"line {number}: {line}")
            raise
        if done is not None:
            item = done.item
            if done.events:
                meeting = meeting.add(Entry(len(meeting.entries) + 1, recorded, "test", done.events))
    return meeting
