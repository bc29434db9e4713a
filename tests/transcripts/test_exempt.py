"""What was said in exempt session never enters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.transcripts.cues import Anchor, Recording
from clerk.transcripts.cutting import cut_again, stretches, without
from clerk.transcripts.proof import MARGIN, refuse_unsure
from screens.cli.finding import read_now
from store.transcripts.parsing import read_cues
from tests.cli.running import Clerk, journal
from tests.transcripts.evening import TOML, Said, at, srt, talk, teams_docx, teams_vtt

BOTH = ("--anchor", "0:05:10=opened", "--anchor", "1:25:00=closed")


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def everything(home: Path) -> bytes:
    """Every byte that is kept."""
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


@pytest.mark.parametrize("form", ["vtt", "srt", "docx"])
def test_the_exempt_stretch_is_nowhere_byte_for_byte(clerk: Clerk, home: Path, parks: str, form: str) -> None:
    file = f"talk.{form}"
    if form == "docx":
        teams_docx(Path(file), talk(30), at("18:25"))
    else:
        write(file, (teams_vtt if form == "vtt" else srt)(talk(30), at("18:25")))
    taken = clerk("transcript", parks, file, *BOTH)
    assert taken.exit_code == 0, taken.output
    kept = everything(home)
    assert b"SECRET" not in kept
    assert b"SECRET" not in taken.output.encode()
    assert b"It is 18:52:30" in kept
    assert b"It is 19:22:30" in kept
    for near in (b"18:53:30", b"18:54:30", b"19:20:30", b"19:21:30"):
        assert near not in kept
    assert "Left out" in taken.output


@pytest.mark.parametrize("points", [(), BOTH[:2], BOTH[2:]])
def test_nothing_is_written_until_the_clock_is_certain_on_both_sides(
    clerk: Clerk, home: Path, parks: str, points: tuple[str, ...]
) -> None:
    before = everything(home)
    refused = clerk("transcript", parks, write("talk.vtt", teams_vtt(talk(), at("18:25"))), *points)
    assert refused.exit_code == 1
    assert everything(home) == before
    assert "--anchor" in refused.output


def test_a_line_that_overlaps_the_margin_goes_whole(clerk: Clerk, home: Path, parks: str) -> None:
    said = [
        *talk(),
        Said(at("18:40"), "A LONG SPEECH", lasts=13 * 60 + 1),
        Said(at("18:41"), "IT ENDS", lasts=12 * 60 - 1),
    ]
    file = write("talk.vtt", teams_vtt(sorted(said, key=lambda one: one.at), at("18:25")))
    assert clerk("transcript", parks, file, *BOTH).exit_code == 0
    assert b"A LONG SPEECH" not in everything(home)
    assert b"IT ENDS" in everything(home)


def test_the_margin_is_two_minutes_and_the_worst_drift(clerk: Clerk, home: Path, parks: str) -> None:
    meeting = read_now(journal(home, parks))
    ends = (at("19:50") - at("18:30:10")).total_seconds() / 1.02
    recording = Recording("t", "", (Anchor(0.0, at("18:30:10")), Anchor(ends, at("19:50"))), length=ends)
    (cut,) = stretches(recording, meeting)
    out = (at("18:55") - at("18:30:10")).total_seconds() / 1.02
    drift = (at("19:50") - at("18:30:10")).total_seconds() - ends
    assert cut.start == pytest.approx(out - MARGIN - drift)


def test_an_exclusion_recorded_later_cuts_again_and_is_named_by_its_time_only(
    clerk: Clerk, home: Path, plain: str
) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, file, *BOTH).exit_code == 0
    assert b"It is 18:51:00" in everything(home)
    played = clerk("play", plain, "-", typed=":@18:50:30 exclude items=2 para=3\n:@18:53 readmit\n")
    assert played.exit_code == 0, played.output
    assert "0:23:" in played.output
    assert "It is 18:51" not in played.output
    kept = everything(home)
    assert b"It is 18:51:00" not in kept
    assert b"It is 18:47:30" in kept
    # To take the exclusion back brings nothing back.
    assert clerk("play", plain, "-", typed=":undo\n:undo\n").exit_code == 0
    assert b"It is 18:51:00" not in everything(home)
    # Only importing it again does.
    assert clerk("transcript", plain, file, *BOTH).exit_code == 0
    assert b"It is 18:51:00" in everything(home)


def test_an_exclusion_that_came_from_another_machine_cuts_before_anything_is_said(
    clerk: Clerk, home: Path, plain: str
) -> None:
    said = [Said(one.at, one.text, "Mr Lessee" if at("18:50") < one.at < at("18:53") else "Clerk") for one in talk()]
    file = write("talk.vtt", teams_vtt(said, at("18:25")))
    assert clerk("transcript", plain, file, *BOTH, "--speaker", "Mr Lessee=elm").exit_code == 0
    kept = journal(home, plain).with_suffix(".transcript")
    before = kept.read_bytes()
    assert clerk("play", plain, "-", typed=":@18:50:30 exclude items=2 para=3\n:@18:53 readmit\n").exit_code == 0
    # As if the record had grown by what another machine recorded, with nobody at this one.
    kept.write_bytes(before)
    told = clerk("transcript", plain)
    assert told.exit_code == 0
    assert "Left out of talk.vtt" in told.output
    assert "Lessee" not in told.output
    assert b"It is 18:51:00" not in everything(home)
    assert b"Lessee" not in everything(home)


def test_an_exclusion_moved_earlier_cuts_again(clerk: Clerk, home: Path, parks: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", parks, file, *BOTH).exit_code == 0
    meeting = read_now(journal(home, parks))
    exclusion = next(p.id for p in meeting.events if type(p.event).__name__ == "PublicExcluded")
    moved = clerk("play", parks, "-", typed=f":correct {exclusion} at=18:52\n")
    if moved.exit_code != 0:
        moved = clerk("play", parks, "-", typed=f":undo e{exclusion.split('.')[0]}\n:@18:52 exclude items=3 para=3\n")
    assert moved.exit_code == 0, moved.output
    assert b"It is 18:50:30" not in everything(home)
    assert b"It is 18:49:50" in everything(home)


def test_a_new_point_cuts_again(clerk: Clerk, home: Path, parks: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", parks, file, *BOTH).exit_code == 0
    before = everything(home)
    assert b"It is 18:52:30" in before
    put_right = clerk("transcript", parks, "--anchor", "0:25:30=v1")
    assert put_right.exit_code == 0, put_right.output
    assert b"It is 18:52:30" not in everything(home)


UNTIMED = """
:@18:30:10 open 18:30:10
:present all
:@18:31 take 1
:@18:51 take 2
:put
:vote 2 1 0
:exclude items=3 para=3
:take 3
:put
:vote unanimous
:readmit
:@19:25 take 4
:put
:vote unanimous
:@19:50 close 19:50
"""


def test_without_their_times_both_points_are_marked_in_the_file_first(clerk: Clerk, home: Path) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("play", name, "-", typed=UNTIMED).exit_code == 0
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    before = everything(home)
    refused = clerk("transcript", name, file, *BOTH)
    assert refused.exit_code == 1
    assert "--excluded" in refused.output
    assert everything(home) == before
    taken = clerk("transcript", name, file, *BOTH, "--excluded", "0:30:00", "--readmitted", "0:55:00")
    assert taken.exit_code == 0, taken.output
    assert b"SECRET" not in everything(home)


def test_a_session_that_never_ended_is_cut_to_the_end(clerk: Clerk, home: Path) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    script = ":@18:30:10 open 18:30:10\n:present all\n:@18:55 exclude items=3 para=3\n:take 3\n:@19:50 close 19:50\n"
    assert clerk("play", name, "-", typed=script).exit_code == 0
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    one_point = clerk("transcript", name, file, *BOTH[:2])
    assert one_point.exit_code == 1
    assert "a second point" in one_point.output
    near = clerk("transcript", name, file, *BOTH[:2], "--anchor", "0:05:30=18:30:30")
    assert near.exit_code == 1
    assert "further from" in near.output
    assert clerk("transcript", name, file, *BOTH[:2], "--anchor", "0:25:00=18:50").exit_code == 0
    kept = everything(home)
    assert b"SECRET" not in kept
    assert b"19:5" not in kept.replace(b"19:50", b"")


def test_exempt_words_are_taken_only_by_that_name_into_their_own_file(clerk: Clerk, home: Path, parks: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", parks, file, *BOTH).exit_code == 0
    assert clerk("transcript", parks, file, *BOTH, "--exempt").exit_code == 0
    path = journal(home, parks)
    secret, public = path.with_suffix(".exempt.transcript"), path.with_suffix(".transcript")
    assert b"SECRET" in secret.read_bytes()
    assert b"It is 18:40:00" not in secret.read_bytes()
    assert b"SECRET" not in public.read_bytes()
    assert all(one.stat().st_mode & 0o077 == 0 for one in (secret, public))


def test_there_are_no_exempt_words_of_a_public_evening(clerk: Clerk, home: Path, plain: str) -> None:
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    refused = clerk("transcript", plain, file, *BOTH, "--exempt")
    assert refused.exit_code == 1
    assert "no exempt session" in refused.output


def test_no_draft_and_no_list_has_a_word_of_it(clerk: Clerk, home: Path, parks: str) -> None:
    words = [Said(one.at, "zanzibar", one.speaker) for one in talk()]
    assert clerk("transcript", parks, write("talk.vtt", teams_vtt(words, at("18:25"))), *BOTH).exit_code == 0
    for suffix in ("docx", "txt", "html", "json"):
        clerk("draft", parks, "--to", f"out.{suffix}")
    clerk("handover", parks, "--to", "out")
    made = b"".join(path.read_bytes() for path in Path().rglob("*") if path.is_file() and path.name != "talk.vtt")
    assert b"zanzibar" not in made
    assert b"zanzibar" not in journal(home, parks).read_bytes()
    assert "zanzibar" not in clerk("show", parks).output


@given(rate=st.floats(0.97, 1.03), lag=st.integers(0, 900), every=st.integers(3, 40))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_clock_no_exempt_word_is_kept(
    clerk: Clerk, home: Path, parks: str, rate: float, lag: int, every: int
) -> None:
    meeting = read_now(journal(home, parks))
    began = at("18:25")
    began = began.replace(minute=began.minute - lag // 60, second=lag % 60)
    cues = read_cues(teams_vtt(talk(every), began, rate).splitlines()).cues
    anchors = tuple(Anchor((at(clock) - began).total_seconds() / rate, at(clock)) for clock in ("18:30:10", "19:50"))
    recording = Recording("talk.vtt", "", anchors, cues=cues, length=max(cue.end for cue in cues))
    refuse_unsure(recording, meeting)
    kept = without(recording, stretches(recording, meeting))
    assert not any("SECRET" in cue.text for cue in kept.cues)
    assert any("about" in cue.text for cue in kept.cues)
    assert cut_again(kept, meeting) == kept


@pytest.mark.parametrize(
    "points",
    [
        ("--start", "17:25"),
        ("--start", "16:00"),
        ("--start", "18:00"),
        ("--start", "20:30"),
        ("--anchor", "0:31:10=opened"),
        ("--anchor", "9:01:00=opened"),
        ("--anchor", "9:01:00=opened", "--anchor", "10:20:50=closed"),
        ("--anchor", "0:05:00=17:30", "--anchor", "1:00:00=18:25"),
    ],
)
def test_a_clock_that_is_wrong_keeps_nothing_of_it(
    clerk: Clerk, home: Path, parks: str, points: tuple[str, ...]
) -> None:
    """By them the recording would lie clear of the exempt session, or outside the meeting altogether."""
    file = write("talk.vtt", teams_vtt([one for one in talk() if one.at < at("19:15")], at("18:25")))
    refused = clerk("transcript", parks, file, *points)
    assert refused.exit_code == 1
    assert "Nothing was kept." in refused.output
    assert not (home / "meetings" / f"{parks}.transcript").exists()


@pytest.mark.parametrize(
    "points", [("--start", "17:25"), ("--anchor", "0:05:10=opened"), ("--start", "18:25", "--anchor", "0:05:10=opened")]
)
def test_an_exclusion_recorded_later_leaves_nothing_whose_place_is_not_proved(
    clerk: Clerk, home: Path, plain: str, points: tuple[str, ...]
) -> None:
    """Nobody was asked for more than one point while nothing was exempt, so an hour's error would not be seen."""
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", plain, file, *points).exit_code == 0
    assert b"SECRET" in everything(home)
    played = clerk("play", plain, "-", typed=":@18:55 exclude items=3 para=3\n:@19:20 readmit\n")
    assert played.exit_code == 0, played.output
    assert b"It is" not in journal(home, plain).with_suffix(".transcript").read_bytes()
    assert "point" in played.output
    assert "import it again" in played.output
    # The points that are known need not be typed again, only what is wanted beside them.
    wrong = () if points[1] != "17:25" else ("--without", "0:00:00", "--anchor", "0:05:10=opened")
    again = clerk("transcript", plain, file, *wrong, "--anchor", "1:25:00=closed")
    assert again.exit_code == 0, again.output
    assert b"SECRET" not in everything(home)
    assert b"It is 18:40:00" in everything(home)


def test_exempt_business_that_was_decided_without_exclusion_or_taking_goes_to_the_next_item(
    clerk: Clerk, home: Path
) -> None:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    script = (
        ":@18:30:10 open 18:30:10\n:present all\n:@18:34 take 2\n:under 3\n:@19:10 put r3\n"
        ":@19:11 vote unanimous\n:@19:21 take 4\n:@19:50 close 19:50\n"
    )
    assert clerk("play", name, "-", typed=script).exit_code == 0
    file = write("talk.vtt", teams_vtt(talk(), at("18:25")))
    assert clerk("transcript", name, file, *BOTH[:2]).exit_code == 1
    assert clerk("transcript", name, file, *BOTH).exit_code == 0
    kept = everything(home)
    gone = [f"It is 19:{clock}".encode() in kept for clock in ("07:50", "08:00", "15:00", "23:00", "23:10")]
    assert gone == [True, False, False, False, True]
