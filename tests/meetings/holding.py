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


STYLES = ("parish", "county")
IN_STYLES = ("01-parks-committee", "02-housing-committee", "05-annual-council")
"""House styles beside Barnet's, and the meetings of which each has a draft that was read and approved."""


def in_style(name: str, style: str) -> Draft:
    """The public draft of a meeting in another house style."""
    return draft(meeting(name), shipped_style(style))


def approved_in(name: str, style: str) -> Path:
    """The file that holds it."""
    return FOLDER / "styles" / f"{name}.{style}.txt"


def approved(name: str) -> Path:
    """The file that holds its draft as it was read and approved."""
    return FOLDER / f"{name}.approved.txt"


if __name__ == "__main__":
    for each in NAMES:
        approved(each).write_text(write_text(public(each)), encoding="utf-8")
    for each in IN_STYLES:
        for style in STYLES:
            approved_in(each, style).write_text(write_text(in_style(each, style)), encoding="utf-8")
