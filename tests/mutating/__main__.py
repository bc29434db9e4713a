"""Puts small faults into random lines of the program, one at a time, runs the tests that come by them, and tells which
faults none of them noticed: `python -m tests.mutating --seed 7 --count 300`.

The faults are chosen first, and every test is run once with a probe at the place of each: that says which tests come by
it. Then each fault is put into a copy and tried in a process of its own, forked from one that has the libraries loaded.
"""

from __future__ import annotations

import argparse
import compileall
import contextlib
import importlib
import itertools
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.mutating.faults import PACKAGES, ROOT, Chosen, chosen
from tests.mutating.probes import measured

HEAVY = ("pytest", "textual.pilot", "docx", "lxml.etree", "jinja2", "click", "arrow")
LONGEST = 40
"""Seconds that the tests of one fault may take by what was measured. A fault that makes them take three times as long
is noticed."""
Trial = tuple[Chosen, list[str]]


def tests_for(one: Chosen, came_by: set[str], took: dict[str, float]) -> list[str]:
    """The tests to be run for a fault: those named like its file first, then the quickest, as many as there is time
    for. Of a file without a function, which only says what things are, any test may tell."""
    subject = Path(one.file).stem
    ordered = sorted(came_by & took.keys(), key=lambda test: (subject not in test, took[test], test))
    spent = list(itertools.accumulate(took[test] for test in ordered))
    return [test for test, total in zip(ordered, spent, strict=True) if total <= LONGEST] or ordered[:1]


def noticed(trial: Trial) -> bool:
    """Whether a test fails once the fault is in this process's copy."""
    one, tests = trial
    file = _TREE[0] / one.file
    stood, source = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(one.fault.put_into(source), encoding="utf-8")
    try:
        return fails(_TREE[0], tests)
    finally:
        file.write_text(source, encoding="utf-8")
        # What was compiled of the file as it stood is good again.
        os.utime(file, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def fails(tree: Path, tests: list[str]) -> bool:
    """Whether a test fails in the copy as it is, or does not come to an end."""
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.alarm(3 * LONGEST)
        _run(tree, tests)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return status != 0


def _run(tree: Path, tests: list[str]) -> None:
    """In the process of a fault: runs the tests and ends."""
    code = 1
    with contextlib.suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CPU, (3 * LONGEST, 3 * LONGEST + 5))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        os.chdir(tree)
        for name in [name for name in sys.modules if name.partition(".")[0] in (*PACKAGES, "tests")]:
            del sys.modules[name]
        sys.path[:] = [str(tree), *(path for path in sys.path if path not in ("", str(ROOT)))]
        os.environ["PYTHONPATH"] = str(tree)
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        import pytest

        code = int(pytest.main(["-q", "-x", "-n0", *tests]))
    os._exit(code)


_TREE: list[Path] = []


def _begin(folder: str) -> None:
    """In each process that tries faults: a copy of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _TREE.append(copied(Path(tempfile.mkdtemp(dir=folder))))


def copied(folder: Path) -> Path:
    """A copy of the program and its tests in the folder, compiled."""
    tree = folder / "tree"
    left = shutil.ignore_patterns(".git", ".venv", ".mypy*", ".ruff*", "__pycache__", "dist", "build")
    shutil.copytree(ROOT, tree, ignore=left)
    if (ROOT.parent / "shared").exists():
        (folder / "shared").symlink_to(ROOT.parent / "shared")
    compileall.compile_dir(tree, quiet=2)
    return tree


def told(trials: list[Trial], until: float, folder: str) -> Iterator[tuple[Trial, bool]]:
    """Each trial with whether the fault was noticed, as many at once as there are processors, until time is over."""
    with multiprocessing.get_context("fork").Pool(initializer=_begin, initargs=(folder,)) as pool:
        for trial, seen in zip(trials, pool.imap(noticed, trials), strict=True):
            yield trial, seen
            if time.monotonic() > until:
                return


def main() -> None:
    """Tries faults until there were enough, or the time is over, and tells of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutating", description=__doc__)
    parser.add_argument("under", nargs="*", default=list(PACKAGES), help="folders or files, such as clerk/rules")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    parser.add_argument("--count", type=int, default=300, help="faults to try")
    parser.add_argument("--minutes", type=float, default=60.0)
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    until = time.monotonic() + 60 * asked.minutes
    for name in HEAVY:
        importlib.import_module(name)
    faults = list(itertools.islice(chosen(asked.under, random.Random(asked.seed)), asked.count))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        (first := Path(folder) / "first").mkdir()
        came_by, took = measured(copied(first), faults)
        trials = [(one, tests_for(one, tests, took)) for one, tests in zip(faults, came_by, strict=True)]
        unrun = [one for one, tests in trials if not tests]
        caught = survived = 0
        for (one, tests), seen in told([trial for trial in trials if trial[1]], until, folder):
            caught, survived = caught + seen, survived + (not seen)
            if not seen:
                print(f"not noticed by {len(tests):4} tests  {one}", flush=True)
    for one in unrun:
        print(f"come by in no test          {one}")
    print(
        f"{caught + survived} faults where tests come by, {caught} noticed ({caught / max(caught + survived, 1):.0%})"
    )
    print(f"{len(unrun)} where no test was seen to come by; seed {asked.seed}")


if __name__ == "__main__":
    main()
