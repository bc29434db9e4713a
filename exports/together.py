"""What stands on one page with what follows it, in Word and in the PDF alike."""

from exports.blocks import ActionLine, AnyBlock, Closing, Grid, ItemHeading, Listing, Prose

_LEADS = frozenset(("MT-01", "MT-08"))
"""Sentences that say that a vote is about to be taken: what came of it follows."""


def stays_with_next(block: AnyBlock, following: AnyBlock | None) -> bool:
    """Whether a block may not be the last of its page. A sentence stays with what it leads to, figures of a vote with
    its result, and the last lines with the end of the meeting and the place for the signature: nobody signs a page
    with nothing on it."""
    match block:
        case Closing():
            return True
        case Prose() | Listing() | ActionLine() | Grid() if isinstance(following, Closing):
            return True
        case Prose(keep_with_next=keep, construct=construct):
            leads = construct in _LEADS and not isinstance(following, ItemHeading)
            return keep or leads or isinstance(following, ActionLine | Listing | Grid)
        case Grid(blank=True, title=title):
            # A box and the box of its words.
            return isinstance(following, Grid) and following.title.startswith(f"{title}:")
        case Grid(construct=construct):
            return construct.startswith("VO")
        case Listing(construct=construct):
            return construct.startswith("VO") and isinstance(following, Prose | Listing | Grid)
        case _:
            return False


_FEW_ROWS = 14


def in_one_piece(grid: Grid, keep: bool) -> bool:
    """Whether a table may not break over pages: one that stays with what follows, or a box to be written in. A long
    one breaks all the same, its header repeated."""
    return (keep or grid.blank) and len(grid.rows) <= _FEW_ROWS
