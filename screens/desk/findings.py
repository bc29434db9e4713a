"""What does not add up, and the flags to come back to, as a list; Enter goes to the place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from clerk.checks import findings
from clerk.meeting import Meeting
from screens.kit.line import Said
from screens.kit.lines import Lines, Row


class FindingsScreen(ModalScreen["tuple[str | None, str] | None"]):
    """Closes with the (item, event) to go to, or None."""

    CSS = """
    FindingsScreen { align: center middle; background: transparent; }
    FindingsScreen > Vertical { width: 90%; height: 80%; background: $panel; padding: 0 1; }
    FindingsScreen Said { color: $text; }
    """
    BINDINGS = [Binding("escape,f,q", "leave", "Leave")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._places: dict[str, tuple[str | None, str]] = {}

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Said(Content.styled("Findings and flags   Enter goes there   Esc leaves", "bold"))
            yield Lines(self._rows(), cursor=True, chooses=True, empty=Content("Nothing to look at. All adds up."))

    def _rows(self) -> list[Row]:
        shown: list[Row] = []
        for finding in findings(self._meeting):
            key = f"f{len(shown)}"
            self._places[key] = (finding.item, finding.event)
            figures = f" ({finding.sum})" if finding.sum else ""
            text = Content(f"{finding.text}{figures} {finding.remedy}")
            shown.append(Row(text, key=key, left=Content(f"{finding.severity} {finding.rule:<4} ")))
        for flag in self._meeting.flags:
            key = f"f{len(shown)}"
            self._places[key] = (flag.item, flag.event)
            item = self._meeting.items.get(flag.item or "")
            where = f"item {item.number}" if item else ""
            shown.append(
                Row(Content(flag.text or "come back"), key=key, left=Content("FLAG !    "), right=Content(where))
            )
        return shown

    @on(Lines.Chosen)
    def _go(self, message: Lines.Chosen) -> None:
        self.dismiss(self._places.get(message.key))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
