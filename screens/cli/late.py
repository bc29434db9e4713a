"""Commands that are imported when they are asked for: most runs need one of them."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class Late(MutableMapping[str, click.Command]):
    """The commands of a group by name, in the order given; `where` says of each which module has it under what name:
    "meetings:open_meeting". One that is looked up is imported, and no other."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self._where = dict(where)
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, _, attribute = self._where[name].partition(":")
            self._loaded[name] = getattr(import_module(f"screens.cli.{module}"), attribute)
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._where or name in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._where, *self._loaded)))

    def __len__(self) -> int:
        return len({*self._where, *self._loaded})

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        self._where.pop(name, None)
        self._loaded.pop(name, None)
