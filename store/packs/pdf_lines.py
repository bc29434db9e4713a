"""Lines of print as lines of text: a paragraph's are joined, and what stands in columns becomes the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import Any
from unicodedata import normalize

from store.packs.headings import begun
from store.packs.listing import is_announced
from store.packs.marks import one_space, split_mark, visible
from store.packs.names import is_name, is_titled
from store.packs.stream import Line, Place

_WIDE = 2.0
"""A gap of so many times a letter's height parts columns."""

_APART = 0.7
"""So does one of so many times, where the other gaps on the line are far smaller."""

_LEAST, _MOST = 0.75, 0.92
"""How far across a page a line reaches at the least, and at the most, that had no room for another word."""

_ALIGNED = 3.0
"""So near to each other two cells begin that are of one column."""

_PADDING = 12.0
"""What may be kept free of a cell beside its words."""


def words_of(text: str) -> str:
    """A text as it is read: its letters whole, its spaces single."""
    return one_space(visible(normalize("NFC", text)))


class Visual:
    """What stands at one height of a page: its words, in columns where there are wide gaps, or where one of `grid`
    begins."""

    def __init__(self, words: list[Any], grid: Sequence[float] = ()) -> None:
        self.words = sorted(words, key=lambda word: word["x0"])
        self.top = min(word["top"] for word in words)
        self.bottom = max(word["bottom"] for word in words)
        self.left, self.right = self.words[0]["x0"], max(word["x1"] for word in words)
        self.first = self.words[0]["x1"] - self.words[0]["x0"]
        self.height = max(1.0, self.bottom - self.top)
        self.columns: list[str] = []
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.firsts: list[float] = []
        gaps = [after["x0"] - word["x1"] for word, after in pairwise(self.words)]
        usual = median_low(gaps) if gaps else 0.0
        edge = -1e9
        for word in self.words:
            em, gap = max(6.0, float(word.get("size") or self.height)), word["x0"] - edge
            there = any(abs(word["x0"] - start) < 1 for start in grid)
            if gap > _WIDE * em or (gap > _APART * em and gap > 2.2 * usual) or there:
                self._begin(word)
            self.columns[-1] = f"{self.columns[-1]} {word['text']}".strip()
            self.ends[-1] = edge = max(edge, word["x1"])

    def _begin(self, word: Any) -> None:
        self.columns.append("")
        self.starts.append(word["x0"])
        self.ends.append(word["x1"])
        self.firsts.append(word["x1"] - word["x0"])


def visual(words: list[Any]) -> list[Visual]:
    """The words of a page by the heights at which they stand."""
    lines: list[list[Any]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if lines and lines[-1][0]["top"] <= middle <= lines[-1][0]["bottom"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Visual(line) for line in lines]


def flowing(lines: Sequence[Visual], place: Place, width: float) -> Iterator[tuple[float, Line]]:
    """The lines of text of a page, each with where it stands. A page is `width` wide: of one with short lines alone the
    longest is not full."""
    # What is kept free on the left of a page is kept free on its right.
    free = min((line.left for line in lines), default=0.0)
    margin = max([min(max(width - free, _LEAST * width), _MOST * width), *(line.right for line in lines)])
    paragraph, row = _Paragraph(place, margin), _Row(place, margin)
    above: Visual | None = None
    for line in lines:
        spaced = above is None or line.top - above.bottom > 0.6 * above.height
        line = row.fitted(line)
        mark, words = split_mark(words_of(" ".join(line.columns)))
        if not spaced and row.goes_on(line):
            above = line
            continue
        yield from row.ended()
        if _is_row(line, mark) or row.is_under(line):
            yield from paragraph.ended()
            row.begin(line, spaced)
        else:
            row.grid = []
            if above is None or spaced or mark or not paragraph.goes_on(above, line, words):
                yield from paragraph.ended()
                paragraph.begin(line, mark, spaced)
            paragraph.text = f"{paragraph.text} {words}".strip()
        above = line
    yield from row.ended()
    yield from paragraph.ended()


def _is_row(line: Visual, mark: str) -> bool:
    """Whether a line is a row of cells, and not a paragraph with its number apart from its words."""
    if len(line.columns) < 2:
        return False
    alone = bool(mark) and split_mark(f"{words_of(line.columns[0])} x")[1] == "x"
    if len(line.columns) > 2 or mark == "-" or not alone:
        return not (len(line.columns) == 2 and mark == "-" and alone)
    return bool(_NUMBER.fullmatch(line.columns[0])) and not line.columns[1].isupper()


class _Paragraph:
    """The lines of a paragraph, while they are put together."""

    def __init__(self, place: Place, margin: float) -> None:
        self.place, self.margin = place, margin
        self.text, self.mark, self.top, self.gap = "", "", 0.0, True

    def begin(self, line: Visual, mark: str, spaced: bool) -> None:
        """The first line of one."""
        self.text, self.mark, self.top, self.gap = "", mark, line.top, spaced

    def goes_on(self, above: Visual, line: Visual, words: str) -> bool:
        """Whether a line is the rest of what stands above it: its first word had no room there, and nothing says that
        it begins something of its own."""
        if not self.text or len(above.columns) > 2 or abs(line.left - above.left) >= 80:
            return False
        if is_announced(words) or (_SENTENCE.search(self.text) and len(words) < 40 and not re.search(r"[.,]", words)):
            return False
        unended = bool(_UNENDED.search(self.text))
        alike = self.text.isupper() == words.isupper() or not (self.text if self.text.isupper() else words).isupper()
        own = bool(_BEGINS.match(words)) or _centred(above, line) or begun(words) is not None
        return above.right + line.first + 3 > self.margin and alike and (unended or not own)

    def ended(self) -> Iterator[tuple[float, Line]]:
        """The paragraph as a line of text, where there is one."""
        if self.text or self.mark:
            yield self.top, Line(self.text, self.place, mark=self.mark, gap=self.gap)
        self.text, self.mark = "", ""


class _Row:
    """A row of cells, while they are put together; `grid` is where the columns of the rows above it begin."""

    def __init__(self, place: Place, margin: float) -> None:
        self.place, self.margin = place, margin
        self.first: Visual | None = None
        self.cells: list[str] = []
        self.gap = False
        self.grid: list[float] = []

    def fitted(self, line: Visual) -> Visual:
        """The line, parted where the columns of a table with headings begin."""
        fits = len(self.grid) > 2 and len(line.columns) > 1
        return Visual(line.words, self.grid) if fits else line

    def is_under(self, line: Visual) -> bool:
        """Whether a line has but one cell of a table, and that not the first."""
        inner = sorted(self.grid)[1:] if len(self.grid) > 2 and len(line.columns) == 1 else []
        return any(abs(at - line.starts[0]) < _ALIGNED for at in inner)

    def begin(self, line: Visual, spaced: bool) -> None:
        """The first line of one."""
        self.first, self.cells, self.gap = line, [words_of(column) for column in line.columns], spaced
        self.grid += [at for at in line.starts if not any(abs(at - start) < _ALIGNED for start in self.grid)]

    def goes_on(self, line: Visual) -> bool:
        """Whether a line goes on with cells of the row, each of which had no room for its first word; it is then put
        with them."""
        row = self.first
        if row is None or split_mark(" ".join(line.columns))[0]:
            return False
        under = [
            next((n for n, at in enumerate(row.starts) if abs(at - start) < _ALIGNED), -1) for start in line.starts
        ]
        for column, cell in enumerate(under):
            if cell < 0 or self._begins(line.columns[column], cell):
                return False
            edge = min((at for at in self.grid if at > row.starts[cell] + _ALIGNED), default=self.margin)
            if row.ends[cell] + line.firsts[column] + 3 < edge - _PADDING:
                return False
        for column, cell in enumerate(under):
            between = "" if self.cells[cell].endswith("/") else " "
            self.cells[cell] = f"{self.cells[cell]}{between}{words_of(line.columns[column])}"
            row.ends[cell] = line.ends[column]
        return True

    def _begins(self, words: str, cell: int) -> bool:
        """Whether words below a cell are no rest of it: they begin a row, or another person's name."""
        above = self.cells[cell]
        if _UNENDED.search(above):
            return False
        if (is_titled(words) and words[:1].isupper()) or (is_name(words) and is_name(above)):
            return True
        # Where rows begin with a number, what has none begins no row.
        rest = bool(_RESTS.match(words) or _UNENDED.search(above) or split_mark(above)[0])
        return cell == 0 and (not rest or _NUMBER.fullmatch(words) is not None)

    def ended(self) -> Iterator[tuple[float, Line]]:
        """The row as a line, where there is one."""
        if self.first is not None:
            yield self.first.top, Line(" ".join(self.cells), self.place, self._in_columns(), gap=self.gap)
        self.first = None

    def _in_columns(self) -> tuple[str, ...]:
        """The cells with an empty one for each column of the table in which nothing stands."""
        assert self.first is not None
        starts = sorted(self.grid)
        if len(starts) < 3 or len(starts) == len(self.cells):
            return tuple(self.cells)
        row = [""] * len(starts)
        for at, words in zip(self.first.starts, self.cells, strict=True):
            row[max(n for n, start in enumerate(starts) if start <= at + _ALIGNED)] = words
        return tuple(row)


_NUMBER = re.compile(r"\d{1,3}[a-z]?[.)]?")
_RESTS = re.compile(r"[^\W\d_A-Z]|[(\d&]")
_SENTENCE = re.compile(r"[^A-Z. ]\.$")
_BEGINS = re.compile(r"[A-Z]{0,4}\d{1,3}(?:/\d{1,4})?[.)]?\s+[A-Z]|(?i:yours|dear) \w|[A-Z][\w’' ]{2,30}:(?:\s|$)")
"""How a line begins that is an item of its own, or has a label."""

_UNENDED = re.compile(r"(?:\b(?:and|of|the|for|to|in|on|or|with|from|by|at)|[,&–-])$", re.IGNORECASE)


def _centred(above: Visual, line: Visual) -> bool:
    """Whether two lines stand one below another's middle, as headings do that are not one."""
    return bool(abs(above.left + above.right - line.left - line.right) < 6 and abs(above.left - line.left) > 4)
