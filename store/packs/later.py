"""What an agenda says of other meetings than its own: the next, those that follow, the last. None of it is a fact of
this one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.bodies import is_body, is_place, may_be_place
from store.packs.dates import date_in
from store.packs.hours import is_time_line, time_in
from store.packs.stream import Line

_OTHERS = r"(?:next|future|forthcoming|further|following|subsequent|remaining|upcoming|later|last|previous)"
_MEETINGS = rf"(?:{_OTHERS}\s+(?:\w+\s+){{0,3}}?(?:meetings?|dates?)|{_OTHERS}\s+(?:committee|council|board|panel))"
_HEADS = re.compile(
    rf"^(?:(?:proposed |provisional )?(?:dates?|details?|time|venue|calendar|schedule|programme|list)(?:,? (?:and|&) "
    rf"\w+)*\s+(?:of|for)\s+)?(?:the\s+|our\s+|its\s+)?{_MEETINGS}(?:\s+(?:of|for)\s+(?:the\s+)?[^.:]{{3,90}}?)?"
    r"(?:\s+(?:is|are|will be|to be)(?:\s+held)?(?:\s+(?:on|at|as follows))?)?\s*(?P<end>[:.–-]*\s*$|[:–-]\s*\S)|"
    r"^(?:(?:calendar|schedule|programme) of (?:\w+ )?meetings|meeting dates|dates of (?:\w+ )?meetings)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
"""A heading above the days of other meetings, or a label beside them: "Next Meeting of the Parks Committee"."""

_SAYS = re.compile(
    r"^(?:to be (?:held|confirmed|advised)|at|in|venue|place|location|time|date|starting|all at)\b", re.I
)
_LONGEST = 200
_MOST = 30


def without_later(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that tell of other meetings: a heading, and the days, hours and places below it."""
    kept: list[Line] = []
    below = 0
    for line in lines:
        if _heads(line):
            below = _MOST
        elif below and _is_of_it(line):
            below -= 1
        else:
            below = 0
            kept.append(line)
    return kept


def _heads(line: Line) -> bool:
    text = " ".join(line.filled).replace("\n", " ") if line.cells else line.text
    return len(text) < _LONGEST and bool(_HEADS.match(text))


def _is_of_it(line: Line) -> bool:
    text = " ".join(line.filled).replace("\n", " ") if line.cells else line.text
    if len(text) > _LONGEST or line.heading or (is_body(text) and not is_place(text)):
        return False
    dated = date_in(text) is not None or (is_time_line(text) or bool(time_in(text) and len(text) < 60))
    return dated or is_place(text) or may_be_place(text) or bool(_SAYS.match(text))
