"""A Draft as a PDF that everyone can read: PDF/UA-1 and PDF/A-2a at once, set by typst from the same blocks.

Texts reach typst as data (`minutes.typ` is the one thing that it reads as markup), and only in characters that the
shipped fonts have, so a PDF always comes. The fonts of the machine are never looked at.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from exports.blocks import (
    ActionLine,
    AnyBlock,
    ChairLines,
    Closing,
    Draft,
    FrontHeading,
    Grid,
    ItemHeading,
    Listing,
    NameColumns,
    Prose,
    Spans,
    Title,
)
from exports.links import links_in
from exports.nesting import Node, nested
from exports.pdf_letters import FAMILY, FONTS, SPARE, Letters
from exports.plain import (
    LONGEST_ACTION,
    cells_of,
    figure_columns,
    is_empty,
    item_label,
    name_rows,
    one_line,
    tidy,
    title_between,
)
from exports.saving import save_bytes
from exports.together import in_one_piece, stays_with_next
from exports.unbroken import bound, unbroken
from exports.widths import alike, widths

if TYPE_CHECKING:
    from typst import Compiler

_TEMPLATE = Path(__file__).with_name("minutes.typ")

# In points: from margin to margin, and the text of an item in from the margin.
_ROOM = 451
_INDENT = 36
_LETTER_OF_LABEL = 0.25


def write_pdf(draft: Draft, to: BinaryIO | Path) -> tuple[str, ...]:
    """Writes the draft as a PDF to a file or a binary stream; the same draft gives the same bytes.

    Returns the characters that no shipped font has: U+FFFD stands in their places. Raises `WritingError` if the file
    cannot be written.
    """
    letters = Letters()
    data = _Setter(letters).document(draft)
    content = compiler().compile(
        _TEMPLATE, format="pdf", sys_inputs={"draft": json.dumps(data)}, pdf_standards=["a-2a", "ua-1"]
    )
    assert isinstance(content, bytes)
    save_bytes(content, to)
    return letters.lost


@cache
def compiler() -> "Compiler":
    """Typst with our fonts and its own, none of the machine's; read once."""
    from typst import Compiler, Fonts

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    return Compiler(root=_TEMPLATE.parent, font_paths=fonts)


class _Setter:
    """Turns blocks into what the template reads."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._in_items = False
        self._headed = False
        self._after_table = False
        self._alike: dict[tuple[str, ...], list[Sequence[str]]] = {}

    def document(self, draft: Draft) -> dict[str, Any]:
        """The whole of a draft as plain values."""
        self._alike = alike(draft.blocks)
        following = (*draft.blocks[1:], None)
        shown = [self._block(block, after) for block, after in zip(draft.blocks, following, strict=True)]
        blocks = [block for block in shown if block]
        day = draft.held
        return {
            "title": one_line(self._letters.of(draft.marked_title)) or "Minutes",
            # The archive standard wants a date; the meeting's own keeps the bytes the same.
            "date": {"year": day.year, "month": day.month, "day": day.day} if day else _NO_DAY,
            "fonts": [FAMILY, SPARE],
            "marks": [self._line(mark) for mark in draft.marks],
            "signature": self._line(draft.chair_label),
            "titles": sum(block["kind"] == "title" for block in blocks[:1]),
            "blocks": blocks,
        }

    def _block(self, block: AnyBlock, following: AnyBlock | None) -> dict[str, Any]:
        keep = stays_with_next(block, following)
        made = self._shown(block, keep)
        if made.get("text", "some") == "":
            return {}
        if made:
            self._after_table = isinstance(block, Grid)
        return made

    def _shown(self, block: AnyBlock, keep: bool) -> dict[str, Any]:
        inset = int(self._in_items)
        match block:
            case Title(text=text, date=date):
                return {"kind": "title", "text": self._line(text), "date": self._line(date)}
            case FrontHeading(text=text):
                self._headed = True
                return {"kind": "front", "text": self._line(text)}
            case ItemHeading():
                return self._item(block)
            case ChairLines(lines=lines):
                return {"kind": "offices", "lines": [self._line(line) for line in lines]}
            case NameColumns(names=people):
                rows = [[self._line(name) for name in row] for row in name_rows(people)]
                return {"kind": "names", "rows": rows} if rows else {}
            case Prose(spans=spans):
                said = self._spans(spans)
                leads = bool(said) and str(said[-1]["text"]).endswith(":")
                return {"kind": "prose", "spans": said, "inset": inset, "keep": keep or leads} if said else {}
            case Listing(entries=entries):
                nodes = [self._node(node) for node in nested(entries)]
                return {"kind": "list", "nodes": nodes, "inset": inset, "keep": keep} if nodes else {}
            case Grid():
                return {} if is_empty(block) else self._grid(block, inset, keep)
            case ActionLine(text=text):
                long = len(one_line(text)) > LONGEST_ACTION
                return {"kind": "action", "text": self._line(text), "inset": inset, "long": long, "keep": keep}
            case Closing(text=text):
                return {"kind": "closing", "text": self._line(text)}

    def _item(self, block: ItemHeading) -> dict[str, Any]:
        self._in_items = True
        # A sheet may hold a part of an item without the item: its heading then stands where the item's would.
        level = 3 if block.sub and self._headed else 2
        self._headed = True
        text = self._line(block.text)
        number = self._line(item_label(block.number)) if text and one_line(block.number) else ""
        said = text or self._line(item_label(block.number))
        return {
            "kind": "item",
            "level": level,
            "number": number,
            "text": said,
            # Made here: the typesetter knows capitals that no font has, and stops at them.
            "shown": said if block.sub else self._line(said.upper()),
        }

    def _node(self, node: Node) -> dict[str, Any]:
        labels = [self._line(entry.label) for entry in node.entries]
        return {
            "kind": node.kind,
            "width": max(1.0, *(len(label) * _LETTER_OF_LABEL for label in labels)),
            "spans": self._spans(node.entries[0].spans) if node.kind == "plain" else [],
            "entries": [
                {
                    "label": label,
                    "spans": self._spans(entry.spans),
                    "below": [self._node(below) for below in entry.below],
                }
                for label, entry in zip(labels, node.entries, strict=True)
                if node.kind != "plain"
            ],
        }

    def _grid(self, grid: Grid, inset: int, keep: bool) -> dict[str, Any]:
        header, rows = cells_of(grid)
        room = (_ROOM - inset * _INDENT) * 20
        return {
            "kind": "table",
            "title": self._line(title_between(grid)) if self._after_table else "",
            "header": [self._line(text) for text in header],
            "rows": [[[self._letters.of(line) for line in cell] for cell in row] for row in rows],
            "widths": [width / 20 for width in widths(self._alike[header], room, numbered=grid.numbered)],
            "figures": list(figure_columns(grid)),
            "numbered": grid.numbered,
            "blank": grid.blank,
            "total": grid.total,
            "inset": inset,
            "keep": keep,
            "breaks": not in_one_piece(grid, keep),
        }

    def _line(self, text: str) -> str:
        return unbroken(one_line(self._letters.of(text)))

    def _said(self, text: str) -> str:
        return unbroken(self._letters.of(text))

    def _spans(self, spans: Spans) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for words, span in bound(tidy(spans)):
            if span.decision or span.struck:
                found.append({"text": self._said(words), "decision": span.decision, "struck": span.struck})
                continue
            for text, address in links_in(words):
                made = {"text": self._said(text)}
                found.append({**made, "to": address} if address else made)
        return found


_NO_DAY = {"year": 2000, "month": 1, "day": 1}
