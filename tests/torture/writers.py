"""Writers killed at any moment of a meeting."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.bench import kill
from tests.torture.trial import Lost

_AT_ONCE = 10


def killed(chance: Random, folder: Path, number: int) -> int:
    """Ten writers of one meeting, one after the other, each killed within a few hundredths of a second."""
    toll = kill.run(_AT_ONCE, folder, seed=chance.randrange(1 << 30))
    if not toll.clean:
        raise Lost(str(toll))
    return toll.kills
