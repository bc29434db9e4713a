"""Every form in which the words of a meeting come, as its makers document it, with what is odd in it.

WebVTT: W3C's recommendation (cue ids, voices, settings, notes, hours that may be missing). Teams: the transcript that
Microsoft Graph gives as text/vtt (a voice in each cue; newer ones with an id above), and the document that Teams
offers. Zoom: its help on audio transcripts (numbered cues, the name before a colon). SRT as SubRip writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.packs import apart
from store.packs.kinds import CannotRead
from store.transcripts.parsing import read_cues, seconds
from store.transcripts.reading import MOST_CUES, read_transcript
from tests.transcripts.evening import Said, at, otter, srt, stamp, talk, teams_docx, teams_vtt, zoom_vtt


def found(text: str) -> list[tuple[float, float, str, str]]:
    return [(cue.start, cue.end, cue.speaker, cue.text) for cue in read_cues(text.splitlines()).cues]


VOICES = """WEBVTT

d0b6-4bd/12-0
00:00:03.120 --> 00:00:05.400
<v Elm, Bob>Good evening,
everyone.</v>

d0b6-4bd/13-0
00:00:04.000 --> 00:00:06.400
<v Ann Oak>I am in the chair.</v> <v Elm, Bob>Thank you.</v>
"""
POSITIONS = """WEBVTT Kind: captions; Language: en

NOTE made by a machine
and not read by a person

STYLE
::cue { color: white }

01:00.120 --> 01:05.400 align:start position:0% line:90%
<c.loud>Bread</c> &amp; <00:01:04.000>butter
"""
ODD = """WEBVTT

00:00:03 --> 00:00:05
no thousandths

00:00:06,100 --> 00:00:07,200
a comma

0:0:8.1 --> 0:0:9.22
single figures

100:00:01.000 --> 100:00:02.000
longer than a day

00:00:10.100 -->
no end
"""
NO_BLANK = "1\n00:00:03,100 --> 00:00:05,200\nfirst\n2\n00:00:06,100 --> 00:00:07,200\nsecond\n"
OLDER_TEAMS = "0:0:0.0 --> 0:0:2.370\nAnn Oak\nGood evening.\n\n0:0:3.0 --> 0:0:4.370\nBob Elm\nHello."
WORD = "Transcript\nAudio file\nmeeting.mp4\n\n00:00:04 Speaker 1\nGood evening.\n\n00:00:09 Speaker 2\nSo: no.\n"
ZOOM = (
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\njsmith: So: no.\n\n2\n00:00:03.000 --> 00:00:05.000\n"
    "Ann Oak (she/her): At 7:30\n\n3\n00:00:06.000 --> 00:00:07.000\njsmith:\n"
)
SUBTITLES = "1\n00:00:01,000 --> 00:00:03,000 X1:100\n{\\an8}<font color='#ff0'>Hello</font>\\Nthere\n"
NAMES_ABOVE = (
    "Ann Oak started transcription\n\nAnn Oak\n0 minutes 3 seconds\n0:03\nGood evening.\n\n"
    "Bob Elm\n1 minute 9 seconds\n1:09\nHello.\n\nAnn Oak stopped transcription\n"
)
OF_THE_DAY = "7:05:12 PM Ann Oak: hi\n7:05:20 p.m. Bob Elm: yes\n12:01:00 AM Bob Elm: late\n"
COLUMNS = "Ann Oak\t00:00:03\tGood evening.\nBob Elm\t00:00:05\tHello.\n"
TO_AND_FRO = "00:00:01 - 00:00:04 Ann Oak: Good evening.\n00:00:05 – 00:00:07 Bob Elm: hi\n"
BRACKETS = "[00:00:04] Ann Oak: Good evening.\n[00:00:09] hello\n(0:12) Bob Elm: We start\nat 7:30 or so."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            VOICES,
            [
                (3.12, 5.4, "Elm, Bob", "Good evening, everyone."),
                (4.0, 6.4, "Ann Oak", "I am in the chair."),
                (4.0, 6.4, "Elm, Bob", "Thank you."),
            ],
        ),
        (POSITIONS, [(60.12, 65.4, "", "Bread & butter")]),
        (NO_BLANK, [(3.1, 5.2, "", "first"), (6.1, 7.2, "", "second")]),
        (OLDER_TEAMS, [(0.0, 2.37, "Ann Oak", "Good evening."), (3.0, 4.37, "Bob Elm", "Hello.")]),
        (WORD, [(4.0, 9.0, "Speaker 1", "Good evening."), (9.0, 14.0, "Speaker 2", "So: no.")]),
        (
            BRACKETS,
            [
                (4.0, 9.0, "Ann Oak", "Good evening."),
                (9.0, 12.0, "", "hello"),
                (12.0, 17.0, "Bob Elm", "We start at 7:30 or so."),
            ],
        ),
        (ZOOM, [(1.0, 3.0, "jsmith", "So: no."), (3.0, 5.0, "Ann Oak (she/her)", "At 7:30")]),
        (SUBTITLES, [(1.0, 3.0, "", "Hello there")]),
        (NAMES_ABOVE, [(3.0, 69.0, "Ann Oak", "Good evening."), (69.0, 74.0, "Bob Elm", "Hello.")]),
        (
            OF_THE_DAY,
            [
                (68712.0, 68720.0, "Ann Oak", "hi"),
                (68720.0, 86460.0, "Bob Elm", "yes"),
                (86460.0, 86465.0, "Bob Elm", "late"),
            ],
        ),
        (COLUMNS, [(3.0, 5.0, "Ann Oak", "Good evening."), (5.0, 10.0, "Bob Elm", "Hello.")]),
        (TO_AND_FRO, [(1.0, 5.0, "Ann Oak", "Good evening."), (5.0, 10.0, "Bob Elm", "hi")]),
    ],
    ids=[
        "teams",
        "positions",
        "no blank lines",
        "older teams",
        "word",
        "brackets",
        "zoom",
        "subtitles",
        "names above",
        "of the day",
        "columns",
        "to and fro",
    ],
)
def test_what_is_documented_and_what_is_odd(text: str, expected: list[tuple[float, float, str, str]]) -> None:
    assert found(text) == expected
    assert found(text.replace("\n", "\r\n")) == expected
    assert found(f"\ufeff{text}") == expected


def test_a_line_with_a_time_that_cannot_be_read_is_not_passed_over() -> None:
    read = read_cues(ODD.splitlines())
    assert [cue.text for cue in read.cues] == ["no thousandths", "a comma", "single figures"]
    assert len(read.unread) == 2


WRITERS: dict[str, Callable[[list[Said]], str]] = {
    "teams": lambda said: teams_vtt(said, at("18:25")),
    "zoom": lambda said: zoom_vtt(said, at("18:25")),
    "srt": lambda said: srt(said, at("18:25")),
    "text": lambda said: otter(said, at("18:25")),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_whole_evening_in_every_form(name: str, tmp_path: Path) -> None:
    (file := tmp_path / "talk.txt").write_text(WRITERS[name](talk()), encoding="utf-8")
    cues = read_transcript(file).recording.cues
    assert [(cue.text, cue.speaker, cue.start) for cue in cues] == [
        (said.text, said.speaker, (said.at - at("18:25")).total_seconds()) for said in talk()
    ]


def test_a_whole_evening_as_a_document_of_teams(tmp_path: Path) -> None:
    teams_docx(tmp_path / "talk.docx", talk(60), at("18:25"))
    read = read_transcript(tmp_path / "talk.docx")
    assert [(cue.text, cue.speaker) for cue in read.recording.cues] == [(one.text, one.speaker) for one in talk(60)]
    assert read.began == at("18:25")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.vtt", b"", "empty"),
        ("words.txt", b"There is no time in this.", "no words with a time"),
        ("header.vtt", b"WEBVTT\n\n", "no words with a time"),
        ("sound.mp3", b"ID3\x03\x00" + bytes(range(256)) * 8, ""),
        ("torn.docx", b"PK\x03\x04" + b"\0" * 200, "damaged"),
        ("page.pdf", b"%PDF-1.7\n", "no transcript"),
    ],
)
def test_a_wrong_or_damaged_file_is_a_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (file := tmp_path / name).write_bytes(data)
    with pytest.raises(CannotRead) as refused:
        read_transcript(file)
    assert says in str(refused.value)
    assert str(refused.value).endswith((".", "first", "text"))


def test_what_takes_too_long_is_stopped_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "USUAL", 1)
    lines = (
        f"{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02} Ann Elm: yes" for number in range(600_000)
    )
    (file := tmp_path / "talk.txt").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CannotRead, match="longer to read than any paper of a meeting"):
        read_transcript(file)


def test_more_times_than_a_day_of_talk_has_are_refused(tmp_path: Path) -> None:
    def read(many: int) -> int:
        (file := tmp_path / "talk.vtt").write_text(
            "WEBVTT\n" + "\n00:00:01.000 --> 00:00:02.000\nyes\n" * many, encoding="utf-8"
        )
        return len(read_transcript(file).recording.cues)

    assert read(MOST_CUES // 10) == MOST_CUES // 10
    with pytest.raises(CannotRead, match="100,001 times"):
        read(MOST_CUES + 1)


@pytest.mark.parametrize("name", ["talk.vtt", "talk.docx"])
def test_it_is_read_in_a_process_of_its_own(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name.endswith("docx"):
        teams_docx(tmp_path / name, talk(60), at("18:25"))
    else:
        (tmp_path / name).write_text(teams_vtt(talk(60), at("18:25")), encoding="utf-8")
    here = read_transcript(tmp_path / name)
    # What is told of here is not heard there.
    monkeypatch.setattr("store.transcripts.reading.read_cues", None)
    assert read_transcript(tmp_path / name) == here


def test_a_folder_and_nothing_are_sentences(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not there.vtt"):
        with pytest.raises(CannotRead):
            read_transcript(path)


@given(st.lists(st.text(alphabet=st.sampled_from("0123456789:.,-> <v>[]()Anbz\t\n"), max_size=60), max_size=30))
@settings(deadline=None, max_examples=200)
def test_no_text_makes_it_raise_and_cues_are_in_order(lines: list[str]) -> None:
    read = read_cues("\n".join(lines).splitlines())
    assert all(0 <= cue.start <= cue.end for cue in read.cues)
    assert [cue.start for cue in read.cues] == sorted(cue.start for cue in read.cues)
    assert all(cue.text for cue in read.cues)


@given(st.floats(min_value=0, max_value=86_000))
def test_a_time_that_was_written_is_read(point: float) -> None:
    assert abs((seconds(stamp(point)) or 0.0) - point) <= 0.001
    assert abs((seconds(stamp(point, ",")) or 0.0) - point) <= 0.001


@pytest.mark.parametrize("text", ["", "3", "1:60", "1:2:3:4", "a:b", "-1:30", "25:00:00", "1:61:00"])
def test_what_is_no_point_of_a_recording(text: str) -> None:
    assert seconds(text) is None
