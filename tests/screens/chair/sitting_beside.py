"""The desk, as far as the chair's view knows it: something that writes the journal."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot

from clerk.setup.convening import read_meeting
from screens.chair.app import ChairApp
from screens.chair.watching import Watching
from screens.sitting import Sitting, first_entry
from store.meetings import Kept

NAMES = ["Ash", "Birch", "Cedar", "Elm", "Hazel", "Holly", "Ivy", "Larch", "Maple", "Oak", "Rowan"]

HOURS = "That the opening hours of the libraries at Oakleigh Road and Hazel Grove be kept as they are until March"

PAPERS = "\n".join(
    [
        'body = "Community Leadership and Libraries Committee"\nprofile = "barnet"',
        'date = "2019-06-11"',
        'time = "19:00"',
        "quorum = 4",
        *(f'[[members]]\nname = "Jo {name}"\nrole = "{"chair" if name == "Birch" else ""}"' for name in NAMES),
        '[[items]]\nnumber = 1\ntitle = "Declarations of interest"',
        '[[items]]\nnumber = 8\ntitle = "Opening hours of the branch libraries"',
        f'recommendations = ["{HOURS}.", "That a report follow in the autumn."]',
        '[[items]]\nnumber = 9\ntitle = "Lease of the depot"\nexempt = true',
        'recommendations = ["That the lease be let at a low rent."]',
        '[[items]]\nnumber = 10\ntitle = "Forward plan"',
    ]
)

ROLL = (":apologies rowan", ":open 19:00", ":present rest")
HERE = (*ROLL, ":take 8")
AMEND = ":amend ash elm at=1 words=first -- until March -> until the review of opening hours is complete"

NIGHT = datetime(2019, 6, 11, 20, 12)


class Desk:
    """Writes a meeting's journal by shorthand."""

    def __init__(self, home: Path, papers: str = PAPERS) -> None:
        self.kept = Kept.create(home, "2019-06-11-cllc", first_entry(read_meeting(papers), "jo"), by="Jo")
        self.path = self.kept.path
        self.sitting = Sitting(self.kept, "jo")

    def write(self, *lines: str) -> None:
        for line in lines:
            self.sitting.take(line)

    def close(self) -> None:
        self.kept.close()

    def app(self, public: bool = False, now: datetime = NIGHT, theme: str = "clerk-dark") -> ChairApp:
        return ChairApp(Watching(self.path), public, theme=theme, now=lambda: now)


async def seen(pilot: Pilot[None]) -> None:
    """Wait until the view has looked at the journal again, and drawn what it found."""
    await pilot.pause(0.06)
    await pilot.pause()
