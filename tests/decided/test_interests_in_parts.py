"""An interest in an item is one in each of its parts, and one in a part is in that part alone (D3, D4, FM-09)."""

import pytest

from clerk.meeting.state import Meeting
from tests.support.five import held, papers, said, under

PARTS = papers(
    items=(
        {"number": "1", "title": "Declarations"},
        {"number": "2", "title": "Roads"},
        {"number": "2a", "title": "Mill Road", "recommendations": "That the bollards stay."},
        {"number": "2b", "title": "Hill Road", "recommendations": "That the kerb be lowered."},
        {"number": "3", "title": "Parks", "recommendations": "That the hedge be cut."},
    )
)
IN_ALL = ":take 1\n:declare elm 2 kind=dpi effect=left -- her house\n"
IN_ONE = ":take 1\n:declare elm 2a kind=dpi effect=left -- her house\n"


def after(script: str) -> Meeting:
    return held(script, PARTS)


def test_an_interest_in_an_item_bars_from_a_vote_on_its_part() -> None:
    meeting = after(f"{IN_ALL}:take 2\n:take 2a\n:vote unanimous\n:take 3")
    assert "Having declared an interest, Councillor Dora Elm did not vote." in under(meeting, "2a")
    assert said(meeting, "D4") == ["WARN D4: Councillor Elm was to leave the room for item 2; that is not recorded."]
    counted = after(f"{IN_ALL}:take 2a\n:vote named against=elm rest=for\n:take 3")
    assert [line for line in said(counted) if line.startswith("HARD") and "Elm" in line]


def test_an_interest_in_a_part_bars_from_no_other() -> None:
    meeting = after(f"{IN_ONE}:take 2b\n:vote unanimous\n:take 3\n:vote unanimous")
    assert "did not vote" not in under(meeting, "2b")
    assert not said(meeting, "D4")


@pytest.mark.parametrize(
    ("script", "wanting"),
    [
        (":out elm interest=yes\n:take 2\n:take 2a\n:vote unanimous\n:take 2b\n:vote unanimous\n:in elm\n:take 3", []),
        (":take 2a\n:out elm interest=yes\n:vote unanimous\n:in elm\n:take 2b\n:vote unanimous\n:take 3", []),
        (":take 2a\n:vote unanimous\n:take 2b\n:vote unanimous\n:take 3", ["2"]),
        (":take 2\nMembers spoke.\n:take 3", ["2"]),
    ],
)
def test_it_is_found_once_unless_the_member_left_for_a_part(script: str, wanting: list[str]) -> None:
    found = said(after(IN_ALL + script), "D4")
    assert [line.split("item ")[1].split(";")[0] for line in found] == wanting
