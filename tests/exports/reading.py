"""Reads a Word document back as a reader sees it, straight from its XML and without any code of `exports`.

Automatic numbers are counted as Word counts them: lists of one kind share a count, which a list with a start of its
own begins anew.
"""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIGNATURE = "Minute Signature"
MARKER = "Draft Marker"


def w(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def read_back(
    path: Path | IO[bytes], *, bullets: bool = True, marker: bool = False, signature: bool = False
) -> list[str]:
    """The document's text, line by line, with numbers, capitals and, for columns and cells, tabs.

    A bullet reads "- ", or nothing with `bullets=False`. `marker` puts the text of the header first; `signature` keeps
    the block for signing, which is to be filled in and no part of the minutes.
    """
    document = Reading(path)
    found = document.header() if marker else []
    for element in document.body:
        if element.tag == w("p"):
            if signature or document.style_name(element) != SIGNATURE:
                found += document.lines(element, bullets)
        elif element.tag == w("tbl"):
            found += document.rows(element, bullets)
    return [line for line in found if line.strip()]


class Reading:
    """An opened document: its parts, its styles and how far its lists have counted."""

    def __init__(self, path: Path | IO[bytes]) -> None:
        with ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees = {
            name: etree.fromstring(self.parts[name]) for name in self.parts if name.endswith((".xml", ".rels"))
        }
        self.body = self.trees["word/document.xml"].find(w("body"))
        self.styles = {style.get(w("styleId")): style for style in self.trees["word/styles.xml"].iter(w("style"))}
        numbering = self.trees["word/numbering.xml"]
        self._kinds = {kind.get(w("abstractNumId")): kind for kind in numbering.iter(w("abstractNum"))}
        self._lists = {num.get(w("numId")): num for num in numbering.iter(w("num"))}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def style_name(self, paragraph: Any) -> str:
        style = self.styles.get(_value(paragraph, "pPr", "pStyle") or "Normal")
        return "" if style is None else _value(style, "name") or ""

    def header(self) -> list[str]:
        parts = sorted(name for name in self.trees if name.startswith("word/header"))
        return [line for name in parts for p in self.trees[name].iter(w("p")) for line in self.lines(p)]

    def lines(self, paragraph: Any, bullets: bool = True) -> list[str]:
        label = self.label(paragraph, bullets)
        capitals = self._capitals(paragraph)
        text = "".join(
            piece.upper() if capitals and _follows_style(run) else piece for run, piece in _pieces(paragraph)
        )
        if self.style_name(paragraph).startswith(("Typed", "heading 3")):
            # A number that was typed stands before its text as Word's own would.
            text = text.replace("\t", " ", 1)
        return f"{label} {text}".strip(" ").split("\n")

    def rows(self, table: Any, bullets: bool = True) -> list[str]:
        found = []
        for row in table.findall(w("tr")):
            cells = [
                [line for p in cell.findall(w("p")) for line in self.lines(p, bullets) if line.strip()]
                for cell in row.findall(w("tc"))
            ]
            found += ["\t".join(line) for line in zip_longest(*cells, fillvalue="")]
        return found

    def label(self, paragraph: Any, bullets: bool = True) -> str:
        """The number or bullet that Word puts before this paragraph, which must be the next one read."""
        found = self._place(paragraph)
        if found is None:
            return ""
        number, depth = found
        kind_id = _value(self._lists[number], "abstractNumId") or ""
        levels = {int(level.get(w("ilvl"))): level for level in self._kinds[kind_id].findall(w("lvl"))}
        if _value(levels[depth], "numFmt") == "bullet":
            return "-" if bullets else ""
        counts = self._counts.setdefault(kind_id, {})
        if number not in self._begun:
            self._begun.add(number)
            for override in self._lists[number].findall(w("lvlOverride")):
                start = _value(override, "startOverride")
                if start is not None:
                    counts[int(override.get(w("ilvl")))] = int(start) - 1
        for level in range(depth):
            counts.setdefault(level, int(_value(levels[level], "start") or 1))
        counts[depth] = counts.get(depth, int(_value(levels[depth], "start") or 1) - 1) + 1
        for level in [level for level in counts if level > depth]:
            del counts[level]
        text = _value(levels[depth], "lvlText") or ""
        for level in range(depth + 1):
            text = text.replace(f"%{level + 1}", str(counts[level]))
        return text

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list of a paragraph and the level in it: its own, or else its style's."""
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        for about in ([] if own is None else [own], self._inherited(paragraph, f"{w('pPr')}/{w('numPr')}")):
            for numbered in about:
                number = _value(numbered, "numId")
                if number is not None:
                    return None if number == "0" else (number, int(_value(numbered, "ilvl") or 0))
        return None

    def _capitals(self, paragraph: Any) -> bool:
        caps = next(iter(self._inherited(paragraph, f"{w('rPr')}/{w('caps')}")), None)
        return caps is not None and caps.get(w("val")) not in ("0", "false")

    def _inherited(self, paragraph: Any, what: str) -> Iterator[Any]:
        style_id = _value(paragraph, "pPr", "pStyle")
        while style_id:
            style = self.styles[style_id]
            found = style.find(what)
            if found is not None:
                yield found
            style_id = _value(style, "basedOn")


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The text of a paragraph, each piece with the run that it stands in."""
    for piece in paragraph.iter(w("t"), w("tab"), w("br")):
        if piece.tag == w("t"):
            # A space where a line may not break is read as any other.
            yield piece.getparent(), (piece.text or "").replace("\u00a0", " ")
        elif piece.getparent().tag == w("r"):
            yield piece.getparent(), "\t" if piece.tag == w("tab") else "\n"


def _follows_style(run: Any) -> bool:
    return _value(run, "rPr", "caps") not in ("0", "false")


def _value(element: Any, *path: str) -> str | None:
    found = element.find("/".join(map(w, path)))
    value = None if found is None else found.get(w("val"))
    return None if value is None else str(value)
