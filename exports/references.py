"""Running minute references, "26/045", which go on over a council's year: given when minutes are published, kept with
what was published, and never worked out again. Until then a draft prints "26/–"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from exports.blocks import AnyBlock, ItemHeading, Prose, Span
from exports.writer import Writer

References = Mapping[str, str]
"""The number of each item or resolution, by the item's id or that of the event that the resolution came from."""

_RUNNING = re.compile(r"\d{2,4}/\d")
"""A number that runs on over the year, as an agenda prints it: "26/031"."""

OPEN = "–"
"""Stands for a number that is not given yet."""


def referred(writer: Writer, blocks: Sequence[AnyBlock], given: References) -> list[AnyBlock]:
    """The minutes with their references, where the house style has them: before each item's title, or before each
    paragraph that carries a decision."""
    of = writer.setting("references")
    if of == "none":
        return list(blocks)
    found: list[AnyBlock] = []
    for block in blocks:
        key = _key(block, of)
        if not key:
            found.append(block)
            continue
        reference = _reference(writer, given.get(key, OPEN))
        if isinstance(block, ItemHeading):
            text = writer.style.text("FM-06.reference", reference=reference, title=block.text)
            found.append(replace(block, text=text))
        elif isinstance(block, Prose):
            lead = writer.style.text("OU-02.reference", reference=reference)
            found.append(replace(block, spans=(Span(f"{lead.strip()} "), *block.spans)))
    return found


def wanting(writer: Writer, blocks: Iterable[AnyBlock]) -> tuple[str, ...]:
    """What of the minutes wants a reference, in the order in which it is printed."""
    of = writer.setting("references")
    return tuple(dict.fromkeys(key for block in blocks if (key := _key(block, of))))


def numbered(wanted: Sequence[str], last: int) -> dict[str, str]:
    """The numbers that follow the `last` one given this year, for what wants one: "045" after 44."""
    return {key: f"{number:03}" for number, key in enumerate(wanted, last + 1)}


def _key(block: AnyBlock, of: str) -> str:
    if of == "items" and isinstance(block, ItemHeading):
        # An agenda may be numbered so itself: its number is then the reference, and there is none to give.
        return "" if _RUNNING.match(block.number) else block.item or ""
    decides = isinstance(block, Prose) and any(span.decision for span in block.spans)
    return next(iter(block.events), "") if of == "resolutions" and decides else ""


def _reference(writer: Writer, number: str) -> str:
    held = writer.meeting.setup.date if writer.meeting.setup else None
    return writer.style.text("N6", year=f"{held:%y}" if held else OPEN, number=number)
