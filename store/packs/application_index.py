"""An index of the applications that an agenda has under one item for all of them: a table, or a few lines for each,
with the number of the case, what is applied for and where, and what is recommended. Each is a part of that item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from clerk.agenda import kind_of
from store.packs.applications import case_in, is_label, read_application
from store.packs.facts import Doubt, Fact, Pack, Record, Sure
from store.packs.listing import PART
from store.packs.stream import Line
from store.packs.tables import headings

_COLUMNS = {
    "recommendation": r"(?:officers?['’]?s? )?(?:recommend(?:ation|ed)s?(?: decision)?|rec)",
    "pages": r"pages?(?: ?(?:no|nos|numbers?))?",
    "ward": r"(?:electoral )?(?:wards?|divisions?)(?: ?/ ?parish| affected)?",
    "where": r"(?:site |property )?(?:address|location|site|premises)(?: of site)?",
    "case": r"(?:(?:planning |licence )?application|case|planning|reference|ref|file|plan|app)(?: ?(?:no|number|ref|"
    r"reference|id))?\.?(?: ?(?:no|number)\.?)?",
    "number": r"(?:agenda |report |plans? list |schedule )?(?:item)?(?: ?(?:no|number|ref))?|#|order|report",
    "what": r"(?:application|site)(?: (?:number|no|ref(?:erence)?|address|site))?(?:,? (?:and|&|/)? ?(?:details?|"
    r"description|proposals?|address|site|location|development))+|details(?: of (?:application|proposal))?|"
    r"(?:proposed )?(?:proposals?|development)|description(?: of (?:the )?(?:development|proposal))?|"
    r"title|subject|application",
}
"""What the columns of an index are headed. Which is asked first matters: an "Application" alone may be the number."""

_HEAD = re.compile(
    r"(?:index|list|schedule|summary) (?:of|to) (?:the )?(?:planning |licensing |development |major |minor |other )*"
    r"(?:applications?|reports?|proposals?)\b.{0,60}",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?:report |agenda |plan )?item (?:no\.? ?)?)?(?P<number>[A-Z]{1,3}[ -]?\d{1,3}[a-z]?|\d{1,3} "
    r"?\((?:[ivx]{1,5}|[a-z]|"
    r"\d{1,2})\)|\d{1,3}/\d{1,2}(?![/\d]))"
)
_ENTRY = re.compile(rf"^(?:{_NUMBER}|(?i:item) (?P<letter>[A-Z]\d?))\s*[.):–-]?\s+(?P<rest>\S.*)$")
_CELL = re.compile(rf"(?:{_NUMBER}|(?:(?i:item) )?(?P<letter>[A-Z]\d?|\d{{1,3}}))[.):]?")
_VERDICT = re.compile(
    r"(?:(?:officers?['’]?s? )?recommend(?:ation|ed)\s*[:–-]?\s*(?:that |for |to )?)?(?P<said>(?:PERMIT|"
    r"GRANT|REFUSE|APPROVE|"
    r"DEFER|DELEGATE|(?:that )?(?:[Pp]lanning )?(?:[Pp]ermission|[Cc]onsent) (?:be )?(?:[Gg]ranted|[Rr]efused)|"
    r"(?:to )?(?:[Pp]ermit|[Gg]rant|[Rr]efuse|[Aa]pprov|[Dd]efer|[Dd]elegat|[Mm]inded to|[Nn]o objection)"
    r"(?:e|ed|al|ted|te|tion)?)\b.*)"
)
_ASKED = re.compile(
    r"(?:officers?['’]?s? )?recommend(?:ation|ed)s?(?: decision)?\s*[:–-]\s*(?P<said>\S.*)", re.IGNORECASE
)
_FOR_ALL = re.compile(
    r"\bapplications?\b|\bschedule of\b|\bplans list\b|\bdevelopment (?:control|management)\b|\bfor determination\b",
    re.IGNORECASE,
)
_FEW = 9
"""How many lines there may be of one application."""


class Entry(Struct):
    """An application of an index: its lines, the cells of a row by their columns, and the lines that stand above it."""

    number: str
    lines: list[Line]
    cells: dict[str, str]
    above: int
    also: list[str] = []


def without_index(lines: Sequence[Line]) -> tuple[list[Line], list[Entry]]:
    """The lines without those of an index of applications, and its entries, each with how many of the lines that are
    left stand above it."""
    kept: list[Line] = []
    entries: list[Entry] = []
    place = 0
    while place < len(lines):
        found, end = _table(lines, place)
        if not found:
            found, end = _listed(lines, place)
        if not found:
            kept.append(lines[place])
            place += 1
            continue
        if kept and _HEAD.fullmatch(kept[-1].text.strip(" :.")) and not kept[-1].mark:
            kept.pop()
        for entry in found:
            entry.above = len(kept)
        entries += found
        place = end
    return kept, entries


def _table(lines: Sequence[Line], start: int) -> tuple[list[Entry], int]:
    """The entries of a table whose headings stand at `start`, and where it ends; none where it is no index."""
    names = headings(lines[start], _COLUMNS)
    told = set(names)
    about = told & ({"what", "where", "case"} if "recommendation" in told else {"what", "where"})
    if not about or not told & {"recommendation", "case"}:
        return [], start
    found: list[Entry] = []
    place = start + 1
    while place < len(lines) and len(lines[place].cells) == len(names):
        line = lines[place]
        if headings(line, _COLUMNS) == names:
            place += 1
            continue
        cells: dict[str, str] = {}
        also: list[str] = []
        for name, cell in zip(names, line.cells, strict=True):
            if cell and name:
                cells[name] = f"{cells[name]}\n{cell}" if name in cells else cell
            elif cell:
                also.append(cell)
        if not case_in(line.text):
            if not found or cells.get("number"):
                return ([], start) if not found else (found, place)
            for name, cell in cells.items():
                found[-1].cells[name] = f"{found[-1].cells.get(name, '')}\n{cell}".strip()
            found[-1].lines.append(line)
        else:
            own = _CELL.fullmatch(cells.get("number", "").strip())
            number = (own["number"] or own["letter"]) if own else ""
            found.append(Entry(number, [line], cells, 0, also))
        place += 1
    return found, place


def _listed(lines: Sequence[Line], start: int) -> tuple[list[Entry], int]:
    """The entries that begin at a line with a number of their own, a few lines each, and where they end."""
    if _own_number(lines, start) is None:
        return [], start
    told = start > 0 and bool(_HEAD.fullmatch(lines[start - 1].text.strip(" :.")))
    found: list[Entry] = []
    place = start
    while place < len(lines) and (own := _own_number(lines, place)) is not None:
        number, words = own
        end = place + 1
        while end < len(lines) and end - place < _FEW and _belongs(lines, end):
            end += 1
        found.append(Entry(number, [*lines[place:end]], {"what": words}, 0))
        place = end
    series = {re.sub(r"\d+\W?$|\(.*$", "", entry.number) for entry in found}
    others = [
        line for line in (*lines[:start], *lines[place:]) if (own_ := _ENTRY.match(line.whole)) and own_["number"]
    ]
    shared = any(re.sub(r"\d+\W?$|\(.*$", "", _ENTRY.match(line.whole)["number"]) in series for line in others)  # type: ignore[index]
    enough = told or (len(found) > 1 and not shared)
    return (found, place) if enough else ([], start)


def _own_number(lines: Sequence[Line], place: int) -> tuple[str, str] | None:
    """The number of an application and the words behind it, where it begins at a line: the number of its case stands
    there, or just below."""
    line = lines[place]
    if line.cells:
        own = _CELL.fullmatch(line.cells[0].strip())
        if (
            own is None
            or not (own["number"] or re.match(r"item ", line.cells[0], re.IGNORECASE))
            or len(line.cells) < 2
        ):
            return None
        number, words = own["number"] or own["letter"], "\n".join(cell for cell in line.cells[1:] if cell)
    else:
        found = _ENTRY.match(line.whole)
        if found is None:
            return None
        number, words = found["number"] or found["letter"], found["rest"]
    if re.fullmatch(r"E\d{1,2}", number) or re.match(r"\d{1,2}/(?:19|20)?\d\d$", number):
        return None
    near = lines[place + 1 : place + 3]
    stated = case_in(words) or any(
        case_in(each.text) for each in near[: next((n for n, e in enumerate(near) if e.gap or e.mark), 2)]
    )
    return (number, words) if stated else None


def _belongs(lines: Sequence[Line], place: int) -> bool:
    """Whether a line goes on with the application above it."""
    line = lines[place]
    if _own_number(lines, place) is not None or PART.match(line.text):
        return False
    if line.cells and (line.cells[0].strip() or not line.filled):
        return False
    if line.mark and line.mark != "-":
        return False
    return not line.gap or is_label(line.text) or bool(_VERDICT.match(line.text)) or _leads_on(lines, place)


def _leads_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a line that stands apart, as every paragraph of a document does, is followed soon by another application,
    or by the next item."""
    if len(lines[place].text) > 200 or lines[place].text.isupper() or lines[place].heading:
        return False
    for n in range(place + 1, min(len(lines), place + 4)):
        if _own_number(lines, n) is not None or lines[n].mark not in ("", "-"):
            return True
        if not lines[n].gap or lines[n].cells or lines[n].heading:
            return False
    return False


# -- as items --------------------------------------------------------------------------------------------------------


def place_entries(pack: Pack, entries: Sequence[Entry], kept: Sequence[Line]) -> None:
    """Put the applications of an index into the meeting, each as a part of the item above it; what is said of one that
    is an item already goes there."""
    records = pack.meeting.records
    wholes: dict[str, int] = {}
    after: dict[int, Record] = {}
    for entry in entries:
        part = _part(entry)
        items = pack.meeting.of("item")
        case = part.get("case")
        same = next((item for item in items if case and (item.get("case") == case or case in item.get("title"))), None)
        pack.unread += [
            Fact(f"{entry.number} {each}".strip(), entry.lines[0].place, "unread", "unsure") for each in entry.also
        ]
        if same is not None:
            for name in ("case", "ward", "recommendations", "pages"):
                if name in part.facts:
                    same.facts.setdefault(name, part.facts[name])
            continue
        whole = _whole(items, entry, kept)
        if whole is not None:
            part.put("under", whole.get("number"), entry.lines[0], "index.under", "likely")
            wholes[whole.get("number")] = wholes.get(whole.get("number"), 0) + 1
        elif "" not in wholes:
            wholes[""] = wholes.get("", 0) + 1
        _number(part, entry, whole, items, wholes)
        above = after.get(id(whole)) or whole or next(reversed(items), None)
        place = next((n + 1 for n, record in enumerate(records) if record is above), len(records))
        records.insert(place, part)
        after[id(whole)] = part
    for number, count in wholes.items():
        are = "is an application" if count == 1 else f"are {count} applications"
        under = f"as parts of item {number}" if number else "as items of their own"
        pack.doubts.append(Doubt(f"In an index of the agenda there {are}, taken {under}: is that so?"))


def _number(part: Record, entry: Entry, whole: Record | None, items: Sequence[Record], wholes: dict[str, int]) -> None:
    number = re.sub(r"\s", "", entry.number)
    taken = {item.get("number") for item in items}
    line = entry.lines[0]
    if (not number or number in taken or re.fullmatch(r"\d+", number)) and whole is not None:
        count = wholes[whole.get("number")]
        doubt = f"The index numbers it {number}, which is an item's own number too." if number in taken else ""
        made = f"{whole.get('number')}.{number or count}"
        part.put("number", made, line, "index.number", "unsure" if doubt else "likely", doubt)
    elif number and number not in taken:
        part.put("number", number, line, "index.number", "sure")


def _whole(items: Sequence[Record], entry: Entry, kept: Sequence[Line]) -> Record | None:
    """The item that an application is a part of: by its number, else the one for all applications above it, else the
    last above it."""
    numbered = [item for item in items if item.get("number") and not item.get("under") and not item.get("heading")]
    if own := re.match(r"(\d{1,3})\W", entry.number):
        for item in numbered:
            if item.get("number").strip(".") == own[1]:
                return item
    order = {line.place: n for n, line in enumerate(kept)}
    above = [item for item in numbered if order.get(item.facts["title"].place, len(kept)) < entry.above]
    for all_of_them in (above, numbered):
        for item in reversed(all_of_them):
            if _FOR_ALL.search(item.get("title")) and kind_of(item.get("title")) == "report":
                return item
    return above[-1] if above and kind_of(above[-1].get("title")) == "report" else None


def _part(entry: Entry) -> Record:
    """An application as an item."""
    item, line = Record("item"), entry.lines[0]
    below = [part for each in entry.lines[1:] for part in (each.filled if each.cells else [each.text])]
    said = [words for name in ("what", "where") for words in entry.cells.get(name, "").split("\n") if words]
    if not entry.cells.get("recommendation"):
        said += below
    asked = [words for words in said if _ASKED.match(words) or _VERDICT.fullmatch(words)]
    about = [words for words in said if words not in asked and not is_label(words)]
    labels = [Line(words, line.place) for words in said if is_label(words) and words not in asked]
    case = entry.cells.get("case", "").replace("\n", " ").strip() or next(filter(None, map(case_in, said)), "")
    if stated := case_in(case) or case:
        item.put("case", stated, line, "index.case", "likely")
        about = [
            re.sub(rf"^(?:application (?:no\.?|ref\w*)? ?)?{re.escape(stated)}\s*[:;,–-]?\s*", "", each)
            for each in about
        ]
    title = " – ".join(each.strip(" ,;") for each in about if each.strip(" ,;"))
    # In print a column may have run into the next.
    sure: Sure = "unsure" if line.place.page else "likely"
    item.put("title", title or stated or line.whole, line, "index.title", sure)
    asks = entry.cells.get("recommendation", "").replace("\n", " ")
    asks = asks or " ".join((_ASKED.match(each) or _VERDICT.fullmatch(each))["said"] for each in asked)  # type: ignore[index]
    item.put("recommendations", asks, line, "index.recommendation", "likely")
    item.put("pages", re.sub(r"\s*[-–]\s*", "-", entry.cells.get("pages", "")), line, "index.pages")
    item.put("ward", entry.cells.get("ward", "").replace("\n", " "), line, "index.ward")
    read_application(item, labels, line, "application")
    return item
