"""Which room may know which, and what loading a room may load."""

import ast
import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

import screens.desk
from tests.constraints import FILE, needed

ROOT = Path(__file__).parent.parent
PACKAGES = ("clerk", "store", "exports", "screens")

LOAD = """
import importlib, json, pkgutil, sys
for room in sys.argv[1:]:
    package = importlib.import_module(room)
    for module in pkgutil.walk_packages(package.__path__, room + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""


def loaded(*rooms: str) -> set[str]:
    """What is in memory once every module of these rooms is, in a Python of its own."""
    command = [sys.executable, "-c", LOAD, *rooms]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {name.split(".")[0] for name in json.loads(run.stdout)}


def test_the_meeting_loads_nothing_but_msgspec() -> None:
    heavy = {
        "textual",
        "rich",
        "arrow",
        "holidays",
        "tinydb",
        "docx",
        "jinja2",
        "click",
        "lxml",
        "store",
        "exports",
        "screens",
    }
    modules = loaded("clerk")
    assert not modules & heavy
    assert "msgspec" in modules


@pytest.mark.parametrize("room", ["store", "exports"])
def test_keeping_and_writing_up_load_no_screen(room: str) -> None:
    assert not loaded(room) & {"textual", "rich", "screens"}


def test_the_arrows_between_the_rooms() -> None:
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "2 kept, 0 broken" in run.stdout


def test_no_module_comes_round_to_itself() -> None:
    """Late imports and those for types alone are counted: who reads a module has to read what it names."""
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # `python -m clerk` is the front door, below which the whole program stands.
    del imports["clerk.__main__"]
    assert len(list(TopologicalSorter(imports).static_order())) > 300  # CycleError names the circle


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (ROOT / package).rglob("*.py")


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in sources()}
    assert {file: length for file, length in lengths.items() if length > 400} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = {
        f"{file.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {function: length for function, length in lengths.items() if length > 60} == {}


def test_the_desk_is_made_of_pieces_and_not_of_ancestors() -> None:
    for module in pkgutil.walk_packages(screens.desk.__path__, "screens.desk."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and kind.__module__ == module.name:
                ours = [above for above in kind.__mro__[1:] if above.__module__.partition(".")[0] in PACKAGES]
                assert len(ours) <= 2, f"{module.name}.{kind.__name__}"


def test_what_the_tests_run_with_is_written_down() -> None:
    pinned = {line.partition("==")[0] for line in FILE.read_text(encoding="utf-8").splitlines()}
    assert set(needed()) <= pinned, "Run `python -m tests.constraints`."
