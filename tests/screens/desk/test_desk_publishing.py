"""What makes private words public is recorded only at a second Enter."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.lines.conversation import Conversation
from screens.sitting import Sitting
from store.meetings import Kept
from tests.clerk.test_made_public import SESSION
from tests.screens.desk.at_the_desk import desk, made


@pytest.mark.parametrize("line", [":strike e5.0", ":private e6.0 no", ":move e7.0 under=10 after=e11.0"])
async def test_a_typed_line_waits_for_a_second_enter(tmp_path: Path, line: str) -> None:
    async with desk(tmp_path, script=SESSION, written_up=True) as at:
        await at.keys(":")
        await at.type(line.removeprefix(":"))
        assert "public." in at.flat
        await at.keys("enter")
        assert not at.recorded()
        assert "Enter again" in at.said
        await at.keys("enter")
        assert len(at.recorded()) == 1


async def test_left_at_the_first_enter_it_asks_anew(tmp_path: Path) -> None:
    async with desk(tmp_path, script=SESSION, written_up=True) as at:
        await at.keys(":")
        await at.type("undo e5")
        for again in ("enter", ": up enter"):
            # What was left half typed waits above.
            await at.keys(again)
            assert "2 paragraphs and a vote become public." in at.said
            await at.keys("escape")
        assert not at.recorded()


async def test_striking_the_exclusion_asks_twice(tmp_path: Path) -> None:
    async with desk(tmp_path, script=SESSION, written_up=True) as at:
        at.screen.turn_to("i8", "5.0")
        await at.keys("delete")
        assert "2 paragraphs and a vote become public." in at.said
        await at.keys("enter")
        assert not at.recorded()
        await at.keys("enter")
        assert len(at.recorded()) == 1


@pytest.mark.parametrize("keys", ["z", "x p enter"])
async def test_a_key_that_records_at_once_asks_too(tmp_path: Path, keys: str) -> None:
    last = SESSION.replace(":take 10\nIn public.\n", "") + ":strike e5.0\n:undo"
    async with desk(tmp_path, script=last if keys == "z" else SESSION, written_up=True) as at:
        at.screen.turn_to("i8", "6.0")
        # What is taken back is the taking back of the strike.
        await at.keys("y" if keys == "z" else keys)
        if keys == "z":
            await at.keys("enter")
        assert not at.recorded()
        assert "public." in at.said
        await at.keys("enter")
        assert len(at.recorded()) == 1


async def test_moving_a_line_up_over_the_exclusion_asks(tmp_path: Path) -> None:
    script = SESSION.replace("items=8 ", "")
    async with desk(tmp_path, script=script, written_up=True) as at:
        at.screen.turn_to("i8", "6.0")
        await at.keys("<")
        assert not at.recorded()
        assert "A paragraph becomes public." in at.said
        await at.keys("enter enter")
        assert len(at.recorded()) == 1


def test_in_lines_it_asks_twice_too(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path, script=SESSION), "jo") as kept:
        talk = Conversation(Sitting(kept, "jo"))
        before = len(kept)
        assert "become public" in " ".join(talk.answer(":undo e5"))
        assert "again" in " ".join(talk.answer(""))
        assert len(kept) == before
        talk.answer("")
        assert len(kept) == before + 1
