"""One resolution once (A9), elections (A7), and findings that were false or missed (E)."""

from typing import Any

import pytest

from tests.support.five import ITEMS, held, papers, said, text_of, under
from tests.support.minute import minute


def test_an_outcome_that_repeats_the_vote_is_not_printed_again() -> None:
    printed = under(held(":take 2\n:vote 4 1 0\n:outcome approved"), "2")
    assert printed.count("RESOLVED") == 1


def test_a_rider_joins_the_resolution() -> None:
    rider = under(held(":take 2\n:vote 4 1 0\n:outcome approved -- Subject to a survey of newts."), "2")
    assert "RESOLVED – the recommendation was approved, subject to a survey of newts." in rider
    alone = under(held(":take 2\n:outcome approved -- subject to a survey of newts"), "2")
    assert "APPROVED, subject to a survey of newts." in alone


def test_the_reasons_of_a_refusal_join_it_too() -> None:
    printed = under(held(":take 2\n:vote 4 1 0 to=refusal\n:outcome refused -- loss of light"), "2")
    assert printed.count("REFUSED") == 1
    assert "for the following reasons: loss of light." in printed


@pytest.mark.parametrize("twice", [":take 1\n:none\n:none", ":take 1\n:none\nNone."])
def test_none_is_printed_once(twice: str) -> None:
    assert under(held(twice), "1").count("None") == 1


def test_none_does_not_stay_above_a_declaration() -> None:
    printed = under(held(":take 1\n:none\n:declare ash 2 kind=dpi"), "1")
    assert "None." not in printed


def test_a_typed_resolution_that_repeats_is_printed_once() -> None:
    printed = under(held(":take 2\n:vote 4 1 0\nRESOLVED – the recommendation was approved."), "2")
    assert printed.count("RESOLVED") == 1


def test_a_typed_resolution_after_a_loss_is_hard() -> None:
    lost = held(":take 2\n:vote 1 4 0\nRESOLVED – that the ponds be dredged.")
    assert any(line.startswith("HARD V26") for line in said(lost, "V26"))
    other = held(":take 2\n:vote 4 1 0\nIt was resolved that the library be closed on Sundays.")
    assert any(line.startswith("WARN V26") for line in said(other, "V26"))
    figures = held(":take 2\n:vote 4 1 0\nRESOLVED by 3 votes to 2 that the ponds be dredged.")
    assert any(line.startswith("WARN V26") for line in said(figures, "V26"))
    for fine in ("RESOLVED – that the ponds be dredged.", "“RESOLVED that the moon be cheese” had been in the paper."):
        assert not said(held(":take 2\n:vote 4 1 0\n" + fine), "V26")


ELECTION: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Election of Chairman"},
    {"number": 2, "title": "Election of Vice-Chairman"},
    {"number": 3, "title": "Bees", "recommendations": ["That the hives be moved."]},
)


def test_a_ballot_is_to_the_post_that_was_nominated_for() -> None:
    script = ":take 2\n:nominate elm ash yew to=Treasurer\n:nominate green yew ash to=Treasurer\n"
    script += ":ballot elm 3 green 2 elected=elm"
    printed = text_of(held(script, papers(ELECTION)))
    assert "Ballot for Treasurer" in printed or "ballot for Treasurer" in printed
    assert "Dora Elm be appointed as Treasurer" in printed
    named = text_of(held(":take 2\n:nominate elm ash yew\n:ballot elm", papers(ELECTION)))
    assert "Dora Elm as Vice-Chairman" in named
    assert "Dora Elm be appointed as Vice-Chairman" in named


def test_a_committee_may_begin_with_nobody_presiding_until_it_has_elected() -> None:
    members = [{"name": name} for name in ("Tom Oak", "Dora Elm", "Ivo Ash", "Petra Yew", "Hugh Green")]
    setup = papers(ELECTION, members=members)
    begun = ":open 18:30\n:present rest\n:take 1\n:nominate elm ash yew\n:nominate oak green yew\n"
    meeting = minute(begun + ":ballot elm 3 oak 2 elected=elm presides=yes\n:take 3\n:vote 5 0 0", setup)
    assert not said(meeting, "C1")
    assert said(minute(":open 18:30\n:present rest\n:take 3\n:vote 5 0 0", setup), "C1")


def test_a_tied_ballot_left_unresolved_is_hard() -> None:
    tied = ":take 1\n:nominate elm ash yew\n:nominate green yew ash\n:ballot elm 2 green 2 abstain=1\n"
    assert any("left unresolved" in line for line in said(held(tied, papers(ELECTION)), "C4"))
    for end in (":ballot elm 3 green 2 elected=elm", ""):
        script = tied + end if end else tied.replace("abstain=1", "abstain=1 elected=elm by=casting")
        assert not any("left unresolved" in line for line in said(held(script, papers(ELECTION)), "C4"))


def test_a_procedural_motion_at_the_budget_is_not_a_vote_on_it() -> None:
    items = ({"number": 2, "title": "Budget", "budget": True, "recommendations": "That the budget be set."},)
    setup = papers(items, body="Thornmere Borough Council", settings={"body.kind": "council"})
    for kind in ("procedural", "suspension", "closure"):
        assert not said(held(f":take 2\n:motion elm ash kind={kind} -- That it be so.\n:vote 4 1 0", setup), "V15")
    assert said(held(":take 2\n:motion elm ash -- That it be nil.\n:vote 4 1 0", setup), "V15")


def test_the_quorum_of_a_vote_is_that_of_the_vote() -> None:
    gone = ":take 2\n:put\n:out elm,ash,yew\n:vote {} 0 0"
    assert not said(held(gone.format(2)), "Q5")
    setup = papers(quorum=3)
    assert any("HARD" in line for line in said(held(gone.format(2), setup), "Q5"))


def test_a_town_council_has_its_own_quorum() -> None:
    from clerk.meeting.quorum import needed

    setup = papers(body="Millside Town Council", settings={"body.kind": "council", "council.seats": 63}, quorum=None)
    assert needed(held("", setup)) == 3


def test_two_motions_that_end_in_the_same_words_have_a_result_each() -> None:
    script = ":take 2\n:vote 1 4 0\n:motion oak elm -- That the ponds be filled.\n:vote 3 2 0\n"
    script += ":motion ash yew -- That a fence be built.\n:vote 4 1 0\n"
    assert under(held(script), "2").count("RESOLVED – the motion was approved.") == 2


def test_two_members_items_at_one_item_have_a_result_each_and_say_it_once() -> None:
    script = ":take 2\n:memberitem elm -- That a bench be bought\n:put\n:vote 3 2 0\n"
    script += ":memberitem ash -- to plant a hedge\n:put\n:vote carried\n"
    text = under(held(script, papers((ITEMS[0], {"number": 2, "title": "Members' Items"}))), "2")
    assert text.count("RESOLVED – the request was agreed.") == 1
    assert text.count("RESOLVED – the request was declared carried.") == 1
    assert "was declared CARRIED" not in text


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (
            ":out yew,green\n:nominate elm ash oak\n:ballot elm 5",
            "HARD V23: 5 voted on the post of Vice-Chairman, and 3",
        ),
        (":nominate elm ash oak\n:ballot elm 3 yew 2 elected=elm", "WARN V23: Not nominated for Vice-Chairman"),
        (
            ":nominate elm ash none\n:ballot elm",
            "WARN V23: Councillor Elm is elected Vice-Chairman, and the nomination",
        ),
        (
            ":nominate elm ash oak\n:nominate yew oak ash\n:nominate ash elm yew\n:ballot elm 2 yew 2 ash 1",
            "HARD C4: The ballot for Vice-Chairman was a tie",
        ),
    ],
)
def test_a_ballot_is_of_those_nominated_by_those_who_are_there(script: str, found: str) -> None:
    assert any(line.startswith(found) for line in said(held(f":take 2\n{script}", papers(ELECTION)), "V23", "C4"))


def test_whoever_a_ballot_elected_takes_the_chair_as_elected() -> None:
    members = [{"name": name} for name in ("Tom Oak", "Dora Elm", "Ivo Ash", "Petra Yew", "Hugh Green")]
    begun = ":open 18:30\n:present rest\n:take 1\n:nominate elm ash yew\n:ballot elm 4 elected=elm\n:preside elm\n"
    meeting = minute(f"{begun}:take 3\n:vote 5 0 0", papers(ELECTION, members=members))
    assert not said(meeting, "C1")
    assert "Councillor Dora Elm  4" in text_of(meeting)


@pytest.mark.parametrize(
    ("extent", "printed"),
    [
        ("", "Councillor Dora Elm was elected to the Chair as the Chairman was late."),
        ("for=item", "For the duration of the item only, Councillor Dora Elm was elected to the Chair as"),
        ("for=now", "Councillor Dora Elm was elected to the Chair for the time being as"),
        ("for=meeting", "Councillor Dora Elm was elected to chair the meeting as"),
    ],
)
def test_whoever_was_elected_to_the_chair_is_said_to_have_been(extent: str, printed: str) -> None:
    script = f":take 2\n:preside elm {{}} {extent} -- as the Chairman was late"
    assert printed in under(held(script.format("elected=yes")), "2")
    assert "elected" not in under(held(script.format("")), "2")


def test_a_ballot_has_said_who_was_elected_to_the_chair() -> None:
    script = ":take 1\n:nominate elm ash yew\n:ballot elm 4 elected=elm\n:preside elm elected=yes"
    printed = under(held(script, papers(ELECTION)), "1")
    assert printed.endswith("be appointed as Chairman.\nCouncillor Dora Elm took the Chair.")


def test_a_vote_of_which_the_law_wants_the_names_has_them() -> None:
    assert said(held(":take 2\n:vote 4 1 0 statutory=yes"), "V15") == [
        "HARD V15: Of vote v1 the law wants every name, and it is not by name."
    ]
    assert not said(held(":take 2\n:vote named against=ash rest=for statutory=yes"), "V15")
    items = ({"number": 2, "title": "Budget", "budget": True, "recommendations": "That the budget be set."},)
    council = papers(items, body="Thornmere Borough Council", settings={"body.kind": "council"})
    assert len(said(held(":take 2\n:vote 4 1 0 statutory=yes", council), "V15")) == 1
