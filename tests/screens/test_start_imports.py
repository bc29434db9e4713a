"""What is loaded when the meeting's title stands and when the desk does, in a process and a terminal of its own."""

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")

ROOT = Path(__file__).parents[2]

PROGRAM = """
import os, sys
from pathlib import Path
from textual.app import App
from screens.cli.main import cli

def painted(app):
    shown = type(app.screen).__name__
    file = Path(sys.argv[1], shown)
    if not file.exists():
        file.write_text("\\n".join(sys.modules))
    if shown == "DeskScreen":
        os._exit(0)

App.post_display_hook = painted
cli(["demo"], prog_name="clerk")
"""

WRITING_UP = ("exports", "docx", "lxml", "jinja2")
READING_PAPERS = ("store.packs", "pypdf", "pdfplumber", "pdfminer", "html5lib")
CALENDARS = ("arrow", "holidays", "dateutil")
WANTED_LATER = ("clerk.completion", "clerk.library", "clerk.shorthand.context", "screens.cli.registers", "sqlite3")
"""What the desk wants once its first picture stands, and what only other commands want."""


BEHIND_THE_TITLE = ("clerk.events", "clerk.meeting", "clerk.shorthand", "screens.sitting", "screens.desk.desk")
"""What is read while the title stands."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules loaded at the first picture of each screen, in a file of its name, at the sample's second start."""
    folder = tmp_path_factory.mktemp("start")
    names = folder / "modules"
    for _ in range(2):
        shutil.rmtree(names, ignore_errors=True)
        names.mkdir()
        _start(folder, names)
    return names


@pytest.fixture(scope="module")
def loaded(pictures: Path) -> list[str]:
    """The modules loaded when the desk stands."""
    return (pictures / "DeskScreen").read_text(encoding="utf-8").split("\n")


def _start(folder: Path, names: Path) -> None:
    ours, theirs = pty.openpty()
    env = {**os.environ, "CLERK_HOME": str(folder / "home"), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(names)], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=ROOT
    )
    os.close(theirs)
    said = b""
    try:
        while process.poll() is None and select.select([ours], [], [], 30)[0]:
            said += _read(ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert (names / "DeskScreen").exists(), said.decode("utf-8", "replace")


def _read(fd: int) -> bytes:
    try:
        return os.read(fd, 1 << 16)
    except OSError:  # Linux says so when the other end has closed.
        return b""


def test_the_desk_was_there(loaded: list[str]) -> None:
    assert {"textual", "screens.desk.desk", "store.journal", "clerk.meeting.state"} <= set(loaded)


@pytest.mark.parametrize("later", BEHIND_THE_TITLE)
def test_the_title_waits_for_nothing_that_the_desk_is_made_of(pictures: Path, loaded: list[str], later: str) -> None:
    assert later in loaded
    assert later not in (pictures / "Opening").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("heavy", [*WRITING_UP, *READING_PAPERS, *CALENDARS, *WANTED_LATER])
def test_nothing_is_loaded_that_the_first_picture_does_not_need(loaded: list[str], heavy: str) -> None:
    assert not [name for name in loaded if name == heavy or name.startswith(f"{heavy}.")]


def test_the_stock_widgets_that_are_slow_to_load_are_not(loaded: list[str]) -> None:
    assert "textual.widgets._markdown" not in loaded
    assert "screens.kit.field" not in loaded
    assert "screens.kit.palette" not in loaded
    assert "clerk.rules.book" not in loaded
