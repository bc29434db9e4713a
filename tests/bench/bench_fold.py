"""What a long meeting costs in process, without a screen: `python -m tests.bench.bench_fold`."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from screens.sitting import Sitting
from store.meetings import Kept
from tests.bench import evening
from tests.bench.table import Row, show
from tests.support.bodies import surname

SHORT, LONG = 2_000, 10_000
REOPENING = 300.0
"""Milliseconds that reopening the long meeting may take: the store, the decoding and the fold."""


def rows(rounds: int = 200) -> list[Row]:
    """Reopening a long meeting, and taking an arrival in it beside the same in a shorter one."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        short, long = (home / "meetings" / f"{evening.keep(home, events)}.journal" for events in (SHORT, LONG))
        reopened = median(_timed(lambda: _reopen(long)) for _ in range(7))
        with Kept.open(short, "bench") as fewer, Kept.open(long, "bench") as more:
            sittings = [_sitting(fewer), _sitting(more)]
            taken = [[_arrival(sitting, number) for sitting in sittings] for number in range(rounds)]
        at_short, at_long = (median(figures) for figures in zip(*taken, strict=True))
        return [
            Row.of(f"reopening {LONG:,} events, beside {REOPENING:.0f} ms", reopened, REOPENING, 1.0),
            Row.of(f"Sitting.take, an arrival, at {LONG:,} beside {SHORT:,}", at_long, at_short, 1.5),
        ]


def _reopen(path: Path) -> None:
    with Kept.open(path, "bench") as kept:
        sitting = Sitting(kept, "bench")
        assert len(sitting.meeting.events) >= LONG


def _sitting(kept: Kept) -> Sitting:
    """A sitting by a clock that stands after the last event, as the clock of a meeting does."""
    last = max(placed.event.at for placed in Sitting(kept, "bench").meeting.events if placed.event.at)
    return Sitting(kept, "bench", lambda: last + timedelta(seconds=1))


def _arrival(sitting: Sitting, number: int) -> float:
    who = surname(3 + number % 60)
    sitting.take(f":out {who}")
    return _timed(lambda: sitting.take(f":in {who}"), collect=False)


def _timed(work: Callable[[], object], *, collect: bool = True) -> float:
    if collect:
        gc.collect()
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    show(rows())
