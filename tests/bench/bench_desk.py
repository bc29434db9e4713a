"""How soon the desk answers a key, late in a full council's evening: `python -m tests.bench.bench_desk`.

Keys go through a pseudo-terminal to the desk and, in turn, to a bare Textual app with a table of as many rows. What is
compared is the last byte painted because of the key: where a screen is painted in pieces, the first comes too early.
What the rules find is looked for only after the repaint, and is not a part of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench import bare, evening
from tests.bench.pty_app import Painted, PtyApp, surroundings
from tests.bench.table import Row, show

EVENTS = 2_000
LIMIT = 2.0
DOWN, UP = "\x1b[B", "\x1b[A"
WALK = 40
"""Rows walked before going back: the table has more, and so has the record of an item of such an evening."""

QUIET = 0.03
"""Seconds without a byte after which a repaint is whole: two pictures, and less than the rules wait."""

Press = Callable[[PtyApp, int], Painted]


def rows(rounds: int = 80) -> list[Row]:
    """Down, and the key that records an arrival, each beside the same in a table."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(Path(folder))
        name = evening.keep(Path(folder) / "home", EVENTS)
        with (
            PtyApp(["-m", "clerk", "open", name], env) as desk,
            PtyApp(["-m", "tests.bench.bare", "table"], env) as table,
        ):
            desk.wait_for(evening.COUNCIL)
            table.wait_for(bare.TITLE)
            desk.settle(1.5)
            table.settle(1.5)
            # The first walk begins at the first row: the bare table's cursor is there, the desk's is nowhere yet.
            desk.press(DOWN)
            return [
                _row("Down", desk, _down, table, _down, rounds),
                _row("an arrival", desk, _arrival, table, _cell, rounds),
            ]


def _row(name: str, desk: PtyApp, ours: Press, table: PtyApp, theirs: Press, rounds: int) -> Row:
    taken = [(ours(desk, number).last, theirs(table, number).last) for number in range(rounds)]
    figures, references = zip(*taken, strict=True)
    return Row.of(f"{name}, key to painted, {EVENTS:,} events", median(figures), median(references), LIMIT)


def _down(app: PtyApp, number: int) -> Painted:
    if number and number % WALK == 0:
        for _ in range(WALK):
            app.send(UP)
    return app.press(DOWN, QUIET)


def _arrival(desk: PtyApp, number: int) -> Painted:
    first, last = evening.CODES[number % len(evening.CODES)]
    for key in ("o", first, last, "i", first):
        desk.send(key, 0.15)
    painted = desk.press(last, QUIET, until="came in")
    assert "came in" in painted.words, painted.words
    desk.settle(0.15)
    return painted


def _cell(table: PtyApp, number: int) -> Painted:
    return table.press("i", QUIET)


if __name__ == "__main__":
    show(rows())
