"""Each of the rule book's ids is accounted for: checked, worked out, or known with the reason."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from clerk.rules import CHECKED, INFORMING, WORKED_OUT, what_of
from tests.rules.halls import OPEN, hall, held, judged
from tests.rules.test_every_rule import CASES

SECTIONS = {
    "Q": 13, "A": 12, "AP": 11, "D": 17, "C": 7, "M": 26, "V": 28, "PP": 14, "MI": 5, "T": 5, "X": 8, "N": 14, "R": 3,
    "CI": 2,
}  # fmt: skip
IDS = {f"{letters}{number}" for letters, count in SECTIONS.items() for number in range(1, count + 1)} | {
    f"U{number}" for number in range(4)
}
RULE_BOOK = (
    Path(os.environ.get("CLERK_REFERENCE") or Path(__file__).parents[3] / "shared" / "reference") / "procedure.md"
)


def test_there_are_169() -> None:
    assert len(IDS) == 169


def test_each_is_accounted_for_once() -> None:
    tables = (CHECKED, WORKED_OUT, INFORMING)
    assert set().union(*tables) == IDS
    assert sum(map(len, tables)) == len(IDS)


@pytest.mark.skipif(not RULE_BOOK.is_file(), reason="the rule book is not beside this checkout")
def test_they_are_those_of_the_rule_book() -> None:
    heads = re.findall(r"^\*\*([A-Z]{1,2}\d+) — ", RULE_BOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(heads) == len(set(heads)) == 169
    assert set(heads) == IDS


@pytest.mark.parametrize("rule", sorted({**WORKED_OUT, **INFORMING}))
def test_what_is_not_checked_says_why(rule: str) -> None:
    assert what_of(rule).endswith((".", ")."))
    assert len(what_of(rule)) > 30


def test_what_is_checked_says_how_severely() -> None:
    assert what_of("Q5") == "checked: HARD, WARN"
    assert what_of("Q99") == ""


def test_a_rule_is_found_only_as_severely_as_it_is_entered() -> None:
    for case in CASES:
        meeting = held(case.bad if case.plain else OPEN + case.bad, hall(**case.at), *case.events)
        for finding in set(judged(meeting, case.history)) - set(meeting.problems):
            assert finding.severity in CHECKED[finding.rule], finding
