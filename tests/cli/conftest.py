"""What the command line's tests share: a home of their own, a way to run `clerk`, a desk that only notes its name."""

from __future__ import annotations

import sys
import tempfile
import types
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from screens.cli import saying
from screens.cli.main import cli
from tests.cli.running import TOML, Clerk


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
    """The name of a small meeting."""
    return clerk("new", "-", typed=TOML).stdout.strip()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Stands in for the desk and the chair's view; lists how each was opened."""
    opened: list[tuple[Any, ...]] = []
    monkeypatch.setattr(saying, "in_a_terminal", lambda: True)

    def open_desk(kept: Any, by: str, **options: Any) -> int:
        opened.append(("desk", kept.name, by, options))
        return 0

    def open_chair(path: Path, public: bool, **options: Any) -> int:
        opened.append(("chair", path.stem, public))
        return 0

    for name, function in (("desk", open_desk), ("chair", open_chair)):
        module = types.ModuleType(f"screens.{name}.app")
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return opened
