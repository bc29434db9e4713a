"""Sections 2, 4 and 5, interests and the room: who is still out for one, who presides (A3, C3, D14)."""

from collections.abc import Iterator

from clerk.events import Arrived, ItemTaken, Presided
from clerk.findings import Finding
from clerk.meeting.interests import barring_rule
from clerk.rules.case import Case, found
from clerk.rules.table import rule


@rule(D14="WARN")
def due_to_preside(case: Case) -> Iterator[Finding]:
    """Whoever presides and has an interest that bars, or is to leave for one, does not preside over its item."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    for one in meeting.declarations:
        if one.member != meeting.presiding or case.closed or one.dispensed_on(day):
            continue
        if one.effect != "left" and not barring_rule(meeting, one):
            continue
        waiting = [item for item in one.items if item not in meeting.taken and item in meeting.items]
        if waiting:
            names = " and ".join(case.item_name(item) for item in waiting)
            text = f"{case.name(one.member)}, who presides, has an interest in {names}: who takes the chair for it?"
            remedy = "When it is called, record who took the chair (:preside NAME for=item)."
            yield found("WARN", "D14", text, remedy, at=one.event, item=waiting[0])


@rule(A3="WARN")
def still_out(case: Case) -> Iterator[Finding]:
    """Who left for an interest comes back before the next item, unless there is an interest in that too."""
    meeting = case.meeting
    for person, stays in meeting.stays.items():
        last = stays[-1]
        if not last.left or not last.interest or person in meeting.in_room:
            continue
        place = case.place(last.left)
        was = case.meeting.events[place].event.item or case.in_hand(place) if place >= 0 else None
        own = {item for one in meeting.declarations if one.member == person for item in one.items}
        after = [item for at, item in case.takings if at > place and item != was]
        # One who left between two items left for that which was taken next.
        after = [item for item in after if item not in own]
        if after and place < case.closed_place:
            name = case.item_name(after[0])
            text = f"{case.name(person)} left for an interest, and is still out at {name}."
            taken = next(p for p in meeting.events if isinstance(p.event, ItemTaken) and p.event.taken == after[0])
            yield found("WARN", "A3", text, "Record that the Member came back (:in NAME).", at=taken, item=after[0])


@rule(C3="WARN")
def presides_while_out(case: Case) -> Iterator[Finding]:
    """Whoever takes the chair is in the room, and comes in before anything is done."""
    meeting = case.meeting
    members = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
    for placed, event in case.of(Presided):
        place = case.place(placed.id)
        if event.person not in members or place < case.roll_place or _is_in(case, event.person, place):
            continue
        beside = meeting.events[place + 1 : place + 2]
        if beside and isinstance(beside[0].event, Arrived) and beside[0].event.person == event.person:
            continue
        away = "out of the room" if event.person in meeting.stays else "absent"
        text = f"{case.name(event.person)} is recorded as taking the chair while {away}."
        yield found("WARN", "C3", text, "Record that the Member came in (:in NAME), or who presided (p).", at=placed)


def _is_in(case: Case, person: str, place: int) -> bool:
    """Whether someone is in the room at a place; before the roll, whether the roll, or a later entry, finds them."""
    stays = case.meeting.stays.get(person, ())
    if place < case.roll_place:
        return bool(stays)
    return any(case.place(stay.came) < place and (not stay.left or case.place(stay.left) > place) for stay in stays)
