"""A short run of every row, and that a row which finds something says so; `python -m tests.torture` runs longer."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.torture.rows import ROWS
from tests.torture.trial import Leaked, Lost, Row, possible, try_row

ROOT = Path(__file__).parents[2]
SECONDS = 2.0


@pytest.mark.parametrize("row", possible(ROWS), ids=lambda row: row.name)
def test_a_short_run_finds_nothing(row: Row) -> None:
    tally = try_row(row, SECONDS, seed=int(time.time()) // 86_400)
    assert tally.tried
    assert tally.clean, "\n".join(tally.why)


def _finds(what: str) -> Row:
    def once(chance: Random, folder: Path, number: int) -> None:
        if what == "lost":
            raise Lost("an entry")
        if what == "leaked":
            raise Leaked("a word")
        if what == "hung":
            time.sleep(5)
        raise KeyError(what)

    return Row(what, once, limit=0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no alarms")
@pytest.mark.parametrize("what", ["lost", "leaked", "crashed", "hung"])
def test_what_is_found_is_counted_and_told_with_what_brings_it_back(what: str) -> None:
    tally = try_row(_finds(what), 0, seed=3, least=2)
    assert getattr(tally, what) == 2
    assert sum((tally.lost, tally.leaked, tally.crashed, tally.hung)) == 2
    assert not tally.clean
    assert tally.why[1].startswith(f"{what}, --seed 3 --from 1: ")


@pytest.mark.skipif(sys.platform == "win32", reason="writers are forked")
def test_the_command_prints_a_table() -> None:
    command = [sys.executable, "-m", "tests.torture", "--minutes", "0.01", "--only", "torn"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    heads = next(line for line in run.stdout.splitlines() if "tried" in line)
    assert heads.split() == ["tried", "lost", "leaked", "crashed", "hung"]
    [torn] = [line for line in run.stdout.splitlines() if line.startswith("journals torn")]
    assert int(torn.split()[-5]) > 0
    assert torn.split()[-4:] == ["0"] * 4
