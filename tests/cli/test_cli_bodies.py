"""Bodies over meetings: one id each, whatever it is called, and whoever else is called so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import TOML, Clerk, journal

HELD = ":open 18:30\n:present rest\n:take 1\n{lines}:under 2\nBees were seen.\n:vote 3 0 0\n:close 20:00\n"
MINUTES = ":open 18:30\n:present rest\n:take 1\n:minutes\n:close 19:00\n"
Hold = Callable[..., str]


@pytest.fixture
def hold(clerk: Clerk) -> Hold:
    def held(body: str, day: str, *lines: str) -> str:
        papers = TOML.replace("2026-05-12", day).replace("Parks Committee", body)
        name = clerk("new", "-", typed=papers).stdout.strip()
        played = clerk("play", name, "-", typed=HELD.format(lines="".join(f"{line}\n" for line in lines)))
        assert played.exit_code == 0, played.output
        return str(name)

    return held


def body_id(home: Path, name: str) -> str:
    line = json.loads(journal(home, name).read_text(encoding="utf-8").splitlines()[1])
    return str(line["changes"]["1"]["events"][0]["body_id"])


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_body_that_is_renamed_stays_the_body_that_it_was(clerk: Clerk, home: Path, hold: Hold) -> None:
    first = hold("Parks Committee", "2026-05-12")
    assert "No meeting of a body" in clerk("body", "Park Committee", "--now-called", "Green Spaces Committee").stderr
    assert "is the same body" in clerk("body", "Parks Committee", "--now-called", "Green Spaces Committee").stdout
    made = clerk("new", "--next", "green spaces", "2026-06-16", "--yes")
    assert made.exit_code == 0, made.output
    later = made.stdout.strip().splitlines()[-1]
    assert body_id(home, later) == body_id(home, first)
    played = clerk("play", later, "-", typed=MINUTES)
    assert played.exit_code == 0, played.output
    assert "approved by the Green Spaces Committee on 16 June 2026" in flat(clerk("draft", first).stdout)
    last = clerk("new", "--next", "green spaces", "2026-07-14", "--yes")
    assert last.exit_code == 0, last.output
    assert body_id(home, last.stdout.strip().splitlines()[-1]) == body_id(home, first)


def test_a_successor_that_is_renamed_goes_on_succeeding(clerk: Clerk, hold: Hold) -> None:
    first = hold("Parks Committee", "2026-05-12")
    hold("Environment Committee", "2026-05-14")
    assert clerk("body", "Parks Committee", "--succeeded-by", "Environment Committee").exit_code == 0
    assert clerk("body", "Environment Committee", "--now-called", "Climate Committee").exit_code == 0
    hold("Climate Committee", "2026-06-16", f":minutes 2026-05-12 of={first}")
    assert "approved by the Climate Committee on 16 June 2026" in flat(clerk("draft", first).stdout)


def test_two_councils_bodies_of_one_name_are_two(clerk: Clerk, home: Path) -> None:
    (home / "profiles").mkdir(parents=True)
    for name in ("elderwick", "ashwick"):
        (home / "profiles" / f"{name}.toml").write_text(f'of = "{name}"\n', encoding="utf-8")
    made = [
        clerk("new", "-", typed=TOML.replace("2026-05-12", day) + f'profile = "{council}"').stdout.strip()
        for council, day in (("elderwick", "2026-05-12"), ("ashwick", "2026-05-19"), ("elderwick", "2026-06-16"))
    ]
    one, two, three = (body_id(home, name) for name in made)
    assert one == three != two
    for name in made[:2]:
        assert clerk("play", name, "-", typed=HELD.format(lines="")).exit_code == 0
    assert clerk("play", made[2], "-", typed=MINUTES).exit_code == 0
    assert "meeting held on 12 May 2026" in flat(clerk("draft", made[2]).stdout)


def test_an_older_record_has_no_id_and_is_known_by_the_names_of_its_body(clerk: Clerk, home: Path, hold: Hold) -> None:
    first = hold("Parks Committee", "2026-05-12")
    assert clerk("body", "Parks Committee", "--now-called", "Green Spaces Committee").exit_code == 0
    later = hold("Green Spaces Committee", "2026-06-16", ":minutes 2026-05-12")
    assert body_id(home, later) == body_id(home, first)
    assert "approved by the Green Spaces Committee" in flat(clerk("draft", first).stdout)
