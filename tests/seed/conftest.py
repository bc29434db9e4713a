"""The seed meeting, read, set up and minuted once for all the tests here."""

import pytest

from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from exports.blocks import Draft
from exports.draft import draft as written_up
from exports.style import shipped_style

from . import minuting, papers
from .june import PACK, June, read_june
from .playing import play


@pytest.fixture(scope="session")
def june() -> June:
    if not PACK.is_file():
        pytest.skip(f"the seed is not here: {PACK.name} (CLERK_SEEDS names the folder it is in)")
    return read_june(PACK.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def meeting(june: June) -> Meeting:
    return play(read_meeting(papers.meeting_toml(june)), minuting.script(june))


@pytest.fixture(scope="session")
def draft(meeting: Meeting) -> Draft:
    return written_up(meeting, shipped_style())
