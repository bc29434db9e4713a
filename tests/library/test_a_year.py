"""A year of a committee and of a council of 63, played by shorthand: every register against the sums of its maker."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.calendar import safe_through
from clerk.library.registers import NOT_BY_NAME, attendance, declarations, evening_of, votes_of
from clerk.library.state import Library
from screens.cli.main import cli
from store.records import read_records
from tests.library.year import Year, a_year

BODIES = {"Parks Committee": (11, 12), "Council": (63, 8)}


@pytest.fixture(scope="module", params=BODIES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, Year]]:
    """A home with the year in it, the body, and the sums."""
    body = str(request.param)
    seats, meetings = BODIES[body]
    made = a_year(20260512, body, seats, meetings, date(2025, 5, 13))
    home = tmp_path_factory.mktemp("year") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLERK_HOME", str(home))
        for evening in made.evenings:
            name = CliRunner().invoke(cli, ["new", "-"], input=evening.toml).stdout.strip()
            played = CliRunner().invoke(cli, ["play", name, "-"], input=evening.script)
            assert played.exit_code == 0, played.output
        yield home, body, made


def test_attendance_is_what_the_maker_knows(year: tuple[Path, str, Year]) -> None:
    home, _, made = year
    records, troubles = read_records(home)
    assert troubles == []
    members = {one.names[0]: one for one in attendance(map(evening_of, records), Library())}
    for name, sums in made.counted.items():
        if not sums:
            continue
        one = members[name]
        for what in ("present", "apology", "absent", "substitute", "left early"):
            assert one.counted()[what] == sums[what], (name, what)
        assert one.last == made.last.get(name)


def test_votes_are_given_only_where_they_are_recorded_by_name(year: tuple[Path, str, Year]) -> None:
    home, _, made = year
    records, _ = read_records(home)
    members = {one.names[0]: one for one in attendance(map(evening_of, records), Library())}
    for name, sums in list(made.votes.items())[:12]:
        if name in members:
            found = votes_of(records, Library(), members[name].identity)
            for how in ("for", "against", NOT_BY_NAME):
                assert sum(one.how == how for one in found) == sums[how], (name, how)


def test_declarations_are_all_there(year: tuple[Path, str, Year]) -> None:
    home, _, made = year
    records, _ = read_records(home)
    found = [(one.day, one.name.removeprefix("Councillor ")) for one in declarations(records, Library())]
    assert found == made.declared


def test_actions_and_their_days(year: tuple[Path, str, Year]) -> None:
    home, _, made = year
    listed = json.loads(CliRunner().invoke(cli, ["actions", "--json"]).stdout)
    assert sorted(one["due"] for one in listed) == sorted(due.isoformat() for due in made.due)
    first = min(made.due)
    early = json.loads(CliRunner().invoke(cli, ["actions", "--due", first.isoformat(), "--json"]).stdout)
    assert [one["due"] for one in early] == [first.isoformat()] * made.due.count(first)
    done = CliRunner().invoke(cli, ["actions", "done", listed[0]["reference"], "--", "sent"])
    assert done.exit_code == 0, done.output
    assert len(json.loads(CliRunner().invoke(cli, ["actions", "--json"]).stdout)) == len(made.due) - 1
    everything = json.loads(CliRunner().invoke(cli, ["actions", "--all", "--json"]).stdout)
    (ticked,) = [one for one in everything if one["state"] == "done"]
    assert ticked["changes"][0]["note"] == "sent"
    assert CliRunner().invoke(cli, ["actions", "reopen", listed[0]["reference"], "--due", "2031-01-01"]).exit_code == 0
    (again,) = [
        one for one in json.loads(CliRunner().invoke(cli, ["actions", "--json"]).stdout) if one["due"] == "2031-01-01"
    ]
    assert again["state"] == "open"
    assert home.exists()


def test_every_form_has_the_same_figures(year: tuple[Path, str, Year], tmp_path: Path) -> None:
    _, body, made = year
    for suffix in ("csv", "html", "docx", "txt"):
        given = CliRunner().invoke(
            cli, ["register", "attendance", "--body", body, "--to", str(tmp_path / f"a.{suffix}")]
        )
        assert given.exit_code == 0, given.output
    rows = {row["Name"]: row for row in csv.DictReader((tmp_path / "a.csv").read_text().splitlines())}
    for name, sums in made.counted.items():
        if sums:
            assert (int(rows[name]["Present"]), int(rows[name]["Apologies"])) == (sums["present"], sums["apology"])
    page = (tmp_path / "a.html").read_text()
    assert page.count("<rect") == 2 * sum(
        sums["present"] + sums["apology"] + sums["absent"] > 0 for sums in made.counted.values()
    )
    said = CliRunner().invoke(cli, ["register", "attendance", "--body", body]).stdout
    assert "█" in said
    assert all(name in said for name, sums in made.counted.items() if sums)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2023, 8, 30), date(2024, 2, 29)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_six_months_end_on_the_same_day_of_the_month(day: date, after: date) -> None:
    assert safe_through(day) == after
