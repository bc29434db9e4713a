"""The narrative of June 2019 written up at the desk, with what was said beside it and without: the keys it takes."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from clerk.events import Minuted
from clerk.setup.convening import read_meeting
from screens.desk.writing import Writing
from screens.kit.ghost import Offered
from store.places import transcript_of
from store.transcripts.keeping import id_of, save
from tests.screens.desk.at_the_desk import desk

from . import minuting, papers
from .june import June
from .spoken import talk, transcript
from .test_desk_june import Taking, keep_earlier_papers

PRESSED = 3
"""Paragraphs for which the keys are pressed as well as found out: all of them take minutes."""


class Effort(NamedTuple):
    """What the narrative takes: its characters, the keys, and how many offers were taken of those shown."""

    characters: int
    keys: int
    taken: int
    shown: int

    def __str__(self) -> str:
        return f"{self.keys / self.characters:.3f} keys a character ({self.taken:,} offers taken of {self.shown:,})"


async def write_up(june: June, steps: list[minuting.Gesture], home: Path, *, spoken: bool) -> Effort:
    """Every paragraph in its order, each learned when it is written, as a clerk would who takes what is right of what
    is offered."""
    home.mkdir()
    keep_earlier_papers(june, home)
    opened = datetime(2019, 6, 11, 19, 0)
    async with desk(home, read_meeting(papers.meeting_toml(june)), at="19:00") as at:
        if spoken:
            path = at.sitting.kept.path
            save(path, transcript(id_of(path), steps, opened))
            assert transcript_of(path).exists()
        completing = at.screen.completing
        completing.follow()
        while not completing.learned or (spoken and not len(completing._spoken)):
            await asyncio.sleep(0.01)
        characters = keys = taken = shown = 0
        at.screen.write(Writing("paragraphs"))
        await at.rest()
        writing, width = at.screen.writing, at.entry.wrap_width
        offered = Offered(lambda text, place: completing.offers(writing, text, place))
        for number, step in enumerate(step for step in steps if step.narrative):
            finding = Taking(offered, "", step.narrative, width)
            finding.find()
            characters, keys = characters + len(step.narrative), keys + len(finding.keys) + 1
            taken, shown = taken + finding.taken, shown + finding.shown
            if number < PRESSED:
                await at.press([*finding.keys, "enter"])
                event = at.meeting.events[-1].event
                assert isinstance(event, Minuted)
                assert event.text.rstrip() == step.narrative.rstrip()
            else:
                at.sitting.take(step.narrative)
        return Effort(characters, keys, taken, shown)


async def test_the_keys_with_and_without_what_was_said(
    june: June, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = minuting.gestures(june)
    without = await write_up(june, steps, tmp_path / "without", spoken=False)
    with_it = await write_up(june, steps, tmp_path / "with", spoken=True)
    said = sum(len(turn) for turn in talk(steps))
    with capsys.disabled():
        print(
            f"\nThe narrative of June 2019 ({without.characters:,} characters; {said:,} said, invented) written up.\n"
            f"Without what was said: {without}.\nWith it: {with_it}."
        )
    assert with_it.keys < without.keys
