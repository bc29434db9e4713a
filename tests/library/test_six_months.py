"""Six months without attendance: counted from any meeting of the authority, held off by what the Council approves."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from screens.cli.main import cli

PAPERS = """
body = "{body}"
date = {day}
quorum = 2
members = [{{name = "Ann Oak", role = "chair"}}, {{name = "Bob Elm"}}, {{name = "Cat Ash"}}]
items = [{{number = 1, title = "Bees"}}]
{more}
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def clerk(*words: str, typed: str = "") -> str:
    done = CliRunner().invoke(cli, list(words), input=typed)
    assert done.exit_code == 0, done.output
    return done.output


def hold(body: str, day: str, *lines: str, more: str = "") -> str:
    papers = PAPERS.format(body=body, day=day, more=more)
    name = CliRunner().invoke(cli, ["new", "-"], input=papers).stdout.strip()
    clerk("play", name, "-", typed="\n".join((":open 18:30", *lines, ":close 19:30")) + "\n")
    return name


def register(*words: str) -> dict[str, dict[str, str]]:
    clerk("register", "attendance", *words, "--to", "r.csv")
    return {row["Name"]: row for row in csv.DictReader(Path("r.csv").read_text(encoding="utf-8").splitlines())}


def test_attendance_anywhere_counts_whatever_is_shown() -> None:
    hold("Parks Committee", "2025-01-14", ":present rest")
    hold("Licensing Committee", "2025-03-18", ":present ash,elm")
    hold("Parks Committee", "2025-06-10", ":present oak,elm", ":apologies ash")
    shown = register("--body", "parks")
    assert (shown["Cat Ash"]["Present"], shown["Cat Ash"]["Expected"]) == ("1", "2")
    assert (shown["Cat Ash"]["Last attended"], shown["Cat Ash"]["Six months end"]) == (
        "18 March 2025",
        "18 September 2025",
    )
    assert register("--body", "parks", "--year", "2025-26")["Cat Ash"]["Last attended"] == "18 March 2025"


@pytest.mark.parametrize(
    ("day", "until", "ends"),
    [
        ("2025-07-08", "until=2025-12-31", "31 December 2025"),
        ("2025-07-08", "until=2025-08-01", "14 September 2025"),
        ("2025-07-08", "", ""),
        ("2025-09-15", "until=2025-12-31", "14 September 2025"),
        ("2025-09-14", "until=2025-12-31", "31 December 2025"),
        # Before the last attendance: of an absence that has ended.
        ("2025-03-13", "", "14 September 2025"),
    ],
)
def test_what_the_council_approves_in_time_holds_six_months_off(day: str, until: str, ends: str) -> None:
    hold("Parks Committee", "2025-03-14", ":present rest")
    hold("Council", day, ":present oak,elm", f":excuse ash {until} -- illness")
    row = register()["Cat Ash"]
    assert row["Six months end"] == ends
    assert row["Reason for absence approved"].startswith(f"{int(day[-2:])} ")
    assert register()["Bob Elm"]["Reason for absence approved"] == ""


def test_a_committee_can_not_approve_it_and_struck_it_counts_no_more() -> None:
    hold("Parks Committee", "2025-03-14", ":present rest")
    name = hold("Parks Committee", "2025-04-08", ":present oak,elm", ":excuse ash -- illness")
    assert register()["Cat Ash"]["Six months end"] == "14 September 2025"
    assert "only the Council can do" in CliRunner().invoke(cli, ["check", name]).output
    hold("Council", "2025-05-13", ":present oak,elm", ":excuse ash -- illness", ":undo")
    assert register()["Cat Ash"]["Six months end"] == "14 September 2025"


def test_it_says_what_modern_gov_would() -> None:
    hold(
        "Parks Committee",
        "2025-03-14",
        ":apologies ash",
        ":sub yew for=ash",
        ":present oak,elm,yew remote=elm,yew",
        ':person rowan name="Eve Rowan" kind=councillor',
        ":attending rowan",
        ":@19:00 out elm",
        more='substitutes = [{name = "Dan Yew"}]',
    )
    rows = register()
    assert rows["Dan Yew"]["Present, as substitute"] == rows["Dan Yew"]["Present, as substitute, virtual"] == "1"
    assert (rows["Bob Elm"]["Present"], rows["Bob Elm"]["Present, virtual"], rows["Bob Elm"]["Left early"]) == (
        "1",
        "1",
        "1",
    )
    assert (rows["Eve Rowan"]["In attendance"], rows["Eve Rowan"]["Expected"]) == ("1", "0")
    assert rows["Eve Rowan"]["Last attended"] == "attended"
    for member, words in (
        ("yew", "Present, as substitute, virtual"),
        ("elm", "left before the end"),
        ("ash", "Apologies"),
        ("rowan", "In attendance"),
    ):
        assert words in clerk("register", "attendance", "--member", member)
    assert "Who is “a”" in CliRunner().invoke(cli, ["register", "attendance", "--member", "a"]).output
