"""How an app ends: left, told to end, closed, or by a fault."""

from __future__ import annotations

import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from looking import Tmux

from screens.kit.crash import FAULT, describe

ROOT = Path(__file__).parents[3]

PROGRAM = """
import os, sys
sys.path[:0] = [{here!r}, {root!r}]
from pathlib import Path
from kit_demo import DemoApp
from screens.kit.app import run_app

out = Path(sys.argv[1])

class Ending(DemoApp):
    def on_key(self, event):
        secret = "exempt business"
        if event.key == "f8":
            raise ValueError(secret)
        if event.key == "f9":
            os.write(2, b"native noise")

code = run_app(Ending(log=out / "fault.log", on_dying=lambda number: (out / "dying").write_text(str(number))))
(out / "code").write_text(str(code))
print("ended with", code)
sys.exit(code)
"""


@pytest.fixture
def command(tmp_path: Path) -> str:
    script = tmp_path / "ending.py"
    script.write_text(PROGRAM.format(here=str(Path(__file__).parent), root=str(ROOT)))
    return shlex.join([sys.executable, "-B", str(script), str(tmp_path)])


def test_it_ends_where_its_terminal_is_gone_and_nobody_says_so(command: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        shlex.split(command),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(theirs)
    seen = b""
    while b"Library hours" not in seen:
        assert select.select([ours], [], [], 30)[0], seen
        seen += os.read(ours, 1 << 16)
    os.close(ours)
    process.wait(30)
    assert (tmp_path / "code").read_text() == str(128 + signal.SIGHUP)
    assert (tmp_path / "dying").read_text() == str(int(signal.SIGHUP))
    assert not (tmp_path / "fault.log").exists()


def test_ctrl_c_does_not_end_it_and_ctrl_q_does(command: str) -> None:
    with Tmux(command) as tmux:
        tmux.wait_for("Library hours")
        tmux.send_keys("C-c")
        tmux.wait_for("Ctrl+Q leaves")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0


def test_native_noise_does_not_reach_the_screen(command: str) -> None:
    with Tmux(command) as tmux:
        tmux.wait_for("Library hours")
        tmux.send_keys("F9", "u")
        assert "native noise" not in tmux.wait_for("All 8 for")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_told_to_end_it_ends_cleanly(command: str, tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    with Tmux(command) as tmux:
        tmux.wait_for("Library hours")
        os.kill(tmux.pid(), number)
        assert tmux.exit_code() == 128 + number
        assert (tmp_path / "dying").read_text() == str(int(number))
        tmux.wait_for("ended with")


def test_closing_the_window_ends_it_cleanly(command: str, tmp_path: Path) -> None:
    with Tmux(command) as tmux:
        tmux.wait_for("Library hours")
    for _ in range(200):
        if (tmp_path / "code").exists():
            break
        time.sleep(0.02)
    assert (tmp_path / "dying").read_text() == str(int(signal.SIGHUP))
    assert (tmp_path / "code").read_text() == str(128 + signal.SIGHUP)


def test_a_fault_says_one_sentence_and_nothing_of_the_meeting(command: str, tmp_path: Path) -> None:
    with Tmux(command, width=120) as tmux:
        tmux.wait_for("Library hours")
        tmux.send_keys("F8")
        assert tmux.exit_code() == 1
        screen = tmux.wait_for("ended with 1")
    assert FAULT in screen
    assert "exempt" not in screen
    assert "Traceback" not in screen
    log = (tmp_path / "fault.log").read_text()
    assert "builtins.ValueError" in log
    assert "ending.py" in log
    assert "exempt" not in log


def test_a_fault_is_described_by_where_it_arose_and_what_made_it() -> None:
    try:
        try:
            raise OSError(28, "No space left", "/meetings/exempt")
        except OSError as error:
            raise RuntimeError("exempt") from error
    except RuntimeError as error:
        said = describe(error)
    assert "builtins.RuntimeError\n" in said
    assert "builtins.OSError 28\n" in said
    assert "exempt" not in said


def test_fast_typing_at_home_becomes_a_paragraph_not_commands(command: str) -> None:
    with Tmux(command) as tmux:
        tmux.wait_for("Library hours")
        tmux.type("Motion put and voted out")
        assert "Say [/b]" in tmux.wait_for("Motion put and voted out")
        tmux.send_keys("Enter")
        tmux.paste("One\nTwo\nThree")
        tmux.wait_for("Three")
        assert "+  Motion put" in tmux.wait_for("+  Two")
        tmux.resize(20, 5)
        tmux.wait_until_gone("Library hours")
        tmux.resize(80, 24)
        tmux.wait_for("+  Two")


def test_the_terminals_cursor_is_where_the_words_are(command: str) -> None:
    with Tmux(command) as tmux:
        screen = tmux.wait_for("√ Carried")
        tmux.send_keys("Down")
        tmux.wait_for("›4")
        row = next(number for number, line in enumerate(screen.splitlines()) if "! Recorded" in line)
        assert tmux.cursor()[1] == row
