"""The desk as a conversation of lines: a line in, a sentence out, nothing unasked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.events import Left, Minuted, OutcomeDeclared, VoteTaken
from clerk.shorthand.line import read_script
from screens.cli.main import cli
from screens.cli.trying import sample, sample_meeting
from screens.lines.conversation import WIDTH, Conversation
from screens.sitting import Sitting
from store.following import Follower
from store.meetings import Kept
from tests.screens.desk.at_the_desk import council, made
from tests.support.minute import OPEN


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    with Kept.open(made(tmp_path, script=f"{OPEN}\n:take 7"), "jo") as kept:
        yield Conversation(Sitting(kept, "jo"))


def said(talk: Conversation, *lines: str) -> str:
    answers: list[str] = []
    for line in lines:
        answers = talk.answer(line)
        assert all(len(answer) <= WIDTH for answer in answers)
    return " ".join(answers)


def kinds(talk: Conversation) -> list[str]:
    return [type(placed.event).__name__ for placed in talk.sitting.meeting.events][4:]


def test_a_line_says_what_it_would_record_and_enter_records_it(talk: Conversation) -> None:
    assert "Councillor Ash went out" in said(talk, ":out ash")
    assert kinds(talk) == []
    assert said(talk, "") == "Councillor Ash went out. Councillor Birch presides."
    assert isinstance(talk.sitting.meeting.events[-1].event, Left)
    assert said(talk, "") == "Nothing to record."


def test_verb_keys_are_those_of_the_desk(talk: Conversation) -> None:
    assert "6 for, 3 against, 1 abstained of 11" in said(talk, "6 3 1")
    assert "recommendations" in said(talk, "")
    said(talk, "z", ":undo", "")
    assert "9 for (not called), 1 against, 1 abstained" in said(talk, "v a B")
    said(talk, "")
    votes = [p.event for p in talk.sitting.meeting.events if isinstance(p.event, VoteTaken)]
    assert (len(votes[-1].for_names), votes[-1].against_names) == (9, ("ash",))
    assert said(talk, "o e") == "Councillor Elm went out"


def test_a_step_goes_on_over_several_lines(talk: Conversation) -> None:
    assert "Outcome" in said(talk, "=")
    assert said(talk, "d").endswith(":")
    assert "until June" in said(talk, "until June")
    said(talk, "")
    outcome = talk.sitting.meeting.events[-1].event
    assert isinstance(outcome, OutcomeDeclared)
    assert outcome.text == "until June"


def test_a_capital_begins_a_paragraph(talk: Conversation) -> None:
    assert "The roof leaks" in said(talk, "The roof leaks.")
    said(talk, "")
    assert isinstance(talk.sitting.meeting.events[-1].event, Minuted)


def test_a_tie_asks_for_the_casting_vote(talk: Conversation) -> None:
    said(talk, "5 5 1")
    assert "casts" in said(talk, "")
    assert "for" in said(talk, "f")
    said(talk, "")
    assert kinds(talk)[-1] == "CastingVote"


def test_what_is_asked_is_answered_fact_first(talk: Conversation) -> None:
    assert said(talk, "who").startswith("11 of 11 in the room")
    assert said(talk, "tally") == "No vote was taken yet."
    assert said(talk, "question").startswith("r7 ")
    assert said(talk, "question") == "r7 as before."
    assert said(talk, "item") == "7 Boathouse Repairs"
    for asked in ("findings", "next", "help"):
        assert said(talk, asked)
    assert talk.prompt == "7> "


def test_what_means_nothing_says_so_and_records_nothing(talk: Conversation) -> None:
    for typed in (":outt ash", ":out nobody", "%", "[/b]", "o ?", "", "=zebra", ""):
        assert said(talk, typed)
    assert kinds(talk) == []


def test_after_a_key_that_means_nothing_the_next_line_goes_on_and_stop_leaves(talk: Conversation) -> None:
    answer = said(talk, "d e", "?")
    assert "Interest of Councillor" in answer
    assert "Backspace" not in answer
    assert "Esc" not in answer
    assert "Interest of Councillor" in said(talk, "f")
    assert said(talk, "stop") == "Left; nothing is recorded."
    assert said(talk, "stop") == "Nothing was begun."
    said(talk, "o %")
    assert said(talk, "e") == "Councillor Elm went out"
    assert kinds(talk) == ["Left"]


EYES_ONLY = re.compile(r"[\x00-\x1f\x1b─-╿▀-◿✓✗⚠]")
"""What a voice or a Braille display has no use for: control characters, boxes, blocks, marks."""


def test_a_whole_evening_is_answered_in_lines_for_the_ear(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path, sample_meeting()), "jo") as kept:
        talk = Conversation(Sitting(kept, "jo"))
        asked = 0
        for _, line in read_script(sample("meeting.txt")):
            for typed in (line, "", "who", "question", "tally", "next", "findings"):
                answers = talk.answer(typed)
                asked += 1
                assert answers, typed
                assert all(len(answer) <= WIDTH and not EYES_ONLY.search(answer) for answer in answers), answers
        assert asked > 300
        assert talk.sitting.meeting.course == "closed"


def test_tab_completes_verbs_questions_and_names(talk: Conversation) -> None:
    assert ":vote" in talk.completions(":vo")
    assert "tally" in talk.completions("ta")
    assert "willow-marsh" in talk.completions(":out wil")
    assert "against=" in talk.completions(":vote named aga")
    assert "willow-marsh" in talk.completions(":vote named against=ash,wil")
    assert "unanimous" in talk.completions(":vote un")
    assert "Willow-Marsh" in talk.completions(":action ash -- to write to Wil")


def test_it_is_live_on_the_night_and_holds_a_full_council(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path, council(), f"{OPEN}\n:take 1"), "jo") as kept:
        talk = Conversation(Sitting(kept, "jo", lambda: datetime(2031, 7, 8, 19, 40)))
        assert talk.prompt == "LIVE 1> "
        assert "All 63 for" in said(talk, "u")
        said(talk, "", "who", "tally")
        assert talk.sitting.meeting.events[-1].event.at == datetime(2031, 7, 8, 19, 40)


def test_lines_piped_in_are_answered_as_in_a_conversation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, script=f"{OPEN}\n:take 7")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    runner = CliRunner()
    played = runner.invoke(cli, ["play", "sitting", "-"], input=":out ash\nThe roof leaks.\n:vote 6 3 1\n")
    assert played.stdout.splitlines()[:2] == ["Councillor Ash went out. Councillor Birch presides.", "The roof leaks."]
    assert "6 for, 3 against" in played.stdout
    assert "entries" not in played.stdout
    opened = runner.invoke(cli, ["open", "sitting", "--lines", "--by", "jo"], input="who\nu\n\nleave\n")
    assert opened.exit_code == 0, opened.output
    assert "10 of 11 in the room" in opened.output
    assert all(len(line) <= 80 for line in opened.stdout.splitlines())


def test_what_becomes_of_the_file_is_said_and_it_is_not_left_without_a_folder(
    talk: Conversation, tmp_path: Path
) -> None:
    kept = talk.sitting.kept
    kept.path.write_bytes(b"")
    assert "kept as the meeting sitting-kept-1, and it goes on there" in said(talk, "who")
    shutil.rmtree(tmp_path / "meetings")
    assert "in this window only" in said(talk, "who")
    assert "Not recorded" in said(talk, ":out ash", "")
    assert said(talk, "leave").startswith("Not left.")
    assert not talk.over
    assert "are kept in" in said(talk, f"keep {tmp_path / 'stick'}")
    said(talk, ":out ash", "")
    said(talk, "leave")
    assert talk.over
    assert len(Follower(tmp_path / "stick" / "sitting-kept-1.journal").poll().entries) == len(kept)  # type: ignore[union-attr]


def test_what_is_half_typed_in_a_form_is_there_again_whatever_came_between(tmp_path: Path) -> None:
    path = made(tmp_path, script=f"{OPEN}\n:take 7")
    with Kept.open(path, "jo") as kept:
        talk = Conversation(Sitting(kept, "jo"))
        said(talk, "+ m", "Mina Maple")
        assert "kept for when you come back" in said(talk, "stop")
        assert "What was typed here is back" in said(talk, "+ m")
        assert "Maple" in said(talk, "+ m") or talk.hand.step is not None
        said(talk, "stop")
        # Another verb between, and a paragraph, take nothing of it.
        said(talk, "o e", "The roof leaks.", "")
        assert "Mina Maple" in said(talk, "+ m")
        # The line is lost in the middle of it.
    with Kept.open(path, "jo") as kept:
        talk = Conversation(Sitting(kept, "jo"))
        assert "kept for when you come back" in " ".join(talk.begin())
        assert "Mina Maple" in said(talk, "+ m")
        assert "thrown away" in said(talk, "drop")
        assert "Maple" not in said(talk, "+ m")


def test_a_text_that_was_left_is_offered_where_it_belongs_and_enter_takes_it(talk: Conversation) -> None:
    said(talk, "= d", "for want of a plan")
    assert "kept" in said(talk, "stop")
    assert "Enter alone takes “for want of a plan”" in said(talk, "= d")
    assert "for want of a plan" in said(talk, "")
    said(talk, "")
    assert kinds(talk) == ["OutcomeDeclared"]
    # Recorded, it is offered no more.
    assert "for want of a plan" not in said(talk, "= d")
    assert said(talk, "stop") == "Left; nothing is recorded."
