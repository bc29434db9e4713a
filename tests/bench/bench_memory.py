"""Whether the desk's memory grows with use: `python -m tests.bench.bench_memory`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from tests.bench import evening
from tests.bench.pty_app import PtyApp, surroundings
from tests.bench.table import Row, show

EARLY, LATE = 300, 3_000
LIMIT = 1.05
EVENTS = 200
ROUND = 34
"""Keys until a clerk's work begins again, in which four entries are made: a paragraph, out, in, an undo."""

ESCAPE, RIGHT, LEFT, DOWN, SAVE = "\x1b", "\x1b[C", "\x1b[D", "\x1b[B", "\x13"


def rows() -> list[Row]:
    """The desk's resident memory after many keys beside that after a few."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(Path(folder))
        name = evening.keep(Path(folder) / "home", EVENTS)
        with PtyApp(["-m", "clerk", "open", name], env) as desk:
            desk.wait_for(evening.COUNCIL)
            desk.settle(1.0)
            begun = _lines(Path(folder), name)
            keys = _work()
            for _ in range(EARLY):
                _press(desk, next(keys))
            early = _resident(desk)
            for _ in range(LATE - EARLY):
                _press(desk, next(keys))
            recorded = _lines(Path(folder), name) - begun
            assert recorded >= LATE // ROUND * 4, f"only {recorded} entries: the keys did not do what they should"
            return [Row.of(f"memory after {LATE:,} keys beside {EARLY}", _resident(desk), early, LIMIT, "MiB")]


def _work() -> Iterator[str]:
    """A clerk's keys, over and over: items turned, steps opened and left, a paragraph, someone out and in, an undo."""
    for first, last in cycle(evening.CODES):
        yield from (RIGHT, RIGHT, LEFT, DOWN, DOWN)
        yield from ("v", ESCAPE, "m", first, last, ESCAPE, "?", ESCAPE, "f", ESCAPE)
        yield from "The paths."
        yield SAVE
        yield from ("o", first, last, "i", first, last)
        yield from ("z", "\r")


def _press(desk: PtyApp, key: str) -> None:
    # The key after Esc must not come so soon that the two are taken for one: Textual waits 100 ms.
    desk.send(key, 0.15 if key == ESCAPE else 0.02)


def _lines(folder: Path, name: str) -> int:
    """How many lines the meeting's journal has."""
    return len((folder / "home" / "meetings" / f"{name}.journal").read_bytes().splitlines())


def _resident(desk: PtyApp) -> float:
    """Mebibytes of the process in memory."""
    desk.settle(0.5)
    pages = Path(f"/proc/{desk.process.pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096 / 2**20


if __name__ == "__main__":
    show(rows())
