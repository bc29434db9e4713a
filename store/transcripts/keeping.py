"""What was said at a meeting, kept beside its journal; never more of it than may be kept.

Two files at most: `NAME.transcript`, and `NAME.exempt.transcript` for the words of exempt business that the clerk asked
for. Neither is part of the record: each is deleted on its day, and nothing of it is copied, sent or published.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.transcripts.cues import Recording, Transcript
from clerk.transcripts.cutting import cut_again, lost, said_of_cuts, spans_of, unproved
from clerk.transcripts.sessions import sessions
from store import disk
from store.errors import StoreError, reason
from store.lines import decoded_first
from store.places import stamp_of, transcript_of

APPROVAL = "approval"
"""Deleted when the minutes are approved."""


class TranscriptNotKept(StoreError):
    """A transcript could not be written or read; the record is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path.name}: {why}")


def id_of(journal: Path) -> str:
    """The id of the meeting that a journal holds, "" where its first line cannot be read. Raises OSError."""
    with disk.open_to_read(journal) as file:
        first = decoded_first(file.readline().rstrip(b"\n"))
    return first.id if first is not None else ""


def load(journal: Path, *, exempt: bool = False) -> Transcript | None:
    """What is kept of what was said, as it was kept; None where there is nothing. Raises `TranscriptNotKept`."""
    path = transcript_of(journal, exempt=exempt)
    try:
        found = msgspec.json.decode(disk.read(path), type=Transcript)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TranscriptNotKept(path, f"it cannot be read: {reason(error)}.") from error
    except msgspec.MsgspecError as error:
        raise TranscriptNotKept(path, "it is damaged. Delete it, and import the file again.") from error
    if found.meeting != id_of(journal):
        raise TranscriptNotKept(path, "it is of another meeting. Move it away, or delete it.")
    return found


def save(journal: Path, transcript: Transcript) -> None:
    """Write it, for this user's eyes alone. Raises `TranscriptNotKept`; what was kept before is then as it was."""
    path = transcript_of(journal, exempt=transcript.exempt)
    try:
        disk.write_whole(path, msgspec.json.encode(transcript))
    except OSError as error:
        raise TranscriptNotKept(path, f"it cannot be written: {reason(error)}.") from error


def delete(journal: Path, which: tuple[bool, ...] = (False, True)) -> list[str]:
    """Delete whatever is kept of what was said, of the public words and the exempt ones or of `which` of them; gives
    the names of the files that are gone. Raises `TranscriptNotKept`."""
    gone: list[str] = []
    for exempt in which:
        path = transcript_of(journal, exempt=exempt)
        for file in (disk.unfinished(path), path):
            try:
                file.unlink()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise TranscriptNotKept(file, f"it cannot be deleted: {reason(error)}.") from error
            gone.append(file.name)
    return gone


class Heard:
    """What is kept of what was said, held against the record whenever that changes: what has become exempt goes."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self.problem = ""
        """Why nothing can be shown, in a sentence."""
        self.public: Transcript | None = None
        self.exempt: Transcript | None = None
        self._stamps: tuple[str, ...] = ()
        self.look()

    def look(self) -> None:
        """Reads it again where its files have changed: another window may have taken in one more."""
        stamps = tuple(stamp_of(transcript_of(self._journal, exempt=exempt)) for exempt in (False, True))
        if stamps == self._stamps:
            return
        self._stamps, self.problem = stamps, ""
        try:
            self.public = load(self._journal)
            self.exempt = load(self._journal, exempt=True)
        except TranscriptNotKept as error:
            self.problem = str(error)

    @property
    def transcripts(self) -> list[Transcript]:
        """What is kept, the public words first."""
        return [one for one in (self.public, self.exempt) if one is not None]

    def label_of(self, key: str) -> str:
        """The label of words, by the key that `Spoken` has; "" where they have none."""
        kept = self.exempt if key.startswith("x") else self.public
        number, _, place = key[1:].partition(".")
        return kept.recordings[int(number)].cues[int(place)].speaker if kept is not None else ""

    def recording_of(self, key: str) -> Recording | None:
        """The recording of words, by the key that `Spoken` has."""
        kept = self.exempt if key.startswith("x") else self.public
        return kept.recordings[int(key[1:].partition(".")[0])] if kept is not None else None

    def put_right(self, key: str, recording: Recording) -> None:
        """Keep a recording with other points in place of the one of some words. Raises `TranscriptNotKept`; what was
        kept before is then as it was."""
        kept = self.exempt if key.startswith("x") else self.public
        if kept is None:
            return
        now = kept.with_recording(recording)
        save(self._journal, now)
        if now.exempt:
            self.exempt = now
        else:
            self.public = now

    def match(self, label: str, person: str) -> None:
        """Keep whose a label is, for the whole evening, wherever it stands: one that spoke in private alone is named
        in no file but the exempt one. Raises `TranscriptNotKept`; nothing is matched then."""
        self.look()
        for kept in self.transcripts:
            if label not in kept.labels:
                continue
            now = replace(kept, people={**kept.people, label: person})
            save(self._journal, now)
            if kept.exempt:
                self.exempt = now
            else:
                self.public = now

    def follow(self, meeting: Meeting) -> list[str]:
        """Cut again by what is recorded now; what was cut, by its time, in sentences. Never raises: where the file
        cannot be written anew it is deleted, and where that fails too it is said."""
        self.look()
        if self.public is None:
            return []
        now = tuple(cut_again(recording, meeting) for recording in self.public.recordings)
        if now == self.public.recordings:
            return []
        said = [_said(was, is_, meeting) for was, is_ in zip(self.public.recordings, now, strict=True) if was != is_]
        self.public = self.public.with_recordings(now)
        try:
            save(self._journal, self.public)
        except TranscriptNotKept as error:
            said.append(self._delete_instead(error))
        return said

    def would_lose(self, meeting: Meeting) -> str:
        """What would be cut if that were recorded, as a sentence; "" for nothing."""
        self.look()
        kept = self.public.recordings if self.public is not None else ()
        fewer = [(was, now) for was in kept if len((now := cut_again(was, meeting)).cues) < len(was.cues)]
        said = [
            f"{_counted(len(was.cues) - len(now.cues))} of {was.name} ({spans_of(lost(was, now))})"
            for was, now in fewer
        ]
        if not said:
            return ""
        ends = " Nobody is recorded to have come back: record that first, and what followed stays."
        to_the_end = ends if any(session.open for session in sessions(meeting)) else ""
        return f"Goes for good from what was said, as exempt or too near it: {'; '.join(said)}.{to_the_end}"

    def _delete_instead(self, error: TranscriptNotKept) -> str:
        self.public = None
        path = transcript_of(self._journal)
        try:
            path.unlink()
        except OSError as failed:
            return f"{error} It holds exempt words and could not be deleted: {reason(failed)}. Delete {path} yourself."
        return f"{error} It held exempt words, so it was deleted whole; import the file again."


def _counted(lines: int) -> str:
    return "one line" if lines == 1 else f"{lines:,} lines"


def _said(was: Recording, now: Recording, meeting: Meeting) -> str:
    why = unproved(now, meeting)
    again = (
        f"{why} Then import it again." if why else "It comes back only by importing it again, once that is put right."
    )
    return f"{said_of_cuts(lost(was, now), now.name)} {again}"


def day_of(transcript: Transcript) -> date | None:
    """The day on which it is deleted; None where that is the approval of the minutes."""
    return None if transcript.until == APPROVAL else date.fromisoformat(transcript.until)
