"""Ctrl+P, as Textual's own, without its fault."""

from contextlib import suppress

from textual.command import CommandPalette


class Palette(CommandPalette):
    """Page Up and Page Down before anything is found, or drawn, would stop the program: here they do nothing."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
