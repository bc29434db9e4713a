"""Words offered at the desk, as they are typed: from tonight, papers and earlier minutes; and which are not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from screens.cli.papers import learn_papers
from store.library import Library
from store.packs.reading import read_files
from store.places import cache_of
from tests.screens.desk.at_the_desk import Desk, desk, made, seated
from tests.support.bodies import COMMITTEE

REPORT = """Title: Boathouse
Report of: Head of Parks
Wards: All
Status: Public
Officer contact: Jo Reed
Summary: The refurbishment of the boathouse.
The refurbishment of the boathouse would be completed in September by the contractor.
"""

CLOSED = REPORT.replace("Public", "Exempt, not for publication").replace("refurbishment", "liquidation")


async def until_learned(at: Desk) -> None:
    while not at.screen.completing.learned:
        await asyncio.sleep(0.01)


def with_papers(home: Path, text: str, journal: Path) -> None:
    (file := home / "report.txt").write_text(text, encoding="utf-8")
    streams, failed = read_files([file])
    assert not failed
    learn_papers(journal, streams)


async def test_what_was_said_tonight_is_offered_at_the_end_of_what_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("T")
        await at.type("he boathouse had lost its roof.")
        await at.keys("enter")
        await at.type("The boath")
        assert at.words.suggestion.startswith("ouse")
        assert "boathouse" in at.text
        assert at.field == "The boath"
        await at.keys("right . enter")
        assert at.recorded()[-1].text == "The boathouse."  # type: ignore[union-attr]


async def test_the_reports_of_the_agenda_are_learned_with_it(tmp_path: Path) -> None:
    journal = made(tmp_path)
    with_papers(tmp_path, REPORT, journal)
    async with seated(journal) as at:
        await until_learned(at)
        await at.keys("T")
        await at.type("he refu")
        assert at.words.suggestion.startswith("rbishment")


async def test_nothing_of_an_exempt_report_is_learned(tmp_path: Path) -> None:
    journal = made(tmp_path)
    with_papers(tmp_path, CLOSED, journal)
    async with seated(journal) as at:
        await until_learned(at)
        await at.keys("T")
        await at.type("he liqui")
        assert at.words.suggestion == ""


EVENING = """
:open 19:00
:present rest
:take 7
The slipway was resurfaced. Mr Quillfeather thanked the Committee for the resurfacing.
:close 21:00
"""


async def test_earlier_minutes_are_learned_and_kept_in_the_cache_but_who_spoke_there_is_not(tmp_path: Path) -> None:
    earlier = COMMITTEE.replace("2031-03-12", "2031-01-15")
    assert earlier != COMMITTEE
    made(tmp_path, earlier, EVENING).rename(tmp_path / "meetings" / "2031-01-15-earlier.journal")
    async with desk(tmp_path) as first:
        body = first.meeting.setup.body  # type: ignore[union-attr]
    Library(tmp_path).note("2031-01-15-earlier", body=body, date="2031-01-15")
    for _ in ("learned", "taken from the cache"):
        async with desk(tmp_path) as at:
            await until_learned(at)
            await at.keys("T")
            await at.type("he slipway was resur")
            assert at.words.suggestion == "faced"
            await at.keys("ctrl+right")
            await at.type("by Mr Qui")
            assert at.words.suggestion == ""
            await at.keys("ctrl+t")
    assert list((cache_of(tmp_path) / "completion").iterdir())


async def test_what_was_taken_back_is_offered_no_more(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("T")
        await at.type("he boathouse had lost its roof.")
        await at.keys("ctrl+s z")
        await at.keys("T")
        await at.type("he boath")
        assert at.words.suggestion == ""


@pytest.mark.parametrize(
    ("keys", "typed", "stands"),
    [
        (":", "vote unani", ":vote unanimous"),
        (":", "out haz", ":out haz"),
        (":", "out ha", ":out hazel"),
        ("a", "to write @ha", "to write @hazel"),
    ],
)
async def test_a_line_completes_verbs_options_and_names(tmp_path: Path, keys: str, typed: str, stands: str) -> None:
    async with desk(tmp_path, script=":open 19:00\n:present rest") as at:
        await at.keys(keys)
        await at.type(typed)
        await at.keys("right")
        assert at.field.rstrip() == stands


async def test_off_by_the_setting(tmp_path: Path) -> None:
    async with desk(tmp_path, completion="off") as at:
        await at.keys("T")
        await at.type("he boathouse. The boath")
        assert at.words.suggestion == ""
        await at.keys("tab right ctrl+right")
        assert at.field == "The boathouse. The boath"


async def test_tab_takes_a_word_in_a_paragraph_by_the_setting(tmp_path: Path) -> None:
    async with desk(tmp_path, completion="tab") as at:
        await at.keys("T")
        await at.type("he boathouse was shut. The boath")
        await at.keys("tab")
        assert at.field == "The boathouse was shut. The boathouse "


async def test_an_offer_fits_at_every_size_and_repaints_no_more_than_its_row(tmp_path: Path) -> None:
    for size in ((80, 24), (40, 12), (200, 50)):
        async with desk(tmp_path, size=size) as at:
            await at.keys("T")
            await at.type("he boathouse was shut. " * 8 + "The boa")
            rows = at.text.splitlines()
            assert len(rows) == size[1]
            assert all(len(row) <= size[0] for row in rows)
            await at.keys("ctrl+t")
