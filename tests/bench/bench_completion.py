"""What completion costs a key, late in a full council's evening: `python -m tests.bench.bench_completion`.

The processor's time for the words that are offered as a paragraph is typed, beside the 5 ms that a key may take. The
evening says the same again and again, so that every pair of words has as many places as are looked at.
"""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from screens.desk.completing import Completing
from screens.desk.writing import Writing
from screens.sitting import Sitting
from store.meetings import Kept
from tests.bench import evening
from tests.bench.table import Row, show

EVENTS = 2_000
KEY = 5.0
"""Milliseconds that completion may take of a key."""

TEXT = "Members asked what the works would cost, who would bear it, and when the paths would be open again. "


def rows(rounds: int = 200) -> list[Row]:
    """A key in the middle, and the slowest in twenty."""
    taken = _offered(rounds)
    name = f"words offered, a key, {EVENTS:,} events"
    return [
        Row.of(name, median(taken), KEY, 1.0),
        Row.of(f"{name}, 95 in 100 below", quantiles(taken, n=20)[-1], KEY, 1.0),
    ]


def _offered(rounds: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        name = evening.keep(home, EVENTS)
        with Kept.open(home / "meetings" / f"{name}.journal", "jo") as kept:
            completing = Completing(Sitting(kept, "jo"))
            completing.learn()
            completing.follow()
            writing = Writing("paragraphs")
            taken = []
            for end in range(rounds):
                typed = "".join(islice(cycle(TEXT), end + 1))
                began = process_time()
                completing.offers(writing, typed, 0)
                taken.append((process_time() - began) * 1000)
            return taken


if __name__ == "__main__":
    show(rows())
