"""A screen whose commands come from a command table."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.binding import BindingsMap
from textual.reactive import reactive
from textual.screen import Screen

from screens.kit.command import AnyCommand
from screens.kit.commands import Commands
from screens.kit.keybar import KeyBar
from screens.kit.painting import Painter

ResultT = TypeVar("ResultT")


class CommandScreen(Screen[ResultT]):
    """Binds a command table's keys, and shows on its key bars what is available now.

    `context` says what is going on ("home", "text"); set it as that changes. Override `available` for what depends on
    more than the context, and call `refresh_bindings` when that changes. A command's action is a method of the screen:
    `vote.unanimous` runs `action_vote_unanimous`.
    """

    # Not to be repainted: what looks different in another context is painted by whatever shows it.
    context: reactive[str] = reactive("home", repaint=False, bindings=True)

    def __init__(self, commands: Commands, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._compositor = Painter()
        self.commands = commands
        self._bindings = BindingsMap.merge([BindingsMap(commands.bindings()), self._bindings])

    def available(self, command: AnyCommand) -> bool | None:
        """Whether a command can be used now; `None` when its key should be refused."""
        return command.in_context(self.context)

    def commands_now(self) -> list[AnyCommand]:
        """What can be done now, the heaviest first."""
        return [command for command in self.commands.in_context(self.context) if self.available(command)]

    async def run_command(self, command: AnyCommand) -> None:
        """Do what the command's key does. Where the action asks which key was pressed, it is told "" for none."""
        await self.run_action(command.action.replace("{key}", ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        command = self.commands.for_action(action, self.context)
        if command is None:
            return super().check_action(action, parameters)
        return self.available(command) if command.in_context(self.context) else False

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._show_keys(self)

    def _show_keys(self, screen: Screen[Any]) -> None:
        for bar in self.query(KeyBar):
            bar.show(self.commands_now(), self.context)

    def action_help_keys(self) -> None:
        """`?`: all commands."""
        from screens.kit.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, self.context, lambda command: command.followed_by(self)))
