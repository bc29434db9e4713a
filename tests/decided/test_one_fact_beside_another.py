"""What is said of one thing takes nothing from another that only sounds like it."""

import pytest

from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under


def in_style(script: str, style: str, exempt: bool = True) -> str:
    written = draft(held(script), shipped_style(style), exempt)
    return "\n".join(line for block in written.blocks for line in lines(block))


def test_an_outcome_of_an_amendment_is_none_of_its_item() -> None:
    moved = ":take 2\n:motion elm ash -- That ducks be fed\n:amend ash yew words=first -- fed -> left\n:vote 2 3 0\n"
    assert not said(held(moved + ":outcome refused of=A1\n:put m1\n:vote 3 2 0\n:outcome approved"), "V1")
    both = said(held(':take 2\n:outcome no further action\n:outcome to respond to="the Head of Ponds"'), "V1")
    assert both == [
        "HARD V1: Item 2 is said to have had no further action, and to have been sent for a response.",
    ]


def test_who_attended_before_taking_a_seat_is_asked_when_they_left() -> None:
    gone = ":out green\n:take 3\n:close 21:00"
    asked = [one for one in said(held(f":take 2\n{gone}"), "A3") if "left before the end" in one]
    assert asked
    assert [one for one in said(held(f":attending green\n:take 2\n{gone}"), "A3") if "left before" in one] == asked


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The County Council had asked for it again.", False),
        ("It was wrong to wait.", False),
        ("The figures were challenged.", True),
        ("A recount was asked for.", True),
        ("The votes were counted again.", True),
    ],
)
def test_a_paragraph_takes_the_place_of_a_recount_s_sentence_only_where_it_tells_of_it(words: str, told: bool) -> None:
    script = f":take 2\n:put\n:vote 3 2 0\n{words}\n:vote 2 3 0 recount=v1"
    assert ("The count was doubted, and the votes were counted again." not in under(held(script), "2")) is told


@pytest.mark.parametrize(
    ("notice", "words", "printed"),
    [
        ("recording", "The thanks of the Committee were recorded to the clerk.", False),
        ("recording", "The Chairman recorded the Committee's thanks.", True),
        ("fire", "He thanked the fire service.", True),
        ("fire", "There was no fire drill.", False),
        ("paperlight", "Supplementary papers had been sent.", True),
    ],
)
def test_a_notice_is_left_out_only_where_it_was_given_in_words(notice: str, words: str, printed: bool) -> None:
    alone = set(text_of(held(f":take 1\n:welcome {notice}")).splitlines())
    bare = set(text_of(held(":take 1\n:welcome")).splitlines())
    standing = " ".join(alone - bare).split(". ")[-1].rstrip(".")
    assert (standing in text_of(held(f":take 1\n:welcome {notice} -- {words}"))) is printed


def test_a_name_that_is_also_a_word_for_a_body_stays_a_resident_s() -> None:
    script = ":take 2\n:speakers -- Jo Wren for Mrs Young, Al Moss for Mr Church"
    assert "Young" not in in_style(script, "parish")
    assert "Church" not in in_style(script, "parish")
    assert "Young Farmers Club" in in_style(":take 2\n:speakers -- Jo Wren for the Young Farmers Club", "parish")
    assert "Mrs Young" in in_style(script, "barnet")


def test_who_came_in_after_one_put_and_voted_at_the_next_is_not_said_to_have_cast_none() -> None:
    declared = ":take 1\n:declare elm 2 kind=prejudicial effect=stayed\n:take 2\n"
    never = text_of(held(declared + ":put\n:vote 4 0 0", papers(profile="wales")))
    assert "did not vote" in never.split("2. PONDS")[0]
    free = text_of(held(declared.replace("prejudicial", "personal") + ":put\n:vote 5 0 0", papers(profile="wales")))
    assert "did not vote" not in free.split("2. PONDS")[0]


@pytest.mark.parametrize(("moved", "resolved"), [("Mr Rook be heard", True), ("the works be permitted", False)])
def test_the_chair_s_leave_is_the_body_s_only_where_it_voted_on_that(moved: str, resolved: bool) -> None:
    script = f':take 2\n:motion elm ash -- That {moved}\n:vote 3 2 0\n:allow "Tim Rook"'
    assert ("RESOLVED – that Tim Rook" in under(held(script), "2")) is resolved
    assert ("The Chairman allowed Tim Rook" in under(held(script), "2")) is not resolved
