"""Declarations, and what each does to the quorum and to the vote on its item."""

import pytest

from clerk.meeting.quorum import quorum
from tests.support.minute import OPEN, minute

VOTE_ON_7 = "\n:take 7\n:put\n"


def barred(declaration: str) -> dict[str, str]:
    return dict(minute(OPEN + declaration + VOTE_ON_7).puts[0].barred)


@pytest.mark.parametrize(
    ("declaration", "why"),
    [
        (":declare elm 7 -- allotment holder", ""),
        (":declare elm 7 kind=dpi -- owns the boathouse", "pecuniary interest"),
        (":declare elm 7 kind=dpi effect=stayed -- owns the boathouse", "pecuniary interest"),
        (":declare elm 7 kind=dpi effect=disp -- owns the boathouse", ""),
        (":declare elm 7 kind=predet", "predetermined"),
        (":declare elm 7 effect=left", "declared an interest, to leave for it"),
        (':declare elm 7 effect="no vote"', "declared an interest and does not vote"),
        (":declare elm 8 kind=dpi", ""),
        (":declare elm 8+7 kind=dpi", "pecuniary interest"),
        (":declare elm 7 kind=blanket", ""),
    ],
)
def test_who_may_not_vote_and_why(declaration: str, why: str) -> None:
    assert barred(declaration).get("elm", "") == why


def test_an_effect_stated_later_replaces_the_first() -> None:
    assert "elm" in barred(":declare elm 7 kind=dpi -- owns it")
    assert "elm" not in barred(":declare elm 7 kind=dpi -- owns it\n:declare elm 7 kind=dpi effect=dispensation")


def test_two_interests_of_different_kinds_both_stand() -> None:
    assert "elm" in barred(":declare elm 7 kind=dpi\n:declare elm 7 -- is also a neighbour")


def test_a_group_declares_together() -> None:
    meeting = minute(OPEN + ":declare harbour 7 -- members of the boat club")
    assert len(meeting.declarations) == 5
    assert {declaration.items for declaration in meeting.declarations} == {("i7",)}


def test_who_is_out_of_the_room_does_not_vote() -> None:
    meeting = minute(OPEN + ":out oak" + VOTE_ON_7)
    assert dict(meeting.puts[0].barred) == {"oak": "not in the room"}


def test_a_non_voting_co_optee_does_not_vote() -> None:
    meeting = minute(':person lane name="Di Lane" kind=co-optee voting=no\n:seat lane for=elm\n' + OPEN + VOTE_ON_7)
    assert dict(meeting.puts[0].barred) == {"lane": "non-voting member"}
    assert quorum(meeting).have == 10


def test_the_quorum_of_an_item_leaves_out_who_withdraws_for_it() -> None:
    meeting = minute(OPEN + ":declare elm,fir 7 kind=dpi")
    assert quorum(meeting).have == 11
    assert (quorum(meeting, "i7").have, quorum(meeting, "i7").withdrawn) == (9, 2)
    assert quorum(meeting, "i8").have == 11


def test_entitlement_is_that_of_the_moment_the_vote_was_taken() -> None:
    meeting = minute(OPEN + ":take 7\n:put\n:out oak\n:vote 10 0 0\n:declare elm 7 kind=dpi\n:in oak")
    assert len(meeting.votes["v1"].entitled) == 10
    assert meeting.votes["v1"].unanimous


def test_questions_of_several_items_want_entitlement_to_all() -> None:
    meeting = minute(OPEN + ":declare elm 8 kind=dpi\n:take 7\n:put r7+r8")
    assert dict(meeting.puts[0].barred) == {"elm": "pecuniary interest"}


def test_a_declaration_recorded_late_tells_in_its_place() -> None:
    late = minute(OPEN + ":take 7\n:put\n:vote 10 0 0\n:@<e4 declare elm 7 kind=dpi")
    assert late.puts[0].barred == (("elm", "pecuniary interest"),)
    assert late.votes["v1"].unanimous
    assert "elm" in late.puts[0].shown  # what the screen showed then is kept


def test_a_declaration_of_somebody_no_longer_known_is_a_problem_and_of_anybody_else_is_none() -> None:
    script = ':person wren name="Ada Wren" kind=member\n:declare elm,wren 7 -- allotment holders\n'
    assert minute(OPEN + script).problems == ()
    without = minute(f"{OPEN}{script}:undo e4\n")
    assert [problem.text for problem in without.problems] == ["A declaration names wren, who is no longer recorded."]
