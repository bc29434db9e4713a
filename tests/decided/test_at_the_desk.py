"""At the desk: a tied ballot opens the casting step, a pecuniary interest is asked about, what was left is said."""

from __future__ import annotations

from pathlib import Path

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


async def test_a_pecuniary_interest_is_asked_about_once(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d e enter 7 enter p")
        assert "is it disclosable?" in at.said.replace("\u00a0", " ")
        await at.keys("n s enter")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert declared.kind == "non-disclosable pecuniary"


async def test_what_was_put_and_left_is_said_when_the_next_item_is_taken(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:put") as at:
        await at.keys("g 8 enter")
        assert "r7 was put at item 7 and not voted on" in at.said.replace("\u00a0", " ")
