"""Reports without a cover table, as most councils write them: a title, "Report by", "Recommendation(s)" (4 of the other
layouts)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.packs.bodies import bare_body, is_body, is_council, is_named_as_body, ordinary
from store.packs.contacts import authors_in
from store.packs.dates import date_in, is_date_line
from store.packs.facts import Record
from store.packs.marks import split_mark
from store.packs.recommending import clauses
from store.packs.sections import is_of_a_report
from store.packs.stream import Line

_OF = re.compile(
    r"^(?:(?:joint|officer|covering)\s+)?(?:report\s+(?:of|by|from|author)|author|prepared by|lead officer|"
    r"reporting officer|"
    r"responsible (?:officer|director)|submitted by|from(?=\s*:))\b\s*[:–-]?\s*(?:the\s+)?(?P<who>.*)$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:(?:report\s+)?title(?: of report)?|subject|re|report on)\s*[:–-]\s*(?P<title>\S.*)$", re.IGNORECASE
)
_ASKED = (
    r"(?:(?:officers?['’]?|summary of|the|key|main|report|draft)\s+)*recommend(?:ations?|ation\(s\)|"
    r"ations? to (?:the )?\w+|ed"
    r"(?: (?:decision|action|resolution)s?)?)|decisions? (?:required|requested|sought)|(?:action|"
    r"resolution) (?:required|requested)|"
    r"what is recommended|proposed (?:decision|resolution)s?"
)
_HEAD = re.compile(rf"^(?:{_ASKED})\s*[:.–-]*\s*$", re.IGNORECASE)
_INLINE = re.compile(rf"^(?:{_ASKED})\s*[:–-]\s*(?P<rest>\S.*)$|^(?P<that>recommended (?P<text>\S.*))$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:it is (?:therefore )?(?:recommended|proposed)|(?:the )?(?:\w+ ){0,6}(?:is|"
    r"are) (?:therefore )?(?:asked|recommended|invited|"
    r"requested) to|that (?:the )?(?:\w+ ){0,6}(?:committee|council|board|panel|cabinet|members))\b.*[:–-]$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^(?:it is (?:therefore )?recommended|(?:the|this) (?:\w+ ){0,6}(?:is|are) (?:therefore )?(?:asked|"
    r"recommended|invited|requested)"
    r" to|members are (?:asked|invited|recommended|requested) to)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:key (?:points|issues|facts)|background|introduction|purpose|reasons?|summary|executive summary|"
    r"context|details?|options|"
    r"alternative|implications|financial|legal|risk|equalit|consultation|conclusion|appendi|contact|report|main|information|"
    r"supporting|climate|considerations|resources|next steps|wards?|decision|current position|the proposal|"
    r"proposals?)\b.{0,60}$",
    re.IGNORECASE,
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
        number for number, line in enumerate(lines) if _is_of(line) and _asks(lines[number : number + 250], True) >= 0
    ]
    kept: list[int] = []
    for start in starts:
        # One report may name its author twice.
        if not kept or _asks(lines[kept[-1] : start], True) >= 0:
            kept.append(start)
    if (
        not kept
        and (asked := _asks(lines, alone)) >= 0
        and asked < 60
        and not any(line.mark and line.cells for line in lines[:asked])
    ):
        kept = [asked]
    return kept


def _is_of(line: Line) -> bool:
    text = _words(line)
    found = _OF.match(text)
    return bool(found) and not line.mark and len(text) < 160 and not re.search(r"[.!?]\s+[A-Z]", text)


def _words(line: Line) -> str:
    if len(line.filled) == 2 and len(line.filled[0]) < 30 and not re.search(r"\d", line.filled[0]):
        # A label in a cell of its own.
        return ": ".join(part.replace("\n", " ").strip(" :") for part in line.filled)
    return " ".join(line.filled).replace("\n", " ") if line.cells else line.text


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
    found = _OF.match(_words(lines[start]))
    if found:
        who, at = found["who"].strip(" :"), lines[start]
        who = ordinary(who) if who.isupper() else who
        if not who and start + 1 < end:
            who, at = _words(lines[start + 1]), lines[start + 1]
        report.put("report of", who, at, "plain.author", "likely")
        _authors(report, who, at)
    _recommended(report, lines[start:end])
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
    if lines and (own := _OWN_NUMBER.fullmatch(lines[0].mark)) and not _SECTION.match(lines[0].text):
        # "Item 3" above the title, which a reader has put together.
        report.put("number", own["number"], lines[0], "plain.number", "likely")
        lines = [replace(lines[0], mark=""), *lines[1:]]
    for line in lines:
        text = _words(line)
        if title is None and _NO_TITLE.fullmatch(text):
            continue
        if _HEAD.match(text) or _PURPOSE.match(text) or (title is not None and _SECTION.match(text)):
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
        elif not _is_of(line) and title is None and not _IDLE.match(text) and not line.mark and len(text) < 160:
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


def asks(line: Line) -> bool:
    """Whether a line is the heading of recommendations, with or without them beside it."""
    text = line.filled[0].split("\n")[0] if line.cells and line.filled else line.text
    return bool(_HEAD.match(text) or (_INLINE.match(text) and len(text) < 600 and not line.text.endswith("?")))


def leads_to_asked(text: str) -> bool:
    """Whether a line is a lead to recommendations that follow: "It is recommended that Cabinet:"."""
    return bool(_LEAD.match(text))


def asked_below(lines: Sequence[Line]) -> tuple[str, str, Line] | None:
    """The recommendations among the lines below an item of an agenda, what is doubtful of them, and where they
    begin; None where there are none."""
    report = Record("report")
    if not any(asks(line) or leads_to_asked(line.text) for line in lines):
        return None
    _recommended(report, lines)
    fact = report.facts.get("recommendations")
    return (fact.value, fact.doubt, replace(lines[0], place=fact.place)) if fact is not None else None


def _asks(lines: Sequence[Line], sentences: bool = False) -> int:
    """Where the recommendations of a report begin; -1 for nowhere."""
    for number, line in enumerate(lines):
        if asks(line):
            return number
    if not sentences:
        return -1
    return next((n for n, line in enumerate(lines) if _SENTENCE.match(_words(line))), -1)


def _recommended(report: Record, lines: Sequence[Line]) -> None:
    begin = _asks(lines, True)
    if begin < 0:
        return
    wanted = _gathered(lines, begin)
    if not wanted:
        return
    found = clauses(wanted)
    lead = found.text.split("\n")
    if len(lead) > 1 and _LEAD.match(re.sub(r"^1\. ", "", lead[0])):
        found = clauses(wanted[1:])
    if found.text:
        doubt = found.doubt
        report.put(
            "recommendations", found.text, wanted[0], "plain.recommendations", "unsure" if doubt else "likely", doubt
        )


def _gathered(lines: Sequence[Line], begin: int) -> list[Line]:
    """The lines of the recommendations, without what asks for them."""
    found: list[Line] = []
    first = lines[begin]
    if first.cells:
        # In a box: what stands in the cell under the heading, or beside it.
        parts = [part for cell in first.filled for part in cell.split("\n")]
        rest = (
            parts[1:]
            if _HEAD.match(parts[0])
            else [re.sub(rf"^(?:{_ASKED})\s*[:–-]\s*", "", parts[0], flags=re.I), *parts[1:]]
        )
        found = [line for line in _in_cell(first, rest) if not _LEAD.match(line.text)]
        if found:
            return found
    elif not _HEAD.match(first.text):
        inline = _INLINE.match(first.text)
        text = (inline["rest"] or inline["text"] or "") if inline else first.text
        found = [replace(first, text=text[:1].upper() + text[1:], mark="")]
    for line in lines[begin + 1 : begin + 120]:
        if _ended(line, found):
            break
        if not line.text and not line.cells:
            continue
        found += _in_cell(line) if len(line.filled) == 1 else [line]
    return [line for line in found if not _LEAD.match(line.text)] if len(found) > 1 else found


def _in_cell(line: Line, parts: Sequence[str] | None = None) -> list[Line]:
    """What stands in a cell, or `parts` of it, a line each."""
    if parts is None:
        parts = [part for cell in line.filled for part in cell.split("\n")]
    if not line.cells:
        return [line]
    return [replace(line, text=words, mark=mark, cells=()) for mark, words in map(split_mark, parts) if words]


_VERDICT = re.compile(
    r"(?:(?:to )?(?:be )?(?:approved?|granted?|refused?|noted?|agreed?|deferred?|permitted?|endorsed?)|"
    r"approval|refusal|deferral|permission(?: be granted)?|"
    r"(?:approve|grant|refuse) (?:planning |outline )?(?:permission|consent)|"
    r"(?:approve|grant|permit) (?:subject to|with) conditions)\.?",
    re.IGNORECASE,
)
"""A recommendation that is whole with a word or two."""

_OF_THE_PAPER = re.compile(
    r"(?:(?:important |explanatory |please )?note(?:s|s? that)?\s*[:–-]|please note\b|"
    r"(?:publication date|date of (?:publication|(?:the )?next meeting)|(?:agenda )?published(?: on)?|next meeting|"
    r"enquiries|for (?:further|more) (?:information|details))\b)",
    re.IGNORECASE,
)
"""What the paper says of itself, or asks of whoever comes: no recommendation goes on with it."""

_SECTION_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-Z])")
_CAPITAL = re.compile(r"([A-Z])[.)]\s")


def _ended(line: Line, found: Sequence[Line]) -> bool:
    """Whether the report proper begins: a heading of a section, or text that is no part of a list."""
    text = _SECTION_NUMBER.sub("", line.text)
    if found and (line.heading or (not line.mark and _OF_THE_PAPER.match(text))):
        return True
    if not found:
        return bool(_SECTION.match(text)) and not _LEAD.match(text)
    listed = any(each.mark for each in found)
    if line.mark:
        number = line.mark.strip("().")
        if number[:1].isdigit() and all(each.mark == "-" for each in found):
            # What follows bullets and has a number is the report's.
            return True
        if number.endswith(".0") or (text.isupper() and len(text) > 5 and not found[-1].text.isupper()):
            return True
        again = number == "1" and any(each.mark.strip("().") == "1" for each in found)
        # A section has its number too: "2. Background".
        return again or (bool(_SECTION.match(text)) and len(text) < 60 and not text.endswith((".", ";")))
    if _LEAD.match(text) or _LEAD.match(found[-1].text):
        return False
    if _is_of(line) or _SECTION.match(text) or (line.within and is_of_a_report(text)):
        return True
    own, before = _CAPITAL.match(text), _CAPITAL.match(found[-1].text)
    if own and before and ord(own[1]) == ord(before[1]) + 1:
        return False
    if text[:1].islower() or re.match(r"^(?:and|or)$", text, re.IGNORECASE):
        return False
    if _VERDICT.fullmatch(found[-1].text):
        return True
    whole = listed or found[-1].text.endswith(".") or (line.within and not found[-1].text.endswith((":", ";", ",")))
    return line.gap and whole and not re.match(r"^that\b", text, re.IGNORECASE)
