"""At the desk: a tied ballot opens the casting step, a pecuniary interest is asked about, what was left is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import BallotTaken, Declared
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_a_tied_ballot_opens_the_casting_step(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(": b a l l o t space e l m space 2 space o a k space 2 enter")
        assert "A tie for Chairman" in at.said.replace("\u00a0", " ")
        await at.keys("1 enter")
        (ballot,) = [p.event for p in at.meeting.events if isinstance(p.event, BallotTaken)]
        assert (ballot.elected, ballot.by_casting) == ("elm", "ash")


async def test_of_a_tied_ballot_and_a_tied_vote_after_it_the_vote_is_asked_about_first(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:ballot oak 5 elm 5 to=Chairman") as at:
        await at.keys("5 space 5 space 1 enter")
        assert "casts on v1 (r7, Boathouse Repairs, 5–5): f for a against d declined" in at.said.replace("\u00a0", " ")
        await at.keys("escape c f enter")
        assert at.meeting.votes["v1"].casting == ("ash", "for")
        await at.keys("c")
        assert "A tie for Chairman" in at.said
        await at.keys("2 enter")
        elected = [p.event.elected for p in at.meeting.events if isinstance(p.event, BallotTaken)]
        assert elected == ["elm"]


async def test_a_pecuniary_interest_is_asked_about_once(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d e enter 7 enter p")
        assert "is it disclosable?" in at.said.replace("\u00a0", " ")
        await at.keys("n s enter")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert declared.kind == "non-disclosable pecuniary"


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ("v 7 space 4 enter", "carried"),
        ("v v e D enter", "carried"),
        ("v tab tab tab enter", "lost"),
        ("w enter", "withdrawn"),
        ("l", "put"),
    ],
)
async def test_what_was_put_and_left_is_asked_about_when_the_next_item_is_taken(
    tmp_path: Path, keys: str, state: str
) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:put", size=(80, 24)) as at:
        await at.keys("g 8 enter")
        assert "r7 was put at item 7 and not voted on" in at.said.replace("\u00a0", " ")
        await at.keys(keys)
        assert at.meeting.questions["r7"].state == state
        assert at.meeting.questions["r8"].state == "open"
        assert at.home
        await at.keys("g 9 enter")
        assert at.home


async def test_of_several_that_were_left_each_is_asked_about(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:motion elm fir -- That ducks be fed.\n:put m1\n:put r7"
    async with desk(tmp_path, script=script) as at:
        await at.type(":take 8\n")
        await at.keys("w enter")
        assert "m1 was put at item 7" in at.said.replace("\u00a0", " ")
        await at.keys("v enter")
        assert at.meeting.questions["r7"].state == "withdrawn"
        assert at.meeting.questions["m1"].state == "carried"


async def test_a_count_that_leaves_someone_out_is_questioned_before_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        await at.keys("5 space 5")
        assert at.said.index("1 not accounted for") < at.said.index("a tie")
        await at.keys("enter")
        assert "1 not accounted for. A tie." in at.said


async def test_the_majority_that_an_act_wants_is_chosen_by_its_name(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ s 2")
        assert "s.245" in at.said
        await at.keys("enter 7 space 4")
        assert "lost (s.245 wants two-thirds of those voting)" in at.said
        await at.keys("enter")
        assert at.meeting.questions["r7"].state == "lost"
        await at.keys("+ s 0")
        assert "no longer majority" in at.said


async def test_what_is_put_of_a_members_item_is_shown_and_named(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 5\n:memberitem elm -- that benches be mended") as at:
        assert "benches be mended" in at.question
        await at.keys("q")
        assert "Put the Members’ Item?" in at.said


@pytest.mark.parametrize(
    ("keys", "voted"), [("u enter", True), ("8 space 3 enter", True), ("escape u enter", True), ("right", False)]
)
async def test_a_clerk_who_goes_on_typing_leaves_what_was_put(tmp_path: Path, keys: str, voted: bool) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:put") as at:
        await at.keys(f"g 8 enter {keys}")
        assert at.meeting.questions["r7"].state == "put"
        assert (at.meeting.questions["r8"].state == "carried") == voted
        assert at.home
