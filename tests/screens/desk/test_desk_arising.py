"""Matters arising at the desk: the actions of earlier meetings, ticked off by a key."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from clerk.events import ActionReported
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import read_script
from screens.sitting import Sitting, first_entry
from store.meetings import Kept
from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.minute import OPEN, flush

EARLIER = f"{OPEN}\n:take 7\n:action reed due=2031-02-01 -- Mend the gate\n:action oak -- Count the swans\n:close 21:00"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The folder of an earlier meeting of the committee, with two actions."""
    papers = read_meeting(COMMITTEE.replace("2031-03-12", "2031-01-15"))
    with Kept.create(tmp_path, "earlier", first_entry(papers, "jo"), by="jo") as kept:
        sitting = Sitting(kept, "jo", lambda: datetime(2031, 1, 16, 12))
        for _, line in read_script(flush(EARLIER)):
            sitting.take(line)
    return tmp_path


async def test_an_action_is_ticked_off_by_two_keys_and_taken_back_by_one(earlier: Path) -> None:
    async with desk(earlier, script=f"{OPEN}\n:take 1") as at:
        at.recorded()
        at.pressed = 0
        await at.keys("#")
        assert "Mend the gate (15 January 2031, item 7; by 1 February 2031)" in at.flat
        assert "OVERDUE" in at.flat
        await at.keys("enter")
        assert at.pressed == 2
        (made,) = at.recorded()
        assert isinstance(made, ActionReported)
        assert (made.state, made.task, made.note) == ("done", "Mend the gate", "")
        assert "Action of 15 January 2031 done: Mend the gate" in at.said
        await at.keys("#")
        assert "Count the swans" in at.flat
        assert "item 7; by 1 February" not in at.flat
        await at.keys("escape z #")
        assert "item 7; by 1 February" in at.flat


async def test_it_is_said_that_one_is_dropped_or_has_another_day(earlier: Path) -> None:
    async with desk(earlier, script=f"{OPEN}\n:take 1") as at:
        at.recorded()
        await at.keys("#")
        await at.type("swans")
        await at.keys("tab")
        await at.type("open due=2031-05-01 -- the ice was thick")
        await at.keys("enter")
        (made,) = at.recorded()
        assert isinstance(made, ActionReported)
        assert (made.state, made.task, made.note) == ("open", "Count the swans", "the ice was thick")
        assert made.due is not None


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_its_keys_are_shown(earlier: Path, size: tuple[int, int]) -> None:
    async with desk(earlier, script=f"{OPEN}\n:take 1", size=size) as at:
        await at.keys("#")
        assert "Matters arising" in at.flat
        assert "Enter done Tab dropped, or another day Esc leaves" in at.flat


async def test_where_nothing_arises_it_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        await at.keys("#")
        assert "Nothing that was agreed at earlier meetings of this body" in at.flat
        await at.keys("enter tab escape")
        assert at.home
