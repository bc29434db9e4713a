"""A member who was to be out of the room for an item, and came in before it was over (D4)."""

import pytest

from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from tests.support.five import at_desk, held, papers, said, text_of, under

OUT = ":take 1\n:declare elm 2 kind=dpi effect=left -- her employer\n:take 2\n:out elm interest=yes\n"
MOVED = ":motion oak ash -- That a review be made.\n:vote unanimous\n"


@pytest.mark.parametrize(
    ("script", "there_for"),
    [
        (OUT + ":in elm\n" + MOVED, "the debate and the vote (v1)"),
        (OUT + "The pond was talked of.\n:in elm\n:vote unanimous", "the vote (v1)"),
        (OUT + ":in elm\nThe pond was talked of.", "the debate"),
        (OUT + ":vote unanimous\n:in elm\n" + MOVED, "the debate and the vote (v2)"),
        (OUT + ":in elm\n:outcome noted", "its outcome"),
        (OUT + ":take 3\n:in elm\n:take 2\n:vote unanimous", "the vote (v1)"),
        (OUT + ":adjourn\n:resume on=2031-03-19\n:present rest\n:vote unanimous", "the vote (v1)"),
        (OUT.replace(" effect=left", "") + ":in elm\n:vote unanimous", "the vote (v1)"),
        (":out elm\n" + OUT.replace(":out elm interest=yes\n", "") + ":in elm\n:vote unanimous", "the vote (v1)"),
        (OUT.replace("dpi", "predetermination") + ":in elm\n:vote unanimous", "the vote (v1)"),
    ],
)
def test_who_was_to_be_out_and_was_there(script: str, there_for: str) -> None:
    found = [line for line in said(held(script)) if "came in while it was under way" in line]
    assert len(found) == 1, said(held(script))
    assert "Councillor Elm" in found[0]
    assert found[0].endswith(f"was there for {there_for}.")


@pytest.mark.parametrize(
    "script",
    [
        OUT + ":vote unanimous\n:in elm\n:take 3",
        OUT + ":vote unanimous\n:in elm\n:action reed -- Dredge the ponds\n:take 3",
        OUT + ":vote unanimous\n:in elm\n:outcome approved\nMembers thanked the officers.\n:take 3",
        OUT + ":vote unanimous\n:take 3\n:in elm\n:vote unanimous",
        OUT + ":vote unanimous\n:in elm\n:motion oak ash kind=procedural -- That the meeting go on.\n:vote unanimous",
        OUT.replace("effect=left", "effect=dispensation") + ":in elm\n:vote unanimous",
        OUT.replace("kind=dpi effect=left", "kind=personal") + ":in elm\n:vote unanimous",
        OUT + ":vote unanimous",
    ],
)
def test_who_came_back_when_it_was_over_or_might(script: str) -> None:
    assert not [line for line in said(held(script)) if "under way" in line]


def test_the_minutes_say_what_was_and_invent_nothing() -> None:
    back = held(OUT + ":in elm\n" + MOVED)
    assert "left the room, and came back while this item was under way." in under(back, "1")
    assert "took no part" not in text_of(back)
    assert "did not vote" not in text_of(back)
    named = held(OUT + ":in elm\n" + MOVED.replace("unanimous", "4 0 0 out=elm"))
    assert "Having declared an interest, Councillor Dora Elm did not vote." in under(named, "2")
    gone = held(OUT + MOVED + ":in elm\n:take 3")
    assert "left the room and took no part in the discussion or voting on this item." in under(gone, "1")


def test_two_items_of_which_one_was_kept() -> None:
    meeting = held(
        ":take 1\n:declare elm 2+3 kind=dpi effect=left\n:take 2\n:out elm interest=yes\n:vote unanimous\n"
        ":take 3\n:in elm\n:vote unanimous"
    )
    printed = under(meeting, "1")
    assert "left the room and took no part in the discussion or voting on Item 2." in printed
    assert "left the room, and came back while Item 3 was under way." in printed
    table = held(OUT + ":in elm\n" + MOVED, papers(printing={"declarations": "table"}))
    assert "Left the room, and came" in under(table, "1")


def told(script: str, line: str) -> str:
    desk = at_desk(script)
    made = recording(desk.meeting, line, desk.item)
    return say_back(desk.meeting, made.events) if made else ""


def test_it_is_said_before_enter() -> None:
    assert "⚠ Councillor Elm is to be out for item 2" in told(OUT, ":in elm")
    assert "to be out" in told(OUT + ":in elm", ":vote unanimous")
    assert "to be out" not in told(OUT + ":vote unanimous", ":in elm")
    assert "to be out" not in told(OUT + ":vote unanimous\n:take 3", ":in elm")
    assert "to be out" not in told(":out elm\n:take 2\n", ":in elm")
