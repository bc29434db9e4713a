"""Rare constructs, each a construct id and a few named facts, recorded as one kind of event and printed as a sentence.

One row of a table beside this file says all of a construct: the verb that records it, what facts it takes, how a clerk
would search for it, its nature, and a sentence, which a house style may put in its own words.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from clerk.events import AnyEvent, Noted
from clerk.events.nature import Nature
from clerk.facts import Fact, FactKind
from clerk.rare.row import Rare, Row, rare_from

__all__ = ["Fact", "FactKind", "Rare", "by_verb", "decides", "nature_of", "rare_of", "rows"]

TABLES = ("attendance.toml", "public.toml", "reports.toml", "session.toml")


@cache
def rows() -> Mapping[str, Rare]:
    """Every rare construct by the key of its wording. Read when the first is asked for: a desk starts without."""
    return {row.key: row for row in _read()}


@cache
def by_verb() -> Mapping[str, Rare]:
    """Every rare construct by the verb that records it."""
    return {row.verb: row for row in rows().values()}


def called_by(verb: str) -> Mapping[str, str]:
    """What the rare construct of a verb calls its facts, where their names could be taken for others."""
    row = by_verb().get(verb)
    return row.called if row is not None else {}


def _read() -> Iterator[Rare]:
    import tomllib
    from importlib import resources

    import msgspec

    folder = resources.files("clerk.rare")
    for name in TABLES:
        table = tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
        for key, row in msgspec.convert(table, dict[str, Row]).items():
            yield rare_from(key, row)


def rare_of(key: str) -> Rare | None:
    """The rare construct of a key; None for one that this version does not know."""
    return rows().get(key)


def nature_of(event: AnyEvent) -> Nature:
    """The nature of an event: of its class, or of a rare construct its row's."""
    row = rows().get(event.construct) if isinstance(event, Noted) else None
    return event.nature if row is None else row.nature


def decides(event: AnyEvent) -> bool:
    """Whether the body decides something by an event: as its class says, or of a rare construct its row."""
    row = rows().get(event.construct) if isinstance(event, Noted) else None
    if row is None or not isinstance(event, Noted):
        return event.nature.decides
    name, _, value = row.undecided_with.partition("=")
    if name and event.facts.get(name) == value:
        return False
    return row.nature.decides and (not row.decides_with or any(map(event.facts.get, row.decides_with.split())))
