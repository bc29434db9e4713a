"""The desk in a real terminal with a book beside it: what is recorded arrives, and there is an end when it is taken
over."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.book.address import Address
from store.book.connection import Book
from store.book.status import read_status
from store.book.taking_over import take_over
from store.meetings import Kept
from store.places import journal_of
from tests.bench.pty_app import PtyApp, surroundings
from tests.screens.desk.at_the_desk import made
from tests.support.minute import OPEN


def until(true: Callable[[], object], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def test_an_evening_with_a_book_and_a_take_over(tmp_path: Path, url: str) -> None:
    path = made(tmp_path / "one" / "home", script=f"{OPEN}\n:take 7")
    surround = {**surroundings(tmp_path / "one"), "CLERK_BOOK": url}
    desk = PtyApp(["-m", "clerk", "open", path.stem], surround)
    try:
        desk.wait_for("QUORATE")
        with Book(Address(url)) as book:
            until(book.heads)
            head = book.heads()[0]

            def all_there() -> bool:
                return (book.head(head.id) or head).number == path.read_bytes().count(b"\n") - 1

            until(all_there)
            # The head of the desk is looked at once a second.
            assert "book ✓" in desk.answered("", ["book ✓"], 10) or "book ✓" in desk.answered("?", ["book ✓"], 10)
            desk.send("\x1b", 0.5)
            desk.send("The boathouse was inspected.\r", 0.3)
            until(lambda: b"boathouse was inspected" in path.read_bytes())
            until(all_there)
            assert book.boards_since(None)[0][0] == head.id

            taken = take_over(tmp_path / "two" / "home", book, book.heads()[0], "al", machine="two")
            until(lambda: (read_status(path) or head).state == "taken")
            before = path.read_bytes()
            # Said in the head at once, and in words with it, or as soon as nothing is being typed.
            said = desk.answered("", ["TAKEN OVER"], 10) + desk.answered("", ["taken over by al on two"], 3)
            assert "TAKEN OVER" in said
            if "taken over by al on two" not in said:
                said = desk.answered("\x1b", ["taken over by al on two"], 10)
            assert "taken over by al on two" in said
            desk.send("\x1b", 0.5)
            desk.send("The roof was not.", 0.3)
            assert "NOT recorded" in desk.answered("\r", ["NOT recorded"], 20)
            assert path.read_bytes() == before
            with Kept.open(taken.path) as kept:
                # The take-over is a line of the record, and no entry of it.
                assert len(kept) + 1 == book.heads()[0].number
    finally:
        desk.close()
    assert journal_of(tmp_path / "two" / "home", path.stem).exists()


@pytest.mark.parametrize(
    ("url", "head", "said"),
    [
        ("postgresql://jo@127.0.0.1:9/minutes", "behind since", "nothing answers at its address"),
        ("postgresql://jo:hush@db.example.org/minutes", "book off", "has a password in it"),
    ],
)
def test_a_book_that_cannot_be_used_is_said_and_stops_nothing(tmp_path: Path, url: str, head: str, said: str) -> None:
    path = made(tmp_path / "home", script=f"{OPEN}\n:take 7")
    desk = PtyApp(["-m", "clerk", "open", path.stem], {**surroundings(tmp_path), "CLERK_BOOK": url})
    try:
        desk.wait_for("QUORATE")
        shown = desk.answered("", [said], 20) + desk.answered("", [head], 10)
        assert said in " ".join(shown.split())
        assert head in shown
        assert "hush" not in shown
        desk.send("The boathouse was inspected.\r", 0.3)
        until(lambda: b"boathouse was inspected" in path.read_bytes())
    finally:
        desk.close()


def test_the_desk_loads_no_driver(tmp_path: Path) -> None:
    """Nothing of the book but what reads a small file is in the desk's process."""
    code = "import screens.sharing.companion, sys; print([m for m in ('psycopg', 'uvicorn') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
