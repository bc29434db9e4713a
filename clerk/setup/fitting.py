"""Whether plain values are such as the fields of a struct can hold, in our own words: which
field, what it should be, and what stands there."""

import datetime as dt
import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from clerk.names import nearest_word


class Unfit(Struct, frozen=True):
    """A value that a field cannot hold. `path` leads to it, names and numbers of rows from 0; `said` goes on from the
    field's name: "should be a whole number, not words in quotes"."""

    path: tuple[str | int, ...]
    said: str


def unfit(value: Any, kind: Any, path: tuple[str | int, ...] = ()) -> Iterator[Unfit]:
    """What a value is that a kind of field cannot hold; nothing where it can."""
    origin = get_origin(kind)
    if kind is Any:
        return
    if origin in (Union, types.UnionType):
        choices = get_args(kind)
        if all(any(True for _ in unfit(value, choice, path)) for choice in choices):
            words = next(
                (choice for choice in choices if get_origin(choice) is Literal and isinstance(value, str)), None
            )
            if words is not None:
                yield from unfit(value, words, path)
                return
            struct = next((choice for choice in choices if _is_struct(choice) and isinstance(value, dict)), None)
            if struct is not None:
                yield from unfit(value, struct, path)
                return
            rows = next((choice for choice in choices if get_origin(choice) is list and isinstance(value, list)), None)
            if rows is not None:
                yield from unfit(value, rows, path)
                return
            yield _should_be(
                " or ".join(_in_words(choice) for choice in choices if choice is not type(None)), value, path
            )
    elif origin is Literal:
        if value not in get_args(kind):
            known = [choice for choice in get_args(kind) if choice]
            yield Unfit(path, f"can be {', '.join(map(str, known))}{_nearest(value, known)}")
    elif origin in (list, tuple):
        if not isinstance(value, list | tuple):
            yield _should_be("a list", value, path)
            return
        for number, one in enumerate(value):
            yield from unfit(one, get_args(kind)[0], (*path, number))
    elif origin is dict:
        if not isinstance(value, dict):
            yield _should_be("a table of fields", value, path)
            return
        for name, one in value.items():
            yield from unfit(one, get_args(kind)[1], (*path, str(name)))
    elif _is_struct(kind):
        yield from _of_struct(value, kind, path)
    elif not _is(value, kind):
        yield _should_be(_in_words(kind), value, path)


def _of_struct(value: Any, kind: Any, path: tuple[str | int, ...]) -> Iterator[Unfit]:
    if not isinstance(value, dict):
        yield _should_be("a table of fields", value, path)
        return
    hints = get_type_hints(kind)
    for field in msgspec.structs.fields(kind):
        if field.encode_name in value:
            yield from unfit(value[field.encode_name], hints[field.name], (*path, field.encode_name))
        elif field.required:
            yield Unfit((*path, field.encode_name), "is missing")
    known = [field.encode_name for field in msgspec.structs.fields(kind)]
    for name in value:
        if name not in known:
            yield Unfit((*path, str(name)), f"is no field that there is{_nearest(name, known)}")


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _is(value: Any, kind: Any) -> bool:
    if kind is dt.date:
        try:
            return isinstance(value, dt.date) or bool(dt.date.fromisoformat(value))
        except (TypeError, ValueError):
            return False
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is type(None):
        return value is None
    return isinstance(value, kind)


_WORDS: dict[Any, str] = {
    int: "a whole number",
    float: "a number",
    str: "words in quotes",
    bool: "true or false",
    dt.date: "a date, as 2026-05-12",
    list: "a list",
    tuple: "a list",
    dict: "a table of fields",
}


def _in_words(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return ", ".join(str(choice) for choice in get_args(kind) if choice)
    return "a table of fields" if _is_struct(kind) else _WORDS.get(get_origin(kind) or kind, str(kind))


def _should_be(wanted: str, value: Any, path: tuple[str | int, ...]) -> Unfit:
    found = next((words for kind, words in _WORDS.items() if type(value) is kind), "")
    if wanted.startswith("a date") and isinstance(value, str):
        return Unfit(path, f"should be {wanted}")
    return Unfit(path, f"should be {wanted}" + (f", not {found}" if found and found != wanted else ""))


def _nearest(value: Any, known: list[Any]) -> str:
    return f".{nearest_word(str(value), map(str, known))}".rstrip(".")
