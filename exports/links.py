"""Web and e-mail addresses within text: what a reader can follow."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![\w@.])(?:(?P<web>https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+)|(?P<mail>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+))"
)
_AFTER = ".,;:!?)]}'’"
"""What ends a sentence ends no address."""


def links_in(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the address that it is, or ""."""
    if "@" not in text and "://" not in text and "www." not in text:
        yield text, ""
        return
    done = 0
    for match in _ADDRESS.finditer(text):
        shown = match[0].rstrip(_AFTER)
        if match.start() > done:
            yield text[done : match.start()], ""
        yield shown, _target(match, shown)
        done = match.start() + len(shown)
    if done < len(text):
        yield text[done:], ""


def _target(match: re.Match[str], shown: str) -> str:
    if match["mail"]:
        return f"mailto:{shown}"
    return shown if "://" in shown else f"https://{shown}"
