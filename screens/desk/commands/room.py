"""The keys of who is in the room, in which seat and in the chair, and of interests."""

from screens.kit.commands import Command


class RollCall(Command):
    id = "room.roll"
    keys = ("r",)
    label = "Roll"
    help = "Roll call: everyone without an apology is present; a letter toggles one."
    words = "attendance present members register"
    weight = 84
    constructs = ("FM-02",)


class Apologies(Command):
    id = "room.apology"
    keys = ("j",)
    label = "Apology"
    help = "An apology for absence came: the seat's letter."
    words = "apologies absence lateness"
    weight = 50
    constructs = ("AT-01", "AT-04")


class In(Command):
    id = "room.in"
    keys = ("i",)
    label = "In"
    help = "Someone comes in or comes back: the seat's letter."
    words = "arrive late return joined"
    weight = 85
    constructs = ("AT-07",)


class Out(Command):
    id = "room.out"
    keys = ("o",)
    label = "Out"
    help = "Someone goes out: the seat's letter. ! before it: for a declared interest."
    words = "leave left room withdrew absent"
    weight = 86
    constructs = ("AT-08", "DE-05")


class Substitute(Command):
    id = "room.substitute"
    keys = ("s",)
    label = "Substitute"
    help = "A substitute takes a seat: the seat's letter, then which substitute."
    words = "replace stand in"
    weight = 60
    constructs = ("AT-02", "AT-09")


class Preside(Command):
    id = "room.preside"
    keys = ("p",)
    label = "Presides"
    help = "Someone takes the chair: the seat's letter. Tab: for this item only, or how long else."
    words = "chair vice-chairman hands over"
    weight = 58
    constructs = ("CH-01", "CH-02", "CH-03")


class Declare(Command):
    id = "interest.declare"
    keys = ("d",)
    label = "Declare"
    help = "A declaration of interest: who, on which items, of what kind and with what effect, then the reason."
    words = "interest pecuniary dpi dispensation predetermination"
    weight = 78
    constructs = ("DE-02", "DE-04", "DE-05", "DE-06", "DE-07")
