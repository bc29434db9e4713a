"""A meeting that holds every event there is: bare, then with every field set, in public and in private."""

import types
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    Convened,
    Corrected,
    MeetingClosed,
    MeetingOpened,
    Minuted,
    QuestionDisposed,
)
from clerk.setup.convening import read_meeting
from clerk.texts import Add, Delete, Replace, Words
from tests.support.bodies import COMMITTEE

KINDS: tuple[type, ...] = get_args(AnyEvent)
_LAST = (QuestionDisposed, MeetingClosed)
_EDITS = (
    Add("One more clause.", "m1.1", after=True, before=True),
    Words("m1.1", "text", "words", 2),
    Replace("m1.1", "Another clause."),
    Delete("m1.1"),
)
_KNOWN: dict[str, Any] = {
    "id": "x1",
    "event": "4.0",
    "before": "3.0",
    "after": "4.0",
    "flag": "5.0",
    "of": "4.0",
    "item": "i7",
    "taken": "i7",
    "about": "i8",
    "follows": "i3",
    "seat": "s1",
    "question": "m1",
    "questions": "m1",
    "composite": "m1",
    "to": "m1",
    "clauses": "m1.1",
    "vote": "v1",
    "supersedes": "v1",
    "order": "i8",
    "items": "i8",
    "construct": "PU-10",
    "block": "AT-02",
    "rule": "V9",
    "letter": "q",
    "parent": "i6",
    "method": "named",
}
"""What text of this name holds; any other text is a person's id or the field's own name."""
_PEOPLE = """person by member members people present substitutes remote mover seconder proposer holder owner signed_by
    spoken_by granted_by read_by allowed_by elected not_voting for_names against_names abstained_names shown"""


def every_event(wanted: Sequence[type] = KINDS) -> Iterator[tuple[AnyEvent, ...]]:
    """The events of each entry, of the kinds wanted, the first being that of the meeting as convened."""
    meeting = read_meeting(COMMITTEE)
    full = _full(Convened)
    added = {name: (*getattr(meeting, name), *getattr(full, name)) for name in ("people", "seats", "items")}
    kept = {name: getattr(meeting, name) for name in ("body", "date", "time", "quorum", "profile", "settings")}
    yield (msgspec.structs.replace(full, **kept, **added, style="plain-english", printing={"votes": "table"}),)
    kinds = [kind for kind in KINDS if kind not in (Convened, MeetingOpened, *_LAST)]
    for kind in (kind for kind in (MeetingOpened, *kinds, *_LAST) if kind in wanted):
        yield (_bare(kind),)
        for private in (False, True):
            yield (msgspec.structs.replace(_full(kind), private=private),)
    for edit in _EDITS:
        yield (AmendmentMoved(question="A2", to="m1", edits=(edit,), mover="ash"),)


def _bare(kind: type) -> Any:
    return _made(kind, [field for field in msgspec.structs.fields(kind) if field.required])


def _full(kind: type) -> Any:
    if kind is Corrected:
        known = {name: _value(name, str) for name in ("event", "before", "after", "item")}
        return Corrected(**known, now=_full(Minuted), at=datetime(2031, 3, 12, 19, 30))
    return _made(kind, msgspec.structs.fields(kind))


def _made(kind: type, fields: Any) -> Any:
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(field.name, hints[field.name], field.default) for field in fields})


def _value(name: str, kind: Any, default: Any = None) -> Any:
    """A value of a type that is not the default."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is bool:
        return default is not True
    simple = {int: 5, date: date(2031, 3, 5), datetime: datetime(2031, 3, 12, 19, 30), Any: "set"}
    if kind in simple:
        return simple[kind]
    if kind is str:
        return _KNOWN.get(name, "ash" if name in _PEOPLE.split() else f"the {name.replace('_', ' ')}")
    if origin is Literal:
        return next(value for value in reversed(inside) if value != default)
    if origin in (Union, types.UnionType):
        return _value(name, next(part for part in inside if part is not type(None)), default)
    if origin is tuple:
        return tuple(_value(name, part) for part in inside if part is not ...)
    if name == "facts":
        return {"title": "Save the pond", "lead": ("Jo Fen",), "signatures": 214}
    if origin is dict:
        return {name: _value(name, inside[1])}
    return _full(kind)
