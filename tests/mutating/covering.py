"""Which tests run which lines: `python -m tests.mutating.covering [tests/clerk …]` measures it, and adds it to what was
measured before."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator

import pytest
from coverage import Coverage, CoverageData

from tests.mutating.faults import PACKAGES, ROOT

FOLDER = ROOT / ".mutating"


class _Contexts:
    """Names the test that runs to the coverage that is measured, and keeps which pass and how long each takes."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        began = time.process_time()
        self.seconds[item.nodeid] = 0.0
        yield
        if item.nodeid in self.seconds:
            self.seconds[item.nodeid] = round(time.process_time() - began, 3)
        self._coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            # What fails or is left out without a fault says nothing of one.
            self.seconds.pop(report.nodeid, None)


def measure(paths: list[str]) -> int:
    """Runs tests and adds what they cover; the exit code of pytest."""
    os.chdir(ROOT)
    FOLDER.mkdir(exist_ok=True)
    coverage = Coverage(FOLDER / "coverage", source=list(PACKAGES), branch=False, messages=False)
    if (FOLDER / "coverage").exists():
        coverage.load()
    contexts = _Contexts(coverage)
    coverage.start()
    code = pytest.main(["-q", "-n0", "-p", "no:randomly", *paths], plugins=[contexts])
    coverage.stop()
    coverage.save()
    (FOLDER / "seconds.json").write_text(json.dumps({**seconds(), **contexts.seconds}))
    return int(code)


def seconds() -> dict[str, float]:
    """Seconds of processor that each test took that passed, by its id."""
    file = FOLDER / "seconds.json"
    known: dict[str, float] = json.loads(file.read_text()) if file.exists() else {}
    return known


def tests_of_lines(file: str) -> dict[int, set[str]]:
    """The tests that run each line of a file, by the number of the line; "" is whatever loads it."""
    data = CoverageData(str(FOLDER / "coverage"))
    data.read()
    return {line: set(tests) for line, tests in data.contexts_by_lineno(str(ROOT / file)).items()}


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1:] or ["tests"]))
