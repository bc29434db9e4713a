"""The end of a meeting: what is left is said before Enter, and never stands in the way of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clerk.events import Flagged, MeetingAdjourned, MeetingClosed, MeetingResumed, TimeExtended
from screens.desk.closing import left_over
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN, minute

LOOSE = f"""
{OPEN}
:take 6
:take 7
:motion ash birch -- That it be so.
:vote 5 5 1
:take 8
The strategy was spoken of.
:amend elm fir at=1 delete
"""


ENDED = """
:exclude items=9 para=3 weighed=yes
:take 9
:outcome noted
:readmit
:summary -- The Committee noted a report.
:take 10
:none
"""


async def test_what_is_left_is_said_before_the_meeting_is_closed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=LOOSE.strip()) as at:
        await at.keys("left left !")
        await at.type("the date of March")
        await at.keys("enter")
        assert isinstance(at.recorded()[0], Flagged)
        at.clock.set(21, 19)  # type: ignore[union-attr]
        await at.keys(". c")
        assert "The meeting closed at 9.19 pm. Enter" in at.said
        assert "Flags: the date of March (item 6)." in at.said
        assert "Still open: the motion moved by Councillor Ash and the amendment moved by Councillor Elm." in at.said
        assert "Not decided: items 6, 7 and 8." in at.said
        assert "Nothing recorded: items 1, 3, 4 and 3 more." in at.said
        assert "Findings: " in at.said
        assert at.recorded() == []
        assert await at.keys("enter")
        (closed,) = at.recorded()
        assert isinstance(closed, MeetingClosed)
        assert f"{closed.at:%H:%M}" == "21:19"
        assert "CLOSED" in at.text.splitlines()[0]
        assert "WRITTEN UP" in at.text.splitlines()[0]


async def test_all_that_is_left_can_be_gone_to(tmp_path: Path) -> None:
    async with desk(tmp_path, script=LOOSE.strip()) as at:
        await at.keys(". c f")
        assert "a tie" in at.flat
        await at.keys("enter")
        assert at.home
        assert at.meeting.course == "open"


async def test_nothing_left_is_said_too_and_a_time_can_be_typed(tmp_path: Path) -> None:
    begun = ":take 1\n:outcome noted\n:take 2\n:take 3\n:none\n"
    script = OPEN + begun + "".join(f":take {n}\n:outcome noted\n" for n in range(4, 9)) + ENDED
    async with desk(tmp_path, script=script, written_up=True) as at:
        await at.keys(". c")
        assert "Nothing is left over." in at.said
        await at.keys("2 1 . 4 backspace 1 9")
        assert "At 21.19" in at.said
        await at.keys("enter")
        (closed,) = at.recorded()
        assert f"{closed.at:%H:%M}" == "21:19"


async def test_it_can_be_left_and_backed_out_of(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys(". c backspace")
        assert at.home
        await at.keys(". c 9 x escape")
        assert at.home
        assert at.recorded() == []


async def test_opened_adjourned_resumed_extended_closed(tmp_path: Path) -> None:
    async with desk(tmp_path, at="18:58") as at:
        await at.keys(". o 1 9 0 0 enter")
        assert "is not a time" not in at.said
        await at.keys("r enter . a enter")
        assert "ADJOURNED" in at.text.splitlines()[0]
        await at.keys(". r enter . e enter . c enter")
        kinds = [type(event).__name__ for event in at.recorded()]
        assert kinds == [
            "MeetingOpened", "RollCalled", "MeetingAdjourned", "MeetingResumed", "TimeExtended", "MeetingClosed",
        ]  # fmt: skip
        await at.keys("z")
        assert at.meeting.course == "open"


async def test_it_is_adjourned_to_a_day_resumed_on_it_and_extended_until_an_hour(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys(". e")
        assert "Until when" in at.text
        await at.keys("2 2 : 3 0 enter . d 2 0 3 1 - 0 3 - 1 9 enter")
        await at.keys(". d 2 0 3 1 - 0 3 - 1 9 enter")
        extended, adjourned, resumed = at.recorded()[-3:]
        assert isinstance(extended, TimeExtended)
        assert f"{extended.until:%H:%M}" == "22:30"
        assert isinstance(adjourned, MeetingAdjourned)
        assert adjourned.to == date(2031, 3, 19)
        assert isinstance(resumed, MeetingResumed)
        assert resumed.on == date(2031, 3, 19)
        assert "Resumed on 19 March 2031" in at.text


async def test_it_is_extended_as_moved(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys(". m 2 2 : 3 0 tab a , b tab u n a n i m o u s enter")
        (extended,) = [event for event in at.recorded() if isinstance(event, TimeExtended)]
        assert (extended.mover, extended.seconder, extended.unanimous) == ("ash", "birch", True)


def test_what_a_motion_of_another_kind_ended_is_not_said_to_be_left() -> None:
    """One refused, one deferred, one taken with another: none waits for its recommendation to be put."""
    script = f"""
{OPEN}
:take 7
:motion ash birch -- That the strategy be refused.
:vote 7 4 0
:take 8
:motion elm oak kind=deferral -- That the item be deferred for a month.
:vote unanimous
:take 6
The strategy was spoken of.
"""
    left = " ".join(left_over(minute(script.strip())))
    assert "Not decided: item 6." in left, left
