"""Ctrl+P: any command of the screen, found by its name or by what it is for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import Command, CommandInput, CommandList, CommandPalette, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.style import Style
from textual.widgets.option_list import Option

from screens.kit.command import AnyCommand
from screens.kit.screen import CommandScreen

LOOKS = """
CommandPalette { background: transparent; }
CommandPalette > Vertical { margin: 1 2; background: $panel; }
CommandPalette #--input { border: none; padding: 0 1; height: 1; background: $panel; }
CommandPalette SearchIcon { display: none; }
CommandPalette CommandInput, CommandPalette CommandInput:focus { border: none; height: 1; background: $panel; }
CommandPalette CommandInput > .input--placeholder { color: $text-muted; }
CommandPalette CommandList { border: none; background: $panel; min-width: 12; }
CommandPalette CommandList > .option-list--option { text-style: none; padding: 0 1; }
CommandPalette CommandList > .option-list--option-highlighted {
    color: $block-cursor-foreground;
    background: $block-cursor-background;
    text-style: bold;
}
CommandPalette > .command-palette--help-text { color: $text-muted; text-style: none; }
"""
"""Textual's palette on one line, without borders that eat rows."""


NOTHING_FOUND = "Nothing is called so, or has to do with it."


class Finding(Provider):
    """Offers what it finds at once, so that no key comes before the list that it is meant for."""

    @abstractmethod
    def hits(self, query: str) -> Iterator[Hit]:
        """What answers a query; of an empty one, all that there is to discover."""

    async def search(self, query: str) -> Hits:
        for hit in self.hits(query):
            yield hit


class Palette(CommandPalette):
    """Textual's own, but for three things. Its list is always the one of the words that stand there: Textual's follows
    by up to a quarter of a second, and meanwhile Enter runs the first of the list before, and Down is forgotten. Enter
    runs what is chosen at once: Textual's goes there by several messages, and a key typed meanwhile is swallowed. And
    Page Up and Page Down before anything is drawn do nothing; there they would stop the program."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False, priority=True)]

    _sought = ""
    """The words that the list is of."""

    def action_choose(self) -> None:
        """Leaves, and runs the command under the cursor."""
        answers, words = self.query_one(CommandList), self.query_one(CommandInput).value
        if words != self._sought:
            # The last letter's own message is still on its way.
            self._gather_commands(words)
        if answers.highlighted is None or not answers.option_count:
            return
        chosen = answers.get_option_at_index(answers.highlighted)
        if isinstance(chosen, Command):
            self.app.post_message(CommandPalette.Closed(option_selected=True))
            self.dismiss()
            self.app.call_later(chosen.hit.command)

    # Private, as below: what answers is looked for at every letter by this name.
    def _gather_commands(self, search_value: str) -> None:  # type: ignore[override]
        answers = self.query_one(CommandList)
        if search_value == self._sought and answers.option_count:
            # Looked for already, when Enter or an arrow came first.
            return
        self._sought = search_value
        finders = [provider for provider in self._providers if isinstance(provider, Finding)]
        hits = [hit for finder in finders for hit in finder.hits(search_value)]
        found = [Command(hit.prompt, hit, id=str(number)) for number, hit in enumerate(hits)]
        self._refresh_command_list(answers, found, clear_current=True)
        if not found:
            answers.add_option(Option(Content(NOTHING_FOUND), disabled=True, id=self._NO_MATCHES))
            self._list_visible = True
        self.add_class("-ready")

    # Private, since the palette's own keys run it by this name; it buys that no key ends the program.
    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


def score(query: str, command: AnyCommand) -> float:
    """How well a command answers a query, 0 for not at all: by its label first, then its search words, then its help.

    Every word of the query must be found; letters in order are enough in the label ("unan").
    """
    label, words, sentence = command.label.casefold(), command.words.casefold(), command.help.casefold()
    total = 0.0
    wanted = query.casefold().split()
    for word in wanted:
        if any(part.startswith(word) for part in label.split()):
            total += 1.0
        elif word in label:
            total += 0.9
        elif any(part.startswith(word) for part in words.split()):
            total += 0.8
        elif any(part.strip(".,;:()").startswith(word) for part in sentence.split()):
            total += 0.5
        elif FuzzySearch().match(word, label)[0] > 0:
            total += 0.3
        else:
            return 0.0
    return total / len(wanted) if wanted else 0.0


def highlighted(query: str, label: str, style: Style) -> Content:
    """`label`, the words of the query marked in it. (Textual's own would read markup in the label.)"""
    content = Content(label)
    for word in query.casefold().split():
        found = label.casefold().find(word)
        if found >= 0:
            content = content.stylize(style, found, found + len(word))
    return content


class CommandProvider(Finding):
    """Offers the commands of the screen that can be used now."""

    def hits(self, query: str) -> Iterator[Hit]:
        for command in self._offered():
            if (found := score(query, command) if query else 1.0) > 0:
                yield Hit(found, self._prompt(command, query), partial(self._run, command), text=command.label)

    def _offered(self) -> list[AnyCommand]:
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        return [command for command in screen.commands_now() if command.action != "app.command_palette"]

    def _prompt(self, command: AnyCommand, query: str = "") -> Content:
        assert isinstance(self.screen, CommandScreen)
        keys = self.screen.commands.shown(command)
        # No colours here: the row under the cursor has a background of its own.
        label = highlighted(query, command.label, Style(underline=True)).stylize_before("bold")
        return Content.assemble(label, f"   {keys}" if keys else "", "\n  ", (command.help, "not bold"))

    async def _run(self, command: AnyCommand) -> None:
        assert isinstance(self.screen, CommandScreen)
        await self.screen.run_command(command)
