"""The key budgets of the desk, for a committee of eleven: what is pressed, and what is recorded by it."""

from __future__ import annotations

from pathlib import Path

from clerk.events import (
    ActionAgreed,
    AmendmentMoved,
    Arrived,
    ItemTaken,
    Left,
    Minuted,
    QuestionPut,
    RollCalled,
    VoteTaken,
)
from clerk.events.event import Event
from clerk.meeting.motions import text_of
from clerk.shorthand.minuting import recording
from clerk.texts import written
from screens.desk.calling import Named
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN, minute

ITEM_7 = f"{OPEN}\n:take 7"


def put_and_vote(desk: Desk) -> VoteTaken:
    """The vote just recorded; it was put by the same gesture."""
    put, vote = desk.recorded()
    assert isinstance(put, QuestionPut)
    assert isinstance(vote, VoteTaken)
    assert vote.questions == put.questions
    return vote


def only(desk: Desk, kind: type[Event]) -> Event:
    (event,) = desk.recorded()
    assert isinstance(event, kind)
    return event


async def test_the_roll_takes_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, script=":apologies elm") as at:
        assert await at.keys("r enter") == 2
        roll = only(at, RollCalled)
        assert isinstance(roll, RollCalled)
        assert len(roll.present) == 10
        assert "elm" not in roll.present


async def test_a_letter_more_toggles_a_seat_at_the_roll(tmp_path: Path) -> None:
    async with desk(tmp_path, script=":apologies elm") as at:
        await at.keys("r f")
        assert "9 present; not here: Councillor Ivo Elm, Councillor Greta Fir." in at.said
        await at.keys("e enter")
        roll = only(at, RollCalled)
        assert isinstance(roll, RollCalled)
        assert set(at.meeting.people) & {"elm", "fir"} - set(roll.present) == {"fir"}


async def test_unanimous_takes_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("u")
        assert at.said.endswith("All 11 for r7, Boathouse Repairs: carried. Enter")
        assert at.recorded() == []
        await at.keys("enter")
        assert at.pressed == 2
        assert put_and_vote(at).method == "unanimous"
        assert at.said == "✓ The recommendations of item 7 are carried unanimously, all 11 for."


async def test_a_count_takes_six_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:out ash\n:take 7") as at:
        await at.keys("6 space 3 space 1")
        assert "6 for, 3 against, 1 abstained of 10: carried. Enter" in at.said
        await at.keys("enter")
        assert at.pressed == 6
        vote = put_and_vote(at)
        assert (vote.method, vote.votes_for, vote.against, vote.abstained) == ("counted", 6, 3, 1)
        assert at.said == "✓ The recommendations of item 7 are carried: 6 for, 3 against, 1 abstained."


NAMED: list[tuple[str, dict[str, set[str]]]] = [
    ("", {}),
    ("e", {"against": {"elm"}}),
    ("e f", {"against": {"elm", "fir"}}),
    ("e F o", {"against": {"elm", "oak"}, "abstained": {"fir"}}),
    ("e f h o", {"against": {"elm", "fir", "hazel", "oak"}}),
    ("e f h O W", {"against": {"elm", "fir", "hazel"}, "abstained": {"oak", "willowmarsh"}}),
]


async def test_a_named_vote_takes_two_keys_and_one_an_exception(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for letters, expected in NAMED:
            assert await at.keys(f"v {letters} enter") == len(letters.split()) + 2
            vote = put_and_vote(at)
            assert set(vote.against_names) == expected.get("against", set())
            assert set(vote.abstained_names) == expected.get("abstained", set())
            assert len(vote.for_names) == 11 - len(letters.split())
            await at.keys("z")
            at.recorded()


def test_no_division_of_eleven_takes_more_than_thirteen_keys() -> None:
    meeting = minute(ITEM_7)
    letters = [seat.letter for seat in meeting.seats.values()]
    for votes_for in range(12):
        for against in range(12 - votes_for):
            sides = "f" * votes_for + "a" * against + "b" * (11 - votes_for - against)
            small = "f" if against > votes_for else "a"
            keys = ["tab"] if small == "f" else []
            keys += [
                letter.upper() if side == "b" else letter
                for letter, side in zip(letters, sides, strict=True)
                if side in (small, "b")
            ]
            assert 1 + len(keys) + 1 <= 13
            step = Named(meeting, "i7")
            for key in keys:
                step.press(key, None if key == "tab" else key)
            made = recording(meeting, step.line, "i7")
            assert made is not None
            vote = made.events[-1]
            assert isinstance(vote, VoteTaken)
            counts = (len(vote.for_names), len(vote.against_names), len(vote.abstained_names))
            assert counts == (votes_for, against, 11 - votes_for - against)


async def test_an_amendment_takes_six_keys_and_its_edit(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("m e f")
        assert at.field.startswith("1. That the Committee approve the repairs.\n2. That officers")
        edit = "\nby 1 May"
        await at.keys("up up backspace")
        caret = await at.type(edit.replace("\n", " ") + ".")
        await at.keys("ctrl+s")
        moved = only(at, AmendmentMoved)
        assert isinstance(moved, AmendmentMoved)
        assert (moved.mover, moved.seconder, moved.to) == ("elm", "fir", "r7")
        assert "If carried: 1. That the Committee approve the repairs by 1 May." in at.flat
        await at.keys("u enter")
        assert at.pressed == 6 + 3 + caret
        assert put_and_vote(at).questions == ("A1",)
        now = written(text_of(at.meeting.questions, "r7")).split("\n")
        assert now[0] == "1. That the Committee approve the repairs by 1 May."
        assert len(now) == 3
        assert "r7 · The recommendations of item 7, as amended" in at.flat
        assert "1. That the Committee approve the repairs by 1 May." in at.question


async def test_an_action_takes_two_keys_and_a_line(tmp_path: Path) -> None:
    line = "Publish the survey @reed by 1 May 2031"
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("a")
        await at.type(line)
        await at.keys("enter")
        assert at.pressed == 2 + len(line)
        action = only(at, ActionAgreed)
        assert isinstance(action, ActionAgreed)
        assert (action.owner, action.task, str(action.due)) == ("reed", "Publish the survey", "2031-05-01")
        assert at.home


async def test_out_and_in_take_two_keys_each_and_out_for_an_interest_three(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert await at.keys("o e") == 2
        left = only(at, Left)
        assert isinstance(left, Left)
        assert (left.person, left.interest) == ("elm", False)
        assert "10 of 11 in the room" in at.text.splitlines()[0]
        assert await at.keys("i e") == 2
        assert only(at, Arrived).person == "elm"  # type: ignore[attr-defined]
        assert await at.keys("o ! f") == 3
        left = only(at, Left)
        assert isinstance(left, Left)
        assert (left.person, left.interest) == ("fir", True)
        assert await at.keys("z") == 1
        assert "Undone: Councillor Fir" in at.said
        assert "fir" in at.meeting.in_room


async def test_taking_the_next_item_takes_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        assert await at.keys("g enter") == 2
        assert only(at, ItemTaken).taken == "i1"  # type: ignore[attr-defined]
        assert await at.keys("g enter") == 2
        assert only(at, ItemTaken).taken == "i2"  # type: ignore[attr-defined]
        assert await at.keys("g 7 enter") == 3
        assert only(at, ItemTaken).taken == "i7"  # type: ignore[attr-defined]


async def test_a_paragraph_takes_its_letters_and_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        words = "Members asked who uses it."
        await at.type(words)
        await at.keys("enter")
        assert at.pressed == len(words) + 1
        assert only(at, Minuted).text == words  # type: ignore[attr-defined]
