"""Before Enter: the sentence that free words would join, as the minutes would print it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from clerk.events import (
    AnyEvent,
    Declared,
    Left,
    MeetingAdjourned,
    MotionMoved,
    Noted,
    OrderVaried,
    OutcomeDeclared,
    Presided,
)
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.rare import rare_of

if TYPE_CHECKING:
    from exports.style import Style

LONGEST = 240
"""How many signs of it are shown: the rest of what is said must be read too."""


def joined(meeting: Meeting, events: Sequence[AnyEvent]) -> str:
    """“ Prints: …” where the words of a gesture join a sentence of the house style; "" where they stand alone, and
    where the style fails, which is said elsewhere."""
    if not any(_joins(event) for event in events):
        return ""
    from exports.blocks import Prose, plain
    from exports.draft import item_blocks
    from exports.style import StyleError

    number = len(meeting.entries) + 1
    after = add(meeting, Entry(number, datetime.min, "", tuple(events)))
    item = next((event.item for event in events if _joins(event)), None)
    if after.setup is None or item is None:
        return ""
    try:
        blocks = item_blocks(after, _style(after.setup.style), item)
    except StyleError:
        return ""
    new = [b for b in blocks if isinstance(b, Prose) and any(id_.startswith(f"{number}.") for id_ in b.events)]
    said = " ".join(plain(block.spans) for block in new)
    return f" Prints: “{said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + '…'}”" if said else ""


@cache
def _style(name: str) -> "Style":
    from screens.house_styles import house_style

    return house_style(name)


def _joins(event: AnyEvent) -> bool:
    match event:
        case Noted(construct=construct, text=text):
            row = rare_of(construct)
            return bool(text) and row is not None and row.form not in ("", "lines")
        case Left(reason=words) | MeetingAdjourned(reason=words) | Presided(reason=words) | OrderVaried(reason=words):
            return bool(words)
        case Declared(reason=words) | OutcomeDeclared(text=words):
            return bool(words)
        case MotionMoved(kind=kind):
            return kind != "motion"
    return False
