"""What a clerk would type into `?` and Ctrl+P, in plain words, finds something in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.shorthand.verbs import VERBS
from screens.desk.commands import TABLE
from screens.desk.verb_palette import score as score_verb
from screens.kit.help_screen import help_rows
from screens.kit.palette import score
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

WORDS = """
disorder disturbance interruption removed walkout adjourn recess break lunch postpone recount casting tie dissent
abstention deputation petition objector quorum inquorate exempt deferred withdrawn late tribute silence condolence
congratulations thanks obituary mayor broadcast hybrid remote resolution rescind extension guillotine resignation
vacancy appointment proxy chairman election nomination apology interest bias lobbying referral urgent correction erratum
"""


async def test_plain_words_find_what_is_meant(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        for word in WORDS.split():
            keys = [command for command in TABLE if command.in_context("home") and score(word, command) >= 0.5]
            verbs = [verb for verb in VERBS.values() if score_verb(word, verb) > 0]
            assert keys or verbs, word
            rows = help_rows(at.app.desk.commands, "home", word, lambda command: command.followed_by(at.screen))
            assert rows, word


@pytest.mark.parametrize("word", ["disorder", "recess"])
async def test_the_palette_shows_it(tmp_path: Path, word: str) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        await at.keys("ctrl+p")
        await at.type(word)
        assert "Nothing is called so" not in at.text
        assert await at.sees("Meeting")
