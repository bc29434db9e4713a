"""Dates as councils print them (45 of the irregularities)."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from store.packs.hours import without_hours

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|sept"
_DAY_FIRST = rf"(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>{_MONTH})\b\.?,?(?:[\s-]+(?P<y>\d{{4}}))?"
_MONTH_FIRST = rf"(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+(?P<y2>\d{{4}}))\b"
_NUMBERS = (
    r"(?P<d3>\d{1,2})[/.](?P<m3>\d{1,2})[/.](?P<y3>\d{4})|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})|"
    r"(?<![\d/.])(?P<d5>\d{2})(?P<sign>[/.])(?P<m5>\d{2})(?P=sign)(?P<y5>[1-9]\d)(?![/.]?\d)"
)
_DATE = re.compile(
    rf"(?:\b(?P<w>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?\b(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS})(?!\d)",
    re.IGNORECASE,
)


BEGINS_A_DAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b"
"""How a day begins, as a pattern."""


class Printed(Struct, frozen=True):
    """A date as printed: `weekday` as small letters or "", `year` 0 where none is given."""

    day: int
    month: int
    year: int = 0
    weekday: str = ""
    start: int = 0
    end: int = 0

    def on(self, year: int = 0) -> date | None:
        """The date itself; `year` is taken where none is printed. None where there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def near(self, other: date) -> date | None:
        """The date, its year where none is printed taken so that it falls nearest to another."""
        if self.year:
            return self.on()
        days = [day for year in (other.year - 1, other.year, other.year + 1) if (day := self.on(year))]
        return min(days, key=lambda day: abs(day - other), default=None)


def dates_in(text: str) -> list[Printed]:
    """Every date in a text, in order; what is no day of the calendar is left out."""
    found = []
    for match in _DATE.finditer(text[:20_000]):
        parts = match.groupdict()
        day = next(int(value) for key in ("d", "d2", "d3", "d4", "d5") if (value := parts[key]))
        month = parts["m"] or parts["m2"]
        number = _month(month) if month else int(parts["m3"] or parts["m4"] or parts["m5"])
        year = next((int(value) for key in ("y", "y2", "y3", "y4") if (value := parts[key])), 0)
        # Of a year with two figures the century is known: the first that a council of today met in.
        year = year or (2000 + int(parts["y5"]) if parts["y5"] else 0)
        printed = Printed(day, number, year, (parts["w"] or "").lower(), match.start(), match.end())
        if printed.on(2000 if not year else 0):
            found.append(printed)
    return found


def date_in(text: str) -> Printed | None:
    """The first date in a text."""
    return next(iter(dates_in(text)), None)


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3].lower()))


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little more: "WEDNESDAY 20TH NOVEMBER, 2019 AT 7.00 PM"."""
    found = date_in(text)
    if found is None:
        return False
    rest = without_hours(text[: found.start] + "  " + text[found.end :])
    words = r"\b(?:at|date|time|on|from|commencing|starting|start)\b|[\d.:,()\s–-]|[ap]m\b"
    return len(re.sub(words, "", rest, flags=re.IGNORECASE)) < 4
