"""Quotation marks and apostrophes of one kind in one set of minutes, whoever typed what: the style's `quotes`."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from exports.blocks import AnyBlock, Span

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_OPENS = "([{—–-/“‘\u00a0"
_YEAR = re.compile(r"'(?=\d\ds\b|tis\b|twas\b)")
_KEPT = frozenset({"construct", "events", "item", "kind", "number", "decision"})
"""Fields that are no text."""


def quoted_as(text: str, kind: str) -> str:
    """A text with its marks of one kind: "curly", "straight", or "as typed". No letter is added or lost."""
    if kind == "straight":
        return text.translate(_STRAIGHT)
    if kind != "curly" or ("'" not in text and '"' not in text):
        return text
    text = _YEAR.sub("’", text)
    found: list[str] = []
    for place, letter in enumerate(text):
        if letter not in "'\"":
            found.append(letter)
            continue
        before = text[place - 1] if place else " "
        opens = before.isspace() or before in _OPENS
        if letter == '"' and before.isdigit() and '"' not in text[:place]:
            found.append(letter)  # inches
        else:
            found.append(("‘" if opens else "’") if letter == "'" else ("“" if opens else "”"))
    return "".join(found)


def with_quotes(blocks: Sequence[AnyBlock], kind: str) -> list[AnyBlock]:
    """The blocks with the marks of one kind."""
    if kind == "as typed":
        return list(blocks)
    return [_marked(block, kind) for block in blocks]


def _marked(value: Any, kind: str) -> Any:
    if isinstance(value, str):
        return quoted_as(value, kind)
    if isinstance(value, tuple):
        if value and all(isinstance(one, Span) for one in value):
            return _spans(value, kind)
        return tuple(_marked(one, kind) for one in value)
    if isinstance(value, Struct):
        texts = [field.name for field in fields(value) if field.name not in _KEPT]
        changed = {name: _marked(getattr(value, name), kind) for name in texts}
        return replace(value, **{name: now for name, now in changed.items() if now != getattr(value, name)})
    return value


def _spans(value: tuple[Span, ...], kind: str) -> tuple[Span, ...]:
    """Spans of one paragraph: what a mark is depends on what stands before it."""
    text = quoted_as("".join(span.text for span in value), kind)
    found: list[Span] = []
    place = 0
    for span in value:
        found.append(replace(span, text=text[place : place + len(span.text)]))
        place += len(span.text)
    return tuple(found)
