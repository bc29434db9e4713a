"""The actions of earlier meetings that are still to be done: one is ticked off, or it is said how else it stands."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from clerk.library.arising import Arising, arising
from clerk.shorthand.line import Line
from screens.desk.key import Desk
from screens.desk.listening import PickScreen
from screens.desk.writing import Writing
from screens.kit.lines import Lines
from screens.kit.rows import Row

_OTHERWISE = "otherwise "
"""Before the key of a row of which it is to be said how else it stands."""


class ArisingScreen(PickScreen):
    """Closes with the reference of what is done, or with that of which more is to be said."""

    KEYS = "Enter done   Tab dropped, or another day   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "otherwise", "Dropped, or another day")]

    def action_otherwise(self) -> None:
        """It is not done: what then is typed."""
        if key := self.query_one(Lines).cursor:
            self.dismiss(f"{_OTHERWISE}{key}")


def show_arising(desk: Desk) -> None:
    """Lists what is still to be done of earlier meetings, records what is chosen as done, or opens the line for it."""
    history = desk.looking.history
    known = {one.reference: one for one in arising(desk.sitting.meeting, history) if one.stands} if history else {}
    rows = [Row(Content(one.said), key=key, right=_late(one)) for key, one in known.items()]

    def chosen(key: str | None) -> None:
        if key is None:
            return
        if key.startswith(_OTHERWISE):
            wants = "dropped, or open due=2019-07-03; then -- and why"
            desk.write(Writing("line", wants=wants), f":progress {key.removeprefix(_OTHERWISE)} ")
            return
        desk.take(Line("progress", (key, "done")))

    empty = (
        "Nothing that was agreed at earlier meetings of this body, as far as they are kept here, is still to be done."
    )
    desk.app.push_screen(ArisingScreen("Matters arising", rows, empty), chosen)


def _late(one: Arising) -> Content | None:
    return Content.styled("OVERDUE", "bold $text-error") if one.state == "overdue" else None
