"""A Draft as plain text, whole or a block at a time.

What every form of a draft must agree on is here too: how a text is cleaned, how numbers are written, how names fall
into rows and cells into lines. Word takes it from here, so the two cannot drift apart.
"""

import re
from collections.abc import Iterable
from itertools import zip_longest
from unicodedata import combining, east_asian_width

from clerk.hidden import left_out
from exports.blocks import (
    ActionLine,
    AnyBlock,
    ChairLines,
    Closing,
    Draft,
    FrontHeading,
    Grid,
    ItemHeading,
    ListEntry,
    Listing,
    NameColumns,
    Prose,
    Span,
    Spans,
    Title,
)

Row = tuple[str, ...]

# Longer than this and a name in Arial 12 runs out of its 8 cm column.
LONGEST_NAME = 36
# Longer than this and an action takes more than a line to the right.
LONGEST_ACTION = 56
# Tables wider than this wrap within their columns, so that a preview of 80 columns can show them.
TABLE_WIDTH = 78
_NARROWEST = 8
_GAP = "  "
_INDENT = "   "
_BLANK = "________"

_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LINE_BREAK = re.compile("[ \t]*\n[ \t\n]*")
_SPACES = re.compile(" {2,}")
_BLANKS = re.compile("[ \t\n]+")
_DOTTED = re.compile("[0-9]+[A-Za-z]?")


def clean(text: str) -> str:
    """The text with every line ending as a newline, without characters that nobody sees, and U+FFFD for what neither
    XML nor a terminal may be given."""
    return _UNPRINTABLE.sub("\ufffd", left_out(_LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """The text cleaned and on one line, with single spaces; "" if nothing would be seen of it."""
    line = _BLANKS.sub(" ", clean(text)).strip(" \u00a0")
    return line if line.strip() else ""


def tidy(spans: Spans) -> Spans:
    """The spans cleaned, without doubled or outer spaces; line breaks and tabs stay. Empty if nothing would be seen."""
    done: list[Span] = []
    before = "\n"
    for span in spans:
        text = _SPACES.sub(" ", _LINE_BREAK.sub("\n", clean(span.text)))
        if before in " \t\n":
            text = text.lstrip(" \n" if before == "\n" else " ")
        if text:
            done.append(Span(text, span.decision, span.item, span.struck))
            before = text[-1]
    while done:
        last = done.pop()
        text = last.text.rstrip(" \t\n")
        if text:
            done.append(Span(text, last.decision, last.item, last.struck))
            break
    return tuple(done) if any(span.text.strip() for span in done) else ()


def item_label(number: str) -> str:
    """An item's number as it stands before the title: "8." and "6a."; "11.1", "a)" and "77/21" as they are."""
    number = one_line(number)
    return f"{number}." if _DOTTED.fullmatch(number) else number


def entry_label(entry: ListEntry) -> str:
    """What stands before a list entry: "1.", "1.1", "-" for a bullet, "" for a plain line."""
    match entry.kind:
        case "bullet":
            return "-"
        case "number":
            return item_label(entry.number)
        case "plain":
            return ""


def name_rows(names: Iterable[str]) -> list[Row]:
    """The names two to a row, filled row by row; a name too long for a column has a row to itself."""
    rows: list[Row] = []
    for name in filter(None, map(one_line, names)):
        if rows and len(rows[-1]) == 1 and len(name) <= LONGEST_NAME and len(rows[-1][0]) <= LONGEST_NAME:
            rows[-1] = (rows[-1][0], name)
        else:
            rows.append((name,))
    return rows


def cells_of(grid: Grid) -> tuple[Row, list[list[Row]]]:
    """The header and the rows of a table, every row as wide as the widest; each body cell is its lines."""
    width = max((len(grid.header), *(len(row) for row in grid.rows)))
    header = tuple(one_line(cell) for cell in grid.header) + ("",) * (width - len(grid.header))
    rows = [[_cell_lines(cell) for cell in row] + [()] * (width - len(row)) for row in grid.rows]
    return header, rows


def _cell_lines(cell: Iterable[str]) -> Row:
    pieces = (one_line(piece) for text in cell for piece in clean(text).split("\n"))
    return tuple(piece for piece in pieces if piece)


def is_empty(grid: Grid) -> bool:
    """Whether a table would print as nothing at all."""
    header, rows = cells_of(grid)
    return not any(header) and not any(any(row) for row in rows)


def figure_columns(grid: Grid) -> tuple[int, ...]:
    """The columns of a table that stand to the right: those that hold nothing but figures, and all that are summed
    up in a last row of their own."""
    header, rows = cells_of(grid)
    if grid.total:
        return tuple(range(1, len(header))) if len(header) > 2 else ()
    return tuple(
        place
        for place, cells in enumerate(zip(*rows, strict=True))
        if any(cells) and all(line.replace(",", "").isdecimal() for cell in cells for line in cell)
    )


def title_between(grid: Grid) -> str:
    """What to print above a table that follows another at once, since Word would run the two together."""
    return one_line(grid.title) or one_line(grid.description) or "Table continued"


def table_lines(grid: Grid) -> list[Row]:
    """The table as it is read, line by line: a row whose cells hold several lines takes as many."""
    header, rows = cells_of(grid)
    found = [header]
    for row in rows:
        if grid.blank:
            row = [cell or (_BLANK,) for cell in row]
        shown = [tuple(f"{n}. {line}" for n, line in enumerate(cell, 1)) if grid.numbered else cell for cell in row]
        found.extend(zip_longest(*shown, fillvalue=""))
    return found


def lines(block: AnyBlock, *, tabs: bool = False) -> list[str]:
    """One block as lines, none of them blank. Columns are aligned with spaces, or parted by tabs for a program."""
    match block:
        case Title(text=text, date=date):
            found = [one_line(text), one_line(date)]
        case FrontHeading(text=text) | Closing(text=text) | ActionLine(text=text):
            found = [one_line(text)]
        case ItemHeading(number=number, text=text):
            title = one_line(text) if block.sub else one_line(text).upper()
            found = [f"{item_label(number)} {title}".strip(" ")]
        case ChairLines(lines=people):
            found = [one_line(line) for line in people]
        case NameColumns(names=names):
            rows = name_rows(names)
            found = ["\t".join(row) for row in rows] if tabs else _aligned(rows)
        case Prose(spans=spans):
            found = _text_lines(tidy(spans))
        case Listing(entries=entries):
            found = [line for entry in entries for line in _entry_lines(entry, tabs)]
        case Grid():
            rows = [] if is_empty(block) else table_lines(block)
            found = ["\t".join(row) for row in rows] if tabs else _aligned(rows, TABLE_WIDTH)
    return [line for line in found if line.strip()]


def write_text(draft: Draft, *, tabs: bool = False) -> str:
    """The whole draft as text, what marks it on the first lines, a blank line between blocks.

    With `tabs` the columns of names and tables are parted by tabs and nothing is indented.
    """
    parts = [[one_line(mark)] for mark in draft.marks]
    after_table = False
    for block in draft.blocks:
        found = lines(block, tabs=tabs)
        if found:
            table = isinstance(block, Grid)
            if isinstance(block, Grid) and after_table:
                parts.append([title_between(block)])
            parts.append(found)
            after_table = table
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _text_lines(spans: Spans) -> list[str]:
    return "".join(f"[struck out: {span.text}]" if span.struck else span.text for span in spans).split("\n")


def _entry_lines(entry: ListEntry, tabs: bool) -> list[str]:
    texts = _text_lines(tidy(entry.spans))
    if texts == [""]:
        return []
    label = entry_label(entry)
    label = f"{label} " if label else ""
    if tabs:
        return [label + texts[0], *texts[1:]]
    margin = _INDENT * entry.depth
    return [margin + label + texts[0], *(margin + " " * len(label) + text for text in texts[1:])]


def _aligned(rows: list[Row], most: int = 10_000) -> list[str]:
    widths = [min(most, max(map(_columns, column))) for column in zip_longest(*rows, fillvalue="")]
    room = most - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        second = max((width for i, width in enumerate(widths) if i != widest), default=0)
        floor = max(_NARROWEST, min(second, widths[widest] - 1))
        widths[widest] = max(floor, widths[widest] - (sum(widths) - room))
    found = []
    for row in rows:
        wrapped = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=False)]
        for line in zip_longest(*wrapped, fillvalue=""):
            padded = (text + " " * (width - _columns(text)) for text, width in zip(line, widths, strict=False))
            found.append(_GAP.join(padded).rstrip(" "))
    return found


def _wrapped(text: str, width: int) -> list[str]:
    if _columns(text) <= width:
        return [text]
    from textwrap import wrap

    return wrap(text, width)


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
