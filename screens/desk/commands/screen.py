"""The keys of the screen itself, most of them those that every screen of ours has."""

from screens.kit import common
from screens.kit.commands import EVERYWHERE, Command


class Preview(Command):
    id = "screen.preview"
    keys = ("l",)
    label = "Preview"
    help = "The draft as it now stands, in place of the record; again: the record."
    words = "draft live look minutes word"
    weight = 48


class Guide(Command):
    id = "help.guide"
    keys = ("F1",)
    label = "Guide"
    help = "The guide, at the chapter of what is under way."
    words = "help how to learn explain manual"
    contexts = (EVERYWHERE,)
    weight = 9


class Help(common.ShowKeys):
    keys = ("?",)
    label = "All keys"
    help = "Every key and what it does."
    contexts = ("home",)
    weight = 20


class Palette(common.FindCommand):
    id = "help.palette"
    label = "Any command"
    help = "Finds any command by its name or its own words."
    contexts = ("home",)
    weight = 10


class Colours(common.Colours):
    id = "screen.colours"
    label = "Colours: dark, light, high contrast"
    help = "The next of the colour schemes."
    action = common.Colours.action


class KeepElsewhere(Command):
    id = "screen.folder"
    label = "Keep in another folder"
    help = "Where the meeting's folder is gone and what was recorded is in this window only: writes it into another."
    words = "save disk lost folder stick drive gone window only"
    weight = 0


class Quit(common.Leave):
    id = "screen.quit"
    label = "Leave the desk"
    help = "Leaves. All that is recorded is kept, and so are words half typed."
    words = "quit exit"
    weight = 5
