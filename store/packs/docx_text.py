"""The paragraphs of a Word document as it reads now: tracked insertions are in, tracked deletions out."""

from __future__ import annotations

import zipfile
from pathlib import Path

from store.packs.apart import read_apart
from store.packs.from_docx import examined
from store.packs.kinds import CannotRead, kind_of_file

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "footnoteReference")}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


MOST = 20_000
"""Paragraphs of a document that may be minutes; the longest that are known have a tenth of it."""


def paragraphs_of(path: Path) -> list[str]:
    """The `paragraphs` of a document from elsewhere, read in a process of its own. Raises `CannotRead`."""
    kind = kind_of_file(path)
    if kind != "docx":
        raise CannotRead(path, "this is no Word document (.docx). Open it in Word and save it as one.")
    said = read_apart(path, kind, task="paragraphs")[-1]
    if said.failed or said.data is None:
        raise CannotRead(path, said.failed)
    return list(said.data["paragraphs"])


def paragraphs(path: Path) -> list[str]:
    """What each paragraph says that says anything, in order, those in tables cell by cell, with every tracked change
    taken as made. A cross-reference reads as Word last showed it. Raises `CannotRead`."""
    from lxml import etree

    examined(path)
    try:
        with zipfile.ZipFile(path) as file:
            data = file.read("word/document.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        body = etree.fromstring(data, parser).find(f"{_W}body")
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError, EOFError) as error:
        raise CannotRead(path, "this is a Word document that is damaged. Open it in Word and save it anew.") from error
    if body is None:
        return []
    found: list[str] = []
    before = ""
    for paragraph in body.iter(f"{_W}p"):
        said = before + _said(paragraph)
        # A paragraph whose mark was deleted runs on into the next.
        mark = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del")
        before = said if mark is not None else ""
        if mark is None and (flat := " ".join(said.replace("\u00a0", " ").split())):
            found.append(flat)
        if len(found) > MOST:
            raise CannotRead(path, "it holds more text than any minutes do; nothing of it was taken.")
    return [*found, before] if before.strip() else found


def _said(paragraph: object) -> str:
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        tag = element.tag  # type: ignore[attr-defined]
        if tag in _GONE:
            continue
        if tag == f"{_W}t":
            parts.append(element.text or "")  # type: ignore[attr-defined]
        elif tag in _BREAKS:
            parts.append(_BREAKS[tag])
        elif element is paragraph or tag != f"{_W}p":
            stack += reversed(list(element))  # type: ignore[call-overload]
    return "".join(parts)
