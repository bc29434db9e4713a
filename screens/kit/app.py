"""The app that every screen of ours runs in: how it looks, how it ends, how it fails."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import events
from textual._styles_cache import StylesCache
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen

from screens.kit import starting
from screens.kit.crash import FAULT, quiet_descriptor, write_down
from screens.kit.themes import DARK, THEME_LABELS, THEMES
from screens.kit.turns import InTurn

ReturnT = TypeVar("ReturnT")


def _palette() -> type[Provider]:
    from screens.kit.palette import CommandProvider

    return CommandProvider


def _breakpoints(app: App[Any], screen: Screen[Any]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """From which width and which height on a screen has which class; nothing of either where none is said."""
    across, down = screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS
    return (
        (app.HORIZONTAL_BREAKPOINTS if across is None else across) or [],
        (app.VERTICAL_BREAKPOINTS if down is None else down) or [],
    )


class ClerkApp(InTurn[ReturnT]):
    """Base of our apps. Override `first_screen` to say what it opens with.

    `on_dying` is called, with the signal's number, when the process is told to end (its window closed, SIGTERM), before
    the screen is restored. `log` is the file that gets the whereabouts of a fault, without any text of the meeting.
    """

    CSS = """
    *:disabled:can-focus { opacity: 100%; color: $text-muted; }
    Toast { background: $panel; color: $foreground; }
    """

    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_palette}  # type: ignore[assignment]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self,
        *,
        theme: str = DARK.name,
        log: Path | None = None,
        on_dying: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.fault_log = log
        self.on_dying = on_dying
        self.escape_wait: float | None = None
        """Seconds that an Esc waits for the rest of a longer key; None: by where the terminal is."""
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme if theme in THEME_LABELS else DARK.name
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        if sys.platform == "win32":
            # Textual reads keys there in a thread that asks for its reader by this name alone.
            from textual.drivers import win32

            from screens.kit.arriving import KeyReader

            vars(win32)["XTermParser"] = KeyReader
        elif driver.__name__ == "LinuxDriver":
            from screens.kit.terminal import Terminal

            return Terminal
        return driver

    def first_screen(self) -> Screen[Any]:
        """The screen that the app opens with."""
        return Screen()

    def get_default_screen(self) -> Screen[Any]:
        screen = self.first_screen()
        self.made_ready(screen)
        return screen

    def made_ready(self, screen: Screen[Any]) -> None:
        """Has the looks of a screen ready before it is shown, so that its first picture is worked out once."""
        # Told of its size only when all is styled, it would have all styled again for it.
        for limits, size in zip(_breakpoints(self, screen), self.size, strict=True):
            screen.add_class(*(name for _, name in sorted(limit for limit in limits if limit[0] <= size)[-1:]))
        # Textual reads the style sheet of every screen but this one; and would parse all of them again for it, though
        # they are to be parsed for the first time only after this.
        self.stylesheet.read_all(screen.css_path)
        self._load_screen_css(screen)

    def refresh_css(self, animate: bool = True) -> None:
        # Asked for by Textual once before there is anything to style: all would be parsed twice.
        if self._dom_ready:
            super().refresh_css(animate)

    def on_ready(self) -> None:
        starting.painted()

    # -- how it ends -----------------------------------------------------------------------------------------------

    def on_load(self) -> None:
        """Hears when the process is told to end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Not on Windows, and not outside the main thread.
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._die, int(number))

    def hang_up(self) -> None:
        """Ends as when the system says that the terminal is gone: for a terminal that went without a word of it."""
        self._die(int(getattr(signal, "SIGHUP", signal.SIGTERM)))

    def _die(self, number: int) -> None:
        if self.on_dying is not None:
            try:
                self.on_dying(number)
            except Exception as error:
                write_down(error, self.fault_log)
        self.exit(return_code=128 + number)

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print the error with the variables around it, words of the meeting among them; some errors bring
        # their own rendering. It and `_fatal_error` are where every fault comes through, and nothing public is.
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        write_down(error, self.fault_log)
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._return_code = 1
        where = "" if self.fault_log is None else f"\nWhere it arose is in {self.fault_log}"
        self.panic(FAULT + where)

    def action_help_quit(self) -> None:
        """Ctrl+C, which elsewhere ends a program, here only says what does."""
        self.notify("Ctrl+Q leaves. All that is recorded is kept.", timeout=4, markup=False)

    # -- how it looks ----------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Resize) and self.screen_stack and event.size == self.screen.size:
            # Made small and large again before we came to lay out the small: nothing would be painted, yet what the
            # terminal cut off meanwhile is gone from it.
            self.action_redraw()
        await super().on_event(event)

    def pop_screen(self) -> AwaitComplete:
        # A cache of Textual's, kept for colours, holds on to all that the widgets of a screen had painted.
        StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def action_command_palette(self) -> None:
        """Ctrl+P: any command by its name."""
        from screens.kit.palette import LOOKS, Palette

        # Read when it is first wanted: parsing it takes time from every start.
        self.stylesheet.add_source(LOOKS, read_from=("", "palette"))
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_redraw(self) -> None:
        """Paint the whole screen again, after something else has written on it."""
        self.refresh()

    def action_colours(self) -> None:
        """The next of the themes."""
        names = list(THEME_LABELS)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """None of Textual's own: what can be done is in the command table."""
        return ()


def run_app(app: App[Any], *, mouse: bool = False) -> int:
    """Run `app` on the terminal and return the exit code: 0 when left, 1 after a fault, 128+n on signal n.

    Without `mouse` the terminal's own selecting and copying go on working.
    """
    with quiet_descriptor():
        app.run(mouse=mouse)
    return app.return_code or 0
