"""Matters arising: how the actions of earlier meetings stand, as a later meeting of the body minutes it."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from clerk.library.arising import arising
from screens.cli.finding import looked_at
from store.history import history_of
from tests.cli.running import TOML, Clerk, journal

FIRST = """:open 18:30
:present rest
:take 2
:action reed due=2026-06-01 -- Buy the hives
:action elm -- Write to the mill
:vote 3 0 0
:close 20:00
"""
LATER = ":open 18:30\n:present rest\n:take 1\n{lines}:close 19:00\n"


@pytest.fixture
def first(clerk: Clerk) -> str:
    """A meeting that agreed two actions."""
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("play", name, "-", typed=FIRST).exit_code == 0
    return name


def later(clerk: Clerk, *lines: str, day: str = "2026-06-09", body: str = "Parks Committee") -> str:
    papers = TOML.replace("2026-05-12", day).replace("Parks Committee", body)
    name = clerk("new", "-", typed=papers).stdout.strip()
    played = clerk("play", name, "-", typed=LATER.format(lines="".join(f"{line}\n" for line in lines)))
    assert played.exit_code == 0, played.output
    return name


def standing(clerk: Clerk, *more: str) -> dict[str, str]:
    said = clerk("actions", "--json", *more).stdout.strip()
    return {one["task"]: one["state"] for one in json.loads(said)} if said else {}


@pytest.mark.parametrize("named", ['"Buy the hives"', "hives", "{first}/{event}", "hives done"])
def test_what_a_later_meeting_says_is_done_is_done(clerk: Clerk, home: Path, first: str, named: str) -> None:
    event = looked_at(journal(home, first)).actions[0].event
    name = later(clerk, f":progress {named.format(first=first, event=event)} -- they came on Monday")
    assert standing(clerk) == {"Write to the mill": "open"}
    assert standing(clerk, "--all") == {"Buy the hives": "done", "Write to the mill": "open"}
    said = " ".join(clerk("draft", name).stdout.split())
    assert "Action of 12 May 2026, Ms Jo Reed – Buy the hives: completed. They came on Monday." in said
    made = clerk("new", "--next", "parks", "2026-07-07", "--yes").stdout.split()[-1]
    left = [matter.task for item in looked_at(journal(home, made)).items.values() for matter in item.matters]
    assert left == ["Write to the mill"]


def test_it_is_taken_back_and_the_later_word_counts(clerk: Clerk, home: Path, first: str) -> None:
    later(clerk, ":progress hives done", ":progress mill dropped -- it is sold", ":undo")
    assert standing(clerk, "--all") == {"Buy the hives": "done", "Write to the mill": "open"}
    event = looked_at(journal(home, first)).actions[0].event
    assert clerk("actions", "reopen", f"{first}/{event}", "--due", "2026-12-31").exit_code == 0
    assert standing(clerk)["Buy the hives"] in ("open", "overdue")
    assert clerk("actions", "done", f"{first}/{event}").exit_code == 0
    assert "Buy the hives" not in standing(clerk)
    time.sleep(1.1)
    last = later(clerk, ":progress hives open due=2027-01-31 -- two were missing", day="2026-07-14")
    assert standing(clerk)["Buy the hives"] == "open"
    assert "still to be done, now by 31 January 2027. Two were missing." in " ".join(
        clerk("draft", last).stdout.split()
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (":progress", "needs “action”"),
        (":progress boats", "No action of an earlier meeting is “boats”"),
        (":progress e", "Which action is “e”?"),
        (":progress hives done due=2027-01-01", "Another day is for what is still to be done"),
        (":progress hives whose=elm", "“on=” and “whose=” are for one that is not"),
        (":progress hives lost", "lost"),
    ],
)
def test_what_is_not_known_is_refused_with_those_that_are(clerk: Clerk, first: str, line: str, says: str) -> None:
    papers = TOML.replace("2026-05-12", "2026-06-09")
    name = clerk("new", "-", typed=papers).stdout.strip()
    played = clerk("play", name, "-", typed=f":take 1\n{line}\n")
    assert played.exit_code == 1
    assert says in played.output
    assert standing(clerk) == {"Buy the hives": "overdue", "Write to the mill": "open"}


def test_of_a_meeting_that_is_not_kept_here_the_day_is_said(clerk: Clerk) -> None:
    name = later(clerk, ':progress "mend the weir" dropped on=2026-01-13 whose=elm,oak')
    said = " ".join(clerk("draft", name).stdout.split())
    assert (
        "Action of 13 January 2026, Councillor Bob Elm and Councillor Ann Oak – mend the weir: no longer to be done."
        in said
    )


def test_another_bodys_actions_do_not_arise(clerk: Clerk, home: Path, first: str) -> None:
    name = later(clerk, body="Licensing Committee")
    path = journal(home, name)
    meeting = looked_at(path)
    assert arising(meeting, history_of(meeting, path)) == ()
    path = journal(home, later(clerk, day="2026-06-10"))
    meeting = looked_at(path)
    assert [(one.task, one.state, one.day) for one in arising(meeting, history_of(meeting, path))] == [
        ("Buy the hives", "overdue", date(2026, 5, 12)),
        ("Write to the mill", "open", date(2026, 5, 12)),
    ]


def test_of_exempt_business_the_public_is_told_nothing(clerk: Clerk, first: str) -> None:
    secret = TOML.replace("2026-05-12", "2026-05-19")
    exempt = clerk("new", "-", typed=secret).stdout.strip()
    hidden = (
        FIRST.replace(":take 2", ":exclude items=2 para=3\n:take 2").replace("hives", "weir").replace("mill", "heirs")
    )
    assert clerk("play", exempt, "-", typed=hidden).exit_code == 0
    name = later(clerk, ":progress weir done -- for a song")
    public, private = clerk("draft", name).stdout, clerk("draft", name, "--exempt").stdout
    assert "weir" not in public
    assert "song" not in public
    assert "Buy the weir: completed" in " ".join(private.split())
    assert standing(clerk, "--exempt")["Write to the heirs"] == "open"
    assert "Buy the weir" not in standing(clerk, "--exempt")
