"""Which meeting a name on the command line means, and what the library notes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli.saying import Refused, hint
from store import places
from store.errors import StoreError, UnknownMeeting
from store.library import Library, Listed, what_is_missing

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting

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


def note(path: Path, meeting: Meeting, stands: str = "") -> str:
    """Notes how a meeting stands for the list, in the words given where whoever asks knows how its minutes `stands`.
    Returns "" or a sentence; never raises."""
    home = next((home for home in (places.home(), demo_home()) if path.parent == places.meetings_in(home)), None)
    if meeting.setup is None or home is None:
        return ""
    facts = _facts(meeting, path)
    return Library(home).note(path.stem, **facts | ({"state": stands} if stands else {}))


def _facts(meeting: Meeting, path: Path) -> dict[str, str]:
    from clerk.kept import NEWER, form

    setup = meeting.setup
    assert setup is not None
    return {
        "body": setup.body,
        "body_id": setup.body_id,
        "date": setup.date.isoformat(),
        "state": NEWER if meeting.newer else _state(meeting, path),
        "entries": str(len(meeting.entries)),
        "form": form(),
    }


def _state(meeting: Meeting, path: Path) -> str:
    """How a meeting stands for the list: of a closed one its minutes, by what the library was told, which costs less
    than to ask every other meeting."""
    if meeting.course != "closed":
        return STATES[meeting.course]
    from clerk.library.standing import glance
    from store.facts import Facts
    from store.following import ids_of

    return glance(meeting, Facts(places.home_of(path)).read(), ids_of(path))


def listed() -> list[Listed]:
    """Every meeting, the latest first, as it stands: one that has gone on since the library noted it, whose desk was
    killed, that came from another machine, or that another version noted, is read and noted again, and so is one whose
    minutes such a meeting approves. Never raises."""
    from clerk.kept import form

    library = Library()
    meetings = library.meetings()
    changed = [one for one in meetings if (one.noted, one.form) != (one.entries, form())]
    read = {one.name: meeting for one in changed if (meeting := _as_it_stands(one)) is not None}
    _know_people(library, read.values())
    stand = {one.name: _facts(read[one.name], one.path) for one in changed if one.name in read}
    approved = _approved_in(read.values()) - {""}
    for one in meetings if approved else ():
        if one.id in approved:
            stand |= _approved(one, stand.get(one.name, {}))
    # Where some entries that had been recorded are gone, what was noted is what tells of them.
    library.note_all({one.name: stand[one.name] for one in meetings if one.name in stand and one.entries >= one.noted})
    return [_with(one, stand[one.name]) if one.name in stand else one for one in meetings]


def _know_people(library: Library, meetings: Collection[Meeting]) -> None:
    """Who was given a lasting id on another machine is the same human here."""
    if meetings:
        from screens.cli.profiles import known_profiles
        from store.persons import learn

        learn(library, meetings, lambda profile: known_profiles()[0].council_of(profile))


def _as_it_stands(one: Listed) -> Meeting | None:
    """A meeting as it now is; None where it cannot be read, or nothing was convened."""
    try:
        meeting = looked_at(one.path)
    except (StoreError, Refused):
        return None
    return meeting if meeting.setup is not None else None


def _approved_in(meetings: Iterable[Meeting]) -> frozenset[str]:
    """The records of those whose minutes these meetings approved, or had approved before it was struck."""
    from clerk.events import MinutesApproved

    return frozenset(
        id_
        for meeting in meetings
        for entry in meeting.entries
        for event in entry.events
        if isinstance(event, MinutesApproved)
        for id_ in event.meetings
    )


def _approved(one: Listed, facts: dict[str, str]) -> dict[str, dict[str, str]]:
    """What is noted of a meeting whose minutes another approves; {} where it is not closed or cannot be read."""
    from screens.minutes import stands

    meeting = _as_it_stands(one)
    if meeting is None or meeting.course != "closed" or meeting.newer:
        return {}
    return {one.name: (facts or _facts(meeting, one.path)) | {"state": stands(meeting, one.path)[0].said}}


def _with(one: Listed, facts: dict[str, str]) -> Listed:
    return one._replace(body=facts["body"], date=facts["date"], state=facts["state"])


def read_now(path: Path) -> Meeting:
    """A meeting as it stands on disk, whoever is writing it, to make something of it. Raises `Refused` for a damaged
    one, and `MadeWithNewer` for one that holds what this version does not know."""
    from clerk.kept import MadeWithNewer

    meeting = looked_at(path)
    if meeting.newer:
        raise MadeWithNewer("Nothing is made of it")
    hint(what_is_missing(path, len(meeting.entries)))
    return with_publication(meeting, path)


def with_publication(meeting: Meeting, path: Path) -> Meeting:
    """The meeting with the day on which its decisions were published, as the library was told it (CI1)."""
    from msgspec import structs

    from clerk.library.standing import decisions_published
    from store.facts import Facts
    from store.following import ids_of

    facts = Facts(places.home_of(path))
    own = ids_of(path) if facts.are_any else ()
    return structs.replace(meeting, published=decisions_published(meeting, facts.read(), own)) if own else meeting


def looked_at(path: Path) -> Meeting:
    """A meeting as it stands on disk, to be shown as far as it can be read. Raises `Refused` for a damaged one."""
    from screens.sitting import meeting_of
    from store.following import read_meeting

    news = read_meeting(path)
    if news.message:
        raise Refused(f"{news.message}\nTo mend it and go on: clerk open {path.stem} --mend")
    return meeting_of(news.raw)
