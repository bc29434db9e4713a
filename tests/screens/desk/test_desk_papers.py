"""Papers that come while the desk is open."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.events import ItemAdded, ItemChanged
from clerk.setup.convening import read_meeting
from screens.review.screen import ReviewScreen
from tests.packs.test_packs_adding import LATE
from tests.screens.desk.at_the_desk import COMMITTEE, Desk, desk
from tests.support.minute import OPEN


async def asked_for(at: Desk, file: Path | str) -> None:
    """Adds a file by its key, and waits until it was read."""
    await at.keys("ampersand")
    await at.pilot.pause()
    await at.type(f"{file}\n")
    for _ in range(600):
        if not at.app.workers._workers:
            break
        await asyncio.sleep(0.02)
    await at.pilot.pause()


async def looked_at(at: Desk) -> None:
    assert isinstance(at.app.screen, ReviewScreen)
    doubts = len(at.app.screen.review.doubts())
    await at.keys("ctrl+s")
    if doubts:
        await at.keys("ctrl+s")
    await at.pilot.pause()
    assert at.app.screen is at.screen


@pytest.mark.parametrize("dragged", ["late.txt", "'a late report.txt'", r"a\ late\ report.txt"])
async def test_a_report_that_comes_late_is_added_and_the_meeting_goes_on(tmp_path: Path, dragged: str) -> None:
    for name in ("late.txt", "a late report.txt"):
        (tmp_path / name).write_text(LATE)
    async with desk(tmp_path, script=f"{OPEN}\n:take 7\nThe roof leaks.") as at:
        await asked_for(at, f"'{tmp_path}/{dragged[1:]}" if dragged[0] == "'" else f"{tmp_path}/{dragged}")
        await looked_at(at)
        (added,) = [event for event in at.recorded() if isinstance(event, ItemAdded | ItemChanged)]
        assert "mornings" in str(added).casefold()
        assert "✓" in at.said
        assert "The roof leaks." in at.rows
        await at.keys("T")
        await at.type("hey spoke.\n")
        assert "They spoke." in at.rows


async def test_a_file_that_is_not_there_or_cannot_be_read_adds_nothing(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 nothing")
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        await asked_for(at, tmp_path / "nowhere.pdf")
        assert "There is no file" in at.flat
        await at.keys("escape")
        await asked_for(at, "~nobody-here/late.txt")
        assert "Nobody on this computer is “~nobody-here”" in at.flat
        await at.keys("escape")
        await asked_for(at, "A paragraph. " * 40)
        assert "There is no file" in at.flat
        await at.keys("escape")
        await asked_for(at, scan)
        assert at.app.screen is at.screen
        assert "Nothing was added" in at.said
        assert at.recorded() == []


async def test_what_is_left_is_not_added(tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text(LATE)
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        await asked_for(at, late)
        for _ in range(2):
            if at.app.screen is not at.screen:
                await at.keys("q")
        assert at.app.screen is at.screen
        assert "Nothing of late.txt was added" in at.said
        assert at.recorded() == []


async def test_minutes_that_were_approved_are_no_longer_to_be_approved(tmp_path: Path) -> None:
    papers = read_meeting(COMMITTEE)
    items = [
        replace(item, minutes_of=(date(2031, 1, 15),)) if item.kind == "minutes" else item for item in papers.items
    ]
    async with desk(tmp_path, replace(papers, items=tuple(items)), script=f"{OPEN}\n:take 1") as at:
        assert "of 15 January 2031 are to be approved" in at.flat
        await at.keys("= m enter")
        assert "are to be approved" not in at.flat
