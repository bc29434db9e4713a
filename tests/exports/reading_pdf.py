"""Reads a PDF back as a screen reader does: its tags in reading order, each with its text."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pdfplumber
import pikepdf

_LEAVES = ("H1", "H2", "H3", "P")
Letters = dict[tuple[int, int], str]


class Tag(NamedTuple):
    """One tag: what it is, the texts in it (a list entry its label and its body, a row its cells), and its title."""

    kind: str
    texts: tuple[str, ...]
    title: str = ""

    @property
    def text(self) -> str:
        return " ".join(filter(None, self.texts))


class Element(NamedTuple):
    """A structure element: its kind, its title, and what is in it, elements and marked content in reading order."""

    kind: str
    title: str
    within: "tuple[Element | tuple[int, int], ...]"


def tags(content: bytes) -> list[Tag]:
    """Headings, paragraphs, list entries and rows of a document, in the order in which they are read out."""
    letters: Letters = {}
    with pdfplumber.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for letter in page.chars:
                if letter["mcid"] is not None:
                    place = (page.page_number, letter["mcid"])
                    letters[place] = letters.get(place, "") + letter["text"].replace("\u00a0", " ")
    return list(_read(tree(content), letters))


def words(content: bytes) -> list[str]:
    """Every word that is read out."""
    return [word for tag in tags(content) for word in tag.text.split()]


def tree(content: bytes) -> Element:
    """The structure tree of a document."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        root = pdf.Root.StructTreeRoot
        return Element("Root", "", tuple(_elements(root.K, pages, 0)))


def _elements(kids: object, pages: dict[tuple[int, int], int], page: int) -> Iterator[Element | tuple[int, int]]:
    if isinstance(kids, int):
        yield page, kids
    elif isinstance(kids, pikepdf.Array):
        for kid in kids:
            yield from _elements(kid, pages, page)
    elif isinstance(kids, pikepdf.Dictionary):
        page = pages.get(kids.Pg.objgen, page) if "/Pg" in kids else page
        if "/S" in kids:
            within = tuple(_elements(kids.get("/K", pikepdf.Array()), pages, page))
            yield Element(str(kids.S)[1:], str(kids.get("/T", "")).replace("\u00a0", " "), within)
        elif "/MCID" in kids:
            yield page, int(kids.MCID)


def _read(element: Element, letters: Letters) -> Iterator[Tag]:
    inner = [one for one in element.within if isinstance(one, Element)]
    if element.kind == "TR":
        yield Tag("TR", tuple(_text(cell, letters) for cell in inner))
    elif element.kind == "LI":
        label = next((_text(child, letters) for child in inner if child.kind == "Lbl"), "")
        bodies = [child for child in inner if child.kind == "LBody"]
        deeper = [one for body in bodies for one in body.within if isinstance(one, Element) and one.kind in ("L", "P")]
        own = deeper[:1] if deeper and deeper[0].kind == "P" else []
        first = _text(own[0], letters) if own else " ".join(_text(body, letters, skip=("L",)) for body in bodies)
        yield Tag("LI", (label, first))
        for child in deeper[len(own) :]:
            yield from _read(child, letters)
    elif element.kind in _LEAVES:
        yield Tag(element.kind, (_text(element, letters),), element.title)
    else:
        for child in inner:
            yield from _read(child, letters)


def _text(element: Element, letters: Letters, skip: tuple[str, ...] = ()) -> str:
    return " ".join("".join(_pieces(element, letters, skip)).split())


def _pieces(element: Element, letters: Letters, skip: tuple[str, ...]) -> Iterator[str]:
    for one in element.within:
        if not isinstance(one, Element):
            yield letters.get(one, "")
        elif one.kind not in skip:
            # What is set apart is read apart.
            apart = " " if one.kind in ("P", "L", "LI", "Lbl", "LBody") else ""
            yield from (apart, *_pieces(one, letters, skip), apart)
