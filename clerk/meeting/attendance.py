"""Who is in the room, in which seat, and who presides: each an interval (A2, A3, AP1 to AP9, C1, C2)."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec.structs import replace

from clerk.events import (
    ApologyReceived,
    Arrived,
    ItemTaken,
    Left,
    Noted,
    Presided,
    RollCalled,
    SeatChanged,
    Substituted,
    SubstitutionEnded,
)
from clerk.meeting.parts import Apology, Called, Chairing, Stay, Substitution
from clerk.meeting.record import Placed, entry_number
from clerk.meeting.sittings import Sitting, sittings, stays_in
from clerk.meeting.state import Meeting


def roll_called(meeting: Meeting, placed: Placed, event: RollCalled) -> Meeting:
    """The room holds these, and of the body's members no others."""
    present = [person for person in event.present if person in meeting.people]
    for person in event.present:
        if person not in meeting.people:
            meeting = meeting.problem(placed, f"The roll names {person}, who is no longer recorded.")
    members = {person for _, person in meeting.acting} | {seat.holder for seat in meeting.seats.values()}
    gone = [person for person in meeting.in_room if person in members and person not in present]
    meeting = _out(meeting, placed, gone)
    remote = (meeting.remote - set(present)) | (set(event.remote) & set(present))
    ways = dict(meeting.ways)
    for person in present:
        ways[person] = (*ways.get(person, ()), person in remote)
    called = replace(_in(meeting, placed, present), roll_called=True, remote=remote, ways=ways)
    return with_chair(replace(called, cut_off=meeting.cut_off - set(present)), placed)


def arrived(meeting: Meeting, placed: Placed, event: Arrived) -> Meeting:
    """Someone is in the room from now on. An apology for absence becomes one for lateness (AP2) when printed."""
    if event.person not in meeting.people:
        return meeting.problem(placed, f"{event.person} came in, but is no longer recorded.")
    if _came_with_a_seat(meeting, event.person):
        *earlier, _ = meeting.stays[event.person]
        stays = {**meeting.stays, event.person: (*earlier, Stay(placed.id, event.at))}
        meeting = replace(meeting, stays=stays)
    # Who comes in from a link, or goes over to one, is in the room all the while.
    elif event.person in meeting.in_room and event.remote == (event.person in meeting.remote):
        name = meeting.name(event.person)
        meeting = meeting.problem(placed, f"{name} is recorded as coming in, but was in the room already.", "A3")
    # Who had lost a connection, and is there again without a word, is on the link again.
    back_on_it = event.person in meeting.cut_off and event.person in meeting.remote and not event.in_room
    linked = event.remote or back_on_it
    remote = meeting.remote | {event.person} if linked else meeting.remote - {event.person}
    ways = {**meeting.ways, event.person: (*meeting.ways.get(event.person, ()), linked)}
    meeting = replace(meeting, ways=ways, cut_off=meeting.cut_off - {event.person})
    called = meeting.called_to_chair
    if called is not None and called.extent == "for now" and is_chairman(meeting, event.person):
        called = called.before
    arrived = replace(_in(meeting, placed, [event.person]), remote=remote, called_to_chair=called)
    return with_chair(arrived, placed)


def _came_with_a_seat(meeting: Meeting, person: str) -> bool:
    """Whether a substitute's coming is known only from the seat's having been taken, and not when it was."""
    if person not in meeting.in_room or (last := meeting.stays[person][-1]).came_at is not None:
        return False
    return any(
        held.person == person and last.came != held.began and entry_number(held.began) == entry_number(last.came)
        for held in meeting.substitutions
    )


def left(meeting: Meeting, placed: Placed, event: Left) -> Meeting:
    """Someone is out of the room from now on."""
    if event.person not in meeting.in_room:
        acts = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
        if event.person not in acts and event.person not in meeting.stays:
            # Who attends without a seat answers no roll: nothing says when they came.
            return meeting
        name = meeting.name(event.person)
        return meeting.problem(placed, f"{name} is recorded as leaving, but was not in the room then.", "A3")
    lost = meeting.cut_off | {event.person} if event.connection else meeting.cut_off - {event.person}
    return with_chair(_out(replace(meeting, cut_off=lost), placed, [event.person], event.interest), placed)


def apology_received(meeting: Meeting, placed: Placed, event: ApologyReceived) -> Meeting:
    """Keeps an apology, one a person: the last stands."""
    if event.person not in meeting.people:
        return meeting.problem(placed, f"An apology names {event.person}, who is no longer recorded.")
    apology = Apology(event.person, event.kind, event.text, placed.id)
    return replace(meeting, apologies={**meeting.apologies, event.person: apology})


def substituted(meeting: Meeting, placed: Placed, event: Substituted) -> Meeting:
    """A substitute takes a seat; whoever substituted there before has stood down (AP5)."""
    if event.seat not in meeting.seats or event.person not in meeting.people:
        return meeting.problem(placed, f"A substitution names {event.person} for a seat that is no longer recorded.")
    meeting = end_substitution(meeting, placed, event.seat)
    new = Substitution(event.person, event.seat, placed.id)
    return with_chair(replace(meeting, substitutions=(*meeting.substitutions, new)), placed)


def substitution_ended(meeting: Meeting, placed: Placed, event: SubstitutionEnded) -> Meeting:
    """A substitute gives the seat back."""
    return with_chair(end_substitution(meeting, placed, event.seat), placed)


def presided(meeting: Meeting, placed: Placed, event: Presided) -> Meeting:
    """Someone takes the chair."""
    if event.person not in meeting.people:
        return meeting.problem(placed, f"{event.person} took the chair, but is no longer recorded.")
    before = meeting.called_to_chair
    # Whoever was there for the item alone, or for now, is not whom another gives the chair back to.
    while before is not None and before.extent in _UNTIL:
        before = before.before
    # Who takes the chair as an item has just been called takes it for that one; after its business, for the next.
    called = Called(event.person, event.extent, event.item, before, placed.id, served=meeting.calling is not None)
    return with_chair(replace(meeting, called_to_chair=called), placed)


_UNTIL = ("item", "for now")
"""How long someone is called to the chair for, where that ends by itself."""


def next_item_taken(meeting: Meeting, placed: Placed, event: ItemTaken) -> Meeting:
    """Whoever presided for one item only gives the chair back when another is taken (CH-02). Who took it after an item
    was done took it for the next."""
    called = meeting.called_to_chair
    if called is None or called.extent != "item" or called.item == event.taken:
        return meeting
    if not called.served:
        chaired_for = {**meeting.chaired_for, called.event: event.taken}
        return replace(meeting, called_to_chair=replace(called, item=event.taken), chaired_for=chaired_for)
    return with_chair(replace(meeting, called_to_chair=called.before), placed)


def acting(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Each filled seat's id with the person who acts in it: its holder, or a substitute in force."""
    substitutes = {held.seat: held.person for held in meeting.substitutions if not held.ended}
    away = suspended(meeting)
    holders = {seat.id: None if seat.holder in away else seat.holder for seat in meeting.seats.values()}
    acts = {id_: substitutes.get(id_, holder) for id_, holder in holders.items()}
    own = {person: seat.id for seat in meeting.seats.values() if (person := acts[seat.id]) == seat.holder}
    # One person in two seats is one voter (AP5): in the seat of their own, else in the first.
    first = {person: id_ for id_, person in reversed(acts.items())} | own
    return tuple((id_, p) for id_, p in acts.items() if p is not None and p in meeting.people and first[p] == id_)


def with_reserves(meeting: Meeting, item: str) -> Meeting:
    """The meeting as it will be at an item for which notice was given that reserves would sit (AT-17)."""
    seats = {seat.holder: seat.id for seat in meeting.seats.values() if seat.holder}
    for placed in meeting.events:
        event = placed.event
        if not isinstance(event, Noted) or event.construct != "AT-17" or item not in event.named("items"):
            continue
        seat = seats.get(str(event.facts.get("for", "")))
        for person in event.named("who") if seat is not None else ():
            new = Substitution(person, seat or "", placed.id)
            there = meeting.in_room | {person}
            meeting = replace(meeting, substitutions=(*meeting.substitutions, new), in_room=there)
            meeting = replace(meeting, acting=acting(meeting))
    return meeting


def acting_at(meeting: Meeting, event: str) -> tuple[tuple[str, str], ...]:
    """Who acted in each seat when something happened, whoever acts in it now: a substitute may have come or gone since,
    and a seat may have been given to someone else."""
    at = {placed.id: place for place, placed in enumerate(meeting.events)}
    now = at.get(event, len(at))
    in_force = tuple(
        replace(held, ended="")
        for held in meeting.substitutions
        if at.get(held.began, 0) <= now and (not held.ended or at.get(held.ended, now) > now)
    )
    seats = dict(meeting.seats)
    for placed in reversed(meeting.events[now + 1 :]):
        change = placed.event
        if isinstance(change, SeatChanged) and change.was and change.seat.id in seats:
            seats[change.seat.id] = replace(seats[change.seat.id], holder=change.was)
    return acting(replace(meeting, substitutions=in_force, seats=seats))


def suspended(meeting: Meeting) -> frozenset[str]:
    """Those who are suspended from this body on the day of the meeting: neither quorum nor vote (A13)."""
    setup = meeting.setup
    if setup is None:
        return frozenset()
    return frozenset(
        person.id
        for person in meeting.people.values()
        if person.suspended and person.suspended_on(setup.date, setup.body) is not None
    )


def _in(meeting: Meeting, placed: Placed, people: Iterable[str]) -> Meeting:
    stays = dict(meeting.stays)
    new = [person for person in dict.fromkeys(people) if person not in meeting.in_room]
    for person in new:
        stays[person] = (*stays.get(person, ()), Stay(placed.id, placed.event.at))
    return replace(meeting, in_room=meeting.in_room | set(new), stays=stays)


def _out(meeting: Meeting, placed: Placed, people: Iterable[str], interest: bool = False) -> Meeting:
    stays = dict(meeting.stays)
    gone = list(people)
    for person in gone:
        *earlier, last = stays[person]
        stays[person] = (*earlier, replace(last, left=placed.id, left_at=placed.event.at, interest=interest))
    return replace(meeting, in_room=meeting.in_room - set(gone), stays=stays)


def end_substitution(meeting: Meeting, placed: Placed, seat: str) -> Meeting:
    """The meeting once nobody substitutes in a seat any more."""
    return replace(
        meeting,
        substitutions=tuple(
            replace(held, ended=placed.id) if held.seat == seat and not held.ended else held
            for held in meeting.substitutions
        ),
    )


def with_chair(meeting: Meeting, placed: Placed) -> Meeting:
    """Notes a change of who presides: whoever was called to the chair, else the chairman, else the vice-chairman,
    whichever of them is in the room first (C1); a substitute never inherits the chair (AP9)."""
    offices = [
        seat.holder for office in ("chair", "vice-chair") for seat in meeting.seats.values() if seat.office == office
    ]
    called = meeting.called_to_chair
    if called is not None and _is_there(meeting, called.person):
        person: str | None = called.person
    else:
        person = next((holder for holder in offices if holder in meeting.in_room), None)
    if person == meeting.presiding:
        return meeting
    return replace(meeting, chairs=(*meeting.chairs, Chairing(person, placed.id)))


def is_chairman(meeting: Meeting, person: str) -> bool:
    """Whether a member holds the chair of the body, whoever presides."""
    return any(seat.office == "chair" and seat.holder == person for seat in meeting.seats.values())


def _is_there(meeting: Meeting, person: str) -> bool:
    """Whether someone called to the chair can be in it. The roll is not called of officers, who may preside while a
    chairman is elected (C3): they are there unless they are known to have gone."""
    if person in meeting.in_room:
        return True
    return meeting.people[person].kind not in ("member", "co-optee") and person not in meeting.stays


REDUCERS: dict[type, Callable[..., Any]] = {
    RollCalled: roll_called,
    Arrived: arrived,
    Left: left,
    ApologyReceived: apology_received,
    Substituted: substituted,
    SubstitutionEnded: substitution_ended,
    Presided: presided,
}


def left_council(meeting: Meeting) -> frozenset[str]:
    """Those whose office had ended before the day of the meeting (A10)."""
    day = meeting.setup.date if meeting.setup else None
    people = meeting.people.values()
    return frozenset(p.id for p in people if day is not None and p.office_ended is not None and p.office_ended < day)


def by_link(meeting: Meeting, person: str) -> Literal["", "part", "throughout"]:
    """Whether someone attended over a link: all the while, for a part of it, or not. Of who answers no roll, as
    officers, what their listing says."""
    listed = (p.event for p in meeting.events if isinstance(p.event, Noted) and p.event.construct == "FM-04")
    said = tuple(event.facts.get("remote") == "yes" for event in listed if person in event.named())
    ways = said if any(said) else (*said, *meeting.ways.get(person, ()))
    if not any(ways):
        return ""
    return "throughout" if all(ways) else "part"


def links_before(meeting: Meeting, id_: str) -> set[str]:
    """Who attended over a link, or had lost one, just before something happened."""
    linked: set[str] = set()
    lost: set[str] = set()
    for placed in meeting.events:
        if placed.id == id_:
            break
        event = placed.event
        if isinstance(event, RollCalled):
            linked = (linked - set(event.present)) | (set(event.remote) & set(event.present))
            lost -= set(event.present)
        elif isinstance(event, Arrived):
            if not event.remote and (event.in_room or event.person not in lost):
                linked.discard(event.person)
            elif event.remote:
                linked.add(event.person)
            lost.discard(event.person)
        elif isinstance(event, Left) and event.connection:
            lost.add(event.person)
        elif isinstance(event, Left):
            lost.discard(event.person)
    return linked


def apology_for(meeting: Meeting, person: str, sitting: Sitting | None = None) -> str:
    """What an apology was for, as the room shows: "absence", "lateness", "part" or "early"; "" where someone sent word
    and was there all the while. One who was there from the beginning was not late. Without a `sitting` it is the day
    for which word came last."""
    days = [day for day in sittings(meeting) if person in day.apologies]
    day = sitting or days[-1]
    apology, stays = day.apologies[person], stays_in(meeting, person, day)
    if apology.kind == "part" or not stays:
        return apology.kind
    rolls = {placed.id for placed in meeting.events if isinstance(placed.event, RollCalled)}
    early = bool(stays[-1].left) and stays[-1].left not in rolls and not stays[-1].interest
    if apology.kind == "early" or (stays[0].came in rolls and early):
        return "early"
    if stays[0].came in rolls:
        return ""
    return "lateness"


def expected(meeting: Meeting) -> tuple[str, ...]:
    """Who the roll should find: everyone acting, less those who sent word that they would be absent or late and have
    not come, and those who have left the council."""
    gone = left_council(meeting)
    days = sittings(meeting)
    # Whoever was there on the day before is to come again.
    came, word = (meeting.in_room if len(days) == 1 else frozenset()), days[-1].apologies
    return tuple(
        person
        for _, person in meeting.acting
        if person not in gone and (person in came or person not in word or word[person].kind in ("part", "early"))
    )
