"""From the desk's key to the chair's screen, in another process: `python -m tests.bench.bench_chair`."""

from __future__ import annotations

import fcntl
import os
import platform
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ENTRIES = 100
LIMIT = 100.0
"""Milliseconds from the entry's being on disk to its figure on the chair's screen, for 95 of 100."""

NAMES = [f"Member{number:02}" for number in range(1, 12)]
PAPERS = "\n".join(
    [
        'body = "Libraries Committee"\ndate = "2019-06-11"\nquorum = 4',
        *(f'[[members]]\nname = "Jo {name}"' for name in NAMES),
        '[[items]]\nnumber = 8\ntitle = "Opening hours"\nrecommendations = "That the hours be kept."',
    ]
)

WRITER = """
import sys, time
from pathlib import Path
from screens.sitting import Sitting
from store.meetings import Kept

sitting = Sitting(Kept.open(Path(sys.argv[1]), "Jo"), "jo")
for line in sys.stdin:
    sitting.take(line.rstrip("\\n"))
    print(time.monotonic_ns(), flush=True)
"""

CHAIR = """
import sys
from pathlib import Path
from screens.chair.app import open_chair

sys.exit(open_chair(Path(sys.argv[1])))
"""


class Row(NamedTuple):
    """One line of the table: a figure beside its reference, both in milliseconds, and the most the ratio may be."""

    name: str
    figure: float
    reference: float
    ratio: float
    limit: float


class Screen:
    """The chair's view on a pseudo-terminal of its own."""

    def __init__(self, journal: Path) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execv(sys.executable, [sys.executable, "-c", CHAIR, str(journal)])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._seen = b""

    def shows(self, words: str, seconds: float = 15.0) -> int:
        """When the words came, by the monotonic clock in nanoseconds."""
        wanted, end = words.encode(), time.monotonic() + seconds
        while wanted not in self._seen:
            if not select.select([self.fd], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError(f"{words!r} did not come within {seconds} s")
            self._seen = self._seen[-4096:] + os.read(self.fd, 65536)
        came = time.monotonic_ns()
        self._seen = b""
        return came

    def drain(self, seconds: float) -> None:
        """Read what still comes, and forget it."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.fd], [], [], left)[0]:
                os.read(self.fd, 65536)
        self._seen = b""

    def close(self) -> None:
        os.kill(self.pid, signal.SIGTERM)
        # The terminal ends with the program: reading it then is an error, and not a failure.
        with suppress(OSError):
            self.drain(5.0)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def steps(number: int) -> tuple[list[str], str]:
    """The lines that make one figure change, and the words by which the chair sees it: a member goes or comes, or
    a vote is taken."""
    turn = number % 4
    if turn in (0, 1):
        name = NAMES[number // 4 % len(NAMES)].lower()
        return [f":{'in' if turn else 'out'} {name}"], f"{11 if turn else 10} of 11 in the room"
    if turn == 2:
        return [":motion member01 member02 -- That it be so."], "motion moved by"
    votes_for = 2 + number % 9
    return [f":vote {votes_for} 0 {11 - votes_for}"], f"{votes_for} for,"


def delays(entries: int = ENTRIES) -> list[float]:
    """Milliseconds from each entry's being on disk to its figure on the chair's screen."""
    from clerk.setup.convening import read_meeting
    from screens.sitting import first_entry
    from store.meetings import Kept

    with tempfile.TemporaryDirectory() as folder:
        kept = Kept.create(Path(folder), "2019-06-11-bench", first_entry(read_meeting(PAPERS), "jo"), by="Jo")
        kept.close()
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(kept.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        screen = Screen(kept.path)
        try:
            for line in (":open 19:00", ":present rest", ":take 8", ":vote assent"):
                _take(writer, line)
            screen.shows("11 of 11 in the room")
            screen.drain(1.0)
            return [_delay(writer, screen, number) for number in range(entries)]
        finally:
            screen.close()
            assert writer.stdin is not None
            writer.stdin.close()
            writer.wait()


def _delay(writer: subprocess.Popen[str], screen: Screen, number: int) -> float:
    lines, words = steps(number)
    # Not in step with the view's own looks, whose rhythm would otherwise decide the figure.
    screen.drain(0.05 + number % 7 * 0.006)
    recorded = [_take(writer, line) for line in lines][-1]
    return (screen.shows(words) - recorded) / 1e6


def _take(writer: subprocess.Popen[str], line: str) -> int:
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(line + "\n")
    writer.stdin.flush()
    return int(writer.stdout.readline())


def rows(entries: int = ENTRIES) -> list[Row]:
    """The delay that half of the entries keep within, and that 95 in 100 do, beside the limit."""
    taken = sorted(delays(entries))
    figures = {"half": taken[len(taken) // 2], "95 in 100": taken[min(len(taken) - 1, len(taken) * 95 // 100)]}
    return [
        Row(f"entry to the chair's screen, {name}", figure, LIMIT, figure / LIMIT, 1.0)
        for name, figure in figures.items()
    ]


def main() -> None:
    machine = platform.processor() or platform.machine()
    print(f"{machine}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.platform()}")
    print(f"{'name':42}{'figure':>13}{'reference':>13}{'ratio':>8}{'limit':>8}")
    for row in rows():
        print(f"{row.name:42}{row.figure:10.2f} ms{row.reference:10.2f} ms{row.ratio:8.2f}{row.limit:8.2f}")


if __name__ == "__main__":
    main()
