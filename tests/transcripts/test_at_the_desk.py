"""Writing up beside what was said, by the desk's keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from clerk.events import Minuted
from screens.desk.app import DeskApp
from screens.sitting import Sitting
from store.meetings import Kept
from tests.cli.running import Clerk, journal
from tests.screens.desk.at_the_desk import Desk
from tests.transcripts.evening import Said, at, talk, teams_vtt

BOTH = ("--anchor", "0:05:10=opened", "--anchor", "1:25:00=closed")


@asynccontextmanager
async def at_desk(home: Path, name: str, width: int = 120, height: int = 36) -> AsyncIterator[Desk]:
    """The desk on a meeting that was minuted, with someone at it who writes it up."""
    with Kept.open(journal(home, name), "Jo") as kept:
        sitting = Sitting(kept, "Jo", None)
        app = DeskApp(lambda: sitting)
        async with app.run_test(size=(width, height)) as pilot:
            desk = Desk(app, pilot, sitting, None)
            await desk.rest()
            yield desk


@pytest.fixture
def spoken(clerk: Clerk, parks: str) -> str:
    """The meeting, with what was said taken in."""
    Path("talk.vtt").write_text(teams_vtt(talk(), at("18:25")), encoding="utf-8")
    assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
    return parks


async def to_vote(desk: Desk) -> None:
    """To the vote of item 2."""
    await desk.keys("left left end up")


async def test_without_a_transcript_the_key_says_how_to_take_one_in(home: Path, parks: str) -> None:
    async with at_desk(home, parks) as desk:
        await desk.type('"')
        assert f"clerk transcript {parks} FILE" in desk.text


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 36), (200, 50)])
async def test_from_a_vote_what_was_said_just_before_it(home: Path, spoken: str, width: int, height: int) -> None:
    async with at_desk(home, spoken, width, height) as desk:
        await to_vote(desk)
        before = desk.pressed
        await desk.type('"')
        assert desk.pressed - before <= 2
        assert "It is 18:50:50" in desk.text
        assert "18:50:50" in desk.text
        # What was said after it is in sight as well.
        assert await desk.sees("It is 18:51:00")
        assert "carried" in desk.text.lower()


async def test_moving_in_one_moves_in_the_other(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await to_vote(desk)
        await desk.type('"')
        # Back from 18.50.50 to before the report was introduced at 18.36.
        await desk.keys(" ".join(["up"] * 93))
        event = next(p for p in desk.meeting.events if p.id == desk.screen.at_cursor)
        assert type(event.event).__name__ == "ItemTaken" or event.event.at == at("18:34")
        await desk.keys(" ".join(["down"] * 20))
        event = next(p for p in desk.meeting.events if p.id == desk.screen.at_cursor)
        assert event.event.at == at("18:36")
        # From the record the transcript follows.
        desk.app.screen.set_focus(desk.screen.panes.record)
        await desk.keys("end up")
        assert "It is 18:50:50" in desk.text


async def test_words_are_taken_into_a_paragraph_by_a_key(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await to_vote(desk)
        await desk.type('"')
        await desk.keys("enter")
        await desk.type(". Then")
        await desk.keys("ctrl+o ctrl+s")
        text = next(p.event.text for p in reversed(desk.meeting.events) if isinstance(p.event, Minuted))
        assert text == "It is 18:50:50 about the parks. Then It is 18:51:00 about the parks"


async def test_find_searches_both(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await desk.type("/18:40:20")
        await desk.keys("enter")
        assert "Said at 18:40:20" in desk.text
        assert desk.app.screen.query("#spoken")


async def test_the_key_again_goes_back_and_the_members_are_there(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        before = desk.text
        await desk.type('"')
        assert "Speaker 1?" in desk.text or "Speaker 2?" in desk.text
        await desk.type('"')
        assert not desk.app.screen.query("#spoken")
        assert desk.text.splitlines()[:8] == before.splitlines()[:8]


async def test_a_label_is_matched_once_for_the_evening(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await to_vote(desk)
        await desk.type('"')
        label = "Speaker 2" if "Speaker 2?" in desk.text else "Speaker 1"
        await desk.keys("ctrl+p")
        await desk.type("who is speaking")
        await desk.keys("enter")
        await desk.rest()
        await desk.type("elm")
        await desk.keys("enter")
        assert "is Councillor Bob Elm" in desk.text
        assert f"{label}?" not in desk.text or "Elm" in desk.text


async def test_what_becomes_exempt_goes_from_the_pane_at_once(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await to_vote(desk)
        await desk.type('"')
        assert "It is 18:50:50" in desk.text
        await desk.type(":@18:50 exclude items=2 para=3")
        await desk.keys("enter")
        assert "It is 18:50:50" not in desk.text
        assert b"18:50:50" not in journal(home, spoken).with_suffix(".transcript").read_bytes()


async def test_exempt_words_are_taken_only_under_their_item(clerk: Clerk, home: Path, spoken: str) -> None:
    assert clerk("transcript", spoken, "talk.vtt", *BOTH, "--exempt").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type("/secret")
        await desk.keys("enter")
        assert "SECRET LODGE" in desk.text
        await desk.keys("left")
        count = len(desk.meeting.entries)
        pane = desk.app.screen.query_one("#spoken")
        desk.app.screen.set_focus(pane)
        await desk.keys("enter")
        assert "exempt business" in desk.text
        assert len(desk.meeting.entries) == count
        await desk.keys("right")
        desk.app.screen.set_focus(pane)
        await desk.keys("enter ctrl+s")
        placed = next(p for p in reversed(desk.meeting.events) if isinstance(p.event, Minuted))
        assert "SECRET" in placed.event.text
        assert placed.id in desk.meeting.private


async def test_a_label_of_exempt_words_alone_is_named_in_no_other_file(clerk: Clerk, home: Path, spoken: str) -> None:
    said = [Said(one.at, one.text, "Mr Lessee" if "SECRET" in one.text else one.speaker) for one in talk()]
    Path("talk.vtt").write_text(teams_vtt(said, at("18:25")), encoding="utf-8")
    for more in ((), ("--exempt",)):
        assert clerk("transcript", spoken, "talk.vtt", *BOTH, *more).exit_code == 0
    async with at_desk(home, spoken) as desk:
        heard = desk.sitting.heard
        assert heard is not None
        heard.match("Mr Lessee", "elm")
        heard.match("Speaker 1", "oak")
    path = journal(home, spoken)
    assert b'"Mr Lessee":"elm"' in path.with_suffix(".exempt.transcript").read_bytes()
    assert b"Lessee" not in path.with_suffix(".transcript").read_bytes()
    assert b'"Speaker 1":"oak"' in path.with_suffix(".transcript").read_bytes()


async def test_what_was_said_and_not_recorded_is_listed_and_gone_to(clerk: Clerk, home: Path, parks: str) -> None:
    said = [*talk(), Said(at("18:51:05"), "That is lost, one for and two against.", "Speaker 2")]
    Path("talk.vtt").write_text(teams_vtt(sorted(said, key=lambda one: one.at), at("18:25")), encoding="utf-8")
    assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
    async with at_desk(home, parks) as desk:
        await desk.keys("ctrl+p")
        await desk.type("not recorded")
        await desk.keys("enter")
        await desk.rest()
        assert "Nothing is recorded from 6.36 pm to 6.50 pm" in desk.text
        said_there = " ".join(desk.text.split())
        assert "the record has carried" in said_there
        assert "the record has 2 for, 1 against, 0 abstained" in said_there
        await desk.type("6.36")
        await desk.keys("enter")
        await desk.rest()
        assert "It is 18:36" in desk.text


async def test_what_is_taken_in_while_the_desk_is_open_is_there_and_is_cut(
    clerk: Clerk, home: Path, parks: str
) -> None:
    async with at_desk(home, parks) as desk:
        Path("talk.vtt").write_text(teams_vtt(talk(), at("18:25")), encoding="utf-8")
        assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
        await to_vote(desk)
        await desk.type('"')
        assert "It is 18:50:50" in desk.text
        Path("more.vtt").write_text(teams_vtt([Said(at("18:33"), "AND MORE")], at("18:30")), encoding="utf-8")
        assert clerk("transcript", parks, "more.vtt", "--start", "18:30", "--anchor", "0:04:00=18:34").exit_code == 0
        await desk.type(":@18:50 exclude items=2 para=3")
        await desk.keys("enter")
        kept = journal(home, parks).with_suffix(".transcript").read_bytes()
        assert b"18:50:50" not in kept
        assert b"AND MORE" in kept


async def until_heard(desk: Desk, words: int = 1) -> None:
    """What is said is learned in a thread of its own."""
    while len(desk.screen.completing._spoken) < words:
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("typed", "offered"), [("The paddl", "ing"), ("The Snodg", ""), ("The thirt", ""), ("Says Sn", "")]
)
async def test_its_common_words_are_offered_and_no_name_or_figure_of_it(
    clerk: Clerk, home: Path, parks: str, typed: str, offered: str
) -> None:
    words = "Well, the paddling pool cost thirty thousand, says Snodgrass, and the paddling pool is closed."
    said = [Said(at(f"18:{minute}"), words) for minute in range(32, 50)]
    Path("talk.vtt").write_text(teams_vtt(said, at("18:25")), encoding="utf-8")
    assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
    async with at_desk(home, parks) as desk:
        await until_heard(desk)
        await desk.type(typed)
        assert desk.entry.suggestion[: len(offered) or None] == offered


async def test_words_that_became_exempt_are_offered_no_more(clerk: Clerk, home: Path, parks: str) -> None:
    said = [Said(at(f"18:40:{second}"), "the paddling pool, says Snodgrass") for second in range(10, 50)]
    Path("talk.vtt").write_text(teams_vtt(said, at("18:25")), encoding="utf-8")
    assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
    async with at_desk(home, parks) as desk:
        await until_heard(desk)
        await desk.type(":@18:39 exclude items=2 para=3")
        await desk.keys("enter")
        await desk.type("The paddl")
        assert desk.entry.suggestion == ""
