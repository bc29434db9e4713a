"""Forms at the desk: a field of names takes names, every key that is shown leads somewhere, digits pick people."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import MinutesApproved, Noted, OutcomeDeclared, PersonMet, PublicExcluded, TimeExtended
from screens.desk.new_people import like_a_name
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_keys_meant_for_something_else_make_nobody_of_a_half_filled_form(tmp_path: Path) -> None:
    """A motion and its words typed into the field of who spoke: Ctrl+S stops it, and Enter asks first."""
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b h o tab")
        await at.type("nlwThat the hut be let")
        assert "A new person: nlwThat the hut be let" in at.said
        await at.keys("ctrl+s g 8 enter")
        assert at.recorded() == []
        assert at.said.startswith("✗ What followed a key that meant nothing is left out")
        await at.keys("backspace enter")
        assert at.recorded() == []
        assert "A new person, called “nlwThat the hut be let”? Enter again: yes" in at.said
        await at.keys("escape")
        assert at.recorded() == []


async def test_a_name_is_not_asked_about(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b h o tab")
        await at.type("Jo Tew")
        assert "A new person: Jo Tew" in at.said
        await at.keys("enter")
        assert [type(event) for event in at.recorded()] == [PersonMet, Noted]


async def test_what_looks_like_no_name_is_asked_about_once(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b n")
        await at.type("Jo Tew that was here")
        await at.keys("enter")
        assert at.recorded() == []
        await at.keys("enter")
        assert [type(event) for event in at.recorded()] == [PersonMet, Noted]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Jo Tew", True),
        ("Mrs A B Tew-Marsh", True),
        ("Friends of the Long Mere", True),
        ("Al Ng", True),
        ("nlwThat it be so", False),
        ("nl", False),
        ("That the application be refused", False),
        ("Members asked who would look after the hives in winter", False),
        ("Jo Tew has spoken", False),
        ("Jo Tew, 14", False),
    ],
)
def test_what_looks_like_a_name(words: str, name: bool) -> None:
    assert like_a_name(words) is name


async def test_a_letter_that_begins_no_choice_is_refused(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b h n l w")
        assert at.said.startswith("✗ What followed a key that meant nothing is left out")
        await at.keys("backspace o")
        assert "how ‹o" in at.said
        await at.keys("escape d e enter 7 enter")
        assert not at.home


async def test_why_and_until_when_are_two_things(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("= d")
        await at.type("for want of a plan")
        assert "Tab Next place" in at.text
        await at.keys("tab")
        await at.type("the next meeting")
        await at.keys("enter")
        (deferred,) = at.recorded()
        assert isinstance(deferred, OutcomeDeclared)
        assert (deferred.text, deferred.to) == ("for want of a plan", "the next meeting")
        await at.keys("z = d tab")
        at.recorded()
        await at.type("the next meeting")
        await at.keys("tab")
        await at.type("for want of a plan")
        await at.keys("enter")
        (deferred,) = at.recorded()
        assert isinstance(deferred, OutcomeDeclared)
        assert (deferred.text, deferred.to) == ("for want of a plan", "the next meeting")


async def test_tab_is_shown_only_where_it_leads_somewhere(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("! z q")
        assert "Next place" not in at.text
        await at.keys("tab")
        assert at.said.startswith("✗ Tab means nothing here")
        assert at.field == "zq"
        await at.keys("escape :")
        assert "Next place" in at.text


async def test_digits_pick_people_wherever_somebody_is_named(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b h o tab")
        await at.type("Jo Tew")
        await at.keys("tab tab")
        assert "read ‹…› (a name; 1 Ms Reed 2 Mr Vale)" in at.said
        await at.keys("2")
        assert "read: Mr Abel Vale" in at.said
        await at.keys("enter")
        *_, heard = at.recorded()
        assert isinstance(heard, Noted)
        assert heard.facts["read"] == "Mr Abel Vale"
        assert "Representations heard (Jo Tew): objection" in at.flat


async def test_words_that_are_no_digit_alone_stay_as_they_are(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b h o tab")
        await at.type("Jo Tew")
        await at.keys("tab tab")
        await at.type("2 friends")
        await at.keys("enter")
        *_, heard = at.recorded()
        assert isinstance(heard, Noted)
        assert heard.facts["read"] == "2 friends"


async def test_who_signed_the_minutes_may_be_a_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        await at.keys("= m")
        await at.type("2031-01-15")
        await at.keys("tab b enter")
        approved = at.recorded()[-1]
        assert isinstance(approved, MinutesApproved)
        assert approved.signed_by == "birch"


@pytest.mark.parametrize("keys", [". m 2 2 : 3 0 tab a d enter", ". m a d 2 2 : 3 0 enter"])
async def test_an_extension_takes_the_hour_and_who_moved_it_in_either_order(tmp_path: Path, keys: str) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(keys)
        (extended,) = at.recorded()
        assert isinstance(extended, TimeExtended)
        assert (extended.mover, extended.seconder) == ("ash", "dogwood")
        assert extended.until is not None
        assert f"{extended.until:%H:%M}" == "22:30"


async def test_a_letter_that_is_no_seat_is_no_hour(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(". m l")
        assert at.said.startswith("✗ Until is a time, as 22:30")


async def test_the_public_goes_at_an_hour(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 9", written_up=True) as at:
        await at.keys("x e")
        await at.type("3 at=21:12")
        assert "at 9.12 pm" in at.said
        await at.keys("enter")
        excluded = at.recorded()[-1]
        assert isinstance(excluded, PublicExcluded)
        assert (excluded.paragraph, excluded.at and f"{excluded.at:%H:%M}") == (3, "21:12")


async def test_ctrl_home_and_end_go_to_the_ends_of_a_text_of_several_lines(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("m e f ctrl+home X ctrl+end Y")
        assert at.field.startswith("X1. That the Committee")
        assert at.field.endswith("Y")
        await at.keys("escape t a b ctrl+home c")
        assert at.field == "cab"
