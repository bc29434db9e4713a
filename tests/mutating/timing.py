"""A plugin of pytest that writes the seconds of every test that passed into the file that CLERK_TESTS_SECONDS names."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

_SECONDS: dict[str, float] = defaultdict(float)
_WITHOUT: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Adds what a test took, beginning and ending with it. What fails or is left out without a fault says nothing of
    one."""
    _SECONDS[report.nodeid] += report.duration
    if not report.passed:
        _WITHOUT.add(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes them, once: the workers have told the session that began them."""
    if not hasattr(session.config, "workerinput") and (file := os.environ.get("CLERK_TESTS_SECONDS")):
        kept = {test: round(took, 3) for test, took in _SECONDS.items() if test not in _WITHOUT}
        Path(file).write_text(json.dumps(kept), encoding="utf-8")
