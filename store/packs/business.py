"""The order of business: items with their numbers, titles and pages (51 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.applications import read_application
from store.packs.asked import asked_below, asked_of
from store.packs.dates import dates_in
from store.packs.facts import Record, Sure
from store.packs.in_private import Private
from store.packs.item_rows import UNNUMBERED
from store.packs.listing import PART, WHAT_FOR, as_lines, listed, listed_at, numbered_at, wards_beside
from store.packs.marks import split_mark
from store.packs.notices import read_notice
from store.packs.stream import Line
from store.packs.tables import Row, headings, table_at
from store.packs.titles import title_and_notes

_COLUMNS = {
    "number": r"(?:agenda )?(?:item)?(?: ?(?:no|number))?\.?|#",
    "title": r"(?:title(?: of report)?|subject|agenda item|item|business|description)",
    "pages": r"pages?(?: ?(?:no|nos|numbers?))?\.?|marked",
    "restricted": r"restricted|status|exempt\??|(?:open|public|part 1)(?: ?(?:/|or) ?)(?:exempt|private|"
    "closed|part 2)|classification|"
    r"exempt(?:ion)?(?: (?:paragraphs?|category|information))",
    "wards": r"(?:electoral )?(?:wards?|divisions?)(?: affected)?",
    "reference": r"reference",
    "documents": r"documents",
    "presented by": r"presented by|presenter|(?:lead|reporting|responsible)(?: officer| member)?|officer|"
    r"by whom|report (?:of|by|from)|(?:report )?author",
    "hour": r"(?:start )?time|timing|duration",
    "purpose": r"purpose|for|action(?: required)?",
}
_BOUND = re.compile(r"\s*\((?:pages?|pp\.?)\s*(?P<pages>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)\s*$", re.IGNORECASE)
_ICON = re.compile(r"\s*(?:pdf icon)?\s*PDF\s+[\d.]+\s*[KM]B\b.*$", re.IGNORECASE)
_SECOND = re.compile(r"part\s+(?:2|ii|two|b)\.?", re.IGNORECASE)
_REPORT_OF = re.compile(
    r"^\(?(?:joint |verbal |oral )?report (?:of|by|from) (?:the )?(?P<post>[^.]{3,120}?)"
    r"(?:,? (?:is )?(?:attached|herewith|enclosed|to follow))?[,.)]*$",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"^(?:(?:officer'?s?'?|draft|proposed) )?(?:recommendation|recommended|proposed resolution)s?"
    r"\s*[:–-]\s*(?P<asked>\S.*)$",
    re.IGNORECASE,
)
"""What an agenda itself recommends under an item."""

_REFERENCE = re.compile(r"\s*[(\[][A-Z&]{1,8}[/ -]?[\dA-Z/.-]*\d[)\]]$")
"""What a report is filed under, behind whose it is."""

_BY = re.compile(
    r"^(?:(?:there is circulated|(?:to )?(?:consider|receive|note|submit)|submitted) .{0,60}?)\breport"
    r"(?: no\.? ?\S+)? (?:of|by|from) (?:the )?(?P<post>(?-i:[A-Z])[^.;]{3,80}?)"
    r"(?:[.;]|$|,? (?:is|are|copy|attached|dated|which|on|regarding|detailing|providing|setting)\b)",
    re.IGNORECASE,
)
"""Whose report it is, in a sentence."""

_HERE = re.compile(
    r"\s*[([](?:(?:report|paper|copy|copies|minutes?|schedule|draft)s? )?(?:attached|enclosed|herewith|to follow|"
    r"to be tabled|oral|verbal|circulated(?: separately)?)[)\]]\s*\.?\s*$",
    re.IGNORECASE,
)
"""Where a paper is, after a title: no words of the title."""

_BY_WHOM = re.compile(
    r"\s*[([–—-]\s*(?:joint )?report (?:by|of|from) (?:the )?"
    r"(?P<post>[A-Z][^.()]{2,100}?(?:\([^()]*\)[^.()]{0,60}?)?)[)\]]?\.?$",
    re.IGNORECASE,
)
"""Whose report it is, after a title."""

_LEADERS = re.compile(r"\s*(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|_{3,})\s*$")
"""What leads from a title to its page, where there is no page."""

_PURPOSE = re.compile(rf"\s*(?:\((?:item )?for {WHAT_FOR}\)|\[(?:item )?for {WHAT_FOR}\])\s*$", re.IGNORECASE)
"""What an item is there for, in brackets behind its title."""

_TAKEN_AS = re.compile(r"\s*\(agenda item \d+\w?\)\s*$", re.IGNORECASE)


def business_at(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the order of business stands: the line it begins with and the line after it; (-1, -1) for none."""
    for number, line in enumerate(lines):
        names = headings(line, _COLUMNS)
        # Without numbers and pages it has to be nothing else than an agenda: a forward plan has titles and officers.
        plain = all(names) and bool({"presented by", "hour"} & set(names))
        if "title" in names and ({"pages", "number"} & set(names) or plain):
            table = table_at(lines, number, _COLUMNS, {"title"}, "reference")
            return (number, table.end) if table else (-1, -1)
    return listed_at(lines)


def read_business(meeting: Record, lines: Sequence[Line]) -> tuple[int, int]:
    """Put the items into the meeting; returns where the order of business stands."""
    start, end = business_at(lines)
    if start < 0:
        start, end = numbered_at(lines)
    if start < 0:
        return start, end
    table = table_at(lines, start, _COLUMNS, {"title"}, "reference")
    for row in table.rows if table else ():
        row.cells["title"], notes = title_and_notes(row.cells.get("title", ""), row.line.paragraphs)
        row.cells["note"] = "\n".join(filter(None, (row.cells.get("note", ""), notes)))
    numbering, private, counting = _Numbering(), Private(lines), ""
    for row in _in_sentences(
        table.rows if table else _without_hours(listed(lines[start:end], wards_beside(lines, start)))
    ):
        number, title = _number(row.get("number"), row.get("title"))
        if PART.match(row.alone or (title if not number else "")):
            numbering.begin_part()
        if not title:
            title, number = (number, "") if not number.isdigit() else ("", number)
        if not title:
            continue
        number, doubt = numbering.take(number)
        if row.line.counted not in ("", UNNUMBERED):
            doubt, counting = doubt or ("" if counting else _COUNTED), row.line.counted
        item = Record("item")
        item.put("number", number, row.line, "business.number", "unsure" if doubt else "sure", doubt)
        _described(item, row, title, _above(meeting.of("item"), number))
        if item.get("heading") and _may_be_of_a_report(row, numbering.above):
            doubt = f"Is “{title}” a heading of the agenda, or of what is said of item {numbering.above}?"
            item.facts["title"] = replace(item.facts["title"], sure="unsure", doubt=doubt)
        if row.line.counted == UNNUMBERED:
            doubt = f"“{title}” has no number on the agenda, and is taken for an item of its own: is that so?"
            item.facts["title"] = replace(item.facts["title"], sure="unsure", doubt=doubt)
        if row.cells.get("over"):
            doubt = f"The title “{item.get('title')}” stands over several lines: is it all one title?"
            item.facts["title"] = replace(item.facts["title"], sure="likely", doubt=doubt)
        if row.line.counted == "line":
            item.facts["title"] = replace(item.facts["title"], sure="unsure")
        private.take(item, row, number, title)
        meeting.records.append(item)
    private.say(meeting, lines[start])
    _whose(meeting.of("item"))
    _minutes_in_parts(meeting.of("item"))
    _pages_in_titles(meeting.of("item"))
    return start, end


def _may_be_of_a_report(row: Row, above: str) -> bool:
    """Whether capitals below a numbered item may head a part of its report: sentences stand below them."""
    said = [line for line in row.below if not line.text.startswith(("Note", "(", "To "))]
    return bool(above and row.alone and not PART.match(row.alone)) and any(
        line.text.endswith(".") and len(line.text) > 25 for line in said
    )


def _above(items: Sequence[Record], number: str) -> str:
    """The title of the item that a number is a part of, else of the heading above it."""
    whole = next((item.get("title") for item in items if _is_within(number, item.get("number"))), "")
    return whole or next((item.get("title") for item in reversed(items) if item.get("heading")), "")


def _is_within(number: str, above: str) -> bool:
    return bool(above) and bool(re.fullmatch(rf"{re.escape(above)}(?:[a-z]+|\.\d+)", number))


_COUNTED = "The agenda gives its items no numbers: they are counted here from 1."
_ENDS_IN_NUMBER = re.compile(r"[a-z)’']\s(\d{1,3})$", re.IGNORECASE)


_BEHIND = re.compile(r"\s[–—-]\s+(?:the )?(?P<post>[A-Z][^–—]{2,80})$")
_POST = re.compile(
    r"(?:officer|director|treasurer|manager|clerk|solicitor|engineer|surveyor|auditor|executive|secretary|"
    r"lead|leader)$|"
    r"^(?:\w+ ){0,4}(?:director|head|chair|chairman|leader|secretary|clerk),? (?:of|for|to)\b",
    re.IGNORECASE,
)
"""How a post ends, or begins with what it is of."""


def _whose(items: Sequence[Record]) -> None:
    """Takes the posts that end the titles of several items behind a dash for those whose reports they are."""
    found = [
        (item, behind)
        for item in items
        if (behind := _BEHIND.search(item.get("title"))) and _POST.search(re.sub(r"\s*\([^()]*\)$", "", behind["post"]))
    ]
    if len(found) < 2:
        return
    for item, behind in found:
        fact = item.facts["title"]
        item.facts["title"] = replace(fact, value=fact.value[: behind.start()].strip())
        item.put("presented by", behind["post"], fact.place, "business.title", "likely")


def _pages_in_titles(items: Sequence[Record]) -> None:
    """Doubts numbers that end the titles of several items, each higher than the one before: they may be pages."""
    ends = [(item, int(found[1])) for item in items if (found := _ENDS_IN_NUMBER.search(item.get("title")))]
    if len(ends) < 2 or any(one >= other for (_, one), (_, other) in pairwise(ends)):
        return
    for item, number in ends:
        fact = item.facts["title"]
        doubt = fact.doubt or f"“{fact.value}” ends with a number: is {number} its page?"
        item.facts["title"] = replace(fact, sure="likely", doubt=doubt)


def _minutes_in_parts(items: Sequence[Record]) -> None:
    """Minutes to be approved that stand as parts of their item, each with its day."""
    for above, parts in ((item, [part for part in items if _is_part(part, item)]) for item in items):
        if kind_of(above.get("title")) != "minutes" or above.get("minutes of"):
            continue
        told = [(part, printed.on()) for part in parts for printed in dates_in(part.get("title"))[:1]]
        days = [day.isoformat() for _, day in told if day]
        if days:
            fact = told[0][0].facts["title"]
            above.put("minutes of", " ".join(dict.fromkeys(days)), fact.place, "business.parts", "likely")


def _is_part(item: Record, of: Record) -> bool:
    return _is_within(item.get("number"), of.get("number"))


_HOUR = re.compile(r"(?<!\bat)(?<!\bfrom)\s+\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?$", re.IGNORECASE)


def _without_hours(rows: list[Row]) -> list[Row]:
    """The rows without the hours at which an agenda means to come to them, where it says so of several."""
    timed = [row for row in rows if _HOUR.search(row.cells.get("title", ""))]
    for row in timed if len(timed) > 1 else ():
        row.cells["title"] = _HOUR.sub("", row.cells["title"])
    return rows


_WHAT_FOR = re.compile(r"^(?P<title>[^.:]{3,70})\.\s+(?P<what>(?:To|Members?|Councillors?|The|A|An)\s.*)$", re.DOTALL)


def _in_sentences(rows: list[Row]) -> list[Row]:
    """The rows; where several titles are followed by what is to be done, "Minutes. To approve the minutes of 4 May.",
    that is said below them."""
    found = [(row, told) for row in rows if (told := _WHAT_FOR.match(row.cells.get("title", "")))]
    for row, told in found if len(found) > 1 else ():
        row.cells["title"] = told["title"]
        row.cells["note"] = "\n".join(filter(None, (told["what"], row.cells.get("note", ""))))
    return rows


class _Numbering:
    """The numbers of an agenda: a part of it may begin again at 1, and a) stands under the item above."""

    def __init__(self) -> None:
        self._part = 1
        self._above = ""
        self._within = 0
        self._seen: set[str] = set()

    @property
    def above(self) -> str:
        """The number of the last item, "" before the first."""
        return self._above

    def begin_part(self) -> None:
        """A part begins; the first is the agenda's own beginning."""
        self._part += bool(self._seen)

    def take(self, printed: str) -> tuple[str, str]:
        """The number that an item has by what is printed, and what is doubtful about it."""
        sub = re.fullmatch(r"\(?([a-z]|[ivx]{2,5})[).]?", printed)
        number = self._above + sub[1] if sub else printed
        doubt = ""
        if under := self._below(printed):
            doubt = f"It is printed as {printed}, below {under.split('.')[0]}: is it a part of that?"
            number = under
        elif number and number in self._seen:
            doubt = f"The number {number} is printed twice on the agenda; part {self._part} has it again."
            own = f"{self._part}.{number}"
            number = own if self._part > 1 and own not in self._seen else f"{number}-{len(self._seen)}"
        if not sub and not under:
            self._above, self._within = printed or self._above, 0
        self._seen.add(number)
        return number, doubt

    def _below(self, printed: str) -> str:
        """The number of a part of the item above, whose own list begins again at 1 in the middle of the agenda; "" for
        an item of the agenda itself."""
        if not printed.isdigit() or not self._above.isdigit() or self._part > 1:
            return ""
        begins = printed == "1" and "1" in self._seen and int(self._above) > 1
        goes_on = self._within and int(printed) == self._within + 1 and int(printed) != int(self._above) + 1
        if not begins and not goes_on:
            return ""
        self._within = int(printed)
        return f"{self._above}.{printed}"


def _described(item: Record, row: Row, title: str, above: str = "") -> None:
    """What a row says of its item beside the number; `above` is what it stands under."""
    line, pages = row.line, row.get("pages")
    if not pages and (bound := _BOUND.search(title)):
        title, pages = title[: bound.start()], bound["pages"]
    title = _HERE.sub("", _TAKEN_AS.sub("", _ICON.sub("", title)))
    if (by := _BY_WHOM.search(title)) and by.start() > 2:
        item.put("presented by", by["post"].strip(" ,"), line, "business.title", "likely")
        title = title[: by.start()]
    title = _ended(_LEADERS.sub("", _PURPOSE.sub("", title)))
    item.put("title", title, line, "business.title", *_slip(title))
    pages = re.sub(r"^\(?(?:pages?|pp\.?)\s*|\)$", "", pages, flags=re.IGNORECASE)
    if pages[:1].isdigit():
        item.put("pages", re.sub(r"\s*[-–]\s*", "-", pages), line, "business.pages")
    for field in ("reference", "presented by", "wards"):
        item.put(field, row.get(field), line, f"business.{field}")
    item.put("documents", row.cells.get("documents", ""), line, "business.documents")
    _noted(item, row.cells.get("note", "").split("\n"), line)
    below = row.below or as_lines(line, row.cells.get("note", ""))
    _asked(item, row, below)
    read_notice(item, below, line, above)
    if item.get("number"):
        read_application(item, below, line, above)
    known = any(item.get(name) for name in ("number", "pages", "reference", "documents"))
    if not known and line.counted != UNNUMBERED:
        item.put("heading", "yes", line, "business.heading", "likely")


_LEADS_ON = re.compile(r"\s*(?:[:;,]\s*[–—-]*|\s[–—-]+)\s*$")
_SHORTENED = re.compile(
    r"(?:\b(?:Ltd|Co|etc|No|St|Inc|Cllr|Esq|Jnr|Snr|approx|a\.m|p\.m)|\b[A-Za-z]|\.)\.$", re.IGNORECASE
)


_SHORT = 6
_SENTENCE = re.compile(r"(?:to|the|that|members|any|all)\b", re.IGNORECASE)


def _ended(title: str) -> str:
    """A title without what leads from it to the parts below, and without the stop of its one sentence."""
    title = _LEADS_ON.sub("", title)
    whole = title.endswith(".") and ". " not in title and not _SHORTENED.search(title)
    # A sentence keeps its stop: "To elect the Mayor for the year."
    whole = whole and (title.isupper() or (len(title.split()) <= _SHORT and not _SENTENCE.match(title)))
    return title[:-1] if whole else title


def _noted(item: Record, notes: Sequence[str], line: Line) -> None:
    """What stands below an item's title and says more of it: whose report it is, which minutes are to be approved."""
    post = next((found["post"] for note in notes if (found := _REPORT_OF.match(note) or _BY.search(note))), "")
    post += ")" * (post.count("(") > post.count(")"))
    post = _REFERENCE.sub("", post)
    item.put("presented by", post, line, "business.note", "likely")
    if kind_of(item.get("title")) == "minutes":
        said = " ".join([item.get("title"), *notes])
        days = [day.isoformat() for printed in dates_in(said) if (day := printed.on())]
        item.put("minutes of", " ".join(dict.fromkeys(days)), line, "business.note", "likely")


def _asked(item: Record, row: Row, below: Sequence[Line]) -> None:
    """What an agenda itself recommends under an item: in a line of its own, or in the report that stands there."""
    if told := asked_below(below, kind_of(item.get("title")) == "report"):
        text, doubt, at = told
        item.put("asked of", asked_of(below), at, "business.below")
        item.put("recommendations", text, at, "business.below", "unsure" if doubt else "likely", doubt)
        return
    notes = row.cells.get("note", "").split("\n")
    asked = [found["asked"] for note in notes if (found := _RECOMMENDED.match(note))]
    item.put("recommendations", "\n".join(asked), row.line, "business.note", "likely")


def _slip(title: str) -> tuple[Sure, str]:
    """How sure a title is, and why not: a word printed twice is a slip of somebody's (44)."""
    twice = re.search(r"\b(\w{2,})\s+\1\b", title, re.IGNORECASE)
    if twice:
        return "likely", f"A word is there twice in this title: “{twice[0]}”."
    if re.search(
        r"(?<!\bby)(?<!\bfrom)(?<!\bof)(?<!\bto)(?<!\band)(?<![,:–-])\s(?:Cllr|Councillor)\.? [A-Z]\w+$", title
    ):
        return "likely", "A member's name ends this title: is it part of it?"
    if _SECOND.fullmatch(title.strip()):
        return "likely", f"“{title}” of an agenda is often taken in private, but nothing says so of this one."
    return "sure", ""


def _number(number: str, title: str) -> tuple[str, str]:
    number = re.sub(r"(?<=\d)\s*\.\s*(?=\d)", ".", number.strip(" .)("))
    if not number:
        mark, rest = split_mark(title)
        if mark and mark != "-":
            return mark.strip("().") if not mark.endswith(")") else mark.strip("("), rest
    return number, title
