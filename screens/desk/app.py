"""The desk as a program: opened on a meeting that is held for writing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from screens.desk.commands import desk_commands
from screens.desk.desk import DeskScreen
from screens.kit.app import ClerkApp, run_app
from screens.sitting import Clock, Sitting
from store.meetings import Kept

if TYPE_CHECKING:
    from screens.desk.completing import Completing


class DeskApp(ClerkApp[None]):
    """The desk on one meeting. `keymap` are the user's own keys, by command id; `snippets` what words typed in short
    stand for, `completion` whether words are offered as one types."""

    TITLE = "clerk"

    def __init__(
        self,
        sitting: Sitting,
        *,
        keymap: Mapping[str, str | Sequence[str]] | None = None,
        snippets: Mapping[str, str] | None = None,
        theme: str = "clerk-dark",
        log: Path | None = None,
        completion: str = "on",
        at: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(theme=theme, log=log, on_dying=self._dying)
        self._at = at
        self.commands = desk_commands()
        self.commands.use(keymap or {})

        def completing() -> "Completing":
            from screens.desk.completing import Completing

            return Completing(sitting, completion, snippets)

        self.desk = DeskScreen(sitting, self.commands, completing)
        self.hold_keys()

    def first_screen(self) -> Screen[Any]:
        return self.desk

    def on_ready(self) -> None:
        super().on_ready()
        item, event = self._at
        if item:
            self.desk.turn_to(item, event or None)

    async def action_quit(self) -> None:
        """Ctrl+Q, which Textual takes for itself before any screen: the desk keeps first what is half typed."""
        self.desk.action_screen_quit()

    def _dying(self, number: int) -> None:
        self.desk.leave()


def open_desk(
    kept: Kept,
    by: str,
    *,
    written_up: bool = False,
    keymap: Mapping[str, str | Sequence[str]] | None = None,
    snippets: Mapping[str, str] | None = None,
    theme: str = "clerk-dark",
    log: Path | None = None,
    escape_wait: float | None = None,
    completion: str = "on",
    at: tuple[str, str] = ("", ""),
) -> int:
    """Runs the desk on the terminal and gives the exit code. `written_up`: times are never taken from
    the clock. `escape_wait`: seconds that Esc waits for the rest of a key, where the user has set them. `completion`:
    "on", "off", or "tab", by which Tab takes a word too. `at` are an item and a line of it to begin at.
    """
    clock: Clock | None = None if written_up else datetime.now
    sitting = Sitting(kept, by, clock)
    app = DeskApp(sitting, keymap=keymap, snippets=snippets, theme=theme, log=log, completion=completion, at=at)
    app.escape_wait = escape_wait
    return run_app(app)
