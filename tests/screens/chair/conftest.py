"""A meeting that is written while the chair's view follows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sitting_beside import Desk

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    from sitting_beside import Desk

    desk = Desk(tmp_path)
    yield desk
    desk.close()
