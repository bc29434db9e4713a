"""A hearing of a licensing sub-committee: what it returns to and puts right, who was there, what was let in."""

from typing import Any

import pytest

from clerk.events import Convened
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.live import look_ahead
from clerk.setup.convening import convene
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import said, text_of, under
from tests.support.minute import Desk, desk

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Apologies for absence"},
    {"number": 2, "title": "Declarations of interest"},
    {"number": 3, "title": "Application for a premises licence: The Kiln"},
    {"number": 4, "title": "Application for review: The Anchor"},
    {"number": 5, "title": "Driver’s licence", "exempt": True, "paragraphs": "1"},
)
OPENED = ":open 19:00\n:present rest\n"


def hearing(**head: Any) -> Convened:
    """The papers of three members, a reserve, and two officers."""
    file = {
        "body": "Licensing Sub-Committee",
        "date": "2031-03-12",
        "time": "19:00",
        "venue": "The Long Room",
        "quorum": 3,
        "members": [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm"}, {"name": "Ivo Ash"}],
        "substitutes": [{"name": "Petra Yew"}],
        "officers": [
            {"name": "Ruth Vale", "title": "Ms", "post": "Legal Adviser"},
            {"name": "Peter Fen", "title": "Mr", "post": "Licensing Officer"},
        ],
        "items": list(ITEMS),
    }
    return convene(file | head)


def at_desk(script: str, **head: Any) -> Desk:
    return desk(hearing(**head)).play(OPENED + script)


def heard(script: str, **head: Any) -> Meeting:
    return at_desk(script, **head).meeting


def refused(script: str, line: str) -> str:
    """With what sentence a line is refused after a script."""
    with pytest.raises(Unclear) as wrong:
        at_desk(script).enter(line)
    return str(wrong.value)


def sheet(meeting: Meeting, exempt: bool = True) -> str:
    written = draft(meeting, shipped_style(), exempt)
    of = decision_sheet(meeting, shipped_style(), written, exempt)
    return "\n".join(line for block in of.blocks for line in lines(block))


GRANTED = ":take 3\n:decision -- The licence was granted until 23:00.\n"
REVIEWED = ":take 4\n:decision -- The licence was suspended.\n"


def test_an_item_that_is_taken_again_later_is_returned_to_where_it_was_left_too() -> None:
    meeting = heard(f"{GRANTED}{REVIEWED}:@21:49 take 3\n:decision -- Sunday was to end at 22:30.")
    assert under(meeting, "3").splitlines()[1:] == [
        "The Sub-Committee returned to this item at 9.49 pm, from Item 4.",
        "The Sub-Committee announced its decision. Sunday was to end at 22:30.",
    ]
    assert under(meeting, "4").splitlines()[-1] == "At 9.49 pm the Sub-Committee returned to Item 3."


def test_nothing_is_said_of_an_item_that_is_only_turned_to_or_taken_twice_in_a_row() -> None:
    assert "returned to" not in text_of(heard(f"{GRANTED}{REVIEWED}:take 3\n:take 4\n:take 5"))
    assert "returned to" not in text_of(heard(f"{GRANTED}:take 3\nMr Fen spoke.\n:take 4"))
    parts = [*ITEMS[:3], {"number": "3.1", "title": "Hours"}, {"number": "3.2", "title": "Music"}]
    assert "returned to" not in text_of(heard(":take 3\nA.\n:take 3.1\nB.\n:take 3.2\nC.\n:take 3\nD.", items=parts))


def test_what_was_returned_to_in_private_is_not_told_to_the_public() -> None:
    script = f"{GRANTED}:take 5\n:exclude\nMr Fen spoke.\n:take 3\nMembers asked.\n:@21:10 take 5\nMr Fen answered."
    meeting = heard(script)
    assert "returned to this item at 9.10 pm" in text_of(meeting)
    assert "9.10 pm" not in text_of(meeting, exempt=False)
    assert "returned to Item 5" not in text_of(meeting, exempt=False)


def test_a_decision_that_is_corrected_takes_the_place_of_the_first() -> None:
    script = f"{GRANTED}{REVIEWED}:take 3\n:decision corrected -- The licence was granted until 22:30."
    meeting = heard(script)
    printed = under(meeting, "3")
    assert "granted until 23:00" in printed
    assert printed.endswith(
        "The Sub-Committee corrected the decision that it had announced, and this took its place. "
        "The licence was granted until 22:30."
    )
    assert "23:00" not in sheet(meeting)
    assert "granted until 22:30" in sheet(meeting)
    assert "suspended" in sheet(meeting)


def test_a_decision_corrects_one_of_its_own_item_and_says_the_whole() -> None:
    assert "No decision of this item" in refused(f"{GRANTED}:take 4", ":decision corrected -- It was refused.")
    assert "No decision of this item" in refused(":take 3\n:decision later", ":decision corrected -- It was granted.")
    assert "as it now stands" in refused(GRANTED, ":decision corrected")


def test_back_from_deliberating_is_no_return_of_the_public() -> None:
    printed = under(heard(":take 3\n:@20:04 deliberate vale,fen\n:@20:31 returned"), "3")
    assert "deliberated in private session from 8.04 pm, accompanied by Ms Ruth Vale" in printed
    assert "returned at 8.31 pm from its deliberation" in printed
    assert ":returned" in refused(":take 3\n:deliberate", ":readmit")
    assert "re-admitted" in text_of(heard(":take 3\n:exclude reg=licensing\n:deliberate\n:readmit"))


def test_a_party_who_is_missing_had_made_a_representation() -> None:
    assert under(heard(':take 3\n:noshow "Mrs Di Fen"'), "3") == (
        "Mrs Di Fen, who had made a representation, was not present."
    )
    other = heard(':take 3\n:noshow "Mrs Di Fen"', body="Regulatory Committee")
    assert "had made a representation" in under(other, "3")
    assert "had registered to speak" in under(heard(':take 1\n:noshow "Di Fen"', body="Parks Committee"), "1")
    assert "leave one out" in refused(":take 3", ':noshow "Di Fen" party=applicant -- why the lamps were dark')


def test_what_is_tabled_at_a_hearing_is_let_in_or_not() -> None:
    said = ':take 3\n:tabled admitted={} by="Mr Moss" -- a noise report'
    assert "was admitted with the consent of Mr Moss: a noise report." in under(heard(said.format("yes")), "3")
    assert "was not admitted, as Mr Moss did not consent: a noise" in under(heard(said.format("no")), "3")
    assert "admitted=" in refused(":take 3", ':tabled by="Mr Moss" -- a noise report')


SWAP = ":take 3\n:@19:05 out ash\n:sub yew for=ash\n:introduce fen\n:decision -- It was granted.\n:unsub yew\n:in ash\n"


def test_a_seat_that_changes_hands_at_once_loses_no_quorum_and_parts_no_item() -> None:
    meeting = heard(f"{SWAP}:take 4\n:introduce fen\n:take 3\n:sub yew for=ash\nMr Fen spoke.\n:unsub yew\n:in ash\n")
    assert not said(meeting, "Q13")
    assert not [one for one in said(meeting, "AP8") if one.startswith("HARD")]
    apart = heard(":take 3\n:introduce fen\n:out ash\n:sub yew for=ash\nMr Fen spoke.")
    assert [one for one in said(apart, "AP8") if one.startswith("HARD")]
    lost = heard(":take 3\n:introduce fen\n:out ash\nMr Fen spoke.\n:sub yew for=ash")
    assert len(said(lost, "Q13")) == 1
    assert len(said(heard(":take 3\n:introduce fen\n:out ash\n:in ash\nMr Fen spoke."), "Q13")) == 1


def test_who_attends_in_private_alone_stands_in_the_exempt_minutes() -> None:
    script = (
        ":take 5\n:exclude items=5 para=1\n"
        ':person hale title=Mr name="Terence Hale" post="driver"\n:attending hale\n:introduce fen'
    )
    meeting = heard(script)
    assert "Mr Terence Hale" in text_of(meeting).partition("1. ")[0]
    assert "Hale" not in text_of(meeting, exempt=False)


@pytest.mark.parametrize(
    "words",
    ["that was no reason for him not to sit", "that would be for the court", "that had been put right"],
)
def test_advice_that_begins_with_what_it_points_at_keeps_it(words: str) -> None:
    assert under(heard(f":take 3\n:advice vale -- {words}"), "3") == (
        f"Ms Ruth Vale, Legal Adviser, advised the Sub-Committee that {words}."
    )
    led = under(heard(":take 3\n:advice vale -- that the matter lay within the remit"), "3")
    assert led.endswith("advised the Sub-Committee that the matter lay within the remit.")


def test_a_reserve_of_whom_notice_was_given_is_counted_for_what_is_to_come() -> None:
    declared = ":take 2\n:declare ash 4 kind=other effect=left -- his shop\n"
    (ahead,) = look_ahead(heard(declared))
    assert ahead.quorum.state == "INQUORATE"
    meeting = heard(f"{declared}:reserve yew for=ash items=4")
    (ahead,) = look_ahead(meeting)
    assert ahead.quorum.state != "INQUORATE"
    assert not said(meeting, "Q6")
    assert "Councillor Petra Yew would sit in place of Councillor Ivo Ash for Item 4." in under(meeting, "2")
    assert not said(heard(f"{declared}:reserve yew for=ash items=3\n{SWAP}"), "AP8")
