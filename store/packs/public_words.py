"""The words of papers that may be offered again: of public reports, and of earlier minutes that were bound in.

Whatever may be exempt is left out whole: a report that says so anywhere, and all that is bound in after it up to the
next that has a cover of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clerk.completion.words import words_of
from store.packs.bound_minutes import minutes_spans
from store.packs.flow import flowing
from store.packs.labels import cover_starts
from store.packs.stream import Line, Stream

_CLOSED = re.compile(
    r"\b(?:not for publication|exempt(?!ion)\w*|confidential|restricted|private (?:report|appendix|session)"
    r"|part (?:2|two|ii)\b)",
    re.IGNORECASE,
)


class PublicWords(NamedTuple):
    """Of the reports, and of the minutes of earlier meetings: each in its order."""

    reports: list[str]
    minutes: list[str]


def public_words(streams: Iterable[Stream]) -> PublicWords:
    """The words of what was read."""
    reports: list[str] = []
    minutes: list[str] = []
    for stream in streams:
        lines = list(flowing(stream.lines))
        bound = minutes_spans(lines)
        for start, end in bound:
            minutes += _words(lines[start:end])
        for start, end in _parts(lines, bound):
            reports += _words(lines[start:end])
    return PublicWords(reports, minutes)


def _parts(lines: Sequence[Line], bound: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where each report begins and ends. What stands before the first is the front sheet, and holds nothing that is not
    known otherwise; a file without covers is one report."""
    starts = [start for start in cover_starts(lines) if not any(a <= start < b for a, b in bound)] or [0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        inside = [(a, b) for a, b in bound if start <= a < end]
        place = start
        for a, b in [*inside, (end, end)]:
            if place < a:
                yield place, a
            place = max(place, b)


def _words(lines: Sequence[Line]) -> list[str]:
    if any(_CLOSED.search(line.text) for line in lines):
        return []
    return [word for line in lines for cell in line.filled for word in words_of(cell)]
