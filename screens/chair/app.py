"""`clerk chair`: a second terminal that follows the meeting live, and only reads."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from clerk.names import Unclear
from screens.chair.view import Chair
from screens.chair.watching import Watching
from screens.kit.app import ClerkApp, run_app
from screens.kit.themes import DARK
from store.errors import StoreError


class ChairApp(ClerkApp[None]):
    """The chair's view of a meeting, or with `public` what the public may see of it."""

    def __init__(
        self,
        watching: Watching,
        public: bool = False,
        *,
        theme: str = DARK.name,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        # No log: nothing is written beside a meeting that somebody else holds.
        super().__init__(theme=theme)
        self._chair = Chair(watching, public, now)

    def first_screen(self) -> Chair:
        """The one screen there is."""
        return self._chair


def open_chair(path: Path, public: bool = False, *, theme: str = DARK.name) -> int:
    """Follow the meeting kept at `path` until its reader leaves, and return the exit code: 1 where there is nothing to
    follow, with a sentence that says why."""
    try:
        watching = Watching(path)
    except (StoreError, Unclear) as error:
        print(error, file=sys.stderr)
        return 1
    return run_app(ChairApp(watching, public, theme=theme))
