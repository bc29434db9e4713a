"""Random meetings that go into private: no word of it comes out, and what is public does not depend on it.

`python -m tests.torture leaks 10000` tries as many meetings as one likes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.meeting import exempt
from clerk.meeting.doors import Doors
from screens.cli.main import cli
from tests.exports import at_random
from tests.exports.at_random import Found, pair, tried
from tests.exports.public_forms import public_forms
from tests.screens.desk.at_the_desk import made
from tests.support.minute import minute

PAIRS = 50
"""Of two meetings each; every tenth in Word and PDF too."""


@pytest.mark.parametrize("first", range(0, PAIRS, 5))
def test_nothing_private_is_public_nor_can_be_told_from_what_is(first: int) -> None:
    for number in range(first, first + 5):
        tried(number, heavy=number % 25 == 0)


@pytest.mark.parametrize(("number", "seed"), [(1045, 285150866), (4337, 98381867)])
def test_a_vote_that_lies_beneath_what_was_freed_stands_nowhere(number: int, seed: int) -> None:
    # An amendment of an exempt item, its vote hidden, beside one that was freed.
    tried(number, seed)


def _finds(most: int = 60) -> bool:
    for number in range(most):
        try:
            tried(number)
        except Found:
            return True
    return False


def test_it_finds_a_question_that_loses_its_privacy_where_it_is_put(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exempt, "questions_of", lambda event, votes: ())
    assert _finds()


def test_it_finds_what_becomes_public_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_random, "say_back", lambda meeting, events: "Put right.")
    assert _finds()


def test_it_finds_what_becomes_public_with_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exempt, "may_unveil", lambda entry, known: False)
    assert _finds()


def test_it_finds_doors_that_do_not_close(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Doors, "hide", lambda self, event, items: False)
    assert _finds(5)


def test_it_finds_labels_that_count_what_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    from clerk.meeting import openly

    monkeypatch.setattr(openly, "_relabelled", lambda events: events)
    assert _finds()


def test_every_file_that_is_handed_over_is_in_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    script = ":open 19:00\n:present rest\n:take 8\nIt was debated.\n:close 21:00"
    made(tmp_path / "home", script=script)
    done = CliRunner().invoke(cli, ["handover", "sitting", "--to", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    files = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert files <= {name for name, _ in public_forms(minute(script))}


def test_a_pair_differs_in_private_alone() -> None:
    one, other = pair(3)[0]
    assert one.meeting.entries != other.meeting.entries
    assert one.meeting.course == other.meeting.course == "closed"
