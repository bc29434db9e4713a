"""Web pages: Modern.gov's page of a meeting's documents, saved from the browser; any other as lines and tables.

Pages are hostile text: nothing in them is run, and nothing that they name is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from store.packs.from_text import cells_of
from store.packs.marks import one_space, split_mark, unescaped, visible
from store.packs.spaced import with_columns
from store.packs.stream import Line, Place, Stream, bounded

ITEMS = ("Item No", "Title of Report", "Pages", "Restricted", "Reference", "Documents", "Presented by")
"""The headings under which a reader gives an order of business that is data."""

_SKIPPED = {"script", "style", "head", "noscript", "template", "iframe", "object", "svg", "nav", "form", "title"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "section", "article"}
_BLOCKS |= {"body", "html", "main", "header", "footer", "blockquote", "dl", "dt", "dd", "center", "fieldset", "pre"}
_DEEP = 150
_ICON = re.compile(r"\s*(?:pdf icon)?\s*(?:PDF|DOCX?)\s+[\d.]+\s*[KM]B\b.*$", re.IGNORECASE)
_LABELLED = re.compile(r"^(?:venue|contact|note)s?\s*:", re.IGNORECASE)


def read_html(text: str, path: Path) -> Stream:
    """The lines of a page. Of a Modern.gov page only what is of the meeting: its menus are left out."""
    soup = BeautifulSoup(text, "lxml")
    if soup.select_one("table.mgItemTable") or soup.select_one(".mgSubTitleTxt"):
        return _moderngov(soup, path)
    note = f"{path.name} is a web page, but not one on which Modern.gov lists a meeting's documents."
    return Stream(bounded(html_lines(soup, path.name)), [note], "html")


def _moderngov(soup: BeautifulSoup, path: Path) -> Stream:
    notes: list[str] = []
    heading = soup.find(["h1", "h2"])
    if heading is not None and re.search(r"minutes|decisions", words(heading), re.IGNORECASE):
        notes.append(f"{path.name} has minutes already (“{words(heading)}”); only the agenda in it was read.")
    table = soup.select_one("table.mgItemTable")
    return Stream(bounded([*_head(soup, path.name), *_items(table, path.name)]), notes, "modern.gov page")


def _head(soup: BeautifulSoup, file: str) -> Iterator[Line]:
    subtitle = soup.select_one("h2.mgSubTitleTxt") or soup.select_one(".mgSubTitleTxt")
    if subtitle is not None:
        yield Line(words(subtitle), Place(file, part="title"), gap=True)
    for line in html_lines(soup, file, skipped="mgItemTable"):
        if _LABELLED.match(line.text):
            yield line


def _items(table: Tag | None, file: str) -> Iterator[Line]:
    if table is None:
        return
    yield Line("", Place(file, part="items"), ITEMS, gap=True)
    below: list[Line] = []
    for row in table.find_all("tr"):
        number = row.select_one("td.mgItemNumberCell")
        title = next((p for p in row.select("p.mgAiTitleTxt") if p.find_parent("td") is not number), None)
        if number is None or title is None:
            continue
        shown = words(number).rstrip(".")
        documents = [_ICON.sub("", words(link)) for link in row.select("ul.mgBulletList a")]
        said = _ICON.sub("", words(title))
        place = Place(file, part=f"item {shown}" if shown else "an item without a number")
        cells = (shown, said, "", "", _reference(title), "\n".join(filter(None, documents)), "")
        yield Line(said, place, cells)
        below += _paragraphs(row, file, shown)
    yield from below


def _reference(title: Tag) -> str:
    link = title.find("a", href=True)
    found = re.search(r"[?&](?:AIID|ID)=(\d+)", str(link["href"]), re.IGNORECASE) if isinstance(link, Tag) else None
    return f"moderngov:{found[1]}" if found else ""


def _paragraphs(row: Tag, file: str, number: str) -> Iterator[Line]:
    """What stands below an item's title, without the minutes of it."""
    minutes = False
    for part in row.select("p.mgSubItemTitleTxt, div.mgWordPara"):
        if part.name == "p":
            minutes = bool(re.match(r"minutes|decision", words(part), re.IGNORECASE))
        elif not minutes:
            yield from html_lines(part, file, f"item {number}", number)


def words(tag: Tag) -> str:
    """The words of an element, on one line."""
    return one_space(visible(unescaped(tag.get_text(" "))))


def html_lines(top: Tag, file: str, part: str = "", stamp: str = "", skipped: str = "") -> Iterator[Line]:
    """The lines and rows of an element, in order; `skipped` is the class of a table to leave out."""
    number = 0
    for raw, cells, heading, mark in _in_columns(_blocks(top, skipped, 0)):
        text = one_space(visible(unescaped(raw)))
        if not text and not any(cells):
            continue
        number += 1
        place = Place(file, number, part=part)
        if cells:
            yield Line(text, place, cells, stamp=stamp, gap=number == 1, paragraphs=True)
            continue
        own, text = split_mark(text)
        if text or own:
            yield Line(
                text,
                place,
                mark=own if own and own != "-" else mark or own,
                heading=heading,
                gap=not raw.startswith(_BROKEN),
                stamp=stamp,
            )


_Block = tuple[str, tuple[str, ...], int, str]


def _blocks(tag: Tag, skipped: str, depth: int) -> Iterator[_Block]:
    if depth > _DEEP:
        yield tag.get_text(" "), (), 0, ""
        return
    pending: list[str] = []
    for child in tag.children:
        if isinstance(child, PreformattedString):
            continue
        if isinstance(child, NavigableString):
            pending.append(str(child))
            continue
        if not isinstance(child, Tag) or child.name in _SKIPPED:
            continue
        if child.name not in _BLOCKS and child.find(list(_BLOCKS)) is None:
            pending.append(_inline(child))
            continue
        yield from _text("".join(pending))
        pending = []
        if child.name == "table":
            if not skipped or skipped not in (child.get("class") or []):
                yield from _rows(child, skipped, depth + 1)
        elif child.name in ("ul", "ol"):
            yield from _list(child, skipped, depth + 1)
        elif re.fullmatch(r"h[1-6]", child.name):
            yield child.get_text(" "), (), int(child.name[1]), ""
        elif child.name == "pre":
            yield from _text(_inline(child).replace("\n", _BROKEN))
        else:
            yield from _blocks(child, skipped, depth + 1)
    yield from _text("".join(pending))


_BROKEN = "\v"
"""Where a line is broken: before what stands on the next line of one paragraph."""

_UNENDED = re.compile(r"(?:\b(?:and|of|the|for|to|in|on|or|with|at)|[,&–-])\s*$", re.IGNORECASE)


def _inline(tag: Tag) -> str:
    """The words of an element within a paragraph, with the breaks of its lines."""
    if tag.name == "br":
        return _BROKEN
    parts = (_BROKEN if isinstance(each, Tag) and each.name == "br" else each for each in tag.descendants)
    return "".join(each for each in parts if isinstance(each, str) and not isinstance(each, PreformattedString))


def _text(words: str) -> Iterator[_Block]:
    """A paragraph's lines; what only goes on with a sentence is no line of its own."""
    lines: list[str] = []
    begun = False
    for number, line in enumerate(words.split(_BROKEN)):
        if not line.strip():
            begun = False
            continue
        if begun and (line.strip()[:1].islower() or _UNENDED.search(lines[-1])):
            lines[-1] = f"{lines[-1].rstrip()} {line.lstrip()}"
        else:
            lines.append(f"{_BROKEN}{line}" if begun and number else line)
        begun = True
    for line in lines:
        yield line, (), 0, ""


def _as_text(raw: str) -> str:
    """A block as a line of text, with the spaces that stand in it but for those that its source needs."""
    text = re.sub(r"\s*\n\s*", " ", raw.replace("\u00a0", " ").lstrip("\n\v"))
    return re.sub(r"^\s(?!\s)", "", visible(unescaped(text)).rstrip())


def _in_columns(blocks: Iterable[_Block]) -> Iterator[_Block]:
    """The blocks, those a row that keep their columns apart by spaces alone."""
    for plain, run in groupby(blocks, key=lambda block: not block[1] and not block[2]):
        if not plain:
            yield from run
            continue
        listed = list(run)
        lines = [_as_text(raw) for raw, *_ in listed]
        parted = with_columns(lines) if any("   " in line for line in lines) else lines
        for block, line in zip(listed, parted, strict=True):
            cells = cells_of(line) if "   " in line or "\t" in line else []
            yield (block[0], tuple(map(one_space, cells)), 0, "") if len(cells) > 1 else block


def _list(tag: Tag, skipped: str, depth: int) -> Iterator[_Block]:
    start = str(tag.get("start") or "1")
    number = int(start) if start.isdigit() and len(start) < 5 else 1
    for item in tag.find_all("li", recursive=False):
        lettered = str(tag.get("type", "")).lower() == "a" and number < 27
        mark = "-" if tag.name != "ol" else f"{chr(96 + number)})" if lettered else f"{number}."
        number += 1
        for place, (text, cells, heading, own) in enumerate(_blocks(item, skipped, depth)):
            yield text, cells, heading, own or (mark if place == 0 else "")


def _rows(table: Tag, skipped: str, depth: int) -> Iterator[_Block]:
    spans: dict[int, int] = {}
    for row in _own(table, "tr"):
        tags = list(_own(row, "td", "th"))
        within = any(spans.values())
        if (len(tags) == 1 and not within) or any(cell.find("table") for cell in tags):
            # A table for the look of the page: what is in its cells counts, not that they are beside each other.
            for cell in tags:
                yield from _blocks(cell, skipped, depth + 1)
            continue
        cells = _below_spans([_cell(cell, skipped, depth) for cell in tags], tags, spans)
        if any(cells):
            yield " ".join(filter(None, cells)), cells, 0, ""


def _below_spans(said: Sequence[str], tags: Sequence[Tag], spans: dict[int, int]) -> tuple[str, ...]:
    """The cells of a row, one left empty where a cell of a row above reaches down. `spans` is how many rows each
    column's cell still reaches, and is brought up to date."""
    cells: list[str] = []
    for words, tag in zip(said, tags, strict=True):
        while spans.get(len(cells)):
            spans[len(cells)] -= 1
            cells.append("")
        rows = str(tag.get("rowspan") or "1")
        spans[len(cells)] = int(rows) - 1 if rows.isdigit() and len(rows) < 4 and rows != "0" else 0
        cells.append(words)
    while spans.get(len(cells)):
        spans[len(cells)] -= 1
        cells.append("")
    return tuple(cells)


def _own(tag: Tag, *names: str) -> Iterator[Tag]:
    """The rows of a table, or the cells of a row, without those of a table within it."""
    inside = list(reversed([child for child in tag.children if isinstance(child, Tag)]))
    while inside:
        child = inside.pop()
        if child.name in names:
            yield child
        elif child.name not in ("table", "tr", "td", "th"):
            inside += reversed([below for below in child.children if isinstance(below, Tag)])


def _cell(cell: Tag, skipped: str, depth: int) -> str:
    parts = []
    for text, _, _, mark in _blocks(cell, skipped, depth + 1):
        said = one_space(visible(unescaped(text)))
        if said:
            parts.append(f"{mark} {said}" if mark and not split_mark(said)[0] else said)
    return "\n".join(parts)
