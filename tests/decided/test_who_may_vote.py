"""A vote is of those who are there when it is taken (V17, V27, VO-10): who left after the put, who came in after it."""

import pytest

from tests.support.five import held, papers, said, text_of, under
from tests.support.minute import desk

LATE = ":out yew\n:take 2\n:put\n:@18:50 in yew\n"


def test_who_left_after_the_put_is_not_among_the_rest() -> None:
    meeting = held(":take 2\n:put\n:@18:50 out yew\n:vote named against=ash rest=for")
    vote = meeting.votes["v1"]
    assert (vote.for_names, vote.against_names) == (("oak", "elm", "green"), ("ash",))
    assert dict(vote.barred) == {"yew": "not in the room"}
    printed = under(meeting, "2")
    assert "Councillor Petra Yew left the meeting at 6.50 pm" in printed
    assert "Yew  For" not in printed
    assert not said(meeting, "V14", "V16", "V19", "V9")


def test_all_for_are_those_still_there() -> None:
    meeting = held(":take 2\n:put\n:out yew\n:vote unanimous")
    assert meeting.votes["v1"].votes_for == 4
    assert not said(meeting, "V9", "V27")


def test_a_count_is_held_against_the_room_at_the_vote() -> None:
    left = ":take 2\n:put\n:out yew\n"
    assert not said(held(left + ":vote 4 0 0"), "V9")
    (line,) = said(held(left + ":vote 5 0 0"), "V9")
    assert line.startswith("HARD V9: Vote v1 has more votes than members who might vote")


def test_who_came_in_after_the_put_may_vote_and_a_note_names_them() -> None:
    meeting = held(LATE + ":vote named rest=for")
    assert meeting.votes["v1"].for_names == ("oak", "elm", "ash", "yew", "green")
    assert [note for note in said(meeting, "V27") if "had been put" in note] == [
        "NOTE V27: Councillor Yew came in when the recommendation of item 2 (r2) had been put, and might vote."
    ]


@pytest.mark.parametrize("closed_at", ["vote", "put"])
def test_the_profile_says_when_the_doors_close(closed_at: str) -> None:
    meeting = held(LATE + ":vote named rest=for", papers(settings={"vote.closed_at": closed_at}))
    assert ("yew" in meeting.votes["v1"].for_names) is (closed_at == "vote")
    assert not [note for note in said(meeting, "V27") if "had been put" in note]
    sentence = "Councillor Petra Yew did not vote, having come in after the question was put."
    assert (sentence in text_of(meeting)) is (closed_at == "put")


def test_with_the_doors_closed_a_late_vote_is_hard_by_name() -> None:
    script = LATE + ":vote named for=yew rest=against"
    assert said(held(script, papers(settings={"vote.closed_at": "put"})), "V27")[0] == (
        "HARD V27: Councillor Yew is named in vote v1, but might not vote: came in after the question was put."
    )


@pytest.mark.parametrize("kind", ["planning", "licensing"])
def test_where_full_presence_is_wanted_who_came_in_late_does_not_vote(kind: str) -> None:
    settings = {"body.kind": kind}
    # Out for a moment between the item and the put, or only between the put and the vote: both missed a part.
    meeting = held(
        ":take 2\n:put\n:out yew\n:in yew\n:vote 4 0 0", papers(settings=settings | {"body.full_presence": True})
    )
    assert dict(meeting.votes["v1"].unable) == {"yew": "was not there for the whole item"}
    assert "Councillor Petra Yew did not vote on this item, as that Member had not been present" in under(meeting, "2")
    late = held(LATE + ":vote 4 0 0", papers(settings=settings))
    assert "yew" not in late.votes["v1"].entitled
    assert not said(late, "V9")


def test_who_left_and_came_back_between_put_and_vote_may_vote() -> None:
    meeting = held(":take 2\n:put\n:out yew\n:in yew\n:vote unanimous", papers(settings={"vote.closed_at": "put"}))
    assert "yew" in meeting.votes["v1"].entitled
    assert meeting.votes["v1"].came_in == ()


def test_one_who_joined_as_a_substitute_after_the_put_came_in_after_it() -> None:
    setup = papers(substitutes=[{"name": "Mina Maple"}])
    meeting = held(":out yew\n:take 2\n:put\n:sub maple for=yew\n:in maple\n:vote unanimous", setup)
    assert meeting.votes["v1"].came_in == ("maple",)


def test_a_departure_placed_later_before_the_vote_makes_the_vote_hard_by_name() -> None:
    named = ":take 2\n:put\n:vote named against=ash rest=for\n"
    assert not said(held(named), "V19")
    assert said(held(named + ":@<v1 out yew"), "V19") == [
        "HARD V19: Councillor Yew is named in vote v1, but might not vote: not in the room."
    ]
    assert not said(held(named + ":@>v1 out yew"), "V19", "V27", "V9")


def test_the_same_of_a_vote_recorded_as_all_for_and_of_a_count() -> None:
    all_for = held(":take 2\n:put\n:vote unanimous\n:@<v1 out yew")
    assert said(all_for, "V27") == [
        "HARD V27: Vote v1 was recorded as all 5 for, and these might not vote: Councillor Yew (not in the room)."
    ]
    counted = held(":take 2\n:put\n:vote 4 1 0\n:@<v1 out yew")
    assert any(line.startswith("HARD V9") for line in said(counted, "V9"))
    assert any("Councillor Yew" in line for line in said(counted, "V27"))


def test_an_arrival_placed_after_the_vote_takes_the_vote_away() -> None:
    meeting = held(":out yew\n:take 2\n:put\n:vote named for=oak,elm,ash,yew,green\n:@>v1 in yew")
    assert said(meeting, "V19") == [
        "HARD V19: Councillor Yew is named in vote v1, but might not vote: not in the room."
    ]


def test_one_who_is_there_and_barred_is_said_without_being_typed() -> None:
    meeting = held(":declare ash 2 kind=dpi\n:take 2\n:vote 4 0 0")
    assert dict(meeting.votes["v1"].unable) == {"ash": "pecuniary interest"}
    assert "Having declared an interest, Councillor Ivo Ash did not vote." in under(meeting, "2")
    # Out of the room there is nothing to say of the vote, and nobody is barred on item 3.
    assert "did not vote" not in under(held(":declare ash 2 kind=dpi\n:take 2\n:out ash\n:vote 4 0 0"), "2")
    assert "did not vote" not in under(held(":declare ash 2 kind=dpi\n:take 3\n:vote 5 0 0"), "3")


def test_everyone_in_the_room_stands_in_one_place() -> None:
    setup = papers(body="Thornmere Borough Council", settings={"body.kind": "council"})
    meeting = held(":declare ash 2 kind=dpi\n:out green\n:take 2\n:vote named against=elm out=yew rest=for", setup)
    vote = meeting.votes["v1"]
    places = [vote.for_names, vote.against_names, vote.abstained_names, vote.not_voting, tuple(dict(vote.unable))]
    assert sorted(person for place in places for person in place) == ["ash", "elm", "oak", "yew"]
    printed = under(meeting, "2")
    assert "Unable to vote" in printed
    assert "Ivo Ash" in printed


def test_a_tie_waits_for_whoever_presides_when_it_is_taken() -> None:
    script = ":take 2\n:put\n:preside elm\n:vote 2 2 1\n"
    assert held(script).votes["v1"].presiding == "elm"
    assert not said(held(script + ":cast for"), "V7")
    assert said(held(script + ":cast for by=oak"), "V7") == [
        "HARD V7: Councillor Oak cast a vote on the tie, while Councillor Elm presided."
    ]


def test_whoever_attends_over_a_link_where_that_is_no_presence_is_told_apart_in_the_roll() -> None:
    script = ":open 18:30\n:present rest out=green remote=elm\n:take 2\n:in green remote=yes\n:out ash\n:in ash"
    said = text_of(desk(papers()).play(script).meeting)
    assert "Councillor Dora Elm (attending by video link)" in said
    assert "Councillor Hugh Green (attending by video link)" in said
    assert "Councillor Ivo Ash (attending" not in said
    allowed = desk(papers(date="2020-11-12")).play(":open 18:30\n:present rest remote=elm").meeting
    assert "Councillor Dora Elm (attending remotely)" in text_of(allowed)


AWAY = ":take 2\n:vote unanimous\n:@19:10 out yew\n"


@pytest.mark.parametrize(
    ("came", "may"),
    [
        (":@19:20 in yew\n:@19:20 take 3", True),
        (":@19:20 take 3\n:@19:20 in yew", True),
        (":@19:20 take 3\n:in yew", True),
        (":take 3\n:@19:22 in yew", True),
        (":take 3\n:introduce reed\n:@19:22 in yew", False),
        (":take 3\n:@19:22 in yew\n:@19:25 out yew\n:@19:26 in yew", False),
        (":@19:20 take 3\n:@19:21 in yew", False),
        (":@19:20 take 3\nMembers asked.\n:@19:20 in yew", False),
        (":@19:20 take 3\n:@19:20 in yew\n:@19:25 out yew\n:@19:26 in yew", False),
        (":@19:15 take 3\nWords.\n:take 2\n:@19:20 take 3\n:@19:20 in yew", False),
    ],
)
def test_who_comes_in_as_an_item_is_called_has_missed_nothing(came: str, may: bool) -> None:
    planning = papers(settings={"body.full_presence": True})
    meeting = held(f"{AWAY}{came}\n:vote named rest=for", planning)
    assert ("yew" in meeting.votes["v2"].for_names) is may
    assert bool([note for note in said(held(f"{AWAY}{came}\n:vote 5 0 0"), "V17") if "for all of" in note]) is not may
    unsure = [note for note in said(meeting, "V17") if "came in as item 3 was called" in note]
    assert bool(unsure) is came.endswith(("take 3\n:in yew", ":take 3\n:@19:22 in yew"))


def test_of_nobody_it_is_said_that_they_did_not_vote_where_the_figures_add_up_only_with_them() -> None:
    planning = papers(settings={"body.full_presence": True})
    late = ":@19:10 take 3\nMembers asked.\n:@19:20 in yew\n"
    five = held(f"{AWAY}{late}:vote 5 0 0", planning)
    assert "did not vote on this item" not in text_of(five)
    assert [one[:7] for one in said(five, "V9")] == ["HARD V9"]
    assert "Councillor Petra Yew did not vote on this item" in text_of(held(f"{AWAY}{late}:vote 4 0 0", planning))
    declared = held(":declare ash 3 kind=dpi effect=left -- her house\n:take 3\n:vote 5 0 0", planning)
    assert "did not vote" not in text_of(declared)
    assert [one[:7] for one in said(declared, "V9")] == ["HARD V9"]
