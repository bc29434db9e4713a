"""Lines of a plain text that a program broke at a width, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.marks import split_mark

_WIDTHS = range(60, 111)
"""The widths at which texts are broken; one with longer lines is broken nowhere."""

_ENDS = (".", ":", ";", "!", "?", "|")
_BEGINS = re.compile(r"\s*(?:\(?[\dA-Za-z]{1,4}[.)]\s|\d[\d/.]*\s|[-•▪*#|<+=_~]|[A-Z][^:.]{1,60}:\s|(?i:page|item) \d)")
"""How a line begins that is no rest of another."""

_NAMED = re.compile(r"\s*(?:cllrs?|councillors?|mr|mrs|ms|miss|dr)\b", re.IGNORECASE)
_UNENDED = re.compile(r"(?:[,–-]|\b(?:and|of|the|for|to|in|on|or|with|at|cllr|councillor|mr|mrs))$", re.IGNORECASE)


def unwrapped(lines: Sequence[str]) -> list[str | None]:
    """The lines, each with what of it was broken off; None stands where a broken-off line stood."""
    found: list[str | None] = list(lines)
    width = max((len(line.rstrip()) for line in lines), default=0)
    broken = [number for number in range(1, len(lines)) if _broken(lines[number - 1], lines[number], width)]
    # Lines that happen to be long are told from broken ones by a sentence that is not at its end.
    cut = any(lines[n].lstrip()[:1].islower() or _UNENDED.search(lines[n - 1].rstrip()) for n in broken)
    if width not in _WIDTHS or not cut:
        return found
    rest, start = set(broken), 0
    for number in range(1, len(lines)):
        if number in rest:
            found[start] = f"{(found[start] or '').rstrip()} {lines[number].strip()}"
            found[number] = None
        else:
            start = number
    return found


def _broken(above: str, line: str, width: int) -> bool:
    """Whether a line is the rest of the one above: its first word had no room there, and nothing says otherwise."""
    above, words = above.rstrip(), line.split(maxsplit=1)
    if not above.strip() or not words or "\t" in above or "\t" in line or "   " in above.strip():
        return False
    if len(above) + 1 + len(words[0]) <= width or above.endswith(_ENDS) or _BEGINS.match(line):
        return False
    if above.isupper() != line.isupper() and above.isupper() and not split_mark(above.strip())[0]:
        return False
    return not _NAMED.match(line) or bool(_UNENDED.search(above))
