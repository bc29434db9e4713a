"""What kind of paper a file is, where it is no agenda of one meeting that will be: minutes, a cancelled meeting, two
meetings. Each is asked about before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.agenda import kind_of
from store.packs.bodies import bare_body, is_body
from store.packs.dates import date_in, is_date_line
from store.packs.facts import Record
from store.packs.listing import announced_at, is_announced
from store.packs.stream import Line

_STATE = re.compile(
    r"\b(?P<state>cancell?ed|abandoned|postponed|re-?arranged|re-?scheduled|withdrawn|adjourned sine die|"
    r"(?:has been|is|was) (?:deferred|moved) to|(?:will|is) (?:not|no longer) (?:to )?(?:be held|"
    r"take(?:ing)? place|taking place|"
    r"being held|going ahead)|"
    r"will now (?:be held|take place)|(?:was|were) inquorate|called off|stood down|gohirio|gohiriwyd|ganslwyd)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:meeting|hearing|session|sitting|committee|council|board|panel|cabinet|cyfarfod)\b", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|should|may be|unless|would be|in the event|last|can be)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved|printed|public|open|agreed|un-?approved)\s+)*(?:minutes|"
    r"decisions|decision record|"
    r"record of (?:decisions|proceedings)|summary of decisions|cofnodion)\b(?!\s*(?:$)?\s*(?:pdf|to (?:approve|"
    r"confirm)))",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:\*\*)?(?:(?:members|councillors|those|also|yn)\s+)?(?:present|bresennol|in attendance|attendance)\b\s*[:–-]?",
    re.I,
)
_DONE = (
    re.compile(r"\bresolved\b(?! (?:to|that the public)\b.*\?)", re.IGNORECASE),
    re.compile(
        r"\b(?:was|were) (?:\w+ )?(?:approved|agreed|received|noted|signed|confirmed|moved|seconded|proposed|"
        r"declared|carried|lost)\b",
        re.I,
    ),
    re.compile(
        r"\bmeeting (?:was )?(?:closed|ended|finished|concluded|started|opened|commenced|rose)\b|"
        r"\bclosed the meeting\b",
        re.I,
    ),
    re.compile(
        r"\bthere were no\b|\bno (?:declarations|interests|apologies) were\b|"
        r"\bapologies (?:for absence )?(?:were|had been)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:unanimously|nem\.? con|on being put to the vote|it was agreed|members (?:noted|agreed|"
        r"considered)|the (?:chair|chairman|clerk) (?:reported|said|welcomed|thanked))\b",
        re.I,
    ),
)


def read_kind(meeting: Record, lines: Sequence[Line], front: Sequence[Line]) -> None:
    """Put what is odd about the paper into the meeting: `state` or `meetings`.

    `lines` are all lines of a file, `front` those of its front sheet without the items of business.
    """
    _state(meeting, front)
    _two(meeting, lines)


def _state(meeting: Record, front: Sequence[Line]) -> None:
    for line in front[:80]:
        text = line.text
        found = _STATE.search(text)
        if found is None or len(text) > 300 or _IF.search(text[: found.start()].rpartition(". ")[2]):
            continue
        loud = found["state"].isupper()
        alone = len(text) - len(found["state"]) < 6 or line.heading
        if loud or alone or _ABOUT.search(text) or date_in(text):
            meeting.put("state", text.strip(" *"), line, "paper.state", "likely")
            return


def are_minutes(lines: Sequence[Line]) -> bool:
    """Whether a whole file is minutes: by its head, by who was present, and by what is told as done."""
    start = announced_at(lines[:60])
    head = lines[: start if start >= 0 else 60]
    headed = any(_HEADING.match(line.text) and not line.mark and not line.cells for line in head[:25])
    present = any(_PRESENT.match(line.text) and not line.mark for line in head)
    done = sum(any(pattern.search(line.text) for line in lines[:400]) for pattern in _DONE)
    if start >= 0 and not (headed and present):
        return False
    return headed + 2 * present + done >= 4 or (headed and (present or done >= 2))


_ERRATA = re.compile(r"(?:errat(?:um|a)(?: (?:notice|sheet))?|corrigend(?:um|a)|corrections?)\b.{0,60}", re.IGNORECASE)


def says_errata(line: Line) -> bool:
    """Whether a line heads a paper that puts other papers right."""
    return not line.mark and not line.cells and bool(_ERRATA.fullmatch(line.text))


def _two(meeting: Record, lines: Sequence[Line]) -> None:
    """Two agendas in one file: each under a heading, with a day or a body of its own above it."""
    heads: list[tuple[str, str, Line]] = []
    body = day = ""
    for line in lines:
        if line.cells or line.mark:
            continue
        if (printed := date_in(line.text)) and (on := printed.on()) and printed.year and len(line.text) < 120:
            day = on.isoformat()
        if is_body(bare_body(line.text)) and len(line.text) < 90:
            body = bare_body(line.text).casefold()
        if is_announced(line.text):
            heads.append((body, day, line))
    _begun_twice(meeting, lines)
    first = heads[0] if heads else None
    for other in heads[1:]:
        if first and other[1] and first[1] and (other[0] != first[0] or other[1] != first[1]) and other[1] != first[1]:
            meeting.put("meetings", "two", other[2], "paper.meetings", "likely")


_BELOW = 8
"""How far below the name of its body an agenda may begin."""


def _begun_twice(meeting: Record, lines: Sequence[Line]) -> None:
    """Two agendas that begin at 1 under the names of two bodies, or of one body on two days, each with business that
    stands on any agenda: a report's sections are numbered as well."""
    begun: list[tuple[str, str]] = []
    body = day = ""
    named = -_BELOW
    for number, line in enumerate(lines):
        if not line.cells and not line.mark and len(line.text) < 90:
            if is_body(bare_body(line.text)):
                body, named = bare_body(line.text).casefold(), number
            if is_date_line(line.text) and (printed := date_in(line.text)) and (on := printed.on()) and printed.year:
                day, named = on.isoformat(), number
        if line.mark.strip(".)") != "1" or number - named > _BELOW:
            continue
        if not any(kind_of(other.text) != "report" for other in lines[number : number + 12] if other.mark):
            continue
        if begun and (body, day) != begun[0]:
            meeting.put("meetings", "two", line, "paper.meetings", "likely")
        begun.append((body, day))
        named = -_BELOW
