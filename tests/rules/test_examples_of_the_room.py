"""The rule book's worked examples E17 to E25: quorum and attendance."""

from __future__ import annotations

from datetime import date

import pytest

from clerk.meeting.entitlement import ledger
from clerk.meeting.quorum import quorum
from clerk.rules.attendance import roll_of
from clerk.rules.live import look_ahead
from tests.rules.halls import OPEN, hall, held, judged, of
from tests.support.bodies import surname


def test_e17_ten_seats_eight_present_two_apologies() -> None:
    meeting = held(":apologies cedar,elm\n" + OPEN + ":close 21:00")
    assert (quorum(meeting).state, quorum(meeting).have, quorum(meeting).need) == ("QUORATE", 8, 3)
    assert roll_of(meeting).sum == "8 present + 2 apologies = 10"
    assert of(judged(meeting), "A2") == []


WITHDRAWN = OPEN + ":declare cedar 7 kind=dpi\n:take 7\n:out cedar interest=yes\n"


def test_e18_one_of_three_withdraws() -> None:
    meeting = held(WITHDRAWN + ":vote unanimous", hall(3))
    assert (quorum(meeting, "i7").have, quorum(meeting, "i7").state) == (2, "INQUORATE")
    (found,) = of(judged(meeting), "Q5", "HARD")
    assert found.item == "i7"
    assert found.sum == "2 acting in the room, quorum 3"
    back = held(WITHDRAWN + ":vote unanimous\n:take 8\n:in cedar", hall(3))
    assert (quorum(back, "i8").have, quorum(back, "i8").state) == (3, "AT LIMIT")
    assert [one.rule for one in of(judged(back), "Q4", "NOTE")] == ["Q4"]


def test_e19_as_e18_with_a_dispensation() -> None:
    script = OPEN + ":declare cedar 7 kind=dpi effect=dispensation ref=MO/3 until=2020-01-01\n:take 7\n:vote unanimous"
    meeting = held(script, hall(3))
    assert (quorum(meeting, "i7").have, quorum(meeting, "i7").state) == (3, "AT LIMIT")
    assert {voter.person: voter.may for voter in ledger(meeting, ("i7",))}["cedar"]
    assert of(judged(meeting), "Q5") == []


def test_e20_who_does_not_count() -> None:
    setup = hall(3, members={"Cedar": {"kind": "co-optee", "voting": False}})
    meeting = held(OPEN + ":in yew\n:in reed\n:in vale", setup)
    assert (quorum(meeting).have, quorum(meeting).state) == (2, "INQUORATE")


@pytest.mark.parametrize(("there", "state"), [(15, "INQUORATE"), (16, "AT LIMIT"), (17, "QUORATE")])
def test_e21_full_council(there: int, state: str) -> None:
    names = ",".join(surname(number) for number in range(1, there + 1))
    meeting = held(f":open 19:00\n:present {names}", hall(63, name="Council", quorum=None))
    assert (quorum(meeting).need, quorum(meeting).state) == (16, state)


def test_e22_no_health_representative() -> None:
    meeting = held(OPEN, hall(4, name="Health and Wellbeing Board"))
    assert quorum(meeting).have == 4
    assert quorum(meeting).state == "INQUORATE"
    assert quorum(meeting).sum == "4 acting in the room, no health, quorum 3"
    assert [one.severity for one in of(judged(meeting), "Q7")] == ["WARN"]


def test_e23_member_and_substitute_both_act() -> None:
    script = ":apologies cedar\n:sub thorn for=cedar\n" + OPEN + ":take 6\nIt was discussed.\n:@19:40 in cedar\n"
    swapped = held(script + ":unsub cedar\n:vote named for=cedar,thorn rest=against")
    assert of(judged(swapped), "AP8", "HARD")
    assert of(judged(swapped), "AP5", "HARD")
    assert quorum(swapped).have == 10, "one of them counts"
    beside = held(script + ":vote named for=cedar,thorn rest=against")
    assert of(judged(beside), "AP5", "HARD")
    assert quorum(beside).have == 10


def test_e24_the_vice_chairman_presides_and_the_substitute_votes() -> None:
    meeting = held(":apologies ash\n:sub thorn for=ash\n" + OPEN + ":take 6\n:vote unanimous")
    assert meeting.presiding == "birch"
    assert "thorn" in meeting.puts[0].entitled
    assert quorum(meeting).have == 10
    assert of(judged(meeting), "AP9") == []


@pytest.mark.parametrize(("day", "lawful"), [(date(2021, 9, 10), False), (date(2020, 9, 16), True)])
def test_e25_a_vote_by_video_link(day: date, lawful: bool) -> None:
    script = ":open 19:00\n:present rest remote=cedar\n:take 6\n:vote named for=cedar rest=against"
    meeting = held(script, hall(day=day))
    assert quorum(meeting).have == (10 if lawful else 9)
    assert ("cedar" in meeting.puts[0].entitled) is lawful
    assert [one.severity for one in of(judged(meeting), "Q11", "HARD")] == ([] if lawful else ["HARD"])


def test_each_item_to_come_says_what_quorum_it_will_have() -> None:
    meeting = held(OPEN + ":declare cedar 7 kind=dpi\n:declare cedar,birch 8 effect=left", hall(4))
    assert [(one.item, one.quorum.have, one.quorum.state) for one in look_ahead(meeting)] == [
        ("i7", 3, "AT LIMIT"),
        ("i8", 2, "INQUORATE"),
    ]
    assert [one.item for one in of(judged(meeting), "Q6")] == ["i8"]
