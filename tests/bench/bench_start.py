"""How soon the sample meeting is on the screen: `python -m tests.bench.bench_start`.

From the start of the process to the meeting's title, and to the whole desk, beside a bare Textual app's start to its
text, in turn. All are compiled by two starts that do not count.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.bench import bare
from tests.bench.pty_app import PtyApp, surroundings
from tests.bench.table import Row, show

LIMIT = 1.25
WHOLE = 2.2
TITLE = "Education and Libraries Committee"
NEXT = "Next: "


def rows(rounds: int = 15) -> list[Row]:
    """`clerk demo`, as it is after its first time, beside a bare app."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(Path(folder))
        taken = []
        for _ in range(rounds + 2):
            with PtyApp(["-m", "clerk", "demo"], env) as desk:
                ours, whole = desk.wait_for(TITLE), desk.wait_for(NEXT)
            with PtyApp(["-m", "tests.bench.bare", "text"], env) as app:
                taken.append((ours, whole, app.wait_for(bare.TITLE)))
        figures, wholes, references = zip(*taken[2:], strict=True)
        bare_app = median(references)
        return [
            Row.of("start to the sample meeting's title", median(figures), bare_app, LIMIT),
            Row.of("start to the whole desk on it", median(wholes), bare_app, WHOLE),
        ]


if __name__ == "__main__":
    show(rows())
