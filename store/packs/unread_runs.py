"""Lines that were not read below the items of an agenda, such as the rows of a schedule of payments: which they are,
and a run of them as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from store.packs.facts import Fact
from store.packs.names import is_name
from store.packs.stream import Line

_MONEY = re.compile(r"[£€]\s?\d|(?<![\d.:/])\d{1,3}(?:,\d{3})*\.\d\d\b(?!\s?[ap]\.?m)(?![./:]\d)")
_NO_COUNT = re.compile(
    r"\b(?:act|section|schedule|paragraph|para|rule|regulation|order|appendix|annex|page|pp?|item|part|minute|no|room|"
    r"policy|clause|article)s?\b\.? ?\(?\d[\w()./]{0,12}(?:(?:,| and| to| ?[-–]) ?\d[\w()./]{0,12}){0,4}|"
    r"\b(?:19|20)\d\d(?: ?[/–-] ?\d\d(?:\d\d)?)?\b|\b\d{1,2}(?:[.:]\d\d)? ?(?:noon|[ap]\.?m\b)|\b\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)
"""Numbers that count nothing: of a law, a page, a year, an hour."""

_SENTENCE = re.compile(r"(?:to|the|that|members|please)\b", re.IGNORECASE)
_LONGEST = 120
_LEAST = 3
"""So many lines, at least, make a run."""


class Missed(Struct):
    """A line that was not read; `number` is where it stands among the lines, `counts` whether a run may have it."""

    fact: Fact
    number: int
    counts: bool = False


def has_money(line: Line) -> bool:
    """Whether a line has a sum of money."""
    return bool(_MONEY.search(line.whole))


def tells_below(line: Line) -> bool:
    """Whether a line below an item has a number that counts something, or people by name behind a label."""
    text = line.whole
    if len(text) > _LONGEST:
        return False
    counts = re.search(r"\d", _NO_COUNT.sub("", text)) and not _SENTENCE.match(text)
    _, label, names = text.partition(":")
    people = [name for name in re.split(r"[;,]| and ", names) if name.strip()] if label else []
    return bool(counts) or (bool(people) and all(is_name(name.strip(" .")) for name in people))


def in_runs(missed: Sequence[Missed]) -> list[Fact]:
    """The lines, those of a run as one: what the first of them says and the last, how many they are, and where the last
    stands."""
    found: list[Fact] = []
    run: list[Missed] = []
    for one in [*missed, None]:
        if run and (one is None or not one.counts or one.number != run[-1].number + 1):
            found += _as_one(run)
            run = []
        if one is not None and one.counts:
            run.append(one)
        elif one is not None:
            found.append(one.fact)
    return found


def _as_one(run: Sequence[Missed]) -> list[Fact]:
    if len(run) < _LEAST:
        return [each.fact for each in run]
    first, last = run[0].fact, run[-1].fact
    to = last.place._replace(file="")
    return [replace(first, value=f"({len(run)} lines, to {to}) {first.value} … {last.value}")]
