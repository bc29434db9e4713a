"""How much of the screen a verb's key, its Enter and its Esc rewrite: `python -m tests.bench.bench_repaint`.

Rows touched and bytes written, read off a pseudo-terminal until it is still: what the rules find and the clock, which
follow later, are no part of it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.bench.pty_app import NothingPainted, PtyApp, surroundings
from tests.screens.desk.at_the_desk import COMMITTEE, council, made
from tests.support.minute import OPEN

SIZES = ((80, 24), (120, 36))
BODIES = {11: (COMMITTEE, f"{OPEN}\n:take 7"), 63: (council(), f"{OPEN}\n:take 1")}
"""By how many seats there are: the papers, and the script up to an item with a recommendation."""
VERBS = {"r": "roll", "u": "unanimous", "v": "by name", "o": "out", "m": "amendment", "g": "take item"}
ENTERED = "rug"
"""Those of which Enter is pressed too: it records something with no more keys, and is taken back again."""

_MOVES = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[0-9;?<=>]*[ -/]*[@-~]|\r?(\n)")


class Rewritten(NamedTuple):
    """What one press rewrote."""

    rows: int
    bytes: int


def rewritten(app: PtyApp, keys: str) -> Rewritten:
    """Presses keys and counts what they rewrite."""
    try:
        data = app.press(keys, 0.04, within=1.0).data
    except NothingPainted:
        return Rewritten(0, 0)
    text = data.decode("utf-8", "replace")
    row, touched, end = 0, set(), 0
    for found in _MOVES.finditer(text):
        if text[end : found.start()].strip("\r"):
            touched.add(row)
        end = found.end()
        if found[1]:
            row = int(found[1])
        elif found[3]:
            row += 1
    return Rewritten(len(touched), len(data))


def measured(
    columns: int, rows: int, seats: int, verbs: str = "".join(VERBS)
) -> Iterator[tuple[str, Rewritten, Rewritten, Rewritten | None]]:
    """For each of some verbs what its key rewrote, what leaving it did, and its Enter where it has one at once."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(Path(folder))
        made(Path(folder) / "home", *BODIES[seats])
        with PtyApp(["-m", "clerk", "open", "sitting"], env, columns=columns, rows=rows) as desk:
            desk.wait_for("QUORATE")
            desk.settle(1.2)
            for _ in range(2):  # The first time loads what the verb needs.
                found = []
                for key in verbs:
                    opened = rewritten(desk, key)
                    desk.settle(0.3)
                    left = rewritten(desk, "\x1b")
                    desk.settle(0.3)
                    entered = None
                    if key in ENTERED:
                        desk.send(key, 0.3)
                        entered = rewritten(desk, "\r")
                        desk.settle(0.3)
                        desk.send("z", 0.3)
                        desk.send("\r", 0.5)
                    found.append((key, opened, left, entered))
            yield from found


if __name__ == "__main__":
    for (columns, rows), seats in product(SIZES, BODIES):
        print(f"{columns}x{rows}, {seats} seats    key: rows, bytes    Esc: rows, bytes    Enter: rows, bytes")
        for key, *presses in measured(columns, rows, seats):
            figures = "        ".join(f"{press.rows:>3} {press.bytes:>6}" for press in presses if press is not None)
            print(f"  {key} {VERBS[key]:<10} {figures}")
