"""The chair's view follows what the desk writes, and leaves no trace beside it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import looking
import pytest
from looking import Tmux
from sitting_beside import AMEND, HERE, Desk, seen

from screens.chair.app import open_chair
from screens.chair.watching import TOO_NEW, Watching


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Everything in a folder, with what is in it and when it was last written."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


async def test_what_the_desk_records_appears_while_it_is_watched(desk: Desk) -> None:
    desk.write(*HERE)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        desk.write(":out ash")
        await seen(pilot)
        assert "9 of 11 in the room" in looking.flat(app)
        desk.write(AMEND, ":vote 6 2 1")
        await seen(pilot)
        assert "is carried: 6 for, 2 against, 1 abstained." in looking.flat(app)
        desk.write(":undo")
        await seen(pilot)
        assert "carried:" not in looking.flat(app)
        desk.write(":close 21:19")
        await seen(pilot)
        assert "The meeting closed at 9.19 pm." in looking.flat(app)


async def test_nothing_is_written_and_nobody_is_kept_out(desk: Desk) -> None:
    desk.write(*HERE)
    folder = desk.path.parent.parent
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        desk.write(":out ash")
        before = files(folder)
        await seen(pilot)
        await pilot.press("t", "down", "question_mark", "escape")
        await seen(pilot)
        assert files(folder) == before
    assert files(folder) == before


def test_a_quiet_meeting_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(*HERE)
    watching = Watching(desk.path)

    def refuse(*_: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr("builtins.open", refuse)
    assert not watching.look()


def test_every_entry_comes_once_and_the_meeting_is_the_desk_s(desk: Desk) -> None:
    watching = Watching(desk.path)
    for line in (*HERE, AMEND, ":vote 6 3 1", ":undo", ":@19:30 out elm"):
        desk.write(line)
        assert watching.look()
        assert watching.meeting == desk.sitting.meeting
    assert not watching.look()


async def test_a_journal_that_vanishes_is_missed_and_its_last_state_kept(desk: Desk) -> None:
    desk.write(*HERE)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        away = desk.path.rename(desk.path.with_suffix(".away"))
        await seen(pilot)
        text = looking.flat(app)
        assert "cannot be read just now" in text
        assert "What is shown may be old." in text
        assert "10 of 11 in the room" in text
        away.rename(desk.path)
        desk.write(":out ash")
        await seen(pilot)
        text = looking.flat(app)
        assert "cannot be read" not in text
        assert "9 of 11 in the room" in text


async def test_a_damaged_journal_is_said_to_be_and_its_last_state_kept(desk: Desk) -> None:
    desk.write(*HERE)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        with desk.path.open("ab") as file:
            file.write(b'{"n": "nonsense"}\n')
        await seen(pilot)
        text = looking.flat(app)
        assert "is damaged after line" in text
        assert "10 of 11 in the room" in text


async def test_what_this_version_cannot_read_is_said(desk: Desk) -> None:
    desk.write(*HERE)
    watching = Watching(desk.path)
    desk.kept.append({"recorded": "2019-06-11T20:00:00", "by": "jo", "events": [{"is": "FromTheFuture"}]})
    assert watching.look()
    assert watching.message == TOO_NEW
    assert watching.meeting.item_taken == "i2"
    out = {"is": "Left", "person": "ash"}
    desk.kept.append({"recorded": "2019-06-11T20:00:00", "by": "jo", "events": [out]})
    assert watching.look()
    assert watching.message == TOO_NEW
    assert "ash" not in watching.meeting.in_room


def test_where_there_is_no_meeting_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert open_chair(tmp_path / "2019-06-11-none.journal") == 1
    said = capsys.readouterr().err
    assert "2019-06-11-none.journal" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_journal_is_not_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.journal"
    path.write_text("a shopping list\n", encoding="utf-8")
    assert open_chair(path) == 1
    assert "cannot be opened as a meeting" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal here")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143)])
def test_a_closed_window_ends_it_cleanly(desk: Desk, number: int, code: int) -> None:
    desk.write(*HERE)
    program = f"import sys; from pathlib import Path; from screens.chair.app import open_chair; sys.exit(open_chair(Path({str(desk.path)!r})))"  # noqa: E501
    before = files(desk.path.parent)
    with Tmux(f'{sys.executable} -c "{program}"', cwd=Path(__file__).parents[3]) as terminal:
        terminal.wait_for("10 of 11 in the room")
        desk.write(":out ash")
        terminal.wait_for("9 of 11 in the room")
        before = files(desk.path.parent)
        os.kill(terminal.pid(), number)
        assert terminal.exit_code() == code
    assert files(desk.path.parent) == before
