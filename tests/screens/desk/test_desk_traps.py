"""What once made wrong records at the desk: the say-back cut off, keys swallowed, words that went elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Minuted, RollCalled, VoteTaken
from screens.kit.lines import Lines
from tests.screens.desk.at_the_desk import council, desk
from tests.support.bodies import surname
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"
BUDGET = f"{OPEN}\n:take 1"
LONG = "That " + "the budget be increased by a sum to be agreed with the Leader of the Council " * 9


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
async def test_enter_records_only_what_is_shown_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, council(), BUDGET, size=size) as at:
        await at.begin(f":motion {surname(1).lower()} {surname(3).lower()} -- {LONG}")
        await at.keys("v")
        for number in range(2, 33):
            await at.keys(at.key(surname(number)))
        shown, whole = " ".join(at.text.split()), " ".join(at.said.split())
        await at.keys("enter")
        kinds = [type(event).__name__ for event in at.recorded()]
        if whole.endswith("Enter") and whole[-60:] in shown:
            assert "VoteTaken" in kinds
        else:
            assert kinds == []
            assert "does not fit on this screen" in at.said
            await at.keys("escape")
            assert at.home


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_said_lies_over_the_panes_and_moves_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        before = at.text.splitlines()
        for key in ["r", "v", "g", "o"]:
            await at.keys(key)
            now = at.text.splitlines()
            foot = at.screen.query_one("#foot").region
            assert now[: foot.y] == before[: foot.y] or key == "v"
            assert len(now) == len(before)
            assert at.screen.query_one("#record", Lines).region.bottom <= size[1] - 2
            await at.keys("escape")
        assert at.text.splitlines()[:-2] == before[:-2]


async def test_the_terminals_cursor_stands_where_what_enter_would_record_begins(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        for keys in ("r", "u", "6 space 3", "v a B"):
            await at.keys(keys)
            proposed = at.text.splitlines()[at.app.cursor_position.y][at.app.cursor_position.x :]
            assert at.said.split("\n")[-1].endswith("Enter")
            assert proposed.split()[0] in ("All", "6", "9", "11", "Roll", "Present", "r7,", "⚠"), proposed
            await at.keys("escape")


async def test_a_key_that_means_nothing_stops_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("=")
        await at.type("zebra")
        assert "left out" in at.said
        await at.keys("enter")
        assert at.recorded() == []
        await at.keys("backspace n enter")
        assert [type(event).__name__ for event in at.recorded()] == ["OutcomeDeclared"]


async def test_a_capital_begins_a_paragraph_where_letters_mean_no_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b 1")
        await at.type("Members asked about the roof.")
        await at.keys("ctrl+s")
        assert [event.text for event in at.recorded() if isinstance(event, Minuted)] == [
            "Members asked about the roof."
        ]


async def test_unanimous_with_nothing_open_takes_no_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        await at.keys("u")
        assert at.home
        assert "✗" in at.said
        await at.keys("T h e space s u n ctrl+s")
        assert [event.text for event in at.recorded() if isinstance(event, Minuted)] == ["The sun"]


async def test_find_begins_empty_after_esc(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("/")
        await at.type("roof")
        await at.keys("escape /")
        assert at.field == ""
        await at.type("budget")
        assert at.field == "budget"


async def test_what_is_typed_in_an_emptied_line_is_still_a_command(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(": backspace")
        await at.type("out ash")
        await at.keys("enter")
        assert [type(event).__name__ for event in at.recorded()] == ["Left"]
        await at.keys(": backspace")
        await at.type("Members agreed.")
        await at.keys("enter")
        assert at.recorded() == []


async def test_a_text_that_was_changed_is_never_replaced_by_history(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(":")
        await at.type("out ash")
        await at.keys("enter a")
        await at.keys("up")
        assert at.field == ""
        await at.type("Mend it")
        await at.keys("up down")
        assert at.field == "Mend it"
        await at.keys("escape : up")
        assert at.field == ":out ash"


async def test_letters_typed_among_all_keys_search_them(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("?")
        await at.type("casting")
        assert "Casting" in at.flat
        assert "Take item" not in at.flat
        await at.type("zzz")
        assert "Nothing is called that" in at.flat
        await at.keys("escape")
        assert at.home


async def test_a_roll_records_as_many_as_it_says(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("r a b enter")
        rolls = [event for event in at.recorded() if isinstance(event, RollCalled)]
        assert len(rolls[0].present) == len(at.meeting.acting) - 2


async def test_the_roll_is_called_in_its_order_and_who_was_not_called_is_not_for(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("v + f a b - f f f f")
        assert "9 of 11" in at.said
        await at.keys("up a f f")
        await at.keys("enter")
        assert at.recorded() == []
        assert "Not called: Councillor Sam Willow-Marsh" in at.said
        await at.keys("enter")
        vote = at.recorded()[-1]
        assert isinstance(vote, VoteTaken)
        assert (len(vote.for_names), len(vote.against_names), len(vote.abstained_names)) == (6, 2, 1)
        assert len(vote.not_voting) == 2


async def test_a_vote_by_exception_says_that_the_rest_was_not_called(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("v e F")
        assert "9 for (not called), 1 against, 1 abstained" in at.said


async def test_a_division_that_is_demanded_proposes_the_roll(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:division ash,birch,elm") as at:
        await at.keys("v")
        assert "A division is demanded: + calls the roll" in at.said


async def test_a_wrong_key_says_how_to_go_on_and_enter_leaves_it_behind(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d e 7")
        assert "No seat has “7”. Backspace, then the right key" in at.said
        await at.keys("enter 7 enter")
        assert "kind:" in at.said
        await at.keys("x")
        assert "means nothing here. Backspace, then the right key" in at.said
        await at.keys("backspace n s")
        assert "non-pecuniary, stays" in at.said


@pytest.mark.parametrize("keys", ["=", "b", "x", ",", "+", "b h a g tab J o", ", b", "x e", "d a b enter 8 enter"])
async def test_what_a_verb_asks_is_whole_on_the_smallest_screen(tmp_path: Path, keys: str) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7", size=(40, 12)) as at:
        await at.keys(keys)
        assert at.screen.said_whole
        said = "".join(at.said.split())
        assert said in "".join(at.text.split()), at.text
