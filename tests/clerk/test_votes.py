"""Votes of every kind, and what each makes of its questions."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.checks import findings
from tests.support.minute import OPEN, desk, minute

AT_7 = OPEN + ":take 7\n"
PUT = AT_7 + ":put\n"


def figures(meeting: Meeting, vote: str = "v1") -> tuple[int | None, int | None, int | None]:
    found = meeting.votes[vote]
    return found.votes_for, found.against, found.abstained


def test_one_line_puts_the_question_and_counts_the_vote() -> None:
    meeting = minute(AT_7 + ":vote 6 3 2")
    assert len(meeting.entries[-1].events) == 2
    assert figures(meeting) == (6, 3, 2)
    assert meeting.questions["r7"].state == "carried"
    assert figures(minute(AT_7 + ":vote 6")) == (6, 0, 0)


def test_assent_has_no_numbers_and_is_not_unanimous() -> None:
    vote = minute(PUT + ":vote assent").votes["v1"]
    assert (vote.votes_for, vote.carried, vote.unanimous, vote.unaccounted) == (None, True, False, 0)


def test_unanimous_is_every_one_entitled() -> None:
    vote = minute(OPEN + ":declare elm 7 kind=dpi\n:take 7\n:put\n:vote unanimous").votes["v1"]
    assert (vote.votes_for, vote.unanimous) == (10, True)


@pytest.mark.parametrize(
    ("typed", "state", "unanimous", "unaccounted"),
    [
        ("11 0 0", "carried", True, 0),
        ("10 0 1", "carried", False, 0),
        ("10 0 0", "carried", False, 1),
        ("0 11 0", "lost", False, 0),
        ("0 0 11", "tied", False, 0),
        ("11 1 0", "carried", False, -1),
        ("11 0 1", "carried", False, -1),
        ("12 0 0", "carried", False, -1),
        ("900 3 0", "carried", False, -892),
        ("10 0 0 out=oak", "carried", False, 0),
    ],
)
def test_figures_against_the_room(typed: str, state: str, unanimous: bool, unaccounted: int) -> None:
    """A vote that exceeds the room is recorded, and says so."""
    vote = minute(PUT + f":vote {typed}").votes["v1"]
    assert (vote.state, vote.unanimous, vote.unaccounted) == (state, unanimous, unaccounted)


def test_who_is_not_in_the_room_is_not_among_those_who_did_not_vote() -> None:
    assert minute(OPEN + ":out oak\n:take 7\n:put\n:vote 10 0 0 out=oak").votes["v1"].unaccounted == 0


def test_by_name_with_the_rest() -> None:
    meeting = minute(PUT + ":vote named against=ash, elm abstain=oak out=fir rest=for")
    vote = meeting.votes["v1"]
    assert figures(meeting) == (7, 2, 1)
    assert (vote.against_names, vote.not_voting, vote.unaccounted) == (("ash", "elm"), ("fir",), 0)
    assert not set(vote.for_names) & {"ash", "elm", "oak", "fir"}


def test_by_name_a_group_at_once() -> None:
    vote = minute(PUT + ":vote named against=harbour rest=for").votes["v1"]
    assert (vote.votes_for, vote.against) == (6, 5)


def test_a_party_is_those_of_it_who_may_vote_but_for_those_named_apart() -> None:
    room = ":apologies cedar\n" + OPEN + ":declare pine 7 kind=dpi\n:take 7\n"
    vote = minute(room + ":vote named against=lantern abstain=birch rest=for").votes["v1"]
    assert vote.against_names == ("ash", "dogwood", "juniper")
    assert vote.abstained_names == ("birch",)
    assert (figures(minute(room + ":vote named against=lantern rest=for")), vote.unaccounted) == ((5, 4, 0), 0)
    assert minute(room + ":out lantern").in_room == {"elm", "fir", "hazel", "oak", "willowmarsh", "pine"} - {"pine"}


def test_a_party_of_whom_nobody_may_vote_is_not_taken_for_a_vote() -> None:
    with pytest.raises(Unclear, match="There is nobody of Harbour of whom this can be said now"):
        minute(OPEN + ":out harbour\n:take 7\n:vote named against=harbour rest=for")
    with pytest.raises(Unclear, match="is named twice"):
        minute(PUT + ":vote named against=harbour for=harbour")


def test_a_name_on_two_sides_is_refused() -> None:
    with pytest.raises(Unclear, match="Councillor Rowan Ash is named twice"):
        minute(PUT + ":vote named against=ash abstain=ash")


def test_somebody_not_entitled_is_recorded_and_unanimity_does_not_follow() -> None:
    meeting = minute(
        OPEN + ":out oak\n:take 7\n:put\n:vote named for=ash,birch,cedar,dogwood,elm,fir,hazel,juniper,pine,oak"
    )
    vote = meeting.votes["v1"]
    assert vote.votes_for == len(vote.entitled) == 10
    assert not vote.unanimous


def test_a_recount_counts_the_same_room_again_and_flips_the_outcome() -> None:
    script = PUT + ":vote 5 6 0\n"
    assert minute(script).questions["r7"].state == "lost"
    meeting = minute(script + ":out oak\n:vote 6 5 0 recount=v1")
    first, second = meeting.votes.values()
    assert (first.superseded, second.superseded) == (True, False)
    assert (second.put, second.entitled) == (first.put, first.entitled)
    assert meeting.questions["r7"].state == "carried"
    assert meeting.puts[0].vote == "v2"
    assert len(meeting.puts) == 1


def test_a_recount_of_an_amendment_takes_it_out_of_the_text_again() -> None:
    script = AT_7 + ":amend oak elm add -- More.\n:vote 6 5 0\n"
    assert minute(script).questions["r7"].merged == ("A1",)
    meeting = minute(script + ":vote 5 6 0 recount=v1")
    assert meeting.questions["r7"].merged == ()
    assert meeting.questions["A1"].state == "lost"


def test_a_casting_vote_on_a_count_that_was_superseded_decides_nothing() -> None:
    meeting = minute(PUT + ":vote 5 5 1\n:vote 5 6 0 recount=v1\n:cast for of=v1")
    assert meeting.questions["r7"].state == "lost"


def test_questions_en_bloc() -> None:
    meeting = minute(AT_7 + ":put r6+r7+r8\n:vote 9 2 0")
    assert [meeting.questions[label].state for label in ("r6", "r7", "r8")] == ["carried"] * 3
    assert meeting.votes["v1"].questions == ("r6", "r7", "r8")


def test_a_label_twice_is_one_question() -> None:
    assert minute(AT_7 + ":put r7+r7").puts[0].questions == ("r7",)


def test_clause_by_clause() -> None:
    script = AT_7 + ":put r7 only=1+2\n:vote unanimous\n"
    half = minute(script)
    assert half.questions["r7"].is_open
    assert [clause.text for clause in half.puts[0].texts[0]][1] == "That officers report back in six months."
    whole = minute(script + ":put r7 only=3\n:vote unanimous")
    assert whole.questions["r7"].state == "carried"
    assert minute(script + ":put r7 only=3\n:vote 0 11 0").questions["r7"].state == "divided"
    assert minute(script + ":put r7 only=3\n:vote 5 5 1").questions["r7"].state == "tied"
    assert minute(script + ":put r7 only=3\n:vote 5 5 1\n:cast for").questions["r7"].state == "carried"


def test_a_recount_of_some_clauses() -> None:
    script = AT_7 + ":put r7 only=1\n:vote 5 6 0\n:put r7 only=2+3\n:vote unanimous\n"
    assert minute(script).questions["r7"].state == "divided"
    meeting = minute(script + ":vote 6 5 0 recount=v1")
    assert meeting.questions["r7"].state == "carried"
    assert meeting.votes["v3"].put == meeting.puts[0].event


def test_clauses_and_whole_questions_together() -> None:
    meeting = minute(AT_7 + ":put r7+r8 only=1\n:vote unanimous")
    assert meeting.questions["r7"].is_open
    assert meeting.questions["r8"].state == "carried"


def test_a_clause_that_is_not_there() -> None:
    with pytest.raises(Unclear, match="r7 has no clause 4"):
        minute(AT_7 + ":put r7 only=4")


def test_the_newest_open_question_is_put() -> None:
    table = desk().play(AT_7 + ":amend oak elm add -- More.\n:put")
    assert table.meeting.puts[-1].questions == ("A1",)
    table.play(":vote unanimous\n:put")
    assert table.meeting.puts[-1].questions == ("r7",)


def test_a_member_has_the_own_vote_recorded() -> None:
    meeting = minute(PUT + ":vote 6 3 2\n:record elm against\n:record oak abst\n:record elm for")
    assert meeting.votes["v1"].own_votes == (("oak", "abstained"), ("elm", "for"))


def test_a_vote_minuted_late_is_that_of_its_place() -> None:
    meeting = minute(AT_7 + ":@20:00 put\n:@20:30 out elm\n:@20:01 vote named against=fir rest=for")
    vote = meeting.votes["v1"]
    assert "elm" in vote.for_names
    assert (vote.unaccounted, vote.votes_for) == (0, 10)


def test_a_question_put_late_by_place_is_the_one_open_then() -> None:
    script = AT_7 + ":amend oak elm add -- More.\nA paragraph.\n:vote unanimous\n:vote unanimous\n"
    meeting = minute(script + ":undo\n:undo\n:@<e6 vote 4 7 0")
    assert meeting.questions["A1"].state == "lost"


def test_with_nothing_open_there_is_nothing_to_put() -> None:
    with pytest.raises(Unclear, match="Nothing is open under item 7"):
        minute(PUT + ":vote unanimous\n:put")


def test_a_deferral_leaves_the_recommendations_unput() -> None:
    meeting = minute(
        AT_7 + ":motion oak elm kind=deferral -- That it be deferred\n:vote 6 5 0\n:outcome deferred of=m1"
    )
    assert meeting.questions["r7"].state == "not put"
    assert meeting.questions["m1"].state == "carried"
    assert meeting.outcomes[0].of == "m1"


def test_how_a_member_voted_may_be_said_later_and_is_asked_for_until_then() -> None:
    table = desk().play(AT_7 + ":vote 6 4 1\n:record elm")
    asked = [one.text for one in findings(table.meeting) if one.severity == "HARD"]
    assert asked == ["Councillor Elm asked for the own vote to be minuted, and how it was cast is not said."]
    table.play(":correct e6 record elm against")
    assert table.meeting.votes["v1"].own_votes == (("elm", "against"),)
    assert not [one for one in findings(table.meeting) if one.severity == "HARD"]


def test_a_casting_vote_that_was_used_is_not_put_right_from_another_item() -> None:
    at = desk().play(OPEN + ":take 7\n:vote 5 5 1\n:cast against\n:take 8\n:vote 6 5 0")
    with pytest.raises(Unclear, match=r"has its casting vote\. To put that right, name it: :cast for of=v1\."):
        at.enter(":cast for")
    at.enter(":take 7")
    at.enter(":cast for")
    assert at.meeting.votes["v1"].casting == ("ash", "for")
