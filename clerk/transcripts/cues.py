"""What was said, as a machine or a person wrote it down: values that know neither a file nor a meeting."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

LONGEST = 24 * 3600.0
"""Seconds of the longest recording that can be of one evening."""


class Cue(Struct, frozen=True):
    """Words said from `start` to `end`, in seconds of the recording. `speaker` is the transcript's guess, as it wrote
    it, "" where it had none."""

    start: float
    end: float
    text: str
    speaker: str = ""


class Anchor(Struct, frozen=True):
    """One point of a recording whose time at the venue is known: `said` seconds into it, it was `at`. `what` says from
    where that is known: "v2", "closed", or "" for a time that was typed."""

    said: float
    at: datetime
    what: str = ""


class Mark(Struct, frozen=True):
    """Where in a recording the public went out, or came back, as the clerk heard it: for a record without the time."""

    said: float
    back: bool = False


class Cut(Struct, frozen=True):
    """A stretch that was left out, because it is of exempt business: by its time in the recording and nothing else."""

    start: float
    end: float


class Recording(Struct, frozen=True):
    """What one file says of an evening. `digest` is the SHA-256 of the file, in hex. `stopped` are the points at which
    the recording was stopped and went on later. `cues` are in the order of their start."""

    name: str
    digest: str
    anchors: tuple[Anchor, ...] = ()
    marks: tuple[Mark, ...] = ()
    stopped: tuple[float, ...] = ()
    cues: tuple[Cue, ...] = ()
    cuts: tuple[Cut, ...] = ()
    length: float = 0.0
    """Seconds to the end of its last words, those that were cut among them."""

    def anchored(self, *more: Anchor) -> "Recording":
        """The same with more anchors; a later one for the same point takes the earlier one's place."""
        points = {anchor.said: anchor for anchor in (*self.anchors, *more)}
        return replace(self, anchors=tuple(points[said] for said in sorted(points)))


class Transcript(Struct, frozen=True):
    """All that is kept of what was said at a meeting. `meeting` is the meeting's id. `people` are the labels that the
    clerk matched, each with a person's id. `until` is the day on which it is deleted, in ISO form, or "approval".
    `exempt`: it holds the words of exempt business, and those alone."""

    meeting: str
    recordings: tuple[Recording, ...] = ()
    people: dict[str, str] = {}
    until: str = "approval"
    exempt: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """The labels of whoever speaks in it, as the transcript wrote them."""
        return frozenset(cue.speaker for recording in self.recordings for cue in recording.cues) - {""}

    def with_recordings(self, recordings: tuple[Recording, ...]) -> "Transcript":
        """The same of these recordings; nobody stays matched to a label that is in none of them."""
        now = replace(self, recordings=recordings)
        return replace(now, people={label: who for label, who in self.people.items() if label in now.labels})

    def with_recording(self, recording: Recording) -> "Transcript":
        """The same with a recording, in place of the one of the same file or name."""
        others = [one for one in self.recordings if one.digest != recording.digest and one.name != recording.name]
        return self.with_recordings((*others, recording))


def hms(seconds: float) -> str:
    """A point of a recording as it is said: "0:03:12"."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
