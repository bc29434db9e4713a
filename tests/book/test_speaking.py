"""The clock of a public speaker, on the pages of another machine: it is of no record, and goes by the board."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from pathlib import Path

from screens.board.sources import JournalSource, PublicBook, PublicSource
from screens.sharing.speaking import speaking_until, tell_speaking
from store.book.address import Address
from store.book.connection import Book
from store.book.reading import Reader
from tests.book.test_sharing import Machines, machine, processes, until

__all__ = ["machine", "processes"]


def test_it_is_on_the_chairs_and_the_publics_page_of_another_machine_at_once(
    machine: Machines, url: str, processes: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    one = machine("one")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2")
    processes.append(one.sender(name))
    until(lambda: one.status(name).sent >= 4)
    with Book(Address(url)) as book:
        reader = Reader(tmp_path / "two", Address(url), book.heads()[0], book, tell_speaking)
    copied, public = JournalSource(reader.path), PublicBook(Address(url))
    ends = (datetime.now() + timedelta(minutes=3)).replace(microsecond=0)
    try:
        tell_speaking(one.path(name), ends)
        until(lambda: copied.look() and copied.chair is not None and copied.chair.shown.speaking_until == ends)
        until(lambda: PublicSource(public, name).public.shown.speaking_until == ends)
        assert copied.public.shown.speaking_until == ends
        tell_speaking(one.path(name), None)
        until(lambda: speaking_until(reader.path, datetime.now()) is None)
        until(lambda: PublicSource(public, name).public.shown.speaking_until is None)
        # Nothing of it is in the record, and a clock that runs in private is on no public page.
        before = one.path(name).read_bytes()
        tell_speaking(one.path(name), ends)
        until(lambda: PublicSource(public, name).public.shown.speaking_until == ends)
        assert one.path(name).read_bytes() == before
        one.record(name, ":exclude items=2 para=3")
        until(lambda: PublicSource(public, name).public.shown.alone)
        assert PublicSource(public, name).public.shown.speaking_until is None
    finally:
        public.close()
        reader.close()
