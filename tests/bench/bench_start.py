"""How soon the sample meeting is on the screen: `python -m tests.bench.bench_start`.

From the start of the process to the meeting's title, beside a bare Textual app's start to its text, in turn. Both are
compiled by two starts that do not count.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.bench import bare
from tests.bench.pty_app import PtyApp, surroundings
from tests.bench.table import Row, show

LIMIT = 1.5
TITLE = "Education and Libraries Committee"


def rows(rounds: int = 15) -> list[Row]:
    """`clerk demo`, as it is after its first time, beside a bare app."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(Path(folder))
        taken = []
        for _ in range(rounds + 2):
            with PtyApp(["-m", "clerk", "demo"], env) as desk:
                ours = desk.wait_for(TITLE)
            with PtyApp(["-m", "tests.bench.bare", "text"], env) as app:
                taken.append((ours, app.wait_for(bare.TITLE)))
        figures, references = zip(*taken[2:], strict=True)
        return [Row.of("start to the sample meeting's title", median(figures), median(references), LIMIT)]


if __name__ == "__main__":
    show(rows())
