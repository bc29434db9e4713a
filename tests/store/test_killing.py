"""A writer killed at any moment has lost nothing it had said was recorded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench import kill


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked")
def test_twenty_killed_writers_lose_nothing(tmp_path: Path) -> None:
    toll = kill.run(20, tmp_path, seed=11)
    assert toll.clean, str(toll)
    assert toll.kills == 20
    assert toll.acknowledged, "no writer lived to record anything, however busy the machine: nothing was tried"
