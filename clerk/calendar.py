"""Working days, clear days, and every deadline counted from a meeting (PP1, MI1, U0, D5, A6, N8, CI1)."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache

from msgspec import Struct

from clerk.agenda import Item
from clerk.setup.settings import Profile
from clerk.times import MONTHS, read_time, say_date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_Counts = Callable[[Profile, date], bool]
_SUBDIVISIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


@cache
def bank_holidays(year: int, country: str = "England") -> frozenset[date]:
    """The bank holidays of a year, one-offs included, weekends left out."""
    # The country's own module: the package's front loads a register of every country.
    from holidays.countries.united_kingdom import UnitedKingdom

    found = UnitedKingdom(subdiv=_SUBDIVISIONS[country], years=year)  # type: ignore[no-untyped-call]
    return frozenset(day for day in found if day.year == year and day.weekday() < 5)


def is_working_day(profile: Profile, day: date) -> bool:
    """Monday to Friday, neither a bank holiday nor a day on which the council is closed."""
    return day.weekday() < 5 and _is_open(profile, day)


def counts_as_clear(profile: Profile, day: date) -> bool:
    """Whether a day is one of the clear days: a working day, or by `clear_days.basis` a Saturday too (U0)."""
    if profile.clear_days_basis == "not_sunday":
        return day.weekday() < 6 and _is_open(profile, day)
    return is_working_day(profile, day)


def _is_open(profile: Profile, day: date) -> bool:
    closed = day in profile.calendar_extra_closed
    return not closed and day not in bank_holidays(day.year, profile.calendar_holidays)


def working_day_before(profile: Profile, day: date, count: int) -> date:
    """The working day that is so many before a day, the day itself not counted."""
    return _stepped(profile, day, -count, is_working_day)


def working_day_after(profile: Profile, day: date, count: int) -> date:
    """The working day that is so many after a day, the day itself not counted."""
    return _stepped(profile, day, count, is_working_day)


def _stepped(profile: Profile, day: date, count: int, counts: _Counts) -> date:
    import arrow

    step = 1 if count > 0 else -1
    here = arrow.get(day)
    for _ in range(abs(count)):
        here = here.shift(days=step)
        while not counts(profile, here.date()):
            here = here.shift(days=step)
    return here.date()


def public_deadline(profile: Profile, meeting: date) -> datetime | None:
    """Until when public questions may come in, the second included (PP1); None where that is unset."""
    rule = profile.public_deadline
    if rule is None:
        return None
    return datetime.combine(working_day_before(profile, meeting, rule.working_days), read_time(rule.at))


def publish_by(profile: Profile, meeting: date) -> date:
    """The last day on which the agenda and its reports may be published: so many clear days before as the law wants
    (U0)."""
    return _stepped(profile, meeting, -1 - profile.notice_clear_days, counts_as_clear)


def members_item_by(profile: Profile, meeting: date) -> date | None:
    """The last day on which a Member's Item may come in (MI1); None where that is unset."""
    days = profile.members_items_clear_working_days
    return None if days is None else working_day_before(profile, meeting, days + 1)


def notify_by(disclosed: date) -> date:
    """The last day to tell the monitoring officer of an interest that is not registered: 28 days, the day of the
    disclosure the first of them (D5)."""
    import arrow

    return arrow.get(disclosed).shift(days=27).date()


def safe_through(last_attended: date, months: int = 6) -> date:
    """The last day on which a member who attends nothing more is still one (A6)."""
    import arrow

    return arrow.get(last_attended).shift(months=months).date()


def excused_through(limit: date, since: date, excuses: Iterable[tuple[date, date | None]]) -> date | None:
    """Through when a member is safe whose last attendance was on `since` and whose six months end on `limit`, with the
    reasons that the Council approved: on which day, until which. None where one counts that has no end (A6)."""
    for on, until in sorted(excuses, key=lambda one: one[0]):
        # Approved too late it saves nobody; one without an end is of the absence in which it was approved.
        if on > limit or (until is None and on < since):
            continue
        if until is None:
            return None
        limit = max(limit, until)
    return limit


def access_until(meeting: date, years: int = 6) -> date:
    """Through when the minutes stay open to inspection: six years, the day of the meeting the first (N8)."""
    import arrow

    return arrow.get(meeting).shift(years=years, days=-1).date()


def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier; the month's last where it has none."""
    import arrow

    return arrow.get(day).shift(months=-months).date()


def callin_until(profile: Profile, published: date) -> date | None:
    """Through when an executive decision may be called in (CI1); None where that is unset."""
    return None if profile.callin_days is None else working_day_after(profile, published, profile.callin_days)


def reply_by(profile: Profile, meeting: date) -> date | None:
    """When a question that was not reached is to be answered in writing (PP11); None where that is unset."""
    return None if profile.public_reply_days is None else working_day_after(profile, meeting, profile.public_reply_days)


# A deadline as printed


class Printed(Struct, frozen=True):
    """A deadline as an agenda prints it: what could be read of it."""

    day: date
    weekday: str = ""
    at: str = ""

    @property
    def false_weekday(self) -> str:
        """The weekday that the date really is, where the printed one is another; else ""."""
        real = WEEKDAYS[self.day.weekday()]
        return real if self.weekday and self.weekday != real else ""


_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})[,\s]+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b(\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)|\d{1,2}:\d{2})\b", re.IGNORECASE)


def read_printed(text: str, meeting: date) -> Printed | None:
    """A deadline out of a sentence of the agenda; without a year, the last such day before the meeting."""
    match = _DATE.search(text)
    if match is None:
        return None
    month = next(n for n, name in enumerate(MONTHS, 1) if name.lower() == match["month"].lower())
    years = [int(match["year"])] if match["year"] else [meeting.year, meeting.year - 1]
    for year in years:
        try:
            day = date(year, month, int(match["day"]))
        except ValueError:
            continue
        if match["year"] or day <= meeting:
            hour = _HOUR.search(text)
            return Printed(day, (match["weekday"] or "").capitalize(), hour[1] if hour else "")
    return None


def minutes_named(item: Item, meeting: date) -> tuple[date, ...]:
    """The days of the minutes that are to be approved at an item: as the papers gave them, else those that the title
    of an item for them names ("Minutes of 3 November 2026"), before the `meeting`."""
    if item.minutes_of or item.kind != "minutes":
        return item.minutes_of
    return days_named(item.title, meeting)


def days_named(title: str, meeting: date) -> tuple[date, ...]:
    """The days before the `meeting` that a title names."""
    found = (read_printed(match[0], meeting) for match in _DATE.finditer(title))
    return tuple(dict.fromkeys(printed.day for printed in found if printed is not None and printed.day < meeting))


def say_day(day: date) -> str:
    """A date with its weekday: "Friday 15 November 2019"."""
    return f"{WEEKDAYS[day.weekday()]} {say_date(day)}"
