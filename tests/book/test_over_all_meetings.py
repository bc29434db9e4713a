"""What looks over all meetings, on a machine that minuted none: it looks over the team's."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from clerk.library.actions import followed
from screens.cli.from_book import bring_behind
from store.book.address import Address
from store.book.catching_up import catch_up
from store.book.connection import Book
from store.facts import Facts
from store.records import read_records
from tests.book.serving import Server
from tests.book.test_sharing import Machine, Machines
from tests.cli.running import TOML

EVENING = (
    ":open 18:30", ":present rest", ":take 2", ":vote unanimous", ":action reed due=2026-06-30 -- Order three hives",
    ":declare elm 2 kind=other -- angling", ":close 19:00",
)  # fmt: skip


@pytest.fixture
def machine(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> Machines:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return lambda name: Machine(tmp_path / name, url)


@pytest.fixture
def shared(machine: Machines) -> Machine:
    """The machine that minuted an evening and sent it."""
    one = machine("one")
    one.record(one.new(), *EVENING)
    one.clerk("share", "send")
    return one


def test_words_are_found_in_meetings_minuted_elsewhere(machine: Machines, shared: Machine) -> None:
    two = machine("two")
    assert "hives be bought" in two.clerk("find", "hives", "--body", "parks").stdout
    shared.record("2026-05-12-pc", ":flag -- the wasps of the orchard")
    shared.clerk("share", "send")
    assert two.path("2026-05-12-pc").read_bytes() != shared.path("2026-05-12-pc").read_bytes()
    two.clerk("index")
    assert two.path("2026-05-12-pc").read_bytes() == shared.path("2026-05-12-pc").read_bytes()


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        (("actions",), "Order three hives"),
        (("actions", "--body", "parks"), "Order three hives"),
        (("register", "attendance", "--body", "parks", "--year", "2026"), "Cat Ash"),
        (("register", "declarations", "--member", "elm"), "angling"),
    ],
)
def test_actions_and_registers_are_of_the_team(
    machine: Machines, shared: Machine, asked: tuple[str, ...], there: str
) -> None:
    assert there in machine("two").clerk(*asked).stdout


def test_the_minute_book_has_the_teams_meetings_without_waiting_for_them(
    machine: Machines, shared: Machine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    two = machine("two")
    for name, value in two.env.items():
        monkeypatch.setenv(name, value)
    bring_behind().join()
    assert "Order three hives" in (actions_view(two.home))
    monkeypatch.setenv("CLERK_BOOK", "postgresql://jo@127.0.0.1:9/minutes")
    bring_behind().join()
    assert capfd.readouterr() == ("", "")


def actions_view(home: Path) -> str:
    return " ".join(one.task for one in followed(read_records(home)[0], Facts(home).read(), date(2026, 5, 20)))


def test_json_stays_json(machine: Machines, shared: Machine) -> None:
    found = json.loads(machine("two").clerk("actions", "--json").stdout)
    assert [one["task"] for one in found] == ["Order three hives"]


def test_a_book_that_is_away_is_said_and_what_is_here_is_shown(
    tmp_path: Path, machine: Machines, shared: Machine, server: Server
) -> None:
    two = machine("two")
    two.clerk("actions")
    away = Machine(two.home, "postgresql://jo@127.0.0.1:9/minutes")
    result = away.clerk("actions")
    assert "Order three hives" in result.stdout
    assert "which may be old" in result.stderr
    refused = Machine(two.home, "postgresql://jo:hush@db.example.org/minutes").clerk("find", "hives")
    assert "password in it" in refused.stderr
    assert "hush" not in refused.output
    assert "hives" in refused.stdout


def test_what_is_minuted_here_is_left_to_its_own_sender(shared: Machine, url: str) -> None:
    shared.record("2026-05-12-pc", ":flag -- not sent yet")
    before = shared.path("2026-05-12-pc").read_bytes()
    said: list[str] = []
    with Book(Address(url)) as book:
        assert catch_up(shared.home, book, said.append) == 0
    assert said == []
    assert shared.path("2026-05-12-pc").read_bytes() == before


def test_a_meeting_that_cannot_be_used_keeps_none_of_the_others_away(
    machine: Machines, shared: Machine, url: str
) -> None:
    other = shared.clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-09")).stdout.strip()
    shared.record(other, ":open 18:30")
    shared.clerk("share", "send")
    with Book(Address(url)) as book:
        book.connection.execute("ALTER TABLE clerk.line DISABLE TRIGGER ALL")
        spoil = "UPDATE clerk.line SET line = replace(line, '18:30', '18:31') WHERE n = 2 AND meeting = %s"
        book.connection.execute(spoil, (next(head.id for head in book.heads() if head.name == other),))
    result = machine("two").clerk("find", "hives")
    assert "hives be bought" in result.stdout
    assert "does not agree with itself" in result.stderr


def test_a_member_is_one_human_whichever_machine_minuted(machine: Machines, shared: Machine) -> None:
    two = machine("two")
    two.clerk("actions")
    june = two.clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-09")).stdout.strip()
    two.record(june, ":open 18:30", ":present rest", ":close 19:00")
    two.clerk("share", "send")
    for one in (two, shared):
        register = one.clerk("register", "attendance", "--body", "parks", "--year", "2026").stdout
        assert register.count("Cat Ash") == 1
        assert "2 of 2" in register


def facts_of(machine: Machine) -> list[str]:
    return sorted(path.name for path in machine.home.glob("facts*.journal"))


def test_what_became_of_an_action_is_known_on_every_machine(machine: Machines, shared: Machine) -> None:
    two, three = machine("two"), machine("three")
    (action,) = json.loads(two.clerk("actions", "--json").stdout)
    two.clerk("actions", "done", action["reference"], "--", "came on Monday")
    assert json.loads(shared.clerk("actions", "--json").stdout) == []
    assert "came on Monday" in three.clerk("actions", "--all", "--json").stdout
    # It is a fact of the library like any other, and of no meeting: no list of meetings has it.
    assert "facts" not in three.clerk("share", "list").stdout
    assert three.clerk("list").stdout.count("2026-05-12-pc") == 1
    shared.clerk("actions", "reopen", action["reference"], "--due", "2026-07-31")
    assert [one["due"] for one in json.loads(two.clerk("actions", "--json").stdout)] == ["2026-07-31"]
    assert all(len(facts_of(one)) == 2 for one in (shared, two))
    assert "all agree" in two.clerk("share", "verify").stdout


def test_what_was_told_while_the_book_was_away_is_told_later(machine: Machines, shared: Machine) -> None:
    two = machine("two")
    (action,) = json.loads(two.clerk("actions", "--json").stdout)
    away = Machine(two.home, "postgresql://jo@127.0.0.1:9/minutes")
    done = away.clerk("actions", "done", action["reference"])
    assert "when the book is next reached" in done.stderr
    assert len(json.loads(shared.clerk("actions", "--json").stdout)) == 1
    two.clerk("find", "hives")
    assert json.loads(shared.clerk("actions", "--json").stdout) == []


def test_minutes_that_were_published_on_one_machine_are_locked_on_another(machine: Machines, shared: Machine) -> None:
    two = machine("two")
    shared.clerk("publish", "2026-05-12-pc", "--on", "2026-05-20", "--where", "the site")
    two.clerk("find", "hives")
    assert "published" in two.clerk("list").stdout
    # What was published is a file of that machine's, and nothing is written up in its place.
    refused = two.clerk("draft", "2026-05-12-pc", "--to", str(two.home / "out.txt"), fails=True)
    assert "on the machine where they were published" in refused.stderr


def test_who_may_only_read_says_that_nothing_was_sent(
    machine: Machines, shared: Machine, url: str, server: Server
) -> None:
    reader = Machine(machine("two").home, server.user(url, "clerk_reader"))
    (action,) = json.loads(reader.clerk("actions", "--json").stdout)
    done = reader.clerk("actions", "done", action["reference"])
    assert "not been given the right" in done.stderr
    assert json.loads(reader.clerk("actions", "--json").stdout) == []
    assert len(json.loads(shared.clerk("actions", "--json").stdout)) == 1


def test_a_library_that_was_copied_says_that_both_were_told_something(machine: Machines, shared: Machine) -> None:
    (action,) = json.loads(shared.clerk("actions", "--json").stdout)
    shared.clerk("actions", "done", action["reference"])
    shutil.copytree(shared.home, machine("two").home)
    shared.clerk("actions", "reopen", action["reference"])
    told = machine("two").clerk("actions", "drop", action["reference"])
    assert "a copy of another" in told.stderr
    assert json.loads(machine("two").clerk("actions", "--json").stdout) == []
