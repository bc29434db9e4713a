"""Bare Textual apps, beside which the desk is timed: `python -m tests.bench.bare text|table`."""

import sys

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import DataTable, Static

SEATS = 63
TITLE = "A bare Textual app"


class BareText(App[None]):
    """As little as shows a text."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static(TITLE)


class BareTable(App[None]):
    """A row for each member in a stock table: Down walks it, `i` writes in one cell that someone came in or left."""

    BINDINGS = [Binding("i", "arrival")]  # noqa: RUF012 - as Textual declares it
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in ("letter", "name", "state"):
            table.add_column(name, key=name, width=24)
        for number in range(SEATS):
            table.add_row(f"{number}", f"{TITLE} {number}", "absent ", key=f"m{number}")
        table.focus()

    def action_arrival(self) -> None:
        table = self.query_one(DataTable)
        was = table.get_cell("m5", "state")
        table.update_cell("m5", "state", "present" if was == "absent " else "absent ")


if __name__ == "__main__":
    ({"text": BareText, "table": BareTable}[sys.argv[1]])().run(mouse=False)
