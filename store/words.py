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

    def save(self, words: dict[str, Any]) -> str:
        """Keep ``words`` in place of the last; an empty dict clears them. Returns "" or a sentence; never raises."""
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

    def load(self) -> tuple[dict[str, Any], str]:
        """The words last kept, and "" or a sentence that says why there are none. Never raises."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=dict[str, Any]), ""
        except FileNotFoundError:
            return {}, ""
        except OSError as error:
            why = reason(error)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            why = "the file is not as it was written"
        return {}, f"The half-typed words in {self.path.name} cannot be read: {why}. Every recorded entry is there."
