"""The year of a meeting whose papers print its day without one: a guess, for the clerk to look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clerk.calendar import say_day
from store.packs.dates import WEEKDAYS, date_in, dates_in
from store.packs.facts import Doubt, Pack
from store.packs.stream import Line


def put_year(pack: Pack, fronts: Sequence[Line]) -> None:
    """Keep the day with the year that the file's name has, or that its weekday and another day of the papers tell."""
    printed = pack.meeting.facts.pop("day and month", None)
    if printed is None or pack.meeting.get("date"):
        return
    named = date_in(printed.place.file.replace("_", " "))
    day = named.on() if named else None
    if day and f"{day:%m-%d}" == printed.value:
        doubt = f"The papers give no year; {day.year} is from the name of the file."
        pack.meeting.put("date", day.isoformat(), printed.place, "file.name", "unsure", doubt)
    elif day := _on_a_weekday(printed.value, pack.meeting.get("weekday"), fronts):
        doubt = f"The papers give no year; of the years that they speak of, {say_day(day)} is in {day.year}."
        pack.meeting.put("date", day.isoformat(), printed.place, "front.weekday", "unsure", doubt)
    else:
        pack.doubts.append(Doubt("The papers give the day of the meeting without a year.", "", "date"))


def _on_a_weekday(month_and_day: str, weekday: str, lines: Sequence[Line]) -> date | None:
    """The one day of that date which falls on a weekday, within a year of a day that the papers print in full."""
    years = {
        printed.year + off for line in lines for printed in dates_in(line.whole) if printed.year for off in (-1, 0, 1)
    }
    found = []
    for year in sorted(years):
        try:
            day = date.fromisoformat(f"{year}-{month_and_day}")
        except ValueError:
            continue
        if weekday and WEEKDAYS[day.weekday()] == weekday:
            found.append(day)
    return found[0] if len(found) == 1 else None
