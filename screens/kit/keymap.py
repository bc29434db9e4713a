"""Checking the keys that a user has chosen, since Textual takes any and says nothing of what it loses."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from screens.kit.command import EVERYWHERE, AnyCommand, first_clash
from screens.kit.keys import EDITING, SAME_IN_A_TERMINAL, UNSAFE, character, is_key, key_name, shown_key, shown_keys


def checked(
    commands: Mapping[str, AnyCommand], typing: frozenset[str], keymap: Mapping[str, str | Sequence[str]]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys to put in force, and a plain sentence for each choice that cannot work, whose command keeps its own.

    `commands` are by id; `typing` names the contexts in which a printable key would be typed. `keymap` maps command ids
    to a key, keys with commas between, or a list of keys.
    """
    keys = {command.id: command.keys for command in commands.values()}
    chosen: dict[str, tuple[str, ...]] = {}
    problems = []
    for id_, value in keymap.items():
        if id_ not in commands:
            problems.append(_unknown(id_, commands))
            continue
        command = commands[id_]
        names = tuple(key_name(key) for key in _parts(value))
        if not names:
            problems.append(f"No key is given for “{command.label}”: it keeps {_own(command)}.")
        elif problem := next(filter(None, (_unfit(key, command, typing) for key in names)), None):
            problems.append(problem)
        else:
            chosen[id_] = names
    keys.update(chosen)
    while clash := first_clash(commands.values(), keys):
        key, one, other = clash
        loser, winner = (other, one) if other.id in chosen else (one, other)
        del chosen[loser.id]
        keys[loser.id] = loser.keys
        both = f"“{winner.label}” and “{loser.label}”"
        problems.append(f"{shown_key(key)} cannot do both {both}: “{loser.label}” keeps {_own(loser)}.")
    return keys, problems


def _parts(value: str | Sequence[str]) -> list[str]:
    if not isinstance(value, str):
        return [part for part in value if part.strip()]
    if value.strip() == ",":
        return [","]
    return [part for part in value.split(",") if part.strip()]


def _unknown(id_: str, commands: Iterable[str]) -> str:
    near = get_close_matches(id_, list(commands), n=1, cutoff=0.5)
    return f"There is no command “{id_}”" + (f"; the nearest is “{near[0]}”." if near else ".")


def _unfit(key: str, command: AnyCommand, typing: frozenset[str]) -> str | None:
    """Why this key cannot run this command, or None."""
    kept = f"“{command.label}” keeps {_own(command)}"
    if key in SAME_IN_A_TERMINAL:
        return f"A terminal cannot tell {shown_key(key)} from {shown_key(SAME_IN_A_TERMINAL[key])}: {kept}."
    if key in UNSAFE:
        return f"Some terminals send {shown_key(key)} without its being pressed: {kept}."
    if not is_key(key):
        return f"No key is called “{key}”: {kept}."
    while_typing = EVERYWHERE in command.contexts or not typing.isdisjoint(command.contexts)
    if while_typing and character(key) is not None:
        return f"{shown_key(key)} would be typed into the text: {kept}."
    if while_typing and key in EDITING and key not in command.keys:
        return f"{shown_key(key)} belongs to text editing: {kept}."
    return None


def _own(command: AnyCommand) -> str:
    return command.shown or shown_keys(command.keys) or "no key of its own"
