"""Facts as people write them: what is kept as "2019-11-20" is "20 November 2019" to a clerk."""

from __future__ import annotations

from datetime import date, time

from clerk.times import say_date, say_time


def said(field: str, value: str) -> str:
    """A day or an hour as people write it; any other fact as it is."""
    try:
        if field == "time":
            return say_time(time.fromisoformat(value))
        if field in ("date", "meeting", "published", "question deadline"):
            day, _, hour = value.partition(" ")
            words = say_date(date.fromisoformat(day))
            return f"{words} at {say_time(time.fromisoformat(hour))}" if hour else words
        if field == "minutes of":
            return ", ".join(say_date(date.fromisoformat(day)) for day in value.split())
    except ValueError:
        return value
    return value
