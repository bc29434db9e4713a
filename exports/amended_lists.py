"""The clauses of recommendations that were amended, as one list: what was put among the officers' own begins and ends
as those do (MT-08)."""

import re
from collections.abc import Sequence

from exports.grammar import begins_with_a_deed
from exports.within import small

_ENDS = re.compile(r"(?P<sign>[;,.]?)(?:\s+(?P<word>and|or))?$")


_GOES_ON = re.compile(r"(?:[;,]\s*(?:and|or)|[;,])\s*$", re.IGNORECASE)


def ended(clause: str) -> str:
    """The last clause that is printed, with a stop: it may have gone on to others, which were put by themselves."""
    return _GOES_ON.sub(".", clause)


def evened(lines: Sequence[str], base: Sequence[str], put_in: Sequence[bool]) -> list[str]:
    """The first lines of the clauses; `base` are those that the officers recommended, `put_in` says of each line if it
    was put among them or changed. Where nothing was, they stay as they are."""
    if not any(put_in) or not base:
        return list(lines)
    found = list(lines)
    if all(text[:1].islower() for text in base):
        found = [_small(line) if new else line for line, new in zip(found, put_in, strict=True)]
    ends = [_ENDS.search(text.rstrip()) for text in base[:-1]]
    listed = bool(ends) and all(end is not None and end["sign"] == ";" for end in ends)
    if not listed or len(found) < 2:
        return found
    word = next((end["word"] for end in ends if end is not None and end["word"]), "")
    *first, last = [_ENDS.sub("", line.rstrip()) for line in found]
    return [
        *(f"{line}; {word}" if word and place == len(first) - 1 else f"{line};" for place, line in enumerate(first)),
        f"{last}.",
    ]


def _small(line: str) -> str:
    """A line without the capital of its first word, unless that may be a name."""
    return line[:1].lower() + line[1:] if begins_with_a_deed(line) else small(line)
