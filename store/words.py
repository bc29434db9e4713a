"""The words being typed, in a file beside the journal, so that a crash costs one second of them at most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from store import disk
from store.errors import StoreError, reason
from store.lines import encode


class Words:
    """Half-typed words of one meeting: a dict of the caller's own making, replaced whole each time.

    Each ``save`` waits for the disk; call it once a second at most, and when typing pauses.
    """

    def __init__(self, journal: Path) -> None:
        self.path = journal.with_suffix(".words")
        self._last: dict[str, Any] = {}

    def save(self, words: dict[str, Any]) -> str:
        """Keep ``words`` in place of the last; an empty dict clears them. Returns "" or a sentence; never raises."""
        self._last = words
        try:
            if words:
                disk.write_whole(self.path, encode(words))
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            return f"The words being typed cannot be kept just now: {reason(error)}. Recorded entries are not affected."
        except StoreError:
            return "The words being typed hold characters that cannot be written to a file; they are not kept yet."
        return ""

    def go_on_beside(self, journal: Path) -> None:
        """Keep them beside another journal from now on. Never raises: what cannot be kept is said at the next save."""
        self.path = journal.with_suffix(".words")
        self.save(self._last)

    def load(self) -> tuple[dict[str, Any], str]:
        """The words last kept, and "" or a sentence that says why there are none. Never raises."""
        try:
            words = msgspec.json.decode(disk.read(self.path), type=dict[str, Any])
        except FileNotFoundError:
            return {}, ""
        except OSError as error:
            why = reason(error)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            why = "the file is not as it was written"
        else:
            self._last = words
            return words, ""
        return {}, f"The half-typed words in {self.path.name} cannot be read: {why}. Every recorded entry is there."
