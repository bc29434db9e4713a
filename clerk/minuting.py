"""Minuting: from a line of shorthand, or a key that stands for one, to what is recorded.

Whatever the desk's keys do, they do through here, so a key and its line record the same.
"""

from datetime import datetime

from msgspec import Struct

from clerk.events import AnyEvent, ItemTaken
from clerk.meeting import Meeting
from clerk.shorthand import PARAGRAPH, Line, read_line
from clerk.verbs import find_verb
from clerk.verbs.context import Context
from clerk.verbs.narrative import paragraph


class Gesture(Struct, frozen=True):
    """What a line records, not yet kept: its events (none for `:under`), and the item the clerk is at afterwards."""

    events: tuple[AnyEvent, ...]
    item: str | None


def gesture(meeting: Meeting, line: Line | str, item: str | None, now: datetime | None = None) -> Gesture | None:
    """What a line would record, for a clerk who writes under `item`; None for a comment or an empty line.

    `now` is the clock of a live meeting, local at the venue; None where the meeting is written up. Raises `Unclear`,
    with a sentence for the clerk, where the line does not say one thing; nothing of it is recorded then.
    """
    read = read_line(line) if isinstance(line, str) else line
    if read is None:
        return None
    context = Context(meeting, read, item, now.replace(microsecond=0) if now else None)
    run = paragraph if read.verb == PARAGRAPH else find_verb(read.verb).run
    return _turned(context, run(context))


def _turned(context: Context, events: tuple[AnyEvent, ...]) -> Gesture:
    item = context.item
    if context.line.verb == "under":
        item = context.item_numbered(context.line.operands[0]).id
    for event in events:
        if isinstance(event, ItemTaken) and not (event.before or event.after or context.line.at):
            item = event.taken
    return Gesture(events, item)
