"""The picture of the desk that the README shows, so that it cannot go stale.

Once a change of the screen is meant, `pytest tests/screens/desk/test_snapshot.py --snapshot-update` takes it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from clerk.shorthand.line import read_script
from screens.cli.trying import sample, sample_meeting
from screens.desk.app import DeskApp
from screens.sitting import Sitting, first_entry
from store.meetings import Kept
from tests.screens.desk.at_the_desk import Clock

LAST = ":vote 4 6 0"
"""The picture is taken before this line of the sample evening: an amendment of item 7 waits for its vote."""


@pytest.fixture
def middle_of_the_meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskApp]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    clock = Clock(datetime(2026, 9, 15, 18, 52))
    with Kept.create(tmp_path, "2026-09-15-elc", first_entry(sample_meeting(), "jo"), by="jo") as kept:
        sitting = Sitting(kept, "jo", clock)
        evening = [line for _, line in read_script(sample("meeting.txt"))]
        for line in evening[: evening.index(LAST)]:
            if line.startswith(":open"):
                clock.set(19, 0)
            sitting.take(line)
            clock.later()
        yield DeskApp(lambda: sitting)


def test_the_desk_in_the_middle_of_a_meeting(middle_of_the_meeting: DeskApp, snap_compare: Callable[..., bool]) -> None:
    async def vote_begun(pilot: Pilot[Any]) -> None:
        await pilot.press("v", "g", "h", "I")
        await pilot.pause()
        # What the rules find follows the repaint by itself; here at once, so that the picture is always the same.
        pilot.app.desk.look()  # type: ignore[attr-defined]
        await pilot.pause()

    assert snap_compare(middle_of_the_meeting, terminal_size=(120, 36), run_before=vote_begun)
