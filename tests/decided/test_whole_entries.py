"""What is named by the number of an entry is all of it: struck, moved, private; of several alike it is asked which."""

import pytest

from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from tests.support.five import at_desk, held, under

VOTED = ":take 2\n:vote 3 2 0\n:record elm,ash against\n"


def test_a_vote_is_struck_with_the_put_that_was_typed_with_it() -> None:
    at = at_desk(VOTED)
    line = recording(at.meeting, ":strike e5", at.item)
    assert line is not None
    told = say_back(at.meeting, line.events)
    assert told.count("Struck") == 4
    assert "3–2" in told and "Elm" in told and "Ash" in told  # noqa: PT018
    assert "recommendation" not in under(at.play(":strike e5").meeting, "2")
    assert not at.meeting.puts


def test_two_who_asked_to_be_minuted_are_struck_together_or_one_by_its_own_number() -> None:
    assert "recorded at" not in under(held(VOTED + ":strike e6"), "2")
    one = under(held(VOTED + ":strike e6.0"), "2")
    assert "Ivo Ash" in one
    assert "Dora Elm" not in one


def test_one_met_with_an_entry_stays_where_others_speak_of_them() -> None:
    at = at_desk(':take 2\n:heard objection who="Ann Fox"\n')
    entry = at.meeting.entries[-1]
    assert len(entry.events) == 2
    at.play(':take 3\n:heard support who="Ann Fox"')
    struck = at.play(f":strike e{entry.n}").meeting
    assert "Ann Fox" in under(struck, "3")
    assert "Ann Fox" not in under(struck, "2")


def test_an_entry_is_moved_and_made_private_whole() -> None:
    at = at_desk(":take 2\n:in yew\n:out elm,ash\n:take 3\nMembers spoke.\n")
    moved = at.play(":move e6 under=3").meeting
    assert [p.event.item for p in moved.events if p.id.startswith("6.")] == [moved.items[at.item or ""].id] * 2
    hidden = at.play(":private e6").meeting
    assert {"6.0", "6.1"} <= hidden.private


def test_an_entry_keeps_its_order_where_it_is_moved_to() -> None:
    at = at_desk(":take 2\nFirst.\n:out elm,ash\nLast.\n:move e6 after=e7")
    order = [p.id for p in at.meeting.events]
    assert order[-3:] == ["7.0", "6.0", "6.1"]
    assert [p.id for p in at.play(":move e6 before=e5").meeting.events][-4:] == ["6.0", "6.1", "5.0", "7.0"]


def test_after_an_entry_is_after_the_last_of_it() -> None:
    at = at_desk(":take 2\n:vote 3 2 0\n:@>e5 out yew")
    assert [p.id for p in at.meeting.events][-3:] == ["5.0", "5.1", "6.0"]


def test_of_several_alike_one_is_put_right_by_its_person() -> None:
    printed = under(held(VOTED + ":correct e6 record ash abstained"), "2")
    assert "Councillor Ivo Ash’s abstention was recorded at that Member’s request." in printed
    assert "Councillor Dora Elm’s vote against was recorded at that Member’s request." in printed


def test_of_several_alike_it_is_asked_which() -> None:
    with pytest.raises(Unclear, match=r"e6\.0 .* or e6\.1"):
        held(VOTED + ":correct e6 record yew for")
    assert "’s vote for was recorded at that Member’s request" in under(
        held(VOTED + ":correct e6.1 record yew for"), "2"
    )
