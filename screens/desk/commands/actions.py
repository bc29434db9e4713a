"""The key of actions."""

from screens.desk.below import below
from screens.desk.key import Desk, Key
from screens.desk.writing import Writing


class Action(Key):
    id = "text.action"
    keys = ("a",)
    label = "Action"
    help = "An action in one line: what, @name of the owner, by date last."
    words = "task follow up undertaking"
    weight = 90
    constructs = ("AC-01", "AC-03")

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.write(below(desk, Writing("action", wants="What, @name of the owner, by date")))
