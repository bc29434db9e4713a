"""What the rule of a finding is, shown over the list of findings."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from screens.explaining import explained
from screens.kit.commands import Commands
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row

WIDTH = 76
"""What is left of the narrowest terminal beside the padding and the scrollbar."""


class ExplanationScreen(ModalScreen[None]):
    """The page of a rule, as `clerk explain` prints it; arrows scroll, Esc or `?` goes back."""

    CSS = """
    ExplanationScreen { background: $background; }
    ExplanationScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    ExplanationScreen Lines { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "leave", "Back")]

    def __init__(self, rule: str, keys: Commands) -> None:
        super().__init__()
        self._title, _, *self._page = explained(rule, keys, WIDTH)

    def compose(self) -> ComposeResult:
        yield Said(Content.styled(self._title, "bold"), Content("↑ ↓ to read   Esc goes back"))
        yield Lines([Row(Content(line)) for line in self._page])

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Lines))

    def action_leave(self) -> None:
        """Back to the findings."""
        self.dismiss(None)
