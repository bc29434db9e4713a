"""Commands that every screen of ours has."""

from typing import ClassVar

from screens.kit.command import EVERYWHERE, Command


class ShowKeys(Command):
    id = "help.keys"
    keys: ClassVar[tuple[str, ...]] = ("?", "F1")
    label = "all keys"
    help = "List everything that can be done, with its keys."
    words = "help commands shortcuts keyboard"
    contexts = (EVERYWHERE,)
    weight = 0


class FindCommand(Command):
    id = "help.find"
    keys = ("Ctrl+P",)
    label = "find a command"
    help = "Find any command by its name, or by what it is for."
    words = "palette search"
    contexts = (EVERYWHERE,)
    weight = 0
    action = "app.command_palette"


class Colours(Command):
    id = "view.colours"
    label = "colours"
    help = "Change colours: dark, light, high contrast, or the terminal's own."
    words = "theme contrast bright dark light accessibility"
    contexts = (EVERYWHERE,)
    weight = 0
    action = "app.colours"


class Redraw(Command):
    id = "view.redraw"
    keys = ("Ctrl+L",)
    label = "redraw"
    help = "Paint the screen again, after something else has written on it."
    words = "refresh clear repaint garbled"
    contexts = (EVERYWHERE,)
    weight = 0
    action = "app.redraw"


class Leave(Command):
    id = "app.leave"
    keys = ("Ctrl+Q",)
    label = "leave"
    help = "Leave the program; all that is recorded is kept."
    words = "quit exit close"
    contexts = (EVERYWHERE,)
    weight = 0
    action = "app.quit"


COMMON = (ShowKeys, FindCommand, Colours, Redraw, Leave)
"""To be put after a screen's own commands."""
