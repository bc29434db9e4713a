"""What can be done at the chair's view: very little, and nothing to the record."""

from screens.kit.command import EVERYWHERE, Command
from screens.kit.commands import Commands
from screens.kit.common import COMMON, Colours, Leave


class ScrollDown(Command):
    id = "question.down"
    keys = ("Down", "j")
    label = "scroll"
    help = "Scroll the question down, where it is longer than the screen."
    words = "read scroll"
    weight = 40
    shown = "↓ ↑"
    action = "scroll_question(1)"


class ScrollUp(Command):
    id = "question.up"
    keys = ("Up", "k")
    label = "back"
    help = "Scroll the question up."
    words = "read scroll"
    weight = 0
    action = "scroll_question(-1)"


class PageDown(Command):
    id = "question.page-down"
    keys = ("PageDown", "Space")
    label = "a page on"
    help = "Scroll the question down by what fits on the screen."
    words = "read scroll"
    weight = 0
    action = "page_question(1)"


class PageUp(Command):
    id = "question.page-up"
    keys = ("PageUp",)
    label = "a page back"
    help = "Scroll the question up by what fits on the screen."
    words = "read scroll"
    weight = 0
    action = "page_question(-1)"


class LeaveChair(Command):
    id = Leave.id
    keys = ("q", "Ctrl+Q")
    label = "leave"
    help = "Leave this view; the meeting goes on at the desk."
    words = Leave.words
    contexts = (EVERYWHERE,)
    weight = 90
    action = Leave.action


class ChairColours(Command):
    id = Colours.id
    keys = ("t",)
    label = "colours"
    help = Colours.help
    words = Colours.words
    contexts = (EVERYWHERE,)
    weight = 50
    action = Colours.action


OWN = (LeaveChair, ChairColours, ScrollDown, ScrollUp, PageDown, PageUp)


def chair_commands() -> Commands:
    """The command table of the chair's view."""
    own = {command.id for command in OWN}
    shared = [command for command in COMMON if command.id not in own]
    return Commands([*OWN, *shared], contexts={"home": "The chair's view", EVERYWHERE: "Everywhere"})
