"""A meeting's name, entries for it, and what the store's tests call their helpers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NAME = "2019-06-11-cllc"


def entry(number: int = 1, **more: Any) -> dict[str, Any]:
    """An entry as the desk records it, told from others by ``number``."""
    event = {"type": "Paragraph", "text": f"Paragraph {number}", "at": None, **more}
    return {"recorded": f"2019-06-11T19:{number // 60 % 60:02}:{number % 60:02}", "by": "jo", "events": [event]}


def lines_of(path: Path) -> int:
    """How many lines a journal has after its first."""
    return path.read_bytes().count(b"\n") - 1


Fail = Callable[..., None]

OPEN_FILES_STAY = pytest.mark.skipif("sys.platform == 'win32'", reason="Windows lets nobody delete an open file")
"""For a test in which another program does, or replaces it."""
