"""A shared drive and no server: the chair's view and the page follow the copy in a folder, whatever the drive does."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from screens.board.sources import JournalSource
from screens.chair.watching import Watching
from screens.sitting import Sitting
from store.meetings import Kept
from tests.screens.desk.at_the_desk import made
from tests.support.minute import OPEN

SCRIPT = [":out elm", ":in elm", ":out oak", ":take 8", ":in oak", ":out fir", ":vote 6 3 1", ":in fir", ":take 10"]


class Drive:
    """A shared drive that shows a reader another's file late, in part, and as another file."""

    def __init__(self, source: Path, shown: Path, chance: random.Random) -> None:
        self._source, self.shown, self._chance = source, shown, chance

    def step(self) -> None:
        """Something of the source becomes seen: never in order, never whole, until `settle`."""
        data = self._source.read_bytes()
        seen = self.shown.read_bytes() if self.shown.exists() else b""
        how = self._chance.randrange(6)
        if how == 0:
            return
        if how == 1:
            # A torn read: some bytes of what is new.
            upto = self._chance.randint(len(seen), len(data)) if len(data) >= len(seen) else len(data)
            self.shown.write_bytes(data[:upto])
        elif how == 2:
            # The size is known before the words: the rest reads as noughts.
            upto = self._chance.randint(min(len(seen), len(data)), len(data))
            self.shown.write_bytes(data[:upto] + b"\0" * (len(data) - upto))
        elif how == 3:
            # Another file under the same name.
            fresh = self.shown.with_suffix(".new")
            fresh.write_bytes(data)
            os.replace(fresh, self.shown)
        elif how == 4:
            # An older state of it, from a cache.
            self.shown.write_bytes(data[: self._chance.randint(0, len(data))])
        else:
            self.shown.unlink(missing_ok=True)

    def settle(self) -> None:
        self.shown.write_bytes(self._source.read_bytes())


@pytest.mark.parametrize("seed", range(12))
def test_a_copy_is_followed_through_delays_and_torn_reads(tmp_path: Path, seed: int) -> None:
    path = made(tmp_path / "desk", script=f"{OPEN}\n:take 7")
    drive = Drive(path, tmp_path / "sitting.journal", random.Random(seed))
    drive.settle()
    watching = Watching(drive.shown)
    with Kept.open(path) as kept:
        sitting = Sitting(kept, "jo")
        counts = [len(watching.meeting.entries)]
        for line in SCRIPT:
            sitting.take(line)
            for _ in range(3):
                drive.step()
                watching.look()
                # What is shown is always some state of the record, never a mixture.
                shown = watching.meeting.entries
                assert shown == sitting.meeting.entries[: len(shown)]
                counts.append(len(shown))
        drive.settle()
        os.utime(drive.shown)
        watching.look()
        assert watching.meeting.entries == sitting.meeting.entries
        assert watching.message == "" or "read again" in watching.message


def test_the_second_copy_is_followed_live(tmp_path: Path) -> None:
    path = made(tmp_path / "desk", script=f"{OPEN}\n:take 7")
    folder = tmp_path / "drive"
    folder.mkdir()
    with Kept.open(path, copy_to=folder) as kept:
        sitting = Sitting(kept, "jo")
        for line in SCRIPT[:3]:
            sitting.take(line)
        copy = folder / path.name
        source: JournalSource | None = None
        for line in [":out ash", ":in ash"]:
            sitting.take(line)
            _until_copied(path, copy)
            source = source or JournalSource(copy)
            source.look()
            assert source.public.shown.quorum is not None
            assert source.public.shown.quorum.have == len([1 for _ in sitting.meeting.in_room])
    # It is never written to: not even a lock beside it.
    assert [file.name for file in folder.iterdir() if file.suffix not in (".journal",)] == []


def _until_copied(path: Path, copy: Path) -> None:
    import time

    end = time.monotonic() + 20
    while not copy.exists() or copy.read_bytes() != path.read_bytes():
        assert time.monotonic() < end
        time.sleep(0.02)
