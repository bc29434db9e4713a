"""Minuting: from what is typed, or a key that stands for it, to what is recorded.

Whatever the desk's keys do, they do through here, so a key and its line record the same.
"""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import AnyEvent, Corrected, ItemTaken
from clerk.history import History
from clerk.kept import MadeWithNewer
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.context import Context
from clerk.shorthand.gesture import Gesture, Place
from clerk.shorthand.line import PARAGRAPH, Line, clean, cleaned, read_line, trimmed
from clerk.shorthand.narrative import paragraph
from clerk.shorthand.questioned import paragraph_of
from clerk.shorthand.resolving import resolve
from clerk.shorthand.verbs import carry_out


class Recording(Struct, frozen=True):
    """What a gesture records, not yet kept: its events (none for `:under`), and the item the clerk is at afterwards."""

    events: tuple[AnyEvent, ...]
    item: str | None
    why: str = ""
    """The reason that it gives for all that is recorded from here on (`:because`)."""
    clock: datetime | None = None
    """The clock's time, which its events have where none was typed; None where they take none from it."""


def recording(
    meeting: Meeting,
    said: Gesture | Line | str,
    item: str | None,
    now: datetime | None = None,
    history: Callable[[], History] = History,
) -> Recording | None:
    """What a gesture would record, for a clerk who writes under `item`; None for a comment or an empty line.

    A line that was put together and not typed (`Line`) names people by id. `now` is the clock of a live meeting, local
    at the venue; None where the meeting is written up. `history` gives the other meetings, and is asked only by a
    gesture that names one. Raises `Unclear`, with a sentence for the clerk, where it does
    not say one thing; nothing of it is recorded then.
    """
    clock = now.replace(microsecond=0, tzinfo=None) if now else None
    if not isinstance(said, Gesture):
        line = read_line(said) if isinstance(said, str) else cleaned(said)
        if line is None or (line.verb == PARAGRAPH and not line.text):
            return None
        if line.verb == PARAGRAPH and not (line.at or line.before or line.after):
            typed = clean(said) if isinstance(said, str) else line.text
            if (kept := paragraph_of(meeting, typed, item, clock)) != typed:
                line = replace(line, text=trimmed(kept))
        said = resolve(meeting, line, item, clock, by_id=isinstance(said, Line))
    return _recorded(Context.of(meeting, said, item, clock, history))


def _stands(event: AnyEvent, place: Place) -> bool:
    """Whether an event stands where its line says, by a time or beside another."""
    # A meeting that is resumed another day has its hour of that day.
    same_hour = place.at is not None and event.at is not None and place.at.time() == event.at.time()
    beside = ((place.before, event.before), (place.after, event.after))
    return same_hour or any(said and said == has for said, has in beside)


def _recorded(context: Context) -> Recording:
    if context.meeting.newer:
        raise MadeWithNewer()
    said, item = context.gesture, context.item
    events = paragraph(context) if said.verb == PARAGRAPH else carry_out(context)
    place = said.place
    # The time before a correction is that of what is put right.
    right = [event.now for event in events if isinstance(event, Corrected) and event.now and said.verb == "correct"]
    if not place.is_last and not any(_stands(event, place) for event in (*events, *(right if place.at else ()))):
        raise Unclear(
            f"“:{said.verb}” takes no time and no place before it: what it names stands where it stands. To put that "
            "right, :move."
        )
    if said.verb == "under":
        item = said.items[0]
    for event in events:
        if isinstance(event, ItemTaken) and context.there is context.meeting:
            item = event.taken
    return Recording(events, item, said.text if said.verb == "because" else "", context.now)
