"""What a shared book and the page cost, each beside its reference: `python -m tests.bench.bench_book`.

On a PostgreSQL of its own, which the test extra brings. A limit in milliseconds is its own reference.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from store.book.address import Address
from store.book.connection import Book
from store.book.connection import Row as Line
from store.book.taking_over import take_over
from store.lines import first_line, next_line
from tests.bench import bench_chair, evening
from tests.bench.pty_app import PtyApp, surroundings
from tests.bench.table import Row, show
from tests.book.serving import Server

KEYS, ROUNDS = 200, 5
STREAMS, FOLLOWERS, MEETINGS = 1000, 200, 10_000
DOWN, UP = "\x1b[B", "\x1b[A"


def within(name: str, taken: list[float], limit: float, share: float = 0.95) -> Row:
    """The time that a share of them keep within, beside the limit."""
    figure = sorted(taken)[min(len(taken) - 1, int(len(taken) * share))]
    return Row.of(name, figure, limit, 1.0)


# The desk


def desk_rows(server: Server, folder: Path) -> Iterator[Row]:
    """Key to repainted desk with the book on and dead, each beside the desk without one, in turn."""
    dead = "postgresql://jo@127.0.0.1:9/minutes"
    with ExitStack() as stack:
        desks: dict[str, PtyApp] = {}
        for name, url in (("off", ""), ("on", server.database()), ("dead", dead)):
            env = {**surroundings(folder / name), "CLERK_BOOK": url}
            meeting = evening.keep(folder / name / "home", 300)
            desks[name] = stack.enter_context(PtyApp(["-m", "clerk", "open", meeting], env))
            desks[name].wait_for(evening.COUNCIL, 60)
            desks[name].settle(2.0)
            desks[name].press(DOWN)
        for what, press in (("Down", _down), ("a paragraph", _paragraph)):
            taken: dict[str, list[float]] = {name: [] for name in desks}
            each = KEYS // ROUNDS if what == "Down" else 8
            for turn in range(ROUNDS):
                for name, desk in desks.items():
                    taken[name] += [press(desk, turn * each + number) for number in range(each)]
            for name in ("on", "dead"):
                figures = median(taken[name]), median(taken["off"])
                yield Row.of(f"{what}, key to painted, book {name} beside off", *figures, 1.10)


def _down(desk: PtyApp, number: int) -> float:
    if number % 20 == 0:
        for _ in range(20):
            desk.send(UP, 0.01)
    return desk.press(DOWN, 0.03).last


def _paragraph(desk: PtyApp, number: int) -> float:
    desk.send(f"The bench was inspected {number} times.", 0.2)
    taken = desk.press("\r", 0.05).last
    desk.send("\x1b", 0.3)
    return taken


# The chair's screen


def chair_row(server: Server, folder: Path, entries: int = 60) -> Row:
    """From an entry's being on disk to its figure on the chair's screen of another machine, by the book."""
    from clerk.setup.convening import read_meeting
    from screens.sitting import first_entry
    from store.meetings import Kept

    url, one, two = server.database(), folder / "desk", folder / "chair"
    kept = Kept.create(one, "2019-06-11-bench", first_entry(read_meeting(bench_chair.PAPERS), "jo"), by="Jo")
    kept.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", bench_chair.WRITER, str(kept.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with sender(one, kept.path, url):
        screen = None
        try:
            for line in (":open 19:00", ":present rest", ":take 8", ":vote assent"):
                bench_chair._take(writer, line)
            _until(lambda: _sent(kept.path))
            os.environ.update(CLERK_HOME=str(two), CLERK_BOOK=url)
            with mock_chair():
                screen = bench_chair.Screen(kept.path)
            screen.shows("11 of 11 in the room", 30)
            screen.drain(1.0)
            taken = [bench_chair._delay(writer, screen, number) for number in range(entries)]
        finally:
            for name in ("CLERK_HOME", "CLERK_BOOK"):
                os.environ.pop(name, None)
            if screen is not None:
                screen.close()
            assert writer.stdin is not None
            writer.stdin.close()
            writer.wait()
    return within("entry to the chair's screen by PostgreSQL, 95 in 100", taken, 100.0)


@contextmanager
def mock_chair() -> Iterator[None]:
    """The chair of another machine: by the meeting's name, through the book."""
    before = bench_chair.CHAIR
    bench_chair.CHAIR = "import sys; from screens.cli.main import cli; cli(['chair', '2019-06-11-bench'])"
    try:
        yield
    finally:
        bench_chair.CHAIR = before


@contextmanager
def sender(home: Path, path: Path, url: str) -> Iterator[None]:
    """The sender as a desk starts it."""
    env = {**os.environ, "CLERK_HOME": str(home), "CLERK_BOOK": url}
    process = subprocess.Popen(
        [sys.executable, "-m", "screens.sharing.sender", str(path)], stdin=subprocess.PIPE, env=env
    )
    try:
        yield
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(60)


def _sent(path: Path) -> bool:
    from store.book.status import read_status

    status = read_status(path)
    return status is not None and status.sent == path.read_bytes().count(b"\n") - 1


def _until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


# Browsers


def streams_row(folder: Path, entries: int = 20) -> Row:
    """From an entry's being on disk to the streams of so many browsers, the page in a process of its own."""
    from tests.screens.board.halls import Evening, free_port

    one, port = Evening(folder), free_port()
    env = {**os.environ, "CLERK_HOME": str(folder), "CLERK_BOOK": ""}
    command = [sys.executable, "-m", "clerk", "board", str(one.path), "--port", str(port)]
    with open(os.devnull, "wb") as nowhere:
        page = subprocess.Popen(command, env=env, stdout=nowhere, stdin=nowhere)
    try:
        _until(lambda: _answers(port))
        one.play(":open 19:00\n:present rest\n:take 7")
        taken = asyncio.run(_listen(one, port, entries))
    finally:
        page.terminate()
        page.wait()
        one.kept.close()
    return within(f"entry to {STREAMS:,} browsers' streams, 95 in 100", taken, 250.0)


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


async def _listen(one: Any, port: int, entries: int) -> list[float]:
    came: list[float] = []
    seen = 0

    async def browser() -> None:
        nonlocal seen
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
        writer.write(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while line := await reader.readline():
            if line.startswith(b"data: "):
                seen += 1
                came.append(time.monotonic())

    browsers = []
    for number in range(STREAMS):
        browsers.append(asyncio.ensure_future(browser()))
        if number % 50 == 49:
            await asyncio.sleep(0.1)
    while seen < STREAMS:
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)
    taken: list[float] = []
    for number in range(entries):
        came.clear()
        one.play(":out elm" if number % 2 == 0 else ":in elm")
        began, end = time.monotonic(), time.monotonic() + 10
        while len(came) < STREAMS and time.monotonic() < end:
            await asyncio.sleep(0.005)
        if len(came) < STREAMS:
            raise TimeoutError(f"{len(came)} of {STREAMS} streams")
        taken += [(moment - began) * 1000 for moment in came]
        await asyncio.sleep(0.2 + number % 5 * 0.007)
    for task in browsers:
        task.cancel()
    return taken


# The database


def chain(count: int, meeting: str) -> list[Line]:
    """A meeting of so many lines, without a journal."""
    data, place = first_line("bench", meeting)
    rows = [Line(0, 1, data.decode()[:-1])]
    for number in range(1, count + 1):
        entry = {"recorded": "2031-03-12T19:00:00", "by": "jo", "events": [{"is": "Minuted", "text": "words " * 30}]}
        data, place = next_line(place, "events", {str(number): entry})
        rows.append(Line(number, 1, data.decode()[:-1]))
    return rows


def followers_row(server: Server, entries: int = 20) -> Row:
    """From a line's being in the book to so many who follow that meeting, each on a connection of its own."""
    url = server.database()
    return within(f"line to {FOLLOWERS} followers of one meeting, 95 in 100", asyncio.run(_follow(url, entries)), 250.0)


async def _follow(url: str, entries: int) -> list[float]:
    rows, taken, began = chain(entries + 1, "bench"), list[float](), [0.0]
    with Book(Address(url)) as book:
        book.add("bench", rows[:2])

        async def follower() -> None:
            async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
                await connection.execute("LISTEN clerk")
                last = 1
                ready.append(1)
                while True:
                    async for _ in connection.notifies(stop_after=1):
                        pass
                    asked = await connection.execute(
                        "SELECT n, epoch, line FROM clerk.line WHERE meeting = 'bench' AND n > %s ORDER BY n", (last,)
                    )
                    for number, _, _ in await asked.fetchall():
                        last = number
                        taken.append((time.monotonic() - began[0]) * 1000)

        ready: list[int] = []
        tasks = [asyncio.ensure_future(follower()) for _ in range(FOLLOWERS)]
        while len(ready) < FOLLOWERS:
            await asyncio.sleep(0.05)
        for number, row in enumerate(rows[2:], 1):
            began[0] = time.monotonic()
            await asyncio.to_thread(book.add, "bench", [row])
            end = time.monotonic() + 10
            while len(taken) < FOLLOWERS * number and time.monotonic() < end:
                await asyncio.sleep(0.005)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if len(taken) != FOLLOWERS * entries:
        raise TimeoutError(f"{len(taken)} of {FOLLOWERS * entries}")
    return taken


def listing_row(server: Server) -> Row:
    """Every meeting of a book of 10,000, listed."""
    url = server.database()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO clerk.meeting (id, name, head, hash, epoch, body, day, state, entries, holder, machine)"
            " SELECT md5(i::text), '2031-03-12-plc-' || i, 300, md5(i::text) || md5(i::text), 1, 'Parks Committee',"
            " '2031-03-' || (10 + i %% 19), 'closed', 299, 'jo', 'laptop' FROM generate_series(1, %s) AS i",
            (MEETINGS,),
        )
        connection.execute("ANALYZE clerk.meeting")
    taken = []
    with Book(Address(url)) as book:
        for _ in range(15):
            began = time.perf_counter()
            count = len(book.heads())
            taken.append((time.perf_counter() - began) * 1000)
            assert count == MEETINGS
    return Row.of(f"{MEETINGS:,} meetings listed, median", median(taken), 50.0, 1.0)


def take_over_row(server: Server, folder: Path) -> Row:
    """Taking over a meeting of 300 lines on a machine that has nothing of it, to where a desk could open it."""
    taken = []
    for number in range(5):
        with Book(Address(server.database())) as book:
            book.add("bench", chain(300, "bench"))
            began = time.perf_counter()
            take_over(folder / str(number), book, book.heads()[0], "al")
            taken.append((time.perf_counter() - began) * 1000)
    return Row.of("a take-over, the slowest of 5", max(taken), 5000.0, 1.0)


def insert_row(server: Server) -> Row:
    """A line inserted with its number, hash and epoch checked, beside the same into a bare table."""
    rows, ours, bare = chain(600, "bench"), list[float](), list[float]()
    with Book(Address(server.database())) as book:
        book.connection.execute("CREATE TABLE bare (LIKE clerk.line INCLUDING ALL)")
        for row in rows:
            began = time.perf_counter()
            book.add("bench", [row])
            middle = time.perf_counter()
            book.connection.execute(
                "INSERT INTO bare (meeting, n, epoch, line) VALUES (%s, %s, %s, %s)", ("bench", *row)
            )
            ours.append((middle - began) * 1000)
            bare.append((time.perf_counter() - middle) * 1000)
    return Row.of("a line inserted and checked, beside a bare insert", median(ours), median(bare), 3.0)


def rows() -> Iterator[Row]:
    """Every figure, one after another."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        server = Server(options="max_connections = 300", durable=True)
        try:
            yield insert_row(server)
            yield listing_row(server)
            yield take_over_row(server, folder / "taken")
            yield followers_row(server)
            yield chair_row(server, folder / "chairs")
            yield streams_row(folder / "streams")
            yield from desk_rows(server, folder / "desks")
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(0 if show(rows()) else 1)
