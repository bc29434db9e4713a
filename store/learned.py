"""What completion learned, in the cache folder: it may be thrown away at any time, and never leaves this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from clerk.completion.learned import kept, words_kept
from clerk.completion.sources import minutes_lines
from clerk.completion.words import words_of
from clerk.kept import entries_from_json
from clerk.meeting.fold import fold
from clerk.meeting.state import Meeting
from store import disk, places
from store.errors import StoreError
from store.facts import Facts
from store.following import first_line_of, read_meeting
from store.library import Library, Listed

PAPERS = "papers"
"""The reports of a meeting's agenda."""

BOUND = "bound"
"""Minutes of earlier meetings that were bound into its papers."""

BACK = timedelta(days=730)
"""How far back the body's minutes are read, as for its history."""


def keep_words(home: Path, meeting_id: str, what: str, words: Sequence[str]) -> None:
    """Keeps what was learned of a meeting's papers, in place of what was. Never raises: it would only be learned
    less."""
    try:
        file = _file(home, meeting_id, what)
        disk.make_folder(file.parent)
        disk.write_whole(file, kept(words))
    except OSError:
        return


def read_words(home: Path, meeting_id: str, what: str) -> list[str] | None:
    """What was learned of a meeting's papers; None where nothing is kept, or not whole. Never raises."""
    try:
        return words_kept(disk.read(_file(home, meeting_id, what)))
    except (OSError, ValueError):
        return None


def learned_of(journal: Path) -> list[Path]:
    """The files of what was learned of a meeting. Never raises."""
    first = first_line_of(journal)
    if first is None or not first.id:
        return []
    try:
        folder = places.cache_of(places.home_of(journal)) / "completion"
        return sorted(path for path in folder.iterdir() if path.name.partition(".")[0] == first.id)
    except OSError:
        return []


def _file(home: Path, meeting_id: str, what: str) -> Path:
    return places.cache_of(home) / "completion" / f"{meeting_id}.{what}"


def earlier_words(meeting: Meeting, path: Path) -> Iterator[list[str]]:
    """The words of this body's earlier meetings, the oldest first: their public minutes, and their papers. Each journal
    is read once, and again when it has changed. Never raises."""
    setup = meeting.setup
    first = first_line_of(path)
    if setup is None:
        return
    home = places.home_of(path)
    told = Facts(home).read()
    for listed in reversed(Library(home).meetings()):
        ours = listed.body == setup.body or told.same_body((listed.body, listed.body_id), (setup.body, setup.body_id))
        if ours and _is_earlier(listed, setup.date) and (first is None or listed.id != first.id):
            yield read_words(home, listed.id, PAPERS) or []
            yield read_words(home, listed.id, BOUND) or []
            yield _minutes(home, listed)


def _is_earlier(listed: Listed, day: date) -> bool:
    try:
        return day - BACK <= date.fromisoformat(listed.date) < day
    except ValueError:
        return False


def _minutes(home: Path, listed: Listed) -> list[str]:
    try:
        what = f"minutes-{listed.path.stat().st_size}"
        words = read_words(home, listed.id, what)
        if words is None:
            meeting = fold(entries_from_json(read_meeting(listed.path).raw))
            words = [] if meeting.newer else [word for line in minutes_lines(meeting) for word in words_of(line)]
            keep_words(home, listed.id, what, words)
        return words
    except (StoreError, msgspec.MsgspecError, OSError):
        return []
