"""The desk as a program: opened on a meeting that is held for writing.

What the desk is made of takes as long to read as all else of a start: it is read behind the meeting's title.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from screens.desk.opening import Opening, title_of
from screens.kit.app import ClerkApp, run_app
from store.meetings import Kept

if TYPE_CHECKING:
    from screens.desk.completing import Completing
    from screens.desk.desk import DeskScreen
    from screens.sitting import Sitting


class DeskApp(ClerkApp[None]):
    """The desk on one meeting, which `sit` makes ready once its `title` stands on the screen. `keymap` are the user's
    own keys, by command id; `snippets` what words typed in short stand for, `completion` whether words are offered as
    one types. Keys that are typed before the desk is there wait for it.

    `desk` is there from then on; `why_not` is what `sit` raised in its stead, and ends the program.
    """

    TITLE = "clerk"

    desk: "DeskScreen"

    def __init__(
        self,
        sit: "Callable[[], Sitting]",
        title: str = "",
        *,
        keymap: Mapping[str, str | Sequence[str]] | None = None,
        snippets: Mapping[str, str] | None = None,
        theme: str = "clerk-dark",
        log: Path | None = None,
        completion: str = "on",
        at: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(theme=theme, log=log, on_dying=self._dying)
        self._sit = sit
        self._shown = title
        self._at = at
        self._own_keys = keymap or {}
        self._snippets = snippets
        self._completion = completion
        self.why_not: Exception | None = None
        self.hold_keys()

    def first_screen(self) -> Screen[Any]:
        return Opening(self._shown)

    def on_ready(self) -> None:
        self.call_after_refresh(self._sit_down)

    async def _sit_down(self) -> None:
        """Lays the desk over the title."""
        from screens.desk.commands import desk_commands
        from screens.desk.desk import DeskScreen

        try:
            sitting = self._sit()
        except Exception as error:
            self.why_not = error
            self.exit()
            return

        def completing() -> "Completing":
            from screens.desk.completing import Completing

            return Completing(sitting, self._completion, self._snippets)

        commands = desk_commands()
        commands.use(self._own_keys)
        self.desk = DeskScreen(sitting, commands, completing)
        self.made_ready(self.desk)
        await self.push_screen(self.desk)
        super().on_ready()
        item, event = self._at
        if item:
            self.desk.turn_to(item, event or None)

    async def action_quit(self) -> None:
        """Ctrl+Q, which Textual takes for itself before any screen: the desk keeps first what is half typed."""
        self.desk.action_screen_quit()

    def _dying(self, number: int) -> None:
        if hasattr(self, "desk"):
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

    def sit() -> "Sitting":
        from screens.sitting import Sitting

        return Sitting(kept, by, None if written_up else datetime.now)

    app = DeskApp(
        sit,
        title_of(kept),
        keymap=keymap,
        snippets=snippets,
        theme=theme,
        log=log,
        completion=completion,
        at=at,
    )
    app.escape_wait = escape_wait
    code = run_app(app)
    if app.why_not is not None:
        raise app.why_not
    return code
