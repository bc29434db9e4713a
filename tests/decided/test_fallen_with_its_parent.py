"""What would amend an amendment that is withdrawn, falls or is lost falls with it (MT-10)."""

import pytest

from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from tests.support.five import at_desk, held, said, under

NESTED = (
    ":take 2\n:motion oak ash -- That officers be thanked.\n"
    ":amend elm ash words=first -- officers -> all officers\n"
    ":amend yew green on=A1 words=first -- all -> quite all\n"
)
ENDS = (":withdraw A1", ":fell A1", ":notput A1", ":vote 2 3 0 of=A1", ":vote 2 2 1 of=A1\n:cast against")


@pytest.mark.parametrize("end", ENDS)
def test_it_falls_with_what_it_would_amend(end: str) -> None:
    meeting = held(f"{NESTED}{end}\n:put\n:vote unanimous")
    assert (meeting.questions["A2"].state, meeting.questions["m1"].state) == ("fell", "carried")
    printed = under(meeting, "2")
    assert "fell with it." in printed
    assert printed.count("fell with it") == 1
    assert "CARRIED – the motion was unanimously approved." in printed
    assert not said(meeting, "M1", "M9", "M10")


def test_one_to_it_falls_too_and_it_is_said_before_enter() -> None:
    third = ":amend ash oak on=A2 words=first -- quite -> almost\n"
    meeting = held(f"{NESTED}{third}:withdraw A1")
    assert [meeting.questions[label].state for label in ("A2", "A3")] == ["fell", "fell"]
    assert under(meeting, "2").count("fell with it.") == 2
    desk = at_desk(NESTED)
    done = recording(desk.meeting, ":withdraw A1", desk.item)
    assert done is not None
    assert "A2 falls with A1." in say_back(desk.meeting, done.events)


@pytest.mark.parametrize("line", [":put A2", ":vote 3 2 0 of=A2", ":accept A2", ":withdraw A2"])
def test_nothing_of_it_is_left_to_put(line: str) -> None:
    with pytest.raises(Unclear, match="A2 fell"):
        held(f"{NESTED}:withdraw A1\n{line}")


def test_what_was_lost_cannot_be_amended() -> None:
    with pytest.raises(Unclear, match="A1 was lost"):
        held(f"{NESTED}:vote 3 2 0 of=A2\n:vote 2 3 0 of=A1\n:amend ash oak on=A1 add -- That ducks be thanked.")


def test_a_motion_that_is_withdrawn_takes_its_amendments_with_it() -> None:
    meeting = held(f"{NESTED}:withdraw m1")
    assert {meeting.questions[label].state for label in ("A1", "A2")} == {"fell"}


def test_a_recount_brings_it_back() -> None:
    meeting = held(f"{NESTED}:vote 2 3 0 of=A1\n:vote 3 2 0 recount=v1")
    assert meeting.questions["A2"].state == "open"
    assert "fell with it" not in under(meeting, "2")
    undone = held(f"{NESTED}:withdraw A1\n:undo")
    assert undone.questions["A2"].state == "open"


@pytest.mark.parametrize("end", [":accept A1", ":vote 3 2 0 of=A1", ":vote 3 2 0 of=A2\n:vote 2 3 0 of=A1"])
def test_what_is_carried_or_was_decided_before_takes_nothing_with_it(end: str) -> None:
    assert "fell with it" not in under(held(NESTED + end), "2")
