"""Meetings for the rows that torture what is kept: entries told apart, and whether all acknowledged ones are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store import read_meeting
from tests.torture.trial import Lost

NAME = "2031-06-11-mlpc"


def entry(number: int) -> dict[str, Any]:
    """Entry `number`, with signs of every width in it; every seventh is long."""
    text = f"{number}: “the Committee’s decision” [/b] \u202e é 🗳 {'—' * (2_000 if number % 7 == 0 else 20)}"
    return {"recorded": "2031-06-11T19:00:00", "by": "jo", "events": [{"type": "Paragraph", "text": text}]}


def assert_there(path: Path, acknowledged: int, *, beyond: int = 1) -> None:
    """Raises `Lost` unless the entries up to that number can be read, word for word, and hardly any more."""
    found = read_meeting(path).entries
    if len(found) < acknowledged:
        raise Lost(f"{acknowledged} entries were acknowledged, and {len(found)} are in {path}")
    wrong = [number for number, one in enumerate(found, 1) if one != entry(number)]
    if wrong:
        raise Lost(f"entries {wrong} in {path} are not as they were recorded")
    if len(found) > acknowledged + beyond:
        raise Lost(f"{len(found)} entries are in {path}, and only {acknowledged} were acknowledged")
