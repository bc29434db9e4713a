"""What a member said who was not in the room; the motion to exclude the public, moved at the exempt item itself."""

import pytest

from tests.support.five import ITEMS, held, papers, said

GONE = ":out yew\n:take 2\n"
EXEMPT = (*ITEMS, {"number": 4, "title": "Rents", "exempt": True, "recommendations": ["That rents rise."]})
EXCLUDED = ":exclude items=4 para=3 weighed=yes\n:put\n:vote 4 1 0\n:summary -- Rents were set.\n:readmit"


@pytest.mark.parametrize(
    "line", [":introduce yew", ":ask yew to=reed -- whether it leaked -> it did", ":dispute yew refused -- it be noted"]
)
def test_who_was_out_took_no_part(line: str) -> None:
    found = "WARN A3: Councillor Yew took part in item 2, and was not in the room."
    assert found in said(held(GONE + line), "A3")
    assert found not in said(held(GONE + ":in yew\n" + line), "A3")


def test_an_officer_is_not_looked_for() -> None:
    assert not [line for line in said(held(GONE + ":introduce reed"), "A3") if "took part" in line]


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("that the press and public be excluded", False),
        ("that the public be asked to leave", False),
        ("that we rest", True),
    ],
)
def test_the_motion_to_exclude_stands_before_its_resolution(text: str, hard: bool) -> None:
    script = f":take 4\n:motion elm ash kind=procedural -- {text}\n:vote 5 0 0\n{EXCLUDED}"
    assert bool(said(held(script, papers(EXEMPT)), "X1")) is hard


def test_a_motion_to_exclude_is_no_exclusion() -> None:
    script = ":take 4\n:motion elm ash kind=procedural -- that the public be excluded\n:vote 5 0 0\n:put\n:vote 4 1 0"
    assert said(held(script, papers(EXEMPT)), "X1")
