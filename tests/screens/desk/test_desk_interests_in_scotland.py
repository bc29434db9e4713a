"""The kinds of the Scottish Code have keys where the meeting's law is Scotland's, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Declared
from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.minute import OPEN

SCOTS = COMMITTEE.replace('profile = "barnet"', 'profile = "scotland"')


@pytest.mark.parametrize(("key", "kind"), [("f", "financial"), ("n", "non-financial"), ("t", "connection")])
async def test_a_kind_by_its_key(tmp_path: Path, key: str, kind: str) -> None:
    async with desk(tmp_path, SCOTS, script=OPEN) as at:
        await at.keys(f"d {at.key('Elm')} enter 7 enter {key} s")
        await at.type("being a trustee")
        await at.keys("enter")
        (declared,) = [event for event in at.recorded() if isinstance(event, Declared)]
        assert declared.kind == kind


async def test_not_under_another_law(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys(f"d {at.key('Elm')} enter 7 enter")
        assert "connection" not in at.said
