"""The keys of motions and amendments, and of what becomes of them without a vote."""

from screens.kit.commands import Command


class Amendment(Command):
    id = "question.amend"
    keys = ("m",)
    label = "Amendment"
    help = (
        "An amendment to the newest open question: mover, seconder (. duly, comma none), then edit its text in place."
    )
    words = "amend change recommendation moved seconded"
    weight = 94
    constructs = ("MT-02", "MT-04", "MT-06")


class Motion(Command):
    id = "question.motion"
    keys = ("n",)
    label = "Motion"
    help = "A new motion (Tab: of another kind): mover, seconder (. duly, comma none), then its text."
    words = "move propose procedural order of business defer"
    weight = 80
    constructs = ("MT-12", "MT-16")


class Dispose(Command):
    id = "question.dispose"
    keys = ("w",)
    label = "Withdrawn"
    help = "The newest open question was withdrawn, fell, was accepted without a vote or was not put."
    words = "fell accepted not put next business"
    weight = 54
    constructs = ("MT-05", "MT-09", "MT-10")
