"""The stream as it would be read aloud: without what is printed on every page, and with sentences that a page cut
joined again (37 to 39 of the irregularities that packs have)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from msgspec.structs import replace

from store.packs.bodies import is_named_as_body
from store.packs.dates import MONTHS, is_date_line
from store.packs.names import is_titled
from store.packs.stream import Line

_BLANK = re.compile(r"^this page (?:is|has been) (?:intentionally )?left blank(?: intentionally)?\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:page )?(\d{1,4})(?: of \d{1,4})?$|^- ?(\d{1,4}) ?-$", re.IGNORECASE)
_STAMP = re.compile(r"^agenda item (?:no\.? ?)?(\d{1,3}[a-z]?)\.?$", re.IGNORECASE)
_PAGED = re.compile(r"\((?:pages?|pp\.?) \d+(?: ?[-–] ?\d+)?\)$", re.IGNORECASE)
_STAMPED = 15
"""How many lines below a stamp are of its item: it stands on the first page of what is bound under it."""
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", ")")


def flowing(lines: Iterable[Line]) -> list[Line]:
    """The lines without furniture, cut sentences joined."""
    kept = list(lines)
    vocabulary = Counter(
        word for line in kept for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold())
    )
    joined: list[Line] = []
    for line in _unstamped(_untitled(kept)):
        if joined and (is_cut(joined[-1], line) or _wraps(joined[-1], line)):
            joined[-1] = _joined(joined[-1], line, vocabulary)
        else:
            joined.append(line)
    return [_mended(line, vocabulary) if "-" in line.text else line for line in joined]


def _untitled(lines: list[Line]) -> Iterable[Line]:
    """The lines without running titles: what stands first or last on many pages of a file with pages."""
    edges: Counter[str] = Counter()
    pages: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if line.place.page:
            pages.setdefault((line.place.file, line.place.page), []).append(line)
    for page in pages.values():
        edges.update({line.text for line in (page[0], page[-1]) if not line.cells and not _STAMP.match(line.text)})
    running = {text for text, times in edges.items() if times >= max(4, len(pages) // 3) and len(text) > 3}
    seen: set[str] = set()
    for line in lines:
        if line.text in running and line.text in seen and not line.cells:
            continue
        seen.add(line.text)
        yield line


def _unstamped(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines without blank pages, page numbers and stamps; the lines just below a stamp know its item."""
    stamp, reach = "", 0
    gap = False
    for line, below in zip_longest(listed := list(lines), listed[1:]):
        if line.cells or line.heading or (below is not None and _PAGED.search(below.text)):
            # What has pages of a pack is an item of its agenda, and "Agenda Item 7" above it no stamp.
            number, stamped = None, None
        else:
            number, stamped = _NUMBER.match(line.whole), _STAMP.match(line.whole)
        if stamped:
            stamp, reach = stamped[1], _STAMPED
        if stamped or number or _BLANK.match(line.text):
            gap = True
            continue
        yield replace(line, stamp=line.stamp or (stamp if reach > 0 else ""), gap=gap or line.gap)
        gap, reach = False, reach - 1


def is_cut(above: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence that the line above broke off."""
    if above.place.file != line.place.file or line.cells or line.mark or line.heading or above.heading:
        return False
    if len(above.filled) != 1 or len(above.text) < 30 or not line.gap:
        return False
    if above.text.endswith("-"):
        return line.text[:1].isalpha()
    return not above.text.endswith(_ENDS) and (
        line.text[:1].islower() or (len(above.text) > 60 and re.match(r"\d{1,4} [a-z]", line.text) is not None)
    )


_UNENDED = re.compile(
    r"(?:\b(?:a|an|the|of|and|or|to|for|in|on|at|by|with|from|under|until|between|than|its|their|his|her|be|is|are|"
    r"per|every|this|that|paragraphs?|sections?|regulations?|rules?)|[–&£])$",
    re.IGNORECASE,
)
"""How a line ends in the middle of a sentence, whatever the next begins with."""

_NUMBERED = re.compile(r"\b(?:paragraphs?|sections?|regulations?|rules?|of a|for a|on a)$", re.IGNORECASE)
"""How a line ends before a number that has a stop behind it, and is no number of a list."""

_MONTH = "|".join(name.capitalize() for name in MONTHS)
_COUNTS = re.compile(rf"£?\d[\d,./]*(?:[-–/]\w+)?(?:st|nd|rd|th|%)?[.,;:)]*(?:$|\s+(?![A-Z(“])|\s+(?:{_MONTH})\b)")
"""How a line begins with a number that is no number of an item: "25-year lease", "2024-25 accounts", "31 March"."""

_OF_ITS_OWN = re.compile(
    r"^\(?[a-z]{1,4}[.)]\s|@|\bwww\.|https?:|^(?:e-?mail|tel|fax|web)\b|^[a-z][\w ]{0,20}:", re.IGNORECASE
)
_TAKES_UP = re.compile(r"(?:and|or|of|via|by) ")
_WIDE = 30
"""Letters of a line, at least, that a sentence has where nothing but a small letter says that it goes on."""


def _wraps(above: Line, line: Line) -> bool:
    """Whether a line of a paragraph, close below another, is the rest of its sentence."""
    plain = not (line.cells or above.cells or line.heading or above.heading or line.gap or line.counted)
    if not plain or above.place.file != line.place.file or _OF_ITS_OWN.search(line.text):
        return False
    if above.text.endswith((".", "!", "?", ":", ";")):
        return False
    long = len(above.text) >= _WIDE
    if _TAKES_UP.match(line.text) and is_named_as_body(line.text) and line.text.split()[-1][:1].isupper():
        # The rest of a committee's name, which the front sheet asks about.
        return False
    if line.text[:1].islower() and not line.mark:
        return long or bool(_TAKES_UP.match(line.text))
    if long and not line.mark and line.text[:1].isupper() and _UNENDED.search(above.text):
        return not is_titled(line.text)
    # "on a" and "25-year lease", "in paragraph" and "4. of the report".
    counts = bool(_COUNTS.match(line.whole)) and (long or not is_date_line(line.whole))
    unended = (_NUMBERED if line.mark else _UNENDED).search(above.text)
    return counts and bool(unended) and " " in above.text


def _joined(above: Line, line: Line, vocabulary: Counter[str]) -> Line:
    text, more = above.text, line.whole
    if text.endswith("-"):
        first, second = re.split(r"[\s]", text)[-1][:-1], re.split(r"[^\w-]", more)[0]
        glue = "-" if _belongs(first, second, vocabulary) else ""
        whole = text[:-1] + glue + more
    else:
        whole = f"{text} {more}"
    if above.cells:
        cells = tuple(whole if cell else "" for cell in above.cells)
        return replace(above, text=whole, cells=cells)
    return replace(above, text=whole)


def _belongs(first: str, second: str, vocabulary: Counter[str]) -> bool:
    """Whether the hyphen between two halves of a word is the word's own ("Sub-Committee") or the line's."""
    if second[:1].isupper():
        return True
    apart, together = f"{first}-{second}".casefold(), f"{first}{second}".casefold()
    return vocabulary[apart] >= 1 and vocabulary[together] == 0


_HYPHENED = re.compile(r"\b([A-Z]?[a-z]{2,})-([a-z]{3,})\b")


def _mended(line: Line, vocabulary: Counter[str]) -> Line:
    """A row whose narrow columns broke words ("Move-ments"): a hyphen goes where the file has the word without it."""
    if not line.cells:
        return line

    def whole(match: re.Match[str]) -> str:
        return match[1] + match[2] if vocabulary[(match[1] + match[2]).casefold()] else match[0]

    cells = tuple(_HYPHENED.sub(whole, cell) for cell in line.cells)
    return line if cells == line.cells else replace(line, cells=cells, text=_HYPHENED.sub(whole, line.text))
