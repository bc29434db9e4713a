"""Keys of what is rarer: elections, private deliberation, all declaring, a vote carried or lost without figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Declared, Nominated, Noted, Presided, VoteTaken
from tests.screens.desk.at_the_desk import COMMITTEE, council, desk
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


COURSE = [
    # (keys, words, keys that end them, what is recorded): a hearing without a line of shorthand
    (", n o tab e tab f enter", "", "", "Nominated"),
    (", b o shift+tab y enter", "", "", "Presided"),
    ("b h a g tab", "Ned Orr,Kay Lamb", "enter", "Noted"),
    ("b q", "Ned Orr", "enter", "Noted"),
    (". w 2 0 : 0 5 enter", "for the parties to confer", "enter", "MeetingAdjourned"),
    (". r 2 0 : 1 5 enter", "", "", "MeetingResumed"),
    ("b v 2 enter", "only the objectives could be weighed", "enter", "Noted"),
    ("x e tab l i c enter", "", "", "PublicExcluded"),
    ("x d 2 enter", "", "", "Noted"),
    ("x r enter", "", "", "PublicReadmitted"),
    ("x l tab 5 enter", "", "", "Noted"),
    ("= i", "The gate is shut at ten.", "ctrl+s", "Noted"),
    ("= g", "It keeps the peace.", "ctrl+s", "ReasonsGiven"),
]


async def test_the_course_of_a_hearing_needs_no_shorthand(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, written_up=True, size=(80, 24)) as at:
        for keys, words, end, kind in COURSE:
            await at.keys(keys)
            await at.type(words)
            await at.keys(end)
            assert not at.text.count("\n:"), keys
            assert [type(event).__name__ for event in at.recorded()][-1:] == [kind], f"{keys}: {at.said}"


@pytest.mark.parametrize("seats", [11, 63])
async def test_what_is_rarer_takes_as_many_keys_in_a_council_as_in_a_committee(tmp_path: Path, seats: int) -> None:
    papers = council(seats) if seats > 11 else COMMITTEE
    async with desk(tmp_path, papers, script=ITEM_7 if seats == 11 else ":open 19:00\n:present rest") as at:
        people = [person for _, person in at.meeting.acting]
        letters = [at.key(at.meeting.people[person].surname) for person in people[:3]]
        width = len(letters[0].split())
        assert await at.keys(f", n {letters[0]} tab {letters[1]} tab {letters[2]} enter") == 5 + 3 * width
        assert [type(event) for event in at.recorded()] == [Nominated]
        assert await at.keys(f", d {letters[0]} enter") == 3 + width
        assert [type(event).__name__ for event in at.recorded()] == ["DivisionDemanded"]
