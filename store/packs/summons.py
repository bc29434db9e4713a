"""Who calls the members to a meeting: the sentence of a summons, whom it is sent to, and the name below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from clerk.times import say_date
from store.packs.bodies import bare_body, is_body, is_place, may_be_place, ordinary, place_name, without_aside
from store.packs.dates import date_in
from store.packs.facts import Record
from store.packs.hours import time_in
from store.packs.names import JOBS, bare_name, honorific, is_councillor, is_name
from store.packs.stream import Line
from store.packs.when import AND_WHEN, dated

_CALLED = re.compile(
    r"\bmeeting of (?:the )?(?P<body>.{4,110}?),? (?:which )?(?:(?:(?:to|will|is to|shall) be )?held\b|"
    r"will (?:be|take place|meet)(?= (?:on|at|in)\b)|takes? place\b)(?P<rest>.*)$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"^(?:the )?(?P<body>[A-Z].{4,90}?) (?:will (?:next )?meet|is to meet|meets)(?P<rest> (?:on|at|in)\b.*)$",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:in|at|via|IN|AT|VIA) (?:the |THE )?(?P<place>(?!\d)[A-Z].{5,120}?)"
    r"(?:\.(?=\s|$)|;|$|,? (?:on|for|to|which|when|commencing|ON|FOR|TO|WHICH|WHEN|COMMENCING)\b)"
)
_SENT_TO = re.compile(r"^to:? (?:all )?(?:the )?members of (?:the )?(?P<body>.{4,110}?)[:.]?$", re.IGNORECASE)
_CLERK = re.compile(
    r"^(?P<post>(?:(?:parish|town|community|acting|locum|deputy)\s+)*clerk"
    r"(?:\s+(?:to the council|(?:and|&) [\w ]{3,40}?))?)\s*:\s*(?P<who>[A-Z].*)$",
    re.IGNORECASE,
)
"""Who the clerk of a small council is, at the head of its papers."""

_SUMMONED = re.compile(
    r"^(?!(?i:cllr|councillor)\b)(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}) ?[–,-] ?(?P<post>[A-Z][\w ,&-]{5,80})$"
)


_NO_POST = re.compile(
    r"\b(?:telephone|tel|email|contact|registration|required|date|title|agenda|item|meeting|venue|quorum|apologies|"
    r"report|members?|substitutes?|representatives?|reps?|governors?|co-?opt\w+|vacan\w+)\b",
    re.IGNORECASE,
)


def _is_post(text: str) -> bool:
    """Whether what stands behind a name is a post: "Head of Law", and not "Telephone registration required"."""
    return bool(JOBS.search(text)) and not _NO_POST.search(text)


def read_summons(meeting: Record, lines: Sequence[Line]) -> None:
    """Put what a summons says into the meeting's facts."""
    for number, line in enumerate(lines):
        if found := _CLERK.match(line.text):
            _clerk(meeting, found["post"], found["who"], line)
        # A row of a table of members has a name and a post as well.
        found = _SUMMONED.match(line.text) if len(line.filled) < 3 else None
        if found and _is_post(found["post"]) and is_name(found["name"]) and not is_body(line.text):
            meeting.put("summoned by", f"{found['name']}, {found['post'].strip()}", line, "front.summons", "likely")
        if number + 1 < len(lines):
            _signed(meeting, line, lines[number + 1])
    _called(meeting, lines)


def _clerk(meeting: Record, post: str, who: str, line: Line) -> None:
    name = who.split(",")[0].strip(" .")
    if not is_name(name):
        return
    one = Record("officer")
    one.put("name", bare_name(name), line, "front.clerk", "likely")
    one.put("title", honorific(name), line, "front.clerk", "likely")
    one.put("post", ordinary(post.upper() if post.islower() else post), line, "front.clerk", "likely")
    meeting.records.append(one)


_SIGNS = re.compile(
    r"(?:(?:parish|town|community|acting|locum|deputy|interim)\s+)*(?:clerk(?: (?:to|of) the (?:\w+ )?council)?"
    r"(?:,? (?:and|&) [\w ]{3,40})?|chief executive(?: officer)?|proper officer|monitoring officer|managing director|"
    r"(?:assistant |corporate |executive |strategic )?director (?:of|for) [\w ,&]{3,60}|head of [\w ,&]{3,60})",
    re.IGNORECASE,
)
"""Whose name stands below a summons, on the line below it."""


def _signed(meeting: Record, line: Line, below: Line) -> None:
    """The name and the post, each on a line, of whoever calls the meeting."""
    post = below.text.strip(" ,.")
    plain = not (line.cells or below.cells or line.mark or below.mark)
    if (
        not plain
        or is_councillor(line.text)
        or not is_name(line.text)
        or not _SIGNS.fullmatch(post)
        or _NO_POST.search(post)
    ):
        return
    post = ordinary(post)
    meeting.put("summoned by", f"{bare_name(line.text)}, {post}", line, "front.summons", "likely")
    if re.search(r"\bclerk\b", post, re.IGNORECASE) and not meeting.of("officer"):
        _clerk(meeting, post, line.text, line)


def _called(meeting: Record, lines: Sequence[Line]) -> None:
    """The sentence that calls members to a meeting, and whom it is sent to."""
    for line in lines:
        if found := _CALLED.search(line.text) or _MEETS.match(line.text):
            rest = line.text[found.start("rest") :]
            if is_body(bare_body(found["body"])):
                meeting.put("body", ordinary(bare_body(found["body"])), line, "front.summons")
            elif _may_be_body(found["body"]):
                name = ordinary(found["body"])
                doubt = f"The papers call a meeting of “{name}”, and it is taken for the body."
                meeting.put("body", name, line, "front.summons", "likely", doubt)
            if re.search(r"\bnext $", line.text[: found.start()], re.IGNORECASE):
                continue
            dated(meeting, rest, line, "front.summons")
            _called_later(meeting, rest, line)
            _called_to(meeting, rest, line)
        elif (found := _SENT_TO.match(line.text)) and is_body(bare_body(found["body"])):
            meeting.put("body", ordinary(bare_body(found["body"])), line, "front.addressed", "likely")


def _may_be_body(text: str) -> bool:
    """Whether what a meeting is called of may be a body whose name no word tells: "Licensing Bench", each word with a
    capital."""
    words = text.split()
    plain = all(word[:1].isupper() or word in ("and", "of", "the", "for", "&") for word in words)
    return plain and 1 < len(words) < 9 and not re.search(r"\d|[.:;,]|\b(?:Members|Chair\w*)\b", text)


def _called_to(meeting: Record, rest: str, line: Line) -> None:
    """The place to which a sentence calls members; one without a word that only places have is a doubt."""
    for found in _HELD_AT.finditer(without_aside(rest)):
        where = AND_WHEN.sub("", found["place"]).strip(" ,")
        if is_place(where):
            meeting.put("venue", place_name(where), line, "front.summons", "likely")
        elif may_be_place(where) and not date_in(where) and not time_in(where):
            doubt = f"“{where}” stands where the members are called to, and is taken for the place."
            meeting.put("venue", place_name(where), line, "front.summons", "unsure", doubt)


def _called_later(meeting: Record, rest: str, line: Line) -> None:
    """A letter's own day, beside the label "Date", is before the one for which it calls the meeting."""
    written, printed = meeting.facts.get("date"), date_in(rest)
    day = printed.on() if printed and printed.year else None
    if written is None or day is None or written.rule != "front.date" or day.isoformat() <= written.value:
        return
    said = say_date(date.fromisoformat(written.value))
    meeting.facts.pop("date"), meeting.facts.pop("weekday", None)
    doubt = f"The papers are dated {said}, and call a meeting for {say_date(day)}."
    meeting.put("date", day.isoformat(), line, "front.summons", "unsure", doubt)
    meeting.put("weekday", printed.weekday if printed else "", line, "front.summons")
