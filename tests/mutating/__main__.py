"""Puts small faults into random lines of the program, one at a time, runs the tests that run those lines, and tells
which faults none of them noticed: `python -m tests.mutating --seed 7 --minutes 60`.

Which tests run a line is measured first (`python -m tests.mutating.covering`). The faults are put into a copy; each is
tried in a process of its own, forked from one that has the libraries loaded.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.mutating.covering import seconds, tests_of_lines
from tests.mutating.faults import PACKAGES, ROOT, Chosen, chosen

HEAVY = ("pytest", "textual.pilot", "docx", "lxml.etree", "jinja2", "click", "arrow")
LONGEST = 60
"""Seconds of processor that the tests of one fault may take by what was measured, and twice that in all: a fault that
makes them take longer is noticed."""


def tests_for(one: Chosen, took: dict[str, float]) -> list[str]:
    """The tests to be run for a fault: those of its line, the quickest first, as many as there is time for. A line that
    is run when the file is loaded is of all that run anything in it, or of any where it says only what things are."""
    lines = tests_of_lines(one.file)
    found = lines.get(one.fault.line, set()) - {""}
    if not found and "" in lines.get(one.fault.line, set()):
        found = set().union(*lines.values()) - {""} or set(took)
    subject = Path(one.file).stem
    ordered = sorted((t for t in found if t in took), key=lambda test: (subject not in test, took[test], test))
    total, tests = 0.0, []
    for test in ordered:
        total += took[test]
        if total > LONGEST and tests:
            break
        tests.append(test)
    return tests


def noticed(tree: Path, one: Chosen, tests: list[str]) -> bool:
    """Whether a test fails once the fault is in the copy."""
    file = tree / one.file
    source = file.read_text(encoding="utf-8")
    file.write_text(one.fault.put_into(source), encoding="utf-8")
    try:
        return fails(tree, tests)
    finally:
        file.write_text(source, encoding="utf-8")


def fails(tree: Path, tests: list[str]) -> bool:
    """Whether a test fails in the copy as it is."""
    child = os.fork()
    if child == 0:
        _run(tree, tests)
    _, status = os.waitpid(child, 0)
    return status != 0


def _run(tree: Path, tests: list[str]) -> None:
    """In the process of a fault: runs the tests and ends."""
    code = 1
    with contextlib.suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CPU, (2 * LONGEST, 2 * LONGEST + 5))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.chdir(tree)
        for name in [name for name in sys.modules if name.partition(".")[0] in (*PACKAGES, "tests")]:
            del sys.modules[name]
        sys.path[:] = [str(tree), *(path for path in sys.path if path not in ("", str(ROOT)))]
        os.environ["PYTHONPATH"] = str(tree)
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        import pytest

        code = int(pytest.main(["-q", "-x", "-n0", "-p", "no:randomly", *tests]))
    os._exit(code)


@contextlib.contextmanager
def copy() -> Iterator[Path]:
    """A copy of the program and its tests, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "dist", "build"))
        if (ROOT.parent / "shared").exists():
            (Path(folder) / "shared").symlink_to(ROOT.parent / "shared")
        yield tree


def main() -> None:
    """Tries faults until there were enough, or the time is over, and tells of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutating", description=__doc__)
    parser.add_argument("under", nargs="*", default=list(PACKAGES), help="folders or files, such as clerk/rules")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    parser.add_argument("--count", type=int, default=300, help="faults to try")
    parser.add_argument("--minutes", type=float, default=60.0)
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    for name in HEAVY:
        importlib.import_module(name)
    until, took = time.monotonic() + 60 * asked.minutes, seconds()
    caught: list[Chosen] = []
    survived: list[tuple[Chosen, int]] = []
    unrun: list[Chosen] = []
    with copy() as tree:
        if not took or fails(tree, sorted(took, key=lambda test: took[test])[:50]):
            sys.exit("Without any fault tests fail, or none were measured: python -m tests.mutating.covering")
        for one in chosen(asked.under, random.Random(asked.seed)):
            if len(caught) + len(survived) + len(unrun) >= asked.count or time.monotonic() > until:
                break
            tests = tests_for(one, took)
            if not tests:
                unrun.append(one)
            elif noticed(tree, one, tests):
                caught.append(one)
            else:
                survived.append((one, len(tests)))
                print(f"not noticed by {len(tests):4} tests  {one}", flush=True)
    tried = len(caught) + len(survived)
    for one in unrun:
        print(f"run by no test              {one}")
    print(f"{tried} faults in lines that tests run, {len(caught)} noticed ({len(caught) / max(tried, 1):.0%})")
    print(f"{len(unrun)} in lines that no test was seen to run; seed {asked.seed}")


if __name__ == "__main__":
    main()
