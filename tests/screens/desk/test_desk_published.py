"""The desk on minutes that were published or approved: it opens read-only, and e asks once why they are changed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.events import MinutesApproved, MinutesCorrected
from clerk.library.facts import ApprovedElsewhere, KeptText, Published
from clerk.setup.convening import read_meeting
from screens.sitting import Sitting, first_entry
from store.facts import Facts
from store.following import first_line_of, ids_of
from store.meetings import Kept
from tests.screens.desk.at_the_desk import COMMITTEE, desk, made, seated
from tests.support.minute import OPEN

SCRIPT = f"{OPEN}\n:take 7\nThe strategy was spoken of.\n:close 21:00"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The folder of a meeting whose minutes were published."""
    path = made(tmp_path, script=SCRIPT)
    first = first_line_of(path)
    assert first is not None
    text = KeptText("sitting.published-1", "0", "barnet", "", 99)
    Facts(tmp_path).tell("jo", Published(meeting=first.id, on=date(2031, 3, 14), text=text))
    return tmp_path


async def test_nothing_is_recorded_before_the_reason_is_given_and_it_is_asked_once(published: Path) -> None:
    async with desk(published, written_up=True) as at:
        assert "READ-ONLY" in at.flat
        assert "published on 14 March 2031" in at.said
        await at.keys("t")
        assert at.home
        assert "published on 14 March 2031" in at.said
        await at.keys("e")
        assert "Why is it changed?" in at.said
        await at.type("a name was wrong")
        await at.keys("enter")
        assert "READ-ONLY" not in at.flat
        assert "a name was wrong" in at.said
        for words in ("More was said.", "And more."):
            await at.keys("t")
            await at.type(words)
            await at.keys("ctrl+s")
        assert [entry.why for entry in at.sitting.meeting.entries[-2:]] == ["a name was wrong"] * 2


async def test_what_is_approved_is_reopened_first(published: Path) -> None:
    first = first_line_of(published / "meetings" / "sitting.journal")
    assert first is not None
    fact = ApprovedElsewhere(meeting=first.id, body="Cabinet", on=date(2031, 4, 1), reason="it met once")
    Facts(published).tell("jo", fact)
    async with desk(published, written_up=True) as at:
        assert "approved by Cabinet on 1 April 2031" in at.said
        await at.keys("t")
        assert at.home
        await at.keys(":")
        assert at.home


async def test_earlier_minutes_are_approved_and_corrected_in_a_few_keys(tmp_path: Path) -> None:
    earlier = made(tmp_path, script=SCRIPT)
    setup = read_meeting(COMMITTEE)
    convened = replace(setup, date=setup.date + timedelta(days=35))
    first = first_entry(convened, "jo")
    with Kept.create(tmp_path, "later", first, by="jo") as kept:
        sitting = Sitting(kept, "jo")
        for line in (":open 19:00", ":present rest", ":take 1"):
            sitting.take(line)
        path = kept.path
    async with seated(path, written_up=True) as at:
        pressed = 0
        for key in ("=", "k"):
            await at.keys(key)
            pressed += 1
        assert at.field == ""
        await at.type("strategy was spoken of")
        at.screen.fields.say_ahead()
        assert "Stands in item 7, “The strategy was spoken of.”" in at.said
        await at.type(" -> strategy was read out")
        await at.keys("enter")
        assert pressed + 1 == 3
        (approved,) = [p.event for p in at.meeting.events if isinstance(p.event, MinutesApproved)]
        assert approved.dates == (setup.date,)
        (change,) = [p.event for p in at.meeting.events if isinstance(p.event, MinutesCorrected)]
        assert (change.was, change.now) == ("strategy was spoken of", "strategy was read out")
        assert change.meeting == ids_of(earlier)[0]
        assert change.of
        await at.type("strategy was -> plan was\n")
        assert len([p.event for p in at.meeting.events if isinstance(p.event, MinutesCorrected)]) == 2, at.said
        await at.keys("enter")
        assert at.home
        await at.keys("= k")
        await at.type("was spoken of -> was debated\n")
        assert "✓" in at.said, at.said
