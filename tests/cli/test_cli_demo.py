"""`clerk demo`, its sample meeting, `clerk verbs`, `clerk keys`, and the help of every command."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from textual import events

from clerk import events as happened
from clerk.meeting.state import Meeting
from clerk.shorthand.verbs import VERBS
from screens.cli.keys import KeysApp
from screens.cli.main import cli
from screens.cli.trying import sample, sample_meeting
from store.library import Library
from tests.cli.running import Clerk
from tests.screens.looking import text
from tests.seed.playing import play


@pytest.fixture(scope="module")
def evening() -> Meeting:
    """The sample meeting, played."""
    return play(sample_meeting(), sample("meeting.txt"))


def test_check_plays_the_sample_and_writes_both_drafts(clerk: Clerk, home: Path) -> None:
    checked = clerk("demo", "--check", "--to", ".")
    assert checked.exit_code == 0, checked.stderr
    assert checked.stdout.endswith("All is well.\n")
    word, plain = sorted(Path().iterdir())
    assert (word.suffix, plain.suffix) == (".docx", ".txt")
    assert any("Education and Libraries" in paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert plain.read_text(encoding="utf-8").endswith("The meeting finished at 9.04 pm\n")
    assert not home.exists()


def test_check_makes_a_folder_of_its_own(clerk: Clerk) -> None:
    checked = clerk("demo", "--check")
    written = [Path(line.removeprefix("Written: ")) for line in checked.stdout.splitlines() if "Written" in line]
    assert len(written) == 2
    assert all(path.is_file() for path in written)
    assert not list(Path().iterdir())


def test_check_says_where_there_is_no_folder(clerk: Clerk) -> None:
    checked = clerk("demo", "--check", "--to", "nowhere")
    assert checked.exit_code == 1
    assert "There is no folder nowhere." in checked.stderr


def test_demo_opens_a_sample_of_today_as_it_was_left(clerk: Clerk, home: Path, desk: list[tuple[Any, ...]]) -> None:
    today = date.today().isoformat()
    for arguments in ((), (), ("--afresh",)):
        assert clerk("demo", *arguments).exit_code == 0
    assert [name for _, name, *_ in desk] == [f"{today}-elc", f"{today}-elc", f"{today}-elc-2"]
    assert not Library(home).meetings()
    assert clerk("play", "demo", "-", typed=":open 19:00\n:close 19:01\n").exit_code == 0
    assert clerk("demo").exit_code == 0
    assert desk[-1][1] == f"{today}-elc-3"
    assert clerk("chair", "demo").exit_code == 0
    assert desk[-1] == ("chair", f"{today}-elc-3", False)


def test_the_sample_is_rich_enough_to_try_every_key() -> None:
    meeting = sample_meeting()
    kinds = Counter(item.kind for item in meeting.items)
    assert (len(meeting.seats), len(meeting.items), len(meeting.substitutes)) == (11, 14, 2)
    assert {"minutes", "absence", "declarations", "monitoring officer", "public", "urgent", "forward plan"} <= set(
        kinds
    )
    assert len({person.group for person in meeting.people if person.group}) == 3
    assert len({seat.letter for seat in meeting.seats}) == 11
    assert any(item.exempt for item in meeting.items)


def test_the_sample_evening_makes_sense(evening: Meeting) -> None:
    assert not evening.problems
    assert not evening.open_questions
    assert evening.course == "closed"
    states = Counter(question.state for question in evening.questions.values() if question.kind == "amendment")
    assert states["carried"] == 2
    assert states["lost"] == 1
    assert {vote.method for vote in evening.votes.values()} == {"counted", "named", "unanimous", "assent"}
    for vote in evening.votes.values():
        put = next(put for put in evening.puts if put.event == vote.put)
        if vote.method == "counted":
            assert (vote.votes_for or 0) + (vote.against or 0) + (vote.abstained or 0) == len(put.entitled)


def test_the_sample_evening_uses_many_kinds_of_event(evening: Meeting) -> None:
    kinds = {type(placed.event) for placed in evening.events}
    wanted = {
        happened.ApologyReceived,
        happened.Substituted,
        happened.Declared,
        happened.Arrived,
        happened.Left,
        happened.AmendmentMoved,
        happened.MotionMoved,
        happened.QuestionDisposed,
        happened.CastingVote,
        happened.OwnVote,
        happened.ActionAgreed,
        happened.PublicExcluded,
        happened.PublicSummary,
        happened.PublicReadmitted,
        happened.Flagged,
        happened.Invited,
        happened.PersonMet,
    }
    assert wanted <= kinds


def test_verbs_lists_the_shorthand(clerk: Clerk) -> None:
    listed = clerk("verbs")
    assert listed.exit_code == 0
    assert all(verb.usage in listed.stdout for verb in VERBS.values())


@pytest.mark.parametrize("command", [[], *([name] for name in cli.commands)], ids=lambda command: " ".join(command))
def test_every_command_has_help_with_an_example(clerk: Clerk, command: list[str]) -> None:
    helped = clerk(*command, "--help")
    assert helped.exit_code == 0
    assert f"Example: clerk {command[0]}" in helped.stdout if command else "Exit codes: 0 good" in helped.stdout


def test_version(clerk: Clerk) -> None:
    assert clerk("--version").stdout.startswith("clerk")


async def test_keys_are_shown_and_not_acted_on() -> None:
    app = KeysApp()
    async with app.run_test(size=(70, 20)) as pilot:
        await pilot.press("a", "tab", "ctrl+p", "f1", "ctrl+c", "left_square_bracket")
        app.post_message(events.Paste("[/b]"))
        await pilot.pause()
        shown = text(app)
        for line in ("a  types a", "tab  types nothing", "ctrl+p", "f1", "ctrl+c", "types [", "4 characters"):
            assert line in shown
        await pilot.press("ctrl+q")
    assert app.return_code == 0
