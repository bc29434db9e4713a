"""Points of a recording: the clerk's marks, points that are too near, given twice, wrong, or taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.transcripts.keeping import load
from tests.cli.conftest import clerk, home
from tests.cli.running import Clerk, journal
from tests.transcripts.evening import TOML, at, otter, talk, teams_vtt
from tests.transcripts.test_exempt import BOTH, everything, write

__all__ = ["clerk", "home"]

LONG = """
:@18:30:10 open 18:30:10
:present all
:@18:31 take 1
:take 2
:put
:vote 2 1 0
:exclude items=3 para=3
:take 3
:put
:vote unanimous
:readmit
:take 4
:put
:vote unanimous
:@19:50 close 19:50
"""
"""An evening of which only the opening and the close have times: the exempt session lies anywhere between."""


@pytest.fixture
def untimed(clerk: Clerk) -> str:
    """The name of that meeting."""
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("play", name, "-", typed=LONG).exit_code == 0
    write("talk.vtt", teams_vtt(talk(), at("18:25")))
    return name


def kept_until(home: Path, name: str) -> tuple[bytes, Callable[[str], bool]]:
    kept = journal(home, name).with_suffix(".transcript").read_bytes()
    return kept, lambda clock: f"It is {clock}".encode() in kept


def test_marks_are_cut_to_with_the_margin_and_no_wider(clerk: Clerk, home: Path, untimed: str) -> None:
    taken = clerk("transcript", untimed, "talk.vtt", *BOTH, "--excluded", "0:30:00", "--readmitted", "0:55:00")
    assert taken.exit_code == 0, taken.output
    kept, has = kept_until(home, untimed)
    assert b"SECRET" not in kept
    assert [has(clock) for clock in ("18:52:50", "18:53:00", "19:22:00", "19:22:10")] == [True, False, False, True]
    assert has("18:31:30")
    assert "0:27:55" in taken.output or "0:28:00" in taken.output


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (("--excluded", "0:55:00", "--readmitted", "0:30:00"), "no mark before that says where it went out"),
        (("--readmitted", "0:30:00"), "no mark before that says where it went out"),
        (("--excluded", "0:30:00"), "no mark says where it came back"),
        (("--excluded", "0:30:00", "--readmitted", "0:30:00"), "at once"),
        (("--excluded", "0:30:00", "--excluded", "0:31:00", "--readmitted", "0:55:00"), "one is wrong"),
        (("--excluded", "0:30:00", "--readmitted", "2:55:00"), "is no point of it"),
        (("--excluded", "9:30:00", "--readmitted", "9:55:00"), "is no point of it"),
        (("--excluded", "0:00:10", "--readmitted", "0:01:00"), "no two marks there"),
    ],
)
def test_marks_that_are_no_stretch_are_refused(
    clerk: Clerk, home: Path, untimed: str, marks: tuple[str, ...], says: str
) -> None:
    before = everything(home)
    refused = clerk("transcript", untimed, "talk.vtt", *BOTH, *marks)
    assert refused.exit_code == 1
    assert says in refused.output
    assert refused.output.strip().endswith("Nothing was kept.")
    assert everything(home) == before


def test_each_session_without_times_wants_marks_of_its_own(clerk: Clerk, home: Path) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    twice = LONG.replace(":readmit\n", ":readmit\n:exclude items=3 para=3\n:readmit\n")
    assert clerk("play", name, "-", typed=twice).exit_code == 0
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    first = ("--excluded", "0:30:00", "--readmitted", "0:40:00")
    assert clerk("transcript", name, file, *BOTH, *first).exit_code == 1
    second = ("--excluded", "0:41:00", "--readmitted", "0:55:00")
    assert clerk("transcript", name, file, *BOTH, *first, *second).exit_code == 0
    assert b"SECRET" not in everything(home)


def test_marks_cut_though_the_record_knows_of_no_exempt_session(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    marks = ("--excluded", "0:30:00", "--readmitted", "0:55:00")
    assert clerk("transcript", plain, file, "--start", "18:25", *marks).exit_code == 0
    assert b"SECRET" not in everything(home)


def test_points_are_listed_and_taken_back(clerk: Clerk, home: Path, parks: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    wrong = ("--anchor", "0:25:20=v1")
    assert clerk("transcript", parks, file, *BOTH, *wrong).exit_code == 0
    told = clerk("transcript", parks).output
    assert "0:05:10 is opened, 18:30:10; 0:25:20 is v1, 18:51:00; 1:25:00 is closed, 19:50:00" in told
    assert clerk("transcript", parks, "--without", "0:25:20").exit_code == 0
    assert "v1" not in clerk("transcript", parks).output.partition("Its points")[2].partition("\n")[0]
    assert "has no point at" in clerk("transcript", parks, "--without", "0:25:20").output
    # One that is needed stays: nothing is cut for want of it.
    before = everything(home)
    refused = clerk("transcript", parks, "--without", "1:25:00")
    assert refused.exit_code == 1
    assert "Nothing was changed." in refused.output
    assert everything(home) == before
    # The file taken in again needs none of them to be typed.
    assert clerk("transcript", parks, file).exit_code == 0


def test_a_point_that_is_two_times_and_what_happened_twice_are_refused(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    twice = clerk("transcript", plain, file, "--anchor", "0:05:10=opened", "--anchor", "0:05:10=18:40")
    assert "two times" in twice.output
    assert clerk("play", plain, "-", typed=":undo\n").exit_code == 0
    breaks = ":@19:42 adjourn\n:@19:43 resume\n:@19:45 adjourn\n:@19:46 resume\n:@19:50 close 19:50\n"
    assert clerk("play", plain, "-", typed=breaks).exit_code == 0
    which = clerk("transcript", plain, file, "--anchor", "1:17:00=adjourned")
    assert which.exit_code == 1
    assert "2 times" in which.output
    assert "7.42 pm" in which.output


def test_two_points_near_each_other_do_not_set_the_pace_of_the_evening(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    near = ("--anchor", "0:05:10=opened", "--anchor", "0:05:20=18:30:22")
    taken = clerk("transcript", plain, file, *near)
    assert taken.exit_code == 0
    assert "too near each other" in taken.output
    assert "7.55 pm" in taken.output


def test_a_stop_that_nothing_tells_the_length_of_is_refused(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    idle = clerk("transcript", plain, file, "--start", "18:25", "--stopped", "0:41:10")
    assert idle.exit_code == 1
    assert "on each side" in idle.output


@pytest.mark.parametrize(
    "options", [("--of", "talk.vtt"), ("--delete", "--until", "2999-01-01"), ("--delete", "--speaker", "Speaker 1=elm")]
)
def test_no_option_is_passed_over(clerk: Clerk, home: Path, plain: str, options: tuple[str, ...]) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, file, "--start", "18:25").exit_code == 0
    assert clerk("transcript", plain, *options).exit_code == 1
    assert journal(home, plain).with_suffix(".transcript").exists()


def test_what_is_not_kept_is_told_from_what_is(clerk: Clerk, home: Path, parks: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    nothing = clerk("transcript", parks)
    assert "Nothing is kept of what was said" in nothing.output
    assert clerk("transcript", parks, file, *BOTH).exit_code == 0
    exempt = clerk("transcript", parks, "--exempt")
    assert exempt.exit_code == 1
    assert "No exempt words are kept" in exempt.output
    assert f"in public is: clerk transcript {parks}." in exempt.output
    assert clerk("transcript", parks, file, *BOTH, "--exempt").exit_code == 0
    assert clerk("transcript", parks, "--delete", "--exempt").exit_code == 0
    assert journal(home, parks).with_suffix(".transcript").exists()
    assert clerk("transcript", parks, file, *BOTH, "--exempt").exit_code == 0
    journal(home, parks).with_suffix(".transcript").unlink()
    assert "Only exempt words are kept" in clerk("transcript", parks).output


@pytest.mark.parametrize("name", ["Parks-20260505_182500-Meeting Recording.vtt", "GMT20260505-172500_talk.vtt"])
def test_a_file_of_another_day_is_refused(clerk: Clerk, home: Path, plain: str, name: str) -> None:
    file = write(name, teams_vtt(talk(), at("18:25")))
    refused = clerk("transcript", plain, file, "--start", "18:25")
    assert refused.exit_code == 1
    assert "5 May 2026" in refused.output
    again = write(name.replace("0505", "0512"), teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, again, "--start", "18:25").exit_code == 0


def test_two_recordings_in_one_file_are_told_from_lines_out_of_order(clerk: Clerk, home: Path, plain: str) -> None:
    first = teams_vtt([one for one in talk() if one.at < at("18:50")], at("18:25"))
    second = teams_vtt([one for one in talk() if one.at >= at("19:00")], at("19:00"))
    joined = write("joined.vtt", first + second.removeprefix("WEBVTT"))
    refused = clerk("transcript", plain, joined, "--start", "18:25")
    assert refused.exit_code == 1
    assert "begin again at 0:00:00" in refused.output
    moved = [*talk()[40:60], *talk()[:40], talk()[90], *talk()[60:90], *talk()[91:]]
    out_of_order = write("moved.vtt", teams_vtt(moved, at("18:25")))
    assert clerk("transcript", plain, out_of_order, "--start", "18:25").exit_code == 0
    kept = load(journal(home, plain))
    assert kept is not None
    assert [cue.text for cue in kept.recordings[0].cues] == [one.text for one in talk()]


def test_a_text_with_the_hours_of_the_day_goes_over_midnight(clerk: Clerk, home: Path, plain: str) -> None:
    late = "23:59:40 Ann Oak: before\n23:59:50 Bob Elm: still\n00:00:10 Ann Oak: after\n00:00:40 Bob Elm: later\n"
    (recording,) = (_taken(clerk, home, plain, write("late.txt", late)).recordings,)
    assert [cue.text for cue in recording[0].cues] == ["before", "still", "after", "later"]


def _taken(clerk: Clerk, home: Path, name: str, file: str):  # type: ignore[no-untyped-def]
    taken = clerk("transcript", name, file, "--anchor", "23:59:40=18:40")
    assert taken.exit_code == 0, taken.output
    return load(journal(home, name))


def test_the_words_of_text_without_hours_are_placed(clerk: Clerk, home: Path, plain: str) -> None:
    assert clerk("transcript", plain, write("talk.txt", otter(talk(), at("18:25"))), "--start", "18:25").exit_code == 0
    kept = load(journal(home, plain))
    assert kept is not None
    assert len(kept.recordings[0].cues) == len(talk())
