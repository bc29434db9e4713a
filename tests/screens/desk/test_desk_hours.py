"""Hours as they are typed in a step: bare, in the morning, in the evening."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Left
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9.19pm", "21:19"), ("9.19 pm", "21:19"), ("9.19 p.m.", "21:19"), ("9.19", "21:19"), ("9pm", "21:00")],
)  # fmt: skip
async def test_pm_can_be_typed_where_a_step_takes_an_hour(tmp_path: Path, typed: str, hour: str) -> None:
    async with desk(tmp_path, script=OPEN, written_up=True) as at:
        await at.keys(". a")
        await at.type(typed)
        await at.keys("enter . r")
        await at.type("9:40 pm")
        await at.keys("enter . c")
        await at.type(typed.replace("9", "10", 1))
        await at.keys("enter")
        adjourned, resumed, closed = at.recorded()
        assert [f"{event.at:%H:%M}" for event in (adjourned, resumed)] == [hour, "21:40"]
        assert f"{closed.at:%H}" == "22"


async def test_a_morning_hour_and_what_is_no_hour(tmp_path: Path) -> None:
    async with desk(tmp_path, written_up=True) as at:
        await at.keys(". o 1 1 a m")
        assert "11.00 am" in at.said
        await at.keys("x")
        assert "means nothing here" in at.said
        await at.keys("backspace backspace backspace backspace backspace")
        await at.type("7 pm\n")
        assert f"{at.recorded()[0].at:%H:%M}" == "19:00"


async def test_a_space_after_the_hour_of_a_coming_or_going_is_no_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN, written_up=True) as at:
        await at.keys("o")
        await at.type("20:30 h")
        await at.keys("enter")
        (gone,) = at.recorded()
        assert f"{gone.at:%H:%M}" == "20:30"


async def test_an_hour_that_is_typed_while_a_going_is_put_right_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:@20:10 out hazel", written_up=True) as at:
        await at.keys("up down e backspace")
        await at.type("2040h")
        await at.keys("enter")
        gone = next(placed.event for placed in at.meeting.events if isinstance(placed.event, Left))
        assert f"{gone.at:%H:%M}" == "20:40"
