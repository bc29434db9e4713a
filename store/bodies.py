"""Bodies over meetings: each has one id in the library, whatever it is called, by which its meetings know each other.

Matched by whole name within the council, its earlier names among them.
"""

from __future__ import annotations

import secrets

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from clerk.events import Convened
from clerk.names import plain
from store.library import Library

_TABLE = "bodyids"


class Body(Struct, frozen=True):
    """A body as the library knows one: `id` for ever, `name` as last written, of which `council`; `also` are the names
    that it had before."""

    id: str
    name: str
    council: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """All names that it has had."""
        return frozenset((self.name, *self.also))


def known_bodies(library: Library) -> list[Body]:
    """Every body that was given an id. Never raises."""
    return [one for row in library.rows(_TABLE) if (one := _body(row)) is not None]


def names_of(library: Library, id_: str) -> frozenset[str]:
    """All names that the body of an id has had; empty where it is not known."""
    return next((one.names for one in known_bodies(library) if id_ and one.id == id_), frozenset())


def with_body_id(library: Library, convened: Convened, council: str, was: str = "") -> tuple[Convened, str]:
    """The meeting with the lasting id of its body, known to the library from now on, `was` being the name under which
    it was known; and "" or a sentence where the library could not be written."""
    known = _called(library, convened.body, council) or (_called(library, was, council) if was else None)
    known = known or Body(secrets.token_hex(8), convened.body, council)
    said = _keep(library, known, convened.body, council)
    return replace(convened, body_id=known.id), said


def id_of(library: Library, name: str) -> tuple[str, str]:
    """The id of the body of that name, given one where it has none; and "" or a sentence."""
    known = _called(library, name, "") or Body(secrets.token_hex(8), name)
    return known.id, _keep(library, known, known.name, known.council)


def rename(library: Library, name: str, new: str) -> str:
    """A body is called otherwise from now on, and stays the body that it was. Returns "" or a sentence."""
    known = _called(library, name, "") or Body(secrets.token_hex(8), name)
    return _keep(library, known, new, known.council)


def _keep(library: Library, known: Body, name: str, council: str) -> str:
    also = tuple(dict.fromkeys(one for one in (*known.also, known.name) if one != name))
    return library.put(_TABLE, [msgspec.to_builtins(Body(known.id, name, council or known.council, also))])


def _called(library: Library, name: str, council: str) -> Body | None:
    """The body of a name within a council: by the name that it has, else by one that it had."""
    here = [one for one in known_bodies(library) if not council or one.council in ("", council)]
    now = [one for one in here if plain(one.name) == plain(name)]
    before = [one for one in here if plain(name) in map(plain, one.also)]
    return next(iter((*now, *before)), None)


def _body(row: object) -> Body | None:
    try:
        return msgspec.convert(row, Body)
    except msgspec.ValidationError:
        return None
