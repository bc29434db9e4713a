"""What an agenda says of other meetings than its own: the next, those that follow, the last. None of it is a fact of
this one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.packs.bodies import is_body, is_place, may_be_place
from store.packs.dates import date_in
from store.packs.hours import is_time_line, time_in
from store.packs.listing import is_announced
from store.packs.names import is_name, is_titled
from store.packs.stream import Line
from store.packs.titles import UNENDED

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
    """The lines without those that tell of other meetings: a heading, and the days, hours and places below it. A
    sentence below one that has its own day is of this meeting again."""
    kept: list[Line] = []
    below, dated = 0, False
    for line in lines:
        if _heads(line):
            below, dated = _MOST, date_in(_words(line)) is not None
        elif below and not (dated and _CALLED.match(_words(line))) and _is_of_it(line):
            below -= 1
        else:
            below = 0
            kept.append(line)
    return kept


def _heads(line: Line) -> bool:
    text = ": ".join(line.filled).replace("\n", " ") if line.cells else line.text
    return len(text) < _LONGEST and bool(_HEADS.match(text))


_CALLED = re.compile(r"(?:(?:this|the|a|an)\s+(?:\w+\s+){0,4}?meeting|you are|notice|members are)\b", re.IGNORECASE)
"""How a sentence begins that calls a meeting."""


def _words(line: Line) -> str:
    return " ".join(line.filled).replace("\n", " ") if line.cells else line.text


def _is_of_it(line: Line) -> bool:
    text = _words(line)
    if len(text) > _LONGEST or line.heading or (is_body(text) and not is_place(text)):
        return False
    dated = date_in(text) is not None or (is_time_line(text) or bool(time_in(text) and len(text) < 60))
    return dated or is_place(text) or may_be_place(text) or bool(_SAYS.match(text))


_CALLS = re.compile(
    r"\b(?:summon(?:ed)?|(?:will|to|shall) be held|notice is (?:hereby )?given|requested to attend)\b", re.I
)


def with_whole_summons(lines: Sequence[Line]) -> list[Line]:
    """The lines, the sentence that calls a meeting on one of them, which a text has broken at a width."""
    found: list[Line] = []
    open_ = False
    for line in lines:
        plain = not (line.cells or line.mark or line.heading) and not _by_itself(line)
        # In paragraphs of their own stand only the parts of a sentence that comes to no day before its last.
        plain = plain and (not line.gap or (bool(found) and _breaks_off(found[-1].text, line.text)))
        if open_ and plain and _goes_on(found[-1], line, dated=True):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
            open_ = len(found[-1].text) < _WHOLE
        elif plain and found and _CALLS.search(line.text) and _goes_on(found[-1], line):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
            open_ = True
        else:
            found.append(line)
            open_ = bool(_CALLS.search(line.text)) and not line.cells and len(line.text) > _BROKEN
    return found


_BROKEN = 50
"""Letters of a line, at least, that a program broke."""

_WHOLE = 600


def _breaks_off(above: str, below: str) -> bool:
    capitals = above.isupper() and below.isupper() and date_in(above) is None
    return capitals or bool(UNENDED.search(above)) or below[:1].islower()


def _by_itself(line: Line) -> bool:
    return is_announced(line.text) or is_titled(line.text) or is_name(line.text)


def _goes_on(above: Line, line: Line, dated: bool = False) -> bool:
    """Whether a line of a paragraph goes on with the one above it, in the same letters; `dated` says that there may be
    a day in that."""
    plain = not (above.cells or above.mark or above.heading) and above.text.isupper() == line.text.isupper()
    whole = above.text.endswith((".", ":")) or len(above.text) <= _BROKEN
    return plain and not whole and (dated or date_in(above.text) is None)
