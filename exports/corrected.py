"""Minutes as they were approved: the text kept, with every correction in its place, struck words and new ones, dated.

Nothing is worded anew: what a correction does not name stands as it was kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from clerk.events import MinutesCorrected
from clerk.history import Approval
from clerk.times import say_date
from exports.blocks import AnyBlock, Draft, FrontHeading, ListEntry, Listing, Prose, Span, Spans, plain
from exports.plain import lines
from exports.rewording import block_text
from exports.style import Style


def corrected(draft: Draft, approvals: Sequence[Approval], style: Style, exempt: bool) -> Draft:
    """A draft with what was corrected on approval in its place, and all of it listed at the end, with who approved it.
    What only the exempt minutes have is left out of the public ones."""
    blocks = list(draft.blocks)
    listed: list[ListEntry] = []
    for approval in approvals:
        day = say_date(approval.on)
        for change in approval.changes:
            if change.exempt and not exempt:
                continue
            blocks = _applied(blocks, change, approval.on, style)
            key = "N5.words" if change.was else "N5.note"
            was, now = differing(change)
            words = {"was": was, "now": now, "text": now, "date": day}
            listed.append(ListEntry(style.render(key, **words), "bullet"))
        free = approval.corrections if exempt or not approval.exempt else ()
        listed += [ListEntry(style.render("N5.note", text=text.rstrip("."), date=day), "bullet") for text in free]
    if listed:
        blocks.append(FrontHeading(text=style.text("N5.heading"), construct="N5"))
        blocks.append(Listing(entries=tuple(listed), construct="N5"))
    blocks += [_approved(approval, style) for approval in approvals]
    return replace(draft, blocks=tuple(blocks))


def _approved(approval: Approval, style: Style) -> AnyBlock:
    facts = {"body": approval.body, "date": say_date(approval.on), "exempt": approval.exempt}
    facts |= {"corrected": bool(approval.corrections or approval.changes), "presided": approval.presided}
    return Prose(spans=style.render("N5", **facts), construct="N5")


def _flat(text: str) -> str:
    return " ".join(text.split())


def differing(change: MinutesCorrected) -> tuple[str, str]:
    """What a correction changes, and what it now reads: of a table or a list the lines that differ, and no others."""
    before, after = ([_cells(line) for line in text.splitlines()] for text in (change.was, change.now))
    if min(len(before), len(after)) < 2:
        return _flat(change.was), _flat(change.now)
    kept = [row for row in before if row in after]
    heading = before[0] if before[0] == after[0] else []
    was, now = ("; ".join(_row(row, heading) for row in rows if row not in kept) for rows in (before, after))
    return was or _flat(change.was), now


def _cells(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def _row(cells: list[str], heading: list[str]) -> str:
    """A row of a table in words: figures under their headings, else what stands first, and the rest."""
    if len(cells) == len(heading) > 1 and all(cell.isdecimal() for cell in cells):
        return ", ".join(f"{name} {cell}" for name, cell in zip(heading, cells, strict=True))
    first, *rest = cells
    return f"{first}: {', '.join(rest)}" if rest else first


def _applied(blocks: Sequence[AnyBlock], change: MinutesCorrected, on: date, style: Style) -> list[AnyBlock]:
    """The blocks with one correction in its place."""
    if not change.was:
        return _noted(blocks, change, on, style)
    place = place_of(blocks, change)
    if place is None:
        return list(blocks)
    block = blocks[place]
    if isinstance(block, Prose) and change.was in plain(block.spans):
        note = style.text("N5.dated", date=say_date(on))
        return [*blocks[:place], replace(block, spans=_struck(block.spans, change, note)), *blocks[place + 1 :]]
    # A list, a heading or names: it stays, and what it reads now stands below it.
    was, now = differing(change)
    below = style.render("N5.below", was=was, now=now, date=say_date(on))
    note_block = Prose(spans=below, construct="N5", item=block.item, private=block.private)
    return [*blocks[: place + 1], note_block, *blocks[place + 1 :]]


def _noted(blocks: Sequence[AnyBlock], change: MinutesCorrected, on: date, style: Style) -> list[AnyBlock]:
    """A note at the end of its item."""
    last = max((number for number, block in enumerate(blocks) if block.item == change.under), default=None)
    if last is None:
        return list(blocks)
    spans = style.render("N5.at", text=_flat(change.now).rstrip("."), date=say_date(on))
    note = Prose(spans=spans, construct="N5", item=change.under, private=change.exempt)
    return [*blocks[: last + 1], note, *blocks[last + 1 :]]


def place_of(blocks: Sequence[AnyBlock], change: MinutesCorrected) -> int | None:
    """Which of these blocks a correction is of: the one that it names, else the only one with these words."""
    here = [number for number, block in enumerate(blocks) if change.was in said_by(block)]
    named = [n for n in here if blocks[n].construct == change.block and set(change.of) <= set(blocks[n].events)]
    if change.of and named:
        return named[min(change.nth, len(named) - 1)]
    return here[0] if len(here) == 1 else None


def said_by(block: AnyBlock) -> str:
    """What a block says, names and tables too: line below line."""
    return block_text(block) or "\n".join(line.strip() for line in lines(block))


def _struck(spans: Spans, change: MinutesCorrected, note: str) -> Spans:
    """The spans with the words that were struck through, and those that are read instead, dated."""
    start = plain(spans).index(change.was)
    end = start + len(change.was)
    made: list[Span] = []
    at = 0
    for span in spans:
        if span.struck:
            made.append(span)
            continue
        first, last = at, at + len(span.text)
        at = last
        before, inside = span.text[: max(0, start - first)], span.text[max(0, start - first) : max(0, end - first)]
        after = span.text[max(0, end - first) :]
        made += [replace(span, text=before)] if before else []
        made += [replace(span, text=inside, struck=True, item="")] if inside else []
        if last >= end > first or (last == end == first):
            made.append(Span(f"{f' {change.now}' if change.now else ''} {note}"))
        made += [replace(span, text=after)] if after else []
    return tuple(made)
