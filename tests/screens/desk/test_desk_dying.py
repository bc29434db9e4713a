"""Ends of the program that nobody chose, in a real terminal: the desk reopens where it stood."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.screens.desk.at_the_desk import made
from tests.screens.looking import Tmux
from tests.support.minute import OPEN

ROOT = Path(__file__).parents[3]
SCRIPT = f"{OPEN}\n:take 6\n:amend elm fir -- That they be halved.\n:take 7"

FAULTY = """
import sys
sys.path.insert(0, {root!r})
from screens.desk.commands.own_votes import OwnVote

def fails(meeting, item):
    exempt = meeting
    raise ValueError(f"the price was secret: {{exempt}}")

OwnVote.step = staticmethod(fails)
from screens.cli.main import main
sys.argv[1:] = ["open", "sitting"]
main()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made(tmp_path, script=SCRIPT)
    return tmp_path


def clerk(home: Path, *, width: int = 120, command: str = "") -> Tmux:
    run = command or shlex.join([sys.executable, "-B", "-m", "clerk", "open", "sitting", "--by", "jo"])
    # Where COLUMNS is set it would be believed before the terminal.
    env = {"CLERK_HOME": str(home), "PYTHONPATH": str(ROOT), "COLUMNS": ""}
    return Tmux(run, width, 30, env=env, cwd=home)


def kept_words(home: Path, words: str) -> None:
    """Waits until these words are in the file beside the journal."""
    file = home / "meetings" / "sitting.words"
    end = time.monotonic() + 10
    while not (file.exists() and words in json.dumps(json.loads(file.read_bytes()), ensure_ascii=False)):
        assert time.monotonic() < end, file.read_text() if file.exists() else "no words are kept"
        time.sleep(0.02)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGHUP"])
def test_it_reopens_where_it_stood(home: Path, name: str) -> None:
    number = getattr(signal, name)
    with clerk(home) as tmux:
        tmux.wait_for("Boathouse Repairs")
        tmux.send_keys("Left")
        tmux.wait_for("(taken)")
        tmux.type("The roof [/b] le")
        tmux.wait_for("The roof [/b] le")
        if name == "SIGKILL":
            kept_words(home, "The roof [/b] le")
        os.kill(tmux.pid(), number)
        assert tmux.exit_code() == 128 + number
    with clerk(home) as tmux:
        screen = tmux.wait_for("The words you were typing")
        assert "The roof [/b] le" in screen
        assert "(taken)" in screen
        assert "If carried:" in screen
        if name == "SIGKILL":
            assert "All 6 entries are kept. The words you were typing are here." in " ".join(screen.split())
        tmux.type("aks.")
        tmux.send_keys("Enter", "Escape")
        tmux.wait_for("The roof [/b] leaks.")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0
    assert b"The roof [/b] leaks." in (home / "meetings" / "sitting.journal").read_bytes()


def test_an_edit_and_words_left_behind_come_back_too(home: Path) -> None:
    with clerk(home) as tmux:
        tmux.wait_for("Boathouse Repairs")
        tmux.type("A thou")
        tmux.send_keys("Escape")
        tmux.wait_for("the words are kept")
        tmux.type("mef")
        tmux.wait_for("Ctrl+S when done")
        tmux.type(" more")
        kept_words(home, " more")
        os.kill(tmux.pid(), signal.SIGKILL)
    with clerk(home) as tmux:
        screen = tmux.wait_for("The words you were typing")
        assert "£2,000. more" in screen
        tmux.send_keys("C-s")
        tmux.wait_for("A2 · The amendment")
        tmux.type("t")
        tmux.wait_for("A thou")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0


def test_a_second_desk_is_told_who_has_the_meeting(home: Path) -> None:
    with clerk(home) as tmux:
        tmux.wait_for("Boathouse Repairs")
        with clerk(home) as second:
            assert second.exit_code() == 1
            said = " ".join(second.capture().split())
            assert "sitting is open already, at the desk of jo" in said
            assert "“clerk chair sitting”" in said
        tmux.type("ue")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0


def test_a_fault_says_nothing_of_the_meeting(home: Path, tmp_path: Path) -> None:
    program = tmp_path / "faulty.py"
    program.write_text(FAULTY.format(root=str(ROOT)))
    with clerk(home, command=shlex.join([sys.executable, "-B", str(program)])) as tmux:
        tmux.wait_for("Boathouse Repairs")
        tmux.type("k")
        screen = tmux.wait_for("clerk stopped because of a fault")
        assert tmux.exit_code() not in (0, None)
        screen = tmux.capture()
        assert "saved" in screen
        for secret in ("secret", "Boathouse", "Ash", "repairs"):
            assert secret not in screen
    with clerk(home) as tmux:
        tmux.wait_for("Boathouse Repairs")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0
