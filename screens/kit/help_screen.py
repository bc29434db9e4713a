"""`?`: everything that can be done, with its keys; what is typed there searches it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from screens.kit.command import AnyCommand
from screens.kit.commands import Commands
from screens.kit.keys import typed_by
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.kit.themes import Tone, toned


def help_rows(commands: Commands, context: str | None = None, wanted: str = "") -> list[Row]:
    """The table as rows, each with what the command is called in the user's keymap, under the headings of its contexts,
    that of `context` first; after them what was wrong with that keymap. With `wanted` only what has all its words."""
    groups = commands.by_context()
    first = commands.contexts.get(context or "")
    rows = []
    for heading, listed in sorted(groups, key=lambda group: group[0] != first):
        found = [command for command in listed if _has(commands, command, wanted)]
        if found:
            rows += [Row(Content("")), Row(Content(heading), style="bold underline")]
        for command in found:
            text = Content.assemble((command.label, "bold"), "   ", (command.help, "$text-muted"))
            keys = Content.styled(commands.shown(command) or "Ctrl+P", "bold $text-accent")
            rows.append(Row(text, left=keys, right=Content.styled(command.id, "$text-muted")))
    if commands.problems and not wanted:
        rows += [Row(Content("")), Row(Content("Your keymap"), style="bold underline")]
        rows += [Row(toned(Tone.WARN, problem)) for problem in commands.problems]
    return rows[1:]


def _has(commands: Commands, command: AnyCommand, wanted: str) -> bool:
    said = f"{commands.shown(command)} {command.label} {command.help} {command.words}".casefold()
    return all(word in said for word in wanted.casefold().split())


class HelpScreen(ModalScreen[None]):
    """All commands of a table; arrows scroll, letters search, Esc or `?` closes."""

    DEFAULT_CSS = """
    HelpScreen { background: $background; }
    HelpScreen Said { background: $panel; margin: 0 0 1 0; }
    HelpScreen Lines { padding: 0 0 0 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1", "close", "Close", show=False),
        Binding("backspace", "shorten", "Search for less", show=False),
    ]

    def __init__(self, commands: Commands, context: str | None = None) -> None:
        super().__init__()
        self._commands = commands
        self._first = context
        self._wanted = ""

    def compose(self) -> ComposeResult:
        rows = help_rows(self._commands, self._first)
        yield Said(self._heading, Content("↑ ↓ PgDn to read   Esc closes "))
        widest = max((row.left.cell_length for row in rows if row.left is not None), default=0)
        yield Lines(rows, left=min(widest, 14) + 3, empty=Content("Nothing is called that. Backspace, or Esc."))

    @property
    def _heading(self) -> Content:
        asked = Content.styled("  What can be done", "bold")
        return Content.assemble(asked, f": {self._wanted}▏" if self._wanted else "   letters search")

    def on_key(self, event: events.Key) -> None:
        """A letter is looked for; a space before any turns the page."""
        character = typed_by(event)
        if character is None or character == "?":
            return
        event.stop()
        if character == " " and not self._wanted:
            self.query_one(Lines).action_page(1)
        else:
            self._look_for(self._wanted + character)

    def _look_for(self, wanted: str) -> None:
        self._wanted = wanted
        self.query_one(Said).say(self._heading)
        lines = self.query_one(Lines)
        lines.show(help_rows(self._commands, self._first, wanted))
        lines.action_edge(-1)

    def action_shorten(self) -> None:
        self._look_for(self._wanted[:-1])

    def action_close(self) -> None:
        self.dismiss()
