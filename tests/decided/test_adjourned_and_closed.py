"""Adjourned and not resumed, extended and closed later, two outcomes that cannot both be (T1, T4, V1)."""

import pytest

from tests.support.five import held, papers, said

TAKEN = ":take 2\nPonds were talked of.\n"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (":adjourn 20:00\n:close 20:30", "closed without having resumed"),
        (":adjourn 20:00 -- to 19 March 2031\n:close", "closed without having resumed"),
        (":adjourn 20:00\n:adjourn 20:01\n:resume 20:10\n:close 20:30", "adjourned again"),
        (":adjourn 20:00\n:vote 5 0 0\n:resume 20:10\n:close 20:30", "A decision is recorded while"),
        (":adjourn 20:00\nWords.\n:close 20:30", "Business is recorded while"),
        (":resume 20:00\n:close 20:30", "had not been adjourned"),
    ],
)
def test_an_adjournment_is_resumed_once_before_anything_else(script: str, told: str) -> None:
    (found,) = said(held(TAKEN + script), "T4")
    assert told in found


@pytest.mark.parametrize(
    "script",
    [
        ":adjourn 20:00\n:resume 20:10\n:adjourn 20:20\n:resume 20:30\n:close 21:00",
        ":adjourn 20:00\n:resume 18:30 on=2031-03-19\n:present rest\n:close 19:00",
        ":close 20:00",
        ":adjourn 20:00",
    ],
)
def test_what_was_resumed_is_not_found(script: str) -> None:
    assert not said(held(TAKEN + script), "T4")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (":@21:25 extend 22:00\n:close 22:30", "extended until 10.00 pm, and the meeting closed at 10.30 pm"),
        (":@21:25 extend 22:00 by=elm,ash\n:take 3\n:@22:10 vote 5 0 0\n:close 22:30", "closed at 10.30 pm"),
        (":@21:25 extend 22:00\n:take 3\n:@22:10 vote 5 0 0", "business is recorded at 10.10 pm"),
    ],
)
def test_it_ends_by_the_hour_to_which_it_was_extended(script: str, told: str) -> None:
    (found,) = said(held(TAKEN + script), "T1")
    assert told in found


@pytest.mark.parametrize(
    "script",
    [
        ":@21:25 extend 22:00\n:close 22:00",
        ":@21:25 extend 22:00\n:@21:58 extend 22:30\n:close 22:30",
        ":@21:25 extend\n:close 22:30",
        ":close 22:30",
        ":@21:25 extend 22:00\n:adjourn 21:55\n:resume 18:30 on=2031-03-19\n:present rest\n:close 19:00",
    ],
)
def test_one_that_ended_in_time_is_not_found(script: str) -> None:
    assert not said(held(TAKEN + script), "T1")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("no further action", "referred back", True),
        ("referred back", "no further action", True),
        ("approved", "refused", True),
        ("withdrawn", "deferred", True),
        ("noted", "not reached", True),
        ("noted", "referred", False),
        ("approved", "recommended", False),
        ("noted", "no further action", False),
        ("referred", "referred", False),
        ("deferred", "not reached", False),
    ],
)
def test_two_outcomes_of_an_item(first: str, second: str, found: bool) -> None:
    setup = papers(({"number": 2, "title": "Ponds"}, {"number": 3, "title": "Bees"}))
    lines = [line for line in said(held(f"{TAKEN}:outcome {first}\n:outcome {second}", setup), "V1") if "said" in line]
    assert len(lines) == found
    again = held(f"{TAKEN}:outcome {first}\n:take 3\n:take 2\n:outcome {second}", setup)
    assert not [line for line in said(again, "V1") if "and" in line and "is said" in line]
