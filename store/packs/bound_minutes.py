"""The minutes of an earlier meeting, bound in: their date, who was there, the actions that are open (55 and 58)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.bodies import ordinary
from store.packs.dates import date_in
from store.packs.facts import Record
from store.packs.names import bare_name, best_match, is_name, is_titled, names_in, office_in
from store.packs.stream import Line

_TITLE = re.compile(
    r"^(?:decisions|(?:draft )?minutes) of (?:the )?(?:meeting of (?:the )?)?(?P<body>.{4,110})$", re.IGNORECASE
)
_PRESENT = re.compile(r"^(?:members? present|present|attendance|in attendance)\s*:?\s*-?$", re.IGNORECASE)
_APOLOGIES = re.compile(r"^apologies(?: for absence)?(?: were received from)?\s*:?-?$", re.IGNORECASE)
_END = re.compile(r"^the meeting (?:finished|ended|closed|concluded|rose|was declared closed)\b", re.IGNORECASE)
_ACTION = re.compile(r"^(?:action|actions?(?: (?:for|by))?)\s*[:–-]\s*(?P<owner>\S.{1,80})$", re.IGNORECASE)
_SENT = re.compile(r"\bapologies\b[^.]*?\b(?:received|from)\b(?: from)?\s+(?P<names>.+?)\.?$", re.IGNORECASE)
_PARTY = re.compile(r"^(?P<party>[A-Z][A-Za-z ]{3,30}?)(?: \(\d+\))?$")


def minutes_spans(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where bound-in minutes begin and end."""
    spans: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if spans and number < spans[-1][1]:
            continue
        if line.cells or not _TITLE.match(line.text):
            continue
        head = lines[number : number + 14]
        if not any(date_in(other.text) for other in head[:5]) or not any(_PRESENT.match(other.text) for other in head):
            continue
        ends = (n for n in range(number, len(lines)) if _END.match(lines[n].text))
        spans.append((number, next(ends, len(lines) - 1) + 1))
    return spans


def read_minutes(meeting: Record, lines: Sequence[Line]) -> None:
    """Put bound-in minutes into the meeting's facts, as a record of their own."""
    minutes = Record("minutes")
    title = _TITLE.match(lines[0].text)
    if title:
        minutes.put("body", ordinary(title["body"]), lines[0], "minutes.body")
    for line in lines[:6]:
        if (printed := date_in(line.text)) and (day := printed.on()):
            minutes.put("date", day.isoformat(), line, "minutes.date")
            break
    minutes.put("stamp", lines[min(len(lines) - 1, 6)].stamp, lines[0], "minutes.stamp")
    _attendance(minutes, lines)
    _items(minutes, lines)
    _groups(minutes, lines)
    _disagreement(minutes, lines)
    if _END.match(lines[-1].text):
        minutes.put("finished", lines[-1].text, lines[-1], "minutes.finished")
    meeting.records.append(minutes)


def _attendance(minutes: Record, lines: Sequence[Line]) -> None:
    state = ""
    for line in lines[:80]:
        if line.mark:
            break
        if _PRESENT.match(line.text):
            state = "present"
        elif _APOLOGIES.match(line.text):
            state = "apologies"
        elif state:
            for name in (name for cell in line.filled for name in names_in(cell)):
                if is_name(name):
                    _attended(minutes, name, line, state)


def _attended(minutes: Record, printed: str, line: Line, state: str) -> None:
    one = Record("attendance")
    one.put("name", bare_name(printed), line, f"minutes.{state}")
    one.put("role", office_in(printed), line, "minutes.role")
    one.put("was", state, line, f"minutes.{state}")
    minutes.records.append(one)


def _items(minutes: Record, lines: Sequence[Line]) -> None:
    """The actions agreed, each with what the paragraph above says, under the number it had then."""
    count = 0
    heading = paragraph = lines[0]
    for line in lines:
        if line.mark.rstrip(".").isdigit() and line.text.isupper():
            heading = paragraph = line
            count += 1
        elif found := _ACTION.match(line.text):
            action = Record("action")
            owner, to, own = found["owner"].strip(" .").partition(" to ")
            action.put("owner", owner, line, "minutes.action")
            action.put("task", own, line, "minutes.action")
            task = _last_sentence(paragraph.whole) if paragraph is not heading and not to else ""
            action.put("task", task, paragraph, "minutes.action", "likely")
            action.put("item then", heading.mark.rstrip("."), heading, "minutes.action")
            minutes.records.append(action)
        elif line.text:
            paragraph = line
    minutes.put("items", str(count), lines[0], "minutes.items")


def _last_sentence(paragraph: str) -> str:
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph)
    # "Ms Vale would forward it" needs what came before to say what "it" is.
    return " ".join(sentences[-2:]) if len(sentences) > 1 else paragraph


def _groups(minutes: Record, lines: Sequence[Line]) -> None:
    """Parties, from tables of nominations whose columns are parties."""
    people = {record.get("name"): record for record in minutes.of("attendance")}
    place = 0
    while place < len(lines):
        parties = [
            found["party"] for cell in lines[place].cells if (found := _PARTY.match(cell)) and not is_titled(cell)
        ]
        place += 1
        if len(parties) != len(lines[place - 1].cells) or len(parties) < 2:
            continue
        while place < len(lines) and lines[place].cells:
            for party, cell in zip(parties, lines[place].cells, strict=False):
                name = re.sub(r"^\d+\.\s*", "", cell)
                if name != cell and is_name(name):
                    known, how, _ = best_match(name, people)
                    if how in ("same", "likely"):
                        people[known].put("group", party, lines[place], "minutes.group", "likely")
            place += 1


def _disagreement(minutes: Record, lines: Sequence[Line]) -> None:
    """Apologies are recorded at the head and under an item, and may disagree (58)."""
    head = [record.get("name") for record in minutes.of("attendance") if record.get("was") == "apologies"]
    for line in lines:
        if not (found := _SENT.search(line.text)) or line.heading or line.text.isupper():
            continue
        said = [part for part in re.split(r",\s*|\s+and\s+|\s*&\s*", found["names"]) if is_name(part)]
        missing = [name for name in head if not best_match(name, said)[1]]
        extra = [bare_name(name) for name in said if not best_match(name, head)[1]]
        if said and (missing or extra):
            doubt = f"The earlier minutes disagree on apologies: {', '.join([*missing, *extra])} is in one place only."
            minutes.put("apologies", line.text, line, "minutes.apologies", "likely", doubt)
        elif said:
            minutes.put("apologies", line.text, line, "minutes.apologies")
        return
