"""The rule book's worked examples E01 to E16: every deadline that is counted from a meeting."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from clerk.calendar import (
    access_until,
    bank_holidays,
    callin_until,
    members_item_by,
    notify_by,
    public_deadline,
    publish_by,
    read_printed,
    reply_by,
    safe_through,
)
from clerk.rules.public import questions_received
from clerk.setup.profile import shipped
from clerk.setup.settings import Profile, recorded
from tests.rules.halls import OPEN, hall, held, judged, of

BARNET = shipped().choose("barnet", date(2019, 11, 20))


@pytest.mark.parametrize(
    ("example", "meeting", "due"),
    [
        ("E01", date(2019, 11, 20), datetime(2019, 11, 15, 10)),
        ("E02", date(2018, 6, 11), datetime(2018, 6, 6, 10)),
        ("E03", date(2016, 12, 1), datetime(2016, 11, 28, 10)),
        ("E04", date(2021, 6, 16), datetime(2021, 6, 11, 10)),
        ("E05", date(2020, 1, 6), datetime(2019, 12, 31, 10)),
        ("E06", date(2025, 4, 23), datetime(2025, 4, 16, 10)),
        ("E07", date(2023, 5, 10), datetime(2023, 5, 4, 10)),
    ],
)
def test_questions_come_in_by(example: str, meeting: date, due: datetime) -> None:
    assert public_deadline(shipped().choose("barnet", meeting), meeting) == due


def test_e08_the_agenda_prints_another_deadline() -> None:
    setup = hall(day=date(2019, 11, 20), public_deadline="Monday 18 November at 10AM")
    (found,) = of(judged(held(OPEN, setup)), "PP2")
    assert found.severity == "WARN"
    assert "Friday 15 November 2019" in found.text
    assert found.sum == "3 working days before Wednesday 20 November 2019"


def test_e09_the_agenda_prints_a_day_that_was_another() -> None:
    setup = hall(day=date(2019, 11, 20), public_deadline="Thursday 15 November at 10AM")
    (found,) = of(judged(held(OPEN, setup)), "PP2")
    assert found.severity == "HARD"
    assert "15 November 2019 is a Friday" in found.text


@pytest.mark.parametrize(("received", "late"), [("10:00:00", False), ("10:00:01", True)])
def test_e10_a_second_decides(received: str, late: bool) -> None:
    setup = hall(day=date(2019, 11, 20))
    meeting = held(f'{OPEN}:submitted on=6 received="2019-11-15 {received}" -- Al Moss', setup)
    (question,) = questions_received(meeting, meeting.profile)
    assert (question.late, question.accepted) == (late, not late)
    allowed = held(f'{OPEN}:submitted on=6 received="2019-11-15 {received}" allowed=vale -- Al Moss', setup)
    assert questions_received(allowed, allowed.profile)[0].accepted


@pytest.mark.parametrize(
    ("example", "meeting", "basis", "by"),
    [
        ("E11", date(2019, 11, 20), "working", date(2019, 11, 12)),
        ("E11", date(2019, 11, 20), "not_sunday", date(2019, 11, 13)),
        ("E12", date(2019, 4, 23), "working", date(2019, 4, 11)),
    ],
)
def test_the_agenda_is_published_by(example: str, meeting: date, basis: str, by: date) -> None:
    assert publish_by(recorded("", {"clear_days.basis": basis}), meeting) == by


@pytest.mark.parametrize(
    ("meeting", "by"), [(date(2014, 6, 12), date(2014, 6, 2)), (date(2014, 6, 11), date(2014, 5, 30))]
)
def test_e13_members_items_come_in_by(meeting: date, by: date) -> None:
    assert members_item_by(BARNET, meeting) == by


def test_e14_the_monitoring_officer_is_told_by() -> None:
    assert notify_by(date(2019, 6, 11)) == date(2019, 7, 8)
    meeting = held(OPEN + ":declare cedar 7 kind=dpi registered=no")
    (found,) = of(judged(meeting), "D5")
    assert "by 8 July 2019" in found.text


def test_e15_a_member_is_safe_through() -> None:
    assert safe_through(date(2019, 6, 11)) == date(2019, 12, 11)
    assert safe_through(date(2019, 8, 31)) == date(2020, 2, 29)


def test_e16_minutes_stay_open_through() -> None:
    assert access_until(date(2019, 6, 11)) == date(2025, 6, 10)
    (found,) = of(judged(held(OPEN + ":close 20:00")), "N8")
    assert "through 10 June 2025" in found.text


BANK_HOLIDAYS = """
2019: 1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec
2020: 1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec
2021: 1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec
2022: 3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec
2023: 2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec
2024: 1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec
2025: 1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec
2026: 1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec
"""


@pytest.mark.parametrize("line", BANK_HOLIDAYS.strip().splitlines())
def test_bank_holidays_of_england(line: str) -> None:
    year, _, days = line.partition(": ")
    listed = {datetime.strptime(f"{day} {year}", "%d %b %Y").date() for day in days.split(", ")}
    assert bank_holidays(int(year)) == listed


def test_a_council_closes_on_days_of_its_own() -> None:
    closed = recorded(
        "", {"calendar.extra_closed": ["2019-11-15"], "public.deadline": {"at": "10:00", "working_days": 3}}
    )
    assert public_deadline(closed, date(2019, 11, 20)) == datetime(2019, 11, 14, 10)


def test_what_is_unset_has_no_date() -> None:
    nothing = Profile()
    day = date(2019, 11, 20)
    assert public_deadline(nothing, day) is None
    assert members_item_by(nothing, day) is None
    assert callin_until(nothing, day) is None
    assert reply_by(nothing, day) is None


def test_call_in_and_replies_are_counted_after() -> None:
    set_ = recorded("", {"callin.days": 5, "public.reply_days": 10})
    assert callin_until(set_, date(2019, 11, 20)) == date(2019, 11, 27)
    assert reply_by(set_, date(2019, 12, 20)) == date(2020, 1, 8)


@pytest.mark.parametrize(
    ("typed", "day", "weekday", "hour"),
    [
        ("10AM on Friday 15 November 2019", date(2019, 11, 15), "Friday", "10AM"),
        ("Friday, 15th November at 10.00 am", date(2019, 11, 15), "Friday", "10.00 am"),
        ("by 30 December at 12:00", date(2018, 12, 30), "", "12:00"),
    ],
)
def test_a_printed_deadline_is_read(typed: str, day: date, weekday: str, hour: str) -> None:
    printed = read_printed(typed, date(2019, 11, 20))
    assert printed is not None
    assert (printed.day, printed.weekday, printed.at) == (day, weekday, hour)


def test_a_sentence_without_a_date_is_none() -> None:
    assert read_printed("three days before", date(2019, 11, 20)) is None
    assert read_printed("on 31 February", date(2019, 11, 20)) is None
