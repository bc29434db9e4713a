"""One class a command. From it come its key, its place on the key bar, the palette, the help and the README."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from screens.kit.keys import key_name

EVERYWHERE = "*"
"""The context of a command that is there whatever is going on, text entry included."""

_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+")

Keymap = Mapping[str, Sequence[str]]
"""Keys chosen by the user, by command id."""


class Command:
    """What a person can do by one key. Write a subclass for each and give them to `Commands`."""

    id: ClassVar[str] = ""
    """Says group and deed, "vote.unanimous"; the user's keymap, tests and the README call it by this."""
    keys: ClassVar[tuple[str, ...]] = ()
    """As a person writes them: ("u",), ("Ctrl+S", "F2"). Without any, only the palette reaches it."""
    label: ClassVar[str] = ""
    """A word or two for the key bar and the palette."""
    help: ClassVar[str] = ""
    """One sentence, in the words of people who minute meetings."""
    words: ClassVar[str] = ""
    """What else someone might search for: "division recorded vote"."""
    contexts: ClassVar[tuple[str, ...]] = ("home",)
    """Where it is available: "home", "text", "closing", or `EVERYWHERE`."""
    weight: ClassVar[int] = 50
    """The heaviest come first on the key bar and stay longest; 0 never stands there."""
    constructs: ClassVar[tuple[str, ...]] = ()
    """The kinds of thing in the minutes that it records: ("VO-01",)."""
    action: ClassVar[str] = ""
    """Textual action, by default made from the id: "vote_unanimous". "count('{key}')" is given the key pressed."""
    shown: ClassVar[str] = ""
    """How the default keys are shown, where a list would be long: "0-9"."""

    def __init_subclass__(cls, *, abstract: bool = False) -> None:
        """`abstract`: no command itself, but a base of some."""
        if abstract:
            return
        if not _ID.fullmatch(cls.id) or not cls.label or not cls.help or not cls.contexts:
            raise ValueError(f"{cls.__name__} needs an id such as 'vote.unanimous', a label, help and contexts")
        cls.keys = tuple(key_name(key) for key in cls.keys)
        if "action" not in cls.__dict__:
            cls.action = cls.id.replace(".", "_").replace("-", "_")

    @classmethod
    def followed_by(cls, screen: Any) -> Mapping[str, str]:
        """The keys that may come after its own as things stand on a screen, each with what it does; none of most."""
        return {}

    @classmethod
    def words_after(cls, key: str) -> str:
        """What else someone might search for where such a key is meant."""
        return ""

    @classmethod
    def in_context(cls, context: str) -> bool:
        """Whether it is available in a context."""
        return EVERYWHERE in cls.contexts or context in cls.contexts


AnyCommand = type[Command]


def first_clash(commands: Iterable[AnyCommand], keys: Keymap) -> tuple[str, AnyCommand, AnyCommand] | None:
    """A key that two commands want in one context, with both; the earlier in the table first."""
    taken: dict[str, list[AnyCommand]] = {}
    for command in commands:
        for key in keys[command.id]:
            for other in taken.setdefault(key, []):
                if any(map(command.in_context, other.contexts)) or any(map(other.in_context, command.contexts)):
                    return key, other, command
            taken[key].append(command)
    return None
