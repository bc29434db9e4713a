"""A Member's own vote is minuted, and the vote counted again: it stands below the last count, held against that."""

import pytest

from tests.support.five import held, said, under

ASKED = ":take 2\n:vote 3 2 0\n:record yew against\n"
SENTENCE = "Councillor Petra Yew’s vote against was recorded at that Member’s request."


def test_an_own_vote_stands_below_the_count_that_stands() -> None:
    meeting = held(ASKED + ":vote 4 1 0 recount=v1")
    assert under(meeting, "2").endswith(f"4    1        0\nRESOLVED – the recommendation was approved.\n{SENTENCE}")
    assert not said(meeting, "V12")
    assert meeting.votes["v2"].own_votes == (("yew", "against"),)


@pytest.mark.parametrize("recount", [":vote 5 0 0 recount=v1", ":vote named against=ash rest=for recount=v1"])
def test_a_recount_that_cannot_hold_it_is_hard(recount: str) -> None:
    (line,) = said(held(ASKED + recount), "V12")
    assert line.startswith("HARD V12: Councillor Yew is minuted as having voted against, ")


def test_it_is_printed_once_where_it_was_asked_for_again() -> None:
    printed = under(held(ASKED + ":vote 4 1 0 recount=v1\n:record yew against"), "2")
    assert printed.count(SENTENCE) == 1
    assert under(held(ASKED), "2").endswith(SENTENCE)


def test_of_two_who_asked_alike_before_a_recount_one_sentence_tells() -> None:
    printed = under(held(ASKED + ":record ash against\n:record elm for\n:vote 3 2 0 recount=v1"), "2")
    assert "The votes against of Councillor Petra Yew and Councillor Ivo Ash were recorded at" in printed
    assert printed.count("recorded at") == 2
