"""Which items of an agenda are taken in private: by a word of their own, the part of the agenda in which they stand, a
sign beside them, or the exclusion of the public above them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk.agenda import kind_of
from store.packs.facts import Record
from store.packs.listing import PART
from store.packs.private_words import (
    How,
    cell_says,
    heads_private,
    heads_public,
    is_private_heading,
    is_private_note,
    note_says,
    paragraphs_in,
    title_says,
)
from store.packs.stream import Line
from store.packs.tables import Row

_CLOSES = re.compile(
    r"\bexclu(?:sion|ded?)\b.*\bpublic\b|\bnot in public\b|\bin the absence of the (?:press|public)\b|\bin private\b|"
    r"\bwithout the (?:press|public)\b|\b(?:press|public) (?:is|are|to be) (?:not present|excluded)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"^(?:(?:the )?(?:following|remaining) (?:items?|reports?|business)\b|items? below\b).*\b(?:exempt|confidential|"
    r"in private|excluded)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\(?(?:private|exempt|confidential|restricted|not for publication)(?: (?:report|item|paper|business))?\b"
    r"[^.]{0,60}\)?\.?",
    re.IGNORECASE,
)
"""What an agenda says of an item from which the public is to be excluded, on a line of its own."""

_RESTRICTED = re.compile(r"(?:yes|true|restricted|exempt|confidential|private)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}(?:\s*(?:,|&|and)\s*\d{1,2})*")
"""Paragraphs alone, in a column that is headed so."""

_ADMITS = re.compile(
    r"\b(?:re-?admi(?:t|ssion)\w*|return\w* of the (?:press|public)|re-?open\w* (?:to|in|of)|"
    r"resum\w+ in (?:public|open session))\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\bif (?:necessary|required|needed|any|appropriate)\b|\bwhere (?:necessary|appropriate)\b", re.I)
"""What an agenda says of an exclusion that may not come to pass."""

_OF_EXCLUSION = re.compile(
    r"^(?:motion to |resolution to |to (?:consider|resolve) )?exclu(?:de|sion|ding)\b|\bexclusion of "
    r"(?:the )?(?:press|public)\b|"
    r"^(?:(?:consideration|identification|determination) of )?(?:any )?(?:exempt|confidential)(?:(?: ?/ ?| and | or )"
    r"(?:exempt|confidential))? (?:information|items?|business)\W*$|"
    r"\b(?:items?|business|matters) (?:to be )?(?:taken|considered|dealt with|discussed|heard) in private\W*$|"
    r"\bnot for publication\W*$",
    re.IGNORECASE,
)
"""How an item is called that is about what will be private, and not private itself."""

_SIGN = r"(?P<sign>\*{1,3}|[†‡#§]|(?-i:[EPXCR]))"
_LEGEND = re.compile(
    rf"\b(?:items?|reports?|business)\b[^.]{{0,60}}?\b(?:marked|with|prefixed|indicated|shown|denoted|"
    rf"identified|starred)\b"
    rf"[^.]{{0,40}}?(?:[“\"'‘(\[]\s?{_SIGN}\s?[”\"'’)\]]|\s{_SIGN.replace('sign', 'bare')}(?=\s))[^.]*\b(?:exempt|"
    rf"confidential|private|exclu\w+|not for publication)\b|"
    rf"^{_SIGN.replace('sign', 'leads')}\s*(?:=|:|[-–—]|denotes|indicates|means)?\s*(?:(?:denotes|"
    rf"indicates|means|items?)\s+)*"
    rf"(?:an? )?(?:exempt|confidential|private|not for publication|restricted)\b",
    re.IGNORECASE,
)
"""What an agenda says of a sign beside its items in private: "items marked with an E contain exempt information"."""

_NEXT = re.compile(r"\b(?:next|future) meeting", re.IGNORECASE)
_E_NUMBER = re.compile(r"E\s?\d{1,2}[a-z]?", re.IGNORECASE)


class Private:
    """Goes down the items. `closed` says that what follows is in the private part of the agenda, `excluded` that it
    stands below a resolution to exclude the public. `lines` are all of the agenda: it may say what a sign means."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._closed = self._excluded = False
        self._unsure = ""
        self._first = ""
        self._signs, self._paragraphs = _signs(lines)
        self._signed: set[str] = set()

    def take(self, item: Record, row: Row, number: str, title: str) -> None:
        """Keep of an item whether the public is to be excluded from it; `title` is as printed."""
        notes = [note for note in row.cells.get("note", "").split("\n") if note]
        # Below what is recommended of an item it may be said as well.
        notes += [line.text for line in row.below if line.text not in notes and is_private_note(line.text)]
        if _ADMITS.search(title):
            self._closed = self._excluded = False
        elif not number and not PART.match(title):
            self._closed = self._closed or bool(_CLOSES.search(title)) or is_private_heading(title)
        excludes = kind_of(title) == "exempt" or (bool(number) and _resolves(title, notes))
        if PART.match(title):
            self._part(item, title)
        elif not item.get("heading"):
            if not excludes or self._closed:
                self._own(item, row, title, [] if excludes else [each for each in notes if not _of_those_below(each)])
            self._below(item, row, title, excludes)
        for each in notes:
            self._closed = self._closed or _of_those_below(each)
        said = " ".join([title, *notes])
        heads = bool(number) and is_private_heading(title) and not _OF_EXCLUSION.search(title)
        self._excluded = (self._excluded or excludes or heads) and not (excludes and _PERHAPS.search(said))

    def say(self, meeting: Record, line: Line) -> None:
        """Doubt what the agenda says of a sign that no item was seen to have."""
        if lost := "”, “".join(sorted(self._signs - self._signed)):
            doubt = f"The agenda marks business in private with “{lost}”, and no item was read with it: which are they?"
            meeting.put("private sign", lost, line, "business.sign", "unsure", doubt)

    def _part(self, item: Record, title: str) -> None:
        """A part of the agenda begins."""
        shut, public = heads_private(title), heads_public(title)
        self._closed, self._unsure = shut == "yes", ""
        self._excluded = self._excluded and not public
        self._first = self._first or ("public" if public else "")
        if shut == "perhaps" and self._first:
            self._unsure = title

    def _own(self, item: Record, row: Row, title: str, notes: list[str]) -> None:
        """What an item's number, its title, a cell beside it or the part of the agenda says of it."""
        line, sign = row.line, self._sign(row, title)
        told = _told(row, title, notes)
        said, where = told[0] if told else ("", "")
        cell = row.get("restricted")
        if cell and (_RESTRICTED.match(cell) or cell_says(cell) or _NUMBERS.fullmatch(cell)):
            item.put("exempt", "yes", line, "business.restricted")
        elif self._closed:
            item.put("exempt", "yes", line, "business.part", "likely")
        elif sign:
            doubt = "" if sign in self._signs else _ASKED.format(title=item.get("title"), why=f"is marked “{sign}”")
            item.put("exempt", "yes", line, "business.sign", "unsure" if doubt else "likely", doubt)
        elif said == "yes":
            item.put("exempt", "yes", line, "business.said", "likely")
        elif said == "likely":
            doubt = _ASKED.format(
                title=item.get("title"), why=f"says “{where}”" if where != title else "says so itself"
            )
            item.put("exempt", "yes", line, "business.said", "unsure", doubt)
        elif said:
            self._asks(item, line, said, where)
        elif self._unsure:
            item.put(
                "exempt",
                "no",
                line,
                "business.part",
                "unsure",
                f"“{item.get('title')}” stands under “{self._unsure}”, and is taken in public: is that so?",
            )
        if item.get("exempt") == "yes":
            by_sign = self._paragraphs.get(line.sign or row.get("number").strip(" ."), "")
            words = f"paragraph {cell}" if _NUMBERS.fullmatch(cell) else cell
            named = next(filter(None, map(paragraphs_in, [words, title, *notes])), "") or by_sign
            item.put("paragraphs", named, line, "business.paragraphs", "likely")

    def _asks(self, item: Record, line: Line, said: How, where: str) -> None:
        """An item that is taken in public, of which something is said that may be more."""
        title = item.get("title")
        if said == "partly":
            doubt = (
                f"Some of “{title}” is not public: “{where}”. It is taken in public; x at the desk excludes the public."
            )
        else:
            doubt = f"“{title}” is taken in public, and the papers say “{where}”: is that so?"
        item.put("exempt", "no", line, "business.said", "unsure", doubt)

    def _sign(self, row: Row, title: str) -> str:
        """The sign of business in private that stands beside an item's number or its title; "" for none."""
        number = (row.line.sign or row.get("number")).strip(" .()")
        for sign in sorted(self._signs):
            bare = re.escape(sign)
            beside = rf"{bare}\s?\d{{0,3}}[a-z]?|\d{{1,3}}\s?{bare}"
            if (
                re.fullmatch(beside, number)
                or re.match(rf"{bare}\s", title)
                or re.search(rf"(?:\s|\W){bare}\)?$" if sign.isalpha() else rf"{bare}\)?$", title)
            ):
                self._signed.add(sign)
                return sign
        return number if _E_NUMBER.fullmatch(number) else ""

    def _below(self, item: Record, row: Row, title: str, excludes: bool) -> None:
        """An item that stands below the exclusion of the public, and of which nothing else is said."""
        if not self._excluded or excludes or item.get("exempt") == "yes" or kind_of(title) != "report":
            return
        if not _NEXT.search(title):
            doubt = (
                f"“{item.get('title')}” stands below the exclusion of the public, and is taken in private: is that so?"
            )
            item.facts.pop("exempt", None)
            item.put("exempt", "yes", row.line, "business.below", "unsure", doubt)


_ASKED = "“{title}” {why}, and is taken in private: is that so?"
_PRIVATE_ITEM = re.compile(
    r"(?:this|the)\b|(?:private|exempt|confidential|restricted) (?:item|report|paper)\b|not for", re.I
)
"""What is said of the one item above, and no heading of those below."""


def _of_those_below(note: str) -> bool:
    """Whether a line below an item speaks of the items that follow, and heads them."""
    return bool(_FOLLOWING.search(note)) or (is_private_heading(note) and not _PRIVATE_ITEM.match(note))


def _told(row: Row, title: str, notes: list[str]) -> list[tuple[How, str]]:
    """What the title and what stands below it say, the surest first."""
    if _OF_EXCLUSION.search(title):
        return []
    own = [(title_says(title), title)]
    if title != row.get("title") and row.get("title"):
        own.append((title_says(row.get("title")), row.get("title")))
    alone: list[tuple[How, str]] = [("yes", note) for note in notes if _PRIVATE.fullmatch(note)]
    below = [(_note(note), note) for note in notes] if kind_of(title) == "report" else []
    order = ("yes", "likely", "partly", "perhaps")
    told = [each for each in (*own, *alone, *below) if each[0]]
    return sorted(told, key=lambda each: order.index(each[0]))


def _note(note: str) -> How:
    """What a line below a title says, or the paragraph that it names and nothing else: "Paragraph 3 applies"."""
    return note_says(note) or ("likely" if is_private_note(note) else "")


def _signs(lines: Iterable[Line]) -> tuple[set[str], dict[str, str]]:
    """The signs that an agenda says its items in private have, and the paragraphs that it gives for each number of
    them: "E1 - Paragraph 6"."""
    signs: set[str] = set()
    paragraphs: dict[str, str] = {}
    number = ""
    for line in lines:
        if found := _LEGEND.search(line.whole.removeprefix("- ")):
            signs.add(found["sign"] or found["bare"] or found["leads"])
        leads = re.search(r"\b(?P<number>E\s?\d{1,2})\s*[-–—:.]?\s*(?=para)", line.whole, re.IGNORECASE)
        number = leads["number"] if leads else number if re.match(r"para", line.text, re.IGNORECASE) else ""
        if number and (named := paragraphs_in(line.whole)):
            before = paragraphs.get(number, "")
            paragraphs[number] = "+".join(filter(None, (before, named)))
    return signs, paragraphs


def _resolves(title: str, notes: list[str]) -> bool:
    """Whether an item is the resolution to exclude the public, by what stands below its title."""
    acts = re.search(r"\b(?:act (?:1960|1972)|admission to meetings|exclu\w+|confidential|exempt)\b", title, re.I)
    leaves = _LEAVES.search(" ".join([title, *notes]))
    return bool(leaves and (acts or _CLOSES.search(title) or re.match(r"to resolve\b", title, re.IGNORECASE)))


_LEAVES = re.compile(r"\b(?:press|public)\b.{0,60}\b(?:be (?:now )?excluded|leave|withdraw)\b", re.IGNORECASE)
