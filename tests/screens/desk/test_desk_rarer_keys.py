"""Keys of what is rarer: elections, private deliberation, all declaring, a vote carried or lost without figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Declared, Nominated, Noted, Presided, VoteTaken
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_a_chair_is_elected_in_three_keys_and_the_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", c b enter")
        (event,) = at.recorded()
        assert isinstance(event, Presided)
        assert (event.person, event.elected) == ("birch", True)


async def test_a_nomination_begins_a_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", n")
        await at.type("oak elm fir to=Chairman\n")
        assert [type(event) for event in at.recorded()] == [Nominated]


@pytest.mark.parametrize(("key", "carried"), [("c", True), ("o", False)])
async def test_a_vote_without_figures(tmp_path: Path, key: str, carried: bool) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert await at.keys(f"= {key} enter") == 3
        assert any(isinstance(event, VoteTaken) for event in at.recorded())
        assert (at.meeting.votes["v1"].state == "carried") is carried


async def test_all_members_declare(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("d * enter 8 enter n s")
        await at.type("know the applicant\n")
        (event,) = at.recorded()
        assert isinstance(event, Declared)
        assert len(event.members) == 11


@pytest.mark.parametrize(
    ("keys", "words"),
    [("x d", "reed"), ("x a", "The licence was granted."), ("+ a enter", ""), ("x n enter", "")],
)
async def test_rare_things_are_at_most_three_keys_beside_the_words(tmp_path: Path, keys: str, words: str) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert await at.keys(keys) <= 3
        if words:
            await at.type(f"{words}\n")
        assert [type(event) for event in at.recorded()][-1] is Noted, at.said
