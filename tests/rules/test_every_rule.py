"""Each rule that is HARD or WARN: something that it finds, and the same without it."""

from __future__ import annotations

import pytest

from clerk.rules.book import CHECKED
from tests.rules import cases_of_papers, cases_of_questions, cases_of_the_room
from tests.rules.cases import Case

CASES = (*cases_of_the_room.CASES, *cases_of_questions.CASES, *cases_of_papers.CASES)


def test_every_hard_and_every_warning_has_a_case() -> None:
    wanted = {
        f"{rule}-{severity}" for rule, severities in CHECKED.items() for severity in severities if severity != "NOTE"
    }
    assert {case.name for case in CASES if case.severity != "NOTE"} == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_found(case: Case) -> None:
    found = case.found()
    assert found
    for finding in found:
        assert finding.text[0].isupper() or finding.text[0] in "“0123456789mrA"
        assert finding.text.endswith((".", "?"))
        assert len(finding.text) <= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_not_found_without_cause(case: Case) -> None:
    assert case.found_in_good() == []
