"""A board with an independent chair, conflicts of interest by their title, and an item that ends without a decision."""

import pytest

from clerk.names import Unclear
from tests.support.five import held, papers, said, under

BOARD = papers(
    (
        {"number": 1, "title": "Conflicts of interest"},
        {"number": 2, "title": "Fees", "recommendations": ["That the fees be set."]},
        {"number": 3, "title": "Talk by the actuary"},
    ),
    body="Weir Pension Board",
    members=[
        {"name": "Ida Lamb", "title": "Mrs", "role": "chair", "kind": "co-optee", "voting": False},
        *({"name": name, "title": "Mr", "kind": "co-optee"} for name in ("Guy Moss", "Rob Teal", "Sid Vane")),
        {"name": "Una Wick", "title": "Ms", "kind": "co-optee", "voting": False},
    ],
)


def test_an_independent_chair_may_preside() -> None:
    assert not said(held(":take 1\n:none\n:take 2\n:vote 3 0 0", BOARD), "C3", "V9")


def test_another_without_a_vote_may_not() -> None:
    found = said(held(":preside wick\n:take 2\n:vote 3 0 0", BOARD), "C3")
    assert found == ["HARD C3: Ms Wick presides, who is no voting member of this body."]


@pytest.mark.parametrize(("cast", "wrong"), [("for", True), ("against", True), ("declined", False)])
def test_a_chair_without_a_vote_has_no_casting_vote(cast: str, wrong: bool) -> None:
    assert bool(said(held(f":take 2\n:vote 1 1 1\n:cast {cast}", BOARD), "C3")) is wrong


def test_conflicts_of_interest_are_declarations() -> None:
    assert not said(held(":take 1\n:none\n:take 2\n:vote 3 0 0\n:close 20:00", BOARD), "D1")
    assert said(held(":take 1\n:take 2\n:vote 3 0 0\n:close 20:00", BOARD), "D1")


def test_no_decision_was_made_where_one_was_asked_for() -> None:
    lost = held(":take 2\n:vote 1 2 0\n:outcome no decision -- the figures were to be checked", BOARD)
    assert "LOST.\nNo decision was made on this item" in under(lost, "2")
    talk = held(":take 3\n:outcome no decision", BOARD)
    assert under(talk, "3") == "No decision was asked for on this item."


@pytest.mark.parametrize(
    ("typed", "nearest"), [("Ned Mossy", "Guy Moss"), ("Ida Lamm", "Ida Lamb"), ("Bo Teel", "Rob Teal")]
)
def test_of_a_whole_name_the_surname_says_who_is_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(Unclear, match=f"Nearest: M(r|rs) {nearest}"):
        held(f':take 2\n:out "{typed}"', BOARD)
