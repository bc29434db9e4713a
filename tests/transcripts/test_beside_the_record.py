"""Where the pane of what was said stands, where words taken from it go, and the points of its clock, by keys."""

from __future__ import annotations

import asyncio
from pathlib import Path

from clerk.rules.checks import findings
from clerk.shorthand.line import Line
from screens.desk.writing import Writing
from tests.cli.running import Clerk, journal
from tests.transcripts.evening import Said, at, teams_vtt
from tests.transcripts.test_at_the_desk import BOTH, at_desk, spoken

__all__ = ["spoken"]


async def test_it_begins_where_the_record_stands_without_a_cursor(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        assert desk.screen.at_cursor is None
        await desk.type('"')
        # The last line of the open item is its vote, at 19.41; the close has no item.
        assert "It is 19:40:50" in desk.text


async def test_down_goes_on_where_the_next_item_was_taken_between_two_lines(
    clerk: Clerk, home: Path, parks: str
) -> None:
    """The record turns to the item, whose first line is from before these words: that leads nobody back."""
    said = [
        Said(at(f"18:{minute}:{second}"), f"{minute} {second} they said")
        for minute in (33, 34)
        for second in (5, 25, 45)
    ]
    Path("talk.vtt").write_text(teams_vtt(said, at("18:25")), encoding="utf-8")
    assert clerk("transcript", parks, "talk.vtt", *BOTH).exit_code == 0
    async with at_desk(home, parks) as desk:
        await desk.type("/33 5")
        await desk.keys("enter")
        pane = desk.app.screen.query_one("#spoken")
        seen = []
        for _ in range(5):
            await desk.keys("down")
            seen.append(pane.at_cursor.text)
        assert seen == [one.text for one in said[1:]]
        assert desk.sitting.item == "i2"


async def test_where_words_were_left_out_stands_a_mark(clerk: Clerk, home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await desk.type("/18:52:50")
        await desk.keys("enter")
        shown = " ".join(desk.text.split())
        assert "18:53:00 — Left out to 19:22:0" in shown
        pane = desk.app.screen.query_one("#spoken")
        await desk.keys("down")
        assert pane.at_cursor.text.startswith("It is 19:22")
    assert clerk("transcript", spoken, "talk.vtt", *BOTH, "--exempt").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type("/18:52:50")
        await desk.keys("enter")
        assert await desk.sees("It is 18:53:00")
        assert "Left out" not in desk.text


async def test_a_speaker_stands_apart_from_the_words_and_f1_opens_its_chapter(
    clerk: Clerk, home: Path, spoken: str
) -> None:
    assert clerk("transcript", spoken, "--speaker", "Speaker 1=elm").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type('"')
        said = " ".join(desk.text.split())
        assert "Councillor Elm: It is" in said or "Elm: It is" in said
        await desk.keys("f1")
        assert "The words that were said" in desk.text
        assert "Taking it in" in desk.text


async def test_exempt_words_go_between_the_doors_and_it_is_said_first(clerk: Clerk, home: Path, spoken: str) -> None:
    assert clerk("transcript", spoken, "talk.vtt", *BOTH, "--exempt").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type("/19:05:00")
        await desk.keys("enter enter")
        said = " ".join(desk.text.split())
        assert "In the exempt minutes alone" in said
        assert "A paragraph of item 3, below" in said
        await desk.keys("ctrl+s")
        ids = [placed.id for placed in desk.meeting.events]
        new = ids.index(f"{desk.meeting.entries[-1].n}.0")
        kinds = [type(placed.event).__name__ for placed in desk.meeting.events]
        assert kinds.index("PublicExcluded") < new < kinds.index("PublicReadmitted")
        assert ids[new] in desk.meeting.private
        before = [f.rule for f in findings(desk.meeting) if f.rule == "X1"]
        assert before == []


async def test_words_taken_into_a_paragraph_begun_by_hand_have_their_place_too(
    clerk: Clerk, home: Path, spoken: str
) -> None:
    assert clerk("transcript", spoken, "talk.vtt", *BOTH, "--exempt").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type("/19:05:00")
        await desk.keys("enter")
        desk.app.screen.set_focus(desk.screen.panes.record)
        await desk.type("Said: ")
        await desk.keys("ctrl+o")
        assert "In the exempt minutes alone" in " ".join(desk.text.split())
        await desk.keys("ctrl+s")
        kinds = [type(placed.event).__name__ for placed in desk.meeting.events]
        assert kinds.index("PublicExcluded") < kinds.index("Minuted") < kinds.index("PublicReadmitted")


async def test_exempt_words_never_go_into_what_is_public_of_an_exempt_item(
    clerk: Clerk, home: Path, spoken: str
) -> None:
    assert clerk("transcript", spoken, "talk.vtt", *BOTH, "--exempt").exit_code == 0
    async with at_desk(home, spoken) as desk:
        await desk.type("/19:05:00")
        await desk.keys("enter")
        desk.app.screen.set_focus(desk.screen.panes.record)
        desk.screen.write(Writing("piece", Line("summary"), "A summary for the public"))
        await desk.rest()
        await desk.keys("ctrl+o")
        assert "exempt business" in desk.text
        assert "SECRET" not in desk.screen.fields.text


async def test_a_line_taken_into_the_record_is_recorded_when_it_was_said(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await desk.type("/18:43:00")
        await desk.keys("enter enter ctrl+s")
        await desk.keys("ctrl+p")
        await desk.type("not recorded")
        await desk.keys("enter")
        await desk.rest()
        assert "from 6.36 pm to 6.50 pm" not in desk.text
        assert "Nothing is recorded from 6.36 pm to 6.43 pm" in desk.text
        assert "Nothing is recorded from 6.43 pm to 6.50 pm" in desk.text


async def test_how_much_would_go_is_named_before_enter(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        path = journal(home, spoken).with_suffix(".transcript")
        kept = path.read_bytes()
        exclusion = next(p.id for p in desk.meeting.events if type(p.event).__name__ == "PublicExcluded")
        await desk.type(f":@18:45 correct {exclusion} exclude items=3 para=3")
        await asyncio.sleep(0.4)
        await desk.rest()
        said = " ".join(desk.text.split())
        assert "Goes for good from what was said" in said
        assert "60 lines of talk.vtt (0:18:00 to 0:27:54)" in said
        assert path.read_bytes() == kept
        await desk.keys("enter")
        assert b"18:46:00" not in path.read_bytes()


async def test_a_key_that_acts_at_once_asks_first_where_it_would_cut(clerk: Clerk, home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        # The readmission first, or all that followed would go with the exclusion.
        for line in (":@19:46 readmit", ":@19:45 exclude items=4 para=3"):
            await desk.type(line)
            await desk.keys("enter")
        path = journal(home, spoken).with_suffix(".transcript")
        assert b"It is 19:45:00" not in path.read_bytes()
        assert b"It is 19:49:00" in path.read_bytes()
        await desk.type("z")
        assert clerk("transcript", spoken, "talk.vtt").exit_code == 0
        kept = path.read_bytes()
        assert b"It is 19:45:00" in kept
        await desk.type("y")
        assert "Goes for good from what was said" in " ".join(desk.text.split())
        assert path.read_bytes() == kept
        await desk.keys("enter")
        assert b"It is 19:45:00" not in path.read_bytes()


async def test_a_point_is_given_and_taken_back_at_the_desk(home: Path, spoken: str) -> None:
    async with at_desk(home, spoken) as desk:
        await desk.type("/19:30:00")
        await desk.keys("enter ctrl+p")
        await desk.type("when this was said")
        await desk.keys("enter")
        await desk.rest()
        assert "What happened when" in desk.text
        await desk.type("19:40:00")
        await desk.keys("enter")
        await desk.rest()
        # The recording would have run backwards, or stood still for ten minutes.
        assert "Nothing was changed" in " ".join(desk.text.split())
        await desk.type("/19:39:50")
        await desk.keys("enter ctrl+p")
        await desk.type("when this was said")
        await desk.keys("enter")
        await desk.rest()
        await desk.keys("enter")
        await desk.rest()
        assert "One line falls into exempt business" in desk.text
        await desk.keys("enter")
        await desk.rest()
        assert "is 19:40:00 now" in desk.text
        await desk.keys("ctrl+p")
        await desk.type("points of the recording")
        await desk.keys("enter")
        await desk.rest()
        assert "1:14:50 of talk.vtt is 19:40:00" in desk.text
        await desk.type("1:14")
        await desk.keys("enter")
        await desk.rest()
        assert "is taken back" in desk.text
        kept = desk.sitting.heard.public
        assert [anchor.what for anchor in kept.recordings[0].anchors] == ["opened", "closed"]
        await desk.keys("ctrl+p")
        await desk.type("points of the recording")
        await desk.keys("enter")
        await desk.rest()
        await desk.type("closed")
        await desk.keys("enter")
        await desk.rest()
        assert "Nothing was changed" in " ".join(desk.text.split())
