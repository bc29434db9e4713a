"""With whose consent an amendment was accepted; by what means somebody was elected, and a ballot of which nothing came;
one person who is called with a title and without."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.gestures import say_back
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under
from tests.support.minute import desk

AMENDED = ":take 2\n:motion oak ash -- That otters be fed.\n:amend elm yew at=1 words=first -- fed -> seen"
HANDS = {"vote.hands": "Schedule 12"}
CO_OPTION = ({"number": 1, "title": "Co-option"}, {"number": 2, "title": "Election of Chair"})
STOOD = ':take 1\n:nominate "Mrs Non Ivy" to=Councillor\n:nominate "Al Fern" to=Councillor'


def sheet(meeting: Meeting) -> str:
    """The decision sheet of a meeting."""
    return write_text(decision_sheet(meeting, shipped_style(), draft(meeting, shipped_style())))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("with the consent of the mover and the seconder", ", with the consent of the mover and the seconder"),
        ("the mover and the seconder", ", with the consent of the mover and the seconder"),
        ("The mover", ", with the consent of the mover"),
        ("consent of the meeting", ", with the consent of the meeting"),
        ("the mover agreeing", ", with the mover agreeing"),
        ("by consent", ", by consent"),
        ("", ""),
    ],
)
def test_the_minutes_and_the_sheet_say_the_same_of_whose_consent_there_was(typed: str, told: str) -> None:
    meeting = held(f"{AMENDED}\n:accept A1{f' -- {typed}' if typed else ''}")
    assert f"This was accepted without a vote{told}." in under(meeting, "2")
    assert f"– accepted without a vote{told}:" in sheet(meeting)


def test_the_sheet_says_why_a_motion_was_withdrawn() -> None:
    meeting = held(f"{AMENDED}\n:withdraw A1 -- it was covered elsewhere")
    assert "– withdrawn because it was covered elsewhere:" in sheet(meeting)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("the seconder", "with the consent of the seconder"),
        ("Councillor Yew agreeing", "with Councillor Yew agreeing"),
        ("with the consent of the meeting", "with the consent of the meeting"),
        ("because it was late", "because it was late"),
    ],
)
def test_a_withdrawal_says_whose_consent_there_was_as_an_acceptance_does(typed: str, told: str) -> None:
    meeting = held(f"{AMENDED}\n:withdraw A1 -- {typed}")
    assert f"withdrawn {told}." in under(meeting, "2")
    assert f"– withdrawn {told}:" in sheet(meeting)


@pytest.mark.parametrize("verb", ["accept", "withdraw", "fell", "notput"])
def test_a_reason_is_said_back_once(verb: str) -> None:
    there = desk(papers()).play(AMENDED)
    events = there.enter(f":{verb} A1 -- with the consent of the mover")
    assert say_back(held(AMENDED), events).count("with the consent of the mover") == 1


def of_co_option(script: str, hands: bool = True) -> Meeting:
    """A council that co-opts, whose law may want a show of hands."""
    return held(script, papers(items=CO_OPTION, body="Council", settings=HANDS if hands else {}))


@pytest.mark.parametrize(
    ("hands", "how", "told"),
    [
        (True, "", "On a show of hands for co-option votes were"),
        (True, " how=ballot", "In the ballot for co-option votes were"),
        (False, " how=hands", "On a show of hands for co-option votes were"),
        (False, "", "In the ballot for co-option votes were"),
    ],
)
def test_a_round_is_told_as_it_was_held(hands: bool, how: str, told: str) -> None:
    meeting = of_co_option(f"{STOOD}\n:ballot ivy 3 fern 2{how}", hands)
    assert told in under(meeting, "1")
    assert "RESOLVED – that Mrs Non Ivy be co-opted as a Councillor." in under(meeting, "1")
    assert bool(said(meeting, "V30")) is (hands and how == " how=ballot")


def test_nobody_is_elected_where_it_is_not_clear() -> None:
    three = of_co_option(f'{STOOD}\n:nominate "Cy Moss" to=Councillor\n:ballot ivy 2 fern 2 moss 1')
    assert "RESOLVED" not in under(three, "1")


def test_a_void_ballot_is_told_and_another_follows_it() -> None:
    void = f"{STOOD}\n:ballot void -- six papers were found in the box"
    told = under(of_co_option(f"{void}\n:ballot ivy 3 fern 2 how=ballot"), "1")
    assert "The ballot for co-option was void because six papers were found in the box." in told
    assert "In a further ballot for co-option votes were" in told
    assert any("no other followed it" in line for line in said(of_co_option(void), "V23"))
    counted = under(of_co_option(f"{STOOD}\n:ballot void ivy 4 fern 3 -- one paper too many"), "1")
    assert "This ballot was void owing to one paper too many." in counted
    assert "RESOLVED" not in counted


@pytest.mark.parametrize("line", [":ballot ivy 3 fern 2 -- it was close", ":ballot void elected=ivy -- spoilt"])
def test_what_says_nothing_of_a_ballot_is_refused(line: str) -> None:
    with pytest.raises(Unclear):
        of_co_option(f"{STOOD}\n{line}")


@pytest.mark.parametrize(
    ("stood", "on_the_roll", "same"),
    [
        ("Mrs Non Ivy", "Mrs Non Ivy", True),
        ("Mrs Non Ivy", "Non Ivy", True),
        ("Non Ivy", "Dr Non Ivy", True),
        ("Rev. Non Ivy", "Rev Non Ivy OBE", True),
        ("Mr Non Ivy", "Mrs Non Ivy", False),
    ],
)
def test_who_is_co_opted_is_one_person_with_a_title_and_without(stood: str, on_the_roll: str, same: bool) -> None:
    script = f':take 1\n:nominate "{stood}" to=Councillor\n:ballot ivy 3 elected=ivy\n:members -- {on_the_roll}'
    meeting = of_co_option(script)
    assert any("is not on the roll" in line for line in said(meeting, "V23")) is not same
    assert "Councillor Non Ivy" in text_of(meeting)
