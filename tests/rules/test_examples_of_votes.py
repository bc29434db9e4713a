"""The rule book's worked examples E26 to E43: votes."""

from __future__ import annotations

from typing import Any

import pytest

from clerk.meeting.endings import ending_of
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.rules.elections import seat_shares
from clerk.rules.votes import tally
from tests.rules.cases_of_questions import callers
from tests.rules.halls import OPEN, hall, held, judged, of


def voted(vote: str, seats: int, before: str = "", item: int = 6, **at: Any) -> Meeting:
    return held(f"{before}{OPEN}:take {item}\n:vote {vote}", hall(seats, **at))


def severities(meeting: Meeting, rule: str) -> list[str]:
    return [finding.severity for finding in of(judged(meeting), rule)]


def test_e26_seven_for_five_abstained() -> None:
    meeting = voted("7 0 5", 12)
    assert meeting.votes["v1"].state == "carried"
    assert not meeting.votes["v1"].unanimous
    typed = held(OPEN + ":take 6\n:vote 7 0 5\nThis was agreed unanimously.", hall(12))
    assert severities(typed, "V10") == ["WARN"]


def test_e27_a_members_item_lost() -> None:
    script = OPEN + ":take 5\n:motion cedar birch -- That the bridge be painted.\n:vote 3 4 0\n:take 6"
    meeting = held(script, hall(7))
    assert meeting.votes["v1"].state == "lost"
    assert ending_of(meeting, "i5").what == "lost"
    assert of(judged(meeting), "M19") == []


def test_e28_four_for_four_abstained() -> None:
    meeting = voted("4 0 4", 9, ":apologies elm\n")
    assert len(meeting.votes["v1"].entitled) == 8
    assert meeting.votes["v1"].state == "carried"
    assert of(judged(meeting), "V9") == []


def test_e29_a_tie_and_the_casting_vote() -> None:
    meeting = voted("4 4 0\n:cast for", 9, ":apologies elm\n")
    vote = meeting.votes["v1"]
    assert vote.state == "carried"
    assert (vote.votes_for, vote.against, vote.abstained) == (4, 4, 0)
    assert not {"V4", "V6", "V7", "V8", "V9"} & {finding.rule for finding in judged(meeting)}


def test_e30_full_council_the_mayor_casts_against() -> None:
    meeting = voted(
        "31 31 0\n:cast against", 63, f":apologies {callers(9).split(',')[-1]}\n", name="Council", quorum=None
    )
    vote = meeting.votes["v1"]
    assert vote.state == "lost"
    assert len(vote.entitled) + 1 == 31 + 31 + 0 + 1 == 63
    assert vote.unaccounted == 0


def test_e31_a_casting_vote_where_there_was_no_tie() -> None:
    assert severities(voted("5 4 0\n:cast for", 9), "V6") == ["HARD"]


def test_e32_the_casting_vote_declined() -> None:
    meeting = held(OPEN + ":take 6\n:vote 4 4 0\n:cast declined\n:take 7", hall(8))
    assert meeting.votes["v1"].state == "lost"
    assert severities(meeting, "M19") == ["WARN"]
    assert severities(meeting, "V5") == ["NOTE"]


def test_e33_more_votes_than_voters() -> None:
    (found,) = of(judged(voted("5 4 0", 8)), "V9")
    assert (found.severity, found.sum) == ("HARD", "5 + 4 + 0 = 9 of 8")


def test_e34_one_is_not_accounted_for() -> None:
    meeting = voted("5 2 0", 8)
    (found,) = of(judged(meeting), "V9")
    assert (found.severity, found.sum) == ("WARN", "5 + 2 + 0 = 7 of 8")
    assert meeting.votes["v1"].state == "carried"


def test_e35_one_unable_to_vote() -> None:
    meeting = held(OPEN + ":declare cedar 6 kind=dpi\n:take 6\n:vote 10 0 1", hall(12))
    unable = [person for person, _ in meeting.puts[0].barred]
    assert unable == ["cedar"]
    assert tally(meeting.votes["v1"]) == "10 + 0 + 1 = 11 of 11"
    assert 10 + 0 + 1 + len(unable) == 12


@pytest.mark.parametrize(("body", "severity"), [("Planning Committee", "HARD"), ("Parks Committee", "NOTE")])
def test_e36_who_came_late_votes(body: str, severity: str) -> None:
    script = (
        ":open 19:00\n:present rest out=cedar\n:@19:10 take 6\n:@19:25 in cedar\n:vote named for=cedar rest=against"
    )
    meeting = held(script, hall(name=body))
    assert severities(meeting, "V17") == [severity]
    assert ("cedar" in meeting.puts[0].entitled) is (severity == "NOTE")


def test_e37_one_member_asks_at_once() -> None:
    meeting = held(OPEN + ":take 6\n:vote 6 3 1\n:record elm against")
    assert meeting.votes["v1"].own_votes == (("elm", "against"),)
    assert of(judged(meeting), "V12") == []


def test_e38_asks_to_be_against_where_nobody_was() -> None:
    assert severities(held(OPEN + ":take 6\n:vote 10 0 0\n:record elm against"), "V12") == ["HARD"]


def test_e39_nine_or_ten_call_for_a_division() -> None:
    at = hall(63, name="Council", quorum=None)
    (few,) = of(judged(held(f"{OPEN}:take 6\n:division {callers(9)}\n:vote 40 20 3", at)), "V13")
    assert (few.severity, few.sum) == ("WARN", "9 called for it, 10 needed")
    (unnamed,) = of(judged(held(f"{OPEN}:take 6\n:division {callers(10)}\n:vote 40 20 3", at)), "V13")
    assert "not by name" in unnamed.text
    assert of(judged(held(f"{OPEN}:take 6\n:division {callers(10)}\n:vote named rest=for", at)), "V13") == []


def test_e40_names_and_figures_differ() -> None:
    names = "for=ash,birch,cedar,dogwood,elm against=fir,gorse,hazel abstain=ivy"
    found = of(judged(voted(f"named {names} figures=6-3-1", 10)), "V14")
    assert {one.severity for one in found} == {"HARD"}
    assert any("Councillor Juniper" in one.text for one in found)
    assert any("announced as 6–3–1, and its names are 5–3–1" in one.text for one in found)


def test_e41_all_for() -> None:
    meeting = voted("8 0 0", 8)
    assert meeting.votes["v1"].unanimous


def test_e42_arrears_on_a_budget_recommendation() -> None:
    script = ":mark 6 money=yes\n:declare cedar kind=arrears\n:take 6\n:introduce cedar how=spoke\n"
    meeting = held(OPEN + script + ":vote named rest=for")
    assert quorum(meeting, "i6").have == 10
    assert dict(meeting.puts[0].barred) == {"cedar": "in arrears of council tax"}
    assert of(judged(meeting), "D3") == []
    voted_ = held(OPEN + script + ":vote named for=cedar rest=for")
    assert severities(voted_, "D11") == ["HARD"]


@pytest.mark.parametrize(("seats", "shares"), [(3, (2, 1)), (10, (6, 4))])
def test_e43_seats_follow_groups(seats: int, shares: tuple[int, int]) -> None:
    assert tuple(seat_shares(seats, {"Lantern": 38, "Harbour": 25}).values()) == shares
