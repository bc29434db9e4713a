"""Paragraphs, runs and tables as Word's XML, by style id: setting styles by name through python-docx is slow."""

from collections.abc import Sequence
from re import compile as pattern
from typing import Any

from lxml.etree import SubElement

from exports.unbroken import unbroken

# lxml has no types: an element is whatever it is.
Element = Any

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BREAKS = pattern("([\t\n])")


def w(name: str) -> str:
    """A name in Word's namespace."""
    return f"{{{MAIN}}}{name}"


_P, _PPR, _R, _RPR, _T, _TAB, _BR = map(w, ("p", "pPr", "r", "rPr", "t", "tab", "br"))
_VAL = w("val")


def child(parent: Element, name: str, **values: str | int) -> Element:
    """A new last child of `parent`, its attributes in Word's namespace."""
    return SubElement(parent, w(name), {w(key): str(value) for key, value in values.items()})


def paragraph(
    parent: Element,
    style: str,
    *,
    keep_next: bool = False,
    number: tuple[int, int] | None = None,
    before: int | None = None,
    indent: tuple[int, int] | None = None,
    align: str = "",
) -> Element:
    """A new paragraph in the style with this id.

    `number`, a list and the level in it, puts it in another list than its style's own (list 0: in none); `before` is
    extra room above, `indent` another left indent with how far the first line hangs out of it, all in twentieths of a
    point.
    """
    made = SubElement(parent, _P)
    about = SubElement(made, _PPR)
    SubElement(about, w("pStyle"), {_VAL: style})
    if keep_next:
        SubElement(about, w("keepNext"))
    if number is not None:
        place = child(about, "numPr")
        child(place, "ilvl", val=number[1])
        child(place, "numId", val=number[0])
    if before is not None:
        child(about, "spacing", before=before)
    if indent is not None:
        child(about, "ind", left=indent[0], hanging=indent[1])
    if align:
        child(about, "jc", val=align)
    return made


def run(
    parent: Element,
    text: str,
    style: str | None = None,
    *,
    capitals: bool = True,
    bold: bool = False,
    strike: bool = False,
) -> None:
    """Adds text to a paragraph, its tabs and line breaks as Word's own.

    `style` is the id of a character style; without `capitals` the letters stay as they are in a style of capitals;
    `strike` draws a line through them.
    """
    if not text:
        return
    made = SubElement(parent, _R)
    if style is not None or not capitals or bold or strike:
        how = SubElement(made, _RPR)
        if style is not None:
            SubElement(how, w("rStyle"), {_VAL: style})
        # In the order that the schema has.
        if bold:
            child(how, "b")
        if not capitals:
            child(how, "caps", val=0)
        if strike:
            child(how, "strike")
    for piece in _BREAKS.split(unbroken(text)):
        if piece == "\t":
            SubElement(made, _TAB)
        elif piece == "\n":
            SubElement(made, _BR)
        elif piece:
            words = SubElement(made, _T)
            words.text = piece
            if piece != piece.strip():
                words.set(_SPACE, "preserve")


def bookmark(parent: Element, number: int) -> None:
    """Puts bookmark `number` of the document round all that a paragraph holds so far, but for what is said about it."""
    begin = parent.makeelement(w("bookmarkStart"), {w("id"): str(number), w("name"): mark_of(number)})
    parent.insert(1, begin)
    child(parent, "bookmarkEnd", id=number)


def mark_of(number: int) -> str:
    """The name of a bookmark."""
    return f"item_{number}"


def reference(parent: Element, text: str, number: int, counted: bool) -> None:
    """Adds a number that follows what stands at bookmark `number`: the paragraph's own where Word counts it, else its
    text. `text` is shown until Word works it out again."""
    child(SubElement(parent, _R), "fldChar", fldCharType="begin")
    words = SubElement(SubElement(parent, _R), w("instrText"), {_SPACE: "preserve"})
    own = "\\n " if counted else ""
    words.text = f" REF {mark_of(number)} {own}\\h "
    child(SubElement(parent, _R), "fldChar", fldCharType="separate")
    run(parent, text)
    child(SubElement(parent, _R), "fldChar", fldCharType="end")


def link(parent: Element, text: str, target: str, style: str) -> None:
    """Adds text that leads to `target`, the id of a relationship of the part that the paragraph is in."""
    made = SubElement(parent, w("hyperlink"), {_RELATIONSHIP: target, w("history"): "1"})
    run(made, text, style)


def table(parent: Element, style: str, widths: Sequence[int], indent: int, title: str, description: str) -> Element:
    """A new table of fixed column widths (twentieths of a point) with its alternative text; rows are added to it."""
    made = child(parent, "tbl")
    about = child(made, "tblPr")
    child(about, "tblStyle", val=style)
    child(about, "tblW", w=sum(widths), type="dxa")
    child(about, "tblInd", w=indent, type="dxa")
    child(about, "tblLayout", type="fixed")
    child(about, "tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    child(about, "tblCaption", val=title)
    child(about, "tblDescription", val=description)
    grid = child(made, "tblGrid")
    for width in widths:
        child(grid, "gridCol", w=width)
    return made


def row(parent: Element, widths: Sequence[int], *, header: bool = False, height: int = 0) -> list[Element]:
    """A new row that does not break over pages, at least so high in twentieths of a point; its cells, still empty."""
    made = child(parent, "tr")
    about = child(made, "trPr")
    child(about, "cantSplit")
    if height:
        child(about, "trHeight", val=height, hRule="atLeast")
    if header:
        child(about, "tblHeader")
    cells = [child(made, "tc") for _ in widths]
    for cell, width in zip(cells, widths, strict=True):
        child(child(cell, "tcPr"), "tcW", w=width, type="dxa")
    return cells
