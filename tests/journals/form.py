"""The form of a journal's entries, a line for everything that a journal written before may rely on."""

import types
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from clerk.meeting.record import Entry

_SIMPLE = {kind: kind.__name__ for kind in (str, int, float, bool, date, datetime)} | {Any: "any", type(None): "none"}


def form() -> list[str]:
    """Every tag, field, type and default, and every word that a field may hold, in order.

    A struct without a tag stands under the field that holds it, so that no class's name is among them. A default
    counts, since what equals it is not written; a field without one says so.
    """
    return sorted(set(_fields("entry", Entry, set())))


def _fields(place: str, kind: type[msgspec.Struct], above: set[type]) -> Iterator[str]:
    hints = get_type_hints(kind)
    for field in msgspec.structs.fields(kind):
        here = f"{place}.{field.encode_name}"
        made = field.default_factory
        default = field.default if made is msgspec.NODEFAULT else made()
        said = "" if default is msgspec.NODEFAULT else f" = {default!r}"
        yield f"{here}: {_kind(hints[field.name])}{said}"
        yield from _inside(here, hints[field.name], above | {kind})


def _kind(kind: Any) -> str:
    origin, inside = get_origin(kind), [part for part in get_args(kind) if part is not ...]
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if origin is Literal:
        return "word"
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(_kind(part) for part in inside))
    if origin is not None:
        return f"{origin.__name__} of {', '.join(map(_kind, inside))}"
    return "tagged" if kind.__struct_config__.tag else "struct"


def _inside(place: str, kind: Any, above: set[type]) -> Iterator[str]:
    """What the parts of a field's type may hold."""
    if get_origin(kind) is Literal:
        for word in get_args(kind):
            yield f"{place}: {word!r}"
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        tag = kind.__struct_config__.tag
        if tag:
            yield f"{place}: {tag}"
        if kind not in above:
            yield from _fields(str(tag or place), kind, above)
    else:
        for part in get_args(kind):
            yield from _inside(place, part, above)
