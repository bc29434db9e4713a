"""Killed while indexing, and while an action is ticked off: nothing told is lost, and the index mends itself."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.library.facts import ActionFollowed
from screens.cli.main import cli
from store.facts import Facts
from store.index.database import Found
from store.index.keeping import Search, rebuilt
from tests.library.year import a_year

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="whoever is killed is forked")

KILLS = 8


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with a year of meetings, and a cache of its own."""
    base = tmp_path_factory.mktemp("killed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLERK_HOME", str(base / "home"))
        patch.setenv("CLERK_CACHE", str(base / "cache"))
        for evening in a_year(13, "Parks Committee", 5, 10, date(2025, 5, 13)).evenings:
            name = CliRunner().invoke(cli, ["new", "-"], input=evening.toml).stdout.strip()
            assert CliRunner().invoke(cli, ["play", name, "-"], input=evening.script).exit_code == 0
        yield base / "home"


def killed(doing: Callable[[int], None], after: float, enough: int = 0) -> bytes:
    """Forks a process that does something, writing to a pipe what it has confirmed; kills it some seconds after it
    began, and after so many bytes were confirmed. Gives all that was."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        os.write(writes, b"!")
        try:
            doing(writes)
        finally:
            os._exit(0)
    os.close(writes)
    said = os.read(reads, 1)
    while len(said) <= enough and (more := os.read(reads, 1)):
        said += more
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reads, 4096):
        said += more
    os.close(reads)
    return said[1:]


def everything(home: Path) -> list[list[tuple[str, str, str]]]:
    def plain(found: list[Found]) -> list[tuple[str, str, str]]:
        return [(one.path.name, one.kind, one.event) for one in found]

    with Search(home) as search:
        assert search.bring_up_to_date() >= 0
        return [plain(search.find(words, most=500)) for words in ("hives", "the", "benches", "reed", "unanimous")]


def test_an_index_whose_maker_is_killed_is_made_whole_by_the_next(home: Path) -> None:
    rebuilt(home, processes=1)
    whole = everything(home)
    assert all(whole[:3])
    rng = random.Random(13)
    began = time.monotonic()
    rebuilt(home, processes=1)
    takes = time.monotonic() - began
    for number in range(KILLS):
        # Some are killed while they rebuild, some while they go on where another was killed.
        killed(lambda _: void(rebuilt(home, processes=1)), rng.uniform(0, takes))
        if number % 3 == 2:
            killed(lambda _: void(everything(home)), rng.uniform(0, takes))
        assert everything(home) == whole
    assert everything(home) == whole


def void(_: object) -> None:
    """Throws a value away."""


def test_every_tick_that_was_confirmed_is_kept_and_the_next_is_told(home: Path) -> None:
    rng = random.Random(7)
    confirmed = 0

    def tick(writes: int) -> None:
        for number in range(10_000):
            note = f"{round_}:{number}"
            fact = ActionFollowed(meeting="m", event="7.0", state="done", on=date(2026, 5, 1), note=note)
            Facts(home).tell("jo", fact)
            os.write(writes, b".")

    for round_ in range(KILLS):
        dots = len(killed(tick, rng.uniform(0, 0.02), enough=rng.randint(1, 4)))
        told = [fact.note for _, fact in Facts(home).read().of(ActionFollowed) if fact.meeting == "m"]
        mine = [note for note in told if note.startswith(f"{round_}:")]
        assert mine == [f"{round_}:{number}" for number in range(len(mine))]
        # One more may be on disk than was confirmed: it was killed between the two.
        assert dots <= len(mine) <= dots + 1
        confirmed += dots
        Facts(home).tell("jo", ActionFollowed(meeting="n", event="1.0", state="open", on=date(2026, 5, 2)))
        assert not Facts(home).read().troubles
    assert confirmed >= KILLS
    assert sum(fact.meeting == "n" for _, fact in Facts(home).read().of(ActionFollowed)) == KILLS
