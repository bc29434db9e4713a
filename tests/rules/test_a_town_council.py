"""What is found of a town council: the law of parishes, an interest in an item with parts, the sum of a count."""

from typing import Any

import pytest

from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import held, papers, said

PARTS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Declarations of interest"},
    {"number": 9, "title": "Planning"},
    {"number": "9a", "title": "Port View"},
    {"number": "9b", "title": "Broadmoor"},
    {"number": 10, "title": "Tenders", "exempt": True},
)


def found(script: str, *rules: str, profile: str = "england-parish", body: str = "Pondham Town Council") -> list[str]:
    return said(held(script, papers(items=PARTS, profile=profile, body=body)), *rules)


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        ("england-parish", "with no last day"),
        ("wales-community", "with no last day"),
        ("england", "through 11 March 2037"),
    ],
)
def test_how_long_the_minutes_stay_open_is_the_law_of_the_body(profile: str, says: str) -> None:
    (note,) = found(":close 20:00\n", "N8", profile=profile)
    assert says in note


@pytest.mark.parametrize("style", ["barnet", "county", "parish"])
def test_a_parish_has_confidential_business_and_no_exempt_information(style: str) -> None:
    for profile, there in (("england-parish", True), ("england", False)):
        meeting = held(":take 10\n:exclude items=10\n", papers(items=PARTS, profile=profile))
        restricted = write_text(draft(meeting, shipped_style(style), True))
        assert ("NOT FOR PUBLICATION – confidential business" in restricted) is there
        assert ("NOT FOR PUBLICATION – exempt information" in restricted) is not there


DECLARED = ":declare elm {declared} kind=dpi effect=left -- she lived there\n"
LEFT = ":take 9\n:take 9a\nIt was seen.\n:take 9b\n:out elm interest=yes\nIt was seen.\n:in elm\n:take 10\n"


@pytest.mark.parametrize(("declared", "warnings"), [("9", 0), ("9b", 0), ("10", 1)])
def test_who_declared_in_an_item_and_left_for_a_part_of_it_did_both(declared: str, warnings: int) -> None:
    assert len(found(DECLARED.format(declared=declared) + LEFT, "D4")) == warnings


def test_who_never_left_for_any_part_is_found_still() -> None:
    stayed = LEFT.replace(":out elm interest=yes\n", "").replace(":in elm\n", "")
    assert "was to leave the room for item 9;" in found(DECLARED.format(declared="9") + stayed, "D4")[0]


def test_a_count_that_is_too_high_adds_up_those_who_might_vote() -> None:
    from clerk.saying.votes import unaccounted_line

    declared = ':declare elm 9 kind=non-pecuniary effect="no vote"\n:take 9\n:motion ash yew -- That it be so.\n'
    meeting = held(declared + ":vote 4 1 0 out=elm\n", papers(items=PARTS))
    assert unaccounted_line(meeting, meeting.votes["v1"]) == "4 + 1 + 0 = 5, but 4 may vote"
    meeting = held(declared + ":vote 3 1 0 out=elm\n", papers(items=PARTS))
    assert not unaccounted_line(meeting, meeting.votes["v1"])
    meeting = held(declared + ":vote 3 1 0 out=yew\n", papers(items=PARTS))
    assert unaccounted_line(meeting, meeting.votes["v1"]) == "3 + 1 + 0 + 1 = 5, but 4 may vote"
