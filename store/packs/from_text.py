"""Plain text and Markdown, with whatever a converter left in it: one line of the file is a line or a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.packs.marks import inline, split_mark
from store.packs.names import is_name, is_office
from store.packs.spaced import with_columns
from store.packs.stream import Line, Place, Stream, bounded
from store.packs.wrapped import unwrapped

_RULE = re.compile(r"^[\s|:+=_-]*-{2,}[\s|:+=_-]*$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_HTML_HEADING = re.compile(r"^\s*<h([1-6])\b[^<>]*>", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s{0,12}(\d{1,3}[a-z]?)\s{2,}(?=[A-Z\d])")
"""A number in a column of its own, without a full stop."""

_WITH_PAGE = re.compile(
    r"^\s{0,12}(?P<number>\d{1,3}[a-z]?[.)]?)\s+(?P<title>[A-Z].{3,150}?)\s{3,}(?P<page>\d{1,4})\s*$"
)
"""An item with its page, and nothing but space between."""

_LONGEST = 200_000
_MOST_CELLS = 200


def read_text(text: str, file: str) -> Stream:
    """The lines of a text. Tabs part the cells of a row, as do the bars of Markdown; a form feed ends a page."""
    return Stream(bounded(_lines(text, file)), kind="text")


def _lines(text: str, file: str) -> Iterator[Line]:
    gap = True
    pages = "\f" in text
    page = 1
    raws = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, raw in enumerate(unwrapped(with_columns(raws)), 1):
        if raw is None:
            continue
        turned = raw.count("\f")
        page += turned
        raw = _unboxed(raw.replace("\f", "")[:_LONGEST])
        gap = gap or bool(turned)
        if not raw.strip() or _RULE.match(raw.replace("\t", "")):
            gap = gap or not raw.strip()
            continue
        line = _line(raw, Place(file, number, page if pages else 0), gap)
        if line is not None:
            yield line
            gap = False


_EDGE = re.compile(r"^[+┌┬┐└┴┘├┼┤╔╦╗╚╩╝╠╬╣╭╮╰╯*-]?[-=─═━_*]{6,}[+┌┬┐└┴┘├┼┤╔╦╗╚╩╝╠╬╣╭╮╰╯*-]?$")
_SIDES = re.compile(r"^[|│║┃*]\s?(?P<words>[^|│║┃]*?)\s*[|│║┃*]$")


def _unboxed(raw: str) -> str:
    """A line without the box that is drawn round it in signs; one that is nothing but the box's edge is empty."""
    bare = raw.strip()
    if _EDGE.fullmatch(bare) and bare[0] not in "-=_":
        return ""
    sides = _SIDES.fullmatch(bare)
    return sides["words"] if sides else raw


def _line(raw: str, place: Place, gap: bool) -> Line | None:
    cells = cells_of(raw)
    # A part of an item that a tab puts further in has one cell, with its letter.
    inward = not cells[0].strip() and sum(bool(cell.strip()) for cell in cells) == 1 and split_mark(raw.strip())[0]
    if len(cells) > 1 and not inward:
        read = tuple(inline(cell) for cell in cells)
        if not any(read):
            return None
        return Line(" ".join(filter(None, read)).replace("\n", " "), place, read, gap=gap)
    depth = len(raw) - len(raw.lstrip(" "))
    heading = 0
    if found := _HEADING.match(raw):
        heading, raw = len(found[1]), found[2]
    elif found := _HTML_HEADING.match(raw):
        heading = int(found[1])
    words = inline(raw)
    mark, words = split_mark(words)
    if not mark and (numbered := _NUMBERED.match(raw)):
        mark, words = f"{numbered[1]}.", inline(raw[numbered.end() :])
    return Line(words, place, mark=mark, heading=heading, depth=depth, gap=gap) if words or mark else None


def cells_of(raw: str) -> list[str]:
    """A line as the cells of a row, parted by tabs, bars or much space; one where it is no row."""
    bare = raw.strip()
    if bare.startswith("|") and bare.endswith("|") and len(bare) > 2:
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", bare[1:-1], maxsplit=_MOST_CELLS)]
    if found := _WITH_PAGE.match(raw):
        return [found["number"], found["title"], found["page"]]
    cells = raw.split("\t", _MOST_CELLS)
    if len(cells) == 1 and "   " in bare and len(bare) < 400:
        columns = re.split(r" {3,}", bare)
        if len(columns) > 1 and is_name(columns[0]) and all(is_name(one) or is_office(one) for one in columns):
            return columns
    return cells
