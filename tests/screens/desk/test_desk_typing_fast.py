"""Keys that come faster than the desk can follow: each takes its effect before the next, in the order typed."""

from __future__ import annotations

from asyncio import TimerHandle
from pathlib import Path

import pytest
from textual import events

from clerk.events import Minuted
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7\nA line that z would undo."


async def test_a_key_that_comes_between_two_turns_waits_for_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        done = at.app.at_rest
        late = [events.Key("enter", "\r")]

        def rest(limit: TimerHandle) -> None:
            if at.app._keys_waiting and late:
                at.app.post_message(late.pop())
            done(limit)

        monkeypatch.setattr(at.app, "at_rest", rest)
        await at.keys("/ z z z")
        assert late == []
        assert at.recorded() == []
        assert "“zzz” is nowhere" in at.said


async def test_a_whole_evening_typed_at_once_goes_where_it_belongs(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        typed = "Undo, vote and zap.\nOut it goes."
        names = [{" ": "space", "\n": "enter"}.get(character, character) for character in typed]
        await at.keys(" ".join([*names, "ctrl+s", "o", "e", "i", "e", "u", "enter", "z", "y", "t", "escape"]))
        kinds = [type(event).__name__ for event in at.recorded()]
        assert kinds == [
            "Minuted", "Minuted", "Left", "Arrived", "QuestionPut", "VoteTaken", "Retracted", "Retracted",
        ]  # fmt: skip
        written = [placed.event.text for placed in at.meeting.events if isinstance(placed.event, Minuted)]
        assert written[1:] == ["Undo, vote and zap.", "Out it goes."]


async def test_the_palette_can_be_paged_before_anything_is_found(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for keys in ("pagedown", "pageup", "x x x x pageup pagedown"):
            await at.keys(f"ctrl+p {keys} escape")
            while at.app.screen is not at.screen:
                await at.keys("escape")
        assert at.recorded() == []


async def test_an_item_with_nothing_recorded_can_be_paged(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("pagedown pageup end home up down")
        assert at.recorded() == []
