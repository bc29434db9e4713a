"""The Draft: a list of blocks, each knowing the construct it prints and the events it came from.

A renderer (Word, plain text) reads blocks and nothing else, so every form of one Draft says the same.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from clerk.hidden import left_out


class Span(Struct, frozen=True):
    """A run of text. `decision` marks the words that carry a decision (RESOLVED, CARRIED), printed bold; `item` is the
    id of the item whose number the text is, so that Word can let it follow when an item is put in; `struck` are words
    that a correction struck out, printed with a line through them."""

    text: str
    decision: bool = False
    item: str = ""
    struck: bool = False


Spans = tuple[Span, ...]


class Block(Struct, frozen=True, kw_only=True, tag=True):
    """What every block knows: the construct it prints (`AT-01`), the events it came from (`12.0`, in order of
    place) and whether it belongs to an exempt session. `wording` is the name of its wording in the house style
    ("CH-04.tie"); `was` is what that says, where the clerk reworded it."""

    construct: str = ""
    wording: str = ""
    events: tuple[str, ...] = ()
    item: str | None = None
    private: bool = False
    was: str = ""


class Title(Block, frozen=True):
    """FM-01: the body's name as the document's only first-level heading, and the date below it."""

    text: str
    date: str


class FrontHeading(Block, frozen=True):
    """An unnumbered heading of the front block ("Members Present:-")."""

    text: str


class ItemHeading(Block, frozen=True):
    """FM-06: an item's heading. `number` is as printed ("8", "6a"), or "" for an unnumbered heading (FM-08); `sub` is
    an item that is part of the one above (FM-09)."""

    number: str
    text: str
    sub: bool = False


class ChairLines(Block, frozen=True):
    """FM-02: those with an office, each on a line of their own, centred."""

    lines: tuple[str, ...]


class NameColumns(Block, frozen=True):
    """FM-02: names in two columns, filled row by row."""

    names: tuple[str, ...]


class Prose(Block, frozen=True):
    """A paragraph of the minutes."""

    spans: Spans
    keep_with_next: bool = False


class ListEntry(Struct, frozen=True):
    """One entry of a list. `number` is as printed ("1", "1.1"); a bullet and a plain line have none.

    `depth` is 0 for "1." and for bullets directly under prose, 1 for "1.1" and for bullets under "1.".
    """

    spans: Spans
    kind: Literal["number", "bullet", "plain"]
    number: str = ""
    depth: int = 0


class Listing(Block, frozen=True):
    """A list: recommendations, the text of an amendment, bullets. Each Listing counts from its own beginning."""

    entries: tuple[ListEntry, ...]


class Grid(Block, frozen=True):
    """A table with a header row. A cell may hold several lines; `numbered` numbers the lines of body cells from 1
    (OU-16); `blank` cells are to be written in by hand; `total` says that the last row sums up the others. `title` and
    `description` are the alternative text."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    title: str
    description: str
    numbered: bool = False
    blank: bool = False
    total: bool = False


class ActionLine(Block, frozen=True):
    """AC-01: an action on a line of its own, under the paragraph it belongs to."""

    text: str


class Closing(Block, frozen=True):
    """CL-01: the line that closes the minutes."""

    text: str


AnyBlock = Title | FrontHeading | ItemHeading | ChairLines | NameColumns | Prose | Listing | Grid | ActionLine | Closing


class Draft(Struct, frozen=True):
    """A meeting written up, ready to be rendered.

    `status` is the draft marker ("DRAFT – not yet approved by the Committee") or "" once approved, `restriction` what
    says that the document is not for publication, "" for what the public may have. `title` and `file_stem` are without
    either. `body` is whose meeting it was, `held` its day; `chair_label` ("Chairman") heads the signature block, ""
    where the document is not signed.
    """

    title: str
    blocks: tuple[AnyBlock, ...]
    status: str
    file_stem: str
    body: str = ""
    chair_label: str = "Chairman"
    restriction: str = ""
    held: date | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page says of the document, the restriction first."""
        return tuple(mark for mark in (self.restriction, self.status) if mark.strip())

    @property
    def marked_title(self) -> str:
        """The title as the file's properties have it."""
        return self._marked(self.title)

    @property
    def file_name(self) -> str:
        """The suggested file name, without suffix."""
        return self._marked(self.file_stem)

    def _marked(self, name: str) -> str:
        name = left_out(name)
        return f"{'DRAFT ' if self.status.strip() else ''}{name}{' EXEMPT' if self.restriction.strip() else ''}"

    def of_item(self, item: str | None) -> Iterator[AnyBlock]:
        """The blocks of one item; `None` gives the front block and the closing line."""
        return (block for block in self.blocks if block.item == item)


NEVER_IN_NAMES = '\\/:*?"<>|'
"""What Windows takes in no file's name."""

_LONGEST = 120
"""Bytes of a body's name in a file's: most disks take 255 in all, Windows not many more with the folders."""


def for_a_file(name: str) -> str:
    """The name of a body, or the like, as a part of a file's name: without what no name may hold, and cut after a word
    where it is too long."""
    kept = " ".join("".join(c for c in name if c not in NEVER_IN_NAMES).split())
    if len(kept.encode()) <= _LONGEST:
        return kept
    cut = kept.encode()[:_LONGEST].decode("utf-8", "ignore")
    return f"{cut.rsplit(' ', 1)[0]}…"


def plain(spans: Spans) -> str:
    """The text of a run of spans, without its marking; what was struck out is no part of it."""
    return "".join(span.text for span in spans if not span.struck)
