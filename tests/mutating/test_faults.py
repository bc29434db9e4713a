"""The faults that are put into the program to try its tests: each is one change, and the file still loads."""

import ast
import random
from pathlib import Path

import pytest

from tests.mutating.faults import ROOT, Chosen, chosen, equivalent, faults
from tests.mutating.probes import with_probes


@pytest.mark.parametrize(
    ("source", "now"),
    [
        ("if a <= b: pass", {"if a < b: pass", "if (not a <= b): pass"}),
        ("x = a and b", {"x = a or b"}),
        ("x = not a", {"x = a"}),
        ("x = 3", {"x = 4", "x = 2"}),
        ("x = True", {"x = False"}),
        ("x = “é” if a == 1 else b".replace("“", '"').replace("”", '"'), {'x = "é" if a != 1 else b'}),
        ("f(a)\nb = 0", {"pass\nb = 0"}),
        ("x = [a for a in b if a]", {"x = [a for a in b]"}),
        ("x += a", {"pass"}),
        ("x: Literal[1] = a", set()),
        ("class A(B, frozen=True): x = a", set()),
    ],
)
def test_each_kind_of_fault(source: str, now: set[str]) -> None:
    made = {fault.put_into(source) for fault in faults(source)}
    assert {ast.unparse(ast.parse(one)) for one in now} <= {ast.unparse(ast.parse(one)) for one in made}
    assert bool(now) == bool(made)


def test_every_fault_of_a_file_loads_and_is_another_program() -> None:
    source = (ROOT / "clerk" / "times.py").read_text(encoding="utf-8")
    was = ast.dump(ast.parse(source))
    found = faults(source)
    assert len(found) > 50
    assert all(ast.dump(ast.parse(fault.put_into(source))) != was for fault in found)


def test_no_two_stand_in_a_line_and_a_seed_gives_the_same_again() -> None:
    once = list(chosen(["clerk/rules/"], random.Random(7)))
    assert once == list(chosen(["clerk/rules/"], random.Random(7)))
    assert len({(one.file, one.fault.line) for one in once}) == len(once) > 500


def test_what_is_said_to_change_nothing_is_there_with_its_reason() -> None:
    for one in equivalent():
        there = faults((ROOT / one["file"]).read_text(encoding="utf-8"))
        assert (one["line"], one["fault"]) in {(fault.text, fault.said) for fault in there}, one
        assert one["why"].endswith(".")


SOURCE = '''"""What it is."""
from __future__ import annotations
LIMIT = 3
def larger(number: int) -> int:
    """The larger."""
    if number > LIMIT:
        number += 1
    return [one for one in (number,) if one == number or not one][0]
def named(number: int) -> str:
    match number:
        case 1: return "one"
        case _:
            raise ValueError
'''


def test_a_probe_tells_which_test_came_by_each_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(enumerate(Chosen("a.py", fault) for fault in faults(SOURCE)))
    told = tmp_path / "told"
    told.touch()
    loaded: dict[str, object] = {}
    monkeypatch.setenv("PYTEST_CURRENT_TEST", "")
    exec(compile(with_probes(SOURCE, every, told), "a.py", "exec"), loaded)
    assert told.read_text() == ""

    def came_by(test: str, called: str) -> set[str]:
        monkeypatch.setenv("PYTEST_CURRENT_TEST", f"{test} (call)")
        eval(called, loaded)
        lines = [line.partition("\t") for line in told.read_text().splitlines()]
        return {every[int(number)][1].fault.said for number, _, by in lines if by == test}

    few, more = came_by("test_of[a (b)]", "larger(3)"), came_by("test_more", "larger(4)")
    assert more - few == {"number += 1  →  pass", "1  →  0", "1  →  2"}
    assert {"3  →  4", "number > LIMIT  →  (number >= LIMIT)"} <= few
    named = came_by("test_named", "named(1)")
    assert {"1  →  2", "3  →  4"} <= named
    assert not named & {"raise ValueError  →  pass", "number += 1  →  pass"}


@pytest.mark.parametrize("file", ["clerk/times.py", "screens/desk/desk.py", "store/packs/apart.py"])
def test_a_file_with_a_probe_at_every_place_loads(file: str, tmp_path: Path) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")
    every = list(enumerate(Chosen(file, fault) for fault in faults(source)))
    compile(with_probes(source, every, tmp_path), file, "exec")
