"""A sitting: a meeting that is being minuted. What is kept, the meeting it adds up to, and where the clerk is.

The desk and `clerk play` both record through here, so an entry is on disk before either says so.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from clerk.events import AnyEvent, Convened, MinutesCorrected, MinutesReopened
from clerk.kept import MadeWithNewer, entries_from_json, entry_to
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.line import Line
from clerk.times import night_of
from screens.roll_files import with_the_roll
from store import places
from store.following import ids_of
from store.meetings import Kept
from store.places import has_transcript

if TYPE_CHECKING:
    from clerk.history import History
    from clerk.library.standing import Standing
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
    said: str = ""
    """What is to be said of a line that recorded nothing."""
    clock: datetime | None = None
    """The clock's time, which its events have where none was typed."""


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
        self.why = ""
        """The reason given for changing what had been published; kept with every entry of this sitting."""
        self._locked, self._approved = "", False
        self._look_in_the_library()
        self._looked = False

    @property
    def _begins_at(self) -> str | None:
        """The item that the chair called last, else the first."""
        taken = self.meeting.item_taken
        return taken if taken in self.meeting.items else next(iter(self.meeting.agenda), None)

    @property
    def read_only(self) -> str:
        """Why nothing may be recorded, in a sentence; "" where it may."""
        if self.meeting.newer:
            return str(MadeWithNewer())
        return "" if not self._locked or self.why else self._locked

    @property
    def asks_why(self) -> bool:
        """Whether nothing may be recorded before a reason is given: the minutes were published."""
        return bool(self._locked) and not self._approved and not self.why and not self.meeting.newer

    def _look_in_the_library(self) -> None:
        """Whether the minutes are published, by what the library was told: costs a look at one file."""
        if self.meeting.course != "closed":
            return
        from clerk.history import History
        from clerk.library.standing import standing
        from store.facts import Facts

        facts = Facts(places.home_of(self.kept.path))
        if facts.are_any:
            self._lock(standing(self.meeting, History((), ids_of(self.kept.path), facts.read())))

    def _lock(self, how: "Standing") -> None:
        self._locked, self._approved = _said_locked(how), how.approved

    def know(self, history: "History") -> None:
        """Takes in what other meetings tell: they may have approved these minutes."""
        if self.meeting.course == "closed":
            from clerk.library.standing import standing

            self._looked = True
            self._lock(standing(self.meeting, history))
            if self._approved:
                # What was published may be changed with a reason; what is approved is reopened first.
                self.why = ""

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

        if self.meeting.newer:
            raise MadeWithNewer()
        if self.meeting.course == "closed" and not self._looked:
            self.know(self._history())
        made = recording(self.meeting, with_the_roll(line), self.item, self.now, self._history)
        if made is not None and any(isinstance(event, MinutesCorrected) for event in made.events):
            made = self._held_against_the_earlier(made)
        if made is not None and made.why:
            self._check_reason()
        elif made is not None and made.events and not all(isinstance(event, MinutesReopened) for event in made.events):
            self.check_writable()
        return made

    def _held_against_the_earlier(self, made: "Recording") -> "Recording":
        """A correction of earlier minutes, with the paragraph or the fact that it is of."""
        from screens.earlier_minutes import filled

        events: list[AnyEvent] = []
        for event in made.events:
            events += filled(event, self.kept.path) if isinstance(event, MinutesCorrected) else (event,)
        return replace(made, events=tuple(events))

    def _check_reason(self) -> None:
        if not self._locked:
            raise Unclear("These minutes are not published, so nothing needs a reason. Nothing was recorded.")
        if self._approved:
            raise Unclear(self._locked)

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
        if made.why:
            self.why = made.why
            return Taken(before, None, f"✓ The reason is kept with all that is recorded from here: {made.why}")
        entry = self.record(made.events) if made.events else None
        # What is undone may be the very item that is written under.
        self.item = made.item if made.item in self.meeting.items else self._begins_at
        return Taken(before, entry, clock=made.clock)

    def record(self, events: tuple[AnyEvent, ...]) -> Entry:
        """Records events as one entry: on disk when this returns. Raises `MadeWithNewer`, and `Unclear` where the
        minutes are published or approved."""
        if not all(isinstance(event, MinutesReopened) for event in events):
            self.check_writable()
        entry = Entry(len(self.meeting.entries) + 1, _stamp(self.clock), self.by, events, self.why)
        self.kept.append(entry_to(entry))
        self.meeting = add(self.meeting, entry)
        self._follow()
        # A reopening, or what takes one back, changes what may be recorded.
        self._looked = False
        return entry

    @property
    def heard(self) -> "Heard | None":
        """What is kept of the words that were said, taken in before or meanwhile; None where nothing is."""
        if self._heard is None and has_transcript(self.kept.path):
            self.hear()
        return self._heard

    def hear(self) -> None:
        """Reads what is kept of the words that were said, and leaves out what has become exempt since."""
        from store.transcripts.keeping import Heard

        self._heard = Heard(self.kept.path)
        self._follow()

    def _follow(self) -> None:
        if (heard := self.heard) is not None:
            for sentence in heard.follow(self.meeting):
                self.kept.tell(sentence)

    def would_lose(self, made: "Recording | None") -> str:
        """What is kept of the words that were said and would go for good, if that were recorded; "" for nothing."""
        heard = self.heard
        if made is None or not made.events or heard is None or heard.public is None:
            return ""
        number = len(self.meeting.entries) + 1
        return heard.would_lose(add(self.meeting, Entry(number, datetime.min, self.by, made.events)))

    def check_writable(self) -> None:
        """Raises `MadeWithNewer` where nothing may be recorded, and `Unclear` where the minutes are published and no
        reason was given, or approved."""
        if self.meeting.newer:
            raise MadeWithNewer()
        if self.meeting.course == "closed" and not self._looked:
            # Another meeting may have approved these minutes, which the library alone does not tell.
            self.know(self._history())
        if self.read_only:
            raise Unclear(self.read_only)

    def placed(self, entry: Entry) -> list[Placed]:
        """The events of an entry as they stand now."""
        wanted = {f"{entry.n}.{number}" for number in range(len(entry.events))}
        return [placed for placed in self.meeting.events if placed.id in wanted]


def _said_locked(how: "Standing") -> str:
    """Why nothing is recorded in minutes that stand so, and what to do; "" where it may be."""
    if how.approved:
        return f"{how.locked} To change them, reopen them first: clerk reopen, with the reason."
    if how.locked:
        return f"{how.locked} To change them all the same, give the reason first: e at the desk, or :because -- REASON."
    return ""


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
