"""A transcript's file, whatever wrote it, to a recording of which nothing is cut yet."""

import hashlib
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
from msgspec import Struct

from clerk.times import read_date
from clerk.transcripts.cues import Cue, Recording, hms
from store.packs.apart import read_apart
from store.packs.kinds import CannotRead, FileKind, decoded, kind_of_file
from store.transcripts.parsing import read_cues

MOST_CUES = 100_000
"""Of a file; a day of talk has a quarter of it."""


class FromFile(NamedTuple):
    """A recording, the beginning and the day that its file names, if it does, and what is to be said of it, in
    sentences."""

    recording: Recording
    began: datetime | None
    day: date | None
    notes: list[str]


class _Heard(Struct):
    """What the reading process says of a transcript: its cues and lines that were not understood, the first lines of
    the file, and the SHA-256 of it."""

    cues: tuple[Cue, ...]
    unread: tuple[str, ...]
    heading: tuple[str, ...]
    digest: str


def read_transcript(path: Path) -> FromFile:
    """The words of a file, read in a process of its own: WebVTT, SRT, a Word document of Teams or of Word's own, or
    text with times. Raises `CannotRead`, in a sentence that says what the file is."""
    kind = kind_of_file(path)
    if kind not in ("docx", "text", "html"):
        raise CannotRead(path, "this is no transcript: WebVTT (.vtt), SRT, Word (.docx) or text with times is read.")
    said = read_apart(path, kind, task="transcript")[-1]
    if said.failed or said.data is None:
        raise CannotRead(path, said.failed)
    heard = msgspec.convert(said.data, _Heard)
    notes = []
    if heard.unread:
        count = len(heard.unread)
        lines_are = "One line with a time was" if count == 1 else f"{count} lines with a time were"
        notes.append(f"{lines_are} not understood and left out: “{heard.unread[0][:60]}”.")
    length = max(cue.end for cue in heard.cues)
    began, day = _when([path.name, *heard.heading])
    return FromFile(Recording(path.name, heard.digest, cues=heard.cues, length=length), began, day, notes)


def heard_in(path: Path, kind: FileKind) -> dict[str, Any]:
    """What is in a transcript, as plain values: called in a process of its own. Raises `CannotRead`."""
    lines = _lines_of_document(path) if kind == "docx" else _lines_of_text(path)
    found = read_cues(lines)
    if not found.cues:
        raise CannotRead(
            path, "no words with a time are in it. A transcript has a time before each line, such as 00:03:12."
        )
    if found.again is not None:
        raise CannotRead(
            path,
            f"its times begin again at {hms(found.again.start)}, “{found.again.text[:40]}”: two recordings stand in "
            "it, or its lines are out of order. Save each as a file of its own, and take each in.",
        )
    if len(found.cues) > MOST_CUES:
        raise CannotRead(path, f"it has {len(found.cues):,} times, and an evening's talk has a few thousand.")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    heard = _Heard(found.cues, found.unread, tuple(lines[:_HEADING]), digest)
    return cast(dict[str, Any], msgspec.to_builtins(heard))


def _lines_of_text(path: Path) -> list[str]:
    text = decoded(path.read_bytes())
    if text is None:
        raise CannotRead(path, "this is not text.")
    return re.split(r"\r\n|\r|\n", text)


def _lines_of_document(path: Path) -> list[str]:
    """The lines of a Word document."""
    from store.packs.reading import said_of

    lines: list[str] = []
    for said in said_of(path, "docx"):
        for line in said.lines:
            for part in line.filled:
                lines += part.split("\n")
    return lines


_HEADING = 8
"""Lines at the top of a file in which it may say when it was recorded."""

_BEGAN = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})[_-](\d{2})(\d{2})(\d{2})(?!\d)")
_DAY = re.compile(r"^(?:\w+day,? )?(\w{3,9} \d{1,2}, \d{4})(?:, \d{1,2}:\d{2}(?:\s?[AP]M)?)?$", re.IGNORECASE)


def _when(heading: list[str]) -> tuple[datetime | None, date | None]:
    """When the recording began and on which day, where its name or its heading says so: as Teams does
    ("…-20240109_190015-Meeting Recording", "January 9, 2024, 7:00PM"), or Zoom, whose hour ("GMT20240109-190015") is
    that of Greenwich and in summer another than here."""
    for line in heading:
        try:
            if match := _BEGAN.search(line):
                began = datetime(*(int(part) for part in match.groups()))  # type: ignore[arg-type]
                return None if line[: match.start()].endswith("GMT") else began, began.date()
            if match := _DAY.match(line.strip()):
                return None, read_date(match[1])
        except ValueError:
            continue
    return None, None
