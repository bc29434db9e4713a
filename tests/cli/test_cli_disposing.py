"""What is kept beside a record goes once the minutes are approved, never under a hold, and leaves a note."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from screens.forgetting import forget_what_was_said
from store.following import ids_of
from store.learned import keep_words, read_words
from store.meetings import Kept
from store.transcripts.keeping import load, save
from tests.cli.running import TOML, Clerk, journal
from tests.cli.test_cli_minute_book import EVENING, later

VTT = "WEBVTT\n\n00:00:03.000 --> 00:00:05.000\nGood evening\n"
TODAY = date(2026, 6, 20)


@pytest.fixture
def spoken(clerk: Clerk, parks: str) -> str:
    """A closed meeting with a transcript and half-typed words beside it."""
    assert clerk("play", parks, "-", typed=EVENING).exit_code == 0
    Path("talk.vtt").write_text(VTT)
    taken = clerk("transcript", parks, "talk.vtt", "--start", "18:30")
    assert taken.exit_code == 0, taken.output
    return parks


@pytest.fixture
def late(clerk: Clerk, spoken: str) -> str:
    """The same, with a day for the transcript that will not come."""
    assert clerk("transcript", spoken, "--until", "2999-01-01").exit_code == 0
    later(clerk, ":minutes 2026-05-12")
    return spoken


def transcript(home: Path, name: str) -> Path:
    return journal(home, name).with_suffix(".transcript")


def test_nothing_is_offered_before_approval(clerk: Clerk, home: Path, spoken: str) -> None:
    refused = clerk("dispose", spoken, "--", "old", typed=f"{spoken}\n")
    assert refused.exit_code == 1
    assert "not approved" in refused.output
    assert transcript(home, spoken).exists()


def test_every_place_is_listed_and_the_name_is_asked_for(clerk: Clerk, home: Path, late: str, tmp_path: Path) -> None:
    path = journal(home, late)
    aside = path.with_name(f"{late}.damaged-1")
    path.with_suffix(".onward").write_bytes(path.read_bytes())
    path.with_suffix(".transcript.new").write_bytes(b"{")
    keep_words(home, ids_of(path)[0], "papers", ["bees"])
    keep_words(home, "0123456789abcdef", "papers", ["other"])
    copy = tmp_path / "stick" / path.name
    copy.parent.mkdir()
    for file in (aside, copy):
        file.write_bytes(path.read_bytes())
    wrong = clerk("dispose", late, "--copy", str(copy.parent), "--", "approved", typed="yes\n")
    assert wrong.exit_code == 1
    for there in (aside, copy, transcript(home, late)):
        assert str(there) in wrong.output
        assert there.exists()
    right = clerk("dispose", late, "--copy", str(copy.parent), "--", "approved", "and", "done", typed=f"{late}\n")
    assert right.exit_code == 0, right.output
    assert not any(there.exists() for there in (aside, copy, transcript(home, late)))
    assert not path.with_suffix(".onward").exists()
    assert not path.with_suffix(".transcript.new").exists()
    assert read_words(home, ids_of(path)[0], "papers") is None
    assert read_words(home, "0123456789abcdef", "papers") == ["other"]
    assert path.exists()
    assert "Out of reach" in right.output
    told = clerk("library").output
    assert "Disposed of" in told
    assert "approved and done" in told
    assert "Good evening" not in told
    assert clerk("draft", late, "--to", "out.txt").exit_code == 0
    assert "nothing beside" in clerk("dispose", late, "--", "again").output


def test_a_hold_stops_it_until_it_is_lifted(clerk: Clerk, home: Path, late: str) -> None:
    assert clerk("hold", late).exit_code == 1
    assert clerk("hold", late, "--lift").exit_code == 1
    assert clerk("hold", late, "--", "request", "7").exit_code == 0
    refused = clerk("dispose", late, "--", "old", typed=f"{late}\n")
    assert "request 7" in refused.output
    assert transcript(home, late).exists()
    assert "held: request 7" in " ".join(forget_what_was_said(home, date(2999, 2, 1)))
    assert transcript(home, late).exists()
    assert clerk("hold", late, "--lift").exit_code == 0
    assert clerk("dispose", late, "--", "old", typed=f"{late}\n").exit_code == 0
    assert not transcript(home, late).exists()


def test_a_transcript_goes_when_the_minutes_are_approved(clerk: Clerk, home: Path, spoken: str) -> None:
    assert forget_what_was_said(home, TODAY) == []
    journal(home, spoken).with_suffix(".transcript").rename(kept := Path("kept").absolute())
    later(clerk, ":minutes 2026-05-12")
    kept.rename(transcript(home, spoken))
    (said,) = forget_what_was_said(home, TODAY)
    assert "is deleted on 23 June 2026" in said
    assert transcript(home, spoken).exists()
    (said,) = forget_what_was_said(home, date(2026, 6, 23))
    assert "was deleted since the minutes were approved on 16 June 2026" in said
    assert not transcript(home, spoken).exists()


@pytest.mark.parametrize(
    ("days", "there", "says"), [(-8, True, ""), (-7, True, "is deleted on"), (0, False, "was deleted")]
)
def test_a_day_of_its_own_is_warned_of_and_kept(
    clerk: Clerk, home: Path, spoken: str, days: int, there: bool, says: str
) -> None:
    assert clerk("transcript", spoken, "--until", "2999-09-01").exit_code == 0
    said = forget_what_was_said(home, date(2999, 9, 1) + timedelta(days=days))
    assert transcript(home, spoken).exists() is there
    assert (says in " ".join(said)) if says else said == []


@pytest.mark.parametrize("days", [-400, -1, 0])
def test_a_day_that_is_not_to_come_is_refused(clerk: Clerk, home: Path, spoken: str, days: int) -> None:
    day = (date.today() + timedelta(days=days)).isoformat()
    refused = clerk("transcript", spoken, "--until", day)
    assert refused.exit_code == 1
    assert "--delete" in refused.output
    assert clerk("list").exit_code == 0
    assert transcript(home, spoken).exists()
    assert clerk("transcript", spoken, "--until", (date.today() + timedelta(days=1)).isoformat()).exit_code == 0
    assert "is deleted on" in clerk("list").output


def test_a_hold_stops_what_is_asked_for_at_once(clerk: Clerk, home: Path, spoken: str) -> None:
    assert clerk("hold", spoken, "--", "request", "7").exit_code == 0
    kept = transcript(home, spoken).read_bytes()
    refused = clerk("transcript", spoken, "--delete")
    assert refused.exit_code == 1
    assert "request 7" in refused.output
    Path("talk.vtt").write_text(VTT.replace("evening", "night"))
    assert "request 7" in clerk("transcript", spoken, "talk.vtt", "--start", "18:30").output
    assert transcript(home, spoken).read_bytes() == kept
    assert clerk("hold", spoken, "--lift").exit_code == 0
    assert clerk("transcript", spoken, "--delete").exit_code == 0
    assert not transcript(home, spoken).exists()


def test_what_an_import_that_was_killed_left_goes_too(clerk: Clerk, home: Path, spoken: str) -> None:
    left = transcript(home, spoken).with_name(transcript(home, spoken).name + ".new")
    left.write_bytes(transcript(home, spoken).read_bytes()[:40])
    assert clerk("list").exit_code == 0
    assert left.exists(), "it may be at work"
    os.utime(left, (0, 0))
    assert clerk("list").exit_code == 0
    assert not left.exists()
    left.write_bytes(b"{")
    assert clerk("transcript", spoken, "--delete").exit_code == 0
    assert not left.exists()


def test_any_command_sees_to_it(clerk: Clerk, home: Path, spoken: str) -> None:
    path = journal(home, spoken)
    kept = load(path)
    assert kept is not None
    save(path, replace(kept, until="2026-01-01"))
    listed = clerk("list")
    assert "was deleted on its day, 1 January 2026" in listed.output
    assert not transcript(home, spoken).exists()


def test_a_damaged_meeting_with_a_transcript_stops_no_command(clerk: Clerk, home: Path, spoken: str) -> None:
    path = journal(home, spoken)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"recorded"', b'"rec0rded"', 1)
    path.write_bytes(b"".join(lines))
    listed = clerk("list")
    assert listed.exit_code == 0, listed.output
    assert spoken in listed.stdout
    assert "damaged" in listed.stderr
    assert transcript(home, spoken).exists()


@pytest.fixture
def old(clerk: Clerk) -> str:
    """A meeting of long ago whose minutes were published and approved."""
    name = clerk("new", "-", typed=TOML.replace("2026-05-12", "2012-02-29")).stdout.strip()
    assert clerk("play", name, "-", typed=EVENING).exit_code == 0
    assert clerk("publish", name, "--on", "2012-03-05").exit_code == 0
    assert clerk("approve", name, "--by", "Cabinet", "--on", "2012-04-03", "--", "it met once").exit_code == 0
    return name


def schedule(home: Path, years: int) -> None:
    (home / "settings.toml").write_text(f"[retention]\nrecord_years = {years}\n", encoding="utf-8")


def test_a_record_goes_by_the_councils_own_schedule_alone(clerk: Clerk, home: Path, old: str, spoken: str) -> None:
    path = journal(home, old)
    kept = next(path.parent.glob(f"{old}.published-*"))
    assert "seven hives" in clerk("find", "hives", "--until", "2012-12-31").stdout
    for years, says in ((0, "no schedule"), (50, "kept until 1 March 2062")):
        if years:
            schedule(home, years)
        refused = clerk("dispose", old, "--record", "--", "schedule", typed=f"{old}\n")
        assert refused.exit_code == 1
        assert says in refused.output.casefold() or says in refused.output
        assert path.exists()
    schedule(home, 14)
    assert clerk("hold", old, "--", "request", "9").exit_code == 0
    assert "request 9" in clerk("dispose", old, "--record", "--", "schedule", typed=f"{old}\n").output
    assert clerk("hold", old, "--lift").exit_code == 0
    assert "nothing beside" in clerk("dispose", old, "--", "schedule").output
    gone = clerk("dispose", old, "--record", "--", "schedule", "2.3", typed=f"{old}\n")
    assert gone.exit_code == 0, gone.output
    assert not path.exists()
    assert not kept.exists()
    assert f"{old}.journal" in clerk("library").stdout
    assert "schedule 2.3" in clerk("library").stdout
    assert "hives" not in clerk("find", "hives", "--until", "2012-12-31").stdout
    refused = clerk("dispose", spoken, "--record", "--", "schedule", typed=f"{spoken}\n")
    assert "not approved" in refused.output


def test_a_record_that_is_open_does_not_go(clerk: Clerk, home: Path, old: str) -> None:
    schedule(home, 1)
    with Kept.open(journal(home, old), "Al"):
        refused = clerk("dispose", old, "--record", "--", "schedule", typed=f"{old}\n")
    assert refused.exit_code == 1
    assert journal(home, old).exists()
