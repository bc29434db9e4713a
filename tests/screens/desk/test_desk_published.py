"""The desk on minutes that were published or approved: it opens read-only, and e asks once why they are changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clerk.library.facts import ApprovedElsewhere, KeptText, Published
from store.facts import Facts
from store.following import first_line_of
from tests.screens.desk.at_the_desk import desk, made
from tests.support.minute import OPEN

SCRIPT = f"{OPEN}\n:take 7\nThe strategy was spoken of.\n:close 21:00"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The folder of a meeting whose minutes were published."""
    path = made(tmp_path, script=SCRIPT)
    first = first_line_of(path)
    assert first is not None
    text = KeptText("sitting.published-1", "0", "barnet", "", 99)
    Facts(tmp_path).tell("jo", Published(meeting=first.id, on=date(2031, 3, 14), text=text))
    return tmp_path


async def test_nothing_is_recorded_before_the_reason_is_given_and_it_is_asked_once(published: Path) -> None:
    async with desk(published, written_up=True) as at:
        assert "READ-ONLY" in at.flat
        assert "published on 14 March 2031" in at.said
        await at.keys("t")
        assert at.home
        assert "published on 14 March 2031" in at.said
        await at.keys("e")
        assert "Why is it changed?" in at.said
        await at.type("a name was wrong")
        await at.keys("enter")
        assert "READ-ONLY" not in at.flat
        assert "a name was wrong" in at.said
        for words in ("More was said.", "And more."):
            await at.keys("t")
            await at.type(words)
            await at.keys("ctrl+s")
        assert [entry.why for entry in at.sitting.meeting.entries[-2:]] == ["a name was wrong"] * 2


async def test_what_is_approved_is_reopened_first(published: Path) -> None:
    first = first_line_of(published / "meetings" / "sitting.journal")
    assert first is not None
    fact = ApprovedElsewhere(meeting=first.id, body="Cabinet", on=date(2031, 4, 1), reason="it met once")
    Facts(published).tell("jo", fact)
    async with desk(published, written_up=True) as at:
        assert "approved by Cabinet on 1 April 2031" in at.said
        await at.keys("t")
        assert at.home
        await at.keys(":")
        assert at.home
