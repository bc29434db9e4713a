"""Watching a meeting that somebody else writes: what is new is folded in, and what cannot be read is said."""

from __future__ import annotations

from pathlib import Path

from clerk.kept import NEWER, entry_from
from clerk.meeting.fold import add
from clerk.meeting.state import Meeting
from screens.sitting import meeting_of
from store.following import Follower, News

TOO_NEW = f"This meeting was {NEWER}. What is shown is what this one can read of it."


class Watching:
    """A meeting, read-only, as it grows. Raises `StoreError` where there is nothing to watch."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.path = path
        self.message = ""
        """What is wrong with the journal or this reader, in a sentence; "" where nothing is."""
        self.meeting = Meeting()
        self._follower = Follower(path)
        news = self._follower.poll()
        if news is not None:
            self._take(news)

    def look(self) -> bool:
        """Look whether there is anything new. When there is not, this costs one `stat`."""
        news = self._follower.poll()
        if news is None:
            return False
        self._take(news)
        return True

    def _take(self, news: News) -> None:
        if news.again or not self.meeting.entries:
            self.meeting = meeting_of(news.raw)
        else:
            for kept in news.entries:
                self.meeting = add(self.meeting, entry_from(len(self.meeting.entries) + 1, kept))
        self.message = news.message or (TOO_NEW if self.meeting.newer else "")
