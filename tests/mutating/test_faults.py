"""The faults that are put into the program to try its tests: each is one change, and the file still loads."""

import ast
import random

import pytest

from tests.mutating.faults import ROOT, chosen, equivalent, faults


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
