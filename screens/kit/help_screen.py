"""`?`: everything that can be done, with its keys; what is typed there searches it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

Followed = Callable[[AnyCommand], Mapping[str, str]]
"""The keys that may come after a command's own, each with what it does."""


def help_rows(
    commands: Commands, context: str | None = None, wanted: str = "", followed: Followed | None = None
) -> list[Row]:
    """The table as rows, each with what the command is called in the user's keymap, under the headings of its contexts,
    that of `context` first; after them what was wrong with that keymap. With `wanted` only what has all its words, and
    below a command those of the keys `followed` by it that do."""
    groups = commands.by_context()
    first = commands.contexts.get(context or "")
    rows = []
    for heading, listed in sorted(groups, key=lambda group: group[0] != first):
        found = [row for command in listed for row in _of_command(commands, command, wanted, followed)]
        if found:
            rows += [Row(Content("")), Row(Content(heading), style="bold underline"), *found]
    if commands.problems and not wanted:
        rows += [Row(Content("")), Row(Content("Your keymap"), style="bold underline")]
        rows += [Row(toned(Tone.WARN, problem)) for problem in commands.problems]
    return rows[1:]


def _of_command(commands: Commands, command: AnyCommand, wanted: str, followed: Followed | None) -> list[Row]:
    keys = commands.shown(command) or "Ctrl+P"
    after = followed(command) if wanted and followed is not None else {}
    found = {
        key: label
        for key, label in after.items()
        if _has(f"{command.label} {key} {label} {command.words_after(key)}", wanted)
    }
    rows = [
        Row(Content.styled(label), left=Content.styled(_typed(keys, key), "$text-accent"))
        for key, label in found.items()
    ]
    if rows or _has(f"{keys} {command.label} {command.help} {command.words}", wanted):
        text = Content.assemble((command.label, "bold"), "   ", (command.help, "$text-muted"))
        left = Content.styled(keys, "bold $text-accent")
        rows.insert(0, Row(text, left=left, right=Content.styled(command.id, "$text-muted")))
    return rows


def _has(said: str, wanted: str) -> bool:
    return all(word in said.casefold() for word in wanted.casefold().split())


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

    def __init__(self, commands: Commands, context: str, followed: Followed) -> None:
        super().__init__()
        self._commands = commands
        self._first = context
        self._asked = followed
        self._after: dict[AnyCommand, Mapping[str, str]] = {}
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
        lines.show(help_rows(self._commands, self._first, wanted, self._followed))
        lines.action_edge(-1)

    def _followed(self, command: AnyCommand) -> Mapping[str, str]:
        if command not in self._after:
            self._after[command] = self._asked(command)
        return self._after[command]

    def action_shorten(self) -> None:
        self._look_for(self._wanted[:-1])

    def action_close(self) -> None:
        self.dismiss()


def _typed(keys: str, then: str) -> str:
    """How a key is typed after another: one of a word goes on from it."""
    return f"{keys} {then}" if len(then) == 1 else f"{keys}{then}"
