"""Who comes, goes and presides at the desk: links, reasons, a chair elected for an item, nobody to leave for what is
decided; and what is left open when the next item is taken."""

from __future__ import annotations

from pathlib import Path

from clerk.events import Arrived, Corrected, Left, Presided, QuestionDisposed, VoteTaken
from clerk.rules.coming import what_comes_next
from clerk.saying.room import quorum_line
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN, minute

ITEM_7 = f"{OPEN}\n:take 7"
LINK = f"{OPEN}\n:in elm remote=yes\n:take 7"


def arrived(at: Desk) -> bool:
    event = at.recorded()[-1]
    assert isinstance(event, Arrived)
    assert event.person == "elm"
    return "elm" in at.meeting.remote


async def test_a_lost_connection_is_three_keys_and_who_was_on_a_link_is_on_it_again(tmp_path: Path) -> None:
    async with desk(tmp_path, script=LINK) as at:
        assert await at.keys("o tab e") == 3
        (left,) = at.recorded()
        assert isinstance(left, Left)
        assert (left.connection, left.interest) == (True, False)
        assert "Councillor Elm lost the connection" in at.text
        await at.keys("i e")
        assert arrived(at)
        # For an interest, and back: over the link.
        await at.keys("o ! e i e")
        assert arrived(at)


async def test_whoever_was_on_a_link_may_come_in_person(tmp_path: Path) -> None:
    async with desk(tmp_path, script=LINK) as at:
        await at.keys("o e i tab tab e")
        assert not arrived(at)
        await at.keys("o e i tab e")
        assert arrived(at)
        await at.keys("o tab e i")
        assert "as before (Tab: over a link)" in at.said
        await at.keys("tab tab e")
        assert not arrived(at)


async def test_whoever_was_in_the_room_comes_back_to_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o e i e")
        assert not arrived(at)


async def test_why_someone_went_out_follows_with_space(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o e space")
        await at.type("to catch a train")
        await at.keys("enter")
        left, corrected = at.recorded()
        assert isinstance(left, Left)
        assert isinstance(corrected, Corrected)
        assert isinstance(corrected.now, Left)
        assert corrected.now.reason == "to catch a train"
        await at.keys("e space")
        assert at.field == "to catch a train"
        await at.keys("home")
        await at.type("early, ")
        await at.keys("enter")
        (corrected,) = at.recorded()
        assert isinstance(corrected, Corrected)
        assert isinstance(corrected.now, Left)
        assert corrected.now.reason == "early, to catch a train"


async def test_a_line_that_takes_no_words_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("i e" if "elm" not in at.meeting.in_room else "o e i e space")
        assert at.said.startswith("✗ This line takes no words")


async def test_a_chair_is_elected_for_one_item_in_three_keys_and_the_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert await at.keys("p ! b enter") == 4
        (presided,) = at.recorded()
        assert isinstance(presided, Presided)
        assert (presided.person, presided.extent, presided.elected) == ("birch", "item", True)
        await at.keys("z p ! ! b")
        assert "until another does" in at.said
        await at.keys("enter")
        presided = at.recorded()[-1]
        assert isinstance(presided, Presided)
        assert (presided.extent, presided.elected) == ("", False)


async def test_who_asked_for_a_recount_has_a_key(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 5 0") as at:
        await at.keys("end e shift+tab * enter")
        assert at.recorded() == []
        assert "* waits for the seat of whoever asked for it" in at.said
        await at.keys("f 7 space 4 enter")
        vote = at.recorded()[-1]
        assert isinstance(vote, VoteTaken)
        assert (vote.supersedes, vote.asked_by, vote.votes_for) == ("v1", ("fir",), 7)


async def test_a_slip_in_a_count_asks_for_nobody(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 5 0") as at:
        await at.keys("end e *")
        assert at.said.startswith("✗ * means nothing here")


INTEREST = f"{OPEN}\n:declare elm 7 kind=dpi\n:take 7\n"


def test_nobody_has_to_leave_for_what_is_decided() -> None:
    def next_and_room(script: str) -> tuple[str, str]:
        meeting = minute(INTEREST + script)
        return " ".join(step.text for step in what_comes_next(meeting, "i7")), quorum_line(meeting, "i7")

    coming, room = next_and_room("")
    assert "Councillor Elm leaves for this item" in coming
    assert "10 count" in room
    for decided in (
        ":out elm interest=yes\n:vote unanimous\n:in elm",
        ":out elm interest=yes\n:motion fir oak -- That the repairs be refused.\n:vote unanimous\n:in elm",
    ):
        coming, room = next_and_room(decided)
        assert "leaves" not in coming
        assert room.startswith("11 of 11 in the room · ")
    # Who sat through has nothing to go for either, and did not count.
    coming, room = next_and_room(":vote 10 0 0")
    assert "leaves" not in coming
    assert "10 count" in room
    for open_yet in (
        ":out elm interest=yes\n:motion fir oak -- That it be shut.\n:vote 0 10 0\n:in elm",
        ":out elm interest=yes\n:vote unanimous\n:motion fir oak -- That it be painted.\n:in elm",
    ):
        coming, room = next_and_room(open_yet)
        assert "Councillor Elm leaves for this item" in coming
        assert "10 count" in room


async def test_taking_the_next_item_says_what_is_left_open_and_asks(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:motion elm duly -- That it be so.\n:motion fir duly -- That it be shut."
    async with desk(tmp_path, script=script) as at:
        await at.keys("g 8")
        assert "⚠ m1 and m2 were moved at item 7 and are still open" in at.said
        await at.keys("enter")
        assert at.said.startswith("m1 and m2 were moved at item 7 and are still open; of m2")
        await at.keys("w enter")
        disposed = at.recorded()[-1]
        assert isinstance(disposed, QuestionDisposed)
        assert disposed.question == "m2"
        assert at.said.startswith("m1 was moved at item 7 and is still open")
        await at.keys("l")
        assert at.home


async def test_what_was_deferred_leaves_nothing_open(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:motion elm duly -- That it be so.\n:outcome deferred of=r7 -- want of time"
    async with desk(tmp_path, script=script) as at:
        await at.keys("g 8 enter")
        assert at.home
        assert "still open" not in at.said


async def test_a_vote_that_names_who_is_out_is_recorded_at_a_second_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:out fir") as at:
        await at.keys(":")
        await at.type("vote named against=fir,elm rest=for")
        await at.keys("enter")
        assert at.recorded() == []
        assert "Councillor Fir may not vote: not in the room. Enter again records it" in at.said
        await at.keys("enter")
        assert isinstance(at.recorded()[-1], VoteTaken)
        await at.keys("z")
        at.recorded()
        await at.keys(":")
        await at.type("vote named against=elm rest=for")
        await at.keys("enter")
        assert isinstance(at.recorded()[-1], VoteTaken)


async def test_a_digit_says_that_no_party_is_known(tmp_path: Path) -> None:
    from tests.screens.desk.at_the_desk import COMMITTEE

    without = "\n".join(line for line in COMMITTEE.splitlines() if not line.startswith("group"))
    async with desk(tmp_path, without, ITEM_7) as at:
        await at.keys("v 1")
        assert "of nobody here is a party known" in at.said
