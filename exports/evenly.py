"""One way of writing in one set of minutes, whoever typed what: quotation marks, and items by their number."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from exports.blocks import AnyBlock, Span
from exports.quotes import quoted_as
from exports.writer import Writer

_KEPT = frozenset({"construct", "wording", "events", "item", "kind", "number", "decision"})
"""Fields that are no text."""

_QUOTED_OR_ITEM = re.compile(
    r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\""
    r"|(?P<begins>(?:^|(?<=[.!?:] )))?\b(?<!line )(?P<agenda>[Aa]genda )?(?P<word>[Ii]tems?) "
    r"(?=(?P<number>\d+(?:\.\d+)*[a-z]?)\b)"
)

Write = Callable[[str], str]
"""Writes a text the one way; no letter is added or lost."""


def evenly(blocks: Sequence[AnyBlock], writer: Writer) -> list[AnyBlock]:
    """The blocks, written the one way that the style has."""
    quotes, items = str(writer.setting("quotes")), str(writer.setting("items"))
    numbers = frozenset({item.called for item in writer.meeting.items.values()} | {*writer.numbers.values()})

    def write(text: str) -> str:
        return items_as(quoted_as(text, quotes), items, numbers)

    return [_written(block, write) for block in blocks]


def items_as(text: str, how: str, numbers: Collection[str]) -> str:
    """A text in which the meeting's items, by these numbers, are written "Item 3", "item 3" or "as typed". What stands
    between quotation marks is somebody else's."""
    if how == "as typed":
        return text

    def one(match: re.Match[str]) -> str:
        if match["word"] is None or match["number"].lower() not in numbers:
            return match[0]
        said = f"{match['agenda'] or ''}{match['word']}"
        return (
            f"{said.title() if how == 'Item' else said.capitalize() if match['begins'] is not None else said.lower()} "
        )

    return _QUOTED_OR_ITEM.sub(one, text)


def _written(value: Any, write: Write) -> Any:
    if isinstance(value, str):
        return write(value)
    if isinstance(value, tuple):
        if value and all(isinstance(one, Span) for one in value):
            return _spans(value, write)
        return tuple(_written(one, write) for one in value)
    if isinstance(value, Struct):
        texts = [field.name for field in fields(value) if field.name not in _KEPT]
        changed = {name: _written(getattr(value, name), write) for name in texts}
        return replace(value, **{name: now for name, now in changed.items() if now != getattr(value, name)})
    return value


def _spans(value: tuple[Span, ...], write: Write) -> tuple[Span, ...]:
    """Spans of one paragraph: what a mark is depends on what stands before it."""
    text = write("".join(span.text for span in value))
    found: list[Span] = []
    place = 0
    for span in value:
        found.append(replace(span, text=text[place : place + len(span.text)]))
        place += len(span.text)
    return tuple(found)
