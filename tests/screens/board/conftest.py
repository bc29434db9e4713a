"""What the tests of the page share: an evening, and a server that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens.board.halls import Evening, Served, journal


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    evening = Evening(tmp_path)
    yield evening
    evening.kept.close()


@pytest.fixture
def served(evening: Evening) -> Iterator[Served]:
    served = Served(journal(evening))
    yield served
    served.stop()
