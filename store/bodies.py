"""Bodies over meetings: each has one id in the library, whatever it is called, by which its meetings know each other.

Matched by whole name within the council, its earlier names among them. An id that a meeting brings from another machine
is its body's here too.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from clerk.events import Convened
from clerk.library.bodies import Bodies, Body, joined, renamed
from clerk.library.facts import BodyRenamed
from clerk.library.state import Library as Told
from store.facts import Facts
from store.library import Library, Listed

_TABLE = "bodyids"


def bodies(
    library: Library, told: Told | None = None, listed: Iterable[Listed] | None = None, apart: bool = False
) -> Bodies:
    """Every body that was given an id, here or by a meeting that came from another machine, as it is called now; those
    of which only older records are kept by name. Those that were joined are one, unless they are wanted `apart`. Never
    raises."""
    told = told or Facts(library.home).read()
    rows = (_body(row) for row in library.rows(_TABLE))
    known = {one.id: one for one in rows if one is not None}
    named: dict[str, Body] = {}
    for met in library.meetings() if listed is None else listed:
        if met.body_id and met.body_id not in known:
            known[met.body_id] = Body(met.body_id, met.body)
        elif not met.body_id and met.body:
            named[met.body] = Body("", met.body)
    with_ids = renamed(known, told)
    with_ids = with_ids if apart else joined(with_ids, told)
    called = {name for one in with_ids.values() for name in one.names}
    return Bodies((*with_ids.values(), *(one for name, one in named.items() if name not in called)), told)


def names_of(library: Library, id_: str, told: Told | None = None) -> frozenset[str]:
    """All names that the body of an id has had; empty where it is not known."""
    if not id_:
        return frozenset()
    return next((one.names for one in bodies(library, told, ()).known if id_ in one.ids), frozenset())


def with_body_id(library: Library, convened: Convened, council: str, was: str = "") -> tuple[Convened, str]:
    """The meeting with the lasting id of its body, known to the library from now on, `was` being the name under which
    it was known; and "" or a sentence where the library could not be written."""
    every = bodies(library, apart=True)
    known = every.named(convened.body, council) or (every.named(was, council) if was else None)
    known = _with_id(known or Body("", convened.body, council))
    said = _keep(library, replace(known.called(convened.body), council=council or known.council))
    return replace(convened, body_id=known.id), said


def id_of(library: Library, name: str) -> tuple[str, str]:
    """The id of the body of that name, given one where it has none; and "" or a sentence."""
    known = _with_id(bodies(library, apart=True).named(name) or Body("", name))
    return known.id, _keep(library, known)


def rename(library: Library, name: str, new: str, by: str) -> str:
    """A body is called otherwise from now on, and stays the body that it was. Returns "" or a sentence. Raises what
    `Facts.tell` raises."""
    id_, said = id_of(library, name)
    Facts(library.home).tell(by, BodyRenamed(body=name, name=new, body_id=id_))
    return said


def _with_id(body: Body) -> Body:
    return body if body.id else replace(body, id=secrets.token_hex(8))


def _keep(library: Library, known: Body) -> str:
    return library.put(_TABLE, [msgspec.to_builtins(known)])


def _body(row: object) -> Body | None:
    try:
        return msgspec.convert(row, Body)
    except msgspec.ValidationError:
        return None
