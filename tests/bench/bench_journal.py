"""What keeping a meeting costs: `python -m tests.bench.bench_journal`."""

from __future__ import annotations

import gc
import os
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from store import Follower, Kept, lines

SHORT, LONG = 100, 10_000


class Row(NamedTuple):
    """One line of the table: a figure beside its reference, both in milliseconds, and the most the ratio may be."""

    name: str
    figure: float
    reference: float
    ratio: float
    limit: float


def entry(number: int) -> dict[str, Any]:
    """An entry of the size that an arrival, a vote or a short paragraph has."""
    event = {"type": "Arrived", "member": f"m{number % 63}", "at": "2019-06-11T19:00:00", "item": "8", "place": None}
    return {"recorded": "2019-06-11T19:00:00.123456", "by": "jo", "events": [{**event, "private": False}]}


def meeting(home: Path, entries: int) -> Kept:
    """A meeting of so many entries, written at once and opened."""
    name = f"2019-06-11-{entries}"
    data, place = lines.first_line(name, "0123456789abcdef")
    written = [data]
    for number in range(1, entries + 1):
        data, place = lines.next_line(place, lines.EVENTS, {str(number): entry(number)})
        written.append(data)
    path = home / "meetings" / f"{name}.journal"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"".join(written))
    return Kept.open(path)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that ``work`` took."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


class Beside:
    """A bare file of a meeting's length, to which the bytes of its lines are appended and synced."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        bare = kept.path.with_suffix(".bare")
        bare.write_bytes(kept.path.read_bytes())
        self.fd = os.open(bare, os.O_WRONLY | os.O_APPEND)
        self.source = os.open(kept.path, os.O_RDONLY)
        self.number = len(kept)
        self.line = kept.path.read_bytes().splitlines(keepends=True)[-1]
        self.ours: list[float] = []
        self.bare: list[float] = []

    def one(self) -> None:
        """Record an entry, and append a line of the same length bare; each goes first in turn."""
        self.number += 1
        if self.number % 2:
            self._record()
            self._append()
        else:
            self._append()
            self._record()

    def _record(self) -> None:
        new, start = entry(self.number), os.fstat(self.source).st_size
        self.ours.append(timed(lambda: self.kept.append(new)))
        self.line = os.pread(self.source, 1 << 16, start)

    def _append(self) -> None:
        self.bare.append(timed(lambda: (os.write(self.fd, self.line), os.fsync(self.fd))))

    def close(self) -> None:
        os.close(self.fd)
        os.close(self.source)
        self.kept.close()


def rows(rounds: int = 400) -> list[Row]:
    """Durable entries, reopening and following, each beside its reference, in turns within one run."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        short, long = Beside(meeting(home, SHORT)), Beside(meeting(home, LONG))
        for _ in range(rounds):
            short.one()
            long.one()
        result = [
            _row(f"durable entry at {beside.number - rounds:,} entries", beside.ours, beside.bare, 1.5)
            for beside in (short, long)
        ]
        result.append(_row(f"durable entry at {LONG:,} against {SHORT}", long.ours, short.ours, 1.1))
        path = long.kept.path
        long.close()
        short.close()
        result.append(_row(f"reopening {LONG:,} entries, limit 300 ms", _reopenings(path), [300.0], 1.0))
        follower = Follower(path)
        follower.poll()
        idle = [(timed(follower.poll), timed(lambda: os.stat(path))) for _ in range(2_000)]
        result.append(_row("a look at a quiet meeting, one stat", *map(list, zip(*idle, strict=True)), 3.0))
    return result


def _row(name: str, ours: list[float], reference: list[float], limit: float) -> Row:
    figure, beside = median(ours), median(reference)
    return Row(name, figure, beside, figure / beside, limit)


def _reopenings(path: Path, times: int = 7) -> list[float]:
    """Opening, verifying, and decoding every entry for whoever folds them."""
    taken = []
    for _ in range(times):
        gc.collect()
        begun = perf_counter()
        kept = Kept.open(path)
        there = kept.entries
        taken.append((perf_counter() - begun) * 1000)
        kept.close()
        assert len(there) > LONG
    return taken


def main() -> None:
    machine = platform.processor() or platform.machine()
    print(f"{machine}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.platform()}")
    print(f"{'name':42}{'figure':>13}{'reference':>13}{'ratio':>8}{'limit':>8}")
    for row in rows():
        print(f"{row.name:42}{row.figure:10.4f} ms{row.reference:10.4f} ms{row.ratio:8.2f}{row.limit:8.2f}")


if __name__ == "__main__":
    main()
