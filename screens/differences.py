"""Where minutes read otherwise: paragraph by paragraph, as they are here and as they came back, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from textwrap import wrap

from msgspec import Struct

from exports.blocks import AnyBlock, Draft, Grid, Listing, NameColumns, plain
from exports.plain import lines
from exports.rewording import Sentence, block_text, sentence


class Difference(Struct, frozen=True):
    """A paragraph that reads otherwise: `ours` "" where it was put in, `theirs` "" where it is gone. `block` is the
    block of the minutes that it is of, None where none is known; `item` the item that it stands under."""

    ours: str
    theirs: str
    block: AnyBlock | None = None
    item: str | None = None
    after: str = ""
    """The event that printed what stands before it, "" where none did."""
    before: str = ""
    """The event that printed what stands behind it under its item, "" where none did."""
    moved: bool = False
    """Whether it is nowhere changed, but stands elsewhere there: `item`, `after` and `before` say where."""


def flat(text: str) -> str:
    """A text for comparison: one line, single spaces, no space that does not break."""
    return " ".join(text.replace("\u00a0", " ").split())


def differences(draft: Draft, ours: Sequence[str], theirs: Sequence[str]) -> list[Difference]:
    """Each paragraph in which two documents differ; `ours` are the paragraphs of the draft's own document."""
    blocks = _blocks_of(draft, [one.casefold() for one in ours])
    found: list[Difference] = []
    item: str | None = None
    after = ""
    # A heading that is shown in capitals is the same heading.
    matcher = SequenceMatcher(
        None, [one.casefold() for one in ours], [one.casefold() for one in theirs], autojunk=False
    )
    moves = _moves(matcher, blocks)
    moved = set(moves.values())
    for what, a, b, c, d in matcher.get_opcodes():
        gone = [place for place in range(a, b) if place not in moved]
        put_in = [theirs[place] for place in range(c, d) if what == "equal" or place not in moves]
        for place, old, new in zip_longest(gone, [ours[place] for place in gone], put_in, fillvalue=""):
            block = blocks[place] if isinstance(place, int) else None
            if what != "equal":
                found.append(Difference(old, new, block, block.item if block is not None else item, after))
            if block is not None:
                item = block.item
                after = block.events[-1] if block.events else ""
        for place in (place for place in range(c, d) if place in moves):
            block = blocks[moves[place]]
            behind = next((one for one in blocks[b:] if one is not None and one.events), None)
            before = behind.events[0] if behind is not None and behind.item == item else ""
            found.append(Difference(ours[moves[place]], theirs[place], block, item, after, before, moved=True))
            after = block.events[-1] if block is not None else after
    return found


def _moves(matcher: SequenceMatcher[str], blocks: Sequence[AnyBlock | None]) -> dict[int, int]:
    """Which paragraphs of theirs stand elsewhere in ours, word for word: those that are one event's whole words."""
    apart = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    gone = [place for _, a, b, _, _ in apart for place in range(a, b)]
    moves: dict[int, int] = {}
    for place in (place for _, _, _, c, d in apart for place in range(c, d)):
        for other in gone:
            block = blocks[other]
            alike = matcher.a[other] == matcher.b[place]  # type: ignore[attr-defined]
            if alike and block is not None and block.events and flat(block_text(block)).casefold() == matcher.a[other]:  # type: ignore[attr-defined]
                moves[place] = other
                gone.remove(other)
                break
    return moves


def _blocks_of(draft: Draft, ours: Sequence[str]) -> list[AnyBlock | None]:
    """The block that each paragraph is of. What stands in several, such as a name or a resolution, is told by what
    stands around it: both go through the minutes in one order."""
    printed = [(text, block) for block in draft.blocks for text in _printed(block)]
    by_text = dict(_by_text(draft))
    found: list[AnyBlock | None] = [by_text.get(one) for one in ours]
    for a, b, size in SequenceMatcher(None, [text for text, _ in printed], ours, autojunk=False).get_matching_blocks():
        for step in range(size):
            found[b + step] = printed[a + step][1]
    return found


def _printed(block: AnyBlock) -> list[str]:
    """What a block prints, paragraph by paragraph and cell by cell."""
    match block:
        case Listing(entries=entries):
            texts = [plain(entry.spans) for entry in entries]
        case Grid(header=header, rows=rows):
            texts = [*header, *(line for row in rows for cell in row for line in cell)]
        case NameColumns(names=names):
            texts = [*names]
        case _:
            texts = block_text(block).split("\n") if block_text(block) else lines(block)
    return [flat(text).casefold() for text in texts]


def _by_text(draft: Draft) -> Iterator[tuple[str, AnyBlock]]:
    for block in reversed(draft.blocks):
        if isinstance(block, Listing):
            yield from ((flat(plain(entry.spans)).casefold(), block) for entry in block.entries)
        else:
            yield from ((flat(line).casefold(), block) for line in lines(block))
            yield flat(block_text(block)).casefold(), block


def sentence_of(draft: Draft, found: Difference) -> Sentence | None:
    """The sentence that a difference would reword; None where nothing can be: a table, names, part of a list."""
    if found.block is None or not found.ours or not found.theirs:
        return None
    if flat(block_text(found.block)).casefold() != found.ours.casefold():
        return None
    return sentence(draft.blocks, found.block)


def side_by_side(found: Difference, width: int = 80) -> list[str]:
    """A difference in two columns: as it is here, and as it came back; what only stands elsewhere once."""
    if found.moved:
        return wrap(found.ours, width)
    half = max(20, (width - 3) // 2)
    left = wrap(found.ours, half) or ["–"]
    right = wrap(found.theirs, half) or ["–"]
    return [f"{a:<{half}} | {b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]
