"""The picture of the chair's view that the README shows, at the moment of the desk's: an amendment waits for its vote.

Once a change of the view is meant, `pytest tests/screens/chair/test_chair_picture.py --snapshot-update` takes it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sitting_beside import seen
from textual.pilot import Pilot

from clerk.shorthand.line import read_script
from screens.chair.app import ChairApp
from screens.chair.watching import Watching
from screens.cli.trying import sample, sample_meeting
from screens.sitting import Sitting, first_entry
from store.meetings import Kept

LAST = ":vote 4 6 0"


@pytest.fixture
def beside_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChairApp]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with Kept.create(tmp_path, "2026-09-15-elc", first_entry(sample_meeting(), "jo"), by="jo") as kept:
        sitting = Sitting(kept, "jo")
        evening = [line for _, line in read_script(sample("meeting.txt"))]
        for line in evening[: evening.index(LAST)]:
            sitting.take(line)
        yield ChairApp(Watching(kept.path), now=lambda: datetime(2026, 9, 15, 19, 31))


def test_the_chair_in_the_middle_of_a_meeting(beside_the_desk: ChairApp, snap_compare: Callable[..., bool]) -> None:
    async def caught_up(pilot: Pilot[Any]) -> None:
        await seen(pilot)

    assert snap_compare(beside_the_desk, terminal_size=(80, 24), run_before=caught_up)
