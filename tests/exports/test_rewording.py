"""A block in the clerk's own words: it prints, the facts stay, and it is found out when they change."""

import pytest

from clerk.meeting.state import Meeting
from exports.blocks import Draft, Prose
from exports.draft import draft, item_blocks
from exports.plain import write_text
from exports.rewording import block_text, findings
from exports.style import shipped_style
from tests.support.minute import Desk, desk

STYLE = shipped_style()
START = ":open 19:00\n:present rest\n:take 7\n:@19:40 out elm\n:outcome noted"
GENERATED = "Councillor Ivo Elm left the meeting at 7.40 pm."


def held(*lines: str) -> Desk:
    here = desk().play(START)
    for line in lines:
        here.enter(line)
    return here


def written(meeting: Meeting) -> Draft:
    return draft(meeting, STYLE, exempt=True)


def test_the_clerk_s_words_stand_in_the_place_of_the_house_style_s() -> None:
    meeting = held(":reword e5 AT-08 -- Councillor Elm went home.").meeting
    text = write_text(written(meeting))
    assert "Councillor Elm went home." in text
    assert GENERATED not in text
    block = next(b for b in item_blocks(meeting, STYLE, "i7") if b.construct == "AT-08")
    assert block.was == GENERATED
    assert findings(meeting, written(meeting)) == ()


def test_the_construct_need_not_be_named_where_there_is_one() -> None:
    assert "Councillor Elm went home." in write_text(written(held(":reword e5 -- Councillor Elm went home.").meeting))


def test_without_words_the_house_style_speaks_again() -> None:
    meeting = held(":reword e5 -- Councillor Elm went home.", ":reword e5").meeting
    assert GENERATED in write_text(written(meeting))


def test_a_rewording_can_be_undone() -> None:
    meeting = held(":reword e5 -- Councillor Elm went home.", ":undo").meeting
    assert GENERATED in write_text(written(meeting))


def test_the_last_of_several_stands() -> None:
    meeting = held(":reword e5 -- First.", ":reword e5 -- Second.").meeting
    assert "Second." in write_text(written(meeting))
    assert "First." not in write_text(written(meeting))


def test_facts_that_changed_since_are_a_warning_that_shows_both() -> None:
    here = held(f':reword e5 AT-08 was="{GENERATED}" -- Councillor Elm went home.')
    assert findings(here.meeting, written(here.meeting)) == ()
    here.enter(":correct e5 out oak")
    (found,) = findings(here.meeting, written(here.meeting))
    assert found.severity == "WARN"
    assert "“Councillor Elm went home.”" in found.text
    assert "Councillor Omar Oak left the meeting at 7.40 pm." in found.text
    assert "Councillor Elm went home." in write_text(written(here.meeting)), "it still prints"


def test_a_correction_since_is_found_where_the_old_words_were_not_kept() -> None:
    here = held(":reword e5 AT-08 -- Councillor Elm went home.")
    here.enter(":correct e5 out oak")
    (found,) = findings(here.meeting, written(here.meeting))
    assert "put right since" in found.text


def test_a_rewording_of_what_is_gone_says_so() -> None:
    here = held(":reword e5 -- Councillor Elm went home.", ":strike e5")
    (found,) = findings(here.meeting, written(here.meeting))
    assert "no longer minuted" in found.text


def test_a_list_can_be_reworded_a_line_an_entry() -> None:
    here = held(":put", ":vote unanimous", ":reword e7 MT-01 nth=1 -- 1. First.\n  2. Second.\n  - A point.")
    text = write_text(written(here.meeting))
    assert "1. First.\n2. Second.\n- A point." in text
    assert "That the Committee approve the repairs." not in text


def test_one_of_two_alike_can_be_meant() -> None:
    here = desk().play(":open 19:00\n:present rest\n:take 7\nOne.\n  Two.")
    here.enter(":reword e5 nth=1 -- Other.")
    found = [block_text(b) for b in item_blocks(here.meeting, STYLE, "i7") if isinstance(b, Prose)]
    assert found in (["One.", "Other."], ["One.", "Two."])


def test_a_private_block_stays_private_in_other_words() -> None:
    here = desk().play(":open 19:00\n:present rest\n:take 9\n:exclude items=9\nThe price was named.")
    here.enter(":reword e6 -- A sum was named.")
    assert "A sum was named." not in write_text(draft(here.meeting, STYLE))
    assert "A sum was named." in write_text(draft(here.meeting, STYLE, exempt=True))


@pytest.mark.parametrize("line", [":reword", ":reword e99 -- x", ":reword e5 nth=x -- y"])
def test_what_does_not_say_one_thing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        held(line)


@pytest.mark.parametrize(
    ("line", "of"),
    [
        (":reword e5 AT-07 -- Councillor Elm went home.", "AT-07"),
        (":reword e5 AT-99 -- Councillor Elm went home.", "AT-99"),
        (":reword e5 AT-08 nth=3 -- Councillor Elm went home.", "AT-08"),
        (":reword e5 AT-08 -- Councillor Elm went home.", ""),
        (":reword e5 -- Councillor Elm went home.", ""),
    ],
)
def test_words_for_what_an_entry_does_not_print_are_found(line: str, of: str) -> None:
    here = held(line)
    found = findings(here.meeting, written(here.meeting))
    assert ("Councillor Elm went home." in write_text(written(here.meeting))) is not bool(of)
    assert [f"A rewording is of {of}, which its entry does not print" in one.text for one in found] == [True] * bool(of)
