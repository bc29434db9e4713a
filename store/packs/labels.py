"""The labels of report covers, and where covers begin (1 to 9 and 17 to 23 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.bodies import is_body
from store.packs.dates import is_date_line
from store.packs.stream import Line

_LABELS = {
    "title": r"(?:report\s+)?title(?: of report)?|subject",
    "report of": r"report\s+of|report\s+by|report author|author",
    "wards": r"ward(?:s|\(s\))?(?: affected)?",
    "status": r"status|classification|public or (?:exempt|private)",
    "urgent": r"urgent(?: item)?\??",
    "key": r"(?:is (?:this|it) a )?key(?: decision)?\??",
    "enclosures": r"enclosures?|appendices|attachments",
    "officers": r"officers?\s+contact\s+details|contact\s+officers?|officers?\s+contacts?|contact details|"
    r"contact(?=\s*:)",
    "summary": r"(?:executive )?summary(?: (?:and purpose )?of (?:the )?report)?|purpose of (?:the )?report",
    "recommendations": r"(?:\w+(?:'s|s')?\s+){0,2}recommendations?|input requested(?: from .{3,60})?",
}
_EXACT = {name: re.compile(rf"(?:{words})\s*:?", re.IGNORECASE) for name, words in _LABELS.items()}
_BEFORE = {
    name: re.compile(rf"(?:{words})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
    for name, words in _LABELS.items()
    if name not in ("recommendations", "summary")
}
_RUN_ON = {name: re.compile(rf"(?i:{words})\s+(?=[A-Z\d])") for name, words in _LABELS.items() if name not in _BEFORE}
WINDOW = 12
ENOUGH = 4


def label(text: str) -> str:
    """The label that a line or cell is, "" where it is none."""
    text = text.strip()
    if len(text) > 80:
        return ""
    return next((name for name, pattern in _EXACT.items() if pattern.fullmatch(text)), "")


def labelled(line: Line) -> tuple[str, str]:
    """The label that a line or row begins with, and its value; ("", "") where it has none."""
    if line.cells:
        filled = line.filled
        if not filled:
            return "", ""
        name = label(filled[0].replace("\n", " "))
        if not name and len(filled) == 1 and (wide := _wide(filled[0])):
            return wide
        return (name, "\n".join(filled[1:])) if name else _before(line.text) if len(filled) == 1 else ("", "")
    if name := label(line.text):
        return name, ""
    return _before(line.text) if not line.mark and len(line.text) < 300 else ("", "")


def _wide(cell: str) -> tuple[str, str] | None:
    """The heading in a cell as wide as its table, and what stands under it, which may have run on from it."""
    first, _, below = cell.partition("\n")
    if name := label(first):
        return name, below
    for name, pattern in _RUN_ON.items():
        if found := pattern.match(cell):
            return name, cell[found.end() :]
    return None


def _before(text: str) -> tuple[str, str]:
    """A label that its value follows on the line."""
    for name, pattern in _BEFORE.items():
        if found := pattern.match(text):
            return name, text[found.end() :].strip()
    return "", ""


def cover_starts(lines: Sequence[Line]) -> list[int]:
    """Where report covers begin: at least four of the labels within twelve lines, a title the first of them."""
    names = [labelled(line)[0] for line in lines]
    starts: list[int] = []
    for number, name in enumerate(names):
        if name != "title" or (starts and number - starts[-1] < ENOUGH):
            continue
        # Up to the next title: the labels of one report do not make a cover of another.
        window = names[number : number + WINDOW]
        until = next((n for n, other in enumerate(window[1:], 1) if other == "title"), len(window))
        if len(set(filter(None, window[:until]))) >= ENOUGH:
            starts.append(number)
    return starts


def cover_head(lines: Sequence[Line], start: int, floor: int) -> int:
    """Where the heading above a cover begins: the committee, the date, what stands for them."""
    head = start
    while head > floor and start - head < 4 and is_heading(lines[head - 1]):
        head -= 1
    return head


_ABOVE = re.compile(
    r"^(?:report to|(?:name of )?(?:committee|meeting|body)|(?:meeting )?date(?: of (?:the )?(?:meeting|committee))?)"
    r"\s*(?::\s*|$)",
    re.IGNORECASE,
)


def heading_parts(line: Line) -> list[str]:
    """What stands above a cover, a part each, without the labels that it may have: "Report to: Parks Committee"."""
    parts = [part for cell in line.filled for part in cell.split("\n")]
    bare = [_ABOVE.sub("", part) for part in parts]
    return [part for part in bare if part]


def is_heading(line: Line) -> bool:
    """Whether a line may stand above a cover: a committee's name, a date, "FOR INFORMATION", a logo's letters."""
    words = heading_parts(line)
    return 0 < len(words) < 5 and all(
        is_body(w) or is_date_line(w) or is_remark(w) or is_committee_like(w, line) for w in words
    )


def is_remark(text: str) -> bool:
    """Whether a text says how a report is to be taken, or is what a picture left: "FOR INFORMATION", "CPS"."""
    return bool(re.fullmatch(r"for (?:information|decision|noting)|[A-Z]{2,6}|agenda item \d+\w?", text.strip(), re.I))


def is_committee_like(text: str, line: Line) -> bool:
    """Whether a short line in capitals at the start of words, without a mark, could be a committee called in short."""
    return (
        not line.mark
        and 8 < len(text) < 80
        and not re.search(r"[.:;?!@]|\d|https?", text)
        and sum(word[:1].isupper() for word in text.split()) >= max(2, len(text.split()) - 2)
    )
