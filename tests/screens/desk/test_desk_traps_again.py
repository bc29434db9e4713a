"""The same traps met elsewhere: other verbs, other texts, other sizes than those where they were found first."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import (
    AmendmentMoved,
    Corrected,
    Declared,
    DivisionDemanded,
    ItemTaken,
    Left,
    Minuted,
    MotionMoved,
    VoteTaken,
)
from tests.screens.desk.at_the_desk import council, desk
from tests.support.bodies import surname
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"
ITEM_8 = f"{OPEN}\n:take 8"


# -- half-typed words stay where they were typed ---------------------------------------------------------------------


async def test_a_motion_half_typed_is_offered_at_its_item_alone(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_8, size=(80, 24)) as at:
        await at.keys("n e o")
        await at.type("That the ferry run")
        await at.keys("escape g 9 enter n e o")
        assert at.field == ""
        await at.keys("escape left n e o")
        assert at.field == "That the ferry run"
        assert "What was typed here is back; Ctrl+T throws it away" in at.said
        await at.keys("ctrl+t n e o")
        assert at.field == ""


async def test_an_abandoned_edit_of_another_paragraph_is_not_put_in_its_place(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nThe first was read.\nThe second was read.", size=(100, 30)) as at:
        await at.keys("up e")
        await at.type(" Twice over")
        await at.keys("escape up e")
        assert at.field == "The first was read."
        await at.keys("escape down e")
        assert at.field == "The second was read."
        assert "left half typed" in at.said
        await at.keys("ctrl+r")
        assert at.field == "The second was read. Twice over"


# -- a text that was changed is never replaced; keys that mean nothing stop the line ---------------------------------


async def test_a_reason_that_is_typed_is_not_replaced_by_an_earlier_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3", size=(60, 20)) as at:
        await at.keys(":")
        await at.type("out elm")
        await at.keys("enter d a enter 7 enter n s")
        await at.type("her boat")
        await at.keys("up down up home end")
        assert at.field == "her boat"
        await at.keys("enter")
        assert [event.reason for event in at.recorded() if isinstance(event, Declared)] == ["her boat"]


async def test_nothing_but_backspace_ends_the_stop_after_a_key_that_means_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        for other in ("tab", "down", "space", "shift+tab"):
            await at.keys(f"b 1 z {other} i enter")
            assert at.recorded() == [], other
            assert "left out" in at.said, other
            await at.keys("backspace")
            assert "introduced it" in at.said.replace("\u00a0", " "), other
            await at.keys("escape")


async def test_a_capital_typed_among_the_kinds_of_interest_begins_a_paragraph_at_40_by_12(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(40, 12)) as at:
        await at.keys("x")
        await at.type("Residents spoke.")
        await at.keys("ctrl+s")
        assert [event.text for event in at.recorded() if isinstance(event, Minuted)] == ["Residents spoke."]


async def test_a_key_typed_behind_enter_in_the_palette_is_not_swallowed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        await at.press(["ctrl+p", *"petition", "enter", '"', *"Keep the ferry", '"'])
        assert at.field == ':petition "Keep the ferry"'
        await at.keys("ctrl+t")
        await at.press(["ctrl+p", *"casting vote", "escape", *"The"])
        assert at.field == "The"


# -- names, and votes by name ----------------------------------------------------------------------------------------


async def test_a_party_or_a_place_in_short_is_no_name(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        words = "The FD and the MD of OO asked what the CEO and the DC had done. "
        await at.type(words)
        await at.keys("ctrl+s")
        assert [event.text for event in at.recorded() if isinstance(event, Minuted)] == [words.strip()]


async def test_a_roll_called_over_63_seats_leaves_who_was_missed_out_of_the_for(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=(80, 24)) as at:
        await at.keys("v +")
        await at.press(["f"] * 30 + ["down"] + ["a"] * 20)
        await at.keys("enter")
        assert at.recorded() == []
        assert "Not called" in at.said
        await at.keys("enter")
        vote = at.recorded()[-1]
        assert isinstance(vote, VoteTaken)
        assert (len(vote.for_names), len(vote.against_names)) == (30, 20)
        assert len(vote.not_voting) == 13


async def test_a_vote_on_the_budget_says_that_the_law_wants_its_names(tmp_path: Path) -> None:
    papers = council().replace('title = "Budget"', 'title = "Budget"\nbudget = true')
    async with desk(tmp_path, papers, f"{OPEN}\n:take 1", size=(80, 24)) as at:
        await at.keys(f"v {at.key(surname(5))}")
        assert "the law wants the names" in at.said
        await at.keys("enter")
        vote = at.recorded()[-1]
        assert isinstance(vote, VoteTaken)
        assert vote.statutory


async def test_letters_of_seats_need_no_comma_wherever_only_members_can_be_named(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=(80, 24)) as at:
        three = [at.key(surname(number)).replace(" ", "") for number in (2, 5, 9)]
        await at.keys(", d")
        await at.type("".join(three))
        assert all(surname(number) in at.said for number in (2, 5, 9))
        await at.keys("backspace")
        assert surname(9) not in at.said
        await at.type(three[2])
        await at.keys("enter")
        (division,) = at.recorded()
        assert isinstance(division, DivisionDemanded)
        assert len(division.by) == 3


async def test_a_count_that_is_put_right_and_emptied_begins_no_other_vote(tmp_path: Path) -> None:
    script = f"{ITEM_8}\n:vote 6 4 1\n:motion elm oak -- That the ferry run."
    async with desk(tmp_path, script=script, size=(80, 24)) as at:
        vote = next(placed for placed in at.meeting.events if isinstance(placed.event, VoteTaken))
        at.screen.turn_to(vote.event.item, vote.id)
        await at.keys("e backspace backspace backspace backspace backspace")
        assert "… for" in at.said
        await at.keys("enter")
        assert at.recorded() == []
        await at.keys("7 space 3 space 1 enter")
        assert all(isinstance(event, Corrected) for event in at.recorded())
        await at.keys("e " + "backspace " * 6)
        assert at.home


# -- numbers of clauses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_clause_numbered_for_another_place_is_refused_and_the_words_stay(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        await at.keys("n e o")
        await at.type("1. That the ferry run.\nThat it be painted.\n1.1 That it run at night.")
        await at.keys("ctrl+s")
        assert at.recorded() == []
        assert "stands below 2, and would be words of it" in at.said
        assert at.field.endswith("1.1 That it run at night.")
        await at.press(["home", "up", "end"] if size[0] == 80 else ["ctrl+a"])
        await at.keys("ctrl+t n e o")
        await at.type("1. That the ferry run.\n1.1 That it run at night.\n2. That it be painted.\n")
        await at.keys("ctrl+s")
        (motion,) = at.recorded()
        assert isinstance(motion, MotionMoved)
        # The number that Enter began, under which nothing was typed, is where the list ended.
        assert motion.text == "1. That the ferry run.\n1.1 That it run at night.\n2. That it be painted."


async def test_an_amendments_words_that_begin_with_a_figure_are_words(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_8}\n:motion elm oak -- That sums be paid:", size=(80, 24)) as at:
        await at.keys("m c b ctrl+end")
        await at.type("\n2.5 million pounds in May")
        await at.keys("ctrl+s")
        assert any(isinstance(event, AmendmentMoved) for event in at.recorded())


# -- what the line before Enter says ---------------------------------------------------------------------------------


async def test_of_an_effect_that_enter_takes_it_is_said_before(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3", size=(80, 24)) as at:
        await at.keys("d e enter 7 + 8 enter")
        assert "Councillor Ivo Elm: items 7+8. kind:" in at.said
        await at.keys("n")
        assert "Enter: not stated" in at.said.replace("\u00a0", " ")
        await at.keys("enter")
        await at.type("a boat\n")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert declared.effect == ""


async def test_a_members_arrears_have_a_key(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3", size=(80, 24)) as at:
        await at.keys("d e enter 8 enter a v enter")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert (declared.kind, declared.effect) == ("arrears", "no vote")


async def test_a_motion_to_suspend_a_rule_is_reached_by_tab_either_way(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_8, size=(80, 24)) as at:
        await at.keys("n shift+tab shift+tab shift+tab e o ctrl+s")
        (motion,) = at.recorded()
        assert isinstance(motion, MotionMoved)
        assert motion.kind == "suspension"


async def test_a_heading_put_in_says_where_it_stands_and_what_takes_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, size=(80, 24)) as at:
        await at.keys("+ h")
        await at.type("Snow in Mill Street\n")
        assert "It comes next: → turns to it" in at.said
        assert "what is written now stands under item 7" in at.said
        at.recorded()
        await at.keys("g")
        assert "Take the heading “Snow in Mill Street”" in at.said
        await at.keys("escape g s n o w enter")
        (taken,) = at.recorded()
        assert isinstance(taken, ItemTaken)
        await at.type("The crews were thanked.\n")
        await at.keys("escape")
        (said,) = at.recorded()
        assert said.item == taken.taken


async def test_a_line_that_is_moved_says_where_it_went(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_8}\nThe tide was low.\nThe ferry was late.", size=(80, 24)) as at:
        await at.keys("up ctrl+up")
        assert "Moved above “The tide was low.”: The ferry was late" in at.said
        await at.keys("ctrl+down")
        assert "Moved below “The tide was low.”" in at.said
        await at.keys("ctrl+down")
        assert "Moved to item 9: The ferry was late" in at.said
        assert all(isinstance(event, Corrected) for event in at.recorded())
        await at.keys(";")
        assert "Moved to item 9: The ferry was late" in at.flat


async def test_what_cannot_be_shown_whole_is_refused_at_the_second_press_too(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_8, size=(40, 8)) as at:
        await at.keys(":")
        await at.type("motion elm oak -- That the ferry run from the steps to the far side, by day and by night, and ")
        await at.type("that whoever rides it pay no more than was paid in the year before, in coin or by card")
        for _ in range(3):
            await at.keys("enter")
            assert at.recorded() == []
            assert "does not fit" in at.said


async def test_a_space_after_a_key_that_meant_nothing_opens_no_text(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:put") as at:
        await at.keys("up e")
        assert "Put right" in at.said
        await at.keys("4 space 3 space 1")
        assert "Backspace" in at.said
        await at.keys("enter")
        assert at.recorded() == []
        await at.keys("escape")
        assert at.home


async def test_figures_typed_where_a_question_is_put_are_refused_with_what_to_do(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("q 4")
        assert "Enter puts the question, then they are typed" in at.said
        await at.keys("backspace enter 4 space 0 space 0 enter")
        assert [type(event).__name__ for event in at.recorded()] == ["QuestionPut", "VoteTaken"]


async def test_a_line_left_half_typed_waits_above_and_joins_no_other(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(":")
        await at.type("out elm -- because")
        await at.keys("escape :")
        assert at.field == ":"
        assert "↑ brings back the line that was left half typed" in at.said
        at.screen.fields.say_ahead()
        assert "↑ brings back the line that was left half typed" in at.said
        await at.keys("up")
        assert at.field == ":out elm -- because"
        await at.keys("escape :")
        await at.type("out oak")
        await at.keys("enter")
        assert [event.person for event in at.recorded() if isinstance(event, Left)] == ["oak"]


async def test_what_a_capital_leaves_is_said_not_to_be_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("= n")
        await at.type("Members")
        assert "Not recorded: Outcome: noted. These words are a paragraph" in at.said
        assert at.field == "Members"
        await at.keys("escape = escape")
        await at.type("Members")
        assert "Not recorded" not in at.said
