"""The seeds, and packs read once for all the tests here."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from screens.cli.main import cli
from store.packs import Pack, read_pack

from . import papers, unreadables

SEEDS = Path(os.environ.get("CLERK_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))


@cache
def _read(path: Path) -> Pack:
    pack, failed = read_pack([path])
    assert not failed
    return pack


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Path]:
    """A seed by the beginning of its name; skips where the seeds are not here."""

    def find(year: str) -> Path:
        found = sorted(SEEDS.glob(f"{year}*.txt"))
        if not found:
            pytest.skip(f"the seed of {year} is not here (CLERK_SEEDS names the folder it is in)")
        return found[0]

    return find


@pytest.fixture(scope="session")
def seed_pack(seed: Callable[[str], Path]) -> Callable[[str], Pack]:
    """What is found in a seed. Not to be changed."""
    return lambda year: _read(seed(year))


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """What is found in the invented pack. Not to be changed."""
    path = tmp_path_factory.mktemp("invented") / "pack.txt"
    path.write_text(papers.PACK, encoding="utf-8")
    return _read(path)


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., Pack]:
    """What is found in a text."""

    def read(text: str, name: str = "pack.txt", **more: Any) -> Pack:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        pack, failed = read_pack([path], **more)
        assert not failed, failed
        return pack

    return read


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty library, and an empty folder to stand in."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "home"


@pytest.fixture
def unreadable(tmp_path: Path) -> Callable[[str], Path]:
    """A file that no meeting can be read from, by its name: scan.pdf, password.pdf, cut.pdf and the like."""
    return lambda name: unreadables.make(tmp_path / name)


@pytest.fixture
def clerk(home: Path) -> Callable[..., Result]:
    """Runs `clerk` with arguments."""

    def run(*arguments: object, typed: str = "") -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed, prog_name="clerk")

    return run
