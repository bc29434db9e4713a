"""One line of the benches' table, and how lines are shown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """A figure beside its reference, in one unit, and the most that the ratio may be."""

    name: str
    figure: float
    reference: float
    ratio: float
    limit: float
    unit: str = "ms"

    @classmethod
    def of(cls, name: str, figure: float, reference: float, limit: float, unit: str = "ms") -> Row:
        """A row whose ratio is worked out."""
        return cls(name, figure, reference, figure / reference, limit, unit)

    @property
    def good(self) -> bool:
        """Whether the figure keeps to its limit."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        figures = "".join(f"{figure:{_shape(figure)}} {self.unit:3}" for figure in (self.figure, self.reference))
        return f"{self.name:<58}{figures}{self.ratio:8.2f}{self.limit:8.2f}  {'ok' if self.good else 'OVER'}"


HEAD = f"{'':<58}{'figure':>10} {'':3}{'reference':>10} {'':3}{'ratio':>8}{'limit':>8}"


def _shape(figure: float) -> str:
    return "10.3f" if figure < 1 else "10.1f"


def machine() -> str:
    """The machine that the figures are of."""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.platform()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def show(rows: Iterable[Row]) -> bool:
    """Print the machine and every row, and say whether all keep to their limits."""
    print(machine())
    print(HEAD)
    good = True
    for row in rows:
        print(row, flush=True)
        good = good and row.good
    return good
