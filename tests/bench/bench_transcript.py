"""What a transcript of three hours costs: `python -m tests.bench.bench_transcript`.

Taken in, in time and memory; and Down in its pane beside a long record, with the pane open and without.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench import evening
from tests.bench.pty_app import ROOT, PtyApp, surroundings
from tests.bench.table import Row, show

CUES, EVERY = 6_000, 1.8
EVENTS, SECONDS = 300, 36
"""Events of the evening, and the seconds between two of them."""

LONG = 2_000
"""Events of the evening whose record is walked: that of an item is longer than the screen, as the transcript is."""

DOWN, UP = "\x1b[B", "\x1b[A"
QUIET, WALK, ROUNDS = 0.06, 20, 5

TAKING = """
import sys, time
from contextlib import suppress
from resource import RUSAGE_SELF, getrusage
from screens.cli.main import cli
import clerk.shorthand.verbs, store.transcripts.reading, clerk.transcripts.comparing, clerk.meeting.fold
with suppress(SystemExit):
    cli(["show", sys.argv[1]])
before, began = getrusage(RUSAGE_SELF).ru_maxrss, time.perf_counter()
with suppress(SystemExit):
    cli(["transcript", sys.argv[1], sys.argv[2], "--start", "19:00"])
print("took", time.perf_counter() - began, (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def transcript() -> str:
    """WebVTT of an evening of three hours."""
    words = "and what the Working Group on the ward has to say about the paths and the benches this time is number"
    cues = (
        f"{_stamp(n * EVERY)} --> {_stamp(n * EVERY + EVERY)}\n<v Speaker {n % 9}>{words} {n}.</v>\n"
        for n in range(CUES)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _stamp(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}"


def rows() -> Iterator[Row]:
    """Every figure, one after another."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        env = surroundings(folder)
        name = evening.keep(folder / "home", EVENTS, SECONDS)
        (file := folder / "talk.vtt").write_text(transcript(), encoding="utf-8")
        taken = [_take_in(env, name, file) for _ in range(4)][1:]
        yield Row.of(f"{CUES:,} cues taken in, median", median(one[0] * 1000 for one in taken), 1000.0, 1.0)
        yield Row.of(f"memory that {CUES:,} cues take", max(one[1] for one in taken), 50.0, 1.0, "MiB")
        without = {**env, "CLERK_HOME": str(folder / "without")}
        yield from _desk(env, name, without, evening.keep(folder / "without", LONG))


def _take_in(env: dict[str, str], name: str, file: Path) -> tuple[float, float]:
    """Seconds, and mebibytes more at the most, of taking the file in by a program that has read the meeting."""
    command = [sys.executable, "-c", TAKING, name, str(file)]
    said = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    seconds, memory = next(line for line in said.splitlines() if line.startswith("took ")).split()[1:]
    return float(seconds), float(memory)


def _desk(env: dict[str, str], name: str, without: dict[str, str], long: str) -> Iterator[Row]:
    with PtyApp(["-m", "clerk", "open", name], env) as pane, PtyApp(["-m", "clerk", "open", long], without) as record:
        for desk in (pane, record):
            desk.wait_for(evening.COUNCIL, 60)
            desk.settle(3.0)
            desk.press(DOWN)
        assert "was said" in pane.press('"', 0.3, until="was said").words
        taken: dict[PtyApp, list[float]] = {pane: [], record: []}
        for _ in range(ROUNDS):
            for desk, figures in taken.items():
                for _ in range(WALK):
                    desk.send(UP, 0.04)
                figures += [desk.press(DOWN, QUIET).last for _ in range(WALK)]
        figures = median(taken[pane]), median(taken[record])
        yield Row.of(f"Down among {CUES:,} cues, beside a long record", *figures, 1.2)


if __name__ == "__main__":
    sys.exit(0 if show(rows()) else 1)
