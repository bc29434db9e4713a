"""Lines of a front sheet that look like a fact and were taken for none: shown, so that nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.packs.applications import is_label
from store.packs.asked import asks_by_itself
from store.packs.bodies import is_body
from store.packs.dates import date_in, dates_in
from store.packs.facts import Fact, Record
from store.packs.headings import begun, is_apart, party
from store.packs.hours import time_in
from store.packs.names import is_name, is_titled
from store.packs.roll_tables import COLUMNS
from store.packs.roll_unheaded import is_bare_name
from store.packs.stream import Line
from store.packs.tables import headings
from store.packs.unread_runs import Missed, has_money, in_runs, tells_below

MOST = 40
"""More lines than these are not listed: then it is no front sheet that was not read, but another paper."""

_NUMBERED = re.compile(r"^\s*(?:item\s+)?\(?\d{1,3}[a-z]?[.):,;–-]?\s+[A-Z]\w+", re.IGNORECASE)
_LISTED = re.compile(r"^\s*\(?\d{1,3}[a-z]?[.):]?\s+")
_BUSINESS = re.compile(r"^(?:agenda )?item (?:no\.? ?)?\d{1,3}[a-z]?\.?$|\((?:pages?|pp\.?) \d+.*\)$", re.IGNORECASE)
_PAGED = re.compile(r"^reports? (?:of|by|from) (?:the )?|\s*\((?:(?:pages?|pp\.?) )?[\d –-]+\)\.?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:quorum|seats?|vacanc(?:y|ies)|members?)\b[^.]{0,30}\b(?:\d{1,3}|two|three|four|five|six)\b", re.I
)
_QUORUM = re.compile(
    r"(?=.*\b(?:quorum|cworwm)\b).*(?:\d|\b(?:thirds?|quarters?|half|majority|two|three|four|five|six|seven)\b)",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(
    r"\b(?i:councillors?|cllrs?|aelod|cynghorydd)\.?\s+[A-Z][\w'’.-]*|"
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Rev|Sir|Dame|Prof)\.? [A-Z][\w'’.-]* ?[A-Z][\w'’-]+"
)
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|"
    r"^\d+[a-z]?,? (?:[A-Z][\w'’]+ ){1,3}(?:Road|Street|Lane|Close|Avenue|Drive|Way|Square)\b"
)
_MOVED = re.compile(
    r"^[“\"‘']?(?:that )?(?:this|the) (?:\w+ )?(?:council|committee|meeting)(?: (?:therefore|also|further))? "
    r"(?:notes|believes|resolves|calls|agrees|asks|recognises|welcomes|requests|instructs|supports)\b|"
    r"^[“\"].{20,}[”\"]\.?$",
    re.IGNORECASE,
)
"""The words of a motion, or of a question that is asked."""

_ON_THE_BODY = re.compile(
    r"^[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}(?:,[^()]{2,80})? ?\((?:[^()]*\b)?(?:(?:vice|deputy|depute)[- ])?"
    r"(?:chair\w*|convenor|convener|non-?voting|co-?opt\w+|substitute|ex officio|no vote)\b[^()]*\)$",
    re.IGNORECASE,
)
"""Somebody by name, of whom brackets say what they are on the body."""

_LORD = re.compile(r"^(?:Lord|Lady|Baroness|Baron|Viscount|Earl) [A-Z][\w'’-]+(?: of [A-Z][\w'’-]+)?$")
_IDLE = re.compile(
    r"^page \d+|\bintentionally left blank\b|^\s*(?:tel|telephone|phone|email|e-mail|web|www)\b|https?://|^\d+$", re.I
)


def unread(meeting: Record, lines: Iterable[Line]) -> list[Fact]:
    """The lines that have a date, a name or a number, and stand behind no fact; each with its place."""
    facts = [fact for _, record in meeting.walk() for fact in record.facts.values()]
    # What the papers call whoever presides says nothing of who that is.
    of_theirs = [fact for fact in facts if fact.rule != "front.chair"]
    places = {(fact.place.file, fact.place.line, fact.place.page, fact.place.part) for fact in of_theirs}
    days = {fact.value[:10] for fact in facts}
    values = " | ".join(_folded(fact.value) for fact in facts if len(fact.value) > 2)
    items = {one.facts["title"].place for one in meeting.of("item") if "title" in one.facts}
    found: list[Missed] = []
    listed, below, file = False, False, ""
    lines = list(lines)
    bare = [not line.within and is_bare_name(line) for line in lines] + [False]
    for number, line in enumerate(lines):
        place = line.place
        below = place in items or (below and place.file == file)
        file = place.file
        # Below the heading of a list of people a name is one without anything before it.
        first = line.filled[0] if line.filled else ""
        named = is_name(first) and party(first) is None and not is_body(first) and not is_apart(first)
        listed = not line.within and (begun(line.text) is not None or (listed and named))
        read = (place.file, place.line, place.page, place.part) in places or headings(line, COLUMNS)
        if (not line.within or asks_by_itself(line.text)) and _lost(line, values):
            words = line.whole[:200] if not line.cells else _first_lost(line, values)
            found.append(Missed(Fact(words, place, "unread", "unsure"), number))
            continue
        counts = not line.within and (has_money(line) or (below and not _IDLE.search(line.whole) and tells_below(line)))
        told = counts or (is_label(line.text) if line.within else looks_like_a_fact(line) or (listed and named))
        # Names one below another are a list, whatever stands above them.
        told = told or (bare[number] and (bare[number - 1] or bare[number + 1]))
        if read or not told:
            continue
        if all(_folded(_PAGED.sub("", _LISTED.sub("", part))) in values for part in _parts(line)) or _says_a_known_day(
            line.whole, days
        ):
            continue
        found.append(Missed(Fact(line.whole[:200], place, "unread", "unsure"), number, counts))
    shown = in_runs(found)
    return shown if len(shown) <= MOST else []


_ASKED = re.compile(
    r"^\W*(?:(?:[\w'’-]+ ){0,5}(?:recommend(?:ation|ed)s?(?: \d{1,2})?(?: (?:of|by|from) [^:.]{3,60}|)\s*[:–-]|"
    r"recommended (?:that|to)\b)|"
    r"it is (?:therefore )?(?:recommended|proposed) (?:that|to)\b|(?:resolved|agreed) to recommend\b|proposed "
    r"(?:resolution|motion)\s*[:–-]|proposal\s*[:–-])\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
"""What recommends, in a line of its own."""

_ASKED_WITHIN = re.compile(
    r"(?:^|[.;:]\s+)(?:it is|(?:the )?[A-Z][\w'’ -]{3,60})[^.:;]{0,60}?\brecommend(?:s|ed) (?:that|to)\s+"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
"""What recommends, in a sentence of a line."""

_BY = re.compile(r"\b(?:(?:to be )?(?:moved|proposed|seconded) by|mover|proposer|seconder)\b", re.IGNORECASE)


def _first_lost(line: Line, values: str) -> str:
    return next((part for part in _parts(line) if _lost(Line(part), values)), line.whole)[:200]


def _lost(line: Line, values: str) -> bool:
    """Whether a line, or a paragraph of a cell, recommends something, or says who moves it, that was taken for none."""
    for part in _parts(line):
        if len(part) > 600 or part.rstrip().endswith((":", "-", "–")):
            continue
        asked = _ASKED.match(part) or _ASKED_WITHIN.search(part)
        words = _folded(re.sub(r"^(?:that|to)\b", "", (asked["rest"] or part) if asked else "", flags=re.IGNORECASE))
        if asked and len(words) > 3 and words not in values:
            return True
        if _BY.search(part) and len(part) < 200:
            named = re.findall(r"(?:Councillor|Cllr)\.? (?:[A-Z][\w'’.-]* ?){1,4}", part)
            if any(_folded(name).split()[-1] not in values for name in named):
                return True
    return False


def looks_like_a_fact(line: Line) -> bool:
    """Whether a line has a date, an hour, a member's name or a number that counts something."""
    text = line.whole
    if len(text) > 300 or _IDLE.search(text) or _ADDRESS.search(text):
        return False
    if _MOVED.search(text) or (_ON_THE_BODY.match(text) and not line.mark):
        return True
    if date_in(text) is not None or _COUNCILLOR.search(text) or _COUNTED.search(text) or _QUORUM.match(text):
        return True
    if _NUMBERED.match(text) or _BUSINESS.search(text) or (time_in(text) and len(text) < 60):
        return True
    return any((is_titled(cell) and is_name(cell)) or _LORD.match(cell) for cell in line.filled)


def _says_a_known_day(text: str, days: set[str]) -> bool:
    """Whether all that a line has is a day that was taken from elsewhere."""
    dates = [printed.on() for printed in dates_in(text)]
    known = bool(dates) and all(day is not None and day.isoformat() in days for day in dates)
    return known and not _COUNCILLOR.search(text) and len(text) < 100


def said_of(lines: Sequence[Fact]) -> str:
    """The sentence that goes before them; "" for none."""
    if not lines:
        return ""
    much = (
        "1 line with a date, a name or a number was" if len(lines) == 1 else f"{len(lines)} lines with a date, a name "
    )
    return f"{much} not read:" if len(lines) == 1 else f"{much}or a number were not read:"


def _parts(line: Line) -> list[str]:
    return [part for part in re.split(r"[\n]", "\n".join(line.filled)) if part.strip()]


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
