"""Minuting: from a line of shorthand, or a key that stands for one, to what is recorded.

Whatever the desk's keys do, they do through here, so a key and its line record the same.
"""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from clerk.events import AnyEvent, ItemTaken
from clerk.history import History
from clerk.meeting.state import Meeting
from clerk.shorthand.context import Context
from clerk.shorthand.line import PARAGRAPH, Line, cleaned, read_line
from clerk.shorthand.narrative import paragraph
from clerk.shorthand.verbs import carry_out


class Gesture(Struct, frozen=True):
    """What a line records, not yet kept: its events (none for `:under`), and the item the clerk is at afterwards."""

    events: tuple[AnyEvent, ...]
    item: str | None


def gesture(
    meeting: Meeting,
    line: Line | str,
    item: str | None,
    now: datetime | None = None,
    history: Callable[[], History] = History,
) -> Gesture | None:
    """What a line would record, for a clerk who writes under `item`; None for a comment or an empty line.

    `now` is the clock of a live meeting, local at the venue; None where the meeting is written up. `history` gives the
    other meetings, and is asked only by a line that names one. Raises `Unclear`, with a sentence for the clerk, where
    the line does not say one thing; nothing of it is recorded then.
    """
    read = read_line(line) if isinstance(line, str) else cleaned(line)
    if read is None or (read.verb == PARAGRAPH and not read.text):
        return None
    context = Context.of(meeting, read, item, now.replace(microsecond=0, tzinfo=None) if now else None, history)
    return _turned(context, paragraph(context) if read.verb == PARAGRAPH else carry_out(context))


def _turned(context: Context, events: tuple[AnyEvent, ...]) -> Gesture:
    item = context.item
    if context.line.verb == "under":
        item = context.item_numbered(context.line.operands[0]).id
    for event in events:
        if isinstance(event, ItemTaken) and context.there is context.meeting:
            item = event.taken
    return Gesture(events, item)
