"""The front sheet: body, date, time, venue, quorum, contact, question deadline (45 to 50 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from msgspec.structs import replace

from store.packs.bodies import (
    ANY_COUNCIL,
    BODY,
    KIND_ALONE,
    bare_body,
    goes_on,
    is_body,
    is_council,
    is_named_as_body,
    is_place,
    may_be_place,
    may_begin,
    ordinary,
    place_name,
)
from store.packs.contacts import officers_in, reached_in
from store.packs.dates import BEGINS_A_DAY, date_in, dates_in, is_date_line
from store.packs.facts import Record, Sure
from store.packs.hours import is_time_line, put_hour, time_in
from store.packs.later import with_whole_summons, without_later
from store.packs.listing import is_announced
from store.packs.stream import Line
from store.packs.summons import read_summons
from store.packs.when import STATE, dated, put_aside, read_when

_LABELS = {
    "body": r"meeting(?: of)?|committee|name of (?:meeting|committee)|body",
    "date": r"date(?: and time| ?& ?time|/time)?(?: of (?:the )?(?:meeting|hearing))?|when",
    "time": r"(?:start(?:ing)? )?time(?: of (?:the )?(?:meeting|hearing))?",
    "venue": r"venue|place|location|meeting place|where",
    "contact": r"(?:(?:governance|democratic|committee|member|scrutiny|officer)\s+(?:services?\s+)?|"
    r"for (?:further|more) information (?:please )?)?"
    r"(?:contact|enquiries)(?: officer)?(?: for (?:further|more) (?:information|enquiries|details))?|"
    r"(?:democratic|governance|committee|scrutiny)(?: services| support)? (?:officer|administrator)",
    "note": r"note",
    "quorum": r"quorum",
    "reference": r"meeting reference",
}
_EXACT = {name: re.compile(rf"(?:{words})\s*:?", re.IGNORECASE) for name, words in _LABELS.items()}
_BEFORE = {name: re.compile(rf"(?:{words})\s*:\s*(?=\S)", re.IGNORECASE) for name, words in _LABELS.items()}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CLOCK = re.compile(r"(?:1\d|2[0-3])[.:][0-5]\d")
"""An hour that needs no more said of it, beside a label."""

_NUMBER = (
    r"(?<!of the )(?<!of its )(?<!of all )(?<!less than )(?<!minimum of )(?:\b(\d{1,3})\b(?!\s?[/%])(?<!/\d)|"
    rf"\b({'|'.join(_NUMBERS)})\b(?![\s-](?:third|quarter|half|fifth)))"
)
_QUORUM = re.compile(
    rf"\b(?:quorum|cworwm)\b[^\d.]{{0,60}}?{_NUMBER}|"
    rf"(?:^|(?<=[:(.]\s)){_NUMBER} (?:(?:voting )?(?:members?|councillors?) )?(?:present )?(?:shall |will |must )?"
    r"(?:(?:be|is|are) )?(?:(?:form|constitute|make(?: up)?|being|as|(?:needed|required)(?: for| to (?:form|make)))"
    r" )?(?:a|the) quorum\b",
    re.IGNORECASE,
)
"""What makes a quorum, by a number and no share: "Quorum: one third, being 4 members"."""
_MORE_OF_IT = re.compile(r"\b(?:at least|including|of whom|from each|one from|each council|must be)\b", re.IGNORECASE)
"""What a quorum wants beside a number of members."""

_SUBTITLE = re.compile(rf"^(?P<body>.{{4,110}}?)\s+[-–]\s+(?={BEGINS_A_DAY})", re.IGNORECASE)
_ASK = re.compile(
    r"\b(?i:(?:direct|send|address)\b.{0,40}\b(?:enquiries|queries|questions)\b.{0,40}?\bto:?|"
    r"(?:information|enquiries|queries|agenda|meeting)\b.{0,60}?\bcontact(?: the)?(?: \w+){0,3}?:?)"
    r"\s*(?:(?P<who>[A-Z][\w'’-]+ [A-Z][\w'’-]+\b.*)$|$)"
)
"""Whom to ask, in a sentence, or on the line below it."""

_NOTE = re.compile(r"^notes?\s*:\s*", re.IGNORECASE)
_TO = re.compile(
    r"^to:\s|^(?:chair|councillors?\b|members?\b|you are (?:requested|summoned)|substitutes?\b)", re.IGNORECASE
)


_ANNUAL = re.compile(
    r"^(?:notice of )?(?:the |an )?annual (?:general )?(?:(?:town|parish|community|city) )?(?:council )?meeting\b|"
    r"\bsummoned\b.*\bannual (?:(?:town|parish|community|city) )?(?:council )?meeting\b",
    re.IGNORECASE,
)
_EXTRAORDINARY = re.compile(
    r"^(?:notice of )?(?:the |an )?extraordinary (?:[\w'’&,-]+ ){0,9}?(?:meeting|council|cabinet|committee)\b|"
    r"\b(?:meeting|council|cabinet|committee)\s*[-–—:(,]\s*extraordinary(?: meeting)?\)?$|"
    r"\b(?:summoned|requested|invited|attend|given|called|convened)\b.*\bextraordinary (?:[\w'’&,-]+ ){0,8}?meeting\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\bminutes\b|\bheld on\b|\bparish meeting\b|\btown meeting\b|\blast\b", re.IGNORECASE)
"""Words by which a line speaks of another meeting than the one that it calls, or of one that is the electors'."""


def read_front(meeting: Record, lines: Sequence[Line], above: Sequence[Line] = ()) -> None:
    """Put what the front sheet says into the meeting's facts; `above` are those of its lines that stand above the
    business. A day that is named there is the meeting's, whatever other days are named below the last item."""
    lines = with_whole_summons(without_later(lines))
    above = with_whole_summons(without_later(above))
    for number, line in enumerate(lines):
        for name, value, at in _labelled(lines, number):
            _put(meeting, name, value, at)
        if found := _SUBTITLE.match(STATE.sub("", line.text)):
            _state(meeting, line)
            meeting.put("body", ordinary(found["body"]), line, "front.subtitle")
            dated(meeting, line.text[line.text.index(found["body"]) + len(found["body"]) :], line, "front.subtitle")
        if found := _QUORUM.search(line.text):
            told = next(filter(None, found.groups())).lower()
            number_of = told if told.isdigit() else str(_NUMBERS.index(told) + 1)
            more = _MORE_OF_IT.search(line.text, found.end())
            doubt = f"The papers say more of the quorum than its number, which alone is counted: “{line.text}”."
            sure: Sure = "unsure" if more else "sure"
            meeting.put("quorum", str(int(number_of)), line, "front.quorum", sure, doubt if more else "")
        if _ANNUAL.search(line.text) and not _OF_ANOTHER.search(line.text):
            meeting.put("annual", "yes", line, "front.annual")
        if _EXTRAORDINARY.search(line.text) and not _OF_ANOTHER.search(line.text):
            meeting.put("extraordinary", "yes", line, "front.extraordinary")
    read_summons(meeting, lines)
    _unlabelled(meeting, lines, above)
    put_aside(meeting, lines)
    _published(meeting, lines)
    _deadline(meeting, lines)
    _contact(meeting, lines)


def _labelled(lines: Sequence[Line], number: int) -> list[tuple[str, str, Line]]:
    """What a line says under labels of its own, or the lines below where the label stands alone."""
    line = lines[number]
    if line.cells:
        filled = line.filled
        of = lines[number + 1].cells if number + 1 < len(lines) else ()
        if len(of) == len(line.cells) and sum(bool(_label(cell)) for cell in line.cells) > 1:
            # A row of labels, and below it a row of what they are of.
            at = lines[number + 1]
            return [(name, cell, at) for label, cell in zip(line.cells, of, strict=True) if (name := _label(label))]
        if len(filled) > 1 and (name := _label(filled[0])):
            return [(name, "\n".join(filled[1:]), line)]
        pairs = [(name, value, line) for cell in filled for name, value in [_with_value(cell)] if name]
        if pairs:
            return pairs
    elif several := _several(line.text):
        return [(name, value, line) for name, value in several]
    if len(line.filled) != 1 or not (name := _label(line.text)):
        return []
    below: list[Line] = []
    for after in lines[number + 1 : number + 6]:
        if _label(after.text) or _TO.match(after.text) or (after.cells and len(after.filled) > 1):
            break
        if below and after.gap and not (name == "date" and time_in(after.text)):
            break
        below.append(after)
    if name == "date":
        # The hour may stand on a line of its own.
        return [(name, after.text, after) for after in below]
    return [(name, "\n".join(after.text for after in below), below[0])] if below else []


_NEXT = re.compile(
    rf"[\s,;]+(?=(?:{'|'.join(_LABELS[name] for name in ('date', 'time', 'venue', 'quorum'))})\s*:\s)", re.I
)
"""Where another label begins on a line."""


def _several(text: str) -> list[tuple[str, str]]:
    """What a line says under one label or several: "Date: 11 May 2026 Time: 5.30pm Venue: Town Hall"."""
    name, value = _with_value(text)
    first, *rest = _NEXT.split(value)
    found = [(name, first), *(_with_value(part) for part in rest)]
    return found if all(name for name, _ in found) else [found[0]] if found[0][0] else []


_ALSO = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)? ?[/|] ?(?=[A-Z])")
"""A label in Welsh, before the same in English."""


def _label(text: str) -> str:
    text = _ALSO.sub("", text.strip())
    return next((name for name, pattern in _EXACT.items() if pattern.fullmatch(text)), "")


def _with_value(text: str) -> tuple[str, str]:
    text = _ALSO.sub("", text) if ":" in text else text
    for name, pattern in _BEFORE.items():
        if found := pattern.match(text):
            return name, text[found.end() :].strip()
    return "", ""


def _put(meeting: Record, name: str, value: str, line: Line) -> None:
    words = " ".join(value.split())
    if name == "body" and is_body(bare_body(words)):
        meeting.put("body", ordinary(bare_body(words)), line, "front.body")
    elif name == "date":
        dated(meeting, words, line, "front.date")
    elif name == "time" and (time_in(words) or _CLOCK.fullmatch(words)):
        put_hour(meeting, words if time_in(words) else f"at {words}", line, "front.time")
    elif name == "venue" and not time_in(words) and not is_announced(words):
        meeting.put("venue", place_name(words), line, "front.venue")
    elif name == "quorum" and (found := re.match(r"(\d{1,3})\b", words)):
        meeting.put("quorum", found[1], line, "front.quorum")
    elif name == "reference":
        meeting.put("reference", words, line, "front.reference")


def _state(meeting: Record, line: Line) -> None:
    if found := STATE.match(line.text):
        said = found[0].strip(" ,:–-")
        meeting.put("state", said, line, "front.state", "sure", f"The papers say of this meeting: “{said}”.")


def _in_parts(lines: Sequence[Line]) -> list[tuple[str, Line]]:
    return [(part, line) for line in lines[:60] for cell in line.filled for part in cell.split("\n")]


def _unlabelled(meeting: Record, lines: Sequence[Line], headed: Sequence[Line]) -> None:
    """What stands on a front sheet that has no labels: a committee's name, a line that is a date, the hour and the
    place below it."""
    parts = _in_parts(lines)
    bodies = [(bare_body(part), line, doubt) for part, line, doubt in _whole_names(parts) if _may_name_body(part)]
    # A council's own name stands above that of its committee.
    for name, line, doubt in sorted(
        bodies, key=lambda body: (not is_named_as_body(body[0]), _is_nobodys(body[0]), is_council(body[0]))
    ):
        if is_named_as_body(name):
            meeting.put("body", ordinary(name), line, "front.line", "likely", doubt)
            continue
        word = BODY.search(name)
        doubt = f"“{ordinary(name)}” was taken for the body because of the word “{word[0] if word else ''}” in it."
        meeting.put("body", ordinary(name), line, "front.word", "unsure", doubt)
    _or_another(meeting, [name for name, _, _ in bodies])
    _whole_name(meeting, [name for name, _, _ in bodies])
    read_when(meeting, _in_parts(headed))
    read_when(meeting, parts)
    dated = [number for number, (part, _) in enumerate(parts) if is_date_line(part)]
    for number in dated:
        _when_and_where(meeting, parts[number + 1 : number + 4])
        above, line = parts[number - 1] if number else ("", parts[0][1])
        if is_place(above) and not (_label(above) or _TO.match(above) or is_body(bare_body(above))):
            # The place may stand above the day as well.
            meeting.put("venue", place_name(above.strip(" ,.")), line, "front.line", "likely")


def _or_another(meeting: Record, names: Sequence[str]) -> None:
    """Doubts a whole council for the body where the head of the papers has another name that may be one."""
    fact = meeting.facts.get("body")
    if fact is None or fact.rule != "front.line" or not is_council(fact.value):
        return
    if other := next((name for name in names if not is_council(name) and len(name.split()) < 9), ""):
        doubt = f"“{ordinary(other)}” stands at the head of the papers as well: is that the body that meets?"
        meeting.facts["body"] = replace(fact, sure="unsure", doubt=fact.doubt or doubt)


def _whole_name(meeting: Record, names: Sequence[str]) -> None:
    """The body by its whole name, where a sentence has only the beginning of that: "the Charter Trustees"."""
    fact = meeting.facts.get("body")
    for name in names if fact is not None else ():
        if fact is not None and name.casefold().startswith(f"{fact.value} of ".casefold()):
            meeting.facts["body"] = replace(fact, value=ordinary(name))
            return


def _whole_names(parts: Sequence[tuple[str, Line]]) -> list[tuple[str, Line, str]]:
    """The lines of a front sheet, each with those that go on with a name begun in it; and what is doubtful of that."""
    groups: list[list[tuple[str, Line]]] = []
    for part, line in parts:
        words = " ".join(words.strip() for words, _ in groups[-1]) if groups else ""
        apart = bool(groups) and line.gap and groups[-1][-1][1] is not line
        # "Cabinet" in a paragraph of its own is a whole name.
        if (
            groups
            and goes_on(words, part)
            and not (apart and KIND_ALONE.fullmatch(part.strip()) and is_body(part.strip()))
        ):
            groups[-1].append((part, line))
        else:
            groups.append([(part, line)])
    found: list[tuple[str, Line, str]] = []
    for group in groups:
        whole = " ".join(part.strip() for part, _ in group)
        if len(group) > 1 and is_body(bare_body(whole)) and bare_body(whole) != bare_body(group[-1][0]):
            doubt = f"The name “{ordinary(whole)}” stands over {_OVER[len(group) > 2]} lines: is it all one name?"
            found.append((whole, group[0][1], doubt))
        else:
            found += [(part, line, _begun_above(found, part, line)) for part, line in group]
    return found


_OVER = ("two", "several")


def _begun_above(above: Sequence[tuple[str, Line, str]], part: str, line: Line) -> str:
    """What is doubtful of a name that the line above it may begin."""
    if not above or not may_begin(above[-1][0], part) or not is_body(bare_body(part)):
        return ""
    return f"“{ordinary(above[-1][0])}” stands above “{ordinary(part)}”: is it part of the name?"


def _is_nobodys(name: str) -> bool:
    """Whether a name is any council's: "Full Council", "the Parish Council"."""
    return bool(re.fullmatch(rf"(?:the\s+)?{ANY_COUNCIL}", name, re.IGNORECASE))


def _may_name_body(part: str) -> bool:
    aside, of_people = ("to:", "to ", "members", "decisions", "minutes"), ("members", "membership", "councillors")
    words = part.lower().rstrip(" :.")
    return is_body(bare_body(part)) and not words.startswith(aside) and not words.endswith(of_people)


def _when_and_where(meeting: Record, below: Sequence[tuple[str, Line]]) -> None:
    """The hour and the place, as they stand below the day; what is a place by nothing but a building in it is a
    doubt."""
    for number, (part, line) in enumerate(below):
        if is_time_line(part):
            put_hour(meeting, part, line, "front.line")
        elif is_place(part) and not _label(part) and not _TO.match(part):
            meeting.put("venue", place_name(part.strip(" ,.")), line, "front.line", "likely")
            return
        elif not number and may_be_place(part) and not (_label(part) or _TO.match(part) or is_body(bare_body(part))):
            doubt = f"“{part}” stands below the day, and is taken for the place."
            meeting.put("venue", place_name(part.strip(" ,.")), line, "front.line", "unsure", doubt)


_PUBLISHED = re.compile(
    r"^(?:(?:this )?agenda (?:was )?)?"
    r"(?:date (?:of publication|(?:agenda )?published)|publication date|published(?: on)?)\b",
    re.IGNORECASE,
)
_EARLY = 60
"""So many days before its meeting, at most, is an agenda published."""


def _published(meeting: Record, lines: Sequence[Line]) -> None:
    """The day on which the agenda was published, where a line says that and no more."""
    for line in lines:
        text = " ".join(line.filled) if line.cells else line.text
        day = printed.on() if (printed := date_in(text)) and printed.year else None
        if day is None or not meeting.get("date") or len(text) > 80 or not _PUBLISHED.match(text):
            continue
        if 0 <= (date.fromisoformat(meeting.get("date")) - day).days <= _EARLY:
            meeting.put("published", day.isoformat(), line, "front.published", "likely")


def _deadline(meeting: Record, lines: Sequence[Line]) -> None:
    """The last day for questions: in a paragraph that speaks of a deadline or of questions (50)."""
    held = date.fromisoformat(meeting.get("date")) if meeting.get("date") else None
    for line in lines:
        if not re.search(r"\bdeadline\b|\bquestions?\b.*\b(?:by|before)\b", line.text, re.IGNORECASE):
            continue
        spot = re.search(r"\bdeadline\b", line.text, re.IGNORECASE)
        printed = [found for found in dates_in(line.text) if not spot or found.start > spot.start()]
        if not printed:
            continue
        day = printed[0].near(held) if held else printed[0].on()
        if day is None:
            continue
        clock = time_in(line.text[printed[0].end :][:40]) or time_in(line.text)
        meeting.put("question deadline", day.isoformat() + (f" {clock}" if clock else ""), line, "front.deadline")
        meeting.put("deadline weekday", printed[0].weekday, line, "front.deadline")
        said = [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", line.text) if date_in(part)]
        meeting.put("public deadline", _NOTE.sub("", " ".join(said)), line, "front.deadline")
        return


def _contact(meeting: Record, lines: Sequence[Line]) -> None:
    """Whom to ask. Named several times in several forms, it is put together from all of them (50)."""
    named: list[tuple[str, str, Line]] = []
    for number in range(len(lines)):
        for name, value, at in _labelled(lines, number):
            if name == "contact":
                below = [reached_in(line.text) for line in lines[number + 1 : number + 4]]
                reach = ", ".join(each for found in takewhile(bool, below) for each in found)
                named += [(one.name, one.details or reach, at) for one in officers_in(value) if one.name]
        if not named and (found := _ASK.search(lines[number].text)):
            told = re.split(r"\s+(?:on|by|at|via|or)\b", found["who"] or "")[0] or (
                lines[number + 1].text if number + 1 < len(lines) else ""
            )
            named += [(one.name, one.details, lines[number]) for one in officers_in(told)[:1] if one.name]
    if not named:
        return
    name, details, line = named[0]
    reached = [details] if details else []
    for other in lines:
        if name in other.text:
            tail = other.text[other.text.index(name) :][:160]
            reached += [one.details for one in officers_in(tail)[:1] if one.details]
    parts = [part.strip() for text in reached for part in text.split(",") if part.strip() and "protected" not in part]
    meeting.put("contact", ", ".join(dict.fromkeys([name, *parts])), line, "front.contact")
