"""Which meeting a name on the command line means, and what the library notes of it."""

from pathlib import Path

from clerk.meeting import Meeting
from store import places
from store.errors import UnknownMeeting
from store.library import Library

STATES = {"before": "not opened yet", "open": "open", "adjourned": "adjourned", "closed": "closed"}
"""How the list of meetings says what it calls `Meeting.course`."""


def demo_home() -> Path:
    """Where the meetings of `clerk demo` are kept, apart from real ones."""
    return places.home() / "demo"


def find(name: str) -> Path:
    """The journal that a name means: a meeting's name or part of it, a journal's path, or "demo" for the last sample.

    Raises UnknownMeeting, with the nearest name.
    """
    try:
        return Library().resolve(name)
    except UnknownMeeting:
        samples = Library(demo_home()).meetings() if name == "demo" else []
        if not samples:
            raise
        return samples[0].path


def note(path: Path, meeting: Meeting) -> str:
    """Notes how a meeting stands for the list. Returns "" or a sentence; never raises."""
    home = places.home()
    if meeting.setup is None or path.parent != places.meetings_in(home):
        return ""
    setup = meeting.setup
    return Library(home).note(path.stem, body=setup.body, date=setup.date.isoformat(), state=STATES[meeting.course])


def read_now(path: Path) -> Meeting:
    """A meeting as it stands on disk, whoever is writing it. Raises `Refused` for a damaged one."""
    from screens.commands_saying import Refused
    from screens.sitting import meeting_of
    from store.following import read_meeting

    news = read_meeting(path)
    if news.message:
        raise Refused(f"{news.message}\nTo mend it and go on: clerk open {path.stem} --mend")
    return meeting_of(news.raw)
