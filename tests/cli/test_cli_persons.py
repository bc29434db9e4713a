"""Each human has one id in the library, recorded in every meeting whose papers name that person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from screens.cli import remembering
from screens.cli.finding import looked_at
from tests.cli.running import Clerk, journal

Row = str
New = Callable[..., tuple[dict[str, str], str]]


def member(name: str, **more: str) -> Row:
    """A member as a line of TOML."""
    return "{" + ", ".join(f'{key} = "{value}"' for key, value in {"name": name, **more}.items()) + "}"


@pytest.fixture
def new(clerk: Clerk, home: Path) -> New:
    """Makes a meeting of members, and gives their lasting ids by their ids in it, and what was said."""

    def make(
        members: Sequence[Row],
        day: str = "2026-05-12",
        body: str = "Parks Committee",
        officers: Sequence[Row] = (),
        typed: str = "",
        more: str = "",
    ) -> tuple[dict[str, str], str]:
        text = f'body = "{body}"\ndate = {day}\nquorum = 1\n{more}\nmembers = [{", ".join(members)}]\n'
        text += f'officers = [{", ".join(officers)}]\nitems = [{{number = 1, title = "Bees"}}]\n'
        Path("papers.toml").write_text(text, encoding="utf-8")
        made = clerk("new", "papers.toml", typed=typed)
        assert made.exit_code == 0, made.output
        setup = looked_at(journal(home, made.stdout.split()[-1])).setup
        assert setup is not None
        return {person.id: person.lasting_id for person in setup.people}, made.stderr

    return make


def test_one_human_is_one_id_at_every_body_and_a_surname_is_not_a_human(new: New) -> None:
    parks, _ = new([member("Cat Ash", group="Civic"), member("Bob Elm")])
    roads, said = new([member("CAT ÁSH", group="Civic"), member("Dan Oak")], "2026-06-02", "Roads Committee")
    later, _ = new([member("Dan Ash", group="Civic"), member("Bob Elm")], "2026-07-14")
    assert roads["ash"] == parks["ash"]
    assert later["ash"] not in (parks["ash"], "")
    assert later["elm"] == parks["elm"]
    assert len({*parks.values(), *roads.values(), *later.values()}) == 4
    assert "Dan Ash" not in said


def test_two_of_one_name_are_kept_apart_and_known_again_by_what_the_body_calls_them(new: New) -> None:
    both = [member("Dan Ash", id="dan1"), member("Dan Ash", id="dan2")]
    first, _ = new(both)
    again, said = new(both[::-1], "2026-06-02")
    assert first == again
    assert first["dan1"] != first["dan2"]
    assert "called Dan Ash" not in said
    third, said = new([member("Dan Ash")], "2026-06-03", "Roads Committee")
    assert third["ash"] not in first.values()
    assert "2 people called Dan Ash are known" in said
    assert "This is taken to be another." in said


def test_a_second_of_the_name_is_not_the_first(new: New) -> None:
    first, _ = new([member("Dan Ash", id="ash")])
    both, _ = new([member("Dan Ash", id="dan1"), member("Dan Ash", id="ash")], "2026-06-02")
    assert both["ash"] == first["ash"] != both["dan1"]


@pytest.mark.parametrize(
    ("day", "group", "doubted"),
    [
        ("2027-05-12", "Civic", False),
        ("2027-05-13", "Civic", True),
        ("2026-05-13", "Harbour", True),
        ("2026-05-13", "", False),
    ],
)
def test_another_group_or_a_gap_of_over_a_year_is_said(new: New, day: str, group: str, doubted: bool) -> None:
    first, _ = new([member("Cat Ash", group="Civic")])
    second, said = new([member("Cat Ash", **({"group": group} if group else {}))], day)
    assert second == first
    assert ("Cat Ash (Civic) of Parks Committee, 12 May 2026" in said) is doubted


def test_another_body_is_said(new: New) -> None:
    first, _ = new([member("Cat Ash", group="Civic")])
    second, said = new([member("Cat Ash")], "2026-05-13", "Roads Committee")
    assert second == first
    assert "has the name of one who is known: Cat Ash (Civic) of Parks Committee, 12 May 2026" in said
    _, said = new([member("Cat Ash")], "2026-06-13", "Roads Committee")
    assert "Cat Ash" not in said


@pytest.mark.parametrize(("answer", "same"), [("y\n", True), ("n\n", False), ("\n", True)])
def test_at_a_keyboard_it_is_asked(new: New, monkeypatch: pytest.MonkeyPatch, answer: str, same: bool) -> None:
    first, _ = new([member("Cat Ash", group="Civic")])
    monkeypatch.setattr(remembering, "in_a_terminal", lambda: True)
    second, said = new([member("Cat Ash", group="Harbour")], "2026-06-02", typed=answer)
    assert "Are they one?" in said
    assert (second == first) is same


def test_of_several_the_clerk_says_which(new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = new([member("Dan Ash", id="dan1"), member("Dan Ash", id="dan2")])
    monkeypatch.setattr(remembering, "in_a_terminal", lambda: True)
    roads, _ = new([member("Dan Ash")], "2026-06-02", "Roads Committee", typed="2\n")
    assert roads["ash"] in first.values()
    schools, _ = new([member("Dan Ash")], "2026-06-03", "Schools Committee", typed="0\n")
    assert schools["ash"] not in first.values()


def test_an_officer_is_no_member_and_a_post_no_person(new: New) -> None:
    first, _ = new([member("Jo Reed")], officers=[member("Jo Vale"), '{post = "Head of Parks"}'])
    second, _ = new([member("Jo Vale")], "2026-06-02", officers=[member("Jo Reed", id="officer")])
    assert first["parks"] == ""
    assert len({first["reed"], first["vale"], second["vale"], second["officer"]}) == 4


def test_another_councils_people_are_others(new: New, home: Path) -> None:
    folder = home / "profiles"
    folder.mkdir(parents=True)
    (folder / "elderwick.toml").write_text('of = "elderwick"\n', encoding="utf-8")
    ours, _ = new([member("Cat Ash")])
    theirs, _ = new([member("Cat Ash")], "2026-06-02", more='profile = "elderwick"')
    assert ours["ash"] != theirs["ash"]
