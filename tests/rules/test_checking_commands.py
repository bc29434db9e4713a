"""`clerk check` and `clerk draft --final`: what is found is said, and nothing final is written over it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from screens.cli.main import cli

Clerk = Callable[..., Result]

TOML = """
body = "Parks Committee"
date = 2019-06-11
time = "18:30"
venue = "The Long Room"
quorum = 2
members = [
    {name = "Ann Oak", role = "chair", group = "Civic"},
    {name = "Bob Elm", group = "Civic"},
    {name = "Cat Ash", group = "Residents"},
]
items = [
    {number = 1, title = "Declarations of Members' Interests"},
    {number = 2, title = "Bees", recommendations = "That hives be bought."},
]
"""
TIED = ":open 18:30\n:present oak,elm\n:take 1\n:none\n:take 2\n:vote 1 1 0\n"
GOOD = ":open 18:30\n:present rest\n:take 1\n:none\n:take 2\n:vote unanimous\n:close 20:00\n"


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*arguments: object, typed: str = "") -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed, prog_name="clerk")

    return run


def made(clerk: Clerk, script: str, toml: str = TOML) -> str:
    name = clerk("new", "-", typed=toml).stdout.strip()
    assert clerk("play", name, "-", typed=script).exit_code == 0
    return name


def test_what_is_hard_is_named_and_the_exit_code_says_so(clerk: Clerk) -> None:
    done = clerk("check", made(clerk, TIED))
    assert done.exit_code == 1
    first = done.stdout.splitlines()[0]
    assert (
        first == "HARD V8 (item 2, entry 7.1): Vote v1 was a tie and no casting vote is recorded. [1 + 1 + 0 = 2 of 2]"
    )
    assert "1 hard, " in done.stderr


def test_nothing_found(clerk: Clerk) -> None:
    done = clerk("check", made(clerk, GOOD))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.startswith("Nothing is found. ")
    assert "NOTE N8" in clerk("check", "2019-06-11-pc", "--notes").stdout


def test_for_a_program(clerk: Clerk) -> None:
    done = clerk("check", made(clerk, TIED + ":dismiss V8 -- not asked\n"), "--json")
    assert done.exit_code == 0
    found: list[dict[str, Any]] = json.loads(done.stdout)
    (tie,) = [one for one in found if one["rule"] == "V8"]
    assert (tie["severity"], tie["item"], tie["event"], tie["answer"]) == ("HARD", "2", "7.1", "not asked")


def approve(clerk: Clerk, name: str, *options: str) -> Result:
    """Says that the minutes were approved elsewhere."""
    return clerk("approve", name, "--by", "Cabinet", "--on", "2019-09-03", *options, "--", "it met once")


def test_a_draft_is_always_written_and_a_final_one_is_not(clerk: Clerk, tmp_path: Path) -> None:
    name = made(clerk, TIED + ":close 20:00\n")
    assert clerk("draft", name, "--to", "draft.txt").exit_code == 0
    done = clerk("draft", name, "--final", "--to", "final.txt")
    assert done.exit_code == 1
    assert not Path("final.txt").exists()
    assert "The minutes cannot be final yet. Nothing was written." in done.stderr
    assert "HARD V8 (item 2, entry 7.1)" in done.stderr
    assert clerk("play", name, "-", typed=":@20:00 cast for\n").exit_code == 0
    assert "not approved yet" in clerk("draft", name, "--final", "--to", "final.txt").stderr
    assert approve(clerk, name).exit_code == 0
    assert clerk("draft", name, "--final", "--to", "final.txt").exit_code == 0
    assert "DRAFT" not in Path("final.txt").read_text(encoding="utf-8")
    assert "DRAFT" in Path("draft.txt").read_text(encoding="utf-8")


def test_a_final_document_into_a_folder_is_not_called_a_draft(clerk: Clerk) -> None:
    name = made(clerk, GOOD)
    approve(clerk, name)
    done = clerk("draft", name, "--final", "--to", ".")
    assert done.exit_code == 0
    (written,) = Path().glob("*.docx")
    assert written.name.startswith("Printed minutes 11th-Jun-2019")


def test_a_final_exempt_document_is_still_not_for_publication(clerk: Clerk) -> None:
    name = made(clerk, GOOD)
    approve(clerk, name)
    approve(clerk, name, "--exempt")
    assert clerk("draft", name, "--final", "--exempt", "--to", ".").exit_code == 0
    (written,) = Path().glob("*.docx")
    assert written.name.endswith(" EXEMPT.docx")
    assert not written.name.startswith("DRAFT")


def test_nothing_is_final_before_the_close(clerk: Clerk) -> None:
    done = clerk("draft", made(clerk, GOOD.replace(":close 20:00\n", "")), "--final")
    assert done.exit_code == 1
    assert done.stderr == "The minutes cannot be final before the meeting is closed. Nothing was written.\n"


def test_ones_own_profile_is_used_and_a_bad_one_is_not(clerk: Clerk, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "profiles"
    folder.mkdir(parents=True)
    (folder / "thornmere.toml").write_text('of = "thornmere"\npublic.total_minutes = 15\n', encoding="utf-8")
    (folder / "wrong.toml").write_text('of = "barnet"\nbody.quorum = 5\nbody.seats = 4\n', encoding="utf-8")
    done = clerk("new", "-", typed=TOML.replace('time = "18:30"', 'profile = "thornmere"'))
    assert done.exit_code == 0
    assert "wrong.toml is not used (“body.quorum”): 5 is more than the seats, 4." in done.stderr
    assert "The shipped ones are used instead." in done.stderr


def test_other_meetings_are_read(clerk: Clerk) -> None:
    march = made(clerk, GOOD, TOML.replace("2019-06-11", "2019-03-07"))
    june = made(clerk, GOOD.replace(":take 1\n", ":take 1\n:minutes 2019-02-07\n"))
    done = clerk("check", june)
    assert "WARN" not in done.stdout
    assert "2019-02-07" not in done.stdout
    assert "NOTE N4" in clerk("check", june, "--notes").stdout
    assert clerk("play", june, "-", typed=":@<2.0 minutes 2019-03-07 -- Item 2: Bees, not wasps\n").exit_code == 0
    corrected = clerk("check", march, "--notes").stdout
    assert "NOTE N5: Corrected on 11 June 2019: Item 2: Bees, not wasps." in corrected
