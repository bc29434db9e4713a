"""What an evening of scrutiny, and one of licensing, says of who came, who was let speak and what was put in whole."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under

MOTION = (
    ":take 2\n:motion elm ash -- That the decision of the Mayor to close the lido be confirmed and take effect now.\n"
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("That the decision be referred back to the Mayor for reconsideration.", True),
        ("That officers report again in May.", True),
        ("That the decision of the Mayor to close the lido be confirmed and take effect in June.", False),
        ("That the decision of the Mayor to shut the lido be confirmed and take effect now.", False),
        ("That the decision of the Mayor to close the lido be confirmed and take effect now, but for the pool.", False),
    ],
)
def test_an_amendment_given_whole_prints_whole_where_few_words_stay(text: str, whole: bool) -> None:
    meeting = held(f"{MOTION}:amend yew green text -- {text}\n:vote 4 1 0\n")
    minutes = under(meeting, "2")
    assert ("That the motion be replaced by:" in minutes) is whole
    assert (text in minutes.partition("moved an amendment")[2].partition("Votes were")[0]) is whole
    assert ("in the motion the word" in minutes) is not whole
    assert (text in sheet(meeting)) is whole


def sheet(meeting: Meeting) -> str:
    style = shipped_style()
    made = decision_sheet(meeting, style, draft(meeting, style))
    return "\n".join(line for block in made.blocks for line in lines(block))


@pytest.mark.parametrize(
    ("line", "printed", "decided"),
    [
        (':allow "Jo Fen" minutes=2', "The Chairman allowed Jo Fen, who had not registered, to address", False),
        (
            ':allow "Jo Fen" by=elm,ash',
            "Elm moved, seconded by Councillor Ivo Ash, and it was RESOLVED – that Jo Fen",
            True,
        ),
        (':allow "Jo Fen" agreed=unanimously', "that Jo Fen, who had not registered, be unanimously permitted", True),
    ],
)
def test_the_chair_allows_who_had_not_registered_unless_it_was_resolved(line: str, printed: str, decided: bool) -> None:
    meeting = held(f":take 2\n{line}\n")
    assert printed in under(meeting, "2")
    assert ("Jo Fen" in sheet(meeting)) is decided


def test_a_vote_on_something_else_does_not_let_anybody_speak() -> None:
    meeting = held(':take 2\n:motion elm ash -- That the bank be mended.\n:vote 4 1 0\n:allow "Jo Fen"\n')
    assert "The Chairman allowed Jo Fen" in under(meeting, "2")


def test_three_do_not_move_that_somebody_be_heard() -> None:
    with pytest.raises(Unclear, match="two at most"):
        held(':take 2\n:allow "Jo Fen" by=elm,ash,yew\n')


def test_a_call_in_was_made_before_the_evening_and_by_whoever_made_it() -> None:
    line = ':callin elm,"Cllr Bo Tarn" decision="the closing of the lido" on=2031-03-05 made=2031-03-01 -- it was late'
    assert (
        "Councillor Dora Elm and Councillor Bo Tarn had called in on 5 March 2031 the closing of the lido "
        "(decided on 1 March 2031), because it was late." in under(held(f":take 2\n{line}\n"), "2")
    )
    with pytest.raises(Unclear, match="is after the meeting"):
        held(':take 2\n:callin elm decision="the lido" on=2031-03-20\n')
    with pytest.raises(Unclear, match="is before"):
        held(':take 2\n:callin elm decision="the lido" on=2031-03-01 made=2031-03-02\n')


CO_OPTED = [
    {"name": "Tom Oak", "role": "chair"},
    {"name": "Dora Elm"},
    {"name": "Ivo Ash"},
    {"name": "Ann Rye", "title": "Ms", "kind": "co-optee", "organisation": "Parent Governors"},
    {"name": "Hal Imm", "title": "Mr", "kind": "co-optee", "voting": False},
]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("Scrutiny Committee", "Ms Ann Rye (co-opted member, Parent Governors)"),
        ("Health and Wellbeing Board", "Ms Ann Rye (Parent Governors)"),
    ],
)
def test_the_head_says_who_is_co_opted_and_has_no_vote(body: str, printed: str) -> None:
    head = text_of(held(":take 2\n", papers(members=CO_OPTED, body=body))).partition("1. DECL")[0]
    assert printed in head
    assert "Mr Hal Imm (non-voting co-opted member)" in head


def test_the_exempt_minutes_have_the_business_and_the_public_ones_its_summary() -> None:
    shut, told = ":take 3\n:exclude para=3\n", ":summary -- A lease was discussed.\n:readmit\n"
    meeting = held(f"{shut}The rent was told.\n{told}")
    assert "A lease was discussed." in under(meeting, "3", exempt=False)
    assert "A lease was discussed." not in under(meeting, "3")
    alone = held(shut + told)
    assert "A lease was discussed." in under(alone, "3")


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Report on the weir", "spoke to the ‘Report on the weir’."),
        ("The weir", "spoke to the report ‘The weir’."),
        ("Reporting of faults", "spoke to the report ‘Reporting of faults’."),
    ],
)
def test_the_word_report_is_not_said_twice(title: str, printed: str) -> None:
    items = ({"number": 1, "title": title, "recommendations": ["That it be noted."]},)
    assert printed in text_of(held(":take 1\n:introduce reed how=spoke\n", papers(items=items)))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a list of conditions agreed between the parties", "tabled: a list of conditions agreed between the parties."),
        ("a letter sent to residents", "tabled: a letter sent to residents."),
        ("the police agreed with it", "tabled. The police agreed with it."),
        ("a letter sent to residents was wrong", "tabled. A letter sent to residents was wrong."),
    ],
)
def test_what_was_done_to_a_thing_is_no_sentence(typed: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n:tabled -- {typed}\n"), "2")


def test_a_decision_is_what_notice_is_given_of_and_reasons_are_for() -> None:
    decision = ":take 2\n:decision days=5 -- There was a right of appeal.\n"
    minutes = under(held(f"{decision}:conditions added -- no music\n:reasons -- it was loud\n"), "2")
    assert "Notice of the decision would be given within five working days." in minutes
    assert "The reason for the decision was:" in minutes
    assert "For the following reason:" in under(held(":take 2\n:outcome refused\n:reasons -- it was loud\n"), "2")


def test_a_reply_to_all_parties_names_nobody() -> None:
    minutes = under(held(':take 2\n:writtenreply reed to="all parties" -- the weir\n'), "2")
    assert "reply to all parties in writing" in minutes
    assert "Reply in writing to all parties" in minutes
    assert "to Jo Fen in writing" in under(held(':take 2\n:writtenreply reed to="jo fen"\n'), "2")


def test_who_attended_and_then_took_a_seat_is_listed_once() -> None:
    setup = papers(substitutes=[{"name": "Sam Bay"}])
    meeting = held(":apologies green\n:attending bay\n:take 2\n:sub bay for=green\n", setup)
    head = text_of(meeting).partition("1. DECL")[0]
    assert head.count("Sam Bay") == 1
    assert not [found for found in said(meeting, "A3") if "came when" in found]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("Councillor I Brown spoke.", False),
        ("Part I of the Schedule applied.", False),
        ("Mr I Reed answered.", False),
        ("I live there.", True),
        ("It was said that I’m late.", True),
        ("The Chairman said that we agree.", True),
    ],
)
def test_an_initial_is_no_pronoun(prose: str, found: bool) -> None:
    assert bool(said(held(f":take 2\n{prose}\n"), "N7")) is found
