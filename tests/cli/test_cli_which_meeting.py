"""A meeting is its id: what approves its minutes points to that, whatever its file is called and whoever else met that
day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.events import MinutesApproved
from clerk.kept import entry_to
from screens.cli.finding import looked_at
from store.following import first_line_of
from store.meetings import Kept
from tests.cli.running import Clerk, journal

PAPERS = """
body = "{body}"
date = {day}
quorum = 1
members = [{{name = "Ann Oak", role = "chair"}}, {{name = "Bob Elm"}}]
items = [{{number = 1, title = "Minutes of the last meeting"}}]
"""
HELD = ":open 18:30\n:present rest\n:take 1\n{}:close 19:00\n"
Hold = Callable[..., str]


@pytest.fixture
def hold(clerk: Clerk) -> Hold:
    """Holds a meeting on a day, and gives its name."""

    def held(day: str, script: str = "", body: str = "Parks Committee") -> str:
        name = clerk("new", "-", typed=PAPERS.format(body=body, day=day)).stdout.strip()
        assert clerk("play", name, "-", typed=HELD.format(script)).exit_code == 0
        return name

    return held


@pytest.fixture
def id_of(home: Path) -> Callable[[str], str]:
    """The id of a meeting by its name."""

    def found(name: str) -> str:
        first = first_line_of(journal(home, name))
        assert first is not None
        return first.id

    return found


def approved(home: Path, name: str) -> MinutesApproved:
    """The approval that a meeting holds."""
    events = [placed.event for placed in looked_at(journal(home, name)).events]
    (one,) = (event for event in events if isinstance(event, MinutesApproved))
    return one


def rules(clerk: Clerk, name: str) -> dict[str, str]:
    """What is found in a meeting, a sentence by its rule."""
    return {one["rule"]: one["text"] for one in json.loads(clerk("check", name, "--json").stdout)}


def test_the_one_meeting_of_that_day_is_meant(hold: Hold, id_of: Callable[[str], str], home: Path) -> None:
    march = hold("2026-03-03")
    hold("2026-03-03", body="Roads Committee")
    may = hold("2026-05-12", ":minutes 2026-03-03\n")
    assert approved(home, may).meetings == (id_of(march),)


def test_a_meeting_that_is_not_kept_here_has_no_id(hold: Hold, home: Path) -> None:
    may = hold("2026-05-12", ":minutes 2026-03-03\n")
    assert approved(home, may).meetings == ()


def test_a_name_that_is_no_meeting_of_that_day_is_refused(hold: Hold, clerk: Clerk) -> None:
    hold("2026-03-03")
    may = hold("2026-05-12")
    refused = clerk("play", may, "-", typed=":minutes 2026-03-03 of=2026-05-12-pc\n")
    assert refused.exit_code == 1
    assert "No meeting that is kept here, of the body and of that day, is called “2026-05-12-pc”." in refused.stderr


def test_of_two_on_a_day_it_is_asked_which(hold: Hold, id_of: Callable[[str], str], clerk: Clerk, home: Path) -> None:
    first, second = hold("2026-03-03"), hold("2026-03-03")
    may = clerk("new", "-", typed=PAPERS.format(body="Parks Committee", day="2026-05-12")).stdout.strip()
    refused = clerk("play", may, "-", typed=HELD.format(":minutes 2026-03-03\n"))
    assert refused.exit_code == 1
    assert f"2 meetings of 3 March 2026 are kept here: {first} and {second}. Say which with of=NAME." in refused.stderr
    unknown = clerk("play", may, "-", typed=":minutes 2026-03-03 of=2026-03-04-pc\n")
    assert f"{first} and {second}" in unknown.stderr
    assert clerk("play", may, "-", typed=f":minutes 2026-03-03 of={second.upper()}\n").exit_code == 0
    assert approved(home, may).meetings == (id_of(second),)
    later = hold("2026-07-14", f":minutes 2026-03-03 of={first}\n")
    assert "N4" not in rules(clerk, later)
    again = hold("2026-09-08", f":minutes 2026-03-03+2026-05-12 of={id_of(second)}\n")
    assert rules(clerk, again)["N4"] == "The minutes of 3 March 2026 had been approved before."
    assert approved(home, again).meetings == (id_of(second), id_of(may))


def test_a_file_that_is_called_otherwise_is_the_same_meeting(
    hold: Hold, id_of: Callable[[str], str], clerk: Clerk, home: Path
) -> None:
    march = hold("2026-03-03")
    id_ = id_of(march)
    may = hold("2026-05-12", ":minutes 2026-03-03\n")
    journal(home, march).rename(journal(home, "spring"))
    assert "Parks Committee" in next(line for line in clerk("list").stdout.splitlines() if line.startswith("spring"))
    hold("2026-03-03")
    july = hold("2026-07-14", ":minutes 2026-03-03 of=spring\n")
    assert approved(home, july).meetings == approved(home, may).meetings == (id_,)
    assert rules(clerk, july)["N4"] == "The minutes of 3 March 2026 had been approved before."


def test_a_copy_of_a_record_is_the_same_meeting(hold: Hold, id_of: Callable[[str], str], home: Path) -> None:
    march = hold("2026-03-03")
    journal(home, f"{march}-copy").write_bytes(journal(home, march).read_bytes())
    may = hold("2026-05-12", ":minutes 2026-03-03\n")
    assert approved(home, may).meetings == (id_of(march),)


def test_an_older_approval_is_matched_by_its_day_and_asked_about_where_two_met(
    hold: Hold, clerk: Clerk, home: Path
) -> None:
    march = hold("2026-03-03")
    may = hold("2026-05-12", ":minutes 2026-03-03\n")
    # As it was recorded before approvals named the meeting.
    path = journal(home, may)
    old = hold("2026-06-09")

    approval = replace(approved(home, may), meetings=(), item="i1", at=None)
    with Kept.open(journal(home, old)) as kept:
        kept.append(entry_to(looked_at(path).entries[-1]) | {"events": [approval]})
    assert rules(clerk, old)["N4"] == "The minutes of 3 March 2026 had been approved before."
    second = hold("2026-03-03")
    said = rules(clerk, old)["N4"]
    assert said == "2 meetings of 3 March 2026 are kept here; it is not said whose minutes were approved."
    assert march != second
