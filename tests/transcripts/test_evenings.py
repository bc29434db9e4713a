"""Whole evenings that were minuted with their times, and the words of them in two files with a break, a drift and an
offset; ends without a readmission, and imports that are killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Clerk, journal
from tests.transcripts.evening import TOML, Said, at, srt, stamp, talk, teams_vtt, zoom_vtt
from tests.transcripts.test_clock import beside
from tests.transcripts.test_exempt import BOTH, everything, write

SCRIPT = """
:@18:30:10 open 18:30:10
:present all
:@18:31 take 1
:@18:34 take 2
:@18:36 introduce reed
:@18:42 adjourn
:@18:52 resume
:@18:53 put
:@18:54 vote 2 1 0
:@19:05 exclude items=3 para=3
:@19:06 take 3
:@19:15 put
:@19:16 vote unanimous
:@19:25 readmit
:@19:26 take 4
:@19:40 put
:@19:41 vote unanimous
:@19:50 close 19:50
"""
AWAY, BACK, PAUSE = at("18:42"), at("18:52"), timedelta(minutes=10)
EARLY, LATE = at("18:21:17"), at("18:59:30")
"""When the two files begin: neither on a minute that anybody would guess."""

WRITERS: dict[str, Callable[..., str]] = {"vtt": teams_vtt, "zoom.vtt": zoom_vtt, "srt": srt}


def spoken() -> list[Said]:
    """What was said each five seconds: with the hour, and a word that tells what is exempt."""
    word = {True: "SECRET", False: "open"}
    return [
        Said(one.at, f"It is {one.at:%H:%M:%S} {word[at('19:05') <= one.at <= at('19:25')]}", one.speaker)
        for one in talk(5)
    ]


def recorded(one: Said) -> Said:
    """As the first recording has it, which stood still in the break."""
    return one if one.at < AWAY else Said(one.at - PAUSE, one.text, one.speaker)


def point(clock: str, began: datetime, rate: float) -> str:
    moment = at(clock)
    if began == EARLY and moment >= BACK:
        moment -= PAUSE
    return stamp((moment - began).total_seconds() / rate)


@pytest.mark.parametrize("rate", [1.0, 1.02, 0.98])
@pytest.mark.parametrize("form", WRITERS)
def test_two_files_with_a_break_a_drift_and_an_offset(clerk: Clerk, home: Path, rate: float, form: str) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("play", name, "-", typed=SCRIPT).exit_code == 0
    first = [recorded(one) for one in spoken() if EARLY <= one.at < AWAY or BACK <= one.at < at("19:00")]
    second = [one for one in spoken() if one.at >= at("19:00")]
    for file, said, began, points in (
        (f"early.{form}", first, EARLY, ("18:30:10=opened", "18:54=v1")),
        (f"late.{form}", second, LATE, ("19:02=19:02", "19:50=closed")),
    ):
        write(file, WRITERS[form](said, began, rate))
        anchors = [
            f"--anchor={point(clock, began, rate)}={what}" for clock, _, what in (p.partition("=") for p in points)
        ]
        taken = clerk("transcript", name, file, *anchors)
        assert taken.exit_code == 0, taken.output
    assert b"SECRET" not in everything(home)
    words, meeting = beside(home, name)
    assert max(abs((at(one.text.split()[2]) - one.at).total_seconds()) for one in words.words) <= 5
    times = [placed.event.at for placed in meeting.events if placed.event.at is not None]
    for moment in (one for one in times if not AWAY <= one <= BACK and not at("19:02") <= one <= at("19:28")):
        place = words.near(moment)
        assert place is not None
        assert abs((at(words.words[place].text.split()[2]) - moment).total_seconds()) <= 5.1


@pytest.mark.parametrize(
    "end", [":@19:30 close 19:30\n", ":@19:20 adjourn\n:@19:30 resume\n:@19:31 take 4\n:@19:40 close 19:40\n"]
)
def test_an_exempt_session_without_a_readmission_goes_to_the_end(clerk: Clerk, home: Path, end: str) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    begin = ":@18:30:10 open 18:30:10\n:present all\n:@18:31 take 1\n:@18:50 take 2\n"
    assert (
        clerk("play", name, "-", typed=f"{begin}:@18:55 exclude items=3 para=3\n:@18:56 take 3\n{end}").exit_code == 0
    )
    said = [Said(one.at, "SECRET" if one.at >= at("18:55") else "open", one.speaker) for one in talk()]
    file = write("talk.vtt", teams_vtt(said, at("18:25")))
    points = ("--anchor", "0:05:10=opened", "--anchor", "0:25:00=18:50")
    assert clerk("transcript", name, file, *points).exit_code == 0
    assert b"SECRET" not in everything(home)
    assert b"open" in journal(home, name).with_suffix(".transcript").read_bytes()


@pytest.mark.parametrize("after", [0.5, 0.8, 1.1, 1.4])
def test_an_import_that_is_killed_leaves_nothing_that_is_exempt_and_nothing_half(
    clerk: Clerk, home: Path, parks: str, after: float
) -> None:
    file = write("talk.vtt", teams_vtt(talk(1), at("18:25")))
    command = [sys.executable, "-m", "clerk", "transcript", parks, file, *BOTH]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as importing:
        time.sleep(after)
        importing.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    assert b"SECRET" not in everything(home)
    assert "damaged" not in clerk("transcript", parks).output
    again = clerk("transcript", parks, file, *BOTH)
    assert again.exit_code == 0, again.output
    assert b"SECRET" not in everything(home)


def test_on_the_night_on_which_the_clocks_go_forward_the_hour_is_a_stop(clerk: Clerk, home: Path) -> None:
    night = TOML.replace("2026-05-12", "2026-03-28").replace("18:30", "23:00")
    name = clerk("new", "-", typed=night).stdout.strip()
    script = ":@23:00 open 23:00\n:present all\n:@23:30 exclude items=3 para=3\n:@23:40 readmit\n:@02:45 close 02:45\n"
    assert clerk("play", name, "-", typed=script).exit_code == 0
    cues = (f"{stamp(s)} --> {stamp(s + 4)}\n{'SECRET' if 1800 <= s <= 2400 else s}\n" for s in range(0, 9900, 10))
    file = write("night.vtt", "WEBVTT\n\n" + "\n".join(cues))
    points = ("--anchor", "0:00:00=opened", "--anchor", "2:45:00=closed")
    assert "--stopped" in clerk("transcript", name, file, *points).output
    taken = clerk("transcript", name, file, *points, "--stopped", "2:00:00")
    assert taken.exit_code == 0, taken.output
    assert "11.00 pm to 2.4" in taken.output
    assert b"SECRET" not in everything(home)


def test_exempt_words_that_were_asked_for_are_in_their_own_file_and_nowhere_else(
    clerk: Clerk, home: Path, parks: str
) -> None:
    said = [Said(one.at, one.text.replace("SECRET LODGE", "zanzibar"), one.speaker) for one in talk()]
    file = write("talk.vtt", teams_vtt(said, at("18:25")))
    for more in ((), ("--exempt",)):
        assert clerk("transcript", parks, file, *BOTH, *more).exit_code == 0
    for command in (("index",), ("find", "zanzibar"), ("list",), ("library",), ("show", parks), ("check", parks)):
        assert "zanzibar" not in clerk(*command).output.replace("“zanzibar”", "")
    for suffix in ("docx", "pdf", "txt", "html", "json", "xml"):
        clerk("draft", parks, "--to", f"out.{suffix}")
        clerk("draft", parks, "--exempt", "--to", f"exempt.{suffix}")
    clerk("handover", parks, "--to", "out")
    holding = [
        path for path in (*home.rglob("*"), *Path().rglob("*")) if path.is_file() and b"zanzibar" in path.read_bytes()
    ]
    assert {path.name for path in holding} == {"talk.vtt", f"{parks}.exempt.transcript"}
