"""Watching a meeting that somebody else writes: what is new is folded in, and what cannot be read is said."""

from __future__ import annotations

from pathlib import Path

import msgspec

from clerk.meeting import Meeting
from clerk.names import Unclear
from clerk.record import entry_from
from screens.sitting import meeting_of
from store.following import Follower, News

TOO_NEW = (
    "The desk has recorded something that this version of clerk cannot read. What is shown stands as it was before. "
    "Leave, and open it with the version that the desk has."
)


class Watching:
    """A meeting, read-only, as it grows. Raises `StoreError` where there is nothing to watch, and `UnknownEntries`."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.message = ""
        """What is wrong with the journal, in a sentence; "" where nothing is."""
        self.meeting = Meeting()
        self._follower = Follower(path)
        self._lost = False
        news = self._follower.poll()
        if news is not None:
            self.meeting = meeting_of(news.raw)
            self.message = news.message

    def look(self) -> bool:
        """Look whether there is anything new. When there is not, this costs one `stat`."""
        news = self._follower.poll()
        if news is None:
            return False
        self.message = news.message
        try:
            self._take(news)
        except (msgspec.ValidationError, Unclear):
            # Nothing after it can be folded either, until the whole is read again.
            self._lost = True
        if self._lost:
            self.message = TOO_NEW
        return True

    def _take(self, news: News) -> None:
        if news.again:
            self.meeting = meeting_of(news.raw)
            self._lost = False
        elif not self._lost:
            for kept in news.entries:
                self.meeting = self.meeting.add(entry_from(len(self.meeting.entries) + 1, kept))
