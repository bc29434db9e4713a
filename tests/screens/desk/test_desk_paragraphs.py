"""Narrative: typed, pasted, in lists, edited, split, moved; and letters in a field are never commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import ActionAgreed, Introduced, Left, Minuted
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


def narrative(at: Desk, item: str = "i7") -> list[str]:
    """The paragraphs of an item, in their order."""
    return [p.event.text for p in at.meeting.events if isinstance(p.event, Minuted) and p.event.item == item]


async def test_a_capital_begins_a_paragraph_and_letters_after_it_are_text(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        words = "Umbrellas, motions; votes: 6 3 1 = ! / ? . + < > u r z"
        await at.type(words)
        assert at.field == words
        assert at.recorded() == []
        await at.keys("enter")
        await at.type("g is no command here either")
        await at.keys("ctrl+s")
        assert narrative(at) == [words, "g is no command here either"]
        assert at.home
        assert at.rows[-2:] == narrative(at)


async def test_lists_go_on_by_themselves_and_end_with_an_empty_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("Members said that:\n")
        await at.type("- it leaks;\nthe roof is old.\n\n")
        await at.type("The officer answered:\n1. It does.\n")
        assert at.field == "2. "
        await at.type("It will not.")
        await at.keys("ctrl+s")
        assert narrative(at) == [
            "Members said that:", "- it leaks;", "- the roof is old.", "The officer answered:", "1. It does.",
            "2. It will not.",
        ]  # fmt: skip


async def test_a_paste_at_home_is_a_paragraph_or_several(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.paste("zebras were mentioned")
        assert at.field == "zebras were mentioned"
        await at.keys("enter")
        await at.paste("One.\r\nTwo.\n\nThree")
        await at.keys("ctrl+s")
        assert narrative(at) == ["zebras were mentioned", "One.", "Two.", "Three"]
        await at.paste("Four.\nFive.\n")
        await at.keys("escape")
        assert narrative(at)[-2:] == ["Four.", "Five."]
        assert at.home


async def test_a_paste_after_a_verb_is_not_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o")
        await at.paste("e and more")
        assert at.recorded() == []
        assert "was not recorded" in at.said


async def test_half_typed_words_are_kept_by_esc_and_come_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("Half a sen")
        await at.keys("escape")
        assert at.home
        assert "kept" in at.said
        await at.keys("o e i e t")
        assert at.field == "Half a sen"
        await at.type("tence.\n")
        assert narrative(at) == ["Half a sentence."]
        await at.keys("escape t")
        assert at.field == ""


async def test_words_left_in_two_kinds_of_field_are_both_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("A long para")
        await at.keys("escape a")
        await at.type("a task")
        await at.keys("escape t")
        assert at.field == "A long para"
        await at.keys("escape a")
        assert at.field == "a task"


async def test_a_capital_does_not_lose_the_words_left_before(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("First thou")
        await at.keys("escape")
        await at.type("Second thought.\n")
        await at.keys("escape t")
        assert at.field == "First thou"


async def test_a_paragraph_is_edited_in_place(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nThe roof leaks.\nThe end.") as at:
        await at.keys("end up e")
        assert at.field == "The roof leaks."
        await at.keys("backspace")
        await at.type(" badly.")
        await at.keys("ctrl+s")
        assert narrative(at) == ["The roof leaks badly.", "The end."]
        assert at.home
        await at.keys("z")
        assert narrative(at) == ["The roof leaks.", "The end."]
        await at.keys("y")
        assert narrative(at)[0] == "The roof leaks badly."


async def test_a_line_put_in_a_paragraph_splits_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne. Two.\nThree.") as at:
        await at.keys("end up e left left left left enter ctrl+s")
        assert narrative(at) == ["One.", "Two.", "Three."]
        await at.keys("z")
        assert narrative(at) == ["One. Two.", "Three."]


async def test_two_paragraphs_change_places_and_back_and_the_parts_of_one_go_their_own_ways(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo. And a half.") as at:
        for order in (["Two. And a half.", "One."], ["One.", "Two. And a half."]) * 2:
            await at.keys("end <")
            assert narrative(at) == order
            assert at.meeting.problems == ()
        await at.keys("end e home right right right right enter ctrl+s end up > end < <")
        assert narrative(at) == ["Two.", "One.", "And a half."]
        assert at.meeting.problems == ()


async def test_paragraphs_move_up_and_down_and_to_another_item(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo.\nThree.") as at:
        await at.keys("end <")
        assert narrative(at) == ["One.", "Three.", "Two."]
        await at.keys("<")
        assert narrative(at) == ["Three.", "One.", "Two."]
        await at.keys("> >")
        assert narrative(at) == ["One.", "Two.", "Three."]
        await at.keys(">")
        assert "edge" in at.said
        await at.keys("ctrl+p")
        await at.type("another item")
        await at.keys("enter")
        await at.type("8\n")
        assert narrative(at) == ["One.", "Two."]
        assert narrative(at, "i8") == ["Three."]
        assert at.sitting.item == "i7"


async def test_a_line_is_struck_after_asking(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo.") as at:
        await at.keys("end delete")
        assert "Strike this line?" in at.said
        await at.keys("escape")
        assert narrative(at) == ["One.", "Two."]
        await at.keys("delete enter")
        assert narrative(at) == ["One."]
        await at.keys("z")
        assert narrative(at) == ["One.", "Two."]
        assert at.said.startswith("Brought back: Two.")
        await at.keys("y")
        assert at.said.startswith("Gone again: Two.")


@pytest.mark.parametrize(
    ("line", "keys", "now"),
    [
        (":order 9+8", "backspace backspace backspace 8 + 9 enter", "Order of business: item 8, item 9"),
        (":exclude items=9 para=3", "tab backspace 5 enter", "Public excluded for item 9, paragraph 5"),
    ],
)
async def test_a_line_is_edited_by_what_its_verb_takes(tmp_path: Path, line: str, keys: str, now: str) -> None:
    async with desk(tmp_path, script=f"{OPEN}{line}") as at:
        at.screen.turn_to(at.meeting.events[-1].event.item, "4.0")
        await at.rest()
        await at.keys("end e")
        assert at.said.startswith("Put right:")
        assert at.field == ""
        await at.keys(keys)
        assert at.said.startswith(f"✓ Put right: {now}")


async def test_for_how_long_the_chair_was_taken_is_put_right_by_tab(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:preside birch for=item") as at:
        at.screen.turn_to(at.meeting.events[-1].event.item, "4.0")
        await at.keys("end e tab enter")
        assert at.said.startswith("✓ Put right: Councillor Birch took the chair for now")


async def test_none_is_put_right_to_be_another_outcome(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:none") as at:
        await at.keys("end e backspace n enter")
        assert at.said.startswith("✓ Put right: Outcome: noted")


async def test_taking_back_what_was_typed_stops_at_what_was_there(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.") as at:
        await at.keys("end e")
        await at.type(" Two.")
        await at.keys("ctrl+z ctrl+z ctrl+z")
        assert at.field == "One."
        await at.keys("escape m e f ctrl+z")
        assert at.field == at.question.partition("\n")[2]


async def test_undoing_an_edit_says_what_stands_again(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\n:correct e5 -- Won.") as at:
        await at.keys("z")
        assert at.said.startswith("Again as it was: One.")


async def test_undo_and_redo_say_what_they_did(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.") as at:
        await at.keys("u enter z")
        assert at.said.startswith("Undone: ")
        assert not at.meeting.votes
        await at.keys("z z")
        assert "took item 7" in at.said.lower()
        await at.keys("y y y")
        assert at.meeting.votes
        assert at.said.startswith("Brought back: ")
        await at.keys("y")
        assert "nothing to redo" in at.said
        await at.keys(" ".join("z" * 9))
        assert "nothing to undo" in at.said
        assert len(at.meeting.entries[0].events) == 1


async def test_a_report_goes_on_in_its_opening_sentence(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("b")
        assert "1 Ms Reed" in at.said.replace("\u00a0", " ")
        await at.keys("1 s")
        await at.type("She said that it leaks.\nMembers agreed.")
        await at.keys("ctrl+s")
        introduced, minuted = at.recorded()
        assert isinstance(introduced, Introduced)
        assert (introduced.person, introduced.manner, introduced.text) == ("reed", "spoke", "She said that it leaks.")
        assert isinstance(minuted, Minuted)
        await at.keys("b 2 p enter b c enter")
        assert [(e.person, e.manner) for e in at.recorded()] == [("vale", "presented"), ("ash", "introduced")]  # type: ignore[union-attr]
        await at.keys("b i")
        await at.type("reed,vale\n")
        assert at.recorded()[0].people == ("reed", "vale")  # type: ignore[union-attr]


async def test_an_action_says_what_is_unclear_and_keeps_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("a")
        await at.type("Mend the roof @reeed by 1 May 2031\n")
        assert "reeed" in at.said
        assert "Reed" in at.said
        assert at.field == "Mend the roof @reeed by 1 May 2031"
        await at.keys("escape a")
        assert at.field == "Mend the roof @reeed by 1 May 2031"
        await at.keys("ctrl+u")
        await at.type("Sweep up by Friday week\n")
        (action,) = at.recorded()
        assert isinstance(action, ActionAgreed)
        assert (action.owner, action.task, action.due) == ("", "Sweep up by Friday week", None)


async def test_a_new_line_goes_below_the_cursor_and_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo.\nThree.", size=(80, 24)) as at:
        await at.type("Four.\n")
        await at.keys("escape")
        assert narrative(at)[-1] == "Four."
        await at.keys("up up")
        await at.type("Two and a half.")
        assert "below “Two.”" in at.said
        await at.keys("enter")
        await at.type("Two and three quarters.\n")
        await at.keys("escape")
        assert narrative(at) == ["One.", "Two.", "Two and a half.", "Two and three quarters.", "Three.", "Four."]
        await at.keys("end")
        await at.type("Five.\n")
        assert narrative(at)[-1] == "Five."


async def test_an_action_goes_below_the_cursor_too(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo.") as at:
        await at.keys("end up a")
        assert "below “One.”" in at.said
        await at.type("mend the gate @reed\n")
        assert [type(p.event).__name__ for p in at.meeting.events[-3:]] == ["Minuted", "ActionAgreed", "Minuted"]


async def test_ctrl_and_an_arrow_move_a_line_into_another_item(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nOne.\nTwo.\n:take 8\nThree.") as at:
        at.screen.turn_to("i7")
        await at.keys("end ctrl+up")
        assert narrative(at) == ["Two.", "One."]
        await at.keys("ctrl+down ctrl+down")
        assert at.sitting.item == "i8"
        assert (narrative(at), narrative(at, "i8")) == (["One."], ["Two.", "Three."])
        await at.keys("ctrl+up")
        assert narrative(at) == ["One.", "Two."]


async def test_a_line_of_shorthand_among_paragraphs_is_one(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("t")
        await at.type("A paragraph.\n:out elm -- to catch a train\nAnother.\n")
        first, went, second = at.recorded()
        assert (first.text, second.text) == ("A paragraph.", "Another.")  # type: ignore[union-attr]
        assert isinstance(went, Left)


async def test_one_that_only_looks_so_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("t")
        await at.type("\\:out elm\n:nobody knows\n")
        assert [event.text for event in at.recorded()] == [":out elm", ":nobody knows"]  # type: ignore[union-attr]


async def test_a_command_with_a_fault_stays_to_be_put_right(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("t")
        await at.type(":out nobody\n")
        assert at.recorded() == []
        assert "There is nobody called “nobody” here" in at.said
        assert ":out nobody" in at.text
