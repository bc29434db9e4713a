"""What an id means: the data beside the rules and the house style, one table an id, read when somebody asks."""

from collections.abc import Mapping
from importlib import resources
from typing import TypeVar

import msgspec
from msgspec import Struct


class Explanation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said of an id, in our own words. Where it comes from stands in `law` (an enactment or a judgment),
    `constitution` (Barnet's), `practice` (what was seen done) and `reading` (what the program makes of it where
    sources are silent); at least one is given."""

    title: str
    what: str
    law: str = ""
    constitution: str = ""
    practice: str = ""
    reading: str = ""

    @property
    def sources(self) -> list[tuple[str, str]]:
        """Each source that is given, with what kind it is."""
        kinds = (
            ("Law", self.law),
            ("Constitution", self.constitution),
            ("Practice", self.practice),
            ("Our reading", self.reading),
        )
        return [(kind, text) for kind, text in kinds if text]


Kind = TypeVar("Kind", bound=Explanation)


def read_explanations(package: str, folder: str, kind: type[Kind]) -> dict[str, Kind]:
    """Every table of the TOML files in a folder of a package, by id; lines of a text are joined unless it is shorthand.

    Raises ValueError where an id stands in two files, or a table does not have the fields of `kind`.
    """
    # Late: only who asks for an explanation waits for it.
    import tomllib

    found: dict[str, Kind] = {}
    files = resources.files(package).joinpath(folder).iterdir()
    for file in sorted((file for file in files if file.name.endswith(".toml")), key=lambda file: file.name):
        for id_, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if id_ in found:
                raise ValueError(f"{file.name}: {id_} is explained twice.")
            try:
                found[id_] = msgspec.convert(_flowing(table), kind)
            except msgspec.ValidationError as error:
                raise ValueError(f"{file.name}, {id_}: {error}") from None
    return found


def _flowing(table: Mapping[str, object]) -> dict[str, object]:
    return {
        key: " ".join(value.split()) if isinstance(value, str) and key != "typed" else value
        for key, value in table.items()
    }


def in_order(id_: str) -> tuple[str, int]:
    """Where an id stands among others: V2 before V10, AT-02 before AT-10."""
    letters = id_.rstrip("0123456789")
    return letters, int(id_[len(letters) :] or 0)
