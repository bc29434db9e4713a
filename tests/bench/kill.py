"""Killing the writer at random moments of a meeting: `python -m tests.bench.kill [KILLS] [--seed SEED]`.

A writer plays entries and says of each that it is recorded, once `append` has returned. It is killed with SIGKILL, at
any moment from its start; the meeting is opened again, and every entry it spoke of must be there, word for word. The
writer is forked, since what is tried is the file and not the start of Python.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store import Kept, StoreError

MEETING = 600
"""How many entries a meeting has before the next one is begun."""

LONGEST_LIFE = 0.06
"""Seconds that a writer lives at most: enough for a few hundred entries on a quick disk."""


@dataclass
class Toll:
    """What a run of killings found."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    altered: int = 0
    beyond: int = 0
    """Entries on disk that had not been acknowledged yet; at most one a kill is right."""
    torn: int = 0
    words_unreadable: int = 0
    not_reopened: int = 0
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Whether every promise was kept."""
        return (
            not (self.lost or self.altered or self.words_unreadable or self.not_reopened) and self.beyond <= self.kills
        )

    def __str__(self) -> str:
        return (
            f"{self.kills} kills in {self.seconds:.1f} s: {self.acknowledged} entries acknowledged, {self.lost} lost, "
            f"{self.altered} altered, {self.beyond} on disk but not yet acknowledged, "
            f"{self.torn} torn lines set aside, {self.words_unreadable} times words unreadable, "
            f"{self.not_reopened} times not reopened"
        )


def entry(number: int) -> dict[str, Any]:
    """Entry ``number`` of the meeting; now and then a long paragraph, which a kill can tear."""
    length = random.Random(number).choice((40, 40, 40, 40, 40, 40, 200, 200, 2_000, 30_000))
    text = f"{number}: “the Committee’s decision” {'—' * length}"
    return {"recorded": "2019-06-11T19:00:00", "by": "jo", "events": [{"type": "Paragraph", "text": text}]}


def play(path: Path, told: int) -> None:
    """The writer: play the meeting on from where it stands, telling ``told`` the number of each entry recorded."""
    with Kept.open(path, "Jo") as kept:
        for number in range(len(kept) + 1, MEETING + 1):
            if number % 20 == 0:
                kept.words.save({"text": f"half of {number}"})
            os.write(told, b"%d\n" % kept.append(entry(number)))


def kill_one(path: Path, life: float) -> int:
    """Let a writer live for ``life`` seconds, kill it, and return the number it acknowledged last, or 0."""
    read, told = os.pipe()
    writer = os.fork()
    if writer == 0:
        # Nothing of the parent's may run in the child, whatever happens: no test framework, no exit handlers.
        with contextlib.suppress(BaseException):
            os.close(read)
            play(path, told)
        os._exit(0)
    os.close(told)
    time.sleep(life)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with open(read, "rb") as pipe:
        numbers = pipe.read().split()
    return int(numbers[-1]) if numbers else 0


def inspect(path: Path, acknowledged: int, before: int, toll: Toll) -> int:
    """Open the meeting after a kill, add what is found to ``toll``, record one entry, and return how many there are."""
    try:
        kept = Kept.open(path, "Al")
    except StoreError:
        toll.not_reopened += 1
        return before
    with kept:
        there = kept.entries
        wanted = max(acknowledged, before)
        toll.acknowledged += wanted - before
        toll.lost += max(0, wanted - len(there))
        toll.beyond += max(0, len(there) - wanted)
        toll.altered += sum(found != entry(number) for number, found in enumerate(there, start=1))
        toll.torn += sum("set aside" in said for said in kept.report)
        toll.words_unreadable += bool(kept.words.load()[1])
        return kept.append(entry(len(there) + 1))


def run(kills: int, folder: Path, seed: int = 0) -> Toll:
    """Kill ``kills`` writers of meetings kept under ``folder``; the same seed kills after the same lifetimes."""
    chance = random.Random(seed)
    toll = Toll()
    begun = time.perf_counter()
    meeting, count = 0, MEETING
    path = folder
    while toll.kills < kills:
        if count >= MEETING:
            meeting += 1
            with Kept.create(folder, f"2019-06-11-kill-{meeting}", entry(1), by="Jo") as kept:
                path, count = kept.path, 1
        acknowledged = kill_one(path, chance.uniform(0, LONGEST_LIFE))
        toll.kills += 1
        count = inspect(path, acknowledged, count, toll)
    toll.seconds = time.perf_counter() - begun
    return toll


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill the writer of a meeting at random moments.")
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        toll = run(given.kills, Path(folder), given.seed)
    print(toll)
    return 0 if toll.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
