"""Words that were said, on their way into the record: where the paragraph goes that they begin, and which half of the
minutes it is in."""

from datetime import datetime

from msgspec.structs import replace

from clerk.events import Corrected
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.exempt import where_printed
from clerk.saying.names import item_name
from clerk.shorthand.line import PARAGRAPH, Line
from clerk.transcripts.beside import Beside, Spoken, is_exempt, place_for
from screens.desk.below import shown_line
from screens.desk.key import Desk
from screens.desk.writing import Writing
from screens.sitting import Sitting


def begun_with(desk: Desk, writing: Writing, spoken: Spoken, beside: Beside) -> Writing:
    """A writing about to hold words that were said: a paragraph that has no place yet goes where they were said, and
    what it asks says so. Raises `Unclear` where exempt words would stand in public."""
    sitting, line = desk.sitting, writing.line
    if line.verb == PARAGRAPH and not line.after:
        line = replace(line, after=place_for(beside, sitting.meeting, sitting.item, spoken.at))
    said = replace(writing, line=line).complete(spoken.text) if writing.line.verb == PARAGRAPH else _said(desk, spoken)
    after = _after(sitting, said)
    if spoken.exempt and not (is_exempt(sitting.meeting, sitting.item) and _is_private(after)):
        raise Unclear(
            "These words are of exempt business, and would stand in the public minutes here: turn to its item (g) and "
            "take them into a paragraph."
        )
    if line == writing.line and writing == desk.hand.writing:
        return writing
    half = where_printed(after, len(after.entries)) or "In the public minutes."
    below = f"below “{shown_line(sitting.meeting, line.after)}”" if line.after else "at the end"
    return replace(
        writing, line=line, wants=f"A paragraph of {item_name(sitting.meeting, sitting.item)}, {below}. {half}"
    )


def _said(desk: Desk, spoken: Spoken) -> Line | str:
    return desk.fields.with_words(spoken.text)


def _after(sitting: Sitting, line: Line | str) -> Meeting:
    """The meeting once a line is recorded. Raises `Unclear` where it would not be."""
    made = sitting.would(line)
    events = made.events if made is not None else ()
    return add(sitting.meeting, Entry(len(sitting.meeting.entries) + 1, datetime.min, "", events))


def _is_private(after: Meeting) -> bool:
    """Whether the public may know nothing of the last entry of a meeting."""
    entry = after.entries[-1]
    ids = [e.event if isinstance(e, Corrected) else f"{entry.n}.{number}" for number, e in enumerate(entry.events)]
    return bool(ids) and all(id_ in after.private for id_ in ids)
