"""When a meeting is, and where: days and places as front sheets print them outside labels (45)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from clerk.times import say_date
from store.packs.bodies import asides_in, is_body, is_place, may_be_place, place_name, without_aside
from store.packs.dates import Printed, date_in, dates_in, is_date_line
from store.packs.facts import Record, Sure
from store.packs.hours import is_time_line, last_time_in, put_hour, time_in
from store.packs.names import is_titled
from store.packs.stream import Line

_OTHER = re.compile(
    r"\b(?:minutes|deadline|dead-line|published|sent|received|updated|modified|uploaded|created|publication|issued?|despatch(?:ed)?|dispatch(?:ed)?|dated|posted|"
    r"questions?|regist(?:er|ration)|last meeting|previous meeting|next meeting|moved from|rearranged from|"
    r"postponed from|previously (?:arranged|scheduled|advertised|due|planned)|adjourned from|instead of|in place of|"
    r"originally|appointed|elected|since|comments|objections|no later than|not later than|tel|copyright|"
    r"ref(?:erence)?|printed|revised|decisions? of)\b|^(?:by|before|from|signed)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meetings?|hearings?|sessions?|"
    r"held|take(?:s)? place|taking place|convened?|summon(?:ed|s)|commenc\w+|assemble|gynhelir|"
    r"cyfarfod)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?<!pre-)(?<!pre )\b(?:held|attend|tak(?:e|es|ing) place|meet(?:ing)?|convened)\b(?P<rest>.*)$|"
    r"^(?P<only>(?:in|at) the .*)$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[\s,])(?:in|at|via|by|on|using|within)\s+(?:the\s+|THE\s+)?(?P<place>(?!\d)(?:[A-Z]|\bthe\b).{3,120}?)"
    r"(?=\.\s|\.?$|;|,?\s+(?:commencing|starting|beginning|to consider|to transact|when)\b|"
    r",?\s+(?:on|for|from|and)\s+(?:the\b|[A-Z\d])|,?\s+at\s+(?:the\b(?!\s+[A-Z])|\d|Noon\b))",
)
_ONLINE = re.compile(
    r"\b(?:zoom|microsoft teams|ms teams|teams meeting|online|virtual(?:ly)?|remote(?:ly)?|webex)\b", re.IGNORECASE
)
_AFTER_TIME = re.compile(
    r"^\W*(?:at\s+)?(?:\d{1,2}[.:]?\d{0,2}\s*[ap]\.?\s?m\b\.?|\d{1,2}[.:]\d{2}\b)\W*(?:(?:in|at)\s+(?:the\s+)?)?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_THEN_PLACE = re.compile(
    r"\W*(?i:(?:hours|hrs)\b\W*)?(?:\W+(?i:in|at)\s+(?:the\s+)?|\s*[,;–-]\s+|\s+)(?P<rest>[A-Z].{3,120})$"
)
AND_WHEN = re.compile(
    r",?\s+(?:(?:at|from|on)\s+(?=\d|the\b(?!\s+(?-i:[A-Z]))|\w+day\b|noon\b)|commencing\b|starting\b|"
    r"beginning\b|to consider\b|"
    r"to transact\b|when\b|for the purpose\b).*$",
    re.IGNORECASE,
)
"""What is said after a place of when and what for."""

STATE = re.compile(r"^\s*(?:\(?cancelled\)?|\(?postponed\)?|moved from [^,]+(?:, \d{4})?)[\s,:–-]*", re.IGNORECASE)
"""What is said of a meeting before its day."""

RANKS = ("alone", "of the meeting", "in passing")
Part = tuple[str, Line]


class Found(Struct, frozen=True):
    """A day with what is said of it: `rank` is 0 where it stands alone or after the body, 1 in a sentence about the
    meeting, 2 in any other."""

    day: str
    weekday: str
    rank: int
    text: str
    line: Line


def days_in(parts: Sequence[Part], coming: bool = False) -> list[Found]:
    """Every day of a front sheet that may be the meeting's, in order; with `coming` the next meeting's as well."""
    found: list[Found] = []
    for part, line in parts:
        for printed in dates_in(part):
            day = printed.on()
            said = re.sub(r"\bnext(?= meeting\b)", "    ", part) if coming else part
            if day is None or not printed.year or _other(said, printed.start):
                continue
            rank = 0 if is_date_line(part) else 1 if _MEETING.search(part) else 2
            found.append(Found(day.isoformat(), printed.weekday, rank, part, line))
    return found


def _other(part: str, start: int) -> bool:
    """Whether the words before a date say that it is another day than the meeting's."""
    before = part[:start]
    clause = re.split(r"(?<=[.;])\s|\b(?=(?:will|is|shall) now\b)", before)[-1]
    return bool(_OTHER.search(clause))


def read_when(meeting: Record, parts: Sequence[Part]) -> None:
    """The day, the hour and the place, where no label gives them."""
    found = days_in(parts)
    _told_otherwise(meeting, found)
    for rank, rule in enumerate(("front.line", "front.sentence", "front.passing")):
        here = [each for each in found if each.rank == rank]
        if here and not meeting.get("date"):
            _day(meeting, here, rule, rank)
    if not meeting.get("date") and (coming := days_in(parts, coming=True)):
        # An agenda may speak of its own meeting as the next.
        _day(meeting, coming[:1], "front.coming", 2)
    for number, (part, line) in enumerate(parts):
        if any(each.line is line and each.text == part and each.day == meeting.get("date") for each in found):
            put_hour(meeting, part, line, "front.line")
            there = _THEN_PLACE.match(part, _after_when(part))
            place = AND_WHEN.sub("", there["rest"]).strip(" ,.") if there else ""
            if is_place(place) or may_be_place(place):
                doubt = "" if is_place(place) else f"“{place}” stands behind the day, and is taken for the place."
                sure: Sure = "unsure" if doubt else "likely"
                meeting.put("venue", place_name(place), line, "front.line", sure, doubt)
            _beside(meeting, parts[number + 1 : number + 4])
    if not meeting.get("date"):
        _yearless(meeting, parts)
    for number, (part, line) in enumerate(parts):
        # What brackets say of those who join from elsewhere is no place: "(members on Zoom may vote)".
        _held(meeting, without_aside(part), line)
        if _AT_BELOW.fullmatch(part.strip(" :,")) and number + 1 < len(parts):
            _at(meeting, *parts[number + 1])
    if not meeting.get("venue"):
        online = next(
            (
                (part, line)
                for part, line in parts
                if _ONLINE.search(part) and len(part) < 120 and not _ELSEWHERE.search(part)
            ),
            None,
        )
        if online:
            rest = _AFTER_TIME.match(online[0])
            meeting.put(
                "venue",
                place_name((rest["rest"] if rest else online[0]).strip(" ,.")),
                online[1],
                "front.online",
                "likely",
            )


_ELSEWHERE = re.compile(r"\b(?:detailed|above|below|separately|view(?:ed)?|watch(?:ed)?|webcast|recorded)\b", re.I)
"""What is said of a meeting online beside the place where it is held."""

_AT_BELOW = re.compile(r"(?:(?:which (?:is|will) )?(?:to )?be )?(?:held |meet )?(?:at|in)(?: the)?", re.IGNORECASE)
"""What is printed on a line of its own above the place."""


def _at(meeting: Record, part: str, line: Line) -> None:
    if (is_place(part) or may_be_place(part)) and not date_in(part):
        meeting.put("venue", place_name(part.strip(" ,.")), line, "front.below", "likely")


def _told_otherwise(meeting: Record, found: Sequence[Found]) -> None:
    """The day where a line of its own has another than the sentence that calls the meeting: a summons is dated before
    the meeting, so the later is taken, and doubted."""
    alone, said = ({each.day for each in found if each.rank == rank} for rank in (0, 1))
    if not meeting.get("date") and alone and said and not alone & said and max(said) > max(alone):
        latest = next(each for each in found if each.day == max(said))
        _day(meeting, [latest, *(each for each in found if each.rank < 2 and each is not latest)], "front.sentence", 1)


def _day(meeting: Record, here: Sequence[Found], rule: str, rank: int) -> None:
    days = sorted({each.day for each in here})
    first = here[0]
    doubt = ""
    if len(days) > 1:
        from datetime import date

        said = ", ".join(say_date(date.fromisoformat(day)) for day in days)
        doubt = f"More than one day stands on the front sheet: {said}."
    elif rank == 2:
        doubt = f"The day is from a line that does not say that it is the meeting's: “{first.text[:80]}”."
    sure = "unsure" if doubt else "sure" if rank == 0 else "likely"
    meeting.put("date", first.day, first.line, rule, sure, doubt)  # type: ignore[arg-type]
    meeting.put("weekday", first.weekday, first.line, rule)


def put_yearless(meeting: Record, printed: Printed, line: Line, rule: str) -> None:
    """Keep a day that is printed without its year."""
    meeting.put("day and month", f"{printed.month:02}-{printed.day:02}", line, rule)
    meeting.put("weekday", printed.weekday, line, rule)


def _yearless(meeting: Record, parts: Sequence[Part]) -> None:
    """A day of the week without a year: where it stands alone, or in a sentence about the meeting."""
    for number, (part, line) in enumerate(parts):
        for printed in dates_in(part):
            of_it = is_date_line(part) or _MEETING.search(part) or (printed.start == 0 and time_in(part))
            if printed.year or not printed.weekday or not of_it or _other(part, printed.start):
                continue
            put_yearless(meeting, printed, line, "front.line")
            put_hour(meeting, part, line, "front.line")
            _beside(meeting, parts[number + 1 : number + 4])
            return


def _after_when(part: str) -> int:
    """Where the last day or hour of a line ends."""
    ends = [printed.end for printed in dates_in(part)]
    hour = last_time_in(part)
    return max([*ends, hour], default=0)


def _beside(meeting: Record, below: Sequence[Part]) -> None:
    """The hour and the place, as they stand below the day."""
    for part, line in below:
        if is_time_line(part):
            put_hour(meeting, part, line, "front.line")
        elif (after := _AFTER_TIME.match(part)) and (_ONLINE.search(after["rest"]) or is_place(after["rest"])):
            put_hour(meeting, part, line, "front.line")
            meeting.put("venue", place_name(after["rest"].strip(" ,.")), line, "front.line", "likely")
            return
        elif may_be_place(part := _THE.sub("", without_aside(part))) and not (
            date_in(part) or is_body(part) or ":" in part
        ):
            place = place_name(part.strip(" ,."))
            doubt = "" if is_place(part) else f"“{place}” stands below the day, and is taken for the place."
            meeting.put("venue", place, line, "front.below", "unsure" if doubt else "likely", doubt)
            return
        elif _ADDRESS.fullmatch(part) and not (date_in(part) or is_body(part) or is_titled(part)):
            doubt = f"“{part}” stands below the day, and is taken for the place."
            meeting.put("venue", place_name(part), line, "front.below", "unsure", doubt)
            return


_ADDRESS = re.compile(
    r"(?:The )?[A-Z][\w'’.&-]*(?: [A-Z][\w'’.&-]*| of| the| on){0,4}(?:, [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}){1,4}"
)
"""A place with the streets and the town behind it."""

_THE = re.compile(r"^(?:(?:(?:in|at)\s+)?the|in|at)\s+(?=[A-Z])")


def _held(meeting: Record, part: str, line: Line) -> None:
    """The hour and the place of a sentence: "Held in the Board Room, Mill Workspace at 7 p.m."."""
    found = _HELD.search(part)
    if not found or _other(part, found.start()) or len(part) > 400:
        return
    rest = found["rest"] or found["only"] or ""
    put_hour(meeting, rest, line, "front.sentence", "likely")
    start = 0
    while place := _PLACE.search(rest, start):
        # What begins with a day may have the place further on: "on Monday 7 September in the Guildhall".
        start = place.start("place")
        where = re.sub(r"^the\s+", "", place["place"].strip(" ,"))
        known = is_place(where) or _ONLINE.search(where) or found.start() == 0
        if known and not dates_in(where) and not time_in(where):
            meeting.put("venue", where, line, "front.sentence", "likely")
            return


def dated(meeting: Record, words: str, line: Line, rule: str) -> None:
    """Keep the day and the hour that words say the meeting is on."""
    if printed := date_in(STATE.sub("", words)):
        if day := printed.on():
            meeting.put("date", day.isoformat(), line, rule)
            meeting.put("weekday", printed.weekday, line, rule)
        elif not printed.year:
            put_yearless(meeting, printed, line, rule)
    put_hour(meeting, words, line, rule)


_BY_LINK = r"(?:via|by|on|using)\s+(?:video ?conference|(?:(?:MS|Microsoft) )?Teams|Zoom|Webex)"
_LINK = re.compile(
    rf"\band\s+(?:also\s+)?(?P<link>(?:online|remotely|virtually)(?:\s+{_BY_LINK})?|{_BY_LINK})\b", re.IGNORECASE
)
"""The link to a meeting, where it stands apart from the place: behind the hour."""


def put_aside(meeting: Record, lines: Sequence[Line]) -> None:
    """What stands beside the place of those who join from elsewhere: a link is kept with it, and what brackets say is
    left out of it, and told."""
    fact = meeting.facts.get("venue")
    at = next((line for line in lines if fact is not None and line.place == fact.place), None)
    if fact is None or at is None:
        return
    link = _LINK.search(without_aside(at.text))
    if link and link["link"].casefold() not in fact.value.casefold():
        fact = replace(fact, value=f"{fact.value} and {link['link']}")
    if not fact.doubt and (said := " ".join(asides_in(at.text))):
        fact = replace(fact, doubt=f"Beside the place the papers say “{said.strip('()')}”, which is not kept with it.")
    meeting.facts["venue"] = fact
