"""Who called for a vote by name, how many did, and a call that too few joined."""

import pytest

from clerk.names import Unclear
from tests.support.five import held, papers, said, under

FOUR_MUST = {"division.committee_min": 4}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (":division elm", "Councillor Dora Elm called for a recorded vote."),
        (":division supporters=3", "Three Members called for a recorded vote."),
        (":division supporters=1", "One Member called for a recorded vote."),
        (":division elm supporters=4", "Councillor Dora Elm, four Members in all, called for a recorded vote."),
        (
            ":division elm refused=yes",
            "Councillor Dora Elm called for a recorded vote, which too few Members supported.",
        ),
    ],
)
def test_who_called_for_it_and_how_many(line: str, told: str) -> None:
    assert under(held(f":take 2\n{line}"), "2").splitlines()[0] == told


@pytest.mark.parametrize("line", [":division", ":division elm,ash supporters=1", ":division supporters=0"])
def test_a_call_by_nobody_or_by_fewer_than_are_named_is_refused(line: str) -> None:
    with pytest.raises(Unclear):
        held(f":take 2\n{line}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (":division elm", "1 called for a division, and 4 must."),
        (":division elm supporters=3", "3 called for a division, and 4 must."),
        (":division elm supporters=4", "A division was called for, and vote v1 is not by name."),
        (":division supporters=4", "A division was called for, and vote v1 is not by name."),
        (":division elm refused=yes", ""),
    ],
)
def test_enough_are_those_who_were_counted(line: str, found: str) -> None:
    meeting = held(f":take 2\n{line}\n:vote 3 2", papers(settings=FOUR_MUST))
    assert [text.partition(": ")[2] for text in said(meeting, "V13")] == ([found] if found else [])
