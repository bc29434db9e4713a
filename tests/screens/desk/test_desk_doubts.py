"""Moments of doubt of whoever minuted an evening by the keys alone: what the desk said too little of."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from screens.desk.fields import SAY_AHEAD_AFTER
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


@pytest.mark.parametrize(("keys", "now", "then"), [("p e", "until another does", "for this item only"),
                                                   ("n", "a motion", "to vary the order of business")])  # fmt: skip
async def test_tab_says_what_it_is_now_and_what_it_will_be(tmp_path: Path, keys: str, now: str, then: str) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(keys)
        assert f"{now} (Tab: {then})" in at.said
        await at.keys("tab")
        assert f"{then} (Tab: " in at.said


async def test_before_the_meeting_the_keys_of_its_beginning_come_first(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(80, 24)) as at:
        assert at.text.splitlines()[-1].split()[:6] == ["r", "Roll", ".", "Meeting", "p", "Presides"]
        await at.keys("r enter . o enter")
        assert at.text.splitlines()[-1].split()[:2] == ["t", "Text"]


@pytest.mark.parametrize(
    ("keys", "words", "would"),
    [
        ("b s", "Jo Tew", "Jo Tew spoke"),
        ("= d", "for want of a plan", "Outcome: deferred"),
        ("! ", "ask for the name", "ask for the name"),
        ("d e enter 8 enter n s", "owning a boat there", "owning a boat there"),
    ],
)
async def test_beside_a_short_text_it_is_said_what_enter_would_record(
    tmp_path: Path, keys: str, words: str, would: str
) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(keys)
        await at.type(words)
        await asyncio.sleep(2 * SAY_AHEAD_AFTER)
        await at.rest()
        assert would in at.said
        assert at.said.endswith("Enter")


async def test_the_roll_is_not_called_for_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote unanimous") as at:
        await at.keys("v +")
        assert at.said.startswith("✗ Nothing is open here to be put: move a motion first")
        await at.keys("escape n e f")
        await at.type("That it be so.")
        await at.keys("ctrl+s v +")
        assert at.said.startswith("1 of 11: ")


async def test_a_seat_says_in_whose_place_and_a_ballot_without_a_count_has_none(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ m")
        await at.type("Mina Maple")
        await at.keys("tab e enter")
        assert at.said == "✓ Seat of Councillor Elm: Councillor Maple"
        await at.keys(", b f enter")
        assert "not counted: Councillor Fir elected" in at.said
        assert " 0" not in at.said


async def test_what_enter_would_record_of_a_line_is_known_before_however_fast_it_comes(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(40, 12)) as at:
        # Too much to be shown whole: Enter comes before the pause after which that is said.
        await at.type(":vote named against=ash,birch,cedar,dogwood,elm,fir abstain=hazel,juniper,oak,pine rest=for")
        await at.keys("enter")
        assert at.recorded() == []
        assert "does not fit on this screen" in at.said
        await at.keys("ctrl+t")
        await at.type(":heading after=2 -- Welcome")
        await at.keys("enter")
        assert len(at.recorded()) == 1


async def test_of_corrected_minutes_whose_day_nothing_tells_it_is_asked_before_the_words(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        at.screen.look()
        await at.keys("= k")
        assert at.said.startswith("Minutes corrected: dates")
        await at.type("2031-02-04")
        await at.keys("enter")
        await at.type("seven boats -> eight boats")
        await at.keys("ctrl+s")
        (event,) = at.recorded()
        assert (str(event.dates[0]), len(event.corrections)) == ("2031-02-04", 1)  # type: ignore[union-attr]
        # Approved tonight, they are known: the next correction is asked for at once.
        await at.keys("= k")
        assert at.screen.context == "line"


async def test_enter_records_a_form_at_words_that_need_not_be_said(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        await at.keys("= m")
        await at.type("2031-02-04")
        await at.keys("shift+tab shift+tab up up up tab tab tab tab tab tab")
        while "words ‹" not in at.said:
            await at.keys("tab")
        assert at.said.endswith("Enter")
        await at.keys("enter")
        assert len(at.recorded()) == 1
        await at.keys("e")
        while "words ‹" not in at.said:
            await at.keys("tab")
        await at.type("s")
        await at.keys("ctrl+s")
        await at.keys("e")
        while "words ‹" not in at.said:
            await at.keys("tab")
        # Words that stand there are opened, and it is said so.
        await at.keys("enter")
        assert at.field == "s"


async def test_nobody_known_by_a_name_says_how_one_is_made_known(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ m")
        await at.type("Xenia Quist")
        assert "Whoever is new is made known first: a member by :members" in at.said
        await at.keys("escape + r")
        await at.type("Xenia Quist (Harbour)")
        await asyncio.sleep(2 * SAY_AHEAD_AFTER)
        await at.rest()
        assert "Councillor Xenia Quist (Harbour)" in at.said
        await at.keys("enter")
        assert [type(event).__name__ for event in at.recorded()] == ["PersonMet", "SeatChanged"]
