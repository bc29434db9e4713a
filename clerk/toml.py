"""TOML from elsewhere: whatever is in a file, reading it ends, in good time, with what it holds or with a sentence."""

import re
import tomllib
from typing import Any

MOST = 2_000_000
"""Characters of a house style, a profile or a meeting's papers; the longest that is known has a fiftieth of it."""

_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]++)[ \t]*+"""
_ENDLESS_KEY = re.compile(rf"(?<![\w-]){_PART}(?:\.[ \t]*+{_PART}){{40}}")
"""A key of parts and parts of parts. The time that it takes to be read grows with the square of their number."""


class TooMuch(tomllib.TOMLDecodeError):
    """A file that nobody wrote to be read: `str()` of it says in what."""


def read_toml(text: str) -> dict[str, Any]:
    """What a text in TOML holds. Raises `tomllib.TOMLDecodeError`, and of what is too much of it `TooMuch`."""
    if len(text) > MOST:
        raise TooMuch("it is larger than any such file is")
    if _ENDLESS_KEY.search(text):
        raise TooMuch("a key in it has more parts than any key has")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TooMuch("its lists stand in lists too deep to be read") from None
