"""Times and dates as people type them, at meetings of the evening and of the morning."""

from datetime import date, datetime, time, timedelta

import pytest

from clerk.events import Corrected, MinutesApproved, TimeExtended, VoteTaken
from clerk.names import Unclear
from clerk.times import read_date, read_time, say_time
from tests.rules.halls import judged
from tests.support.bodies import COMMITTEE
from tests.support.minute import desk, minute

MORNING = COMMITTEE.replace('time = "19:00"', 'time = "10:00"')
NOON = COMMITTEE.replace('time = "19:00"', 'time = "12:00"')
ROLL = ":open\n:present rest\n"


@pytest.mark.parametrize(
    ("setup", "typed", "hour"),
    [
        (COMMITTEE, "9.19", "21:19"),
        (COMMITTEE, "9:19", "21:19"),
        (COMMITTEE, "7", "19:00"),
        (COMMITTEE, "6.50", "18:50"),
        (COMMITTEE, "09:19", "09:19"),
        (COMMITTEE, "9.19 am", "09:19"),
        (COMMITTEE, "9.19 a.m.", "09:19"),
        (COMMITTEE, "9.19PM", "21:19"),
        (COMMITTEE, "9.19 p.m.", "21:19"),
        (COMMITTEE, "2119", "21:19"),
        (COMMITTEE, "12.15", "00:15"),
        (COMMITTEE, "1.05", "01:05"),
        (MORNING, "9.50", "09:50"),
        (MORNING, "11.30", "11:30"),
        (MORNING, "1.15", "13:15"),
        (MORNING, "9.19 pm", "21:19"),
        (NOON, "12.30", "12:30"),
        (NOON, "2", "14:00"),
        (NOON, "noon", "12:00"),
    ],
)
def test_a_bare_hour_is_the_one_nearest_the_agendas(setup: str, typed: str, hour: str) -> None:
    for line in (f":close {typed}", f":@{typed} close", f":@{typed.replace(' ', '')} out elm"):
        event = desk(setup).play(ROLL).enter(line)[0]
        assert event.at is not None
        assert f"{event.at:%H:%M}" == hour, line


def test_what_is_after_midnight_is_of_the_next_day() -> None:
    assert minute(ROLL + ":close 12.15").closed_at == datetime(2031, 3, 13, 0, 15)
    assert minute(ROLL + ":close 9.19").closed_at == datetime(2031, 3, 12, 21, 19)


@pytest.mark.parametrize("typed", ["9.60", "25", "9.19 xm", "13 pm pm", "nine"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Unclear):
        minute(ROLL + f":close {typed}")


def test_noon_and_midnight_are_said_so() -> None:
    assert [say_time(time(hour)) for hour in (0, 11, 12, 13)] == ["12.00 midnight", "11.00 am", "12.00 noon", "1.00 pm"]
    assert say_time(time(12, 1)) == "12.01 pm"
    assert read_time("midnight") == time(0)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8 nov", date(2030, 11, 8)),
        ("8th November", date(2030, 11, 8)),
        ("Friday 8 November 2030", date(2030, 11, 8)),
        ("fri 8 nov", date(2030, 11, 8)),
        ("November 8th, 2030", date(2030, 11, 8)),
        ("8/11", date(2030, 11, 8)),
        ("8.11.2030", date(2030, 11, 8)),
        ("3 sept", date(2030, 9, 3)),
        ("12 March", date(2031, 3, 12)),
        ("29 February", date(2028, 2, 29)),
    ],
)
def test_dates_of_earlier_minutes_as_people_write_them(typed: str, day: date) -> None:
    meeting = minute(f":open\n:minutes {typed}")
    approved = [p.event for p in meeting.events if isinstance(p.event, MinutesApproved)]
    assert [event.dates for event in approved] == [(day,)]
    assert read_date(typed, before=date(2031, 3, 13)) == day


@pytest.mark.parametrize("typed", ["8 nov zz9", "8 nov at noon", "31 june", "8 n0v", "2030-02-30", "8 xde 2030"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        read_date(typed, before=date(2031, 3, 13))


def test_until_when_the_chair_extended_is_kept_and_said() -> None:
    at = desk().play(ROLL)
    (event,) = at.enter(":@22:00 extend until=10.30")
    assert isinstance(event, TimeExtended)
    assert (event.at, event.until) == (datetime(2031, 3, 12, 22), datetime(2031, 3, 12, 22, 30))
    (event,) = at.enter(":extend 22:30")
    assert isinstance(event, TimeExtended)
    assert (event.at, event.until) == (None, datetime(2031, 3, 12, 22, 30))


def test_a_vote_is_put_right_by_the_number_of_its_entry() -> None:
    at = desk().play(ROLL + ":take 7\n:vote 6 5 0")
    entry = len(at.meeting.entries)
    (put_right,) = at.enter(f":correct e{entry} vote 5 6 0")
    assert isinstance(put_right, Corrected)
    assert isinstance(put_right.now, VoteTaken)
    assert at.meeting.votes["v1"].votes_for == 5
    with pytest.raises(Unclear, match="says already"):
        at.enter(f":correct e{entry} vote 5 6 0")
    with pytest.raises(Unclear, match="another kind"):
        at.enter(f":correct e{entry} out elm")


LIMIT = 'settings = {"time.guillotine" = "22:00", "time.extend_to" = "22:30", "time.may_extend" = true}'
GUILLOTINE = COMMITTEE.replace("quorum = 3", f"quorum = 3\n{LIMIT}")


def said(script: str, rule: str) -> list[tuple[str, str]]:
    """What a rule says, but for what is left to do in the time that remains."""
    found = [(f.severity, f.text) for f in judged(minute(ROLL + script, GUILLOTINE)) if f.rule == rule]
    return [(severity, text) for severity, text in found if "are left until" not in text]


def test_the_limit_is_the_hour_until_which_time_was_extended() -> None:
    assert any("10.15 pm" in text for _, text in said(":@22:00 extend 22:15\n:take 7\n:@22:20 vote 6 5 0", "T1"))
    assert said(":@22:00 extend 22:15\n:take 7\n:@22:10 vote 6 5 0", "T1") == []
    assert [s for s, _ in said(":@22:00 extend 22:45\n:take 7\n:@22:10 vote 6 5 0", "T2")] == ["HARD"]


def test_talk_after_the_hour_is_a_warning_at_its_item() -> None:
    late = said(":take 7\n:@22:05 -- The hedges were talked about.\n:@22:06 -- And again.", "T1")
    assert [severity for severity, _ in late] == ["WARN"]
    assert said(":take 7\n:@22:00 -- The hedges were talked about.\n", "T1") == []


def test_hours_that_run_backwards_are_hard() -> None:
    went = ":take 7\n:@20:10 out elm\n:@20:20 out fir\n"
    assert said(went, "A11") == []
    assert [severity for severity, _ in said(went + ":move e6 before=e5", "A11")] == ["HARD"]


@pytest.mark.parametrize(("hours", "severities"), [(3, []), (24, ["HARD"]), (-24, ["HARD"])])
def test_an_hour_of_another_day_is_hard(hours: int, severities: list[str]) -> None:
    at = desk().play(":open\n:present rest\n:take 7")
    at.enter(":out elm", datetime(2031, 3, 12, 19) + timedelta(hours=hours))
    assert [f.severity for f in judged(at.meeting) if f.rule == "A11"] == severities


@pytest.mark.parametrize("typed", ["8/11/30", "8.11.30", "8-11-30", "8 nov 2030", "Fri 8 Nov 2030"])
def test_a_date_with_a_short_year_is_of_this_century(typed: str) -> None:
    assert read_date(typed).isoformat() == "2030-11-08"
