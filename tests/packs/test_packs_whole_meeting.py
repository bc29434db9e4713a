"""A pack from end to end: read by `clerk new`, minuted at the desk by its keys, and its Word draft read back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from exports.quotes import quoted_as
from tests.exports.reading import read_back
from tests.screens.desk.at_the_desk import Desk, seated

from . import papers

Clerk = Callable[..., Result]


def made(clerk: Clerk, home: Path, pack: Path) -> Path:
    """The meeting that the pack sets up, as it is kept."""
    new = clerk("new", "--yes", pack)
    assert new.exit_code == 0, new.stderr
    return home / "meetings" / f"{new.stdout.strip()}.journal"


def as_word(clerk: Clerk, meeting: Path) -> list[str]:
    """The lines of its Word draft, their numbers worked out as Word does."""
    written = clerk("draft", meeting.stem, "--to", "minutes.docx")
    assert written.exit_code == 0, written.stderr
    return read_back(Path("minutes.docx"))


async def closed(at: Desk, hour: int, minute: int) -> None:
    assert at.clock is not None
    at.clock.set(hour, minute)
    await at.keys(". c enter")
    assert at.meeting.course == "closed"
    assert at.meeting.problems == ()


async def test_the_invented_pack_from_new_to_word(clerk: Clerk, home: Path) -> None:
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    meeting = made(clerk, home, Path("pack.txt"))
    async with seated(meeting, at="19:00") as at:
        await at.keys(f"j {at.key('Pine')} enter . o enter r enter")
        await at.keys("g enter = m enter")
        assert at.said == "✓ Minutes of 11 December 2030 approved"
        await at.keys("g 5 enter")
        await at.type("Members asked who had let it leak.")
        await at.keys("ctrl+s")
        await at.keys(f"m {at.key('Cedar')} {at.key('Fir')}")
        assert at.field.endswith("That Officers be instructed to carry them out.")
        await at.keys("ctrl+end backspace")
        await at.type(" by May.")
        await at.keys("ctrl+s u enter u enter")
        await at.keys("g 6 enter 6 space 2 space 1 enter")
        await at.keys(f"g 8 enter v {at.key('Oak')} enter")
        await at.keys("a")
        await at.type("Publish it @quay by 1 May 2031")
        await at.keys("enter g 9 enter")
        assert "12 March 2031 · Boathouse Repairs · report of Head of Governance · Non-key" in at.rows
        await at.keys("= n enter g 1 0 enter = 0 enter")
        await closed(at, 20, 15)
    lines = as_word(clerk, meeting)
    for line in (
        "Decisions of the Parks and Waterways Committee",
        "12 March 2031",
        "Councillor Rowan Ash (Chairman)",
        "5. BOATHOUSE REPAIRS",
        "Members asked who had let it leak.",
        "1. That the Committee agree the repairs at Appendix 1 to the report",
        "2. That Officers be instructed to carry them out by May.",
        "The meeting finished at 8.15 pm",
    ):
        assert line in lines, (line, lines)
    assert "Councillor Lena Pine" in lines[lines.index("Apologies for Absence") + 1]


async def test_the_pack_of_november_2019_from_new_to_word(
    clerk: Clerk, home: Path, seed: Callable[[str], Path]
) -> None:
    meeting = made(clerk, home, seed("2019"))
    async with seated(meeting, at="19:00") as at:
        assert "Minutes of last meeting" in at.flat
        await at.keys(". o enter r enter g enter = m enter")
        for number in "23456":
            await at.keys(f"g {number} enter = 0 enter")
        await at.keys("g 7 enter u enter g 8 enter 6 space 4 space 0 enter g 9 enter = d")
        await at.type("there was no report")
        await at.keys("enter g 1 0 enter u enter g 1 1 enter")
        assert len([row for row in at.rows if "Non-key" in row]) == 12
        await at.keys("= n enter g 1 2 enter = 0 enter")
        await closed(at, 20, 30)
    lines = as_word(clerk, meeting)
    text = "\n".join(lines)
    printed = [quoted_as(item.title, "curly") for item in at.meeting.items.values()]
    assert [line for line in lines if line[:1].isdigit() and line.isupper()] == [
        f"{number}. {title.upper()}" for number, title in enumerate(printed, 1)
    ]
    for item in at.meeting.items.values():
        for clause in item.recommendations.split("\n"):
            words = quoted_as(re.sub(r"^(?:\d+\. |- )", "", clause), "curly")
            assert words in text, words
    assert lines[:2] == ["Decisions of the Community Leadership and Libraries Committee", "20 November 2019"]
    assert lines[-1] == "The meeting finished at 8.30 pm"
