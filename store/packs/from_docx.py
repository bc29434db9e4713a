"""Word documents: paragraphs with the numbers that Word gives them, and tables without doubled cells.

A document is a zip from anyone: it is measured before it is unpacked, its macros are never run, and what it refers to
outside itself is never fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from store.packs.docx_numbers import Numbers
from store.packs.kinds import CannotRead
from store.packs.marks import one_space, split_mark, visible
from store.packs.names import is_name
from store.packs.stream import Line, Place, Stream, bounded
from store.packs.titles import ends_title

MOST_UNPACKED = 250_000_000
MOST_XML = 25_000_000
MOST_PARTS = 5_000
_DEEP = 40
_DAMAGED = "this is a Word document that is damaged. Fetch it again, or open it in Word and save it anew."


def read_docx(path: Path) -> Stream:
    """The lines of a document. Raises `CannotRead`."""
    notes = examined(path)
    from docx import Document
    from docx.oxml.ns import qn

    try:
        document = Document(_as_document(path))
        part = document.part
        numbering = part.numbering_part.element if _has_numbering(part) else None
        numbers = Numbers(numbering, document.styles.element)
        headings = {
            style.style_id: int(found[1])
            for style in document.styles
            if (found := re.fullmatch(r"[Hh]eading (\d)", style.name or ""))
        }
        reader = _Reader(path.name, numbers, headings, qn)
        return Stream(bounded(reader.lines(document.element.body)), notes, "docx")
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        SyntaxError,
        zipfile.BadZipFile,
        EOFError,
    ) as error:
        if type(error).__name__ == "TooMuch":
            raise
        raise CannotRead(path, _DAMAGED) from None
    except Exception as error:
        # python-docx and zlib have errors of their own for what is no document.
        if type(error).__module__.partition(".")[0] in ("docx", "zlib", "lxml"):
            raise CannotRead(path, _DAMAGED) from None
        raise


def _has_numbering(part: Any) -> bool:
    return any(rel.reltype.endswith("/numbering") for rel in part.rels.values())


def examined(path: Path) -> list[str]:
    """What is to be said of a document before it is unpacked. Raises `CannotRead` for one made to fill the memory."""
    notes: list[str] = []
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            _measured(path, infos)
            if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
                notes.append(f"{path.name} has macros in it; they were not run.")
            if any(_refers_outside(archive.read(info)) for info in infos if info.filename.endswith(".rels")):
                notes.append(f"{path.name} refers to files outside itself; nothing was fetched.")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError, ValueError, EOFError, NotImplementedError):
        raise CannotRead(path, "this is a Word document that is damaged or cut short.") from None
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise CannotRead(path, "this is a Word document that is damaged.") from None
        raise
    return notes


def _measured(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(info.file_size for info in infos)
    xml = max((info.file_size for info in infos if info.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > MOST_UNPACKED or xml > MOST_XML or len(infos) > MOST_PARTS:
        raise CannotRead(
            path,
            f"this Word document would unpack to {max(unpacked, xml) // 1_000_000:,} MB in {len(infos)} parts; no "
            "agenda does. Nothing of it was unpacked.",
        )
    if any(info.flag_bits & 1 for info in infos):
        raise CannotRead(path, "this Word document has a password. Save it without one.")


def _refers_outside(rels: bytes) -> bool:
    found = re.findall(rb"<Relationship\b[^>]*>", rels)
    return any(b'TargetMode="External"' in each and b"/hyperlink" not in each for each in found)


_MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _as_document(path: Path) -> io.BytesIO | str:
    """The file, or for a document with macros a copy that says it is a plain one, without them."""
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml")
        if _MACRO not in types:
            return str(path)
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as plain:
            for info in archive.infolist():
                data = types.replace(_MACRO, _PLAIN) if info.filename == "[Content_Types].xml" else archive.read(info)
                plain.writestr(info.filename, data)
    copy.seek(0)
    return copy


class _Reader:
    """Walks a document's body. Word's own objects leave out what is inserted but not accepted, and content controls."""

    def __init__(self, file: str, numbers: Numbers, headings: dict[str, int], qn: Any) -> None:
        self.file, self.numbers, self.headings, self.qn = file, numbers, headings, qn
        self.paragraphs = self.tables = 0
        self._w = {name: qn(f"w:{name}") for name in _NAMES}

    def lines(self, body: Any, depth: int = 0) -> Iterator[Line]:
        """The lines of an element's paragraphs and tables."""
        if depth > _DEEP:
            return
        for child in body:
            if child.tag == self._w["p"]:
                yield from self._paragraph(child)
                for box in child.iter(self._w["txbxContent"]):
                    if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                        yield from self.lines(box, depth + 1)
            elif child.tag == self._w["tbl"]:
                yield from self._table(child)
            elif child.tag == self._w["sdt"] or child.tag in (
                self._w["ins"],
                self._w["sdtContent"],
                self._w["smartTag"],
            ):
                yield from self.lines(child, depth + 1)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        self.paragraphs += 1
        text = self._text(paragraph)
        mark, level = self.numbers.mark(paragraph)
        if not text.strip():
            return
        heading = self._heading(paragraph)
        place = Place(self.file, part=f"paragraph {self.paragraphs}")
        for number, line in enumerate(text.split("\n")):
            if not line.strip():
                continue
            cells = tuple(one_space(cell) for cell in line.strip("\n").split("\t"))
            own, words = split_mark(one_space(line.replace("\t", " ")))
            # A part of an item that a tab puts further in has one cell, with its letter.
            inward = bool(own) and sum(map(bool, cells)) == 1
            if len(cells) > 1 and not mark and not inward and not (own and len(cells) == 2 and cells[1].isupper()):
                if any(cells):
                    yield Line(" ".join(filter(None, cells)), place, cells, gap=number == 0)
                continue
            if mark and number == 0:
                own, words = mark, one_space(line)
            yield Line(words, place, mark=own, heading=heading, depth=level, gap=number == 0)

    def _heading(self, paragraph: Any) -> int:
        style = paragraph.find(f"{self._w['pPr']}/{self._w['pStyle']}")
        return self.headings.get(style.get(self._w["val"], ""), 0) if style is not None else 0

    def _text(self, paragraph: Any) -> str:
        w = self._w
        gone = (w["del"], w["moveFrom"], w["txbxContent"])
        parts: list[str] = []
        for element in paragraph.iter():
            if element.tag == w["t"]:
                within = takewhile(lambda above: above is not paragraph, element.iterancestors())
                if not any(above.tag in gone for above in within):
                    parts.append(element.text or "")
            elif element.tag == w["tab"] and element.getparent().tag == w["r"]:
                parts.append("\t")
            elif element.tag in (w["br"], w["cr"]):
                parts.append("\n")
            elif element.tag == w["noBreakHyphen"]:
                parts.append("-")
        return visible("".join(parts))

    def _table(self, table: Any) -> Iterator[Line]:
        self.tables += 1
        named = self.tables
        for number, row in enumerate(table.iter(self._w["tr"]), 1):
            if next(above for above in row.iterancestors() if above.tag == self._w["tbl"]) is not table:
                continue
            cells = tuple(self._cell(cell) for cell in row.iter(self._w["tc"]) if self._row_of(cell) is row)
            if any(cells):
                place = Place(self.file, part=f"table {named}, row {number}")
                padded = cells if len(cells) > 1 else (*cells, "")
                yield Line(
                    " ".join(filter(None, cells)).replace("\n", " "), place, padded, gap=number == 1, paragraphs=True
                )

    def _row_of(self, cell: Any) -> Any:
        return next(above for above in cell.iterancestors() if above.tag == self._w["tr"])

    def _cell(self, cell: Any) -> str:
        merged = cell.find(f"{self._w['tcPr']}/{self._w['vMerge']}")
        if merged is not None and merged.get(self._w["val"], "continue") != "restart":
            return ""
        parts = []
        for paragraph in cell.iter(self._w["p"]):
            first, *below = _apart(self._text(paragraph).replace("\t", " "))
            mark, _ = self.numbers.mark(paragraph)
            if first:
                parts += [f"{mark} {first}" if mark else first, *below]
        return "\n".join(parts)


def _apart(text: str) -> list[str]:
    """A paragraph of a cell by its line breaks, where they part what paragraphs would: a line is empty, a title ends, a
    list goes on. [""] for an empty one."""
    found = [""]
    empty = False
    for words in map(one_space, text.split("\n")):
        above = found[-1]
        new = empty or split_mark(words)[0] or ends_title(above, words) or (is_name(above) and is_name(words))
        if not words or not above:
            found[-1] = above or words
        elif new or above.endswith((".", ":", ";")):
            found.append(words)
        else:
            found[-1] = f"{above} {words}"
        empty = not words
    return found


_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What a text box is for a Word that knows none: the same words once more."""

_NAMES = (
    "p", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "smartTag", "t", "tab", "r", "br", "cr", "noBreakHyphen", "del",
    "moveFrom", "txbxContent", "pPr", "pStyle", "val", "tcPr", "vMerge",
)  # fmt: skip
