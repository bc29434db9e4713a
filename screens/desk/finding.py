"""Finding: words in what is recorded, the agenda and the names; and what does not add up."""

from typing import NamedTuple

from clerk.events import Minuted
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.saying.happened import facts_of, words_of
from clerk.shorthand.line import Line
from screens.desk.key import Desk
from screens.desk.writing import Writing


class Place(NamedTuple):
    """Where something was found: an item, a line of its record, and what stands there. A person is nowhere, and so are
    words that were said."""

    item: str | None
    event: str | None
    said: str
    spoken: str = ""
    """Of words that were said, their key in the transcript."""


def places(meeting: Meeting, words: str) -> list[Place]:
    """Every place where the words stand, whatever their case or accents: items first, then the
    record in its order, then people."""
    wanted = plain(words)
    if not wanted:
        return []
    found = [
        Place(item.id, None, f"Item {item.number} {item.title}")
        for item in meeting.items.values()
        if wanted in plain(f"{item.number} {item.title}")
    ]
    for placed in meeting.events:
        event = placed.event
        said = event.text if isinstance(event, Minuted) else f"{facts_of(meeting, placed)} {words_of(event)}".strip()
        if event.item is not None and wanted in plain(said):
            found.append(Place(event.item, placed.id, said))
    seats = {person: meeting.seats[seat].letter for seat, person in meeting.acting}
    for person in meeting.people.values():
        if wanted in plain(f"{person.formal} {person.post} {person.organisation}"):
            described = [person.formal, person.post if person.name else "", person.organisation, person.group]
            seat = f"seat {seats[person.id]}" if person.id in seats else ""
            found.append(Place(None, None, ", ".join(filter(None, (*described, seat)))))
    return found


def find(desk: Desk, words: str) -> None:
    """Turns to the next place where the words stand, or says that they stand nowhere."""
    if not words.strip():
        desk.say("")
        return
    times = desk.sought.again(words)
    found = [*places(desk.sitting.meeting, words), *_spoken(desk, words)]
    if not found:
        desk.say_wrong(f"“{words}” is nowhere in the record, the agenda or the names.")
        return
    place = found[times % len(found)]
    if place.spoken:
        from screens.desk.spoken import turn_to_words

        turn_to_words(desk, place.spoken)
    else:
        desk.turn_to(place.item, place.event)
    more = f"   ({times % len(found) + 1} of {len(found)}; / Enter for the next)" if len(found) > 1 else ""
    desk.say(f"{place.said}{more}")


def _spoken(desk: Desk, words: str) -> list[Place]:
    """Every place of the transcript where words were said, where there is a transcript."""
    heard = desk.sitting.heard
    if heard is None:
        return []
    from clerk.transcripts.beside import Beside

    beside = Beside(heard.transcripts, desk.sitting.meeting)
    return [
        Place(None, None, f"Said at {spoken.at:%H:%M:%S}: {spoken.text}", spoken.key)
        for spoken in beside.holding(words)
    ]


def show_findings(desk: Desk, meeting: Meeting) -> None:
    """Lists what does not add up in a meeting; goes to what is picked there, or asks for the answer to it."""
    from screens.desk.findings import FindingsScreen, Picked

    def picked(pick: Picked | None) -> None:
        if pick is None:
            return
        desk.turn_to(pick.item, pick.event or None)
        if pick.answer is not None:
            named = (pick.answer.event,) if pick.answer.event else ()
            why = "overrides" if pick.answer.severity == "HARD" else "dismisses"
            wants = f"The reason that {why} it: {pick.answer.text}"
            desk.write(Writing("short", Line("dismiss", (pick.answer.rule, *named)), wants))

    desk.app.push_screen(FindingsScreen(meeting, desk.commands, desk.looking.history), picked)
