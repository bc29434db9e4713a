"""`clerk share` and take-overs on machines of their own: a home each, one book between them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from screens.cli.main import cli
from store.book.address import Address, address
from store.book.connection import Book
from store.book.errors import BookRefused
from store.book.journal_lines import JournalLines
from store.book.status import Status, read_status, said_shortly
from store.meetings import Kept
from store.places import journal_of
from tests.book.serving import Server
from tests.cli.running import TOML

NAME = "2026-05-12-pc"


class Machine:
    """A machine with a home of its own, on which `clerk` is run."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self.env = {"CLERK_HOME": str(home), "CLERK_BOOK": url}

    def clerk(self, *arguments: str, typed: str = "", fails: bool = False) -> Result:
        result = CliRunner().invoke(cli, list(arguments), input=typed, env=self.env, prog_name="clerk")
        assert (result.exit_code != 0) == fails, result.output
        return result

    def new(self) -> str:
        return self.clerk("new", "-", typed=TOML).stdout.strip()

    def path(self, name: str) -> Path:
        return journal_of(self.home, name)

    def sender(self, name: str) -> subprocess.Popen[bytes]:
        """The sender as a desk starts it; it is gone when its standard input is closed."""
        import os

        return subprocess.Popen(
            [sys.executable, "-m", "screens.sharing.sender", str(self.path(name))],
            stdin=subprocess.PIPE,
            env={**os.environ, **self.env},
        )

    def status(self, name: str) -> Status:
        return read_status(self.path(name)) or Status()

    def record(self, name: str, *lines: str) -> None:
        self.clerk("play", name, "-", typed="\n".join(lines))


Machines = Callable[[str], Machine]


@pytest.fixture
def machine(tmp_path: Path, url: str) -> Machines:
    return lambda name: Machine(tmp_path / name, url)


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    every: list[subprocess.Popen[bytes]] = []
    yield every
    for process in every:
        if process.stdin:
            process.stdin.close()
        process.kill()
        process.wait()


def until(true: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def lines_in(url: str, meeting: str) -> bytes:
    with Book(Address(url)) as book:
        return "".join(f"{row.line}\n" for row in book.lines(meeting)).encode()


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://jo:hush@localhost/minutes",
        "postgresql://jo@localhost/minutes?password=hush",
        "host=/tmp password=hush",
        "postgresql://jo@localhost/minutes?sslpassword=hush",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(BookRefused, match="pgpass") as refused:
        address(url, insecure=True)
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("postgresql://jo@db.example.org/minutes", False),
        ("postgresql://jo@db.example.org/minutes?sslmode=require", False),
        ("postgresql://jo@db.example.org/minutes?sslmode=verify-ca", False),
        ("postgresql://jo@db.example.org/minutes?sslmode=verify-full", True),
        ("postgresql://jo@localhost,db.example.org/minutes", False),
        ("host=localhost hostaddr=10.1.2.3", False),
        ("postgresql://jo@127.0.0.1/minutes", True),
        ("postgresql://jo@[::1]/minutes", True),
        ("postgresql:///minutes?host=/run/postgresql", True),
        ("dbname=minutes", True),
    ],
)
def test_another_machine_must_prove_itself(url: str, good: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSSLMODE", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    if good:
        assert address(url).warning == ""
    else:
        with pytest.raises(BookRefused, match="verify-full"):
            address(url)
        assert "insecure = true" in address(url, insecure=True).warning


def test_what_libpq_adds_of_itself_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PGHOST", "db.example.org")
    with pytest.raises(BookRefused):
        address("dbname=minutes")
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    assert address("dbname=minutes").url
    monkeypatch.delenv("PGHOST")
    monkeypatch.delenv("PGSSLMODE")
    services = tmp_path / "pg_service.conf"
    services.write_text("[far]\nhost=db.example.org\n[near]\nhost=localhost\n")
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    assert address("service=near").url
    with pytest.raises(BookRefused):
        address("service=far")


def test_insecure_is_said_at_every_start(machine: Machines, url: str) -> None:
    one = machine("one")
    one.clerk("share", "list")
    one.home.mkdir(exist_ok=True)
    (one.home / "settings.toml").write_text(
        '[book]\nurl = "postgresql://jo@db.example.org/minutes?connect_timeout=2"\n'
    )
    one.env["CLERK_BOOK"] = ""
    assert "verify-full" in one.clerk("share", "list", fails=True).stderr
    with (one.home / "settings.toml").open("a") as settings:
        settings.write("insecure = true\n")
    assert "does not prove which server" in one.clerk("share", "list", fails=True).stderr


# The schema


def test_init_and_upgrade_from_every_earlier_version(server: Server, tmp_path: Path) -> None:
    import psycopg

    from store.book import schema

    def made(url: str) -> list[tuple[object, ...]]:
        with psycopg.connect(url) as connection:
            return (
                connection.execute(
                    "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), c.relacl::text, a.attacl::text"
                    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                    " WHERE c.relnamespace = 'clerk'::regnamespace AND a.attnum > 0 ORDER BY 1, 2"
                ).fetchall()
                + connection.execute(
                    "SELECT proname, prosrc, proacl::text FROM pg_proc"
                    " WHERE pronamespace = 'clerk'::regnamespace ORDER BY 1"
                ).fetchall()
            )

    whole = server.database()
    for earlier in range(1, schema.newest()):
        url = server.database(made=False)
        with psycopg.connect(url, autocommit=True) as connection:
            assert schema.make(connection, up_to=earlier) == list(range(1, earlier + 1))
        one = Machine(tmp_path / str(earlier), url)
        name = one.new()
        one.record(name, ":open 18:30", ":present rest")
        allowed = earlier >= schema.OLDEST_WRITTEN
        assert "older clerk" in one.clerk("share", "send", fails=not allowed).output or allowed
        assert f"from version {earlier}" in one.clerk("share", "upgrade").output
        assert made(url) == made(whole)
        one.clerk("share", "send")
        assert "all agree" in one.clerk("share", "verify").output
        assert "Nothing was changed" in one.clerk("share", "upgrade").output


def test_a_client_older_than_the_book_reads_and_writes_only_if_allowed(machine: Machines, url: str) -> None:
    one = machine("one")
    name = one.new()
    one.clerk("share", "send")
    for writes_from, allowed in ((3, True), (9, False)):
        with Book(Address(url)) as book:
            book.connection.execute("UPDATE clerk.version SET version = 9, writes_from = %s", (writes_from,))
        one.record(name, ":flag -- later")
        sent = one.clerk("share", "send", fails=not allowed)
        assert allowed or "newer clerk" in sent.output
        assert "newer clerk" in one.clerk("share", "list").stderr


def test_upgrade_is_for_the_owner(server: Server, url: str, tmp_path: Path) -> None:
    one = Machine(tmp_path, server.user(url, "clerk_writer"))
    assert "Nothing was changed" in one.clerk("share", "upgrade").output
    with Book(Address(url)) as book:
        book.connection.execute("UPDATE clerk.version SET version = 2")
    assert "owner" in one.clerk("share", "upgrade", fails=True).output
    with Book(Address(url)) as book:
        assert book.version == 2


def test_without_a_book_nothing_changes(tmp_path: Path) -> None:
    one = Machine(tmp_path, "")
    name = one.new()
    one.record(name, ":open 18:30")
    assert not one.path(name).with_suffix(".book").exists()
    assert "No shared book is set" in one.clerk("share", "list", fails=True).stderr


# Sending


def test_a_sender_copies_what_the_desk_records(
    machine: Machines, url: str, processes: list[subprocess.Popen[bytes]]
) -> None:
    one = machine("one")
    name = one.new()
    processes.append(one.sender(name))
    until(lambda: one.status(name).state == "ok" and one.status(name).sent == 1)
    with Kept.open(one.path(name)) as kept:
        for number in range(20):
            kept.append({"recorded": "2026-05-12T18:30:00", "by": "jo", "events": []})
            until(lambda wanted=number + 2: one.status(name).sent == wanted)
        assert said_shortly(one.status(name), 21) == "book ✓"
    assert processes[0].stdin is not None
    processes[0].stdin.close()
    assert processes[0].wait(20) == 0
    assert lines_in(url, one.status(name).id) == one.path(name).read_bytes()
    log = (one.home / "sender.log").read_text()
    assert "meets the book" in log
    assert "Parks" not in log
    assert url not in log


def test_the_server_gone_is_said_and_caught_up_with(tmp_path: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    own = Server()
    try:
        one = Machine(tmp_path, own.database())
        name = one.new()
        processes.append(one.sender(name))
        until(lambda: one.status(name).sent == 1)
        own.kill()
        with Kept.open(one.path(name)) as kept:
            for _ in range(12):
                kept.append({"recorded": "2026-05-12T18:30:00", "by": "jo", "events": []})
        until(lambda: one.status(name).state == "behind")
        said = said_shortly(one.status(name), 13)
        assert said.startswith("book 12 behind since ")
        assert "caught up with by itself" in one.status(name).why
        own.start()
        until(lambda: one.status(name).state == "ok" and one.status(name).sent == 13)
        assert lines_in(one.env["CLERK_BOOK"], one.status(name).id) == one.path(name).read_bytes()
    finally:
        own.stop()


def test_a_meeting_made_twice_is_asked_about(machine: Machines) -> None:
    one, two = machine("one"), machine("two")
    name = one.new()
    one.clerk("share", "send")
    two.new()
    refused = two.clerk("share", "send", fails=True).output
    assert f"clerk share send {name} --another" in refused
    assert f"clerk open {name} --take-over" in refused
    two.clerk("share", "send", name, "--another")
    assert len(one.clerk("share", "list").stdout.splitlines()) == 2
    assert "by its id" in one.clerk("share", "fetch", name, fails=True).output


# Reading and taking over


def take_over(machine: Machine, name: str, monkeypatch: pytest.MonkeyPatch, by: str = "al") -> Result:
    """`clerk open --take-over`, with a desk that only notes that it was opened."""
    import types

    from screens.cli import saying

    desk = types.ModuleType("screens.desk.app")
    desk.open_desk = lambda kept, by, **options: 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "screens.desk.app", desk)
    monkeypatch.setattr(saying, "in_a_terminal", lambda: True)
    result = machine.clerk("open", name, "--take-over", "--by", by)
    monkeypatch.undo()
    return result


def test_what_was_fetched_is_read_and_not_written(machine: Machines) -> None:
    one, two = machine("one"), machine("two")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2", ":vote unanimous")
    one.clerk("share", "send")
    two.clerk("share", "fetch")
    assert two.path(name).read_bytes() == one.path(name).read_bytes()
    assert name in two.clerk("list").stdout
    assert "--take-over" in two.clerk("share", "send", name, fails=True).output
    one.record(name, ":close 19:00")
    one.clerk("share", "send")
    assert "1 meeting had" in two.clerk("share", "fetch").stdout
    assert "0 meetings" in two.clerk("share", "fetch").stdout
    assert two.path(name).read_bytes() == one.path(name).read_bytes()


def test_the_night_the_first_laptop_dies(
    machine: Machines, url: str, monkeypatch: pytest.MonkeyPatch, processes: list[subprocess.Popen[bytes]]
) -> None:
    one, two = machine("one"), machine("two")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2")
    one.clerk("share", "send")
    # Recorded when the network was gone, and never sent before it died.
    one.record(name, ":motion oak elm -- That more hives be bought.", ":flag -- bees", ":vote 3 0 0", ":undo")
    said = take_over(two, name, monkeypatch).output
    assert "is minuted here now" in said
    assert "half typed" in said
    journal = JournalLines(two.path(name))
    journal.look()
    assert '"table":"TakenOver","changes":{"2":{"epoch":2,"by":"al","machine":"' in journal.lines[-1].text
    two.record(name, ":vote unanimous")
    two.clerk("share", "send", name)

    processes.append(one.sender(name))
    until(lambda: one.status(name).state == "taken")
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        # It stays so, however often the sender looks.
        assert one.status(name).state == "taken"
        time.sleep(0.02)
    status = one.status(name)
    assert "taken over by al on" in status.why
    assert status.unsent == f"{name}.unsent-2"
    assert "4 entries" in status.why
    told = one.clerk("share", "unsent", name).stdout
    assert [line.strip()[:2] for line in told.splitlines()[1:]] == ["1.", "2.", "3.", "4."]
    assert "That more hives be bought." in told
    refused = one.clerk("open", name, fails=True).output
    assert "taken over by al" in refused or "needs a terminal" in refused

    # And back again, with what was left unsent offered one by one.
    take_over(one, name, monkeypatch, by="jo")
    assert one.path(name).read_bytes().startswith(two.path(name).read_bytes())
    before = one.path(name).read_bytes().count(b'"table":"events"')
    asked = one.clerk("share", "unsent", name, "--record", typed="y\nn\ny\ny\n").output
    assert asked.count("Record it now?") == 4
    assert one.path(name).read_bytes().count(b'"table":"events"') == before + 3
    assert one.clerk("play", name, "-").exit_code == 0
    one.clerk("share", "send", name)
    assert lines_in(url, status.id) == one.path(name).read_bytes()
    assert "all agree" in one.clerk("share", "verify").output


def test_of_two_take_overs_at_once_both_stand_in_order(machine: Machines, url: str) -> None:
    import threading

    from store.book.taking_over import take_over as take

    one = machine("one")
    name = one.new()
    one.clerk("share", "send")
    said: list[str] = []

    def run(home: Path, by: str) -> None:
        with Book(Address(url)) as book:
            head = book.heads()[0]
            barrier.wait()
            said.extend(take(home, book, head, by).said)

    homes = [one.home.parent / f"taker-{number}" for number in range(4)]
    barrier = threading.Barrier(len(homes))
    threads = [threading.Thread(target=run, args=(home, home.name)) for home in homes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 4
    with Book(Address(url)) as book:
        head = book.heads()[0]
        assert head.epoch == 5
    # The last is the holder; the others learn of it and write no more.
    holders = [home for home in homes if journal_of(home, name).read_bytes() == lines_in(url, head.id)]
    assert [home.name for home in holders] == [head.holder]
    assert "all agree" in one.clerk("share", "verify").output


def test_damage_is_put_right_by_fetching(machine: Machines) -> None:
    one = machine("one")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2", ":flag -- bees")
    one.clerk("share", "send")
    one.record(name, ":flag -- only here")
    good = one.path(name).read_bytes()
    lines = good.split(b"\n")
    lines[3] = lines[3].replace(b"Rol", b"Xol").replace(b"19:", b"20:").replace(b"{", b"[", 1)
    one.path(name).write_bytes(b"\n".join(lines))
    said = one.clerk("share", "fetch", name)
    assert "kept whole as" in said.stderr
    assert "unsent" in said.stderr
    assert one.path(name).read_bytes() == b"\n".join(good.split(b"\n")[:6]) + b"\n"
    assert "only here" in one.clerk("share", "unsent", name).stdout
    one.record(name, ":flag -- again")
    one.clerk("share", "send")
    assert "all agree" in one.clerk("share", "verify").output


def test_verify_names_what_does_not_agree(machine: Machines, url: str) -> None:
    one = machine("one")
    one.record(one.new(), ":open 18:30")
    one.clerk("share", "send")
    with Book(Address(url)) as book:
        book.connection.execute("ALTER TABLE clerk.line DISABLE TRIGGER ALL")
        book.connection.execute("UPDATE clerk.line SET line = replace(line, '18:30', '18:31') WHERE n = 2")
    assert "line 2 does not follow" in one.clerk("share", "verify", fails=True).output
    two = machine("two")
    assert "does not agree with itself" in two.clerk("share", "fetch", NAME, fails=True).output
    assert not two.path(NAME).exists()


def test_a_mended_record_does_not_enter_beside_the_one_that_it_replaces(machine: Machines, url: str) -> None:
    one = machine("one")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2", ":flag -- bees")
    one.clerk("share", "send")
    lines = one.path(name).read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b"{", b"[", 1)
    one.path(name).write_bytes(b"\n".join(lines))
    with Kept.open(one.path(name), mend=True):
        pass
    assert "was mended" in one.clerk("share", "send", name, fails=True).output
    with Book(Address(url)) as book:
        head = book.heads()[0]
        assert len(book.heads()) == 1
        assert head.number == 5
    one.clerk("share", "fetch", head.id)
    assert lines_in(url, head.id) == one.path(f"{name}-2").read_bytes()
