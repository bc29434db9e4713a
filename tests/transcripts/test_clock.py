"""A recording beside the record: every entry finds the words that were said when it was recorded."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.setup.convening import read_meeting
from clerk.transcripts.beside import Beside
from clerk.transcripts.clock import clock_of
from clerk.transcripts.cues import Anchor, Recording
from screens.cli.finding import read_now
from store.transcripts.keeping import load
from tests.cli.running import Clerk, journal
from tests.support.minute import Desk, record
from tests.transcripts.evening import at, points, talk, teams_vtt, zoom_vtt


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def point(clock: str, began: str, rate: float = 1.0) -> str:
    seconds = (at(clock) - at(began)).total_seconds() / rate
    return f"{int(seconds) // 3600}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}"


def beside(home: Path, name: str) -> tuple[Beside, Meeting]:
    path = journal(home, name)
    meeting = read_now(path)
    transcript = load(path)
    assert transcript is not None
    return Beside([transcript], meeting), meeting


def off(home: Path, name: str) -> float:
    """By how many seconds, at the worst, an entry of the public part is from the words said at its time."""
    words, meeting = beside(home, name)
    worst = 0.0
    for placed in meeting.events:
        moment = placed.event.at
        if moment is None or at("18:50") <= moment <= at("19:25"):
            continue
        place = words.near(moment)
        assert place is not None
        clock = words.words[place].text.split()[2]
        worst = max(worst, abs((at(clock) - moment).total_seconds()))
    return worst


@pytest.mark.parametrize("began", ["18:25", "18:29:47", "18:02:13"])
def test_a_clock_that_is_off_is_put_right_by_points(clerk: Clerk, home: Path, parks: str, began: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(5), at(began)))
    taken = clerk(
        "transcript", parks, file,
        "--anchor", f"{point('18:30:10', began)}=opened", "--anchor", f"{point('19:50', began)}=closed",
    )  # fmt: skip
    assert taken.exit_code == 0, taken.output
    assert off(home, parks) <= 5


def test_one_point_is_enough_without_an_exempt_session_and_without_drift(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", zoom_vtt(talk(5), at("18:21:40")))
    assert clerk("transcript", plain, file, "--anchor", f"{point('18:51', '18:21:40')}=v1").exit_code == 0
    assert off(home, plain) <= 5


def test_the_hour_at_which_it_began_is_a_point_too(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", zoom_vtt(talk(5), at("18:25:30")))
    assert clerk("transcript", plain, file, "--start", "6.25.30pm").exit_code == 0
    assert off(home, plain) <= 5


@pytest.mark.parametrize("rate", [1.02, 0.98])
def test_a_drift_of_two_in_a_hundred_is_put_right_by_two_points(
    clerk: Clerk, home: Path, parks: str, rate: float
) -> None:
    file = write("talk.vtt", teams_vtt(talk(5), at("18:25"), rate))
    taken = clerk(
        "transcript", parks, file,
        "--anchor", f"{point('18:30:10', '18:25', rate)}=opened",
        "--anchor", f"{point('19:50', '18:25', rate)}=closed",
    )  # fmt: skip
    assert taken.exit_code == 0, taken.output
    assert "off by" in taken.output
    assert off(home, parks) <= 5


def test_several_files_make_one_evening(clerk: Clerk, home: Path, parks: str) -> None:
    early = write("early.vtt", teams_vtt([one for one in talk(5) if one.at < at("18:45")], at("18:20")))
    late = write("late.vtt", zoom_vtt([one for one in talk(5) if one.at > at("19:30")], at("19:29")))
    # Each is clear of the exempt session, if its clock is right: of that, one point is not enough.
    first = ("--anchor", f"{point('18:36', '18:20')}=18:36")
    assert "a second point of it is wanted" in clerk("transcript", parks, early, *first).output
    assert clerk("transcript", parks, early, *first, "--start", "18:20").exit_code == 0
    closed = ("--anchor", f"{point('19:50', '19:29')}=closed")
    assert clerk("transcript", parks, late, *closed, "--start", "19:29").exit_code == 0
    words, _ = beside(home, parks)
    assert [one.at for one in words.words] == sorted(one.at for one in words.words)
    assert off(home, parks) <= 5


def test_the_same_file_again_takes_the_place_of_the_first(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    for _ in range(2):
        assert clerk("transcript", plain, file, "--start", "18:25").exit_code == 0
    assert len(beside(home, plain)[0].words) == len(talk())


def test_a_break_that_the_recorder_slept_through(clerk: Clerk, home: Path, parks: str) -> None:
    said = talk(5)
    name = clerk("new", "-", typed=BREAK).stdout.strip()
    assert clerk("play", name, "-", typed=BREAK_SCRIPT).exit_code == 0
    first = points([one for one in said if one.at < at("18:45")], at("18:25"))
    then = points([one for one in said if one.at >= at("19:00")], at("18:40"))
    cues = "\n".join(f"{_stamp(a)} --> {_stamp(b)}\n{one.text}\n" for a, b, one in [*first, *then])
    file = write("talk.vtt", f"WEBVTT\n\n{cues}")
    taken = clerk("transcript", name, file, "--anchor", "0:05:00=opened", "--anchor", "1:00:00=closed")
    assert taken.exit_code == 0, taken.output
    words, _ = beside(home, name)
    assert all(abs((at(one.text.split()[2]) - one.at).total_seconds()) <= 5 for one in words.words)


@pytest.mark.parametrize("rate", [1.0, 1.02, 0.98])
@pytest.mark.parametrize("away", [8, 15, 40])
def test_a_break_and_a_drift_in_one_file_are_told_apart_by_the_adjournment(rate: float, away: int) -> None:
    meeting = Desk(record(Meeting(), read_meeting(BREAK)))
    back = at("19:00") + timedelta(minutes=away)
    lines = BREAK_SCRIPT.replace("19:40", "21:40").replace("19:00 resume", f"{back:%H:%M} resume")
    for line in lines.replace("18:45 adjourn", "19:00 adjourn").splitlines():
        meeting.enter(line)
    held = meeting.meeting
    before = (at("19:00") - at("18:30")).total_seconds() / rate
    whole = before + (at("21:40") - back).total_seconds() / rate
    clock = clock_of(Recording("t", "", (Anchor(0.0, at("18:30")), Anchor(whole, at("21:40"))), length=whole), held)
    for moment in ("18:31", "18:59", f"{back + timedelta(minutes=1):%H:%M}", "20:30", "21:39"):
        passed = (at(moment) - at("18:30")).total_seconds() - (60 * away if at(moment) > back else 0)
        assert abs(clock.said(at(moment)) - passed / rate) <= 5
        assert abs((clock.at(passed / rate) - at(moment)).total_seconds()) <= 5


def _stamp(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}"


BREAK = """
body = "Bees Panel"
date = 2026-05-12
time = "18:30"
members = [{name = "Ann Oak", role = "chair"}, {name = "Bob Elm"}, {name = "Cat Ash"}]
items = [{number = 1, title = "Bees"}]
"""
BREAK_SCRIPT = ":@18:30 open 18:30\n:present all\n:take 1\n:@18:45 adjourn\n:@19:00 resume\n:@19:40 close 19:40\n"


@pytest.mark.parametrize(
    ("anchors", "says"),
    [
        ([(10.0, "18:30"), (600.0, "18:29")], "backwards"),
        ([(0.0, "18:30"), (600.0, "18:52")], "stopped between them"),
        ([(0.0, "18:30"), (1200.0, "18:40")], "One of the two|one of the two"),
        ([], "Nobody has said"),
    ],
)
def test_points_that_cannot_both_be_right(anchors: list[tuple[float, str]], says: str) -> None:
    recording = Recording("talk.vtt", "", tuple(Anchor(said, at(clock)) for said, clock in anchors))
    with pytest.raises(Unclear, match=says):
        clock_of(recording, Meeting())


def test_where_it_was_stopped_can_be_said() -> None:
    recording = Recording("t", "", (Anchor(0, at("18:30")), Anchor(1200, at("19:10"))), stopped=(600.0,))
    clock = clock_of(recording, Meeting())
    assert clock.at(599) == at("18:39:59")
    assert clock.at(600) == at("19:00")
    assert [clock.said(at(moment)) for moment in ("18:35", "18:50", "19:05")] == [300.0, 600.0, 900.0]


def test_stretches_with_nothing_recorded_are_listed_by_their_times(clerk: Clerk, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    said = clerk("transcript", plain, file, "--start", "18:25").output
    assert "Nothing is recorded from 6.36 pm to 6.50 pm" in said
    assert "from 6.30 pm" not in said.replace("to 6.30 pm", "")


def test_a_label_is_a_guess_until_the_clerk_matches_it(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, file, "--start", "18:25").exit_code == 0
    assert {one.speaker for one in beside(home, plain)[0].words} == {"Speaker 1?", "Speaker 2?", "Speaker 3?"}
    assert clerk("transcript", plain, "--speaker", "Speaker 2=elm").exit_code == 0
    assert {one.speaker for one in beside(home, plain)[0].words} == {"Speaker 1?", "Councillor Elm", "Speaker 3?"}
    assert clerk("transcript", plain, "--speaker", "Speaker 9=elm").exit_code == 1
    assert clerk("transcript", plain, "--speaker", "Speaker 1=nobody").exit_code == 1


def test_what_a_name_of_a_transcript_is_of(home: Path, clerk: Clerk, parks: str, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, file, "--start", "18:25").exit_code == 0
    journal(home, plain).with_suffix(".transcript").rename(journal(home, parks).with_suffix(".transcript"))
    moved = clerk("transcript", parks)
    assert moved.exit_code == 1
    assert "of another meeting" in moved.output
