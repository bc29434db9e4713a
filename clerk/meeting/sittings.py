"""The days on which a meeting sat: one that was adjourned to another day has a roll and apologies for each (T4)."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from msgspec import Struct

from clerk.events import ApologyReceived, MeetingAdjourned, MeetingResumed, RollCalled
from clerk.meeting.parts import Apology, Stay
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


class Sitting(Struct, frozen=True):
    """A day's part of a meeting: the places of its events, from `begins` to before `ends`, and its roll, where one was
    called. A later one begins when the meeting was adjourned to it: word that comes then is of that day."""

    begins: int
    ends: int
    roll: Placed | None
    apologies: Mapping[str, Apology]


def sittings(meeting: Meeting) -> tuple[Sitting, ...]:
    """The days of a meeting, in order; one for a meeting that was never adjourned to another."""
    starts, adjourned = [0], 0
    for place, placed in enumerate(meeting.events):
        if isinstance(placed.event, MeetingAdjourned):
            adjourned = place
        elif isinstance(placed.event, MeetingResumed) and placed.event.on is not None:
            starts.append(max(adjourned, starts[-1]))
    bounds = [*starts, len(meeting.events)]
    return tuple(_sitting(meeting, begins, ends) for begins, ends in pairwise(bounds))


def days_of(meeting: Meeting) -> tuple[date, ...]:
    """The days on which a meeting sat, that for which it was called first; () while there are no papers."""
    if meeting.setup is None:
        return ()
    later = (p.event.on for p in meeting.events if isinstance(p.event, MeetingResumed))
    return (meeting.setup.date, *(day for day in later if day is not None))


def _sitting(meeting: Meeting, begins: int, ends: int) -> Sitting:
    events = meeting.events[begins:ends]
    roll = next((placed for placed in events if isinstance(placed.event, RollCalled)), None)
    if begins == 0 and ends == len(meeting.events):
        return Sitting(begins, ends, roll, meeting.apologies)
    apologies: dict[str, Apology] = {}
    for placed in events:
        event = placed.event
        if isinstance(event, ApologyReceived) and event.person in meeting.apologies:
            apologies[event.person] = Apology(event.person, event.kind, event.text, placed.id)
    return Sitting(begins, ends, roll, apologies)


def stays_in(meeting: Meeting, person: str, sitting: Sitting) -> tuple[Stay, ...]:
    """The stays of a person in the room on that day; who went out by its roll was not there."""
    stays = meeting.stays.get(person, ())
    if sitting.begins == 0 and sitting.ends == len(meeting.events):
        return stays
    order = {placed.id: place for place, placed in enumerate(meeting.events)}
    begins = order[sitting.roll.id] if sitting.roll is not None else sitting.begins
    return tuple(
        stay
        for stay in stays
        if order.get(stay.came, 0) < sitting.ends and (not stay.left or order.get(stay.left, sitting.ends) > begins)
    )
