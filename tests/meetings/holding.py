"""Whole meetings, written in shorthand: their set-up, their script, and the Draft that was approved."""

from functools import cache
from pathlib import Path

from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from exports.blocks import Draft
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.minute import minute

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def meeting(name: str) -> Meeting:
    """The meeting of a name, played."""
    setup = read_meeting((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return minute((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), setup)


@cache
def public(name: str) -> Draft:
    """Its public draft."""
    return draft(meeting(name), shipped_style())


def approved(name: str) -> Path:
    """The file that holds its draft as it was read and approved."""
    return FOLDER / f"{name}.approved.txt"


if __name__ == "__main__":
    for each in NAMES:
        approved(each).write_text(write_text(public(each)), encoding="utf-8")
