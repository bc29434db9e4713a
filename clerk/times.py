"""Dates and times as clerks type them and as minutes print them (section 19, 12 and 13). All are local at the venue."""

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?$", re.IGNORECASE)
_TWELVE = {"noon": time(12), "midday": time(12), "12 noon": time(12), "midnight": time(0), "12 midnight": time(0)}


def say_date(day: date) -> str:
    """A date as printed: "3 March 2015"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_time(moment: datetime | time) -> str:
    """A time as printed: "7.19 pm", "12.00 noon"."""
    if (moment.hour % 12, moment.minute) == (0, 0):
        return "12.00 noon" if moment.hour else "12.00 midnight"
    hour = moment.hour % 12 or 12
    return f"{hour}.{moment.minute:02} {'am' if moment.hour < 12 else 'pm'}"


def read_time(typed: str) -> time:
    """A time as typed: "19:00", "1900", "7.19pm". Raises ValueError with a sentence where it is none."""
    plain = typed.strip()
    if plain.lower() in _TWELVE:
        return _TWELVE[plain.lower()]
    if re.fullmatch(r"\d{4}", plain):
        plain = f"{plain[:2]}:{plain[2:]}"
    match = _CLOCK.match(plain)
    if match:
        hour, minute, second = (int(part or 0) for part in match.groups()[:3])
        half = (match.group(4) or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second)
    raise ValueError(f"“{typed}” is not a time. Type it as 19:05 or 7.05pm.")


def is_bare(typed: str) -> bool:
    """Whether a time may be morning or evening: "9.19" and "9:19", but not "9.19 am", "09:19", "0919" or "21.19"."""
    match = _CLOCK.match(typed.strip())
    return bool(match and not match[4] and not match[1].startswith("0") and len(match[1]) < 3 and int(match[1]) <= 12)


_SMALL_HOURS = 6
"""Until this hour it is still the night of the evening before."""


def night_of(moment: datetime) -> date:
    """The day whose meeting a moment belongs to: in the small hours that of the evening before."""
    return moment.date() - timedelta(days=moment.hour < _SMALL_HOURS)


def on_the_night(day: date, clock: time, start: str = "", bare: bool = False) -> datetime:
    """The moment of a time typed without a date: the meeting's own day, or the small hours after an evening start.
    Of a `bare` hour, which may be morning or evening, the one nearest to the `start` that the agenda names; what is
    minuted is seldom from before it, so an hour before counts twice."""
    if bare and start:
        begins = datetime.combine(day, read_time(start))
        other = clock.replace(hour=(clock.hour + 12) % 24)
        return min((on_the_night(day, either, start) for either in (clock, other)), key=lambda at: _far(at, begins))
    begin = read_time(start) if start else time(12)
    late = clock.hour < _SMALL_HOURS and begin.hour >= 12
    return datetime.combine(day + timedelta(days=1) if late else day, clock)


def _far(at: datetime, begins: datetime) -> timedelta:
    return at - begins if at >= begins else 2 * (begins - at)


def is_plausible(day: date) -> bool:
    """Whether a council can have met on a day: a year of two or three digits is a slip of the key."""
    return 1000 <= day.year < 9000


_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_DATES = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d\d))?",
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? ?(?P<month>[a-z]{3,9})\.?(?:,? ?(?P<year>\d{4}))?",
    _WEEKDAY + r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? ?(?P<year>\d{4}))?",
)


def read_date(typed: str, after: date | None = None, before: date | None = None) -> date:
    """A date as typed: "2019-03-07", "7/3/2019", "7/3/19", "7 March 2019", "Thursday 7th march 2019"; without a year
    ("7 mar", "7/3") the first such day after `after`, or the last before `before`. Raises ValueError with a sentence
    where it is none."""
    plain = " ".join(typed.split())
    match = next((found for form in _DATES if (found := re.fullmatch(form, plain, re.IGNORECASE))), None)
    if match is not None and (month := _month(match["month"])):
        for year in _years(match["year"], after, before):
            try:
                day = date(year, month, int(match["day"]))
            except ValueError:
                continue
            given = match["year"] or (after is not None and day > after) or (before is not None and day < before)
            if given and is_plausible(day):
                return day
    raise ValueError(f"“{typed}” is not a date. Type it as 2019-07-03 or 3 July 2019.")


def _month(typed: str) -> int:
    if typed.isdecimal():
        return int(typed)
    named = typed.lower().replace("sept", "sep") if len(typed) == 4 else typed.lower()
    return next((n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(named)), 0)


def _years(typed: str | None, after: date | None, before: date | None) -> tuple[int, ...]:
    """The years in which a day may be: of the 29th of February, the leap years near by."""
    if typed and len(typed) == 2:
        # "8/11/30": of this century.
        return (2000 + int(typed),)
    if typed:
        return (int(typed),)
    if after is not None:
        return tuple(range(after.year, after.year + 9))
    return tuple(range(before.year, before.year - 9, -1)) if before is not None else ()


_CLOCK_AT_END = re.compile(
    r"^(?P<day>.+?)(?:,|\s+at)?\s+(?P<clock>\d{1,2}[:.]\d{2}\S*(?:\s*[ap]\.?m\.?)?|\d{1,2}\s?[ap]m)$", re.I
)


def read_moment(typed: str, before: date | None = None) -> datetime:
    """A date, and the time of that day where it is given; a day without a year is the last one `before` another."""
    match = _CLOCK_AT_END.match(typed)
    day = read_date(match["day"] if match else typed, before=before)
    return datetime.combine(day, read_time(match["clock"] if match else "0:00"))
