"""An evening minuted on disk, and `clerk` to run on it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import clerk, home
from tests.cli.running import Clerk
from tests.transcripts.evening import SCRIPT, TOML

__all__ = ["clerk", "home", "parks", "plain"]


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
