"""A Draft as a Word document, on our own template or a council's."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE

from exports import word_styles as names
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
from exports.plain import (
    LONGEST_ACTION,
    cells_of,
    entry_label,
    figure_columns,
    is_empty,
    item_label,
    name_rows,
    one_line,
    tidy,
    title_between,
)
from exports.saving import WritingError, save
from exports.together import in_one_piece, stays_with_next
from exports.unbroken import bound
from exports.widths import alike, widths
from exports.word_comments import Comment, add_comment
from exports.word_numbers import Counting, EntryNumbers, ItemNumbers, Lists
from exports.word_template import Template, TemplateError, blamed_on
from exports.word_xml import Element, bookmark, link, paragraph, reference, row, run, table

__all__ = ["TemplateError", "WritingError", "write_docx"]

# In twentieths of a point.
_AFTER_TABLE = 200
_BLANK_ROW = 510
_BOLD_LETTER = 150
_ACTION = 900
_TABLE_INDENT = 720


def write_docx(
    draft: Draft, to: BinaryIO | Path, template: Path | None = None, comments: Sequence[Comment] = ()
) -> list[str]:
    """Writes the draft as a Word document to a file or a binary stream; the same draft gives the same bytes.
    `comments` stand beside the headings of the items that they are of, or beside the title. Gives what the template
    brought and the document must not have, such as a macro or a link: it was left out.

    Raises TemplateError if the template cannot be used, WritingError if the file cannot be written; both say in a
    sentence what to do, and leave what was there before.
    """
    with blamed_on(template):
        opened = _written(draft, template, comments)
    save(opened.document, to)
    return opened.left_out


def _written(draft: Draft, template: Path | None, comments: Sequence[Comment]) -> Template:
    opened = Template(template)
    opened.mark([one_line(mark) for mark in draft.marks])
    status = "Draft" if draft.status.strip() else "Final"
    opened.describe(one_line(draft.marked_title), one_line(draft.body), status, draft.held)
    if not draft.chair_label.strip():
        opened.unsign()
    writer = _Writer(opened)
    writer.write(draft)
    for comment in comments:
        if (place := writer.headings.get(comment.item, writer.headings.get(None))) is not None:
            add_comment(opened.document, place, comment.text)
    return opened


class _Cell(NamedTuple):
    """How a cell is set."""

    numbered: bool
    keep_next: bool
    bold: bool
    right: bool


class _Writer:
    """Writes blocks into the body of an opened template."""

    def __init__(self, template: Template) -> None:
        self._body = template.body
        self._ids = template.ids
        self._width = template.text_width()
        self._lists = Lists(template.numbering, template.lists)
        self._items = ItemNumbers(self._lists, self._ids[names.ITEM])
        self._ending = template.ending
        self._in_items = False
        self._after_table = False
        self._part = template.document.part
        self._targets: dict[str, str] = {}
        self._marks: dict[str | None, tuple[int, bool]] = {}
        """The bookmark of each item that is named in a sentence, and whether Word counts its number itself."""
        self._before_counted = False
        """Whether an item whose number Word counts is still to come: the levels of the others would count it on."""
        self._hanging = 0
        """How far titles stand in whose number is too long for its column: all as far as the longest number asks."""
        self.headings: dict[str | None, Element] = {}
        """The paragraph of each item's heading, by the item's id; of the title by None."""
        self._alike: dict[tuple[str, ...], list[Sequence[str]]] = {}

    def write(self, draft: Draft) -> None:
        self._body.remove(self._ending)
        self._alike = alike(draft.blocks)
        self._find_marks(draft)
        headings = [block for block in draft.blocks if isinstance(block, ItemHeading)]
        numbers = Counting()
        self._before_counted = any(numbers.counts(one_line(block.number)) for block in headings if not block.sub)
        self._hanging = max((_wide(item_label(one_line(block.number))) for block in headings), default=0)
        for block, following in zip(draft.blocks, (*draft.blocks[1:], None), strict=True):
            self._block(block, keep_next=stays_with_next(block, following))
        if chair := one_line(draft.chair_label):
            self._paragraph(names.SIGNATURE, f"{chair} \t\tDate \t")
        self._body.append(self._ending)

    def _find_marks(self, draft: Draft) -> None:
        """Names a bookmark for every item with a number; its number is Word's own where `ItemNumbers` will say so."""
        # A count of its own, so that the document's lists are not begun twice.
        numbers = Counting()
        for block in draft.blocks:
            if isinstance(block, ItemHeading) and not block.sub and block.item and (number := one_line(block.number)):
                counted = numbers.counts(number)
                self._marks.setdefault(block.item, (len(self._marks) + 1, counted))

    def _block(self, block: AnyBlock, *, keep_next: bool) -> None:
        before = len(self._body)
        self._written(block, keep_next=keep_next)
        if isinstance(block, Title | ItemHeading) and len(self._body) > before:
            self.headings.setdefault(None if isinstance(block, Title) else block.item, self._body[before])

    def _written(self, block: AnyBlock, *, keep_next: bool) -> None:
        match block:
            case Title(text=text, date=date):
                self._paragraph(names.TITLE, one_line(text))
                self._paragraph(names.DATE, one_line(date))
            case FrontHeading(text=text):
                self._paragraph(names.FRONT_HEADING, one_line(text))
            case ItemHeading():
                self._item(block)
            case ChairLines(lines=lines):
                for line in lines:
                    self._paragraph(names.CHAIR, one_line(line))
            case NameColumns(names=people):
                for pair in name_rows(people):
                    self._paragraph(names.MEMBERS, "\t".join(pair))
            case Prose(spans=spans):
                self._spans(self._prose_style(), spans, keep_next=keep_next)
            case Listing():
                self._listing(block, keep_next)
            case Grid():
                self._grid(block, keep_next)
            case ActionLine(text=text):
                self._action(one_line(text), keep_next)
            case Closing(text=text):
                self._paragraph(names.CLOSING, one_line(text), keep_next)

    def _action(self, text: str, keep_next: bool) -> None:
        """A short action stands to the right; a long one would be ragged there, so its lines hang under its first."""
        if len(text) <= LONGEST_ACTION:
            self._paragraph(names.ACTION, text, keep_next)
        elif text:
            indent = (_TABLE_INDENT + _ACTION, _ACTION)
            self._add(names.ACTION, text=text, indent=indent, align="left", keep_next=keep_next)

    def _prose_style(self) -> str:
        if not self._in_items:
            return names.FRONT_TEXT
        return names.TEXT_AFTER_TABLE if self._after_table else names.TEXT

    def _item(self, block: ItemHeading) -> None:
        self._in_items = True
        number, text = one_line(block.number), one_line(block.text)
        label = item_label(number) if number else ""
        if block.sub:
            made = self._add(names.SUB_ITEM, number=self._uncounted(), indent=self._hang(label))
            run(made, f"{label}\t" if label else "")
            run(made, text)
            return
        if not number:
            if text:
                self._add(names.UNNUMBERED_ITEM, number=self._uncounted(), text=text)
            return
        counted, within = self._items.place(number)
        if counted:
            self._before_counted = False
            made = self._add(
                names.ITEM,
                number=None if within is None else (within, self._lists.level(self._ids[names.ITEM])),
                text=text,
            )
            self._mark(block, made)
        else:
            made = self._add(names.TYPED_ITEM, number=self._uncounted(), indent=self._hang(label))
            # The style's capitals are for the title: "6a" is not "6A".
            run(made, number, capitals=False)
            self._mark(block, made)
            run(made, f"{label[len(number) :]}\t", capitals=False)
            run(made, text)

    def _uncounted(self) -> tuple[int, int] | None:
        """The list of an item whose number Word does not count, where it is not its style's own."""
        return (0, 0) if self._before_counted else None

    def _hang(self, label: str) -> tuple[int, int] | None:
        return (self._hanging, self._hanging) if _wide(label) > _TABLE_INDENT else None

    def _mark(self, block: ItemHeading, made: Element) -> None:
        """Puts a bookmark round what a sentence that names this item refers to: all that the paragraph holds so far."""
        if block.item in self._marks:
            bookmark(made, self._marks[block.item][0])

    def _listing(self, block: Listing, keep_next: bool) -> None:
        numbers = EntryNumbers(self._lists, self._ids[names.RECOMMENDATIONS[0]])
        for entry in block.entries:
            spans = tidy(entry.spans)
            if not spans:
                continue
            depth = min(max(entry.depth, 0), len(names.RECOMMENDATIONS) - 1)
            if entry.kind == "bullet":
                self._spans(names.BULLETS[depth], spans, keep_next=keep_next)
            elif not entry_label(entry):
                self._spans(names.PLAIN_LINES[depth], spans, keep_next=keep_next)
            else:
                within = numbers.place(one_line(entry.number), depth)
                if within:
                    self._items.stir()
                    number = within, self._lists.level(self._ids[names.RECOMMENDATIONS[0]]) + depth
                    self._spans(names.RECOMMENDATIONS[depth], spans, number=number, keep_next=keep_next)
                else:
                    typed = f"{entry_label(entry)}\t"
                    self._spans(names.TYPED_RECOMMENDATIONS[depth], spans, typed=typed, keep_next=keep_next)

    def _grid(self, block: Grid, keep_next: bool) -> None:
        if is_empty(block):
            return
        if self._after_table:
            self._paragraph(names.TABLE_TITLE if self._in_items else names.FRONT_HEADING, title_between(block))
        header, rows = cells_of(block)
        indent = _TABLE_INDENT if self._in_items else 0
        columns = widths(self._alike[header], self._width - indent, numbered=block.numbered)
        title = title_between(block)
        made = table(self._body, self._ids[names.TABLE], columns, indent, title, one_line(block.description) or title)
        figures, whole = figure_columns(block), in_one_piece(block, keep_next)
        for place, (cell, text) in enumerate(zip(row(made, columns, header=True), header, strict=True)):
            align = "right" if place in figures else ""
            run(paragraph(cell, self._ids[names.TABLE_HEADING], align=align, keep_next=whole), text)
        for number, cells in enumerate(rows, 1):
            made_row = row(made, columns, height=_BLANK_ROW if block.blank else 0)
            for place, (cell, texts) in enumerate(zip(made_row, cells, strict=True)):
                total = block.total and number == len(rows)
                keep = whole and (keep_next or number < len(rows))
                self._cell(cell, texts, _Cell(block.numbered, keep, total, place in figures))
        self._after_table = True

    def _cell(self, cell: Element, texts: tuple[str, ...], how: "_Cell") -> None:
        style = self._ids[names.TABLE_NUMBER if how.numbered and texts else names.TABLE_TEXT]
        within = (self._lists.begin(style), self._lists.level(style)) if how.numbered and texts else None
        for text in texts or ("",):
            align = "right" if how.right else ""
            run(paragraph(cell, style, number=within, keep_next=how.keep_next, align=align), text, bold=how.bold)

    def _spans(
        self,
        name: str,
        spans: Spans,
        *,
        keep_next: bool = False,
        number: tuple[int, int] | None = None,
        typed: str = "",
    ) -> None:
        spans = tidy(spans)
        if not spans:
            return
        keep_next = keep_next or spans[-1].text.endswith(":")
        made = self._add(name, keep_next=keep_next, number=number, text=typed)
        for words, span in bound(spans):
            if span.decision or span.struck:
                run(made, words, self._ids[names.DECISION] if span.decision else None, strike=span.struck)
                continue
            if span.item in self._marks:
                mark, counted = self._marks[span.item]
                reference(made, words, mark, counted)
                continue
            for text, address in links_in(words):
                if address:
                    link(made, text, self._target(address), self._ids[names.LINK])
                else:
                    run(made, text)

    def _target(self, address: str) -> str:
        """The relationship that leads to an address: one for each address of the document."""
        if address not in self._targets:
            self._targets[address] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._targets[address]

    def _paragraph(self, name: str, text: str, keep_next: bool = False) -> None:
        if text:
            self._add(name, text=text, keep_next=keep_next)

    def _add(
        self,
        name: str,
        *,
        keep_next: bool = False,
        number: tuple[int, int] | None = None,
        text: str = "",
        indent: tuple[int, int] | None = None,
        align: str = "",
    ) -> Element:
        roomy = not self._after_table or name not in _NO_ROOM_ABOVE
        self._after_table = False
        before = None if roomy else _AFTER_TABLE
        about = {"keep_next": keep_next, "number": number, "before": before, "indent": indent, "align": align}
        made = paragraph(self._body, self._ids[name], **about)  # type: ignore[arg-type]
        run(made, text)
        return made


def _wide(label: str) -> int:
    """What a number takes that stands before a title, with the room between them."""
    return len(label) * _BOLD_LETTER + _BOLD_LETTER


# Tables have no room below them, and these styles none above.
_NO_ROOM_ABOVE = frozenset(
    (
        *names.RECOMMENDATIONS,
        *names.TYPED_RECOMMENDATIONS,
        *names.BULLETS,
        *names.PLAIN_LINES,
        names.ACTION,
        names.CHAIR,
        names.MEMBERS,
        names.FRONT_TEXT,
    )
)
