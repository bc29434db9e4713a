"""An agenda that is a list and no table: where it stands, and its items as rows (51 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.asked import asks_by_itself, is_verdict
from store.packs.dates import date_in
from store.packs.hours import is_time_line
from store.packs.item_rows import UNNUMBERED
from store.packs.marks import counted, split_mark
from store.packs.private_words import cell_says, is_private_heading, is_private_note
from store.packs.stream import Line
from store.packs.tables import Row
from store.packs.titles import LONG, SAYS_MORE, broken_off, goes_on_with, title_and_notes

_START = re.compile(
    r"^(?:(?:the )?(?:order of )?(?:business|proceedings)(?: of the (?:meeting|day))?"
    r"(?: to be (?:transacted|conducted|considered))?|"
    r"(?:the |public |open )?agenda(?: items?)?|agenda for the meeting|items?(?: of business)?|no\.? item|"
    r"(?:(?:first|second|third|fourth|final) )?(?:supplement(?:ary)?|additional|late|revised|amended) "
    r"(?:agenda|business|items?(?: of business)?)(?: pack)?(?: no\.? ?\d+| \d+)?|"
    r"agenda supplement(?: no\.? ?\d+| \d+)?|"
    r"item(?: no\.?)?|rhaglen|business paper|order paper)\s*[:–-]*$",
    re.IGNORECASE,
)
PART = re.compile(r"^part\s+(?:\d|[ivx]+|one|two|[ab])\b", re.IGNORECASE)
"""Begins a part of an agenda: "PART B - EXEMPT"."""

_PAGES = re.compile(
    r"(?:\s*\(?(?:pages?|pp\.?)\s*|\s*\t\s*|\s{2,}|\s*\.{3,}\s*|(?<!graphs)(?<!graph)(?<!paras)\s+(?=\d+\s*[-–])(?!(?:19|20)"
    r"\d\d\s*[-–]\s*(?:19|20)?\d\d\b))(\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)?\s*$",
    re.I,
)


def listed_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where a list of items stands under its heading: its first line and the line after it; (-1, -1) for none."""
    for number, line in enumerate(lines):
        if _announces(line):
            start = _first_item(lines, number + 1)
            end = _listed_end(lines, start)
            if end > start + (0 if is_supplement(line.text) else 1):
                return start, end
    return -1, -1


def is_announced(text: str) -> bool:
    """Whether a line is a heading that says that items follow."""
    return bool(_START.match(text)) and text[:4].casefold() not in ("item", "no. ", "no i")


def is_supplement(text: str) -> bool:
    """Whether a heading says that items follow which come to those of another agenda: there may be but one."""
    return bool(_START.match(text)) and bool(_MORE.search(text))


_MORE = re.compile(r"\b(?:supplement\w*|additional|late)\b", re.IGNORECASE)


def announced_at(lines: Sequence[Line]) -> int:
    """Where the last heading stands that says that items follow; -1 for none."""
    return next((n for n in range(len(lines) - 1, -1, -1) if _announces(lines[n])), -1)


def _announces(line: Line) -> bool:
    """Whether a line is such a heading, and not an item called so: "5. Order of business"."""
    return not line.cells and line.mark in ("", "-") and bool(_START.match(line.text))


def _first_item(lines: Sequence[Line], start: int) -> int:
    """Where the items begin below their heading: what else a front sheet says may stand between."""
    first = next((number for number in range(start, len(lines)) if _is_item(lines[number])), len(lines))
    return max(start, _with_above(lines, first)) if first < len(lines) else first


_NOTES = 60
"""How many lines may stand below an item and say more of it."""

_MOST = 3_000
"""How many lines an agenda with the reports of its items may have."""

_ITEM_CELL = re.compile(r"\d{1,3}[a-z]?\.?|\d{2,4}/\d{1,4}\.?|E\d{1,2}\.?")


def _with_above(lines: Sequence[Line], first: int) -> int:
    """Where the items begin, with what belongs to them above the first that has a number: the agenda's first part, and
    business without a number."""
    for place in range(first - 1, max(-1, first - 5), -1):
        if lines[place].counted == UNNUMBERED:
            first = place
    while first > 0 and PART.match(lines[first - 1].text):
        first -= 1
    return first


def _listed_end(lines: Sequence[Line], start: int) -> int:
    """Where a list of items without a table ends: after the last that another number leads to."""
    end, last = start, -9
    for number in range(start, min(len(lines), start + _MOST)):
        line = lines[number]
        if _is_item(line):
            end, last = number + 1, _counted(line) if _counted(line) > 0 else last
        elif line.within and number > start and lines[number - 1].within:
            continue
        elif end > start and _ends_at(lines, number, last):
            break
    at = end - 1
    while start < end < len(lines) and _wraps(lines[at], lines[end]):
        end += 1
    # A day below an item on the next meeting is that one's, and not of the meeting that the agenda is for.
    later = start < end and bool(_LATER.search(lines[at].text))
    while start < end < len(lines) and (lines[end].within or not (lines[end].cells or lines[end].heading)):
        if not _said_of(lines[end]) and not (later and date_in(lines[end].text)) and not lines[end].within:
            break
        # What the last item says of itself, as those above it do.
        end += 1
    return end


_NOTES_BELOW = re.compile(
    r"(?:(?:important|explanatory|general|further) )?(?:notes?|information)(?: (?:for|to|on|about) [\w ,]{3,60})?"
    r"\s*[:.–-]*",
    re.IGNORECASE,
)


def _ends_at(lines: Sequence[Line], place: int, last: int) -> bool:
    """Whether the agenda is over where a line stands that is no item: what leads to no other item, or the heading of
    notes with numbers of their own."""
    line = lines[place]
    if not line.cells and not line.mark and _NOTES_BELOW.fullmatch(line.text):
        below = [_counted(each) for each in lines[place + 1 : place + _NOTES] if _is_item(each)]
        if last > 0 and not any(number > last for number in below):
            return True
    return line.gap and not PART.match(line.text) and not _goes_on(last, lines[place:])


_LATER = re.compile(r"\b(?:next|future|forthcoming|further) meetings?\b", re.IGNORECASE)
"""Of whose day an item of an agenda may tell."""


def _said_of(line: Line) -> bool:
    text = line.text
    says = bool(SAYS_MORE.match(text)) and len(text) < 200
    return not line.mark and (says or asks_by_itself(text) or is_private_note(text))


def _goes_on(last: int, below: Sequence[Line]) -> bool:
    """Whether the item that follows another stands a little below it, or one that leaves out a number."""
    own = next((n for n, line in enumerate(below) if not line.within), len(below))
    return any(
        _is_item(line) and (0 < _counted(line) - last <= 2 or _begins_private(line))
        for line in below[own : own + _NOTES]
    )


def _begins_private(line: Line) -> bool:
    """Whether an item is the first of those that are numbered apart because they are private: "E1"."""
    return bool(re.fullmatch(r"E1\.?", line.cells[0] if line.cells else line.mark))


def _counted(line: Line) -> int:
    return counted(line.cells[0] if line.cells else line.mark)[1] or -9


_SECTION = re.compile(
    r"(?:why this report|introduction|background|purpose|recommendations?$|summary|reasons? for|"
    r"executive summary|conclusions?$|"
    r"implications|options|consultation)\b|.*\bimplications$",
    re.IGNORECASE,
)
"""How the sections of a report are headed, which are numbered as items are."""


def numbered_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where items stand that nothing announces: numbered from 1, standing business among them; (-1, -1) for nowhere."""
    for number, line in enumerate(lines):
        if not _is_item(line) or (_counted(line) != 1 and "/" not in line.mark):
            continue
        end = _listed_end(lines, number)
        titles = [other.cells[1] if other.cells else other.text for other in lines[number:end] if _is_item(other)]
        if any(_SECTION.match(title) for title in titles):
            continue
        standing = sum(kind_of(title) != "report" for title in titles)
        if (len(titles) >= 3 and standing >= 1) or (len(titles) == 2 and kind_of(titles[0]) != "report"):
            return _with_above(lines, number), end
    return _lettered_at(lines)


_LETTER = re.compile(r"\(?([a-z])[).]")


def _lettered_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where items stand that have letters and no numbers, standing business among them; (-1, -1) for nowhere."""
    marked = [(number, found[1]) for number, line in enumerate(lines) if (found := _LETTER.fullmatch(line.mark))]
    start = next((n for n, (_, letter) in enumerate(marked) if letter == "a"), len(marked))
    run = [place for n, (place, letter) in enumerate(marked[start:]) if letter == chr(ord("a") + n)]
    if len(run) < 3 or not any(kind_of(lines[place].text) != "report" for place in run):
        return -1, -1
    return run[0], run[-1] + 1


def _is_item(line: Line) -> bool:
    if line.within:
        return False
    if line.counted == UNNUMBERED or line.mark not in ("", "-"):
        return True
    return bool(line.cells and _ITEM_CELL.fullmatch(line.cells[0]))


def last_item(lines: Sequence[Line]) -> int:
    """Where the last item among the lines stands; -1 for none."""
    return next((n for n in range(len(lines) - 1, -1, -1) if _is_item(lines[n])), -1)


def as_lines(line: Line, notes: str) -> list[Line]:
    """What stands below a title within its cell, a line each."""
    parts = [split_mark(words) for words in notes.split("\n") if words]
    return [replace(line, text=words, mark=mark, cells=(), counted="") for mark, words in parts]


def _names_part(line: Line) -> bool:
    """Whether a line below "Part 2" says what that is: "ITEMS TO BE CONSIDERED IN PRIVATE"."""
    said = re.search(r"\b(?:public|private|press|exempt|confidential|open|closed|excluded)\b", line.text, re.IGNORECASE)
    said = None if PART.match(line.text) else said
    return bool(said) and not line.mark and not line.cells and len(line.text) < 90 and not line.text.endswith(".")


def _is_apart(rows: Sequence[Row], below: Sequence[Line]) -> bool:
    """Whether capitals that no space is kept above are a heading: no title of capitals goes on with them, and the next
    item follows, with nothing but more of them between."""
    title = rows[-1].cells.get("title", "") if rows else ""
    if title.isupper() and not rows[-1].below and not rows[-1].alone:
        return False
    after = next((line for line in below if not line.text.isupper() and not line.text.startswith("Note")), None)
    return after is not None and _is_item(after)


def _is_heading(line: Line) -> bool:
    """Whether capitals may be a heading, and no sentence of a rubric."""
    close = not line.gap and is_private_note(line.text)
    return line.text.isupper() and len(line.text) < LONG and not is_verdict(line.text) and not close


def _goes_on_in_print(row: Row, line: Line) -> bool:
    """Whether capitals of print that stand close below a title of capitals, in its column, are the rest of it."""
    title, cells = row.cells.get("title", ""), line.cells
    close = bool(line.place.page) and line.place.page == row.line.place.page and not line.gap and not row.alone
    if not close or not title.isupper() or not line.text.isupper():
        return False
    return (
        kind_of(title) == "report" if not cells else (bool(row.line.cells) and not cells[0] and len(line.filled) == 1)
    )


_PAGE_CELL = re.compile(r"\(?(?:(?:pages?|pp?\.?)\s*)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?\.?", re.IGNORECASE)
WHAT_FOR = (
    r"(?:the )?(?:decision|information|info|discussion|noting|note|approval|consideration|comment|assurance|scrutiny|"
    r"recommendation|endorsement|ratification|action|debate)"
    r"(?:(?: and |/| or )(?:decision|information|discussion|noting|approval|consideration|scrutiny))?"
)
"""What an item may be there for, as a pattern."""

_PURPOSE = re.compile(rf"\(?(?:(?:item )?for )?{WHAT_FOR}\)?\.?", re.IGNORECASE)
"""What an agenda says that an item is there for, which is no word of its title."""


_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|(?:attached|enclosed|oral|verbal|to follow|n/?a|-|–)", re.IGNORECASE)
"""What is said aside of an item in a cell of its own: "(oral)"."""


_WARDS = re.compile(r"(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: affected)?", re.IGNORECASE)
_ABOVE = 8
"""How many lines above the first item the headings of its columns may stand."""


def wards_beside(lines: Sequence[Line], start: int) -> int:
    """Which cell of an agenda's rows says of what ward an item is, by the headings above them; 0 for none."""
    for line in reversed(lines[max(0, start - _ABOVE) : start + 1]):
        own = next((n for n, cell in enumerate(line.cells) if _WARDS.fullmatch(cell.strip(" :"))), 0)
        if own:
            # Headings that stand close together, "Item Subject", may be one cell of print.
            row = next((one for one in lines[start:] if one.cells and _is_item(one)), line)
            return own + max(0, len(row.cells) - len(line.cells))
    return 0


def _beside(cells: Sequence[str]) -> dict[str, str]:
    """What stands in the cells behind an item's title: its pages, whose it is, and whether it is private."""
    found: dict[str, str] = {}
    for cell in filter(None, cells):
        if cell_says(cell):
            found.setdefault("restricted", cell)
        elif _PAGE_CELL.fullmatch(cell):
            found.setdefault("pages", cell)
        elif (
            not _PURPOSE.fullmatch(cell)
            and not is_time_line(cell)
            and not _ASIDE.fullmatch(cell)
            and not re.fullmatch(r"[\d.:]+", cell)
        ):
            found.setdefault("presented by", cell)
    return found


def _row_of(line: Line, wards: int = 0) -> Row:
    """The item of a line in columns: its number, its title, and beside it its pages and whose it is. `wards` is the
    cell that has its ward, 0 for none."""
    title, notes = title_and_notes(line.cells[1], line.paragraphs)
    beside = [cell for n, cell in enumerate(line.cells) if n > 1 and n != wards]
    said = {"number": line.cells[0], "title": title, "note": notes, **_beside(beside)}
    if wards > 1 and len(line.cells) > wards:
        said["wards"] = line.cells[wards]
    return Row(line, said, below=as_lines(line, notes))


def _wraps(item: Line, line: Line) -> bool:
    """Whether a line of print close below an item has words in its columns and no number: its cells had no room for
    all."""
    if not item.place.page or item.place.page != line.place.page or line.gap or len(item.cells) != len(line.cells):
        return False
    return bool(line.cells) and not line.cells[0] and _is_item(item)


def _with_rest(row: Row, line: Line, wards: int) -> Row:
    """The item with what its columns go on with. Words that could as well be said of it are asked about."""
    number, title, *others = row.line.cells
    _, more, *rest = line.cells
    beside = [" ".join(filter(None, pair)) for pair in zip(others, rest, strict=True)]
    whole = _row_of(replace(row.line, cells=(number, "\n".join(filter(None, (title, more))), *beside)), wards)
    joined = whole.cells["title"] != row.cells["title"]
    if row.cells.get("over") or (joined and not broken_off(row.cells["title"], more)):
        whole.cells["over"] = "yes"
    return whole


def listed(lines: Sequence[Line], wards: int = 0) -> list[Row]:
    """The items of a list as rows; what stands below one and says more of it is its note."""
    rows: list[Row] = []
    for number, line in enumerate(lines):
        if line.mark in ("", "-") and _START.match(line.text):
            continue
        words = "\t".join(line.cells) if line.cells else line.text
        if line.cells and _is_item(line):
            rows.append(_row_of(line, wards))
            continue
        if rows and not rows[-1].below and _wraps(rows[-1].line, line):
            rows[-1] = _with_rest(rows[-1], line, wards)
            continue
        if line.within:
            if rows:
                rows[-1].below.append(line)
            continue
        found = _PAGES.search(words)
        title = words[: found.start()] if found else words
        above = rows[-1].cells if rows else {}
        if line.counted == UNNUMBERED:
            rows.append(Row(line, {"title": title}))
        elif line.mark and line.mark != "-":
            rows.append(Row(line, {"number": line.mark, "title": title, "pages": found[1] if found else ""}))
        elif above and _PURPOSE.fullmatch(line.text):
            continue
        elif rows and PART.match(rows[-1].alone) and _names_part(line):
            rows[-1].alone = rows[-1].cells["title"] = f"{rows[-1].alone} {title}"
        elif (
            PART.match(line.text)
            or (line.gap and not line.mark and not line.cells and is_private_heading(line.text))
            or (_is_heading(line) and (line.gap or _is_apart(rows, lines[number + 1 :])))
        ):
            rows.append(Row(line, {"title": line.text}, line.text))
        elif above and not above.get("note") and _goes_on_in_print(rows[-1], line):
            above["title"] += f" {line.filled[0] if line.cells else title}"
            above["pages"] = above.get("pages") or (found[1] if found and not line.cells else "")
            above["over"] = "yes"
        elif above and not (above.get("pages") or above.get("note")) and goes_on_with(above["title"], line):
            above["title"] += f" {title}"
            above["pages"] = found[1] if found else ""
        elif above:
            above["note"] = f"{above.get('note', '')}\n{title}".strip()
            rows[-1].below.append(line)
            above["pages"] = above.get("pages") or (found[1] if found else "")
    if len(rows) > 1 and rows[-1].alone and is_private_note(rows[-1].alone):
        # What heads nothing is said of the item above.
        heading = rows.pop()
        rows[-1].below.append(heading.line)
    return rows
