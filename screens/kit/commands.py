"""The command table of a screen: the commands, and the keys in force for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.binding import Binding

from screens.kit.command import EVERYWHERE, AnyCommand, Keymap, first_clash
from screens.kit.keys import character, key_name, shown_keys


class Commands:
    """The command table of a screen or of the program, and the keys in force.

    `contexts` gives each context its heading in the help, in order. `typing` names those in which a field has the
    focus, so that a printable key would be typed. Raises ValueError when two commands share an id or a key.
    """

    def __init__(
        self,
        commands: Iterable[AnyCommand],
        *,
        contexts: Mapping[str, str] | None = None,
        typing: Iterable[str] = ("text",),
    ) -> None:
        self._commands = tuple(commands)
        self._by_id = {command.id: command for command in self._commands}
        if len(self._by_id) != len(self._commands):
            raise ValueError(f"two commands have the id {_repeated([c.id for c in self._commands])!r}")
        self.typing = frozenset(typing)
        self.contexts = dict(contexts or {})
        for command in self._commands:
            for context in command.contexts:
                self.contexts.setdefault(context, "Everywhere" if context == EVERYWHERE else context.capitalize())
        self._keys = {command.id: command.keys for command in self._commands}
        if clash := first_clash(self._commands, self._keys):
            key, one, other = clash
            raise ValueError(f"{one.id} and {other.id} both want the key {key!r}")
        self.problems: list[str] = []
        """What was wrong with the user's keymap, one plain sentence each."""

    def __iter__(self) -> Iterator[AnyCommand]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)

    def __getitem__(self, id: str) -> AnyCommand:  # noqa: A002 - it is one
        return self._by_id[id]

    def __contains__(self, id: object) -> bool:  # noqa: A002 - it is one
        return id in self._by_id

    @property
    def ids(self) -> list[str]:
        """The ids of the commands, in the order of the table."""
        return list(self._by_id)

    def use(self, keymap: Mapping[str, str | Sequence[str]]) -> list[str]:
        """Put the user's keys in force where they can work; returns what could not, in sentences for the user."""
        from screens.kit.keymap import checked

        self._keys, self.problems = checked(self._by_id, self.typing, keymap)
        return self.problems

    def keys(self, command: AnyCommand, context: str | None = None) -> tuple[str, ...]:
        """The keys in force for a command, as Textual calls them; with `context`, those that work in it."""
        keys = self._keys.get(command.id, command.keys)
        if context in self.typing:
            return tuple(key for key in keys if character(key) is None)
        return keys

    def shown(self, command: AnyCommand, context: str | None = None) -> str:
        """The keys in force, as the screen shows them; with `context`, only the first that works in it."""
        keys = self.keys(command, context)
        if command.shown and keys == command.keys:
            return command.shown
        return shown_keys(keys if context is None else keys[:1])

    def in_context(self, context: str) -> list[AnyCommand]:
        """The commands of a context, the heaviest first."""
        return by_weight(command for command in self._commands if command.in_context(context))

    def for_action(self, action: str, context: str | None = None) -> AnyCommand | None:
        """The command that runs this action, of several the one that `context` has."""
        found = [command for command in self._commands if command.action.partition("(")[0] == action]
        if context is not None:
            found = [command for command in found if command.in_context(context)] or found
        return found[0] if found else None

    def of_key(self, key: str, context: str) -> AnyCommand | None:
        """The command that a key, as Textual calls it, has in a context."""
        return next((one for one in self._commands if one.in_context(context) and key in self.keys(one)), None)

    def by_context(self) -> list[tuple[str, list[AnyCommand]]]:
        """(heading, commands) in the order of `contexts`, each command under the first of its contexts only."""
        groups: dict[str, list[AnyCommand]] = {context: [] for context in self.contexts}
        for command in self._commands:
            first = next(context for context in self.contexts if context in command.contexts)
            groups[first].append(command)
        return [(self.contexts[context], commands) for context, commands in groups.items() if commands]

    def bindings(self) -> list[Binding]:
        """Bindings for the keys in force."""
        return bindings(self._commands, self._keys)


def by_weight(commands: Iterable[AnyCommand]) -> list[AnyCommand]:
    """The heaviest first; equals stay in the order of the table."""
    return sorted(commands, key=lambda command: -command.weight)


def bindings(commands: Iterable[AnyCommand], keymap: Keymap | None = None) -> list[Binding]:
    """A Textual binding for each key of each command, with the keymap's keys in place of its own.

    Put them on a screen before it is shown. Textual's own `set_keymap` will not do: where one key serves two contexts
    it takes the key from both when either is changed, and says nothing.
    """
    keymap = keymap or {}
    return [
        Binding(
            key,
            command.action.replace("{key}", key),
            command.label,
            show=command.weight > 0,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
        for key in map(key_name, keymap.get(command.id, command.keys))
    ]


def readme_table(commands: Iterable[AnyCommand]) -> str:
    """The commands as a Markdown table, in the order given."""
    known = commands if isinstance(commands, Commands) else None
    rows = ["| key | command | what it does |", "|---|---|---|"]
    for command in commands:
        shown = known.shown(command) if known else command.shown or shown_keys(command.keys)
        keys = " ".join(f"`{key}`" for key in shown.split()) or "Ctrl+P"
        rows.append(f"| {_cell(keys)} | {_cell(command.label)} | {_cell(command.help)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _repeated(names: Sequence[str]) -> str:
    return next(name for name in names if names.count(name) > 1)
