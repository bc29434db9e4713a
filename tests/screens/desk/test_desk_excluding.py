"""What x e asks, and what its digits, letters and commas come to."""

from pathlib import Path

import pytest

from clerk.events import MotionMoved, PublicExcluded
from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.five import papers, said
from tests.support.minute import OPEN
from tests.support.minute import desk as played

ITEMS = (
    {"number": 1, "title": "Declarations of Members' interests"},
    {"number": 14, "title": "Exclusion of the Public"},
    {"number": 15, "title": "Lease", "recommendations": ["That it be let."]},
)


@pytest.mark.parametrize(("items", "finds"), [("14", True), ("15", False), ("14+15", True)])
def test_an_exclusion_for_the_exclusion_itself_is_found(items: str, finds: bool) -> None:
    script = f":open 18:30\n:present rest\n:take 14\n:exclude items={items} para=3 weighed=yes\n"
    found = said(played(papers(items=ITEMS)).play(script).meeting, "X1")
    assert any("which is that resolution itself" in one for one in found) == finds, found


@pytest.mark.parametrize(("under", "finds"), [("14", True), ("", False)])
def test_what_stands_under_the_exclusion_wants_it(under: str, finds: bool) -> None:
    items = (*ITEMS, {"number": 16, "title": "Rents", "under": under})
    script = ":open 18:30\n:present rest\n:take 16\n:motion oak elm -- That they be let.\n:vote unanimous\n"
    found = said(played(papers(items=items)).play(script).meeting, "X1")
    assert any("Item 16 is exempt, and no resolution" in one for one in found) == finds, found
    covered = script.replace(":motion", ":exclude items=16 para=3 weighed=yes\n:motion")
    assert not said(played(papers(items=items)).play(covered).meeting, "X1")


async def test_what_a_digit_is_taken_for_is_said_before_enter(tmp_path: Path) -> None:
    more = '\n[[items]]\nnumber = "12"\ntitle = "Exclusion of the public"\n[[items]]\nnumber = "13"\ntitle = "Ash"\n'
    public = COMMITTEE.replace("exempt = true", "exempt = false")
    async with desk(tmp_path, public + more, script=f"{OPEN}\n:take 12") as at:
        await at.keys("x e")
        await at.type("12")
        assert "item 12 is the exclusion itself" in at.flat
        assert "no paragraph of the Schedule is named" in at.flat
        await at.keys("backspace")
        await at.type("3")
        assert "the exclusion itself" not in at.flat
        await at.keys("tab")
        await at.type("3")
        assert "no paragraph" not in at.flat
        await at.keys("enter")
        assert [one.paragraph for one in at.recorded() if isinstance(one, PublicExcluded)] == [3]


async def test_who_moved_it_may_be_two_letters_with_a_space(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 9") as at:
        await at.keys("x e")
        await at.type("3 by=e o")
        await at.keys("enter")
        made = [one for one in at.recorded() if isinstance(one, PublicExcluded)]
        assert [(one.mover, one.seconder) for one in made] == [("elm", "oak")]


async def test_the_public_comes_back_for_the_rest_of_the_item_by_a_key(tmp_path: Path) -> None:
    """`r` leaves the rest of it private and says so; `b` is offered where the papers do not have it in private."""
    begun = ":open 19:00\n:present rest\n:take 8\n:exclude items=8 para=3 weighed=yes\nAdvice was given.\n"
    async with desk(tmp_path, script=begun) as at:
        await at.keys("x r")
        assert "item 8 stays private" in at.said
        await at.keys("escape x b")
        assert "the rest of item 8 is public" in at.said
        await at.keys("enter")
        assert not at.meeting.doors.closed
        await at.keys("u enter")
        vote = at.meeting.votes["v1"]
        assert vote.event not in at.meeting.private
    async with desk(tmp_path, script=begun.replace("8", "9")) as at:
        await at.keys("x")
        assert "back for the rest" not in at.text


async def test_the_paragraphs_of_the_papers_are_there_already(tmp_path: Path) -> None:
    papers_ = COMMITTEE.replace("exempt = true", 'exempt = true\nparagraphs = "3+5"')
    async with desk(tmp_path, papers_, script=f"{OPEN}\n:take 9") as at:
        await at.keys("x e enter")
        made = [one for one in at.recorded() if isinstance(one, PublicExcluded)]
        assert [(one.paragraph, one.more_paragraphs) for one in made] == [(3, (5,))]


async def test_a_motion_of_which_notice_was_given_is_there_already(tmp_path: Path) -> None:
    motion = '\n[[items]]\nnumber = "12"\ntitle = "Hives"\nmotion = "That four hives be bought."\n'
    async with desk(tmp_path, COMMITTEE + motion, script=f"{OPEN}\n:take 12") as at:
        await at.keys("n e o ctrl+s")
        made = [one for one in at.recorded() if isinstance(one, MotionMoved)]
        assert [(one.mover, one.text) for one in made] == [("elm", "That four hives be bought.")]
