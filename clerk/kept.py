"""Entries as a journal keeps them: written, and read back; those that a newer clerk wrote, as far as this one can.

What is not known is never dropped in silence: an entry that holds it ends in `NotUnderstood`, and the meeting says of
itself that it was made with a newer clerk (`Meeting.newer`). It can be read; nothing is written in it or made of it.
"""

import types
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Union, cast, get_args, get_origin
from zlib import crc32

import msgspec
from msgspec import Struct

from clerk.events import AnyEvent, Noted
from clerk.events.event import NotUnderstood
from clerk.meeting.record import Entry
from clerk.names import Unclear
from clerk.rare import rare_of, rows

NEWER = "made with a newer clerk: update to write in it"
"""What is said wherever a meeting holds something that this version does not know."""


class MadeWithNewer(Unclear):
    """The meeting holds something that this version does not know, so `wanted` was not done; nothing was changed."""

    def __init__(self, wanted: str = "Nothing is recorded") -> None:
        super().__init__(f"This meeting was {NEWER}. {wanted}, and nothing was changed.")


_GAP = cast(AnyEvent, NotUnderstood())


class _Kept(Struct, frozen=True, forbid_unknown_fields=True):
    recorded: datetime
    by: str
    events: tuple[AnyEvent, ...]
    why: str = ""


_decoder = msgspec.json.Decoder(_Kept)


@cache
def form() -> str:
    """A word for all that this version can read: another version that can read more, or less, has another."""
    known: dict[str, list[str]] = {row.key: [fact.name for fact in row.facts] for row in rows().values()}
    look: list[Any] = [AnyEvent, _Kept]
    while look:
        kind = look.pop()
        if isinstance(kind, type) and issubclass(kind, Struct) and kind.__name__ not in known:
            fields = msgspec.structs.fields(kind)
            known[kind.__name__] = [f"{field.encode_name}: {field.type}" for field in fields]
            look += [field.type for field in fields]
        look += get_args(kind)
    return f"{crc32(repr(sorted(known.items())).encode()):08x}"


def entry_to(entry: Entry) -> dict[str, Any]:
    """An entry as plain values, without its number: what is kept. Raises `MadeWithNewer` where it was not all read."""
    if _GAP in entry.events:
        raise MadeWithNewer
    kept: dict[str, Any] = msgspec.to_builtins(entry)
    del kept["n"]
    if not kept["why"]:
        del kept["why"]
    return kept


def entry_from(n: int, kept: Any) -> Entry:
    """The entry kept under number `n`. Never raises: what cannot be read stands as `NotUnderstood`."""
    try:
        return _entry(n, msgspec.convert(kept, _Kept))
    except msgspec.ValidationError:
        return _newer(n, kept)


def entries_from_json(kept: Iterable[bytes | msgspec.Raw]) -> tuple[Entry, ...]:
    """The entries of a journal, number 1 first, from the JSON of each. Never raises, as `entry_from`."""
    return tuple(_from_json(n, row) for n, row in enumerate(kept, 1))


def _from_json(n: int, row: bytes | msgspec.Raw) -> Entry:
    try:
        return _entry(n, _decoder.decode(row))
    except msgspec.ValidationError:
        return _newer(n, msgspec.json.decode(row))


def _entry(n: int, kept: _Kept) -> Entry:
    known = all(_is_known(event) for event in kept.events if isinstance(event, Noted))
    return Entry(n, kept.recorded, kept.by, kept.events if known else (*kept.events, _GAP), kept.why)


def _is_known(event: Noted) -> bool:
    row = rare_of(event.construct)
    return row is not None and {fact.name for fact in row.facts} >= event.facts.keys()


def _newer(n: int, kept: Any) -> Entry:
    row = kept if isinstance(kept, Mapping) else {}
    raw = row.get("events")
    events = tuple(_event(one) for one in raw) if isinstance(raw, list) else ()
    recorded = _converted(row.get("recorded"), datetime, datetime.min)
    by, why = (_converted(row.get(name), str, "") for name in ("by", "why"))
    return Entry(n, recorded, by, (*events, _GAP), why)


def _event(kept: Any) -> AnyEvent:
    # What is not understood keeps its place, since events are named by their number in the entry.
    event: AnyEvent = _converted(_understood(kept, AnyEvent), AnyEvent, _GAP)
    return event


def _converted(value: Any, kind: Any, otherwise: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return otherwise


def _understood(value: Any, kind: Any) -> Any:
    """A value without the fields that its kind does not have, or that hold there what this version does not know."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        kind = next((part for part in inside if _is_of(value, part)), kind)
    if origin is tuple and isinstance(value, list):
        return [_understood(one, inside[0]) for one in value]
    if not _is_of(value, kind):
        return value
    known = {name: held for name, held in value.items() if name == kind.__struct_config__.tag_field}
    for field in msgspec.structs.fields(kind):
        if field.encode_name in value:
            held = _understood(value[field.encode_name], field.type)
            # An event in an event (a correction's) is the whole of what it says: that is not left out.
            whole = field.required or isinstance(held, dict)
            if whole or _converted(held, field.type, _MISSING) is not _MISSING:
                known[field.encode_name] = held
    return known


_MISSING = object()


def _is_of(value: Any, kind: Any) -> bool:
    """Whether a value is an object, of the kind of struct given as far as a tag tells."""
    if not (isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, Struct)):
        return False
    config = kind.__struct_config__
    return config.tag is None or value.get(config.tag_field) == config.tag
