"""What this terminal sends for each key: a screen that only says what arrived."""

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from screens.cli.saying import fault_log
from screens.kit.app import ClerkApp, run_app
from screens.kit.keys import shown_key, typed_by
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row

TOLD = "Press any key to see what the desk gets for it. Ctrl+Q leaves."


class KeysSeen(Screen[None]):
    """The keys that arrived, the last at the bottom."""

    def compose(self) -> ComposeResult:
        yield Said(Content(TOLD))
        yield Lines()

    def on_mount(self) -> None:
        self._seen: list[Row] = []
        self.query_one(Lines).focus()

    def saw(self, what: str, more: str) -> None:
        """Adds a line."""
        number = str(len(self._seen))
        self._seen.append(Row(Content(more), number, Content(what.ljust(18))))
        lines = self.query_one(Lines)
        lines.show(self._seen)
        lines.cursor = number


def _described(event: events.Key | events.Paste) -> tuple[str, str]:
    if isinstance(event, events.Paste):
        return "a paste", f"{len(event.text)} characters"
    character = typed_by(event)
    typed = f"types {character}" if character else "types nothing"
    also = ", ".join(name for name in event.aliases if name != event.key)
    return shown_key(event.key), f"{event.key}  {typed}" + (f"  also {also}" if also else "")


class KeysApp(ClerkApp[None]):
    """Shows keys rather than acting on them, but for Ctrl+Q."""

    ENABLE_COMMAND_PALETTE = False

    def first_screen(self) -> Screen[Any]:
        return KeysSeen()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.Key) and event.key == "ctrl+q":
            self.exit()
        elif isinstance(self.screen, KeysSeen):
            self.screen.saw(*_described(event))


def show_keys() -> int:
    """Runs the screen; returns the exit code."""
    return run_app(KeysApp(log=fault_log()))
