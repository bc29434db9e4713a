"""Dates and times as clerks type them and as minutes print them (section 19, 12 and 13). All are local at the venue."""

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*(am|pm)?$", re.IGNORECASE)


def say_date(day: date) -> str:
    """A date as printed: "3 March 2015"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_time(moment: datetime | time) -> str:
    """A time as printed: "7.19 pm"."""
    hour = moment.hour % 12 or 12
    return f"{hour}.{moment.minute:02} {'am' if moment.hour < 12 else 'pm'}"


def read_time(typed: str) -> time:
    """A time as typed: "19:00", "1900", "7.19pm". Raises ValueError with a sentence where it is none."""
    plain = typed.strip()
    if re.fullmatch(r"\d{4}", plain):
        plain = f"{plain[:2]}:{plain[2:]}"
    match = _CLOCK.match(plain)
    if match:
        hour, minute, second = (int(part or 0) for part in match.groups()[:3])
        half = (match.group(4) or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second)
    raise ValueError(f"“{typed}” is not a time. Type it as 19:05 or 7.05pm.")


_SMALL_HOURS = 6
"""Until this hour it is still the night of the evening before."""


def night_of(moment: datetime) -> date:
    """The day whose meeting a moment belongs to: in the small hours that of the evening before."""
    return moment.date() - timedelta(days=moment.hour < _SMALL_HOURS)


def on_the_night(day: date, clock: time, start: str = "") -> datetime:
    """The moment of a time typed without a date: the meeting's own day, or the small hours after an evening start."""
    begins = read_time(start) if start else time(12)
    late = clock.hour < _SMALL_HOURS and begins.hour >= 12
    return datetime.combine(day + timedelta(days=1) if late else day, clock)


def is_plausible(day: date) -> bool:
    """Whether a council can have met on a day: a year of two or three digits is a slip of the key."""
    return 1000 <= day.year < 9000


def read_date(typed: str, after: date | None = None) -> date:
    """A date as typed: "2019-03-07", "7/3/2019", "7 March 2019"; without a year ("7 March", "7/3"), the first such day
    after `after`. Raises ValueError with a sentence where it is none."""
    import arrow

    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", typed.strip())
    formats = ["YYYY-MM-DD", "D/M/YYYY", "D.M.YYYY", "D MMMM YYYY", "D MMM YYYY"]
    for form in formats:
        try:
            day = arrow.get(plain, form).date()
        except (arrow.parser.ParserError, ValueError):
            continue
        if is_plausible(day):
            return day
    if after is not None:
        for year in (after.year, after.year + 1):
            for form in ("D MMMM YYYY", "D MMM YYYY", "D/M/YYYY"):
                glue = "/" if form == "D/M/YYYY" else " "
                try:
                    day = arrow.get(f"{plain}{glue}{year}", form).date()
                except (arrow.parser.ParserError, ValueError):
                    continue
                if day > after:
                    return day
    raise ValueError(f"“{typed}” is not a date. Type it as 2019-07-03 or 3 July 2019.")
