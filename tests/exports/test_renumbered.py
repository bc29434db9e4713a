"""Where the order taken gives an item another number, nothing that speaks of it can mean two items."""

import pytest

from tests.support.five import held, said, text_of

DECLARED = ":take 1\n:declare elm 3 kind=personal -- being a trustee\n"
TURNED = ":order 3+2 -- many had come\n:take 3\n:put\n:vote carried\n:take 2\n:put\n:vote carried\n"
STRAIGHT = ":take 2\n:put\n:vote carried\n:take 3\n:put\n:vote carried\n"


def test_a_number_that_is_printed_for_another_item_has_the_agendas_beside_it() -> None:
    text = text_of(held(f"{DECLARED}{TURNED}"))
    assert "in relation to Item 2 (Agenda Item 3) by virtue of" in text
    assert "2. BEES (AGENDA ITEM 3)" in text
    assert "its items would be taken in the order 3 and 2, because many had come." in text


def test_a_number_that_is_the_agendas_stands_alone() -> None:
    assert "in relation to Item 3 by virtue of" in text_of(held(f"{DECLARED}{STRAIGHT}"))


def test_one_item_that_goes_next_is_the_agendas() -> None:
    script = f"{DECLARED}:order 3\n:take 3\n:put\n:vote carried\n:take 2\n:put\n:vote carried\n"
    assert "Agenda Item 3 would be taken next." in text_of(held(script))


@pytest.mark.parametrize(
    "line",
    ["The Chairman spoke of item 3.", ":out ash -- he had come for item 3 alone", ":adjourn 20:00 -- to read item 3"],
)
def test_typed_words_that_name_such_a_number_are_found(line: str) -> None:
    assert said(held(f"{DECLARED}{TURNED}{line}\n"), "C5")
    assert not said(held(f"{DECLARED}{STRAIGHT}{line}\n"), "C5")


@pytest.mark.parametrize(
    "line", [":motion elm ash -- that item 3 of the plan be dropped", ":advice reed -- item 3 of the code"]
)
def test_words_about_other_papers_are_not(line: str) -> None:
    assert not said(held(f"{DECLARED}{TURNED}{line}\n"), "C5")
