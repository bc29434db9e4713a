"""A seat that changes hands in the course of an evening: who acted in it is asked of the moment, not of the end."""

import pytest

from tests.support.five import held, papers, said, text_of, under

SUBSTITUTES = [{"name": "Mina Maple"}, {"name": "Nan Quince"}]
LATER = ":take 3\n:sub maple for=yew\n"


def test_a_ballot_is_of_those_who_acted_when_it_was_held() -> None:
    ballot = ":take 2\n:nominate elm ash yew\n:nominate green yew elm\n:ballot elm 3 green 2 elected=elm\n"
    setup = papers(substitutes=SUBSTITUTES)
    assert not said(held(ballot + ":out yew\n" + LATER, setup), "V23")
    (line,) = said(held(ballot.replace("green 2", "green 3") + ":out yew\n" + LATER, setup), "V23")
    assert line == "HARD V23: 6 voted on the post of Chairman, and 5 were there who might."


def test_who_called_for_a_division_acted_then() -> None:
    setup = papers(substitutes=SUBSTITUTES, settings={"division.committee_min": 2})
    script = ":take 2\n:division {}\n:vote named rest=for\n:out yew\n" + LATER
    assert not said(held(script.format("yew,elm"), setup), "V13")
    early = said(held(script.format("maple,elm"), setup), "V13")
    assert early == ["WARN V13: Councillor Maple called for a division, and cannot: not acting here."]


def test_a_substitute_who_takes_a_seat_and_then_comes_in_has_joined() -> None:
    setup = papers(substitutes=SUBSTITUTES)
    meeting = held(":out yew\n:take 2\n:sub maple for=yew\n:@19:20 in maple", setup)
    assert "Councillor Mina Maple joined the meeting at 7.20 pm." in under(meeting, "2")
    assert "returned" not in text_of(meeting)
    assert not [line for line in said(meeting, "A3") if "Maple" in line]
    (line,) = [line for line in said(held(":out yew\n:take 2\n:sub maple for=yew", setup), "A3") if "Maple" in line]
    assert line.endswith("came when the meeting was open; the time is not recorded.")


def test_who_is_in_the_room_already_neither_joins_nor_returns() -> None:
    meeting = held(":take 2\n:@19:20 in yew")
    assert "Yew" not in under(meeting, "2")
    assert said(meeting, "A3") == [
        "WARN A3: Councillor Petra Yew is recorded as coming in, but was in the room already."
    ]
    assert "Councillor Petra Yew returned to the meeting" in under(held(":take 2\n:out yew\n:in yew"), "2")


MEMBERS = ("Tom Oak", "Dora Elm", "Ivo Ash", "Petra Yew", "Hugh Green")


@pytest.mark.parametrize("left", [None, "2031-03-01", "2031-03-30"])
def test_who_has_left_the_council_is_not_absent_from_a_vote(left: str | None) -> None:
    gone = {"name": "Una Wren"} | ({"office_ended": left} if left else {})
    members = [{"name": name} | ({"role": "chair"} if name == "Tom Oak" else {}) for name in MEMBERS]
    setup = papers(body="Thornmere Council", members=[*members, gone])
    meeting = held(":present oak,ash,yew,green\n:take 2\n:vote named rest=for\n:take 3\n:vote 3 1 0", setup)
    away = left == "2031-03-01"
    assert ("Una Wren" in under(meeting, "2")) is not away
    assert ("Una Wren" in under(meeting, "2")) is ("3    1        0          2" in under(meeting, "3"))


def test_a_seat_that_a_substitute_held_is_not_absent() -> None:
    setup = papers(substitutes=SUBSTITUTES, printing={"absent_column": "always"})
    script = ":out yew\n:take 2\n:@19:20 sub maple for=yew\n:vote 5 0 0\n:unsub maple\n:out maple\n:take 3\n:vote 4 0 0"
    meeting = held(script, setup)
    assert "5    0        0          0" in under(meeting, "2")
    assert "4    0        0          1" in under(meeting, "3")


def test_all_who_were_there_include_whoever_substituted_then() -> None:
    setup = papers(substitutes=SUBSTITUTES)
    script = ":out yew\n:sub maple for=yew\n:take 1\n:declare {} 2 kind=personal effect=stayed -- knowing the site\n"
    script += ":unsub maple\n:out maple\n:in yew"
    assert "All Members" in under(held(script.format("oak,elm,ash,green,maple"), setup), "1")
    assert "All Members" not in under(held(script.format("oak,elm,ash,green"), setup), "1")
