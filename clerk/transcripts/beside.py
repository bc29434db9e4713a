"""The words beside the record: what was being said when something was recorded, and where nothing was."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from clerk.events import AnyEvent, ItemTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear, plain
from clerk.times import say_time
from clerk.transcripts.clock import clock_of
from clerk.transcripts.cues import Cue, Transcript

QUIET = timedelta(minutes=5)
"""How long something may be said with nothing recorded near it before the stretch is listed."""


class Spoken(NamedTuple):
    """Words in their place in the evening. `key` names them for as long as the transcript stays as it is; `speaker` is
    the name that the clerk gave to their label, else the label with a question mark, "" where there was none."""

    key: str
    at: datetime
    until: datetime
    speaker: str
    text: str


class Beside:
    """The words of an evening in their order, however many files they came in."""

    def __init__(self, transcripts: Sequence[Transcript], meeting: Meeting) -> None:
        self.words = sorted(_spoken(transcripts, meeting), key=lambda spoken: spoken.at)
        self._at = [spoken.at for spoken in self.words]
        self.keys = {spoken.key: index for index, spoken in enumerate(self.words)}

    def near(self, at: datetime) -> int | None:
        """The place of the words being said at a time; of the last before it where nobody spoke; of the first where
        nothing was said yet; None where nothing was said at all."""
        if not self.words:
            return None
        return max(0, bisect_right(self._at, at) - 1)

    def before(self, at: datetime) -> int | None:
        """The place of the last words that had begun before a time: what was said just before a vote."""
        if not self.words:
            return None
        return max(0, bisect_left(self._at, at) - 1)

    def between(self, first: datetime, last: datetime) -> list[Spoken]:
        """The words that began between two times, both included."""
        return self.words[bisect_left(self._at, first) : bisect_right(self._at, last)]

    def holding(self, words: str) -> list[Spoken]:
        """Wherever some words were said, whatever their case or accents."""
        wanted = plain(words)
        return [spoken for spoken in self.words if wanted in plain(f"{spoken.speaker} {spoken.text}")] if wanted else []


def _spoken(transcripts: Sequence[Transcript], meeting: Meeting) -> list[Spoken]:
    found: list[Spoken] = []
    for transcript in transcripts:
        for number, recording in enumerate(transcript.recordings):
            try:
                clock = clock_of(recording, meeting)
            except Unclear:
                continue
            for place, cue in enumerate(recording.cues):
                key = f"{'x' if transcript.exempt else 's'}{number}.{place}"
                speaker = speaker_of(cue, transcript, meeting)
                found.append(Spoken(key, clock.at(cue.start), clock.at(cue.end), speaker, cue.text))
    return found


def speaker_of(cue: Cue, transcript: Transcript, meeting: Meeting) -> str:
    """Who is thought to speak: by name where the clerk matched the label, else the label as a guess."""
    person = meeting.people.get(transcript.people.get(cue.speaker, ""))
    return person.brief if person is not None else f"{cue.speaker}?" if cue.speaker else ""


def time_of(meeting: Meeting, event: str) -> datetime | None:
    """When a line of the record was: its own time; else that of the nearest before it that has one, its item's taking
    at the latest; None where nothing has a time."""
    last: datetime | None = None
    for placed in meeting.events:
        last = placed.event.at or last
        if placed.id == event:
            return last
    return None


def line_near(events: Sequence[Placed], item: str | None, at: datetime) -> str | None:
    """The line of an item's record that was the latest at a time; None where the item has none with a time by then."""
    found: str | None = None
    for placed in events:
        if placed.event.item == item and placed.event.at is not None and placed.event.at <= at:
            found = placed.id
    return found


def item_at(meeting: Meeting, at: datetime) -> str | None:
    """The item that was in hand at a time, by the times at which items were taken."""
    taken: str | None = None
    for placed in meeting.events:
        event: AnyEvent = placed.event
        if isinstance(event, ItemTaken) and event.at is not None and event.at <= at:
            taken = event.taken
    return taken


class Quiet(NamedTuple):
    """A stretch in which words were said and nothing was recorded: its times, and the key of its first words."""

    first: datetime
    last: datetime
    key: str

    @property
    def said(self) -> str:
        """The stretch as a sentence: by its times, and nothing else."""
        return f"Nothing is recorded from {say_time(self.first)} to {say_time(self.last)}, while people spoke."


def unrecorded(beside: Beside, meeting: Meeting) -> tuple[Quiet, ...]:
    """The stretches of over five minutes in which something was said and nothing is recorded with a time."""
    recorded = sorted({placed.event.at for placed in meeting.events if placed.event.at})
    bounds = [datetime.min, *recorded, datetime.max]
    found: list[Quiet] = []
    for first, last in pairwise(bounds):
        words = beside.between(first, last)
        if words and words[-1].until - words[0].at > QUIET:
            found.append(Quiet(words[0].at, min(words[-1].until, last), words[0].key))
    return tuple(found)
