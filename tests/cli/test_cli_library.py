"""What the library is told from the command line: people joined and parted, and what was told in error."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.library.facts import PersonsJoined
from screens.cli import remembering
from store.facts import Facts
from tests.cli.running import Clerk

PAPERS = 'body = "{body}"\ndate = {day}\nquorum = 1\nmembers = [{members}]\nitems = [{{number = 1, title = "Bees"}}]\n'


@pytest.fixture
def two(clerk: Clerk, home: Path) -> list[str]:
    """Two meetings, at the second of which Cat Ash goes by another name; the ids of both names."""
    for day, name in (("2026-05-12", "Cat Ash"), ("2026-06-12", "Cat Fern")):
        members = f'{{name = "{name}"}}, {{name = "Bob Elm"}}'
        made = clerk("new", "-", typed=PAPERS.format(body="Parks Committee", day=day, members=members))
        assert made.exit_code == 0, made.output
    listed = clerk("people").stdout.splitlines()
    return [next(line.split()[0] for line in listed if name in line) for name in ("Cat Ash", "Cat Fern")]


def test_two_names_are_made_one_person_and_two_again(clerk: Clerk, home: Path, two: list[str]) -> None:
    assert clerk("people", "join", "cat fern", two[1], "--", "x").exit_code == 1
    joined = clerk("people", "join", "Cat Fern", "Cat Ash", "--", "married", "in", "May")
    assert joined.exit_code == 0, joined.output
    assert Facts(home).read().lasting(two[0]) == two[1]
    listed = clerk("people").stdout
    assert "(with Cat Ash)" in listed
    assert two[0] not in listed
    assert "married in May" in clerk("library").stdout
    assert "one person already" in clerk("people", "join", "Cat Fern", "Cat Ash").stderr
    parted = clerk("people", "part", two[0][:6], "Cat Fern")
    assert parted.exit_code == 0, parted.output
    assert Facts(home).read().lasting(two[0]) == two[0]
    assert "not joined" in clerk("people", "part", "Bob Elm", "Cat Fern").stderr
    again = clerk("people", "part", two[0][:6], "Cat Fern")
    assert (again.exit_code, "were not joined" in again.stderr) == (1, True)
    assert "Nobody called" in clerk("people", "join", "Bob", "Cat Fern").stderr


def test_one_who_was_joined_has_the_one_id_at_the_next_meeting(clerk: Clerk, home: Path, two: list[str]) -> None:
    from screens.cli.finding import looked_at

    clerk("people", "join", "Cat Fern", "Cat Ash")
    made = clerk(
        "new", "-", typed=PAPERS.format(body="Parks Committee", day="2026-07-14", members='{name = "Cat Ash"}')
    )
    setup = looked_at(home / "meetings" / f"{made.stdout.split()[-1]}.journal").setup
    assert setup is not None
    assert [person.lasting_id for person in setup.people] == [two[1]]


def test_what_was_told_in_error_is_taken_back_and_stays_in_the_list(clerk: Clerk, home: Path, two: list[str]) -> None:
    clerk("people", "join", "Cat Fern", "Cat Ash")
    id_ = next(iter(Facts(home).read().of(PersonsJoined)))[0].id
    assert clerk("library", "back", id_[:8]).exit_code == 2
    assert clerk("library", "back", "zzzzzz", "--", "why").exit_code == 1
    back = clerk("library", "back", id_[:8], "--", "two", "sisters")
    assert back.exit_code == 0, back.output
    assert Facts(home).read().lasting(two[0]) == two[0]
    listed = clerk("library").stdout
    assert "(taken back)" in listed
    assert "two sisters" in listed
    assert "taken back before" in clerk("library", "back", id_, "--", "again").stderr


def test_people_known_from_another_body_are_asked_about_together(
    clerk: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = ", ".join(f'{{name = "{name}"}}' for name in ("Cat Ash", "Bob Elm", "Dan Oak"))
    clerk("new", "-", typed=PAPERS.format(body="Parks Committee", day="2026-05-12", members=members))
    said = clerk("new", "-", typed=PAPERS.format(body="Roads Committee", day="2026-06-12", members=members))
    assert "3 people here have the names" in said.stderr
    assert "taken to be the same" in said.stderr
    assert len(clerk("people").stdout.splitlines()) == 3
    monkeypatch.setattr(remembering, "in_a_terminal", lambda: True)
    papers = Path("roads.toml")
    papers.write_text(PAPERS.format(body="Schools Committee", day="2026-06-14", members=members), encoding="utf-8")
    asked = clerk("new", papers, typed="9\n2\n")
    assert "Give numbers from 1 to 3" in asked.stderr
    assert [line.split()[1:3] for line in clerk("people").stdout.splitlines()].count(["Bob", "Elm"]) == 2
    again = clerk("new", papers, typed="")
    assert "names of some" not in again.stderr


@pytest.mark.parametrize("name", ["Cat Fern", "fern", "Cat Ash", "ash"])
def test_registers_of_one_who_was_joined_are_the_same_by_either_name(
    clerk: Clerk, home: Path, two: list[str], name: str
) -> None:
    evening = (
        ":open 18:30\n:present all\n:take 1\n:declare {0} 1 kind=dpi effect=stayed -- keeps bees\n"
        ":motion {0} elm -- That bees be bought.\n:vote named against={0} rest=for\n:close 19:00\n"
    )
    for day, called in (("2026-05-12", "ash"), ("2026-06-12", "fern")):
        played = clerk("play", f"{day}-pc", "-", typed=evening.format(called))
        assert played.exit_code == 0, played.output
    if name in ("fern", "ash"):
        assert clerk("register", "votes", name).stdout.count("against") == 1
    clerk("people", "join", "Cat Fern", "Cat Ash")
    votes = clerk("register", "votes", name).stdout
    assert votes.startswith("Votes of Councillor Cat Fern (also recorded as Cat Ash)")
    assert votes.count("against") == 2
    assert clerk("register", "declarations", "--member", name).stdout.count("keeps bees") == 2
    assert clerk("register", "declarations", "--member", "elm").stdout == ""
    assert "2 of 2" in clerk("register", "attendance").stdout
    assert clerk("register", "attendance", "--member", name).stdout.count("2026") == 2
