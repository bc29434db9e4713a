"""Votes without figures, figures as given, and whose result a vote is (A3, A4, A5, A8)."""

import pytest

from clerk.names import Unclear
from tests.support.five import at_desk, held, papers, said, text_of, under

EXEMPT = (
    {"number": 2, "title": "Ponds", "recommendations": ["That the ponds be dredged.", "That it be done by May."]},
)


def test_declared_without_figures() -> None:
    lost = held(":take 2\n:put\n:vote lost\n:close 20:00")
    assert lost.votes["v1"].state == "lost"
    assert "The recommendation was declared LOST." in under(lost, "2")
    assert not said(lost, "V9", "V8")
    assert said(lost, "M19")
    carried = held(":take 2\n:vote carried")
    assert "RESOLVED – the recommendation was declared CARRIED." in under(carried, "2")
    assert "unanimous" not in under(carried, "2")
    assert "agreed" not in under(carried, "2")


@pytest.mark.parametrize(("how", "printed"), [("carried", "CARRIED"), ("lost", "LOST")])
def test_a_motion_and_an_amendment_declared(how: str, printed: str) -> None:
    motion = held(f":take 2\n:motion elm ash -- That ducks be fed.\n:vote {how}")
    assert f"{printed} – the motion was declared {how}." in under(motion, "2")
    amendment = held(f":take 2\n:amend elm ash add -- That ducks be fed.\n:vote {how}")
    assert f"{printed} – the amendment was declared {how}." in under(amendment, "2")
    assert (said(amendment, "M10") != []) is False  # still in hand


def test_a_declared_amendment_must_still_be_put_as_amended() -> None:
    assert said(held(":take 2\n:amend elm ash add -- That ducks be fed.\n:vote carried\n:take 3"), "M10")


def test_a_count_that_is_unanimous_prints_its_figures() -> None:
    counted = under(held(":take 2\n:vote 5 0 0"), "2")
    assert "For  Against  Abstained" in counted
    assert "RESOLVED – the recommendation was unanimously approved." in counted
    assert "Against" not in under(held(":take 2\n:vote unanimous"), "2")


@pytest.mark.parametrize("vote", ["4 1 0 figures=3-2-0", "unanimous figures=4-1-0", "named rest=for figures=4-1-0"])
def test_announced_figures_are_compared_on_every_vote(vote: str) -> None:
    assert said(held(f":take 2\n:vote {vote}"), "V14")


@pytest.mark.parametrize("vote", ["4 1 0 figures=4-1-0", "unanimous figures=5-0-0", "named rest=for figures=5-0"])
def test_announced_figures_that_agree(vote: str) -> None:
    assert not said(held(f":take 2\n:vote {vote}"), "V14")


def test_a_vote_is_of_the_item_in_hand() -> None:
    meeting = held(":take 2\n:put\n:take 3\n:vote unanimous")
    assert meeting.votes["v1"].questions == ("r3",)
    assert meeting.questions["r2"].state == "put"
    assert "was unanimously approved" not in under(meeting, "2")


def test_what_was_left_elsewhere_is_reached_by_its_label_and_prints_there() -> None:
    meeting = held(":take 2\n:motion elm ash -- That ducks be fed.\n:take 3\n:vote 3 2 0 of=m1")
    assert "CARRIED – the motion was approved." in under(meeting, "2")
    assert "CARRIED" not in under(meeting, "3")
    with pytest.raises(Unclear, match="Open elsewhere, by its label: m1"):
        held(":take 2\n:motion elm ash -- That ducks be fed.\n:take 1\n:vote 3 2 0")


def test_one_that_was_not_seconded_is_not_put() -> None:
    with pytest.raises(Unclear, match="m1 was not seconded"):
        held(":take 2\n:motion elm none -- That ducks be fed.\n:vote 3 2 0 of=m1")


def test_two_amendments_in_a_row_are_to_the_question() -> None:
    two = ":take 2\n:amend elm ash add -- That ducks be fed.\n:amend yew green add together=yes -- That swans be.\n"
    meeting = held(two)
    assert [meeting.questions[label].parent for label in ("A1", "A2")] == ["r2", "r2"]
    nested = held(
        ":take 2\n:amend elm ash add -- That ducks be fed.\n:amend yew green on=A1 words=first at=2 -- fed -> shown"
    )
    assert nested.questions["A2"].parent == "A1"
    printed = under(held(two + ":vote 4 1 0 of=A1\n:vote 1 4 0 of=A2"), "2")
    assert "CARRIED – the amendment of Councillor Dora Elm was agreed." in printed
    assert "LOST – the amendment of Councillor Petra Yew was not agreed." in printed


def test_two_open_amendments_of_one_member() -> None:
    two = ":take 2\n:amend elm ash add -- That ducks be fed.\n:amend elm green add together=yes -- That swans be.\n"
    assert "LOST – the second amendment of Councillor Dora Elm was not agreed." in under(
        held(two + ":vote 1 4 0 of=A2"), "2"
    )


def test_an_amendment_and_one_to_it_in_one_vote() -> None:
    script = (
        ":take 2\n:amend elm ash add -- That ducks be fed.\n:amend yew green on=A1 words=first at=2 -- fed -> shown\n"
        ":put A1+A2\n:vote 2 3 0\n"
    )
    for given in (script, script.replace(":put A1+A2\n:vote 2 3 0", ":vote 2 3 0 of=A1+A2")):
        meeting = held(given)
        printed = under(meeting, "2")
        assert printed.count("For  Against  Abstained") == 1
        assert (
            "LOST – the amendment of Councillor Dora Elm and the amendment of Councillor Petra Yew were not agreed."
            in printed
        )
        assert not said(meeting, "M7")


def test_a_motion_with_its_amendment_in_one_vote() -> None:
    script = ":take 2\n:motion elm ash -- That ducks be fed.\n:amend yew green at=1 words=first -- fed -> shown\n"
    meeting = held(script + ":vote 4 1 0 of=m1+A1")
    assert meeting.questions["m1"].state == meeting.questions["A1"].state == "carried"
    printed = under(meeting, "2")
    assert "CARRIED – the amendment was agreed." in printed
    assert "That ducks be shown." in printed
    assert printed.count("For  Against  Abstained") == 1
    assert not said(meeting, "M7", "M10")


def test_en_bloc_prints_under_each_item() -> None:
    meeting = held(":take 2\n:put r2+r3\n:vote 4 1 0")
    for item, text in (("2", "That the ponds be dredged."), ("3", "That the hives be moved.")):
        printed = under(meeting, item)
        assert text in printed
        assert printed.count("RESOLVED – the recommendation was approved.") == 1
    assert "hives" not in under(meeting, "2")


def test_who_is_barred_on_one_of_the_items_cannot_vote_on_the_whole() -> None:
    meeting = held(":declare ash 3 kind=dpi\n:take 2\n:put r2+r3\n:vote 4 0 0")
    assert "ash" not in meeting.votes["v1"].entitled
    assert any("put item 3 by itself" in line.lower() for line in said(meeting, "M21"))
    assert not said(held(":take 2\n:put r2+r3\n:vote 5 0 0"), "M21")


def test_a_recount_prints_under_the_item_of_the_vote_counted_again() -> None:
    meeting = held(":take 2\n:vote 2 3 0\n:take 3\n:vote 3 2 0 recount=v1")
    assert "RESOLVED – the recommendation was approved." in under(meeting, "2")
    assert under(meeting, "3") == ""


def test_withdrawn_and_fallen_are_what_was_moved() -> None:
    for verb, state in (("withdraw", "withdrawn"), ("fell", "fell")):
        meeting = held(
            f":take 2\n:motion elm ash -- That ducks be fed.\n:amend yew green text -- That swans be fed.\n:{verb}"
        )
        assert meeting.questions["A1"].state == state
        with pytest.raises(Unclear, match="Nothing is open"):
            held(f":take 2\n:{verb}")
        assert held(f":take 2\n:{verb} r2").questions["r2"].state == state


def test_without_a_seconder_is_not_unseconded() -> None:
    chair = held(":take 2\n:motion oak without -- That ducks be fed.\n:vote 4 1 0")
    assert chair.questions["m1"].state == "carried"
    assert "CARRIED – the motion was approved." in under(chair, "2")
    assert "second" not in under(chair, "2")
    assert not said(chair, "M3")
    assert not said(held(":take 2\n:motion elm without kind=procedural -- That speeches be short.\n:vote 4 1 0"), "M3")
    assert said(held(":take 2\n:motion elm without -- That ducks be fed.\n:vote 4 1 0"), "M3")
    assert held(":take 2\n:motion elm none -- That ducks be fed.").questions["m1"].state == "fell"


def test_a_lost_or_fallen_amendment_is_not_held_against_a_later_text() -> None:
    script = ":take 2\n:amend elm ash at=1 words=first -- dredged -> drained\n{}\n"
    script += ":amend yew green text -- That the ponds be left alone.\n:vote 4 1 0\n:vote 4 1 0\n:close 20:00"
    for end in (":vote 1 4 0", ":fell", ":withdraw"):
        assert not said(held(script.format(end)), "M9", "M14")


def test_a_vote_says_before_enter_what_it_is_on() -> None:
    from clerk.saying.gestures import say_back
    from clerk.shorthand.minuting import recording

    desk = at_desk(":take 2\n:put\n:take 3")
    done = recording(desk.meeting, ":vote unanimous", desk.item)
    assert done is not None
    assert say_back(desk.meeting, done.events).startswith("All 5 for r3, Bees: carried.")
    desk = at_desk(":take 2", papers(EXEMPT))
    done = recording(desk.meeting, ":vote 3 2 0 only=2", desk.item)
    assert done is not None
    assert "r2 clause 2, Ponds: 3 for, 2 against of 5: carried." in say_back(desk.meeting, done.events)


def test_a_secret_ballot_has_totals_and_at_the_budget_is_hard() -> None:
    meeting = held(":take 2\n:vote 3 2 0 secret=yes")
    assert "A secret ballot was held." in text_of(meeting)
    items = ({"number": 2, "title": "Budget", "budget": True, "recommendations": "That the budget be set."},)
    council = papers(items, body="Thornmere Borough Council", settings={"body.kind": "council"})
    assert any("HARD" in line for line in said(held(":take 2\n:vote 3 2 0 secret=yes", council), "V15"))


def test_a_majority_by_its_enactment() -> None:
    items = ({"number": 2, "title": "Honorary titles", "majority": "s.249", "recommendations": "That it be given."},)
    lost = held(":take 2\n:vote 3 2 0", papers(items))
    assert lost.votes["v1"].state == "lost"
    assert "two-thirds of the Members voting was required by section 249" in under(lost, "2")
    carried = held(":take 2\n:vote 4 1 0", papers(items))
    assert carried.votes["v1"].state == "carried"
    whole = ({"number": 2, "title": "Private bill", "majority": "s.239", "recommendations": "That it be promoted."},)
    assert held(":take 2\n:vote 2 0 3", papers(whole)).votes["v1"].state == "lost"
    assert held(":take 2\n:vote 3 2 0", papers(whole)).votes["v1"].state == "carried"
    assert held(":take 2\n:mark 2 majority=s.249\n:vote 3 2 0").votes["v1"].state == "lost"


@pytest.mark.parametrize("how", ["carried", "lost", "assent"])
def test_announced_figures_are_a_count(how: str) -> None:
    with pytest.raises(Unclear, match="give them as one"):
        held(f":take 2\n:vote {how} figures=3-2-0")


@pytest.mark.parametrize("how", ["named rest=for", "assent", "carried", "lost"])
def test_a_secret_ballot_has_figures_and_no_names(how: str) -> None:
    with pytest.raises(Unclear, match="secret ballot"):
        held(f":take 2\n:vote {how} secret=yes")
    with pytest.raises(Unclear, match="secret ballot"):
        held(":take 2\n:vote 4 1 0 secret=yes\n:record elm against")
    assert "A secret ballot was held." in under(held(":take 2\n:vote unanimous secret=yes"), "2")


@pytest.mark.parametrize(
    ("vote", "named"),
    [
        ("4 0 0", "1 of the 5 who might vote (Councillors Oak, Elm, Ash, Yew and Green)"),
        ("3 0 0 out=oak", "1 of the 4 who might vote (Councillors Elm, Ash, Yew and Green)"),
        ("0 1 0 out=oak,elm,ash", "1 of the 2 who might vote (Councillors Yew and Green)"),
        ("1 0 0 out=oak,elm,ash", "1 of the 2 who might vote"),
        ("0 0 0 out=oak,elm,ash", "Councillors Yew and Green, who might vote"),
    ],
)
def test_a_count_that_leaves_someone_out_names_them(vote: str, named: str) -> None:
    (found,) = said(held(f":take 2\n:vote {vote}"), "V9")
    assert named in found


def test_a_count_of_too_many_names_who_could_not_vote_and_why() -> None:
    (found,) = said(held(":take 2\n:out yew\n:vote 4 1 0"), "V9")
    assert "Councillor Yew (not in the room) could not" in found


@pytest.mark.parametrize("how", ["assent", "carried"])
def test_a_majority_that_an_act_wants_is_printed_and_wants_figures(how: str) -> None:
    meeting = held(f":take 2\n:mark 2 majority=s.249\n:vote {how}")
    assert "section 249 of the Local Government Act 1972" in under(meeting, "2")
    assert any("no figures" in line for line in said(meeting, "V25"))
    assert not said(held(":take 2\n:mark 2 majority=s.249\n:vote 4 1 0"), "V25")


@pytest.mark.parametrize(
    ("moved", "is_on"),
    [
        (":amend yew green add -- That ducks be fed.", "A1"),
        (":motion ash green kind=adjournment -- that the meeting adjourn for tea", "m1"),
        (":motion ash green kind=procedural -- that Mr Moss be heard again", "m1"),
    ],
)
@pytest.mark.parametrize("put", [":put", ":put by=elm,ash"])
def test_what_is_moved_after_the_put_is_voted_on_first(put: str, moved: str, is_on: str) -> None:
    meeting = held(f":take 2\n{put}\n{moved}\n:vote 2 3 0\n:vote 4 1 0")
    assert [vote.questions for vote in meeting.votes.values()] == [(is_on,), ("r2",)]
    assert meeting.questions["r2"].state == "carried"
    assert len(meeting.puts) == 2


def test_of_two_amendments_the_one_that_was_put_is_voted_on() -> None:
    two = ":take 2\n:amend elm ash add -- That ducks be fed.\n:amend yew green add -- That swans be fed.\n"
    assert held(f"{two}:put A1\n:vote 2 3 0").votes["v1"].questions == ("A1",)


def test_what_was_amended_since_is_put_as_amended() -> None:
    moved = ":take 2\n:put by=elm,ash\n:amend yew green add -- That ducks be fed.\n"
    carried = held(moved + ":vote 4 1 0\n:vote 5 0 0")
    printed = under(carried, "2")
    assert printed.count("moved to the vote") == 1
    assert "Substantive Recommendations:\n1. That the ponds be dredged.\n2. That ducks be fed." in printed
    assert not said(carried, "M9", "M10", "M25")
    assert "moved to the vote" not in under(held(moved + ":vote 1 4 0\n:vote 5 0 0"), "2")


@pytest.mark.parametrize(("put", "late"), [(":put", True), (":put by=yew,elm", False)])
def test_recommendations_that_were_moved_are_not_called_to_the_vote_by_it(put: str, late: bool) -> None:
    assert bool(said(held(f":take 2\n{put}\n:amend ash green add -- That swans be fed."), "M25")) is late


@pytest.mark.parametrize("side", ["for", "against", "abstain"])
def test_the_rest_is_said_either_way_round(side: str) -> None:
    apart = "against=elm" if side == "for" else "for=elm"
    votes = [held(f":take 2\n:vote named {apart} {rest}").votes["v1"] for rest in (f"rest={side}", f"{side}=rest")]
    assert votes[0] == votes[1]
    with pytest.raises(Unclear, match="rest"):
        held(f":take 2\n:vote named {apart} {side}=rest rest=out")
