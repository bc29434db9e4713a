"""The rare things, which have no key: found in the palette by a clerk's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.verbs import VERBS
from screens.desk.verb_palette import score
from tests.screens.desk.at_the_desk import desk


@pytest.mark.parametrize(
    "words",
    ["dispensation", "deputation", "call-in", "petition", "referred", "press and public", "condolence", "adjourn"],
)
def test_a_rare_thing_is_found_by_its_own_words(words: str) -> None:
    assert any(score(words, verb) for verb in VERBS.values())


def test_nonsense_finds_nothing() -> None:
    assert not any(score("xyzzy", verb) for verb in VERBS.values())


async def test_choosing_one_begins_its_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("ctrl+p")
        await at.type("deputation")
        await at.pilot.pause(0.5)
        await at.keys("enter")
        await at.pilot.pause(0.3)
        assert ":deputation" in at.flat


async def test_initials_and_snippets_are_written_out(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.app.desk.snippets = {"fd": "following discussion"}
        await at.keys("A")
        await at.type("s fd it was noted")
        await at.keys("ctrl+s")
        assert at.recorded()[-1].text == "As following discussion it was noted"  # type: ignore[union-attr]
