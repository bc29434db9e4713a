"""A sitting: a meeting that is being minuted. What is kept, the meeting it adds up to, and where the clerk is.

The desk and `clerk play` both record through here, so an entry is on disk before either says so.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from clerk.events import AnyEvent, Convened
from clerk.kept import MadeWithNewer, entries_from_json, entry_to
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from clerk.times import night_of
from store.meetings import Kept
from store.places import has_transcript

if TYPE_CHECKING:
    from clerk.history import History
    from clerk.shorthand.gesture import Gesture
    from clerk.shorthand.minuting import Recording
    from store.transcripts.keeping import Heard

Clock = Callable[[], datetime]

JUMP = timedelta(minutes=1)
"""How far a clock may run back before its times are no longer believed."""


class Taken(Struct, frozen=True):
    """What a line did: the entry it recorded, if any, and the meeting before it."""

    before: Meeting
    entry: Entry | None


class Sitting:
    """A meeting held for writing. `clock` is None where the clock is never read (`play`).

    `item` is the item that the clerk writes under.
    """

    def __init__(self, kept: Kept, by: str, clock: Clock | None = None) -> None:
        self.kept = kept
        self.by = by
        self.clock = clock
        self.meeting = read_back(kept)
        self.item = self._begins_at
        self._heard: Heard | None = None
        if has_transcript(kept.path):
            self.hear()

    @property
    def _begins_at(self) -> str | None:
        """The item that the chair called last, else the first."""
        taken = self.meeting.item_taken
        return taken if taken in self.meeting.items else next(iter(self.meeting.agenda), None)

    @property
    def read_only(self) -> str:
        """Why nothing may be recorded, in a sentence; "" where it may."""
        return str(MadeWithNewer()) if self.meeting.newer else ""

    @property
    def live(self) -> bool:
        """Whether times are taken from the clock: at the desk, on the meeting's own night, until it is closed."""
        return self.now is not None and self.meeting.course in ("open", "adjourned")

    @property
    def now(self) -> datetime | None:
        """The clock, where this is the meeting's own night and it has not closed; else None.

        A clock that stands a little before the last event is taken to stand at it; one that has jumped back by more
        than a minute gives no times at all, until it has caught up.
        """
        now = self._clock_tonight()
        last = self._last_time() if now is not None else None
        if now is None or last is None or now >= last:
            return now
        return last if last - now <= JUMP else None

    @property
    def clock_jumped(self) -> timedelta | None:
        """How far the clock now stands before the last event's time, where that is more than a minute."""
        now, last = self._clock_tonight(), self._last_time()
        return last - now if now and last and last - now > JUMP else None

    def _clock_tonight(self) -> datetime | None:
        if self.clock is None or self.meeting.course == "closed":
            return None
        now = self.clock()
        return now if night_of(now) == self.meeting.day else None

    def _last_time(self) -> datetime | None:
        return next((placed.event.at for placed in reversed(self.meeting.events) if placed.event.at), None)

    def would(self, line: "Gesture | Line | str") -> "Recording | None":
        """What a line would record, without recording it. Raises `Unclear`."""
        from clerk.shorthand.minuting import recording

        self.check_writable()
        return recording(self.meeting, line, self.item, self.now, self._history)

    def _history(self) -> "History":
        from store.history import history_of

        return history_of(self.meeting, self.kept.path)

    def take(self, line: "Gesture | Line | str") -> Taken:
        """Carries a line out: records its entry, if it makes one, and turns to its item.

        Raises `Unclear`, and what `Kept.append` raises; nothing is recorded then.
        """
        before = self.meeting
        made = self.would(line)
        if made is None:
            return Taken(before, None)
        entry = self.record(made.events) if made.events else None
        # What is undone may be the very item that is written under.
        self.item = made.item if made.item in self.meeting.items else self._begins_at
        return Taken(before, entry)

    def record(self, events: tuple[AnyEvent, ...]) -> Entry:
        """Records events as one entry: on disk when this returns. Raises `MadeWithNewer`."""
        self.check_writable()
        entry = Entry(len(self.meeting.entries) + 1, _stamp(self.clock), self.by, events)
        self.kept.append(entry_to(entry))
        self.meeting = add(self.meeting, entry)
        self._follow()
        return entry

    @property
    def heard(self) -> "Heard | None":
        """What is kept of the words that were said; None where nothing is."""
        return self._heard

    def hear(self) -> None:
        """Reads what is kept of the words that were said, and leaves out what has become exempt since."""
        from store.transcripts.keeping import Heard

        self._heard = Heard(self.kept.path)
        self._follow()

    def _follow(self) -> None:
        if self._heard is not None:
            for sentence in self._heard.follow(self.meeting):
                self.kept.tell(sentence)

    def check_writable(self) -> None:
        """Raises `MadeWithNewer` where nothing may be recorded."""
        if self.meeting.newer:
            raise MadeWithNewer()

    def placed(self, entry: Entry) -> list[Placed]:
        """The events of an entry as they stand now."""
        wanted = {f"{entry.n}.{number}" for number in range(len(entry.events))}
        return [placed for placed in self.meeting.events if placed.id in wanted]


def _stamp(clock: Clock | None) -> datetime:
    """When an entry is written down: the real clock even for `play`, since it is of the record and never printed."""
    return (clock or datetime.now)().replace(microsecond=0)


def read_back(kept: Kept) -> Meeting:
    """The meeting that a journal holds."""
    return meeting_of(kept.raw)


def meeting_of(entries: Iterable[bytes | msgspec.Raw]) -> Meeting:
    """The meeting that entries, as JSON, add up to."""
    return fold(entries_from_json(entries))


def first_entry(convened: Convened, by: str) -> dict[str, object]:
    """The first entry of a new meeting, as it is kept."""
    return entry_to(Entry(1, _stamp(None), by, (convened,)))
