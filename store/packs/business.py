"""The order of business: items with their numbers, titles and pages (51 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.facts import Record, Sure
from store.packs.marks import split_mark
from store.packs.stream import Line
from store.packs.tables import Row, Table, headings, table_at

_COLUMNS = {
    "number": r"(?:agenda )?(?:item)?(?: ?(?:no|number))?\.?|#",
    "title": r"(?:title(?: of report)?|subject|agenda item|item|business|description)",
    "pages": r"pages?(?: ?(?:no|nos|numbers?))?\.?",
    "restricted": r"restricted|status",
    "reference": r"reference",
    "documents": r"documents",
    "presented by": r"presented by",
}
_START = re.compile(r"^(?:order of business|agenda|business|items? of business)$", re.IGNORECASE)
_PART = re.compile(r"^part\s+(?:\d|[ivx]+|one|two|[ab])\b", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:\s*\(?(?:pages?|pp\.?)\s*|\s*\t\s*|\s{2,}|\s*\.{3,}\s*|\s+(?=\d+\s*[-–]))(\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)?\s*$",
    re.I,
)
_ICON = re.compile(r"\s*(?:pdf icon)?\s*PDF\s+[\d.]+\s*[KM]B\b.*$", re.IGNORECASE)
_TAKEN_AS = re.compile(r"\s*\(agenda item \d+\w?\)\s*$", re.IGNORECASE)


def business_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the order of business stands: the line it begins with and the line after it; (-1, -1) for none."""
    for number, line in enumerate(lines):
        names = headings(line, _COLUMNS)
        if "title" in names and {"pages", "number"} & set(names):
            table = table_at(lines, number, _COLUMNS, {"title"})
            return (number, table.end) if table else (-1, -1)
    for number, line in enumerate(lines):
        if not line.cells and _START.match(line.text):
            end = _listed_end(lines, number + 1)
            if end > number + 2:
                return number, end
    return -1, -1


def read_business(meeting: Record, lines: Sequence[Line]) -> tuple[int, int]:
    """Put the items into the meeting; returns where the order of business stands."""
    start, end = business_at(lines)
    if start < 0:
        return start, end
    table = table_at(lines, start, _COLUMNS, {"title"})
    rows = table.rows if table else _listed(lines[start + 1 : end])
    part, seen = 1, set[str]()
    parent = ""
    for row in rows:
        line = row.line
        title, pages = row.get("title"), row.get("pages")
        number, title = _number(row.get("number"), title)
        if _PART.match(row.alone or (title if not number else "")):
            part += bool(seen)
        if not title:
            title, number = (number, "") if not number.isdigit() else ("", number)
        if not title:
            continue
        if sub := re.fullmatch(r"\(?([a-z])[).]?", number):
            number = parent + sub[1]
        elif number:
            parent = number
        doubt = ""
        if number and number in seen:
            doubt = f"The number {number} is printed twice on the agenda; part {part} has it again."
            number = f"{part}.{number}" if part > 1 and f"{part}.{number}" not in seen else f"{number}-{len(seen)}"
        seen |= {number}
        item = Record("item")
        item.put("number", number, line, "business.number", "unsure" if doubt else "sure", doubt)
        item.put("title", _TAKEN_AS.sub("", _ICON.sub("", title)), line, "business.title", *_slip(title))
        item.put("pages", re.sub(r"\s*[-–]\s*", "-", pages), line, "business.pages")
        if re.match(r"(?:yes|true|restricted|exempt|confidential|private)", row.get("restricted"), re.IGNORECASE):
            item.put("exempt", "yes", line, "business.restricted")
        for field in ("reference", "presented by"):
            item.put(field, row.get(field), line, f"business.{field}")
        item.put("documents", row.cells.get("documents", ""), line, "business.documents")
        if not any((number, pages, row.get("reference"), row.get("documents"))):
            item.put("heading", "yes", line, "business.heading", "likely")
        meeting.records.append(item)
    return start, end


def _slip(title: str) -> tuple[Sure, str]:
    """How sure a title is: a word printed twice is a slip of somebody's (44)."""
    twice = re.search(r"\b(\w{2,})\s+\1\b", title, re.IGNORECASE)
    doubt = f"A word is there twice in this title: “{twice[0]}”." if twice else ""
    return ("likely" if twice else "sure"), doubt


def _number(number: str, title: str) -> tuple[str, str]:
    number = number.strip(" .)(")
    if not number:
        mark, rest = split_mark(title)
        if mark and mark != "-":
            return mark.strip("().") if not mark.endswith(")") else mark.strip("("), rest
    return number, title


_ITEM_CELL = re.compile(r"\d{1,3}[a-z]?\.?")


def _listed_end(lines: Sequence[Line], start: int) -> int:
    """Where a list of items without a table ends: at the first line that is neither numbered nor goes on with one."""
    end = start
    for number in range(start, min(len(lines), start + 400)):
        line = lines[number]
        heading = line.gap and not _PART.match(line.text)
        if _is_item(line):
            end = number + 1
        elif heading and ((number > start and end < number) or (line.text.isupper() and end > start)):
            break
    return end


def _is_item(line: Line) -> bool:
    return bool(_ITEM_CELL.fullmatch(line.cells[0])) if line.cells else line.mark not in ("", "-")


def _listed(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in lines:
        words = "\t".join(line.cells) if line.cells else line.text
        if line.cells and _is_item(line):
            cells = {
                "number": line.cells[0],
                "title": line.cells[1],
                "pages": line.cells[2] if len(line.cells) > 2 else "",
            }
            rows.append(Row(line, cells))
            continue
        found = _PAGES.search(words)
        title = words[: found.start()] if found else words
        if line.mark and line.mark != "-":
            rows.append(Row(line, {"number": line.mark, "title": title, "pages": found[1] if found else ""}))
        elif _PART.match(line.text) or (line.gap and line.text.isupper()):
            rows.append(Row(line, {"title": line.text}, line.text))
        elif rows:
            rows[-1].cells["title"] += f" {title}"
            rows[-1].cells["pages"] = rows[-1].cells.get("pages") or (found[1] if found else "")
    return rows


__all__ = ["Table", "business_at", "read_business"]
