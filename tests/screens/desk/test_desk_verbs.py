"""The rare things, which have no key: found in the palette by a clerk's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.shorthand.verbs import VERBS
from screens.desk.verb_palette import score
from screens.desk.writing import Writing
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN


@pytest.mark.parametrize(
    "words",
    ["dispensation", "deputation", "call-in", "petition", "referred", "press and public", "condolence", "adjourn"],
)
def test_a_rare_thing_is_found_by_its_own_words(words: str) -> None:
    assert any(score(words, verb) for verb in VERBS.values())


@pytest.mark.parametrize(
    ("words", "verb"), [("urgent", "urgent"), ("public questions", "questions"), ("petition", "petition")]
)
async def test_a_rare_thing_comes_first_by_its_own_name(tmp_path: Path, words: str, verb: str) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7") as at:
        await at.keys("ctrl+p")
        await at.type(words)
        await at.pilot.pause(0.5)
        await at.keys("enter")
        await at.pilot.pause(0.3)
        assert at.field.startswith(f":{verb} ")


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
        at.app.desk.completing.snippets = {"fd": "following discussion"}
        await at.keys("A")
        await at.type("s fd @RA and HR noted it @ra ")
        assert "“@ra” is written out: Councillor Rowan Ash" in at.said
        await at.keys("ctrl+z ctrl+s")
        assert at.recorded()[-1].text == "As following discussion Councillor Rowan Ash and HR noted it @ra"  # type: ignore[union-attr]


async def test_a_line_says_how_it_goes_on_and_what_it_would_record(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7") as at:
        for typed, said in [
            (":", "A line of shorthand"),
            (":out", ":out ash"),
            (":@20:05 out elm", "Councillor Elm went out. 10 of 11 in the room"),
            (":out nobody", "nobody"),
            (":exclude items=", ":exclude items=9+10 para=3"),
            (":motion elm fir -- That [/b] 50% be sold", "Motion m1: Councillor Elm, seconded Councillor Fir"),
            ("A sentence.", "There is no command “:a”"),
        ]:
            at.screen.write(Writing("line", wants="A line of shorthand"), typed)
            await at.rest()
            at.screen.fields.say_ahead()
            assert said in at.said, typed
            await at.keys("escape")
        assert at.recorded() == []


async def test_an_action_says_whose_it_is_before_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7") as at:
        await at.keys("a")
        await at.type("Mend the roof @reed by 1 May 2031")
        at.screen.fields.say_ahead()
        assert "Action for Ms Reed, by 1 May 2031: Mend the roof. Enter" in at.said
        await at.keys("enter")
        assert at.home


async def test_words_are_found_wherever_they_stand_in_a_line(tmp_path: Path) -> None:
    reason = "it would cost a great deal more than was said in the report, and the swans would leave"
    async with desk(tmp_path, script=f"{OPEN}:take 7\n:outcome refused -- {reason}") as at:
        await at.keys("/")
        await at.type("swans would\n")
        assert "the swans would leave" in at.said


async def test_appointing_comes_first_by_its_own_word(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7") as at:
        await at.keys("ctrl+p")
        await at.type("appoint")
        await at.pilot.pause(0.5)
        await at.keys("enter")
        await at.pilot.pause(0.3)
        assert at.field.startswith(":appoint ")


async def test_a_line_says_that_who_is_named_spoke(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7") as at:
        at.screen.write(Writing("line", wants="A line of shorthand"), ":appreciation ash by=elm -- her year")
        await at.rest()
        at.screen.fields.say_ahead()
        assert "who spoke: Councillor Elm" in at.said
