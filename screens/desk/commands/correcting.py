"""The keys that look for what is recorded, put it right, move it, take it back and mark it."""

from screens.kit.commands import Command


class Edit(Command):
    id = "record.edit"
    keys = ("e",)
    label = "Edit"
    help = "Edits the line under the cursor; lines put in a paragraph part it."
    words = "correct change fix split"
    weight = 66


class Earlier(Command):
    id = "record.earlier"
    keys = ("<",)
    label = "Move up"
    help = "Moves the line under the cursor up by one."
    words = "move paragraph earlier before"
    weight = 12


class Later(Command):
    id = "record.later"
    keys = (">",)
    label = "Move down"
    help = "Moves the line under the cursor down by one."
    words = "move paragraph later after"
    weight = 12


class MoveTo(Command):
    id = "record.move"
    label = "Move to another item"
    help = "Moves the line under the cursor to another item."
    words = "move paragraph under item"
    weight = 0


class Strike(Command):
    id = "record.strike"
    keys = ("Delete",)
    label = "Strike"
    help = "The line under the cursor was recorded by mistake."
    words = "delete remove"
    weight = 14


class Undo(Command):
    id = "record.undo"
    keys = ("z",)
    label = "Undo"
    help = "Takes back the last thing recorded."
    words = "mistake back"
    weight = 74


class Redo(Command):
    id = "record.redo"
    keys = ("y",)
    label = "Redo"
    help = "Brings back what was undone last."
    words = "again"
    weight = 30


class Flag(Command):
    id = "record.flag"
    keys = ("!",)
    label = "Come back"
    help = "A flag here, with a few words: listed again at the close."
    words = "flag mark return later"
    weight = 46


class Findings(Command):
    id = "record.findings"
    keys = ("f",)
    label = "Findings"
    help = "What does not add up, and the flags to come back to."
    words = "problems check warnings flags"
    weight = 42


class Find(Command):
    id = "record.find"
    keys = ("/",)
    label = "Find"
    help = "Finds words anywhere in the record, the agenda or the names."
    words = "search look up"
    weight = 38
