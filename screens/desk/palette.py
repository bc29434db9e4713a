"""Ctrl+P, as Textual's own, without its fault."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Page Up and Page Down do nothing while nothing is found: Textual's would stop the program."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).option_count:
            super()._action_command_list(action)
