"""What is wrong with how a Word document is built: for those who read it by ear, by keyboard or in another program."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

from tests.exports.reading import Reading, w

DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TYPED = re.compile(r"\s*(?:[0-9]+(?:\.[0-9]+)*[.)]|[•·▪–*-])[\s\t]")
# Where a number is not Word's to count it is typed, and these styles are for that.
_TYPED_STYLES = ("Typed Number Item", "Typed Recommendation")


def structure(path: Path | IO[bytes]) -> list[str]:
    """The faults, a sentence each; none for a document as it should be."""
    document = Reading(path)
    return [
        *_headings(document),
        *_paragraphs(document),
        *_tables(document),
        *_language(document),
        *_fields(document),
        *_properties(document),
    ]


def _headings(document: Reading) -> Iterator[str]:
    levels = []
    for n, paragraph in enumerate(document.body.iter(w("p"))):
        found = next(document._inherited(paragraph, f"{w('pPr')}/{w('outlineLvl')}"), None)
        if found is not None:
            levels.append((n, int(found.get(w("val"))) + 1))
    first = [n for n, level in levels if level == 1]
    if first != [0]:
        yield f"There are {len(first)} first-level headings, and the first thing {'is' if 0 in first else 'is not'} one"
    for (_, before), (n, level) in pairwise(levels):
        if level > before + 1:
            yield f"Paragraph {n} skips from level {before} to level {level}"


def _paragraphs(document: Reading) -> Iterator[str]:
    for n, paragraph in enumerate(document.body.findall(w("p"))):
        text = "".join(t.text or "" for t in paragraph.iter(w("t")))
        whole = "\n".join(document.lines(paragraph))
        if not text.strip():
            yield f"Paragraph {n} is empty"
        if "  " in text:
            yield f"Paragraph {n} has a run of spaces: {text!r}"
        if _TYPED.match(text) and not document.style_name(paragraph).startswith(_TYPED_STYLES):
            yield f"Paragraph {n} has a typed number or bullet: {whole!r}"


def _tables(document: Reading) -> Iterator[str]:
    for n, table in enumerate(document.body.iter(w("tbl"))):
        rows = table.findall(w("tr"))
        if rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
            yield f"Table {n} has no header row"
        if any(row.find(f"{w('trPr')}/{w('cantSplit')}") is None for row in rows):
            yield f"Table {n} has a row that may break over pages"
        for what in ("tblCaption", "tblDescription"):
            found = table.find(f"{w('tblPr')}/{w(what)}")
            if found is None or not found.get(w("val")).strip():
                yield f"Table {n} has no {what}"
        if any(True for _ in table.iter(w("gridSpan"), w("vMerge"), w("hMerge"))):
            yield f"Table {n} has merged cells"
        columns = [int(column.get(w("w"))) for column in table.iter(w("gridCol"))]
        for row in rows:
            if [int(width.get(w("w"))) for width in row.iter(w("tcW"))] != columns:
                yield f"Table {n} has a row whose cells are not as wide as their columns"
        following = table.getnext()
        if following is None or following.tag != w("p"):
            yield f"Table {n} has no paragraph after it"


def _language(document: Reading) -> Iterator[str]:
    found: list[Any] = [
        (name, element) for name, tree in document.trees.items() for element in tree.iter(w("lang"), w("themeFontLang"))
    ]
    if {"word/styles.xml", "word/settings.xml"} - {name for name, _ in found}:
        yield "The language is not given in the styles and the settings"
    for name, element in found:
        if set(element.attrib.values()) != {"en-GB"}:
            yield f"{name} has another language: {dict(element.attrib)}"
    language = document.trees["docProps/core.xml"].find(f"{DUBLIN}language")
    if language is None or language.text != "en-GB":
        yield "The properties do not say the language"


def _fields(document: Reading) -> Iterator[str]:
    footers = [tree for name, tree in document.trees.items() if name.startswith("word/footer")]
    fields = {(text.text or "").strip() for footer in footers for text in footer.iter(w("instrText"))}
    for name in ("PAGE", "NUMPAGES"):
        if name not in fields:
            yield f"No footer has the field {name}"


def _properties(document: Reading) -> Iterator[str]:
    core = document.trees["docProps/core.xml"]
    title = core.find(f"{DUBLIN}title")
    if title is None or not title.text:
        yield "The document has no title"
    for name in ("creator", "description"):
        found = core.find(f"{DUBLIN}{name}")
        if found is not None and found.text:
            yield f"The properties give a {name}: {found.text}"
