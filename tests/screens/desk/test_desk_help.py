"""`?` at the desk: what follows a key is found by its words, and the verbs that have no key of their own."""

from pathlib import Path

from clerk.events import ActionAgreed, Introduced, Noted
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_what_follows_a_key_is_found_by_its_words(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("?")
        assert "= k" not in at.flat
        await at.type("minutes cor")
        assert "= k" in at.flat
        assert "minutes corrected" in at.flat
        assert "= m" not in at.flat
        await at.keys("escape = k")
        assert "Minutes corrected" in at.said


async def test_what_cannot_be_begun_now_is_followed_by_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys("?")
        await at.type("own vote")
        assert "Own vote" in at.flat
        assert "k f" not in at.flat


async def test_a_verb_without_a_key_is_found_with_how_it_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("?")
        await at.type("deputation")
        assert ":deputation" in at.flat
        await at.type("x")
        assert "Nothing is called that" in at.flat
        await at.keys("backspace escape")
        await at.type(":attending reed\n")
        assert isinstance(at.recorded()[-1], Noted)
        assert "In attendance (Ms Reed)" in at.flat


async def test_an_hour_that_was_typed_is_said_of_what_is_recorded_at_once(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o")
        await at.type("19:40 e")
        assert "Councillor Elm went out at 7.40 pm" in at.said
        await at.keys("i e")
        assert "Councillor Elm came in" in at.said
        assert "pm" not in at.said


async def test_a_comma_between_task_owner_and_day_belongs_to_none(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for typed in ("Write to the Scouts, @reed, by 2 dec", "@reed, write, in time, to the Scouts, by 2 dec"):
            await at.keys("a")
            await at.type(f"{typed}\n")
        tasks = [event.task for event in at.recorded() if isinstance(event, ActionAgreed)]
        assert tasks == ["Write to the Scouts", "write, in time, to the Scouts"]


async def test_whoever_leaves_what_was_begun_is_told_that_nothing_is_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("= escape")
        assert "Nothing recorded" not in at.said
        await at.keys("d e enter escape")
        assert at.said.startswith("Nothing recorded.")
        await at.keys("b 1")
        await at.type("Members spoke")
        assert "Not recorded: Ms Reed" in at.said
        await at.keys("enter")
        assert not [event for event in at.recorded() if isinstance(event, Introduced)]


async def test_the_text_of_an_amendment_is_offered_where_it_is_put_right(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:amend elm ash add -- That the hedge be kept.") as at:
        await at.keys("m")
        assert "Enter: its text" not in at.said
        await at.keys("escape end e")
        assert "Enter: its text" in at.said
        await at.keys("enter")
        assert "That the hedge be kept." in at.field
