"""Reports without a cover table, as most councils write them: a title, "Report by", "Recommendation(s)" (4 of the other
layouts)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.packs.asked import HEAD, OF, SECTION, first_asked, is_of, is_verdict, recommended, words_of
from store.packs.bodies import bare_body, is_body, is_council, is_named_as_body, ordinary
from store.packs.contacts import authors_in
from store.packs.dates import date_in, is_date_line
from store.packs.facts import Record
from store.packs.stream import Line

_TITLE = re.compile(
    r"^(?:(?:report\s+)?title(?: of report)?|subject|re|report on)\s*[:–-]\s*(?P<title>\S.*)$", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:agenda )?item(?: no\.?| number)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?)\b", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"(?P<number>\d{1,3}[a-z]?)\.")
_NO_TITLE = re.compile(r"(?:executive )?summary|introduction|background|purpose(?: of (?:the )?report)?|context", re.I)
_PURPOSE = re.compile(
    r"(?:purpose(?: of (?:the |this )?report)?|(?:executive )?summary|background|reason)\s*:\s*\S", re.I
)
_IDLE = re.compile(
    r"^(?:report|public|open|part [12ia]+|not for publication|for (?:decision|information|noting)|agenda|date|"
    r"wards?|ref|key decision|"
    r"page|confidential|exempt|supplement(?:ary)?|addend(?:um|a)|late|additional|tabled)\b.{0,30}$|^\W*$",
    re.IGNORECASE,
)


def reports_at(lines: Sequence[Line], alone: bool = False) -> list[int]:
    """Where reports without a cover table begin: at the line that says whose each is, or at its recommendations."""
    starts = [
        number
        for number, line in enumerate(lines)
        if is_of(line) and first_asked(lines[number : number + 250], True) >= 0
    ]
    kept: list[int] = []
    for start in starts:
        # One report may name its author twice.
        if not kept or first_asked(lines[kept[-1] : start], True) >= 0:
            kept.append(start)
    if (
        not kept
        and (asked := first_asked(lines, alone)) >= 0
        and asked < 60
        and not any(line.mark and line.cells for line in lines[:asked])
    ):
        kept = [asked]
    return kept


def head_of(lines: Sequence[Line], start: int, floor: int) -> int:
    """Where the head of a report begins: its body, day and title stand above who made it."""
    head = start
    while head > floor and start - head < 9 and not lines[head - 1].cells and not lines[head - 1].mark:
        text = lines[head - 1].text
        if len(text) > 140 or text.endswith((".", ";", ",")):
            break
        head -= 1
    return head


def read_plain(lines: Sequence[Line], start: int, end: int, floor: int, alone: bool = False) -> tuple[Record, Line]:
    """The report that begins at `start` and ends before `end`, and the line of its title. `alone` says that it is all
    that its file is: its head is then what the file begins with."""
    report = Record("report")
    head = 0 if alone and start < _HEADED else head_of(lines, start, floor)
    title = _headed(report, lines[head : start + 12])
    if title is None:
        title = lines[start]
    found = OF.match(words_of(lines[start]))
    if found:
        who, at = found["who"].strip(" :"), lines[start]
        who = ordinary(who) if who.isupper() else who
        if not who and start + 1 < end:
            who, at = words_of(lines[start + 1]), lines[start + 1]
        report.put("report of", who, at, "plain.author", "likely")
        _authors(report, who, at)
    recommended(report, lines[start:end])
    return report, title


_HEADED = 40
"""How far below the beginning of its file a report may say whose it is, or what it recommends."""

_TO = re.compile(
    r"^(?:report (?:to|for)|to|for|(?:name of )?(?:committee|meeting|body)(?: (?:name|of))?|decision[- ]maker)"
    r"\s*:\s*(?:the\s+)?|^report to (?:the\s+)?",
    re.IGNORECASE,
)


def _to_whom(report: Record, text: str, line: Line) -> bool:
    """The body and the day in one line: "Report to: Parks Committee, 4 May 2026". False where it names no body."""
    said = _TO.sub("", text)
    printed = date_in(said)
    rest = f"{said[: printed.start]} {said[printed.end :]}" if printed else said
    name = bare_body(
        re.sub(r"[\s,|–—-]+(?:on\s*)?$|\bmeeting on\s*$", "", re.sub(r"\bdate\s*:", "", rest, flags=re.IGNORECASE))
    )
    if not is_body(name) or not is_named_as_body(name) or line.mark:
        return False
    doubt = f"No committee is named: is the report to “{ordinary(name)}” itself?" if is_council(name) else ""
    report.put("body", ordinary(name), line, "plain.body", "unsure" if doubt else "likely", doubt)
    if printed and printed.year and (day := printed.on()):
        report.put("date", day.isoformat(), line, "plain.date", "likely")
    return True


def _headed(report: Record, lines: Sequence[Line]) -> Line | None:
    """What stands at the head: the body, the day, the item's number and the title. Returns the title's line."""
    title: Line | None = None
    if lines and (own := _OWN_NUMBER.fullmatch(lines[0].mark)) and not SECTION.match(lines[0].text):
        # "Item 3" above the title, which a reader has put together.
        report.put("number", own["number"], lines[0], "plain.number", "likely")
        lines = [replace(lines[0], mark=""), *lines[1:]]
    for line in lines:
        text = words_of(line)
        if title is None and _NO_TITLE.fullmatch(text):
            continue
        if HEAD.match(text) or _PURPOSE.match(text) or (title is not None and SECTION.match(text)):
            break
        if found := _NUMBER.match(text):
            report.put("number", found["number"], line, "plain.number", "likely")
            if title is None and (behind := text[found.end() :].strip(" :–-.")) and behind[0].isalpha():
                # "Agenda item 7: Hives"
                title = line
                report.put("title", ordinary(behind) if behind.isupper() else behind, line, "plain.title", "likely")
        elif found := _TITLE.match(text):
            report.facts.pop("title", None)
            report.put("title", found["title"].strip(), line, "plain.title")
            return line
        elif title is None and _to_whom(report, " ".join(text.split()), line):
            continue
        elif (
            (is_date_line(text) or len(text) < 60)
            and (printed := date_in(text))
            and (day := printed.on())
            and printed.year
        ):
            report.put("date", day.isoformat(), line, "plain.date", "likely")
        elif (
            not is_of(line)
            and title is None
            and not is_verdict(text)
            and not _IDLE.match(text)
            and not line.mark
            and len(text) < 160
        ):
            title = line
            words = re.sub(r"^(?:report on|re:)\s+", "", text, flags=re.IGNORECASE).strip(" .:")
            report.put("title", ordinary(words) if words.isupper() else words, line, "plain.title", "likely")
    return title


def _authors(report: Record, who: str, at: Line) -> None:
    for author in authors_in(who):
        one = Record("officer")
        one.put("name", author.name, at, "plain.author", "likely")
        one.put("post", author.post, at, "plain.author", "likely")
        one.put("is author", "yes", at, "plain.author")
        one.put("councillor", "yes" if author.councillor else "", at, "plain.author")
        report.records.append(one)
