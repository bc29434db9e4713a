"""A transcript's file, whatever wrote it, to a recording of which nothing is cut yet."""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from clerk.transcripts.cues import Recording
from store.errors import reason
from store.packs.kinds import CannotRead, decoded, kind_of_file
from store.transcripts.parsing import read_cues

MOST_BYTES = 20_000_000
"""Of a file of text; a day of talk has a tenth of it."""


class FromFile(NamedTuple):
    """A recording, the beginning that its file names, if it does, and what is to be said of it, in sentences."""

    recording: Recording
    began: datetime | None
    notes: list[str]


def read_transcript(path: Path) -> FromFile:
    """The words of a file: WebVTT, SRT, a Word document of Teams or of Word's own, or text with times. Raises
    `CannotRead`, in a sentence that says what the file is."""
    kind = kind_of_file(path)
    if kind not in ("docx", "text", "html"):
        raise CannotRead(path, "this is no transcript: WebVTT (.vtt), SRT, Word (.docx) or text with times is read.")
    lines = _lines_of_document(path) if kind == "docx" else _lines_of_text(path)
    found = read_cues(lines)
    if not found.cues:
        raise CannotRead(
            path, "no words with a time are in it. A transcript has a time before each line, such as 00:03:12."
        )
    notes = []
    if found.unread:
        count = len(found.unread)
        lines_are = "One line with a time was" if count == 1 else f"{count} lines with a time were"
        notes.append(f"{lines_are} not understood and left out: “{found.unread[0][:60]}”.")
    length = max(cue.end for cue in found.cues)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return FromFile(Recording(path.name, digest, cues=found.cues, length=length), _began(lines), notes)


def _lines_of_text(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(path, f"it cannot be read: {reason(error)}.") from None
    if len(data) > MOST_BYTES:
        raise CannotRead(
            path, f"it has {len(data) // 1_000_000} MB, and a transcript has one or two. Nothing was kept."
        )
    text = decoded(data)
    if text is None:
        raise CannotRead(path, "this is not text.")
    return re.split(r"\r\n|\r|\n", text)


def _lines_of_document(path: Path) -> list[str]:
    """The lines of a Word document, read in a process of its own, as every file from elsewhere."""
    from store.packs.reading import read_file

    lines: list[str] = []
    for line in read_file(path).lines:
        for part in line.filled:
            lines += part.split("\n")
    return lines


_DAY = re.compile(r"\b(\d{4})(\d{2})(\d{2})[_-](\d{2})(\d{2})(\d{2})\b")


def _began(lines: list[str]) -> datetime | None:
    """When the recording began, where its heading names it as Teams does ("…-20240109_190015-Meeting Recording")."""
    for line in lines[:8]:
        if match := _DAY.search(line):
            try:
                return datetime(*(int(part) for part in match.groups()))  # type: ignore[arg-type]
            except ValueError:
                return None
    return None
