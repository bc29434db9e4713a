"""An evening minuted on disk, and `clerk` to run on it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from screens.cli.main import cli
from tests.cli.running import Clerk
from tests.transcripts.evening import SCRIPT, TOML


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty library, and an empty folder to stand in."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "home"


@pytest.fixture
def clerk(home: Path) -> Clerk:
    """Runs `clerk` with arguments; `typed` is what comes in on standard input."""

    def run(*arguments: object, typed: str | bytes = "") -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed, prog_name="clerk")

    return run


@pytest.fixture
def parks(clerk: Clerk) -> str:
    """The name of a meeting with an exempt session from 18:55 to 19:20."""
    name = clerk("new", "-", typed=TOML).stdout.strip()
    played = clerk("play", name, "-", typed=SCRIPT)
    assert played.exit_code == 0, played.output
    return name


@pytest.fixture
def plain(clerk: Clerk) -> str:
    """The name of the same meeting without its exempt session."""
    name = clerk("new", "-", typed=TOML.replace("exempt = true, ", "")).stdout.strip()
    script = SCRIPT.replace(":@18:55 exclude items=3 para=3\n", "").replace(":@19:20 readmit\n", "")
    played = clerk("play", name, "-", typed=script)
    assert played.exit_code == 0, played.output
    return name
