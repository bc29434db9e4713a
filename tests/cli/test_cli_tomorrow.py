"""What is to be done after a meeting, and what it sends to another body's agenda."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from clerk.calendar import callin_until
from screens.cli.finding import looked_at
from screens.cli.tomorrow import after_the_close
from tests.cli.running import TOML, Clerk, journal

PAPERS = TOML.replace(
    '{number = 1, title = "Minutes of the last meeting"},',
    '{number = 1, title = "Declarations of Members\' Interests"},',
).replace("That hives be bought.", "That the Head of Parks be given delegated authority to buy hives.")
EVENING = """:open 18:30
:present rest
:take 1
:declare oak 2 kind=dpi registered=no
:in oak
:take 2
:written "Al Moss" on=2
:writtenreply reed to="Al Moss" due=2026-06-01
:vote 2 0 0
:outcome recommended to="Full Council"
:reasons -- the bees are few
:close 20:00
"""


@pytest.fixture
def held(clerk: Clerk) -> str:
    name = clerk("new", "-", typed=PAPERS).stdout.strip()
    played = clerk("play", name, "-", typed=EVENING)
    assert played.exit_code == 0, played.output
    return name


def test_what_is_to_be_done_has_its_rule_and_its_day(clerk: Clerk, home: Path, held: str) -> None:
    said = clerk("tomorrow", held).stdout
    rows = said.splitlines()
    assert len(rows) == 5, said
    assert any("monitoring officer" in row and "by 8 June 2026" in row and "D5" in row for row in rows)
    assert any("reply in writing to Al Moss" in row and "by 1 June 2026" in row and "PP11" in row for row in rows)
    assert any("written record" in row and "N13" in row and "item 2" in row for row in rows)
    assert any("Full Council" in row and "R2" in row for row in rows)
    assert any("Publish the draft minutes" in row and "N9" in row for row in rows)
    assert held in clerk("tomorrow").stdout
    meeting = looked_at(journal(home, held))
    assert after_the_close(meeting, journal(home, held), 5)[0] == "To be done now that it is closed:"
    assert after_the_close(meeting, journal(home, held), len(meeting.entries)) == []


def test_what_was_done_is_listed_no_more(clerk: Clerk, held: str) -> None:
    clerk("play", held, "-", typed=":dismiss D2 -- asked\n")
    published = clerk("publish", held, "--on", "2026-05-20")
    if published.exit_code == 0:
        assert "Publish the draft" not in clerk("tomorrow", held).stdout


@pytest.mark.parametrize(("what", "note"), [("monitoring officer", "by letter"), ("reply in writing", ""), ("N13", "")])
def test_a_duty_that_no_fact_of_its_own_ends_is_said_to_be_done(clerk: Clerk, held: str, what: str, note: str) -> None:
    before = clerk("tomorrow", held).stdout.splitlines()
    number = next(row.split()[0] for row in before if what in row)
    done = clerk("tomorrow", held, "--done", number, "--on", "2026-05-14", "--", note)
    assert done.exit_code == 0, done.output
    after = clerk("tomorrow", held).stdout
    assert what not in after
    assert len(after.splitlines()) == len(before) - 1
    assert what not in clerk("tomorrow").stdout
    told = clerk("library").stdout
    assert "14 May 2026" in told
    assert note in told
    back = clerk("library", "back", told.split()[0], "--", "another meeting was meant")
    assert back.exit_code == 0
    assert clerk("tomorrow", held).stdout.splitlines() == before


def test_several_are_done_at_once_all_or_none(clerk: Clerk, held: str) -> None:
    rows = clerk("tomorrow", held).stdout.splitlines()
    told = [row.split()[0] for row in rows if "N9" not in row]
    publishing = next(row.split()[0] for row in rows if "N9" in row)
    wrong = clerk("tomorrow", held, "--done", told[0], "--done", publishing)
    assert wrong.exit_code == 1
    assert f"clerk publish {held}" in wrong.output
    for more in (("--done", "9"), ("--done", told[0], "--on", "2026-05-11"), ("--done", told[0], "--on", "soon")):
        assert clerk("tomorrow", held, *more).exit_code == 1, more
    for words in (("--done", "1"), (held, "a note"), (held, "--on", "2026-05-14")):
        assert clerk("tomorrow", *words).exit_code == 2, words
    assert clerk("tomorrow", held).stdout.splitlines() == rows
    assert clerk("tomorrow", held, *(word for one in told for word in ("--done", one))).exit_code == 0
    assert [row.split("  ")[-1] for row in clerk("tomorrow", held).stdout.splitlines()] == ["N9"]


def test_a_reference_is_received_where_no_agenda_here_takes_it(clerk: Clerk, held: str) -> None:
    number = next(row.split()[0] for row in clerk("tomorrow", held).stdout.splitlines() if "R2" in row)
    assert clerk("tomorrow", held, "--done", number, "--on", "2026-05-20", "--", "by their clerk").exit_code == 0
    assert "received 20 May 2026: by their clerk)" in clerk("references").stdout
    council = clerk("new", "-", typed='settings = {"body.kind" = "council"}\n' + COUNCIL).stdout.strip()
    assert "1  Bees (recommended;" in clerk("references", council).stdout


CABINET = TOML.replace("Parks Committee", "Cabinet").replace(
    "quorum = 2", 'quorum = 2\nsettings = {"body.kind" = "executive", "callin.enabled" = true, "callin.days" = 5}'
)


@pytest.mark.parametrize("days", [0, 1, 40])
def test_a_call_in_is_over_after_its_last_day(
    clerk: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    name = clerk("new", "-", typed=CABINET).stdout.strip()
    played = clerk("play", name, "-", typed=":open 18:30\n:present rest\n:take 2\n:vote 3 0 0\n:close 20:00\n")
    assert played.exit_code == 0, played.output
    assert "Publish the decisions" in clerk("tomorrow", name).stdout
    meeting = looked_at(journal(home, name))
    until = callin_until(meeting.profile, date(2026, 5, 14))
    assert until is not None

    class Today(date):
        @classmethod
        def today(cls) -> date:
            return until + timedelta(days)

    monkeypatch.setattr("screens.cli.tomorrow.date", Today)
    published = clerk("publish", name, "--decisions", "--on", "2026-05-14")
    assert published.exit_code == 0, published.output
    for said in (clerk("tomorrow", name).stdout, clerk("tomorrow").stdout):
        assert ("may be called in" in said) == (days == 0), said
        assert "Publish the decisions" not in said


def test_before_the_close_nothing_is_to_be_done(clerk: Clerk, parks: str) -> None:
    assert clerk("tomorrow", parks).stdout == ""


COUNCIL = TOML.replace("Parks Committee", "Council").replace("2026-05-12", "2099-07-28")


def test_a_reference_is_proposed_for_that_bodys_agenda_once(clerk: Clerk, home: Path, held: str) -> None:
    assert "Full Council  Bees (recommended;" in clerk("references").stdout
    assert "on no agenda yet)" in clerk("references").stdout
    council = clerk("new", "-", typed='settings = {"body.kind" = "council"}\n' + COUNCIL).stdout.strip()
    said = clerk("references", council).stdout
    for words in ("1  Bees (recommended;", "delegated authority to buy hives", "the bees are few", "carried"):
        assert words in said, words
    assert clerk("references", council, "--add", "9").exit_code == 1
    added = clerk("references", council, "--add", "1")
    assert added.exit_code == 0, added.output
    meeting = looked_at(journal(home, council))
    item = meeting.items[meeting.agenda[-1]]
    assert (item.number, item.title) == ("3", "Bees")
    assert f"on the agenda of {council})" in clerk("references").stdout
    assert "buy hives" in item.recommendations
    assert item.referred_from.partition("/")[2].endswith(".0")
    assert "not on its agenda" in clerk("references", council).stderr


def test_of_an_exempt_matter_only_the_title_goes_on(clerk: Clerk, home: Path) -> None:
    name = clerk("new", "-", typed=PAPERS).stdout.strip()
    secret = EVENING.replace(":take 2\n", ":take 2\n:exclude items=2 para=3\n")
    assert clerk("play", name, "-", typed=secret).exit_code == 0
    council = clerk("new", "-", typed='settings = {"body.kind" = "council"}\n' + COUNCIL).stdout.strip()
    said = clerk("references", council).stdout
    assert "Exempt" in said
    assert "hives" not in said
    assert "bees are few" not in said
    clerk("references", council, "--add", "1")
    meeting = looked_at(journal(home, council))
    item = meeting.items[meeting.agenda[-1]]
    assert item.exempt
    assert not item.recommendations


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (":decision days=5 -- The licence was granted.", ["Give notice of the decision on item 2"]),
        (":decision later days=5", ["Announce the decision on item 2"]),
        (":decision later\n:decision -- The licence was granted.", []),
        (":decision -- The licence was granted.", []),
    ],
)
def test_a_decision_of_which_notice_is_owed_or_that_is_to_be_announced(
    clerk: Clerk, lines: str, rows: list[str]
) -> None:
    name = clerk("new", "-", typed=PAPERS).stdout.strip()
    clerk("play", name, "-", typed=EVENING.replace(":outcome", f"{lines}\n:outcome"))
    said = [row for row in clerk("tomorrow", name).stdout.splitlines() if "the decision on item" in row]
    assert len(said) == len(rows)
    for row, what in zip(said, rows, strict=True):
        assert what in row
        assert "by " in row
