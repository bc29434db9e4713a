"""An hour as the keys of a step type it: "21:05", "9.05 pm"."""

import re

_HOUR = re.compile(r"\d{1,2}([:.]?\d{0,2})?( ?([ap](\.?(m\.?)?)?)?)?", re.IGNORECASE)


def goes_on(typed: str, character: str | None) -> bool:
    """Whether a character goes on an hour of which this much is typed."""
    return bool(character) and _HOUR.fullmatch(f"{typed}{character}") is not None
