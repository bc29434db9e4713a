"""The draft of the open item in place of its record: the same Draft that becomes the Word document."""

from functools import cache

from textual.content import Content

from clerk.meeting import Meeting
from exports.draft import item_blocks
from exports.plain import lines
from exports.style import Style
from screens.kit.lines import Row


def preview_rows(meeting: Meeting, item: str | None) -> list[Row]:
    """The item as the minutes will print it, each line by the event it came from. Raises `StyleError`."""
    if meeting.setup is None or item is None:
        return []
    shown: list[Row] = []
    used: set[str] = set()
    for block in item_blocks(meeting, _style(meeting.setup.style), item):
        key = next((id_ for id_ in block.events if id_ not in used), None)
        for number, line in enumerate(lines(block)):
            shown.append(Row(Content(line), key=key if number == 0 else None))
        if key is not None:
            used.add(key)
        shown.append(Row(Content("")))
    return shown


@cache
def _style(name: str) -> Style:
    from screens.house_styles import house_style

    return house_style(name)
