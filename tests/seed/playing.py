"""Playing a script to a meeting, with no clock and nothing kept."""

from datetime import datetime

from clerk.events import Convened
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.shorthand.line import read_script
from clerk.shorthand.minuting import recording


def play(setup: Convened, script: str) -> Meeting:
    """The meeting that a script adds up to. A line that is not clear raises, naming itself."""
    recorded = datetime(2019, 6, 12, 9)
    meeting = fold([Entry(1, recorded, "test", (setup,))])
    item: str | None = None
    for number, line in read_script(script):
        try:
            done = recording(meeting, line, item)
        except ValueError as error:
            error.add_note(f"line {number}: {line}")
            raise
        if done is not None:
            item = done.item
            if done.events:
                meeting = add(meeting, Entry(len(meeting.entries) + 1, recorded, "test", done.events))
    return meeting
