"""The keys of actions."""

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


class MattersArising(Key):
    id = "text.arising"
    keys = ("#",)
    label = "Matters arising"
    help = (
        "The actions of earlier meetings that are still to be done: Enter ticks one off; Tab says how else it stands."
    )
    words = "action log update progress done follow up previous minutes"
    weight = 13
    constructs = ("AC-05",)

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.arising import show_arising

        show_arising(desk)
