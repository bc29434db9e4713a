"""What a row of the table is: something tried again and again, and what was found of it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

Once = Callable[[Random, Path, int], int | None]
"""One try, in a folder of its own: given chance, the folder, and the number of the try from 0, so that a row may go
through every offset. Gives how many things it tried, where that is more than one. Raises `Lost` or `Leaked`; whatever
else it raises is a crash."""

_SHARED = 10
"""How much longer by the clock a try may take that gets little processor."""

_CAUSES = 3
"""How many findings of a row are told in full."""


class Lost(Exception):
    """Something that had been said to be recorded is not there, or not as it was recorded."""


class Leaked(Exception):
    """Exempt business stands in a public form."""


class Hung(Exception):
    """A try took longer than anything honest does."""


@dataclass(frozen=True)
class Row:
    """A row to be tried. `limit` is how many seconds a try may take before it counts as hung, `share` its part of the
    time, `whole` how many tries come before anything is repeated (0: no end to them)."""

    name: str
    once: Once
    limit: float = 30.0
    share: float = 1.0
    posix: bool = False
    """Whether it can be tried only where there are signals and pseudo-terminals."""


@dataclass
class Tally:
    """What a row found."""

    name: str
    tried: int = 0
    lost: int = 0
    leaked: int = 0
    crashed: int = 0
    hung: int = 0
    why: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not (self.lost or self.leaked or self.crashed or self.hung)

    def __str__(self) -> str:
        figures = (self.tried, self.lost, self.leaked, self.crashed, self.hung)
        return f"{self.name:<52}" + "".join(f"{figure:>9,}" for figure in figures)


HEAD = f"{'':<52}" + "".join(f"{word:>9}" for word in ("tried", "lost", "leaked", "crashed", "hung"))


@contextlib.contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raises `Hung` where what is done takes longer; no limit where there are no alarms (Windows)."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    began, used = time.monotonic(), time.process_time()

    def ring(number: int, frame: object) -> None:
        if time.process_time() - used < seconds / 2 and time.monotonic() - began < seconds * _SHARED:
            # The machine is busy with something else: little of that time was ours.
            signal.setitimer(signal.ITIMER_REAL, seconds)
            return
        raise Hung(f"not done after {time.monotonic() - began:.0f} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def try_row(row: Row, seconds: float, seed: int, least: int = 1) -> Tally:
    """Try a row until its time is over, but so many times at the least. A finding is told with the seed and the number
    that bring it back: `python -m tests.torture --only NAME --seed SEED --from NUMBER`."""
    tally = Tally(row.name)
    end = time.monotonic() + seconds
    number = 0
    while tally.tried < least or time.monotonic() < end:
        try_once(row, seed, number, tally)
        number += 1
    return tally


def try_once(row: Row, seed: int, number: int, tally: Tally) -> None:
    """One try of a row, counted."""
    folder = Path(tempfile.mkdtemp(prefix="clerk-torture-"))
    try:
        with no_longer_than(row.limit):
            # Counted first: what ends in a finding has been tried too.
            tally.tried += 1
            tally.tried += (row.once(Random(f"{row.name} {seed} {number}"), folder, number) or 1) - 1
    except Lost as error:
        tally.lost += 1
        _tell(tally, seed, number, f"lost: {error}")
    except Leaked as error:
        tally.leaked += 1
        _tell(tally, seed, number, f"leaked: {error}")
    except Hung as error:
        tally.hung += 1
        _tell(tally, seed, number, f"hung: {error}")
    except Exception as error:
        tally.crashed += 1
        where = traceback.extract_tb(error.__traceback__)[-1]
        _tell(tally, seed, number, f"{type(error).__name__} at {where.filename}:{where.lineno}: {error}"[:600])
    finally:
        # What was named only to be taken away must not stay because nobody may look into it.
        for at, _, _ in os.walk(folder):
            os.chmod(at, 0o700)
        shutil.rmtree(folder, ignore_errors=True)


def _tell(tally: Tally, seed: int, number: int, why: str) -> None:
    if len(tally.why) < _CAUSES:
        tally.why.append(f"{tally.name}, --seed {seed} --from {number}: {why}")


def possible(rows: Iterable[Row]) -> list[Row]:
    """The rows that can be tried on this system."""
    return [row for row in rows if not (row.posix and sys.platform == "win32")]
