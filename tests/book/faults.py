"""Every fault that a shared book can meet, and what was acknowledged looked for: `python -m tests.book.faults`.

Ends with 1 where anything was lost or a record forked. `--times 200` kills the server so often.
"""

from __future__ import annotations

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from store.book import taking_over
from store.book.address import Address
from store.book.connection import Book
from store.book.errors import BookError
from store.book.sender import OnlyLines, Sender
from store.book.status import read_status
from tests.book.machines import Machine, lost, settled
from tests.book.serving import Server


class Row(NamedTuple):
    """A fault: how often it was tried, what was acknowledged, what was lost of it, and how many records forked."""

    fault: str
    tried: int
    acknowledged: int
    lost: int
    forked: int
    note: str = ""


class Evening:
    """One machine on which a meeting is played, with a sender on a thread."""

    def __init__(self, folder: Path, url: str, name: str = "one", patience: float = 3.0) -> None:
        self.machine = Machine(folder / name, Address(url))
        self.machine.create()
        self._gone = threading.Event()
        self.sender = Sender(self.machine.path, Address(url), OnlyLines(), self._gone.is_set, patience=patience)
        self._thread = threading.Thread(target=self.sender.run, daemon=True)
        self._thread.start()

    def behind(self) -> bool:
        status = read_status(self.machine.path)
        lines = self.machine.path.read_bytes().count(b"\n") - 1
        return status is None or status.state != "ok" or status.sent != lines

    def caught_up(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while self.behind():
            if time.monotonic() > end:
                raise TimeoutError(f"not caught up: {read_status(self.machine.path)}")
            time.sleep(0.02)

    def leave(self) -> None:
        self._gone.set()
        self._thread.join(60)


def checked(fault: str, tried: int, machines: list[Machine], url: str, note: str = "") -> Row:
    with Book(Address(url)) as book:
        try:
            missing, forked = lost(machines, book), 0
        except AssertionError:
            missing, forked = set(), 1
    return Row(fault, tried, sum(len(machine.acknowledged) for machine in machines), len(missing), forked, note)


def server_killed(folder: Path, times: int, chance: random.Random) -> Row:
    """The server is killed at random moments of a meeting that is being played."""
    server = Server()
    try:
        url = server.database()
        evening = Evening(folder, url)
        for _ in range(times):
            until = time.monotonic() + chance.uniform(0.0, 0.25)
            while time.monotonic() < until:
                evening.machine.record()
                time.sleep(chance.uniform(0, 0.01))
            server.kill()
            evening.machine.record(chance.randint(0, 3))
            server.start()
        evening.caught_up()
        evening.leave()
        return checked("server killed while a meeting is played", times, [evening.machine], url)
    finally:
        server.stop()


class Proxy:
    """A network of our own before a server: it delays, and cuts connections in the middle of what is sent."""

    def __init__(self, server: Server, chance: random.Random, delay: float, cut_after: int) -> None:
        self.cuts = 0
        self._there = f"{server.socket}/.s.PGSQL.5432"
        self._chance, self._delay, self._cut_after = chance, delay, cut_after
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                wire, _ = self._listening.accept()
            except OSError:
                return
            there = socket.socket(socket.AF_UNIX)
            try:
                there.connect(self._there)
            except OSError:
                wire.close()
                continue
            left = [self._chance.randint(1, self._cut_after)] if self._cut_after else []
            for a, b in ((wire, there), (there, wire)):
                threading.Thread(target=self._carry, args=(a, b, left), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, left: list[int]) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self._delay:
                    time.sleep(self._delay)
                if left:
                    left[0] -= len(data)
                    if left[0] < 0:
                        target.sendall(data[: len(data) // 2])
                        self.cuts += 1
                        break
                target.sendall(data)
        for wire in (source, target):
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    def close(self) -> None:
        self._listening.close()


def through_proxy(folder: Path, times: int, chance: random.Random, delay: float, cut_after: int, fault: str) -> Row:
    server = Server()
    proxy = Proxy(server, chance, delay, cut_after)
    try:
        url = server.database()
        name = url.split("/")[3].split("?")[0]
        evening = Evening(folder, f"postgresql://postgres@127.0.0.1:{proxy.port}/{name}?sslmode=disable")
        began = time.monotonic()
        while (proxy.cuts < times if cut_after else evening.machine._count < times) and time.monotonic() - began < 300:
            evening.machine.record()
            time.sleep(0.002)
        proxy._cut_after = 0
        evening.caught_up(120)
        evening.leave()
        return checked(fault, proxy.cuts or times, [evening.machine], url, f"{proxy.cuts} cuts" if cut_after else "")
    finally:
        proxy.close()
        server.stop()


@contextmanager
def three(folder: Path, server: Server) -> Iterator[tuple[list[Machine], str]]:
    url = server.database()
    machines = [Machine(folder / name, Address(url)) for name in ("one", "two", "three")]
    machines[0].create()
    machines[0].record(3)
    machines[0].turn()
    yield machines, url
    for machine in machines:
        machine.crash()


def take_overs_at_once(folder: Path, times: int, server: Server) -> Row:
    """Two machines take the same meeting over at the same moment; the first goes on recording all the while."""
    with three(folder, server) as (machines, url):
        slowest = 0.0
        for _ in range(times):
            both = threading.Barrier(3)
            took: list[float] = []

            def take(machine: Machine, barrier: threading.Barrier, took: list[float]) -> None:
                barrier.wait()
                began = time.monotonic()
                with suppress(BookError):
                    machine.take_over()
                took.append(time.monotonic() - began)

            threads = [threading.Thread(target=take, args=(one, both, took)) for one in machines[1:]]
            for thread in threads:
                thread.start()
            both.wait()
            if machines[0].may_record:
                machines[0].record(3)
                machines[0].turn()
            for thread in threads:
                thread.join()
            slowest = max(slowest, *took)
            machines[0].take_over()
            machines[0].record(2)
            settled(machines)
        settled(machines)
        return checked("two take-overs at once, a third records", times, machines, url, f"slowest {slowest:.2f} s")


def holder_returns(folder: Path, times: int, server: Server, clocks: bool) -> Row:
    """The old holder comes back with entries that were never sent; clocks may differ by an hour."""
    with three(folder, server) as (machines, url):
        for number in range(times):
            old, new = machines[number % 3], machines[(number + 1) % 3]
            old.take_over()
            old.record(2)
            old.turn()
            old.crash()
            old.record(3)
            shift = timedelta(hours=-1 if number % 2 else 1) if clocks else timedelta()

            class Clock(datetime):
                @classmethod
                def now(cls, tz: Any = None, by: timedelta = shift) -> Any:
                    return datetime.now(tz) + by

            with mock.patch.object(taking_over, "datetime", Clock):
                new.take_over()
            new.record(2)
            settled(machines)
            if read_status(old.path).state != "taken":  # type: ignore[union-attr]
                raise AssertionError("the old holder was not told")
        fault = (
            "the old holder returns, clocks an hour apart" if clocks else "the old holder returns with unsent entries"
        )
        return checked(fault, times, machines, url)


def disk_full(folder: Path, times: int) -> Row | None:
    """The book's own disk is full, and has room again. Wants the right to mount a small disk."""
    small = Path(tempfile.mkdtemp(prefix="clerk-small-"))
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(small)], capture_output=True, check=False
    ).returncode:
        return None
    server = None
    try:
        (small / "data").mkdir()
        server = Server(small / "data")
        url = server.database()
        evening = Evening(folder, url)
        full = 0
        filler = server.folder / "filler"
        for _ in range(times):
            with suppress(OSError), filler.open("wb") as out:
                while True:
                    out.write(b"x" * 65536)
                    out.flush()
            began = time.monotonic()
            while time.monotonic() - began < 6:
                evening.machine.record(5)
                status = read_status(evening.machine.path)
                if status is not None and status.state == "behind":
                    full += 1
                    break
            filler.unlink()
            with suppress(Exception):
                server.start()
            evening.caught_up()
        evening.leave()
        return checked(
            "the book's disk is full, and has room again", times, [evening.machine], url, f"refused {full} times"
        )
    finally:
        if server is not None:
            server.stop()
        subprocess.run(["umount", "-l", str(small)], check=False)


def rows(times: int, folder: Path, seed: int) -> Iterator[Row]:
    chance = random.Random(seed)
    few = max(2, times // 10)
    yield server_killed(folder / "killed", times, chance)
    yield through_proxy(folder / "cut", times, chance, 0.0, 6000, "the network cuts in the middle of a line")
    yield through_proxy(folder / "slow", few, chance, 0.2, 0, "the network delays by 200 ms each way")
    server = Server()
    try:
        yield take_overs_at_once(folder / "both", few, server)
        yield holder_returns(folder / "returns", few, server, clocks=False)
        yield holder_returns(folder / "clocks", few, server, clocks=True)
    finally:
        server.stop()
    if (row := disk_full(folder / "full", max(1, few // 4))) is not None:
        yield row


def show(found: Iterator[Row], say: Callable[[str], None] = print) -> bool:
    """Print the table; whether nothing was lost and nothing forked."""
    good = True
    say(f"{'fault':48}{'tried':>7}{'acknowledged':>14}{'lost':>6}{'forked':>8}  note")
    for row in found:
        good = good and not row.lost and not row.forked
        say(f"{row.fault:48}{row.tried:7}{row.acknowledged:14}{row.lost:6}{row.forked:8}  {row.note}")
    return good


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = arguments.parse_args()
    print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        sys.exit(0 if show(rows(given.times, Path(place), given.seed)) else 1)
