"""What was said near a vote, held against what is recorded of it: noted where it differs, and only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from clerk.transcripts.beside import Beside
from clerk.transcripts.comparing import notes
from clerk.transcripts.cues import Anchor, Cue, Recording, Transcript
from tests.support.minute import Desk, record
from tests.transcripts.evening import TOML, at

SCRIPT = (":@18:30 open 18:30", ":present all", ":@18:34 take 2", ":@18:50 motion elm ash -- That hives be bought.")
Noting = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def noted() -> Noting:
    """What is noted of words said when Elm's motion, which Ash seconded, was carried by two to one."""
    desk = Desk(record(Meeting(), read_meeting(TOML)))
    for line in (*SCRIPT, ":@18:51 vote 2 1 0"):
        desk.enter(line, at("18:30"))

    def found(words: str) -> list[str]:
        recording = Recording("talk.vtt", "", (Anchor(0.0, at("18:50")),), cues=(Cue(60.0, 63.0, words),), length=63.0)
        every = notes(Beside([Transcript("m", (recording,))], desk.meeting), desk.meeting)
        assert all(one.severity == "NOTE" and words in one.text for one in every)
        return [one.text.rpartition("the record has ")[2].rstrip(".") for one in every]

    return found


FIGURES, MOVER, SECONDER = "2 for, 1 against, 0 abstained", "moved by Councillor Elm", "seconded by Councillor Ash"


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("I declare that lost.", ["carried"]),
        ("That was not agreed.", ["carried"]),
        ("The motion falls.", ["carried"]),
        ("So I declare the motion to be lost.", ["carried"]),
        ("Lost.", ["carried"]),
        ("Ask about the hives over the winter, because last year we lost four of them in a week.", []),
        ("The works were not carried out, and the contractor fell ill.", []),
        ("We agreed to differ about what was lost.", []),
        ("Carried, two votes to one.", []),
        ("It is carried by three votes to nil.", [FIGURES]),
        ("The vote is lost by two votes to one.", ["carried", FIGURES]),
        ("That is carried unanimously.", [FIGURES]),
        ("Two for and one against.", []),
        ("Those in favour? Two. Those against? Two.", [FIGURES]),
        ("One abstention.", [FIGURES]),
        ("We spend two to three thousand on it.", []),
        ("Moved by Councillor Oak, seconded by Councillor Ash.", [MOVER]),
        ("Proposed by Cllr Elm, seconded by Cllr Ash.", []),
        ("Councillor Elm moved, Councillor Ash seconded.", []),
        ("Moved Councillor Elm seconded Councillor Ash", []),
        ("Moved Councillor Elm, seconded Councillor Oak.", [SECONDER]),
        ("Councillor Oak has seconded.", [SECONDER]),
        ("Seconded, Councillor Oak.", [SECONDER]),
        ("Seconded by Councillor Tolliver.", [SECONDER]),
        ("The Chair moved on. Thank You seconded.", []),
    ],
)
def test_what_differs_is_noted_and_nothing_else(noted: Noting, words: str, differs: list[str]) -> None:
    assert noted(words) == differs


@pytest.mark.parametrize(
    ("when", "words", "differs"),
    [
        (55, "That is carried unanimously.", [FIGURES]),
        (115, "That is carried unanimously.", []),
        (115, "Two for, one against.", ["3 for, 0 against, 0 abstained"]),
        (115, "The motion is lost.", ["carried"]),
        (75, "Moved by Councillor Ash, seconded by Councillor Oak.", []),
        (115, "Moved by Councillor Oak, seconded by Councillor Oak.", ["moved by Councillor Ash"]),
        (55, "Moved by Councillor Oak, seconded by Councillor Ash.", [MOVER]),
        # The motion before was voted on too long ago to be meant.
        (185, "Moved by Councillor Elm.", ["moved by Councillor Ash"]),
    ],
)
def test_what_was_said_between_two_votes_is_of_the_nearer(when: float, words: str, differs: list[str]) -> None:
    desk = Desk(record(Meeting(), read_meeting(TOML)))
    more = (":@18:51 vote 2 1 0", ":@18:51 motion ash oak -- That it be done at once.", ":@18:52 vote 3 0 0")
    for line in (*SCRIPT, *more):
        desk.enter(line, at("18:30"))
    cue = Cue(when, when + 3.0, words)
    recording = Recording("talk.vtt", "", (Anchor(0.0, at("18:50")),), cues=(cue,), length=200.0)
    every = notes(Beside([Transcript("m", (recording,))], desk.meeting), desk.meeting)
    assert [one.text.rpartition("the record has ")[2].rstrip(".") for one in every] == differs
