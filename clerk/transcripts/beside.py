"""The words beside the record: what was being said when something was recorded, and where nothing was."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from clerk.events import AnyEvent, Convened, Introduced, Invited, ItemTaken, Minuted
from clerk.meeting.exempt import with_doors
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

    @property
    def exempt(self) -> bool:
        """Whether it was said in exempt business."""
        return self.key.startswith("x")


class LeftOut(NamedTuple):
    """A stretch of the evening whose words were left out, as exempt business or too near it."""

    at: datetime
    until: datetime

    @property
    def said(self) -> str:
        """The stretch as a sentence: by its times, and nothing else."""
        return f"Left out to {self.until:%H:%M:%S}, as exempt business or too near it."


class Beside:
    """The words of an evening in their order, however many files they came in, and the stretches `left_out` of them."""

    def __init__(self, transcripts: Sequence[Transcript], meeting: Meeting) -> None:
        self.words = sorted(_spoken(transcripts, meeting), key=lambda spoken: spoken.at)
        self._at = [spoken.at for spoken in self.words]
        self.keys = {spoken.key: index for index, spoken in enumerate(self.words)}
        self.left_out = sorted(_left_out(transcripts, meeting))
        self._located: tuple[Meeting, dict[str, datetime]] | None = None

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

    def times(self, meeting: Meeting) -> dict[str, datetime]:
        """When each line of the record was, by its id: its own time, and of a paragraph without one that of the words
        which were taken into it. Others are not there."""
        if self._located is None or self._located[0] is not meeting:
            self._located = (meeting, _located(self, meeting))
        return self._located[1]

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


def _left_out(transcripts: Sequence[Transcript], meeting: Meeting) -> Iterator[LeftOut]:
    for recording in (one for transcript in transcripts for one in transcript.recordings):
        try:
            clock = clock_of(recording, meeting)
        except Unclear:
            continue
        yield from (LeftOut(clock.at(cut.start), clock.at(cut.end)) for cut in recording.cuts)


_A_SENTENCE = 12
"""Letters of words, at least, that are known again in a paragraph: a "yes" may stand in any."""


def _located(beside: Beside, meeting: Meeting) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    said: list[tuple[datetime, str]] | None = None
    for placed in meeting.events:
        event = placed.event
        if event.at is not None:
            found[placed.id] = event.at
        elif isinstance(event, Minuted):
            if said is None:
                said = [(spoken.at, plain(spoken.text)) for spoken in beside.words if len(spoken.text) >= _A_SENTENCE]
            text = plain(event.text)
            if (at := next((at for at, words in said if words in text), None)) is not None:
                found[placed.id] = at
    return found


def speaker_of(cue: Cue, transcript: Transcript, meeting: Meeting) -> str:
    """Who is thought to speak: by name where the clerk matched the label, else the label as a guess."""
    person = meeting.people.get(transcript.people.get(cue.speaker, ""))
    return meeting.briefs[person.id] if person is not None else f"{cue.speaker}?" if cue.speaker else ""


def time_of(beside: Beside, meeting: Meeting, event: str) -> datetime | None:
    """When a line of the record was: its own time, or that of the words in it; else that of the nearest before it that
    has one; None where nothing has a time."""
    times, last = beside.times(meeting), None
    for placed in meeting.events:
        last = times.get(placed.id, last)
        if placed.id == event:
            return last
    return None


def line_near(beside: Beside, meeting: Meeting, item: str | None, at: datetime) -> str | None:
    """The line of an item's record that was the latest at a time; None where the item has none with a time by then."""
    times = beside.times(meeting)
    found: str | None = None
    for placed in meeting.events:
        if placed.event.item == item and (when := times.get(placed.id)) is not None and when <= at:
            found = placed.id
    return found


def place_for(beside: Beside, meeting: Meeting, item: str | None, at: datetime) -> str:
    """The line of the record below which words that were said at a time belong, written under an item: the last that
    was by then, and what is told without a time after it; of exempt business one behind closed doors, where there is
    one. "" where that is the last of all, or where nothing was by then."""
    times, found = beside.times(meeting), -1
    closed = _behind_doors(meeting, item)
    for index, placed in enumerate(meeting.events):
        when = times.get(placed.id)
        if when is not None and when <= at and (not closed or index in closed):
            found = index
    if found < 0 and closed:
        found = min(closed)
    while 0 <= found < len(meeting.events) - 1 and _goes_on(meeting.events[found + 1], item, times):
        found += 1
    return meeting.events[found].id if 0 <= found < len(meeting.events) - 1 else ""


def _behind_doors(meeting: Meeting, item: str | None) -> frozenset[int]:
    """The places in the record after which the public is out, where an item is exempt; none where it is not."""
    if not is_exempt(meeting, item):
        return frozenset()
    every = enumerate(with_doors(meeting.events))
    return frozenset(index for index, (placed, doors) in every if doors.after(placed.event).closed)


def _goes_on(placed: Placed, item: str | None, times: Mapping[str, datetime]) -> bool:
    told = isinstance(placed.event, Minuted | Introduced | Invited)
    return told and placed.event.item == item and placed.id not in times


def item_at(meeting: Meeting, at: datetime) -> str | None:
    """The item that was in hand at a time, by the times at which items were taken."""
    taken: str | None = None
    for placed in meeting.events:
        event: AnyEvent = placed.event
        if isinstance(event, ItemTaken) and event.at is not None and event.at <= at:
            taken = event.taken
    return taken


def exempt_item_at(meeting: Meeting, at: datetime) -> str | None:
    """The exempt item that was in hand at a time; where none was, as between exclusion and taking, the next that
    was taken, else the first that is exempt; None where none is."""
    exempt = [item for item in meeting.agenda if is_exempt(meeting, item)]
    if (now := item_at(meeting, at)) in exempt:
        return now
    later = (
        placed.event.taken
        for placed in meeting.events
        if isinstance(placed.event, ItemTaken) and placed.event.at is not None and placed.event.at > at
    )
    return next((item for item in later if item in exempt), exempt[0] if exempt else None)


def is_exempt(meeting: Meeting, item: str | None) -> bool:
    """Whether what is minuted of an item is private by that."""
    found = meeting.items.get(item or "")
    return item in meeting.doors.excluded_items or (found is not None and found.exempt)


class Quiet(NamedTuple):
    """A stretch in which words were said and nothing was recorded: its times, and the key of its first words."""

    first: datetime
    last: datetime
    key: str

    untimed: bool = False
    """Whether lines without a time may be of it."""

    @property
    def said(self) -> str:
        """The stretch as a sentence: by its times, and nothing else."""
        when = f"from {say_time(self.first)} to {say_time(self.last)}"
        if self.untimed:
            return f"Nothing that has a time is recorded {when}, while people spoke."
        return f"Nothing is recorded {when}, while people spoke."


def unrecorded(beside: Beside, meeting: Meeting) -> tuple[Quiet, ...]:
    """The stretches of over five minutes in which something was said and nothing is recorded: nothing with a time, and
    no paragraph into which words of it were taken."""
    times = beside.times(meeting)
    recorded = sorted(set(times.values()))
    untimed = _followed_by_untimed(times, meeting)
    bounds = [datetime.min, *recorded, datetime.max]
    found: list[Quiet] = []
    for first, last in pairwise(bounds):
        for words in _unbroken(beside.between(first, last), beside):
            if words[-1].until - words[0].at > QUIET:
                found.append(Quiet(words[0].at, min(words[-1].until, last), words[0].key, first in untimed))
    return tuple(found)


def _followed_by_untimed(times: Mapping[str, datetime], meeting: Meeting) -> set[datetime]:
    """The times after which, before the next, a line without one stands in the record."""
    found: set[datetime] = set()
    last = datetime.min
    for placed in meeting.events:
        if (when := times.get(placed.id)) is not None:
            last = when
        elif not isinstance(placed.event, Convened):
            found.add(last)
    return found


def _unbroken(words: list[Spoken], beside: Beside) -> Iterator[list[Spoken]]:
    """Words between two times, apart where some between them were left out: of those nobody says that they were
    spoken."""
    run: list[Spoken] = []
    for spoken in words:
        if run and any(run[-1].at <= gap.at < spoken.at for gap in beside.left_out):
            yield run
            run = []
        run.append(spoken)
    if run:
        yield run
