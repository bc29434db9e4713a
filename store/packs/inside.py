"""Reports that stand in the agenda itself, each below the item that it is of: their headings, paragraphs and numbered
conditions are no items of the agenda, and no headings of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.packs.applications import is_label
from store.packs.asked import asks, asks_by_itself, is_of, is_verdict, leads_to_asked
from store.packs.listing import PART, is_announced
from store.packs.private_words import is_private_note
from store.packs.sections import LONGEST, is_of_a_report
from store.packs.stream import Line

_MISSING = 3
"""How many numbers an agenda may leave out from one item to the next."""

_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]?")
_DOTTED = re.compile(r"(?P<of>\d{1,3})\.(?P<part>\d{1,3})[.)]?")
_LETTERED = re.compile(r"(?P<of>\d{1,3})(?P<letter>[a-z])[.)]?")
_LETTER = re.compile(r"\(?(?P<letter>[a-z])[.)]")
_PRIVATE = re.compile(r"E\d{1,2}\.?")
"""The number of an item that is private."""


def with_reports(lines: Sequence[Line], announced: int) -> list[Line]:
    """The lines, those within a report below an item told apart. `announced` is where a heading says that items follow,
    -1 where none does."""
    reader = _Below(lines, announced + 1)
    return [replace(line, within=True) if reader.is_within(place) else line for place, line in enumerate(lines)]


class _Below:
    """Goes down the lines of an agenda. `_item` is the number of the last item, `_clause` that of the last clause of a
    list within its report; `_at` and those like it say how far in they stand, `_bracketed` how items are numbered."""

    def __init__(self, lines: Sequence[Line], start: int) -> None:
        self._lines, self._start = lines, start
        self._heads = Counter(_folded(line) for line in lines if _is_capitals(line))
        self._item = self._part = self._clause = 0
        self._letter = ""
        self._begun = False
        self._at = self._letter_at = self._clause_at = 0
        self._bracketed = False

    def is_within(self, place: int) -> bool:
        """Whether the line at a place, which follows the one asked about before, is within a report."""
        line = self._lines[place]
        if place < self._start:
            return False
        if PART.match(line.text) and not line.mark:
            self._begun, self._clause = False, 0
            return False
        if not self._begun:
            return self._begins(place)
        if line.cells:
            return not self._next_item(line.cells[0], place)
        if line.mark not in ("", "-"):
            return not self._next_item(line.mark, place)
        if self._heads_agenda(place):
            self._begun, self._clause = False, 0
            return False
        return True

    def _begins(self, place: int) -> bool:
        line = self._lines[place]
        mark = line.cells[0] if line.cells else line.mark
        if mark not in ("", "-"):
            if self._paragraphs(place):
                self._begun, self._clause = True, 0
                return True
            self._took(mark, line)
            self._begun = bool(self._item) and _leads_a_motion(line.text)
            return False
        # What is only set in from the margin stands in the second of two columns, alone.
        if not self._item or len(line.filled) > 1 or self._heads_agenda(place):
            return False
        if is_label(line.text):
            return True
        again = _is_capitals(line) and self._heads[_folded(line)] > 1
        told = (
            asks(line)
            or leads_to_asked(line.text)
            or asks_by_itself(line.text)
            or is_of_a_report(line.text)
            or _leads_a_motion(line.text)
        )
        if told or again or self._procedure(place):
            self._begun, self._clause = True, 0
            return True
        return False

    def _procedure(self, place: int) -> bool:
        """Whether a line leads to a list of what will be done, and not of business: "as follows:", and sentences."""
        below = self._lines[place + 1 : place + 4]
        listed = bool(below) and all(line.mark and not line.cells for line in below[:2])
        return listed and self._lines[place].text.endswith(":") and all(_WILL.search(line.text) for line in below[:2])

    def _paragraphs(self, place: int) -> bool:
        """Whether "6.1" below "Report of the Clerk" begins the paragraphs of that report, and no parts of its item:
        they are sentences."""
        dotted = _DOTTED.fullmatch(self._lines[place].mark)
        if dotted is None or int(dotted["of"]) != self._item or dotted["part"] != "1":
            return False
        above = self._lines[max(0, place - 3) : place]
        if not any(is_of(line) or _REPORT.match(line.text) for line in above if not line.mark):
            return False
        told = [text for number, text in _said_below(self._lines[place:]) if number == self._item]
        whole = [text for text in told if text.endswith((".", ":", ";")) and not text.startswith("To ")]
        return len(whole) * 2 > len(told)

    def _took(self, mark: str, line: Line) -> None:
        """An item of the agenda begins, or a part of one."""
        if self._is_another_list(mark) and self._item:
            return
        if number := _number(mark):
            self._item, self._part, self._letter = number, 0, ""
            self._at, self._bracketed = line.depth, mark.startswith("(")
        elif (dotted := _DOTTED.fullmatch(mark)) and int(dotted["of"]) == self._item:
            self._part = int(dotted["part"])
        elif lettered := _LETTERED.fullmatch(mark):
            self._item, self._letter = int(lettered["of"]), lettered["letter"]
        elif letter := _LETTER.fullmatch(mark):
            self._letter, self._letter_at = letter["letter"], line.depth
        else:
            return
        self._begun, self._clause = False, 0

    def _next_item(self, mark: str, place: int) -> bool:
        """Whether a line with a mark below a report is the next item, or the next part of one."""
        number, last, line = _number(mark), self._clause, self._lines[place]
        if number:
            # The next item stands where the others do, and not where the clauses above it do.
            goes_on = bool(last) and number == last + 1 and line.depth > self._clause_at - _FURTHER_IN
            if self._is_another_list(mark) or (goes_on and line.depth >= self._at + _FURTHER_IN):
                self._clause, self._clause_at = number, line.depth
                return False
            if number == 1 or (goes_on and not self._is_next(number, place)):
                self._clause, self._clause_at = number, line.depth
                return False
            if number <= self._item:
                return False
        elif dotted := _DOTTED.fullmatch(mark):
            if int(dotted["of"]) != self._item or int(dotted["part"]) != self._part + 1 or not self._part:
                return False
        elif lettered := _LETTERED.fullmatch(mark):
            if int(lettered["of"]) not in (self._item, self._item + 1):
                return False
        elif _PRIVATE.fullmatch(mark):
            self._begun, self._clause = False, 0
            return True
        else:
            letter = _LETTER.fullmatch(mark)
            after = bool(self._letter) and letter is not None and ord(letter["letter"]) == ord(self._letter) + 1
            further_out = line.depth == self._letter_at <= self._clause_at - _FURTHER_IN
            own = further_out or _leads_a_motion(line.text) or bool(_PAGED.search(line.text))
            if not after or (last and not own):
                self._clause = max(last, 1) if letter is not None and letter["letter"] == "a" else last
                return False
        self._took(mark, line)
        self._begun = _leads_a_motion(line.text)
        return True

    def _is_another_list(self, mark: str) -> bool:
        """Whether a number is printed as none of the agenda's is: "(1)" below "8."."""
        return bool(_number(mark)) and mark.startswith("(") and not self._bracketed

    def _is_next(self, number: int, place: int) -> bool:
        """Whether a number that the list above goes on with is the next item's."""
        return number == self._item + 1 and not self._comes_again(number, place)

    def _comes_again(self, number: int, place: int) -> bool:
        """Whether the number stands once more below, before another list begins: the second is then the item's."""
        for line in self._lines[place + 1 :]:
            other = _number(line.cells[0] if line.cells else line.mark)
            if other in (1, number):
                return other == number
        return False

    def _heads_agenda(self, place: int) -> bool:
        """Whether a line is a heading of the agenda: the next item follows it, with nothing but headings between."""
        if not _may_head(self._lines[place]):
            return False
        for n, line in enumerate(self._lines[place + 1 : place + 6], 1):
            mark = line.cells[0] if line.cells else line.mark
            if mark not in ("", "-"):
                number = _number(mark)
                if self._clause and number == self._clause + 1 and not self._is_next(number, place + n):
                    return False
                asked = asks(self._lines[place])
                return number > self._item and number <= self._item + _MISSING and not (asked and number == 1)
            if not _may_head(line) and not _NOTES.match(line.text):
                return False
        return False


_FURTHER_IN = 2
"""How much further in than another something stands that is a part of it, at least."""

_PAGED = re.compile(r"\(pages? \d+(?:\s*[-–]\s*\d+)?\)$", re.IGNORECASE)
_REPORT = re.compile(r"(?:joint )?report (?:of|by|from) (?:the )?[A-Z]", re.IGNORECASE)


def _said_below(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The paragraphs with numbers such as "6.1" from the first on: of which item each is, and all that it says."""
    own, said = 0, ""
    for line in lines[:_REACH]:
        if line.cells:
            continue
        if dotted := _DOTTED.fullmatch(line.mark):
            if own:
                yield own, said
            own, said = int(dotted["of"]), line.text
        elif own and line.mark in ("", "-"):
            said = line.text
        elif own and _number(line.mark) and not line.mark.startswith("("):
            break
    if own:
        yield own, said


_REACH = 120
"""How many lines the paragraphs of a report may have that are looked through."""

_NOTES = re.compile(r"\(?(?:please )?note\b", re.IGNORECASE)
"""What may stand between a heading of the agenda and the items below it."""


_WILL = re.compile(r"\b(?:will|shall|may|must|should)\b")
"""What is in a sentence that says how a meeting will go on."""


_RESOLVES = "resolves notes believes agrees calls asks recognises welcomes requests instructs commits supports"
_MOVES = re.compile(
    r"\bmotion\b|\b(?:proposed|moved|seconded) by\b|\b(?:to|will|shall) (?:move|propose|second)\b|"
    r"\b(?:this|the) (?:[\w-]+ ){0,4}(?:council|committee|board|cabinet|authority|assembly)\s*:|"
    r"\b(?:council|committee|meeting|cabinet|board)(?: (?:therefore|also|further|now))? "
    rf"(?:{_RESOLVES.replace(' ', '|')})\b",
    re.IGNORECASE,
)


def _leads_a_motion(text: str) -> bool:
    """Whether a line leads to the words of a motion, which may have numbers of their own: "This Council resolves to:",
    or a quotation that begins and goes on below."""
    opens = text[:1] in '“"‘' and not text.rstrip(".").endswith(("”", '"', "’"))
    return bool(_MOVES.search(text)) and (opens or text.endswith((":", "…", "to")))


def _is_capitals(line: Line) -> bool:
    return line.text.isupper() and not line.cells and not line.mark and len(line.text) <= LONGEST


def _may_head(line: Line) -> bool:
    heads = _is_capitals(line) or bool(line.heading) or bool(PART.match(line.text)) or is_announced(line.text)
    # Close below what is recommended it is said of that: "NOT FOR PUBLICATION".
    aside = is_verdict(line.text) or (not line.gap and is_private_note(line.text))
    return heads and not line.cells and not line.mark and not aside


def _folded(line: Line) -> str:
    return line.text.casefold().strip(" :.")


def _number(mark: str) -> int:
    found = _NUMBER.fullmatch(mark.strip())
    return int(found["number"]) if found else 0
