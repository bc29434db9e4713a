"""A suspension recorded at a meeting: there, at other bodies, in the register, and on the next roll."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.cli.finding import read_now
from tests.cli.conftest import clerk, home  # noqa: F401 - fixtures
from tests.cli.running import TOML, Clerk, journal

Hold = Callable[..., str]
SUSPENDS = ':suspend elm until=2026-09-30 by="the Standards Committee" -- a breach of the Code of Conduct'


@pytest.fixture
def hold(clerk: Clerk) -> Hold:  # noqa: F811 - the fixture
    def held(body: str, day: str, *lines: str) -> str:
        name = clerk("new", "-", typed=TOML.replace("Parks Committee", body).replace("2026-05-12", day)).stdout.strip()
        played = clerk("play", name, "-", typed="\n".join((":open 18:30", *lines, ":close 20:00", "")))
        assert played.exit_code == 0, played.output
        return name

    return held


def test_who_is_suspended_has_no_vote_from_then_on(clerk: Clerk, home: Path, hold: Hold) -> None:  # noqa: F811
    name = hold(
        "Parks Committee", "2026-05-12", ":present all", ":take 1", ":none", SUSPENDS,
        ":take 2", ":vote unanimous",
    )  # fmt: skip
    (vote,) = read_now(journal(home, name)).votes.values()
    assert set(vote.entitled) == {"oak", "ash"}
    said = " ".join(clerk("draft", name).stdout.split())
    assert "Councillor Bob Elm was suspended by the Standards Committee until 30 September 2026" in said
    assert "did not attend" not in said, "he had come"
    undone = clerk("play", name, "-", typed=":undo e6\n")
    assert undone.exit_code == 0, undone.output
    assert "elm" in {person for _, person in read_now(journal(home, name)).acting}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (":suspend elm from=2026-06-01 until=2026-05-31", "31 May 2026 is before 1 June 2026"),
        (":suspend reed until=2026-09-30", "only members are suspended"),
        (":suspend nobody", "nobody"),
    ],
)
def test_what_is_no_suspension(clerk: Clerk, hold: Hold, line: str, says: str) -> None:  # noqa: F811
    name = hold("Parks Committee", "2026-05-12", ":present all")
    refused = clerk("play", name, "-", typed=f"{line}\n")
    assert refused.exit_code == 1
    assert says in refused.output


@pytest.mark.parametrize(
    ("days", "body", "counts"),
    [
        ("until=2026-09-30", "Parks Committee", True),
        ("until=2026-09-30 bodies=\"the Parks Committee and the Licensing Committee\"", "Parks Committee", True),
        ("until=2026-09-30 bodies=\"the Licensing Committee\"", "Parks Committee", False),
        ("until=2026-06-08", "Parks Committee", False),
        ("from=2026-06-10", "Parks Committee", False),
        ("", "Parks Committee", True),
    ],
)  # fmt: skip
def test_other_bodies_go_by_it(clerk: Clerk, home: Path, hold: Hold, days: str, body: str, counts: bool) -> None:  # noqa: F811
    hold(body, "2026-05-12", ":present all")
    hold("Council", "2026-05-19", ":present all", f":suspend elm {days}")
    held = hold(body, "2026-06-09", ":present oak,ash")
    clerk("register", "attendance", "--body", "parks", "--member", "elm", "--to", "r.csv")
    row = Path("r.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert ("Suspended" in row) is counts
    assert ("Absent" in row) is not counts
    findings = json.loads(clerk("check", held, "--json").stdout)
    assert any("was suspended" in json.dumps(one) for one in findings) is counts


def test_the_next_roll_has_it_and_says_who_is_expected(clerk: Clerk, home: Path, hold: Hold) -> None:  # noqa: F811
    hold("Parks Committee", "2026-05-12", ":present all")
    hold(
        "Council",
        "2026-05-19",
        ":present all",
        ":suspend elm until=2026-09-30",
        ":excuse oak until=2026-06-30 -- ill health",
    )
    made = clerk("new", "--next", "parks", "2026-06-16", "--yes")
    assert made.exit_code == 0, made.output
    said = " ".join(made.stderr.split())
    assert "Expected: 1 of 3 members; the quorum is 2." in said
    assert "Councillor Bob Elm (suspended until 30 September 2026)" in said
    assert "Councillor Ann Oak (absence approved until 30 June 2026)" in said
    assert "1 more is needed for a quorum" in said
    name = made.stdout.strip().splitlines()[-1]
    assert "is suspended" in clerk("play", name, "-", typed=":open 18:30\n:present elm\n").output
    later = clerk("new", "--next", "parks", "2026-10-06", "--yes", "--apologies", "Bob Elm,ash")
    assert "Expected: 1 of 3 members" in later.stderr
    assert "Councillor Bob Elm (apology)" in later.stderr
    meeting = read_now(journal(home, later.stdout.strip().splitlines()[-1]))
    assert set(meeting.apologies) == {"elm", "ash"}


def test_apologies_of_nobody_and_without_next_are_refused(clerk: Clerk, home: Path, hold: Hold) -> None:  # noqa: F811
    hold("Parks Committee", "2026-05-12", ":present all")
    wrong = clerk("new", "--next", "parks", "2026-06-16", "--yes", "--apologies", "zz")
    assert wrong.exit_code == 1
    assert "nobody called “zz”" in wrong.output
    assert not journal(home, "2026-06-16-pc").exists()
    assert clerk("new", "-", "--apologies", "elm", typed=TOML).exit_code == 2
