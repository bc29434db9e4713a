"""`?`: everything that can be done, with its keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from screens.kit.commands import Commands
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.kit.themes import Tone, toned


def help_rows(commands: Commands, context: str | None = None) -> list[Row]:
    """The table as rows, each with what the command is called in the user's keymap, under the headings of its contexts,
    that of `context` first; after them what was wrong with that keymap."""
    groups = commands.by_context()
    first = commands.contexts.get(context or "")
    rows = []
    for heading, listed in sorted(groups, key=lambda group: group[0] != first):
        rows += [Row(Content("")), Row(Content(heading), style="bold underline")]
        for command in listed:
            text = Content.assemble((command.label, "bold"), "   ", (command.help, "$text-muted"))
            keys = Content.styled(commands.shown(command) or "Ctrl+P", "bold $text-accent")
            rows.append(Row(text, left=keys, right=Content.styled(command.id, "$text-muted")))
    if commands.problems:
        rows += [Row(Content("")), Row(Content("Your keymap"), style="bold underline")]
        rows += [Row(toned(Tone.WARN, problem)) for problem in commands.problems]
    return rows[1:]


class HelpScreen(ModalScreen[None]):
    """All commands of a table; arrows scroll, Esc or `?` closes."""

    DEFAULT_CSS = """
    HelpScreen { background: $background; }
    HelpScreen Said { background: $panel; margin: 0 0 1 0; }
    HelpScreen Lines { padding: 0 0 0 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "close", "Close", show=False),
        Binding("space", "page", "Page down", show=False),
    ]

    def __init__(self, commands: Commands, context: str | None = None) -> None:
        super().__init__()
        self._rows = help_rows(commands, context)

    def compose(self) -> ComposeResult:
        yield Said(Content.styled("  What can be done", "bold"), Content("↑ ↓ PgDn to read   Esc closes "))
        widest = max((row.left.cell_length for row in self._rows if row.left is not None), default=0)
        yield Lines(self._rows, left=min(widest, 14) + 3)

    def action_page(self) -> None:
        self.query_one(Lines).action_page(1)

    def action_close(self) -> None:
        self.dismiss()
