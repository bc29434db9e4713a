"""What is recommended: how it is headed or asked for, in a report or below the item of an agenda, and what of the lines
below belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from store.packs.facts import Record
from store.packs.marks import split_mark
from store.packs.private_words import is_private_note
from store.packs.recommending import Clauses, clauses, joined
from store.packs.sections import is_of_a_report
from store.packs.stream import Line

OF = re.compile(
    r"^(?:(?:joint|officer|covering)\s+)?(?:report\s+(?:of|by|from|author)|author|prepared by|lead officer|"
    r"reporting officer|"
    r"responsible (?:officer|director)|submitted by|from(?=\s*:))\b\s*[:–-]?\s*(?:the\s+)?(?P<who>.*)$",
    re.IGNORECASE,
)
_WHOSE = (
    r"(?:[\w&-]+ ){0,5}?(?:clerk|committee|group|party|panel|board|forum|officer|director|chair(?:man|woman)?|convener|"
    r"treasurer|council|cabinet|manager|auditor|solicitor|surveyor|engineer)"
)
"""Who recommends, as headings of recommendations name them."""

_ASKED = (
    rf"(?:(?:{_WHOSE}s?['’]?s?|"
    r"officers?['’]?|summary of|the|key|main|report|draft|proposed|formal|cabinet|committee)\s+){0,4}recommend(?:"
    r"ation(?:s|\(s\))?(?: (?:no\.? ?)?(?:\d{1,2}|[A-Z](?![a-z]))(?: of \d{1,2})?)?"
    rf"(?: (?:of|by) (?:the )?(?:{_WHOSE}s?|[\w&’'-]+(?: [\w&’'-]+){{0,7}}(?=\s*[:–-])))?"
    r"(?: (?:to|for|from) (?:the )?[\w&’'-]+(?: [\w&’'-]+){0,5})?|ed"
    rf"(?: by (?:the )?{_WHOSE}s?| (?:to (?:the )?(?:full )?(?:council|cabinet)|decision|action|resolution)s?)?)|"
    r"(?:resolved|agreed|minded) to recommend(?: to (?:the )?[\w&’'-]+(?: [\w&’'-]+){0,4})?|decisions? "
    r"(?:required|requested|sought)|(?:action|"
    r"resolution) (?:required|requested)|"
    r"what is recommended|proposed (?:decision|resolution|motion)s?"
)
HEAD = re.compile(rf"^(?:{_ASKED})\s*[:.–-]*\s*$", re.IGNORECASE)
_INLINE = re.compile(
    rf"^(?:{_ASKED})\s*[:–-]\s*(?P<rest>\S.*)$|"
    r"^(?P<that>(?:recommended|(?:resolved|agreed|minded) to recommend(?: to (?:the )?(?:full )?\w+|"
    r" (?:the )?(?:full )?(?:council|cabinet|committee|board))?) (?P<text>\S.*))$",
    re.IGNORECASE,
)
_WHO = r"(?:\w+ ){0,6}(?:committee|council|board|panel|cabinet|executive|members)"
_SAID = (
    r"(?:,? \([^()]{3,60}\),?|,? (?:at its meeting )?(?:on|of) [^:;.]{3,40}?,?)? (?:has |have )?recommend(?:s|ed)?"
    r"(?:,? (?:\([^()]{3,60}\)|on \d[^:;.,]{3,30}?),?)?"
)
"""That a body recommended something, and when."""

_LEAD = re.compile(
    r"^(?:it is (?:therefore )?(?:recommended|proposed)|(?:the )?(?:\w+ ){0,6}(?:is|"
    r"are) (?:therefore )?(?:asked|recommended|invited|"
    rf"requested) to|that (?:the )?{_WHO}|(?:the )?{_WHO}{_SAID}|recommended that)\b.*[:–-]$|"
    r"^(?:it is (?:therefore )?(?:recommended|proposed) )?"
    rf"(?:that(?: (?:the )?{_WHO})?|(?:the )?{_WHO} (?:is|are) (?:asked|recommended|invited|requested) to)\s*[:–-]?$",
    re.IGNORECASE,
)
"""What leads to recommendations, with a colon or the like behind it, or without where nothing more is said."""

_SENTENCE = re.compile(
    rf"^(?:(?:the )?{_WHO}{_SAID}(?: that\b|(?=\s*[:–-]$))|"
    r"it is (?:therefore )?recommended|(?:the|this) (?:\w+ ){0,6}(?:is|are) (?:therefore )?(?:asked|"
    r"recommended|invited|requested)"
    r" to|members are (?:asked|invited|recommended|requested) to)\b",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"^(?:key (?:points|issues|facts)|background|introduction|purpose|reasons?|summary|executive summary|"
    r"context|details?|options|"
    r"alternative|implications|financial|legal|risk|equalit|consultation|conclusion|appendi|contact|"
    r"report|main|information|"
    r"supporting|climate|considerations|resources|next steps|wards?|decision|current position|the proposal|"
    r"proposals?)\b.{0,60}$",
    re.IGNORECASE,
)
"""How the sections of a report are headed."""

_COUNTED = re.compile(
    r"^recommendations?\s+(?:no\.?\s*)?(?:\d{1,2}|[A-Z](?![A-Za-z]))(?: (?:to|of) [^:–-]{3,40})?(?=\s*[:.–-]|\s*$)",
    re.IGNORECASE,
)
"""The heading of one of several recommendations: "RECOMMENDATION 3"."""

_GOES_TO = re.compile(
    r"^(?:(?:proposed|formal|cabinet|committee) )?(?:recommendations?(?: \d{1,2})?|recommended|resolved "
    r"to recommend) to "
    r"(?:the )?(?:full |town |county |city |borough |district )?(?:council|cabinet|executive|board|"
    r"committee|assembly)\b[^.:]{0,40}",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:that\b|to \w+|it is\b|the (?:\w+ ){0,5}(?:is|are|be|approves?|agrees?|notes?|adopts?)\b|"
    r"(?:approve|agree|note|adopt|"
    r"endorse|delegate|authorise|confirm|receive)s?\b)",
    re.IGNORECASE,
)
_ON_TO = re.compile(r"^that\b.*\brecommend", re.IGNORECASE)
"""A lead that says what is recommended to another body: a part of what is decided."""

_BY_ITSELF = re.compile(
    rf"^(?:(?:the )?{_WHOSE} recommends? (?:that|to|the)\b|(?:the )?{_WHO}{_SAID} (?:that|to)\b|"
    r"it is (?:therefore )?(?:recommended|proposed) (?:that|to)\b|(?:the|this) (?:\w+ ){0,6}(?:is|are)"
    r" (?:therefore )?(?:asked|"
    r"recommended|invited|requested) to\b|members are (?:asked|invited|recommended|requested) to (?:note|approve|agree|"
    r"consider|endorse|decide|determine|recommend|review|resolve|confirm|adopt|delegate|comment|scrutinise|receive|"
    r"discuss|support|accept|authorise|appoint)\b|(?:proposal|proposed|proposed motion)\s*[:–-]\s*\S)",
    re.IGNORECASE,
)
"""A sentence that recommends, below an item of an agenda."""


def is_of(line: Line) -> bool:
    """Whether a line says whose report it is."""
    text = words_of(line)
    found = OF.match(text)
    return bool(found) and not line.mark and len(text) < 160 and not re.search(r"[.!?]\s+[A-Z]", text)


def words_of(line: Line) -> str:
    """What a line says; a label in a cell of its own is put before what it is of."""
    if len(line.filled) == 2 and len(line.filled[0]) < 30 and not re.search(r"\d", line.filled[0]):
        # A label in a cell of its own.
        return ": ".join(part.replace("\n", " ").strip(" :") for part in line.filled)
    return " ".join(line.filled).replace("\n", " ") if line.cells else line.text


def is_verdict(text: str) -> bool:
    """Whether a line is nothing but what is recommended of an application, "PERMIT", or leads to it: no heading, and no
    title of anything."""
    words = text.strip(" .:")
    return bool(_VERDICT.fullmatch(words) or (_OF_A_CELL.fullmatch(words) and len(words) < 160))


_OF_A_CELL = re.compile(
    r"(?:officers?['’]? )?(?:recommend(?:ation|ed)s?\s*[:–-]\s*\S.*|(?:PERMIT|REFUSE|GRANT|APPROVE|DEFER|"
    r"DELEGATE|NO OBJECTION|"
    r"Permit|Refuse|Grant|Approve|Defer)(?:\s+(?:permission|consent|subject|with|and|conditional\w*|"
    r"outline|planning|for the)\b.*)?)"
)
"""What a cell for the recommendation holds."""


def is_lead(text: str) -> bool:
    """Whether a line leads to recommendations and is none itself."""
    return bool(_LEAD.match(text)) and not _ON_TO.match(text)


def asks_by_itself(text: str) -> bool:
    """Whether a sentence recommends, without a heading: "It is recommended that the depot be sold."."""
    return bool(_BY_ITSELF.match(text)) and len(text) < 600


def asks(line: Line) -> bool:
    """Whether a line is the heading of recommendations, with or without them beside it."""
    text = line.filled[0].split("\n")[0] if line.cells and line.filled else line.text
    return bool(HEAD.match(text) or (_INLINE.match(text) and len(text) < 600 and not line.text.endswith("?")))


def leads_to_asked(text: str) -> bool:
    """Whether a line is a lead to recommendations that follow: "It is recommended that Cabinet:"."""
    return bool(_LEAD.match(text))


def asked_below(lines: Sequence[Line], sentences: bool = False) -> tuple[str, str, Line] | None:
    """The recommendations among the lines below an item of an agenda, what is doubtful of them, and where they
    begin; None where there are none. `sentences` says that what asks in a sentence is one as well."""
    report = Record("report")
    told = sentences and any(asks_by_itself(line.text) for line in lines)
    if not told and not any(asks(line) or leads_to_asked(line.text) for line in lines):
        return None
    recommended(report, lines, True)
    fact = report.facts.get("recommendations")
    return (fact.value, fact.doubt, replace(lines[0], place=fact.place)) if fact is not None else None


def asked_of(lines: Sequence[Line]) -> str:
    """The heading of recommendations that says to whom they go: "Recommendations to Full Council"; "" for none."""
    for line in lines:
        text = line.filled[0].split("\n")[0] if line.cells and line.filled else line.text
        if found := _GOES_TO.match(text):
            return found[0].strip(" :.–-")
    return ""


def first_asked(lines: Sequence[Line], sentences: bool = False) -> int:
    """Where the recommendations of a report begin; -1 for nowhere."""
    for number, line in enumerate(lines):
        if asks(line):
            return number
    if not sentences:
        return -1
    return next((n for n, line in enumerate(lines) if _SENTENCE.match(words_of(line)) or asks_by_itself(line.text)), -1)


def recommended(report: Record, lines: Sequence[Line], below_item: bool = False) -> None:
    """Put the recommendations among the lines into the report. Several lists are one where their headings are numbered,
    and below the item of an agenda (`below_item`) whatever they are called."""
    begin = first_asked(lines, True)
    if begin < 0:
        return
    heads = [n for n in range(begin + 1, len(lines)) if _begins_another(lines[n], below_item)]
    found: list[Clauses] = []
    for start, end in pairwise([begin, *heads, len(lines)]):
        one = _clauses_at(lines[start:end] if heads else lines[start:])
        if one is not None and one.text not in [other.text for other in found]:
            found.append(one)
    if not found:
        return
    doubt = next((one.doubt for one in found if one.doubt), "")
    if len(found) > 1 and not doubt:
        doubt = f"These recommendations stand in {len(found)} lists, and are one here: is that so?"
    text = joined([one.text for one in found])
    at = found[0].lines[0]
    report.put("recommendations", text, at, "plain.recommendations", "unsure" if doubt else "likely", doubt)


def _begins_another(line: Line, below_item: bool) -> bool:
    """Whether a line heads another list of recommendations than the first."""
    text = line.filled[0].split("\n")[0] if line.cells and line.filled else line.text
    return bool(_COUNTED.match(text)) or (below_item and asks(line))


def _clauses_at(lines: Sequence[Line]) -> Clauses | None:
    """The clauses that begin at the first of the lines, without what asks for them."""
    wanted = _gathered(lines, 0)
    if not wanted:
        return None
    found = clauses(wanted)
    lead = found.text.split("\n")
    if len(lead) > 1 and is_lead(re.sub(r"^1\. ", "", lead[0])):
        found = clauses(wanted[1:])
    return found if found.text else None


def _gathered(lines: Sequence[Line], begin: int) -> list[Line]:
    """The lines of the recommendations, without what asks for them."""
    found: list[Line] = []
    first = lines[begin]
    if first.cells:
        # In a box: what stands in the cell under the heading, or beside it.
        parts = [part for cell in first.filled for part in cell.split("\n")]
        rest = (
            parts[1:]
            if HEAD.match(parts[0])
            else [re.sub(rf"^(?:{_ASKED})\s*[:–-]\s*", "", parts[0], flags=re.I), *parts[1:]]
        )
        found = [line for line in _in_cell(first, rest) if not is_lead(line.text)]
        if found:
            return found
    elif titled := _with_title(lines[begin : begin + 2]):
        found = []
        lines = [
            *lines[: begin + 1],
            replace(lines[begin + 1], text=f"{titled}: {lines[begin + 1].text}"),
            *lines[begin + 2 :],
        ]
    elif not HEAD.match(first.text):
        inline = _INLINE.match(first.text)
        text = (inline["rest"] or inline["text"] or "") if inline else first.text
        found = [replace(first, text=text[:1].upper() + text[1:], mark="")]
        led = is_lead(text) or text.rstrip().endswith((":", "-", "–", ";", ","))
        if not led and (whole := _SENTENCE.match(text)):
            # A sentence is whole, but for the list that it leads to. Who is asked to do it is who resolves.
            asked = text[whole.end() :].lstrip() if whole[0].lower().endswith(" to") else ""
            text = asked or text
            found = [replace(first, text=text[:1].upper() + text[1:], mark="")]
            if not inline or asked:
                return found
    for line in lines[begin + 1 : begin + 120]:
        if _ended(line, found):
            break
        if not line.text and not line.cells:
            continue
        found += _in_cell(line) if len(line.filled) == 1 else [line]
    return [line for line in found if not is_lead(line.text)] if len(found) > 1 else found


def _with_title(lines: Sequence[Line]) -> str:
    """What a numbered recommendation is about, behind its number, where the recommendation itself stands below:
    "Recommendation 1 - Pay policy"; "" for any other."""
    found = _COUNTED.match(lines[0].text)
    title = lines[0].text[found.end() :].strip(" :.–-") if found else ""
    if not title or _THAT.match(title) or len(lines) < 2:
        return ""
    return title if _THAT.match(lines[1].text) and not lines[1].cells else ""


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
    if found and (line.heading or (not line.mark and (_OF_THE_PAPER.match(text) or is_private_note(text)))):
        return True
    if not found:
        return bool(SECTION.match(text)) and not _LEAD.match(text)
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
        return again or (bool(SECTION.match(text)) and len(text) < 60 and not text.endswith((".", ";")))
    if _LEAD.match(text) or _LEAD.match(found[-1].text):
        return False
    if is_of(line) or SECTION.match(text) or (line.within and is_of_a_report(text)):
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
