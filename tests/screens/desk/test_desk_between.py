"""A motion against an amendment at the desk: which figure, key and casting vote is for which is said before Enter."""

from __future__ import annotations

from pathlib import Path

from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.minute import OPEN

SCOTS = COMMITTEE.replace('profile = "barnet"', 'profile = "scotland"')
MOVED = f"""{OPEN}
:take 7
:motion ash elm -- That the gate be painted.
:amend oak birch on=m1 text -- That the gate be sold.
"""


async def test_a_count_says_which_figure_is_for_which(tmp_path: Path) -> None:
    async with desk(tmp_path, SCOTS, script=MOVED) as at:
        await at.keys("6 space 4")
        assert "6 for the amendment A1" in at.said
        assert "4 for the motion m1" in at.said
        await at.keys("enter")
        assert at.meeting.questions["A1"].state == "carried"
        assert at.meeting.questions["m1"].state == "fell"


async def test_names_are_noted_by_what_they_are_for(tmp_path: Path) -> None:
    async with desk(tmp_path, SCOTS, script=MOVED) as at:
        await at.keys(f"v {at.key('Elm')}")
        assert "for the motion m1" in at.said
        await at.keys("enter")
        (vote,) = at.meeting.votes.values()
        assert vote.facing == "m1"
        assert vote.against_names == ("elm",)


async def test_the_casting_vote_names_both(tmp_path: Path) -> None:
    async with desk(tmp_path, SCOTS, script=MOVED) as at:
        await at.keys("5 space 5 enter")
        assert "for the amendment A1" in at.said
        await at.keys("a enter" if "Enter" in at.said else "a")
        if at.meeting.questions["m1"].state == "tied":
            await at.keys("enter")
        assert at.meeting.questions["m1"].state == "carried"
