"""Each rule of the rule book is explained, and something stands behind each: a check, or why there is none."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

import pytest

from clerk.explanations import in_order
from clerk.rules.book import CHECKED
from clerk.rules.explanations import RuleExplanation, rule_explanations, severities_of
from clerk.setup.settings import KEYS
from clerk.shorthand.verbs import VERBS
from tests.rules.halls import OPEN, hall, held, judged
from tests.rules.test_every_rule import CASES

RULES = rule_explanations()
EACH = pytest.mark.parametrize(("id_", "rule"), RULES.items(), ids=list(RULES))


def test_what_is_checked_is_explained() -> None:
    assert set(CHECKED) <= set(RULES)


@EACH
def test_something_stands_behind_it(id_: str, rule: RuleExplanation) -> None:
    assert [id_ in CHECKED, bool(rule.worked_out), bool(rule.informs)].count(True) == 1
    assert all(sentence.endswith(".") for sentence in (rule.worked_out, rule.informs) if sentence)


@EACH
def test_it_says_what_it_is_and_where_it_comes_from(id_: str, rule: RuleExplanation) -> None:
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.what.endswith((".", ".”"))
    assert len(rule.what) > 25
    assert rule.sources
    assert all(text.endswith(".") for _, text in rule.sources)


@EACH
def test_what_it_names_is_there(id_: str, rule: RuleExplanation) -> None:
    assert rule.verbs
    assert set(rule.verbs.split()) <= set(VERBS)
    assert set(rule.settings.split()) <= set(KEYS)


def test_every_setting_bears_on_a_rule() -> None:
    assert set(KEYS) == {key for rule in RULES.values() for key in rule.settings.split()}


def test_no_number_is_left_out() -> None:
    sections: dict[str, list[int]] = {}
    for letters, number in map(in_order, RULES):
        sections.setdefault(letters, []).append(number)
    for letters, numbers in sections.items():
        first = 0 if letters == "U" else 1
        assert sorted(numbers) == list(range(first, first + len(numbers))), letters


@cache
def _said(rule: str) -> tuple[str, ...]:
    return tuple(finding.text for case in CASES if case.rule == rule for finding in case.found())


@EACH
def test_the_sentence_shown_is_like_one_that_is_found(id_: str, rule: RuleExplanation) -> None:
    found = _said(id_)
    assert bool(rule.says) == bool(found)
    if found:
        near = max(SequenceMatcher(None, rule.says, text).ratio() for text in found)
        assert near > 0.6, f"it says: {', '.join(found)}"


def test_severities_are_told_worst_first() -> None:
    assert severities_of("Q5") == ("HARD", "WARN")
    assert severities_of("Q3") == severities_of("Q99") == ()


def test_a_rule_is_found_only_as_severely_as_it_is_entered() -> None:
    for case in CASES:
        meeting = held(case.bad if case.plain else OPEN + case.bad, hall(**case.at), *case.events)
        for finding in set(judged(meeting, case.history)) - set(meeting.problems):
            assert finding.severity in CHECKED[finding.rule], finding
