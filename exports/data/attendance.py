"""Who was there, and when; who presided; what was declared."""

from datetime import datetime

from clerk.meeting.attendance import by_link
from clerk.meeting.parts import Stay
from clerk.people import Seat
from exports.data.shapes import Attended, InChair, Interest, Time
from exports.data.shown import Shown
from exports.front import attended, sent_apologies


def attendance(shown: Shown) -> tuple[Attended, ...]:
    """Each seat's holder and whoever substituted in it, in the order of the roll."""
    meeting = shown.meeting
    came = attended(meeting)
    apologies = set(sent_apologies(meeting))
    found = [_of(shown, seat, person) for seat, person in came]
    there = {person for _, person in came}
    for seat in meeting.seats.values():
        if seat.holder and seat.holder not in there:
            missing = "apologies" if seat.holder in apologies else "absent" if meeting.roll_called else "expected"
            found.append(_of(shown, seat, seat.holder, missing))
    return tuple(found)


def _of(shown: Shown, seat: Seat, person: str, status: str = "present") -> Attended:
    meeting = shown.meeting
    substitutes = {held.person for held in meeting.substitutions if held.seat == seat.id}
    instead = seat.holder if person in substitutes and person != seat.holder else None
    apology = meeting.apologies.get(person)
    return Attended(
        person=shown.person(person),
        seat=seat.id,
        office="" if instead else seat.office,
        status=status,  # type: ignore[arg-type]
        substitute_for=instead and shown.person(instead),
        apology=apology.kind if apology else "",  # type: ignore[arg-type]
        remote=by_link(meeting, person),
        stays=tuple(_stay(shown, stay) for stay in meeting.stays.get(person, ())),
    )


def _stay(shown: Shown, stay: Stay) -> Time:
    """Comings and goings of exempt session are not public: their times are then null."""
    left = shown.event(stay.left)
    return Time(
        came=stay.came_at if shown.event(stay.came) else None,
        left=stay.left_at if left else None,
        interest=stay.interest and left,
    )


def presiding(shown: Shown) -> tuple[InChair, ...]:
    """Each change of who presided that may be known."""
    return tuple(
        InChair(
            person=shown.person(chairing.person) if chairing.person else None,
            since=_time(shown, chairing.since),
            item=_item(shown, chairing.since),
        )
        for chairing in shown.meeting.chairs
        if shown.event(chairing.since)
    )


def _time(shown: Shown, event: str) -> datetime | None:
    placed = shown.placed.get(event)
    return placed.event.at if placed else None


def _item(shown: Shown, event: str) -> str | None:
    placed = shown.placed.get(event)
    return placed.event.item if placed else None


def declarations(shown: Shown) -> tuple[Interest, ...]:
    """Interests in the order in which they were declared."""
    return tuple(
        Interest(
            member=shown.person(declared.member),
            items=declared.items,
            kind=declared.kind,
            effect=declared.effect,
            reason="" if declared.sensitive else declared.reason,
            sensitive=declared.sensitive,
        )
        for declared in shown.meeting.declarations
        if shown.event(declared.event)
    )
