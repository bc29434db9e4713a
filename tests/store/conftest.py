"""What the store's tests share: a new meeting, and disks that fail on demand."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from keeping import NAME, Fail

from store import disk
from store.journal import Journal, create
from store.tables import JournalDB


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new journal with no entries."""
    path = tmp_path / f"{NAME}.journal"
    create(path, NAME)
    return path


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    journal = Journal(path)
    yield journal
    journal.close()


@pytest.fixture
def db(journal: Journal) -> JournalDB:
    return JournalDB(journal)


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """``fail("sync")`` makes that request to the disk fail once; ``times`` more often, ``part`` after so many bytes."""

    def make(what: str, code: int = errno.ENOSPC, *, times: int = 1, part: int | None = None) -> None:
        real = getattr(disk, what)
        calls = iter(range(times if part is None else times + 1))

        def failing(*args: Any) -> Any:
            call = next(calls, None)
            if call is None:
                return real(*args)
            if call == 0 and part is not None:
                return real(args[0], args[1][:part])
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(disk, what, failing)

    return make
