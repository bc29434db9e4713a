"""Keys that name several people, or a kind: apologies together, a motion that wants no seconder, a Member's report."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import ApologyReceived, Introduced, MotionMoved, PublicReadmitted
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


def _apologies(at: Desk) -> list[tuple[str, str]]:
    return [(event.person, event.kind) for event in at.recorded() if isinstance(event, ApologyReceived)]


async def test_several_apologies_are_one_gesture(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys(f"j {at.key('Elm')} {at.key('Oak')} {at.key('Ash')}")
        assert "Elm" in at.said
        assert "Oak" in at.said
        await at.keys("enter")
        assert _apologies(at) == [("elm", "absence"), ("oak", "absence"), ("ash", "absence")]
        assert at.home


async def test_one_is_recorded_as_before(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys(f"j {at.key('Elm')} enter")
        assert _apologies(at) == [("elm", "absence")]


@pytest.mark.parametrize(("tabs", "kind"), [(1, "lateness"), (2, "part"), (3, "early"), (4, "absence")])
async def test_tab_says_what_for(tmp_path: Path, tabs: int, kind: str) -> None:
    async with desk(tmp_path) as at:
        await at.keys(f"j {at.key('Elm')} {'tab ' * tabs}enter")
        assert _apologies(at) == [("elm", kind)]


async def test_a_member_named_twice_is_refused_and_backspace_takes_the_last_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        elm, oak = at.key("Elm"), at.key("Oak")
        await at.keys(f"j {elm} {elm}")
        assert "named already" in at.said
        await at.keys(f"backspace {oak} backspace enter")
        assert _apologies(at) == [("elm", "absence")]


async def test_a_motion_may_want_no_seconder(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(f"n {at.key('Elm')} -")
        await at.type("That the gate be mended.")
        await at.keys("ctrl+s")
        (motion,) = [event for event in at.recorded() if isinstance(event, MotionMoved)]
        assert motion.seconder == "without"


@pytest.mark.parametrize(("how", "manner"), [("i", "introduced"), ("p", "presented")])
async def test_a_member_brings_the_report(tmp_path: Path, how: str, manner: str) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(f"b m {at.key('Elm')} {how} enter")
        (introduced,) = [event for event in at.recorded() if isinstance(event, Introduced)]
        assert (introduced.people, introduced.manner) == (("elm",), manner)


async def test_the_public_comes_back_at_an_hour(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:exclude items=7 para=3", at="20:20") as at:
        await at.keys("x r")
        await at.type("20:15")
        await at.keys("enter")
        (back,) = [event for event in at.recorded() if isinstance(event, PublicReadmitted)]
        assert back.at is not None
        assert f"{back.at:%H:%M}" == "20:15"
