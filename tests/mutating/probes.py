"""Which tests come by the places of faults: a probe is put at each place, all in one copy, and the tests are run once.

A probe says in which test it was come by, also where a program that the test has begun comes by it: pytest names the
test in the environment, which a program inherits.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.mutating.faults import Chosen

_PROBE = """
def _come_by(place, _known=set()):
    import os
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
    if (place, test) not in _known:
        _known.add((place, test))
        try:
            with open({told!r}, "ab", buffering=0) as file:
                file.write(f"{{place}}\\t{{test}}\\n".encode())
        except Exception:
            pass

"""
_PLUGIN = "tests.mutating.timing"


def with_probes(source: str, places: list[tuple[int, Chosen]], told: Path) -> str:
    """The source of a file with a probe at each fault's place, which writes the number and the test into the file told.
    What runs when the file is loaded has no test of its own: its probe stands in every function of the file."""
    functions = _functions(source)
    probes: list[_Probe] = []
    for number, one in places:
        call, fault = f"_come_by({number})", one.fault
        around = [place for place in functions if place.start <= fault.start < place.end]
        if not around:
            probes += [place.probe(call) for place in functions]
        elif _is_statement(fault.was):
            probes.append(_Probe(fault.start, fault.start, f"{call}; ", ""))
        elif _loads(_with_all(source, [exact := _Probe(fault.start, fault.end, f"({call} or (", "))")])):
            probes.append(exact)
        else:
            # A number in a pattern (`case 1:`) can hold no call.
            probes.append(max(around).probe(call))
    probed = _with_all(source, probes)
    head = _end_of_head(probed)
    return probed[:head] + _PROBE.format(told=str(told)) + probed[head:]


class _Probe(NamedTuple):
    """What is put before and after the source from start to end."""

    start: int
    end: int
    before: str
    after: str


def _with_all(source: str, probes: list[_Probe]) -> str:
    """The source with probes, of which one may lie within another."""
    opening = [(one.start, 1, -(one.end if one.after else len(source)), one.before) for one in probes]
    closing = [(one.end, 0, -one.start, one.after) for one in probes if one.after]
    parts, behind = [], 0
    for place, _, _, text in sorted(opening + closing):
        parts += [source[behind:place], text]
        behind = place
    return "".join([*parts, source[behind:]])


class _Function(NamedTuple):
    """Where the first statement of a function begins, after what it says of itself, how far it stands in, and where the
    function ends."""

    start: int
    end: int
    indent: int

    def probe(self, call: str) -> _Probe:
        return _Probe(self.start, self.start, f"{call}\n{' ' * self.indent}", "")


def _is_statement(text: str) -> bool:
    try:
        ast.parse(f"({text})", mode="eval")
    except SyntaxError:
        return True
    return False


def _loads(source: str) -> bool:
    try:
        compile(source, "probed", "exec")
    except SyntaxError:
        return False
    return True


def _offsets(source: str) -> list[int]:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _functions(source: str) -> list[_Function]:
    """The functions of a file that a statement can be put into."""
    starts = _offsets(source)
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            if body and body[0].lineno != node.lineno and not getattr(body[0], "decorator_list", None):
                first = body[0]
                begins = starts[first.lineno - 1] + first.col_offset
                found.append(_Function(begins, starts[node.end_lineno or 0], first.col_offset))
    return found


def _end_of_head(source: str) -> int:
    """Behind what a file says of itself and its imports of the future."""
    starts = _offsets(source)
    end = 0
    for node in ast.parse(source).body:
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not (future or said):
            break
        end = starts[node.end_lineno or 0]
    return end


def measured(tree: Path, faults: list[Chosen]) -> tuple[list[set[str]], dict[str, float]]:
    """Puts the probes into the copy, runs every test there once, and takes them out: by fault the tests that came by
    it, and the seconds of each test that passed."""
    told, took = tree.parent / "come-by", tree.parent / "seconds"
    told.touch()
    by_file: dict[str, list[tuple[int, Chosen]]] = defaultdict(list)
    for number, one in enumerate(faults):
        by_file[one.file].append((number, one))
    sources = {file: (tree / file).read_text(encoding="utf-8") for file in by_file}
    for file, places in by_file.items():
        (tree / file).write_text(with_probes(sources[file], places, told), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tree), "CLERK_TESTS_SECONDS": str(took)}
    subprocess.run([sys.executable, "-m", "pytest", "-p", _PLUGIN], cwd=tree, env=environment, check=False)
    for file, source in sources.items():
        (tree / file).write_text(source, encoding="utf-8")
    found: list[set[str]] = [set() for _ in faults]
    for line in told.read_text(encoding="utf-8").splitlines():
        number, _, test = line.partition("\t")
        found[int(number)].add(test)
    seconds: dict[str, float] = json.loads(took.read_text(encoding="utf-8")) if took.exists() else {}
    for one, tests in zip(faults, found, strict=True):
        if not _functions(sources[one.file]):
            # What only says what things are shows itself anywhere.
            tests.update(seconds)
    return found, seconds
