"""Where minutes read otherwise: paragraph by paragraph, as they are here and as they came back, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from textwrap import wrap

from msgspec import Struct

from exports.blocks import AnyBlock, Draft, Listing, plain
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


def flat(text: str) -> str:
    """A text for comparison: one line, single spaces, no space that does not break."""
    return " ".join(text.replace("\u00a0", " ").split())


def differences(draft: Draft, ours: Sequence[str], theirs: Sequence[str]) -> list[Difference]:
    """Each paragraph in which two documents differ; `ours` are the paragraphs of the draft's own document."""
    blocks = dict(_by_text(draft))
    found: list[Difference] = []
    item: str | None = None
    after = ""
    # A heading that is shown in capitals is the same heading.
    matcher = SequenceMatcher(
        None, [one.casefold() for one in ours], [one.casefold() for one in theirs], autojunk=False
    )
    for what, a, b, c, d in matcher.get_opcodes():
        for old, new in zip_longest(ours[a:b], theirs[c:d], fillvalue=""):
            block = blocks.get(old.casefold()) if old else None
            if what != "equal":
                found.append(Difference(old, new, block, block.item if block is not None else item, after))
            if block is not None:
                item = block.item
                after = block.events[-1] if block.events else ""
    return found


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
    """A difference in two columns: as it is here, and as it came back."""
    half = max(20, (width - 3) // 2)
    left = wrap(found.ours, half) or ["–"]
    right = wrap(found.theirs, half) or ["–"]
    return [f"{a:<{half}} | {b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]
