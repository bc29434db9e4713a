"""What several journals of facts add up to: put in order, each told once, what was taken back left out.

Total: whatever is told, in whatever order, it never raises.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

from clerk.library.facts import AnyFact, Fact, FactNotUnderstood, FactTakenBack
from clerk.library.state import Library, Told


class Telling(Struct, frozen=True):
    """What one act told: facts, all or none. `id` is its own for ever, in whatever copy of a journal it stands; `n` its
    number in the journal `chain`; `recorded` is in UTC."""

    id: str
    chain: str
    n: int
    recorded: datetime
    by: str
    facts: tuple[Fact, ...]


_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


class _Kept(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    recorded: datetime
    by: str
    facts: tuple[AnyFact, ...]


def telling_to(telling: Telling) -> dict[str, Any]:
    """A telling as plain values, without what the journal itself says of it: what is kept."""
    kept: dict[str, Any] = msgspec.to_builtins(_Kept(telling.id, telling.recorded, telling.by, telling.facts))  # type: ignore[arg-type]
    return kept


def telling_from(chain: str, n: int, kept: Any) -> Telling:
    """The telling kept under number `n` of a journal. Never raises: what cannot be read is `FactNotUnderstood`."""
    if isinstance(kept, Mapping) and kept.get("events") == []:
        # What a mended journal has in the place of a line that is lost.
        return Telling(f"{chain}-{n}", chain, n, _LONG_AGO, "", ())
    try:
        read = msgspec.convert(kept, _Kept)
        return Telling(read.id, chain, n, _in_utc(read.recorded), read.by, read.facts)
    except msgspec.ValidationError:
        return _newer(chain, n, kept if isinstance(kept, Mapping) else {})


def _newer(chain: str, n: int, kept: Mapping[str, Any]) -> Telling:
    raw = kept.get("facts")
    facts = tuple(_fact(one) for one in raw) if isinstance(raw, list) else (FactNotUnderstood(),)
    try:
        recorded = msgspec.convert(kept.get("recorded"), datetime)
    except msgspec.ValidationError:
        recorded = _LONG_AGO
    # What makes the whole unreadable need not be a fact: it is then known that something is not understood.
    known = facts if any(isinstance(fact, FactNotUnderstood) for fact in facts) else (*facts, FactNotUnderstood())
    return Telling(str(kept.get("id") or f"{chain}-{n}"), chain, n, _in_utc(recorded), str(kept.get("by", "")), known)


def _fact(kept: Any) -> Fact:
    try:
        fact: Fact = msgspec.convert(kept, AnyFact)
    except msgspec.ValidationError:
        return FactNotUnderstood()
    return fact


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def fold(tellings: Iterable[Telling]) -> Library:
    """What the library is told in all: by time, then journal, then number, each act once whatever copies there are."""
    once: dict[str, Telling] = {}
    for telling in sorted(tellings, key=lambda one: (one.recorded, one.chain, one.n)):
        once.setdefault(telling.id, telling)
    told = [
        Told(f"{one.id}.{number}", one.recorded, one.by, fact)
        for one in once.values()
        for number, fact in enumerate(one.facts)
    ]
    void = _taken_back(told)
    return Library(
        told=tuple(one for one in told if one.id not in void and not isinstance(one.fact, FactNotUnderstood)),
        void=tuple(one for one in told if one.id in void),
        newer=any(isinstance(one.fact, FactNotUnderstood) for one in told),
    )


def _taken_back(told: list[Told]) -> set[str]:
    """The ids of the facts that count no more. A taking back that is itself taken back is void."""
    void: set[str] = set()
    earlier = {one.id: number for number, one in enumerate(told)}
    for number in range(len(told) - 1, -1, -1):
        one = told[number]
        if isinstance(one.fact, FactTakenBack) and one.id not in void and earlier.get(one.fact.fact, number) < number:
            void.add(one.fact.fact)
    return void
