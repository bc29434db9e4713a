"""Bodies over meetings: one id each, whatever it is called, and whoever else is called so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.cli.finding import looked_at
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


RENAMED = ("Parks Committee", "--now-called", "Green Spaces Committee")


def found(clerk: Clerk, *words: str) -> list[str]:
    said = clerk("find", "--json", *words).stdout.strip()
    return [one["date"] for one in json.loads(said)] if said else []


@pytest.mark.parametrize("called", ["parks", "green spaces", "Green Spaces Committee"])
def test_a_renamed_body_is_meant_by_any_of_its_names(clerk: Clerk, hold: Hold, called: str) -> None:
    hold("Parks Committee", "2026-05-12", ":action reed -- count the swifts")
    hold("Licensing Committee", "2026-05-13", ":action reed -- count the swifts")
    assert clerk("body", *RENAMED).exit_code == 0
    hold("Green Spaces Committee", "2026-06-16", ":action reed -- count the swifts")
    assert found(clerk, "swifts", "--body", called) == ["2026-06-16", "2026-05-12"]
    actions = json.loads(clerk("actions", "--body", called, "--json").stdout)
    assert [one["day"] for one in actions] == ["2026-05-12", "2026-06-16"]
    clerk("register", "attendance", "--body", called, "--member", "oak", "--to", "r.csv")
    assert len(Path("r.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert clerk("new", "--next", called, "2026-07-14", "--yes").exit_code == 0


def test_two_bodies_of_like_names_are_two(clerk: Clerk, hold: Hold) -> None:
    hold("Parks Committee", "2026-05-12")
    hold("Car Parks Committee", "2026-05-13")
    assert "could be" in clerk("find", "bees", "--body", "park").stderr
    assert set(found(clerk, "bees", "--body", "Parks Committee")) == {"2026-05-12"}


def test_what_a_library_was_told_of_a_name_can_be_taken_back(clerk: Clerk, home: Path, hold: Hold) -> None:
    hold("Parks Committee", "2026-05-12")
    assert clerk("body", *RENAMED).exit_code == 0
    (told,) = clerk("library").stdout.splitlines()
    assert "Parks Committee is now called Green Spaces Committee" in told
    assert clerk("library", "back", told.split()[0], "--", "not yet").exit_code == 0
    assert found(clerk, "bees", "--body", "green spaces") == []
    # Nothing but the facts tells of it: what can be made again may go.
    first = body_id(home, "2026-05-12-pc")
    assert clerk("body", *RENAMED).exit_code == 0
    (home / "library.journal").unlink()
    assert clerk("list").exit_code == 0
    assert body_id(home, hold("Green Spaces Committee", "2026-06-16")) == first


def test_a_body_has_the_id_that_another_machine_gave_it(
    clerk: Clerk, home: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hold("Parks Committee", "2026-05-12")
    here = home.with_name("here")
    monkeypatch.setenv("CLERK_HOME", str(here))
    (here / "meetings").mkdir(parents=True)
    journal(here, first).write_bytes(journal(home, first).read_bytes())
    assert clerk("list").exit_code == 0
    assert body_id(here, hold("Parks Committee", "2026-06-16")) == body_id(here, first)


REFERS = ':outcome referred to="{to}" -- it owns the ponds'


@pytest.mark.parametrize(
    ("to", "for_", "comes"),
    [
        ("Parks Committee", "Green Spaces Committee", True),
        ("the green spaces committee", "Green Spaces Committee", True),
        ("Parks", "Green Spaces Committee", True),
        ("Ponds Panel", "Green Spaces Committee", True),
        ("Parks Committee", "Car Parks Committee", False),
        ("Car Parks Committee", "Green Spaces Committee", False),
    ],
)
def test_what_is_sent_to_a_body_follows_its_name_and_its_successor(
    clerk: Clerk, hold: Hold, to: str, for_: str, comes: bool
) -> None:
    hold("Parks Committee", "2026-05-12")
    hold("Ponds Panel", "2026-05-12")
    hold("Car Parks Committee" if to != "Parks" else "Cars Committee", "2026-05-12")
    hold("Scrutiny Panel", "2026-05-19", REFERS.format(to=to).replace(":outcome", ":under 2\n:outcome"))
    assert clerk("body", "Ponds Panel", "--succeeded-by", "Parks Committee").exit_code == 0
    assert clerk("body", *RENAMED).exit_code == 0
    other = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-18").replace("Parks Committee", for_))
    assert ("Bees (referred;" in clerk("references", other.stdout.strip()).stdout) is comes
    made = clerk("new", "--next", for_, "2026-06-16", "--yes")
    assert made.exit_code == 0, made.output
    assert ("referred by the Scrutiny Panel" in made.stderr) is comes


def test_running_references_go_on_under_another_name(clerk: Clerk, hold: Hold) -> None:
    def published(name: str) -> str:
        assert clerk("publish", name, "--on", "2026-07-01").exit_code == 0
        return clerk("draft", name).stdout

    style = 'style = "parish"\nbody = '
    papers = TOML.replace("body = ", style, 1)
    first = clerk("new", "-", typed=papers).stdout.strip()
    assert clerk("play", first, "-", typed=HELD.format(lines="")).exit_code == 0
    assert "26/001" in published(first)
    assert clerk("body", *RENAMED).exit_code == 0
    later = papers.replace("2026-05-12", "2026-06-16").replace("Parks Committee", "Green Spaces Committee")
    second = clerk("new", "-", typed=later).stdout.strip()
    assert clerk("play", second, "-", typed=HELD.format(lines="")).exit_code == 0
    said = published(second)
    assert "26/001" not in said
    assert "26/003" in said


def test_two_names_of_one_body_are_joined_and_parted(clerk: Clerk, home: Path, hold: Hold) -> None:
    first = hold("Parks Committee", "2026-05-12", ":action reed -- count the swifts")
    hold("Parks and Open Spaces Cttee", "2026-06-16", ":action reed -- count the swallows")
    last = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-07-14").replace("Parks Comm", "Open Spaces Comm"))
    other = last.stdout.strip()
    assert clerk("play", other, "-", typed=MINUTES.replace(":minutes", ":minutes 2026-05-12")).exit_code == 0
    assert "DRAFT" in clerk("draft", first).stdout

    assert "No body called “Park Committee”" in clerk("bodies", "join", "Parks Committee", "Park Committee").stderr
    assert "are the same body" in clerk("bodies", "join", "Parks Committee", "parks committee").stderr
    for name in ("Parks and Open Spaces Cttee", "Open Spaces Committee"):
        joined = clerk("bodies", "join", "Parks Committee", name, "--", "one body")
        assert joined.exit_code == 0, joined.output
        assert "one body already" in clerk("bodies", "join", "Parks Committee", name).stderr
    assert "(also Parks and Open Spaces Cttee, Open Spaces Committee)" in clerk("bodies").stdout
    told = clerk("library").stdout.splitlines()
    assert told[0].count("Parks Committee (") == 1
    assert told[0].endswith("one body")

    assert "approved by the Open Spaces Committee on 14 July 2026" in flat(clerk("draft", first).stdout)
    for called in ("open spaces committee", "Parks Committee"):
        assert found(clerk, "swifts", "--body", called) == ["2026-05-12"]
        assert found(clerk, "swallows", "--body", called) == ["2026-06-16"]
    made = clerk("new", "--next", "Parks Committee", "2026-09-01", "--yes")
    assert made.exit_code == 0, made.output
    left = looked_at(journal(home, made.stdout.split()[-1]))
    assert [one.task for item in left.items.values() for one in item.matters] == [
        "count the swifts",
        "count the swallows",
    ]
    assert body_id(home, made.stdout.split()[-1]) == body_id(home, first)

    parted = clerk("bodies", "part", "Open Spaces Committee", "Parks Committee", "--", "two after all")
    assert parted.exit_code == 0, parted.output
    assert "were not joined" in clerk("bodies", "part", "Parks Committee", "Open Spaces Committee").stderr
    assert "DRAFT" in clerk("draft", first).stdout
    assert "(also Parks and Open Spaces Cttee)" in clerk("bodies").stdout
    assert body_id(home, hold("Open Spaces Committee", "2026-10-06")) == body_id(home, other)


def test_what_a_joined_body_succeeds_and_is_sent_is_its_own(clerk: Clerk, hold: Hold) -> None:
    first = hold("Ponds Panel", "2026-05-12")
    hold("Parks Committee", "2026-05-13")
    hold("Parks Cttee", "2026-05-14")
    assert clerk("body", "Ponds Panel", "--succeeded-by", "Parks Committee").exit_code == 0
    assert clerk("bodies", "join", "Parks Committee", "Parks Cttee").exit_code == 0
    hold("Parks Cttee", "2026-06-16", f":minutes 2026-05-12 of={first}")
    assert "approved by the Parks Cttee on 16 June 2026" in flat(clerk("draft", first).stdout)
    hold("Scrutiny Panel", "2026-06-17", REFERS.format(to="Parks Committee").replace(":outcome", ":under 2\n:outcome"))
    later = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-07-18").replace("Parks Committee", "Parks Cttee"))
    assert "Bees (referred;" in clerk("references", later.stdout.strip()).stdout


@pytest.mark.parametrize(
    ("to", "comes"),
    [
        ("Harbour & Coast Sub-Committee", True),
        ("the harbour and coast sub cttee.", True),
        ("HARBOUR AND COAST SUBCOMMITTEE", True),
        ("H&C Sub Ctte", True),
        ("HCS", True),
        ("Harbour and Coast Committee", False),
        ("Harbour Cttee", False),
        ("HC", False),
    ],
)
def test_what_is_sent_reaches_a_body_however_its_name_is_written(
    clerk: Clerk, hold: Hold, to: str, comes: bool
) -> None:
    hold("Harbour and Coast Sub-Committee", "2026-05-12")
    hold("Scrutiny Panel", "2026-05-19", ":under 2", f':outcome referred to="{to}" -- it owns the slipway')
    papers = TOML.replace("2026-05-12", "2026-06-18").replace("Parks Committee", "Harbour and Coast Sub-Committee")
    other = clerk("new", "-", typed=papers.replace('"Bees"', '"Wasps"')).stdout.strip()
    assert ("Bees (referred;" in clerk("references", other).stdout) is comes
