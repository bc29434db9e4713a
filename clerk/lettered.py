"""How the clauses of a text are marked: by letters, as typed ("a)", "(b)", "(iii)"), and under a lead that has none."""

import re
from collections.abc import Sequence

LEAD = "lead"
"""The mark of a clause that leads to those after it ("That the Committee:"), and has no number itself."""

_MARK = re.compile(r"^\s*(\(?)([a-zA-Z]|[ivx]{1,6})([.)])\s+(?=\S)")
_NUMERALS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx")


def marks_of(lines: Sequence[str]) -> list[str]:
    """For each line the mark that it begins with, "" for one without. Lines are lettered only where at least two are
    in their order: "a) …", "b) …". Where a line without a mark ends with a colon, they may begin anew after it."""
    found = [_mark(line) for line in lines]
    marks = [""] * len(lines)
    run: list[int] = []
    for place, mark in enumerate([*found, ""]):
        end = place == len(lines)
        if mark and (not run or _label(found[run[0]], len(run) + 1) == mark):
            run.append(place)
        elif end or mark or lines[place].rstrip().endswith(":"):
            if len(run) > 1:
                for one in run:
                    marks[one] = found[one]
            run = [place] if mark else []
    return marks


def _mark(line: str) -> str:
    match = _MARK.match(line)
    if match is None or (match[1] and match[3] == "."):
        return ""
    return match[0].strip()


def without_mark(line: str) -> str:
    """A line without the mark that it begins with."""
    return _MARK.sub("", line, count=1)


def label(form: str, place: int) -> str:
    """The mark of the clause in a place (from 1), in the form of the first: "(a)" gives "(b)", "(c)"."""
    return _label(form, place)


def _label(form: str, place: int) -> str:
    first = form.strip("().")
    before, after = form[: form.index(first)], form[form.index(first) + len(first) :]
    if first in ("i", "I"):
        word = _TENS[place // 10] + _NUMERALS[place % 10] if place < 40 else str(place)
        return f"{before}{word.upper() if first == 'I' else word}{after}"
    number = ord(first) + place - 1 if len(first) == 1 else 0
    last = ord("z") if first.islower() else ord("Z")
    return f"{before}{chr(number) if number and number <= last else place}{after}"
