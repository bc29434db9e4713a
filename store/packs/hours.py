"""Hours as councils print them: "7.00 PM", "19:00hrs", "half past six in the evening", "6 - 8 pm", "10.00 y.b."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from store.packs.facts import Record, Sure
from store.packs.stream import Line

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}
_PART = r"(?:\s+o['’]?\s?clock)?\s+in\s+the\s+(?P<{}>morning|afternoon|evening)\b"
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})(?:[.:](?P<m>[0-5]\d))?\s*(?:(?P<half>[ap])\.?\s?m\b\.?|(?P<welsh>y\.?\s?[bhp]\b\.?))"
    r"|\b(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d)?\b|\b(?:12\s+)?(?P<noon>noon|midday)\b"
    r"|\b(?P<hh>[01]?\d|2[0-3])[.:]?(?P<hm>[0-5]\d)\s*(?:hours|hrs)\b"
    r"|(?:^|\bat\s+|(?<=[12]\d{3}),?\s+)(?P<hd>1\d|2[0-3])\.(?P<md>[0-5]\d)(?=\s*(?:$|[,;(–-]|in\b|at\b|on\b))"
    rf"|\b(?P<clock>\d{{1,2}}|{'|'.join(_HOURS)})\s+o['’]?\s?clock\s+in\s+the\s+(?P<part>morning|afternoon|evening)\b"
    rf"|\b(?P<past>half\s+past|quarter\s+(?:past|to))\s+(?P<of>\d{{1,2}}|{'|'.join(_HOURS)})"
    rf"{_PART.format('when')}",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:^|[,:;(–-]\s*|\b(?:from|between|at)\s+|\b\d{4},?\s+)(?P<h>\d{1,2})(?:[.:](?P<m>[0-5]\d))?"
    r"\s*(?:[-–—]|to|until|till|and)\s*$",
    re.IGNORECASE,
)
"""The beginning of a stretch of hours, of which only the end says whether it is of the morning."""

_STRETCH = re.compile(r"\s*(?:[-–—]|to|until|till)\s*", re.IGNORECASE)
_MOST = 20_000


class Hour(Struct, frozen=True):
    """An hour of a text: "19:00", and where it stands."""

    at: str
    start: int
    end: int


def hours_in(text: str) -> list[Hour]:
    """Every hour in a text, in order. Of "6.00 - 8.00 pm" only the first is one, and of "6 pm for 6.30 pm" the
    second: when the meeting begins."""
    text = text[:_MOST]
    found: list[Hour] = []
    for hour in _printed(text):
        between = text[found[-1].end : hour.start] if found else ""
        if found and _STRETCH.fullmatch(between):
            found[-1] = Hour(found[-1].at, found[-1].start, hour.end)
        elif found and between.strip().casefold() == "for":
            found[-1] = Hour(hour.at, found[-1].start, hour.end)
        else:
            found.append(hour)
    return found


def _printed(text: str) -> Iterator[Hour]:
    for match in _TIME.finditer(text):
        minutes = _minutes(match)
        if minutes is None:
            continue
        start = match.start()
        if begins := _FROM.search(text, 0, start):
            first = int(begins["h"]) % 12 * 60 + int(begins["m"] or 0)
            earlier = [at for at in (first, first + 720) if at < minutes]
            if earlier and 1 <= int(begins["h"]) <= 12:
                minutes, start = max(earlier), begins.start("h")
        yield Hour(f"{minutes // 60:02}:{minutes % 60:02}", start, match.end())


def _minutes(match: re.Match[str]) -> int | None:
    """The minutes since midnight of an hour as printed; None for one that no clock shows."""
    if match["noon"]:
        return 12 * 60
    for hour, minute in (("h24", "m24"), ("hh", "hm"), ("hd", "md")):
        if match[hour]:
            return int(match[hour]) * 60 + int(match[minute])
    if match["past"]:
        past, said, part = _PAST[" ".join(match["past"].lower().split())], match["of"], match["when"]
    else:
        past, said, part = 0, match["clock"] or match["h"], match["part"] or match["half"] or match["welsh"]
    clock = int(said) if said.isdigit() else _HOURS.index(said.lower()) + 1
    early = part.lower() in ("morning", "a") or part.lower().strip(".")[-1] == "b"
    return None if not 1 <= clock <= 12 else (clock % 12 + (0 if early else 12)) * 60 + int(match["m"] or 0) + past


def without_hours(text: str) -> str:
    """The text without its hours."""
    for hour in reversed(hours_in(text)):
        text = text[: hour.start] + text[hour.end :]
    return text


def time_in(text: str) -> str:
    """The first hour in a text as "19:00", or ""."""
    return next((hour.at for hour in hours_in(text)), "")


def last_time_in(text: str) -> int:
    """Where the last hour in a text ends; 0 where there is none."""
    return max((match.end() for match in _TIME.finditer(text[:_MOST])), default=0)


def is_time_line(text: str) -> bool:
    """Whether a line is an hour and little more: "commencing at 10.00 am in"."""
    words = r"\b(?:to be held|commencing|starting|start|time|at|in|on|from)\b|[:,]"
    rest = re.sub(words, "", without_hours(text), flags=re.IGNORECASE)
    return bool(time_in(text)) and len(rest.strip(" .()–-")) < 4


def put_hour(meeting: Record, text: str, line: Line, rule: str, sure: Sure = "sure") -> None:
    """Keep the hour that a text says the meeting begins at: doubted where it says two, neither in brackets."""
    hours = hours_in(text)
    if not hours:
        return
    open_ones = [hour for hour in hours if text.count("(", 0, hour.start) <= text.count(")", 0, hour.start)] or hours
    others = dict.fromkeys(hour.at for hour in open_ones if hour.at != open_ones[0].at)
    doubt = ""
    if others:
        said = ", ".join([open_ones[0].at, *others])
        doubt = f"More than one hour stands where the meeting's is: {said}."
    meeting.put("time", open_ones[0].at, line, rule, "unsure" if doubt else sure, doubt)
