"""The pages of a machine that may see only what the public may: boards as they change, decisions once there are any."""

from __future__ import annotations

from pathlib import Path

from screens.board.sources import PublicBook, PublicSource
from store.book.address import Address
from store.book.connection import Book
from tests.book.serving import Server
from tests.book.test_sharing import Machine, until
from tests.cli.running import TOML


def test_a_page_has_the_decisions_from_its_first_look_and_loses_them_when_the_close_is_undone(
    tmp_path: Path, url: str, server: Server
) -> None:
    one = Machine(tmp_path / "one", url)
    may, june = one.new(), one.clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-09")).stdout.strip()
    one.record(may, ":open 18:30", ":present rest", ":take 2", ":vote unanimous", ":close 19:00")
    one.record(june, ":open 18:30", ":present rest")
    one.clerk("share", "send")
    public = PublicBook(Address(server.user(url, "clerk_public")))
    try:
        assert [(row[0], row[3]) for row in public.meetings()] == [(june, "open"), (may, "closed")]
        source, other = PublicSource(public, may), PublicSource(public, june)
        assert "hives be bought" in source.public.board
        assert not source.look()
        one.record(june, ":take 2", ":vote unanimous", ":close 19:10")
        one.record(may, ":undo")
        one.clerk("share", "send")
        until(lambda: other.look() and "hives be bought" in other.public.board)
        until(lambda: source.look() and source.public.shown.course == "open")
        assert "hives be bought" not in source.public.board or source.public.shown.title == "Bees"
    finally:
        public.close()


def test_a_book_of_many_boards_is_not_read_again_for_one(tmp_path: Path, url: str) -> None:
    one = Machine(tmp_path / "one", url)
    name = one.new()
    one.record(name, ":open 18:30", ":present rest")
    one.clerk("share", "send")
    with Book(Address(url)) as book:
        book.connection.execute(
            "INSERT INTO clerk.board (meeting, name, state, at) SELECT 'old' || i, '2001-01-01-' || i, state,"
            " clock_timestamp() - interval '1 day' FROM clerk.board, generate_series(1, 3000) AS i"
        )
        every = book.boards_since(None)
        assert len(every) == 3001
        assert {row[1] for row in book.boards_since(max(row[3] for row in every))} == {name}
    public = PublicBook(Address(url))
    try:
        source = PublicSource(public, name)
        one.record(name, ":take 2")
        one.clerk("share", "send")
        until(lambda: source.look() and source.public.shown.title == "Bees")
        assert len(public.meetings()) == 3001
    finally:
        public.close()
