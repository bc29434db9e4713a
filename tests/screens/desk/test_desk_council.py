"""The same budgets for a full council of 63: two letters a seat, and a party group at once."""

from __future__ import annotations

from pathlib import Path

from clerk.events import Arrived, Left, QuestionPut, RollCalled, VoteTaken
from tests.screens.desk.at_the_desk import Desk, council, desk
from tests.support.minute import OPEN

BUDGET = f"{OPEN}\n:take 1"


def last_vote(desk: Desk) -> VoteTaken:
    put, vote = desk.recorded()
    assert isinstance(put, QuestionPut)
    assert isinstance(vote, VoteTaken)
    return vote


async def test_the_roll_still_takes_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, council()) as at:
        assert await at.keys("r enter") == 2
        (roll,) = at.recorded()
        assert isinstance(roll, RollCalled)
        assert len(roll.present) == 63


async def test_a_named_vote_takes_two_keys_and_two_an_exception(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        seats = list(at.meeting.seats.values())
        against, abstain = seats[3:7], seats[10]
        codes = " ".join(" ".join(seat.letter) for seat in against)
        first, second = abstain.letter
        assert await at.keys(f"v {codes} {first} {second.upper()} enter") == 2 * 5 + 2
        vote = last_vote(at)
        assert vote.against_names == tuple(seat.holder for seat in against)
        assert vote.abstained_names == (abstain.holder,)
        assert len(vote.for_names) == 63 - 5


async def test_a_shift_let_go_between_two_letters_marks_nobody(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        first, second = list(at.meeting.seats.values())[3].letter
        await at.keys(f"v {first.upper()} {second}")
        assert "is neither" in at.flat
        await at.keys("escape")
        assert not at.recorded()


async def test_a_party_votes_by_one_key_with_exceptions_after(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        meeting = at.meeting
        group = list(dict.fromkeys(meeting.people[seat.holder or ""].group for seat in meeting.seats.values()))[1]
        party = [seat for seat in meeting.seats.values() if meeting.people[seat.holder or ""].group == group]
        rebel = party[4]
        await at.keys("v")
        assert f"2 {group}" in at.said
        await at.keys(f"2 {' '.join(rebel.letter)} enter")
        assert at.pressed == 2 + 1 + 2
        vote = last_vote(at)
        assert vote.against_names == tuple(seat.holder for seat in party if seat is not rebel)
        assert rebel.holder in vote.for_names


async def test_with_the_rest_against_small_letters_are_for(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        seats = list(at.meeting.seats.values())
        assert await at.keys(f"v tab {' '.join(seats[5].letter)} - {' '.join(seats[6].letter)} enter") == 8
        vote = last_vote(at)
        assert vote.for_names == (seats[5].holder,)
        assert vote.not_voting == (seats[6].holder,)
        assert len(vote.against_names) == 61


async def test_a_count_takes_a_key_a_digit(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        assert await at.keys("4 1 space 2 0 space 2 enter") == 8
        vote = last_vote(at)
        assert (vote.votes_for, vote.against, vote.abstained) == (41, 20, 2)


async def test_out_and_in_take_three_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        seat = list(at.meeting.seats.values())[30]
        assert await at.keys(f"o {' '.join(seat.letter)}") == 3
        assert await at.keys(f"i {' '.join(seat.letter)}") == 3
        left, arrived = at.recorded()
        assert isinstance(left, Left)
        assert isinstance(arrived, Arrived)
        assert left.person == arrived.person == seat.holder
        assert await at.keys(f"o ! {' '.join(seat.letter)}") == 4
        assert at.recorded()[0].interest  # type: ignore[union-attr]


async def test_half_a_code_is_shown_and_can_be_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET) as at:
        seat = list(at.meeting.seats.values())[30]
        await at.keys(f"o {seat.letter[0]}")
        assert f"{seat.letter[0]}…" in at.said
        await at.keys(f"backspace {' '.join(seat.letter)}")
        assert [event.person for event in at.recorded()] == [seat.holder]  # type: ignore[union-attr]


async def test_a_key_that_means_nothing_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, council(63), ":present rest\n:open") as at:
        at.recorded()
        await at.keys("o q")
        assert at.said.startswith("✗ No seat has “q”. Backspace, then the right key; Esc leaves. who goes out: a seat")
        wrong = at.meeting.seats[next(iter(at.meeting.seats))].letter[0] + "z"
        await at.keys(f"backspace {' '.join(wrong)}")
        assert at.said.startswith(f"✗ No seat has “{wrong}”. ")
        await at.keys("enter")
        assert at.said.startswith("✗ Not enough yet to record: first who goes out. ")
        await at.keys("escape ~")
        assert at.said.startswith("✗ ~ means nothing here: ? shows the keys")
        assert not at.recorded()


async def test_on_a_narrow_terminal_it_is_seen_whose_the_letters_are_when_they_are_wanted(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), BUDGET, size=(80, 24)) as at:
        names = [at.meeting.people[person].surname for _, person in at.meeting.acting]
        assert names[40] not in at.text
        for keys in ("r", "o", "v", "n"):
            await at.keys(keys)
            seen = at.flat.replace("\u00a0", " ")
            assert all(name in seen for name in names), keys
            await at.keys("escape")
            assert names[40] not in at.text
