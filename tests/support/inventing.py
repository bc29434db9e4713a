"""Events of every kind there is, with anything in their fields that a journal could hold there."""

import types
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from clerk.events import AnyEvent, Corrected, Noted
from clerk.meeting.record import Entry
from clerk.rare import Rare, rows
from tests.support.minute import entries_of

KINDS: tuple[type, ...] = get_args(AnyEvent)

# What events speak of: people, items, seats, labels and ids that may be there, and some that never are.
_NAMES = """ash birch elm fir hazel maple thorn reed vale nobody i1 i3 i7 i8 i9 x1 i99 s1 s2 s7 s99 r7 r8 m1 m2 A1 A2 v1
    v2 r7.1 r7.2 1.0 2.0 3.0 4.1 9.0 duly none 7 19:00"""
WORDS = st.sampled_from([*_NAMES.split(), "", "1. One\n1.1 more\n2. Two", "Some words."])


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Anything of a type."""
    origin, inside = get_origin(kind), get_args(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        int: st.integers(0, 12),
        bool: st.booleans(),
        float: st.floats(0, 99),
        type(None): st.none(),
        date: st.dates(date(2030, 1, 1), date(2032, 1, 1)),
        datetime: st.datetimes(datetime(2031, 3, 12, 18), datetime(2031, 3, 12, 23)).map(
            lambda at: at.replace(microsecond=0)
        ),
        Any: WORDS,
    }
    if kind in simple:
        return simple[kind]
    if origin is Literal:
        return st.sampled_from(inside)
    if origin in (Union, types.UnionType):
        # None first: most fields are left out.
        rest = [part for part in inside if part is not type(None)]
        return st.one_of([*([st.none()] if len(rest) < len(inside) else []), *(values(part) for part in rest)])
    if origin is tuple and inside[-1] is ...:
        return st.lists(values(inside[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(part) for part in inside))
    if origin is list:
        return st.lists(values(inside[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(values(inside[0]), values(inside[1]), max_size=2)
    if origin is frozenset:
        return st.frozensets(values(inside[0]), max_size=2)
    return invented(kind)


@cache
def invented(kind: type) -> st.SearchStrategy[Any]:
    """Any struct of a kind. A correction is to an event that is none."""
    if kind is Corrected:
        ids = st.builds("{}.{}".format, st.integers(0, 12), st.integers(0, 1)) | WORDS
        others = st.sampled_from([other for other in KINDS if other is not Corrected]).flatmap(invented)
        return st.builds(Corrected, event=ids, now=st.none() | others)
    hints = get_type_hints(kind)
    if kind is Noted:
        return st.sampled_from(list(rows().values())).flatmap(_noted)
    fields = {
        field.name: st.deferred(lambda hint=hints[field.name]: values(hint)) for field in msgspec.structs.fields(kind)
    }
    return st.builds(kind, **fields)


def _noted(row: Rare) -> st.SearchStrategy[Any]:
    """A rare construct that is known, with anything in the facts that it has."""
    hints = get_type_hints(Noted)
    names = [fact.name for fact in row.facts]
    facts = st.dictionaries(st.sampled_from(names), values(get_args(hints["facts"])[1])) if names else st.just({})
    plain = [field.name for field in msgspec.structs.fields(Noted) if field.name not in ("construct", "facts")]
    others = {name: values(hints[name]) for name in plain}
    return st.builds(Noted, construct=st.just(row.key), facts=facts, **others)


@st.composite
def anything(draw: st.DrawFn, most: int = 12) -> list[Entry]:
    """Entries of any events at all, as a journal from elsewhere might hold them."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=most))
    return entries_of([(draw(invented(kind)),) for kind in kinds])
