"""The order of business: items with their numbers, titles and pages (51 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.agenda import kind_of
from store.packs.dates import dates_in
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
_START = re.compile(r"^(?:order of business|agenda|agenda items?|business|items? of business)\s*:?$", re.IGNORECASE)
_PART = re.compile(r"^part\s+(?:\d|[ivx]+|one|two|[ab])\b", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:\s*\(?(?:pages?|pp\.?)\s*|\s*\t\s*|\s{2,}|\s*\.{3,}\s*|\s+(?=\d+\s*[-–]))(\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)?\s*$",
    re.I,
)
_BOUND = re.compile(r"\s*\((?:pages?|pp\.?)\s*(?P<pages>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)\s*$", re.IGNORECASE)
_ICON = re.compile(r"\s*(?:pdf icon)?\s*PDF\s+[\d.]+\s*[KM]B\b.*$", re.IGNORECASE)
_EXEMPT = re.compile(r"\b(?:exempt|confidential|private|closed|restricted|part (?:2|ii|two|b)\b)", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:public|open|non-exempt)\b(?! excluded)", re.IGNORECASE)
_REPORT_OF = re.compile(r"^(?:joint )?report (?:of|by|from) (?:the )?(?P<post>[^.]{3,120}?)\.?$", re.IGNORECASE)
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
            start = _first_item(lines, number + 1)
            end = _listed_end(lines, start)
            if end > start + 1:
                return start, end
    return -1, -1


def _first_item(lines: Sequence[Line], start: int) -> int:
    """Where the items begin below their heading: what else a front sheet says may stand between."""
    first = next((number for number in range(start, len(lines)) if _is_item(lines[number])), len(lines))
    while first > start and _PART.match(lines[first - 1].text):
        first -= 1
    return first


def read_business(meeting: Record, lines: Sequence[Line]) -> tuple[int, int]:
    """Put the items into the meeting; returns where the order of business stands."""
    start, end = business_at(lines)
    if start < 0:
        start, end = _numbered_at(lines)
    if start < 0:
        return start, end
    table = table_at(lines, start, _COLUMNS, {"title"})
    rows = table.rows if table else _listed(lines[start:end])
    part, seen, closed = 1, set[str](), False
    parent = ""
    for row in rows:
        line = row.line
        title, pages = row.get("title"), row.get("pages")
        if not pages and (bound := _BOUND.search(title)):
            title, pages = title[: bound.start()], bound["pages"]
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
        pages = re.sub(r"^\(?(?:pages?|pp\.?)\s*|\)$", "", pages, flags=re.IGNORECASE)
        item.put("pages", re.sub(r"\s*[-–]\s*", "-", pages), line, "business.pages")
        if _PART.match(title):
            closed = bool(_EXEMPT.search(title)) and not _OPEN.search(title)
        elif re.match(r"(?:yes|true|restricted|exempt|confidential|private)", row.get("restricted"), re.IGNORECASE):
            item.put("exempt", "yes", line, "business.restricted")
        elif closed or re.search(r"\((?:exempt|restricted|confidential|private)\b[^()]*\)", title, re.IGNORECASE):
            item.put("exempt", "yes", line, "business.part" if closed else "business.title", "likely")
        for field in ("reference", "presented by"):
            item.put(field, row.get(field), line, f"business.{field}")
        item.put("documents", row.cells.get("documents", ""), line, "business.documents")
        _noted(item, row.cells.get("note", "").split("\n"), line)
        if not any((number, pages, row.get("reference"), row.get("documents"))):
            item.put("heading", "yes", line, "business.heading", "likely")
        meeting.records.append(item)
    return start, end


def _noted(item: Record, notes: Sequence[str], line: Line) -> None:
    """What stands below an item's title and says more of it: whose report it is, which minutes are to be approved."""
    post = next((found["post"] for note in notes if (found := _REPORT_OF.match(note))), "")
    item.put("presented by", post, line, "business.note", "likely")
    if kind_of(item.get("title")) == "minutes":
        said = " ".join([item.get("title"), *notes])
        days = [day.isoformat() for printed in dates_in(said) if (day := printed.on())]
        item.put("minutes of", " ".join(dict.fromkeys(days)), line, "business.note", "likely")


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


_SAYS_MORE = re.compile(
    r"(?:to (?:approve|confirm|agree|receive|consider|note|sign|determine|declare|deal)|"
    r"(?:joint )?reports? (?:of|by|from)|members (?:are|to)|the (?:\w+ ){0,3}(?:is|are) |attached|ward)\b",
    re.IGNORECASE,
)
"""How a line begins that is not the rest of a title above it."""

_NOTES = 15
"""How many lines may stand below an item and say more of it."""

_ITEM_CELL = re.compile(r"\d{1,3}[a-z]?\.?")


def _listed_end(lines: Sequence[Line], start: int) -> int:
    """Where a list of items without a table ends: after the last that another number leads to."""
    end = start
    for number in range(start, min(len(lines), start + 400)):
        line = lines[number]
        if _is_item(line):
            end = number + 1
        elif line.gap and not _PART.match(line.text) and end > start and not _goes_on(lines[end - 1], lines[number:]):
            break
    return end


def _goes_on(above: Line, below: Sequence[Line]) -> bool:
    """Whether the item that follows another stands a little below it."""
    wanted = _counted(above) + 1
    return any(_is_item(line) and _counted(line) == wanted for line in below[:_NOTES])


def _counted(line: Line) -> int:
    found = re.match(r"\(?(\d{1,3})", line.cells[0] if line.cells else line.mark)
    return int(found[1]) if found else -9


def _numbered_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where items stand that nothing announces: numbered from 1, standing business among them; (-1, -1) for nowhere."""
    for number, line in enumerate(lines):
        if not _is_item(line) or _counted(line) != 1:
            continue
        end = _listed_end(lines, number)
        titles = [other.cells[1] if other.cells else other.text for other in lines[number:end] if _is_item(other)]
        if len(titles) >= 3 and sum(kind_of(title) != "report" for title in titles) >= 2:
            return number, end
    return -1, -1


def _is_item(line: Line) -> bool:
    return bool(_ITEM_CELL.fullmatch(line.cells[0])) if line.cells else line.mark not in ("", "-")


def _listed(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in lines:
        if _START.match(line.text):
            continue
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
        above = rows[-1].cells if rows else {}
        if line.mark and line.mark != "-":
            rows.append(Row(line, {"number": line.mark, "title": title, "pages": found[1] if found else ""}))
        elif _PART.match(line.text) or (line.gap and line.text.isupper()):
            rows.append(Row(line, {"title": line.text}, line.text))
        elif above and not (line.gap or above.get("pages") or above.get("note") or _SAYS_MORE.match(line.text)):
            above["title"] += f" {title}"
            above["pages"] = found[1] if found else ""
        elif above:
            above["note"] = f"{above.get('note', '')}\n{title}".strip()
            above["pages"] = above.get("pages") or (found[1] if found else "")
    return rows


__all__ = ["Table", "business_at", "read_business"]
