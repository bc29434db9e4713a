"""names.txt: the names and posts of a meeting, for whatever writes up the sound to spell them by."""

from collections.abc import Iterator

from clerk.events import Addressed, Invited, Noted, PersonMet
from clerk.hidden import left_out
from clerk.meeting.state import Meeting
from clerk.people import Person
from exports.data.shown import Shown
from exports.style import Style, capital


def vocabulary(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """A name, a post, an organisation or a body a line, each once: the roll first, then officers and speakers."""
    shown = Shown(meeting, style, exempt)
    setup = shown.meeting.setup
    lines: dict[str, None] = {}
    if setup is not None:
        lines |= dict.fromkeys((setup.body, f"the {setup.chair_label}", f"the {setup.vice_chair_label}"))
    for person in _people(shown):
        lines |= dict.fromkeys(_of(person))
    return left_out("".join(f"{line}\n" for line in lines if line.strip()))


def _people(shown: Shown) -> Iterator[Person]:
    """Whoever is on the papers, and whoever was met in a part of the meeting that may be known of."""
    meeting = shown.meeting
    on_papers = {person.id for person in meeting.setup.people} if meeting.setup else set()
    heard = {person for placed in meeting.events if shown.event(placed.id) for person in _named_by(placed.event)}
    roll = [seat.holder for seat in meeting.seats.values() if seat.holder]
    for id_ in dict.fromkeys((*roll, *meeting.people)):
        person = shown.writer.known(id_)
        if person.kind == "speaker" and not shown.writer.setting("public_names"):
            continue
        if id_ in on_papers or id_ in roll or id_ in heard or shown.exempt:
            yield person


def _named_by(event: object) -> Iterator[str]:
    """Everyone whom an event names, wherever in it."""
    if isinstance(event, PersonMet):
        return
    if isinstance(event, Addressed):
        yield from (spoke.person for spoke in event.speakers)
    elif isinstance(event, Invited):
        yield from event.people
    elif isinstance(event, Noted):
        for value in event.facts.values():
            yield from (value if isinstance(value, tuple) else (str(value),))
    else:
        for name in ("person", "owner", "mover", "seconder", "by", "signed_by", "members", "people", "present"):
            value = getattr(event, name, ())
            yield from (value if isinstance(value, tuple) else (str(value),))


def _of(person: Person) -> Iterator[str]:
    yield capital(person.formal) if person.name else person.post
    yield person.name
    yield person.post
    yield person.organisation
