"""A title and what stands below it: the rest of it, or what is said of its item."""

from __future__ import annotations

import re

from store.packs.dates import is_date_line
from store.packs.names import is_titled
from store.packs.stream import Line

SAYS_MORE = re.compile(
    r"(?:to (?:approve|confirm|agree|receive|consider|note|sign|determine|declare|deal)|"
    r"\(?(?:joint |verbal |oral )?reports? (?:of|by|from)|pages?\b|members (?:are|to)|"
    r"(?:private|exempt|confidential|restricted) (?:report|item|paper|business)\b|not for publication\b|"
    r"additional documents?\b|(?:[\w'’-]+ ){0,5}recommend(?:ation|ed)s?(?: (?:of|by|from|to) [^:.]{3,60})?(?=\s*[:–-])|"
    r"proposed resolution|the (?:\w+ ){0,3}(?:is|are|will) |\(?attached|none|ward)\b",
    re.IGNORECASE,
)
"""How a line begins that is not the rest of a title above it."""

_WRAPS = 45
"""Letters that a title has at least where it goes on in the line below; a shorter one is whole."""


def title_and_notes(cell: str, paragraphs: bool = False) -> tuple[str, str]:
    """What a cell with several lines says: a title, and below it what says more of the item, which no title is.
    `paragraphs` says that they are paragraphs, of which the title is the first."""
    title, *below = cell.split("\n")
    for number, line in enumerate(below):
        if ends_title(title, line) or (paragraphs and not broken_off(title, line)):
            return title, "\n".join(below[number:])
        title = f"{title} {line}"
    return title, ""


def ends_title(title: str, line: str) -> bool:
    """Whether a line in a cell says more of the item whose title stands above it."""
    if SAYS_MORE.match(line) or (line.endswith(".") and not title.endswith(".") and " " in line):
        return True
    return len(title) > 3 and title.isupper() and not line.isupper() and any(map(str.isalpha, line))


def broken_off(title: str, line: str) -> bool:
    """Whether a paragraph is the rest of a title above it: set in capitals as that is, or begun as no paragraph is."""
    return line[:1].islower() or bool(UNENDED.search(title)) or (title.isupper() and line.isupper())


UNENDED = re.compile(r"(?:\b(?:and|of|the|for|to|in|on|or|by|with)|[,&–-])$", re.IGNORECASE)
"""How a title ends that goes on below."""


_LABELLED = re.compile(r"[A-Z][\w'’]*(?: \w+){0,3}:(?:\s|$)")
_LONGEST = 250
"""A title of so many letters has no more lines."""

LONG = 160
"""One of so many has none that begins with a capital."""


def goes_on_with(title: str, line: Line) -> bool:
    """Whether a line below a title is the rest of it, and not what is said of the item."""
    if line.gap or SAYS_MORE.match(line.text) or _LABELLED.match(line.text) or len(title) > _LONGEST:
        return False
    if (
        line.text[:1].islower()
        or re.match(r"(?:and|or|of|for|with|&)\s", line.text, re.IGNORECASE)
        or UNENDED.search(title)
    ):
        return True
    if len(title) > LONG or is_titled(line.text) or is_date_line(line.text):
        return False
    if title.isupper() != line.text.isupper() or (line.text.endswith(".") and not title.endswith(".")):
        return False
    return len(title) >= _WRAPS
