"""What can be done with what was found."""

from screens.kit.command import EVERYWHERE, Command
from screens.kit.commands import Commands
from screens.kit.common import COMMON, Leave


class PutRight(Command):
    id = "found.put-right"
    keys = ("Enter", "e")
    label = "put right"
    help = "Type over what was found; a doubt leads to what it is about."
    words = "edit change correct"
    weight = 90
    shown = "Enter"


class IsRight(Command):
    id = "found.is-right"
    keys = ("y",)
    label = "is right"
    help = "The doubt is settled: what was found is right."
    words = "accept confirm yes"
    weight = 80


class LeaveOut(Command):
    id = "found.leave-out"
    keys = ("x", "Delete")
    label = "leave out"
    help = "Leave out this fact, member, officer, item or report."
    words = "delete remove"
    weight = 60
    shown = "x"


class AddMember(Command):
    id = "add.member"
    keys = ("m",)
    label = "add member"
    help = (
        "Add a member: name, chair or vice-chair, party, ward, with commas between them; a list pasted adds each line."
    )
    words = "councillor seat new"
    weight = 40


class AddItem(Command):
    id = "add.item"
    keys = ("i",)
    label = "add item"
    help = "Add an item: its number, a full stop, its title; a list pasted adds each line."
    words = "agenda new business"
    weight = 40


class AddOfficer(Command):
    id = "add.officer"
    keys = ("o",)
    label = "add officer"
    help = "Add an officer: name, post."
    words = "person new"
    weight = 30


class AddSubstitute(Command):
    id = "add.substitute"
    keys = ("s",)
    label = "add substitute"
    help = "Add a substitute: name, party, ward, with commas between them."
    words = "person new"
    weight = 30


class Recommend(Command):
    id = "add.recommendations"
    keys = ("r",)
    label = "recommendations"
    help = "Type the recommendations of the item under the cursor, a clause a line."
    words = "report question text clauses"
    weight = 45


class NextDoubt(Command):
    id = "move.next-doubt"
    keys = ("n",)
    label = "next doubt"
    help = "Go to the next thing that is doubtful."
    words = "find look"
    weight = 50


class MoveUp(Command):
    id = "found.up"
    keys = ("Ctrl+Up",)
    label = "move up"
    help = "Move this item, or this person, before the one above."
    words = "order place earlier"
    weight = 35


class MoveDown(Command):
    id = "found.down"
    keys = ("Ctrl+Down",)
    label = "move down"
    help = "Move this item, or this person, behind the one below."
    words = "order place later"
    weight = 35


class TakeBack(Command):
    id = "found.undo"
    keys = ("z",)
    label = "take back"
    help = "Take the last change back."
    words = "undo"
    weight = 30


class Make(Command):
    id = "found.use"
    keys = ("Ctrl+S",)
    label = "use it"
    help = "All of this is as it should be: make the meeting of it."
    words = "save finish accept done create"
    contexts = ("home",)
    weight = 100


class Done(Command):
    id = "typing.done"
    keys = ("Ctrl+S",)
    label = "done"
    help = "What is typed is finished. On one line, Enter does the same."
    contexts = ("text",)
    weight = 90
    action = "typing_done"


class Stop(Command):
    id = "typing.stop"
    keys = ("Escape",)
    label = "as it was"
    help = "Leave it as it was."
    contexts = ("text",)
    weight = 80
    action = "typing_stop"


class LeaveReview(Command):
    id = Leave.id
    keys = ("q", "Ctrl+Q")
    label = "leave"
    help = "Leave without using any of it; what was put right is kept for when the same papers are opened again."
    words = Leave.words
    contexts = (EVERYWHERE,)
    weight = 20
    action = "leave_review"


OWN = (
    PutRight, IsRight, LeaveOut, AddMember, AddSubstitute, AddItem, AddOfficer, Recommend, NextDoubt, MoveUp,
    MoveDown, TakeBack, Make,
    Done, Stop, LeaveReview,
)  # fmt: skip


def review_commands() -> Commands:
    """The command table of the review screen."""
    own = {command.id for command in OWN}
    shared = [command for command in COMMON if command.id not in own]
    contexts = {"home": "What was found", "text": "While typing", EVERYWHERE: "Everywhere"}
    return Commands([*OWN, *shared], contexts=contexts)
