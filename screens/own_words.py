"""The words that a user has said are right, and what is in doubt in a meeting without them."""

from pathlib import Path
from typing import TYPE_CHECKING

from store import disk, places

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def words_file() -> Path:
    """Where a user's own words are kept, one a line."""
    return places.home() / "words.txt"


def own_words() -> list[str]:
    """The user's own words. Raises OSError or UnicodeDecodeError where the file cannot be read."""
    own = words_file()
    return disk.read_typed(own).decode("utf-8").split() if own.exists() else []


def in_doubt(meeting: "Meeting", item: str | None = None) -> list[tuple[str, str | None]]:
    """The doubtful words of a meeting, or of one item of it, each with its item; none where they cannot be checked: at
    the desk a missing word list stops nobody."""
    from exports.spelling import SpellingMissing, doubtful_words

    try:
        return doubtful_words(meeting, own_words(), item)
    except (SpellingMissing, OSError, UnicodeDecodeError):
        return []
