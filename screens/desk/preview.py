"""The draft of the open item in place of its record: the same Draft that becomes the Word document."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from textual.content import Content

from clerk.meeting.state import Meeting
from exports.blocks import AnyBlock
from exports.draft import item_blocks
from exports.plain import lines
from exports.rewording import Sentence, sentence
from exports.style import Style
from screens.kit.rows import Row


def preview_rows(meeting: Meeting, item: str | None) -> list[Row]:
    """The item as the minutes will print it, each block by the event it came from; * stands before what is in the
    clerk's own words, and words that may be misspelt are underlined. Raises `StyleError`."""
    from screens.own_words import in_doubt

    shown: list[Row] = []
    doubtful = [word for word, _ in in_doubt(meeting, item)] if item is not None else []
    for key, block in _keyed(_blocks(meeting, item)):
        for number, line in enumerate(lines(block)):
            first = number == 0
            mark = Content("*") if block.was and first else None
            shown.append(Row(_underlined(line, doubtful), key=key if first else None, left=mark))
        shown.append(Row(Content("")))
    return shown


def _underlined(line: str, words: Sequence[str]) -> Content:
    """A line with words that are in doubt underlined."""
    content = Content(line)
    for word in words:
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", line):
            content = content.stylize("underline", *found.span())
    return content


def sentence_at(meeting: Meeting, item: str | None, key: str) -> Sentence | None:
    """What stands in a row of the preview, as it would be reworded; None where it is written from facts alone."""
    blocks = _blocks(meeting, item)
    return next((sentence(blocks, block) for known, block in _keyed(blocks) if known == key), None)


def _blocks(meeting: Meeting, item: str | None) -> Sequence[AnyBlock]:
    if meeting.setup is None or item is None:
        return ()
    return item_blocks(meeting, _style(meeting.setup.style), item)


def _keyed(blocks: Sequence[AnyBlock]) -> Iterator[tuple[str | None, AnyBlock]]:
    """Each block with a key of its own: the first of its events that has none yet, else its first with a number."""
    used: set[str] = set()
    for place, block in enumerate(blocks):
        if not block.events:
            yield None, block
            continue
        key = next((id_ for id_ in block.events if id_ not in used), f"{block.events[0]}#{place}")
        used.add(key)
        yield key, block


@cache
def _style(name: str) -> Style:
    from screens.house_styles import house_style

    return house_style(name)
