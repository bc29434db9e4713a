"""Words half typed in a form stay where they were typed, as paragraphs do: after Esc, after a refusal, after a kill."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import MeetingAdjourned, Nominated, Noted
from clerk.shorthand.line import read_script
from screens.sitting import Sitting
from store.meetings import Kept
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"
KEPT = "Nothing recorded; the words are kept for when you come back to the same."


@pytest.mark.parametrize(
    ("keys", "words", "shown"),
    [
        (". w", "19:55", "‹19:55▏›"),
        (", n", "e", "Elm"),
        ("+ e", "Head of Parks", "Head of Parks"),
        ("+ t", "9", "‹79▏›"),
        ("b i", "A Mr Tew of the Mill Trust", "A Mr Tew of the Mill Trust"),
    ],
)
async def test_what_was_typed_in_a_form_is_there_again_after_esc(
    tmp_path: Path, keys: str, words: str, shown: str
) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(keys)
        begun = at.said
        await at.type(words)
        assert shown in at.said
        await at.keys("escape")
        assert at.home
        assert at.said == KEPT
        await at.keys(f"t escape {keys}")
        assert shown.replace("▏", "") in at.said.replace("▏", "")
        assert "Ctrl+T" in at.said
        await at.keys(f"ctrl+t {keys}")
        assert at.said == begun
        assert at.recorded() == []


async def test_nothing_typed_in_a_form_is_nothing_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ t tab escape")
        assert at.said == "Nothing recorded."
        await at.keys(", n e backspace escape , n")
        assert "Ctrl+T" not in at.said


async def test_it_is_offered_at_its_own_item_and_in_its_own_form_alone(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", n e escape")
        for other in (", b", "left , n"):
            await at.keys(other)
            assert "Elm" not in at.said
            await at.keys("escape")
        await at.keys("right , n")
        assert "Elm" in at.said


async def test_the_words_of_a_form_and_what_was_said_before_them_come_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(". w enter")
        await at.type("The fire bells ra")
        await at.keys("escape")
        assert at.said == KEPT
        await at.keys(". w enter")
        assert at.field == "The fire bells ra"
        await at.keys("escape . w enter n g enter")
        (adjourned,) = at.recorded()
        assert isinstance(adjourned, MeetingAdjourned)
        assert adjourned.reason.casefold().startswith("the fire bells rang")
        await at.keys("z . w enter")
        assert at.field == ""


async def test_a_form_that_was_refused_stays_open(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", n e tab")
        await at.type("Nobody Known")
        await at.keys("tab tab")
        await at.type("Chair of the Mill Trust")
        await at.keys("enter")
        assert "✗" in at.said
        assert at.recorded() == []
        await at.keys("up up " + "backspace " * len("Nobody Known") + "f enter")
        (nominated,) = at.recorded()
        assert isinstance(nominated, Nominated)
        assert (nominated.person, nominated.proposer) == ("elm", "fir")
        assert nominated.post == "Chair of the Mill Trust"


async def test_an_edit_in_a_form_shows_the_record_and_comes_back_by_its_key(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:erratum where=Mills -- 2030 -> 2031") as at:
        await at.keys("end e s escape e")
        assert "Mills▏" in at.said
        assert "Ctrl+R" in at.said
        await at.keys("ctrl+r")
        assert "Millss▏" in at.said
        await at.keys("escape e ctrl+t e")
        assert "Mills▏" in at.said
        assert "Ctrl+R" in at.said


async def test_what_is_typed_in_a_form_outlives_the_desk(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", n e tab f tab tab")
        await at.type("Chair of the Mi")
        at.screen.fields.half.save()
    async with desk(tmp_path) as at:
        assert "Words left half typed are kept" in at.said
        await at.keys(", n")
        assert "Elm" in at.said
        assert "Chair of the Mi" in at.said
        await at.type("ll Trust")
        await at.keys("enter")
        (nominated,) = at.recorded()
        assert isinstance(nominated, Nominated)
        assert nominated.post == "Chair of the Mill Trust"


async def test_words_after_a_form_outlive_the_desk_with_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ e")
        await at.type("Mills")
        await at.keys("enter")
        await at.type("2030 -> ")
        at.screen.fields.half.save()
    async with desk(tmp_path) as at:
        assert at.field == "2030 -> "
        await at.keys("escape + e")
        assert "Mills" in at.said
        await at.keys("enter")
        await at.type("2031")
        await at.keys("enter")
        (erratum,) = at.recorded()
        assert isinstance(erratum, Noted)
        assert erratum.text == "2030 -> 2031"


async def test_a_first_name_and_a_surname_are_one_person_in_a_form(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(", n")
        await at.type("Omar Oak")
        await at.keys("tab")
        await at.type("elm w Trust Chair")
        await at.keys("enter")
        (nominated,) = at.recorded()
        assert isinstance(nominated, Nominated)
        assert (nominated.person, nominated.proposer, nominated.seconder) == ("oak", "elm", "willowmarsh")
        assert nominated.post == "Trust Chair"


def _played(home: Path, script: str) -> None:
    with Kept.open(home / "meetings" / "sitting.journal", "jo") as kept:
        sitting = Sitting(kept, "jo")
        for _, line in read_script(script):
            sitting.take(line)


async def test_the_desk_stands_at_the_item_that_was_called_while_it_was_shut(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("t")
        await at.type("Half a word")
        await at.keys("escape ctrl+q")
    _played(tmp_path, ":take 8\n")
    async with desk(tmp_path) as at:
        assert at.sitting.item == at.meeting.item_taken
        assert "was taken since" in at.said
        assert "You write under" not in at.said
        await at.keys("ctrl+q")
    async with desk(tmp_path) as at:
        assert at.sitting.item == at.meeting.item_taken
        assert "was taken since" not in at.said


async def test_it_stands_where_it_was_left_where_no_item_was_called(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:take 8") as at:
        await at.keys("left")
        left = at.sitting.item
        assert left == "i7" != at.meeting.item_taken
        await at.keys("ctrl+q")
    _played(tmp_path, "A word was said.\n")
    async with desk(tmp_path) as at:
        assert at.sitting.item == left


async def test_words_in_an_open_field_go_on_under_their_own_item_and_it_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("t")
        await at.type("Half a word")
        under = at.sitting.item
        at.screen.fields.half.save()
    _played(tmp_path, ":take 8\n")
    async with desk(tmp_path) as at:
        assert at.sitting.item == under
        assert at.field == "Half a word"
        assert "was taken since. You write under" in at.said
