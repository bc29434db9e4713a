"""Whom a speaker was of or spoke for: never taken for a person, never lost, and whose councillor one is."""

import pytest

from tests.support.five import held, papers, said, text_of, under

VISITS = ':person fell kind=councillor name="D Fell" post="Heath End Ward"\n'


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (":heard councillor who=fell of=\"Heath End\"", "Councillor D Fell for Heath End addressed the Committee"),
        (":heard councillor who=fell", "Councillor D Fell (Heath End Ward) addressed the Committee on"),
        (":heard agent who=\"Jo Bell\" of=ash", "Jo Bell of Ash addressed the Committee on behalf of the applicant."),
        (":heard agent who=\"Jo Bell\" of=\"Yew and Green\"", "Jo Bell of Yew and Green addressed"),
        (":heard objection who=\"Al Moss\" of=\"Elm Road Residents,Head of Ponds\"", "Elm Road Residents and Head of"),
        (":heard agent who=\"Jo Bell\" of=\"Lee, May and Orr LLP\"", "Jo Bell of Lee, May and Orr LLP addressed"),
        (":heard parish who=\"Mrs Orr\" of=\"Elm Parish Council\"", "Mrs Orr addressed the Committee on behalf of"),
        (":heard town who=\"Cllr Bo Orr\"", "Councillor Bo Orr addressed the Committee on behalf of the Town Council."),
        (":heard community who=\"Cllr Bo Orr\" of=\"Tern Community Council\"", "on behalf of Tern Community Council."),
        (":heard objection who=\"Cllr Bo Orr for Tern Town Council\"", "heard from Councillor Bo Orr (Tern Town"),
        (":speakers on=2 -- Cllr Bo Orr for Tern Town Council", "Councillor Bo Orr (on behalf of Tern Town Council) a"),
        (":speakers on=2 -- Cllr Bo Orr for the Mill Lane Residents", "Bo Orr (on behalf of the Mill Lane Resid"),
        (":speakers on=2 -- Cllr Bo Orr of Tern PC\n:speakers on=3 -- Cllr Bo Orr", "Bo Orr (Tern PC) addressed the C"),
        (":speakers on=2 -- Cllr D Fell", "Councillor D Fell (Heath End Ward) addressed the Committee on Item 2."),
        (":speakers on=2 as=\"as Ward Member for Heath End\" -- Cllr D Fell", "Councillor D Fell addressed"),
        (":speakers as=\"as the Heath End Ward Member\" -- Cllr D Fell", "Councillor D Fell addressed"),
        (":speakers as=\"as local Member\" -- Cllr D Fell", "D Fell (Heath End Ward) addressed the Committee, as l"),
        (":speakers -- Cllr Bo Orr for Tern Town Council, Jo Bell", "The following addressed the Committee:"),
        (":speakers -- Al Moss for Di Fen, Jo Bell", "The following residents addressed the Committee:"),
    ],
)  # fmt: skip
def test_it_is_printed(lines: str, printed: str) -> None:
    assert printed in under(held(f"{VISITS}:take 2\n{lines}"), "2")


def test_one_of_another_council_is_none_of_ours() -> None:
    lines = ":speakers -- Cllr Bo Orr for Tern Town Council\n:attending fell,orr"
    front = text_of(held(f"{VISITS}:take 2\n{lines}"))
    assert "Members also Present:\nCouncillor D Fell (Heath End Ward)\n" in front
    assert "Also in attendance\nCouncillor Bo Orr, Tern Town Council\n" in front


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ("Al Moss for Di Fen", "A resident addressed the Committee."),
        ("Al Moss for the Mill Lane Residents", "A resident (on behalf of the Mill Lane Residents) addressed"),
        ("Cllr Bo Orr for Tern Town Council, Al Moss", "A resident and Councillor Bo Orr (on behalf of Tern Town C"),
    ],
)
def test_where_residents_are_not_named(names: str, printed: str) -> None:
    meeting = held(f":take 2\n:speakers -- {names}", papers(printing={"public_names": False}))
    assert printed in under(meeting, "2")


def test_a_finding_says_no_more_than_is_so() -> None:
    meeting = held(":take 2\n:speakers -- Al Moss for Di Fen")
    assert said(meeting, "PP12") == ["NOTE PP12: Al Moss spoke on behalf of Di Fen; both names are recorded."]


@pytest.mark.parametrize(
    ("honours", "printed"), [("everywhere", "Councillor Mrs Dora Elm moved"), (True, "Councillor Dora Elm moved")]
)
def test_a_title_stands_in_every_sentence_where_the_style_wants_it(honours: object, printed: str) -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Mrs Dora Elm"}, {"name": "Ivo Ash"}]
    setup = papers(members=members, printing={"honours": honours})
    meeting = held(":take 2\n:motion elm ash -- That ducks be bought", setup)
    assert printed in under(meeting, "2")
    assert "Councillor Mrs Dora Elm  Councillor Ivo Ash" in text_of(meeting)
