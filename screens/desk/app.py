"""The desk as a program: opened on a meeting that is held for writing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.screen import Screen

from screens.desk.commands import desk_commands
from screens.desk.desk import DeskScreen
from screens.kit.app import ClerkApp, run_app
from screens.sitting import Clock, Sitting
from store.meetings import Kept


class DeskApp(ClerkApp[None]):
    """The desk on one meeting. `keymap` are the user's own keys, by command id; `snippets` what words typed in short
    stand for."""

    TITLE = "clerk"

    def __init__(
        self,
        sitting: Sitting,
        *,
        keymap: Mapping[str, str | Sequence[str]] | None = None,
        snippets: Mapping[str, str] | None = None,
        theme: str = "clerk-dark",
        log: Path | None = None,
    ) -> None:
        super().__init__(theme=theme, log=log, on_dying=self._dying)
        self.commands = desk_commands()
        self.commands.use(keymap or {})
        self.desk = DeskScreen(sitting, self.commands)
        self.desk.snippets = snippets or {}

    def first_screen(self) -> Screen[Any]:
        return self.desk

    def action_command_palette(self) -> None:
        from screens.desk.palette import Palette
        from screens.kit.palette import LOOKS

        self.stylesheet.add_source(LOOKS, read_from=("", "palette"))
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self._keys_waiting:
            # Between one key's rest and the next key's turn, one that comes just then must not go first.
            self._keys_waiting.append(event)
        else:
            await super().on_event(event)

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
) -> int:
    """Runs the desk on the terminal and gives the exit code. `written_up`: times are never taken from
    the clock.

    Raises `UnknownEntries` where the journal is of a newer version.
    """
    clock: Clock | None = None if written_up else datetime.now
    app = DeskApp(Sitting(kept, by, clock), keymap=keymap, snippets=snippets, theme=theme, log=log)
    return run_app(app)
