"""Blocks in the clerk's own words: put in the place of what the house style says, and found out when the facts change.

A rewording names its block by construct and by the events it came from, and keeps what the house style said of them
then. It always prints; where the house style would now say something else, that is a finding.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import Corrected, Reworded
from clerk.findings import Finding
from clerk.meeting.record import Placed, entry_number
from clerk.meeting.state import Meeting
from exports.blocks import ActionLine, AnyBlock, Closing, Draft, FrontHeading, ItemHeading, Listing, Prose, Span, plain
from exports.narrative import list_of
from exports.plain import lines as lines_of
from exports.quotes import quoted_as

_Wordy = Prose | Listing | ActionLine | Closing | FrontHeading | ItemHeading


def block_text(block: AnyBlock) -> str:
    """What a block says, as a rewording keeps it; "" for a table or names, which are never reworded."""
    match block:
        case Prose(spans=spans):
            return plain(spans)
        case ActionLine(text=text) | Closing(text=text) | FrontHeading(text=text) | ItemHeading(text=text):
            return text
        case Listing():
            return "\n".join(line.strip() for line in lines_of(block))
        case _:
            return ""


class Sentence(Struct, frozen=True):
    """A block as a rewording names it: by construct, an event that it came from, and its place among those alike.
    `says` is what it prints; `was` what the house style makes of the facts."""

    construct: str
    event: str
    nth: int
    says: str
    was: str
    in_own_words: bool


def sentence(blocks: Sequence[AnyBlock], block: AnyBlock) -> Sentence | None:
    """How one of these blocks would be reworded; None for a table or names, and for what comes from no event."""
    if not isinstance(block, _Wordy) or not block.events:
        return None
    before = blocks[: next(place for place, other in enumerate(blocks) if other is block)]
    alike = [b for b in before if isinstance(b, _Wordy) and (b.construct, b.events) == (block.construct, block.events)]
    says = block_text(block)
    own = bool(block.was)
    return Sentence(block.construct, block.events[0], len(alike), says, block.was if own else says, own)


def reworded(meeting: Meeting, blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """The blocks with the clerk's words where there are any; `was` then has the house style's."""
    return [_worded(block, found.text) if found else block for block, found in _matched(meeting, blocks)]


def _matched(meeting: Meeting, blocks: Sequence[AnyBlock]) -> list[tuple[AnyBlock, Reworded | None]]:
    standing = [placed for placed in meeting.events if isinstance(placed.event, Reworded)]
    matched: list[tuple[AnyBlock, Reworded | None]] = []
    for block, nth in _among_those_alike(blocks):
        found: Reworded | None = None
        for placed in standing:
            if _means(placed, block, nth, blocks):
                assert isinstance(placed.event, Reworded)
                found = placed.event
        matched.append((block, found if found and found.text else None))
    return matched


def _among_those_alike(blocks: Sequence[AnyBlock]) -> Iterator[tuple[AnyBlock, int]]:
    """Each block with its place among those of the same construct and events; -1 for what is never reworded."""
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for block in blocks:
        place = (block.construct, block.events)
        yield block, counts[place] if isinstance(block, _Wordy) else -1
        counts[place] += isinstance(block, _Wordy)


def _means(placed: Placed, block: AnyBlock, nth: int, blocks: Sequence[AnyBlock]) -> bool:
    event = placed.event
    assert isinstance(event, Reworded)
    if nth < 0 or not event.of or not set(event.of) <= set(block.events):
        return False
    if "." in event.block:
        # A wording that is named by its whole id is that sentence, and no other of its construct.
        alike = [b for b in blocks if isinstance(b, _Wordy) and b.wording.upper() == event.block.upper()]
        return [b for b in alike if set(event.of) <= set(b.events)][event.nth : event.nth + 1] == [block]
    if nth != event.nth:
        return False
    if event.block:
        return block.construct == event.block
    first = next(b for b in blocks if isinstance(b, _Wordy) and set(event.of) <= set(b.events))
    return first is block


def _worded(block: AnyBlock, text: str) -> AnyBlock:
    was = block_text(block)
    match block:
        case Prose():
            return replace(block, spans=(Span(" ".join(text.split())),), was=was)
        case Listing():
            return replace(block, entries=list_of(text), was=was)
        case ActionLine() | Closing() | FrontHeading() | ItemHeading():
            return replace(block, text=" ".join(text.split()), was=was)
        case _:
            return block


def findings(meeting: Meeting, draft: Draft) -> tuple[Finding, ...]:
    """A WARN for each rewording whose facts have changed since, or that has no block any more. `draft` is of this
    meeting, exempt parts and all."""
    found: list[Finding] = []
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, Reworded) and event.text and _stands(meeting, placed):
            found += _stale(meeting, draft, placed, event)
    return tuple(found)


def _stands(meeting: Meeting, placed: Placed) -> bool:
    """Whether no later rewording is of the same block."""
    event = placed.event
    assert isinstance(event, Reworded)
    key = (event.block, event.of, event.nth)
    later = meeting.events[meeting.events.index(placed) + 1 :]
    return not any(isinstance(p.event, Reworded) and (p.event.block, p.event.of, p.event.nth) == key for p in later)


def _stale(meeting: Meeting, draft: Draft, placed: Placed, event: Reworded) -> list[Finding]:
    where = {"event": placed.id, "item": event.item}
    remedy = "Reword it again, or let the house style speak (:reword without a text)."
    block = next(
        (b for b in draft.blocks if b.was and set(event.of) <= set(b.events) and _same(block_text(b), event.text)),
        None,
    )
    if block is None:
        if any(_means(placed, b, nth, draft.blocks) for b, nth in _among_those_alike(draft.blocks)):
            return []
        shown = any(set(event.of) <= set(b.events) for b in draft.blocks)
        what = (
            f"of {event.block}, which its entry does not print" if shown else "of something that is no longer minuted"
        )
        text = f"A rewording is {what}: “{event.text}”."
        return [Finding("WARN", "N13", text, "Undo it, or write it as a paragraph.", **where)]  # type: ignore[arg-type]
    if event.was and not _same(block.was, event.was):
        text = f"What was reworded has changed. It reads “{event.text}”; the facts now say “{block.was}”."
        return [Finding("WARN", "N13", text, remedy, **where)]  # type: ignore[arg-type]
    if not event.was and _corrected_since(meeting, placed, event):
        text = f"What was reworded was put right since. It reads “{event.text}”; the facts now say “{block.was}”."
        return [Finding("WARN", "N13", text, remedy, **where)]  # type: ignore[arg-type]
    return []


def _same(said: str, other: str) -> bool:
    """Whether two texts say the same, whatever kind their quotation marks are of."""
    return quoted_as(_flat(said), "straight") == quoted_as(_flat(other), "straight")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _corrected_since(meeting: Meeting, placed: Placed, event: Reworded) -> bool:
    later = [entry for entry in meeting.entries if entry.n > entry_number(placed.id)]
    return any(isinstance(e, Corrected) and e.event in event.of for entry in later for e in entry.events)
