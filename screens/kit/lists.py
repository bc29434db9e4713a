"""Bullets and numbers at the start of a line, and what stands at the start of the next."""

import re

_BULLET = re.compile(r"(?P<lead>\s*)(?P<mark>[-*•–])(?P<gap>\s+)(?P<text>.*)", re.DOTALL)
_NUMBER = re.compile(
    r"(?P<lead>\s*)(?P<upper>(?:\d+\.)*)(?P<last>\d+)(?P<end>[.)]?)(?P<gap>\s+)(?P<text>.*)", re.DOTALL
)
_LETTER = re.compile(r"(?P<lead>\s*\(?)(?P<last>[a-y])(?P<end>\))(?P<gap>\s+)(?P<text>.*)", re.DOTALL)


_ANOTHER = re.compile(r"\s*(?:\d+\.)*\d+[.)]?\s+(?P<mark>[-*•–]|(?:\d+\.)+\d*)")


def another_mark(line: str) -> str | None:
    """The mark that was typed after a number that the line began with, and so in its place: "2. 1.1" is "1.1"."""
    found = _ANOTHER.fullmatch(line)
    return found["mark"] if found else None


def after(line: str) -> str | None:
    """The start of the line after this one: "- ", "3. ", or "". `None` when this line is an empty bullet or number,
    which ends its list."""
    if found := _BULLET.fullmatch(line):
        carried = found["lead"] + found["mark"] + found["gap"]
    # "19 members were present" is a sentence: a number alone begins a list only with a stop, a bracket or a dot in it.
    elif (found := _NUMBER.fullmatch(line)) and (found["end"] or found["upper"]):
        carried = f"{found['lead']}{found['upper']}{int(found['last']) + 1}{found['end']}{found['gap']}"
    elif found := _LETTER.fullmatch(line):
        carried = f"{found['lead']}{chr(ord(found['last']) + 1)}{found['end']}{found['gap']}"
    else:
        return ""
    return carried if found["text"].strip() else None


def only_mark(line: str) -> bool:
    """Whether a line is an empty bullet or number, with or without the space after it."""
    return after(f"{line.rstrip()} ") is None
