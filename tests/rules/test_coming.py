"""Next: whatever the chair will want, said before it is asked for."""

from __future__ import annotations

from datetime import datetime

import pytest

from clerk.rules.coming import what_comes_next
from clerk.rules.live import time_left
from tests.rules.halls import DAY, OPEN, held


def coming(script: str, at: datetime | None = None) -> list[str]:
    meeting = held(script)
    left = time_left(meeting, None, at) if at else None
    return [step.text for step in what_comes_next(meeting, meeting.item_taken, left)]


@pytest.mark.parametrize(
    ("script", "first"),
    [
        ("", "Expected "),
        (":apologies ash,birch,cedar,dogwood,elm,fir,gorse,hazel,ivy", "Too few are expected"),
        (":open 19:00\n:take 6", "The roll is to be called"),
        (OPEN + ":declare elm 7 kind=dpi -- owns it\n:take 7", "Councillor Elm leaves for this item"),
        (OPEN + ":declare elm,fir 7 kind=dpi -- own it\n:take 7", "Councillors Elm and Fir leave for this item"),
        (
            OPEN + ":declare elm 7 kind=dpi -- owns it\n:take 7\n:out elm interest=yes\n:take 8",
            "Councillor Elm is still",
        ),
    ],
)
def test_what_comes_first(script: str, first: str) -> None:
    said = coming(script)
    assert said, "nothing"
    assert said[0].startswith(first)


def test_who_has_gone_out_is_not_asked_to_go_again_and_who_may_not_come_back_not_called() -> None:
    gone = coming(OPEN + ":declare elm 7 kind=dpi -- owns it\n:take 7\n:out elm interest=yes")
    assert not any("Elm" in said for said in gone)
    both = OPEN + ":declare elm 7+8 kind=dpi -- owns it\n:take 7\n:out elm interest=yes\n:take 8"
    assert not any("Elm" in said for said in coming(both))


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        (":vote unanimous\n:in elm", False),
        (":outcome deferred\n:in elm", False),
        (":in elm", True),
        (":vote unanimous\n:in elm\n:take 8", True),
    ],
)
def test_who_comes_back_once_the_item_is_decided_is_not_sent_out_again(then: str, asked: bool) -> None:
    out = OPEN + ":declare elm 7+8 kind=dpi -- owns it\n:take 7\n:out elm interest=yes\n"
    assert any("Elm leaves" in said for said in coming(out + then)) is asked


def test_a_dispensation_or_an_interest_that_bars_nobody_sends_nobody_out() -> None:
    stays = coming(OPEN + ":declare elm 7 kind=non-pecuniary effect=stayed -- is a friend\n:take 7")
    assert not any("leaves" in said for said in stays)


def test_only_of_the_item_that_was_taken() -> None:
    meeting = held(OPEN + ":declare elm 7 kind=dpi -- owns it\n:take 6")
    assert not any("leave" in step.text for step in what_comes_next(meeting, meeting.agenda[6]))


@pytest.mark.parametrize(
    ("script", "hour", "minute", "said"),
    [
        (OPEN, 21, 40, "20 minutes until 10.00 pm"),
        (OPEN, 21, 57, "3 minutes until 10.00 pm"),
        (OPEN, 22, 3, "10.00 pm has passed"),
    ],
)
def test_ten_o_clock_is_near(script: str, hour: int, minute: int, said: str) -> None:
    assert any(text.startswith(said) for text in coming(script, datetime(DAY.year, DAY.month, DAY.day, hour, minute)))


def test_the_keys_are_those_of_the_seat() -> None:
    meeting = held(OPEN + ":declare elm 7 kind=dpi -- owns it\n:take 7")
    letter = next(seat.letter for seat in meeting.seats.values() if seat.holder == "elm")
    assert what_comes_next(meeting, meeting.item_taken)[0].keys == f"o ! {letter}"


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (":vote 2 5", "r7 stands as it was, and must still be put."),
        (":vote 5 2", "r7 was amended, and as amended must still be put."),
        (":vote 2 5\n:vote 2 5", "The recommendation is lost, and nothing is decided on item 7"),
        (
            ":vote 2 5\n:vote 2 5\n:motion elm fir -- That it wait\n:vote 2 5",
            "The motion is lost, and nothing is decided",
        ),
        (":vote 2 5\n:vote 5 2", ""),
    ],
)
def test_what_is_put_after_an_amendment_and_what_was_lost(then: str, said: str) -> None:
    told = coming(f"{OPEN}:take 7\n:amend elm fir -- a hedge is planted\n{then}")
    assert any(one.startswith(said) for one in told) if said else not told
