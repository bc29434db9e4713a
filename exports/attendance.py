"""What the minutes say of the room: comings and goings, substitutes, the chair."""

from collections.abc import Callable, Collection
from typing import Any

from clerk.agenda import whole_of
from clerk.events import (
    Arrived,
    ItemTaken,
    Left,
    Presided,
    RollCalled,
    SeatChanged,
    Substituted,
    SubstitutionEnded,
)
from clerk.meeting.attendance import is_chairman, links_before
from clerk.meeting.elections import elected_to_preside
from clerk.meeting.record import Placed
from clerk.rare import decides
from clerk.times import say_time
from exports.blocks import AnyBlock
from exports.interests import in_room_at
from exports.stated import what_declared
from exports.style import capital, listed
from exports.writer import Writer, Writes


def arrived(writer: Writer, placed: Placed, event: Arrived) -> list[AnyBlock]:
    """AT-07, for members of the body once the roll has been called; AT-10 for one who had lost the connection. Who
    takes the chair by it is said to; those who came together stand in one sentence."""
    told = _arrival(writer, placed)
    if told is None or _told_with_the_last(writer, placed, _arrival):
        return []
    together = _together(writer, placed, _arrival)
    names = writer.formal([_whose(one) for one in together])
    facts = {"person": capital(listed(names)), "count": len(names), "returned": told[1], "time": told[3]}
    facts["whose"] = (len(names) == 1 and writer.person(event.person).possessive) or "their"
    return [writer.prose(told[0], together, chair_taken=told[2], remote=told[4], **facts)]


def _arrival(writer: Writer, placed: Placed) -> tuple[str, bool, str, str, bool] | None:
    """How an arrival is told: by which wording, whether the person returns, takes the chair by it, when, and whether
    over a link; None where it is not told by itself."""
    event = placed.event
    if not isinstance(event, Arrived) or not _matters(writer, placed):
        return None
    if any(
        isinstance(one.event, Substituted) and one.event.person == event.person and one.entry == placed.entry
        for one in writer.meeting.events
    ):
        return None
    stays = writer.meeting.stays.get(event.person, ())
    moves = [p.event for p in writer.before(placed) if isinstance(p.event, Arrived | Left)]
    own = [move for move in moves if move.person == event.person]
    went = [move for move in own if isinstance(move, Left)]
    again = bool(own) and isinstance(own[-1], Left) and own[-1].connection
    moved = all(stay.came != placed.id for stay in stays)
    if moved and not again and event.remote == (event.person in links_before(writer.meeting, placed.id)):
        # Who was there already neither joined nor returned.
        return None
    returned = bool(went) or (bool(stays) and stays[0].came != placed.id)
    key = "AT-10.restored" if again else "AT-07.moved" if moved else "AT-07"
    if key == "AT-07" and not returned and _is_new(writer, placed, event.person):
        key = "AT-07.seated"
    return key, returned, _takes_chair(writer, placed, event.person), time_of(placed), event.remote


def _is_new(writer: Writer, placed: Placed, person: str) -> bool:
    """Whether somebody became a member in the course of the meeting, in nobody's place: the roll was called without a
    seat of theirs."""
    called = False
    for earlier in writer.before(placed):
        event = earlier.event
        called = called or isinstance(event, RollCalled)
        if isinstance(event, SeatChanged) and event.seat.holder == person:
            return called and not event.was
    return False


def _whose(placed: Placed) -> str:
    assert isinstance(placed.event, Arrived | Left)
    return placed.event.person


def _beside(writer: Writer, placed: Placed, by: int) -> Placed | None:
    at = next(place for place, other in enumerate(writer.meeting.events) if other.id == placed.id) + by
    return writer.meeting.events[at] if 0 <= at < len(writer.meeting.events) else None


def _alike(writer: Writer, one: Placed, other: Placed | None, told: Callable[[Writer, Placed], Any]) -> bool:
    """Whether two comings or goings, one after the other, are told in the same words but for the name."""
    if other is None or other.event.item != one.event.item:
        return False
    private = writer.meeting.private
    return (one.id in private) == (other.id in private) and told(writer, one) == told(writer, other)


def _told_with_the_last(writer: Writer, placed: Placed, told: Callable[[Writer, Placed], Any]) -> bool:
    return _alike(writer, placed, _beside(writer, placed, -1), told)


def _together(writer: Writer, placed: Placed, told: Callable[[Writer, Placed], Any]) -> list[Placed]:
    """A coming or a going with those that follow it and are told in the same sentence."""
    found = [placed]
    while _alike(writer, found[-1], following := _beside(writer, found[-1], 1), told):
        assert following is not None
        found.append(following)
    return found


def _takes_chair(writer: Writer, placed: Placed, person: str) -> str:
    """How someone comes to the chair by what happened, not by being called to it: "took", "resumed", or ""."""
    meeting = writer.meeting
    change = next((n for n, chairing in enumerate(meeting.chairs) if chairing.since == placed.id), None)
    if change is None or meeting.chairs[change].person != person or _called_later(writer, placed, person):
        return ""
    return "resumed" if any(one.person == person for one in meeting.chairs[:change]) else "took"


def _called_later(writer: Writer, placed: Placed, person: str) -> bool:
    """Whether it is recorded by itself that someone took the chair, before anything else was done."""
    places = [p.id for p in writer.meeting.events]
    for later in writer.meeting.events[places.index(placed.id) + 1 :]:
        if isinstance(later.event, Presided):
            return later.event.person == person
        if isinstance(later.event, ItemTaken) or decides(later.event):
            return False
    return False


def left(writer: Writer, placed: Placed, event: Left) -> list[AnyBlock]:
    """AT-08 and AT-10, at the item and with the time, for whatever reason, those who left together in one sentence;
    who takes the chair by it is said to."""
    told = _departure(writer, placed)
    if told is None or _told_with_the_last(writer, placed, _departure):
        return []
    key, time, reason, what = told
    together = _together(writer, placed, _departure)
    gone = [_whose(one) for one in together]
    said = listed(writer.formal(gone))
    what = what_declared(writer, gone, _declared_in(writer, placed, event)) if what else ""
    person = said if key == "AT-08.declared" else capital(said)
    passed = [block for one in together for block in chair_passed(writer, one, gone)]
    return [
        writer.prose(key, together, person=person, count=len(together), time=time, reason=reason, what=what),
        *passed,
    ]


def _departure(writer: Writer, placed: Placed) -> tuple[str, str, str, str] | None:
    """How a going is told: by which wording, when, why, and what had been declared; None where it is not."""
    event = placed.event
    if not isinstance(event, Left) or not _matters(writer, placed):
        return None
    items = _declared_in(writer, placed, event) if event.interest else []
    declared = bool(items)
    what = what_declared(writer, [event.person], items) if declared else ""
    reason = event.reason or (writer.style.text("AT-08.interest") if event.interest and not declared else "")
    return "AT-10" if event.connection else "AT-08.declared" if declared else "AT-08", time_of(placed), reason, what


def chair_passed(writer: Writer, placed: Placed, gone: Collection[str]) -> list[AnyBlock]:
    """CH-01, where whoever left was in the chair and the vice-chairman, who was there and stayed, took it."""
    new = next((one.person for one in writer.meeting.chairs if one.since == placed.id), None)
    how = _takes_chair(writer, placed, new) if new else ""
    if not new or not how or new in gone:
        return []
    person = capital(writer.person(new).formal)
    return [writer.prose("CH-01.took", [placed], person=person, reason="", again=how == "resumed", elected=False)]


def _declared_in(writer: Writer, placed: Placed, event: Left) -> list[str | None]:
    """The item in hand, or else those still to come, in which someone who left had declared something (DE-05); one
    without a name for a declaration in no item."""
    # What was declared in an item holds in each part of it.
    here = [event.item]
    whole = whole_of(writer.meeting.items, this) if (this := writer.item(event.item)) else None
    here += [whole.id] if whole is not None else []
    over = {p.event.taken for p in writer.before(placed) if isinstance(p.event, ItemTaken)} - set(here)
    before = {p.id for p in writer.before(placed)}
    made = [one for one in writer.meeting.declarations if one.member == event.person and one.event in before]
    open_ = [item for one in made for item in one.items if item not in over]
    if now := [item for item in here if item in open_]:
        return [*now]
    return [*open_, *([None] if any(not over.issuperset(one.items) for one in made) else [])]


def time_of(placed: Placed) -> str:
    return say_time(placed.event.at) if placed.event.at else ""


def _matters(writer: Writer, placed: Placed) -> bool:
    """Only comings and goings after the first roll are printed: those before it are told by the roll (A5)."""
    return any(isinstance(p.event, RollCalled) for p in writer.before(placed))


def substituted(writer: Writer, placed: Placed, event: Substituted) -> list[AnyBlock]:
    """AT-09, where a substitute took over after the roll; before it, the Absence item says so."""
    seat = writer.meeting.seats.get(event.seat)
    if seat is None or seat.holder is None or not any(isinstance(p.event, RollCalled) for p in writer.before(placed)):
        return []
    if seat.holder not in writer.meeting.stays:
        return []
    names = {
        "absent": writer.person(seat.holder).formal,
        "substitute": capital(writer.person(event.person).formal),
        "time": time_of(placed),
    }
    return [writer.prose("AT-09", [placed], **names)]


def substitution_ended(writer: Writer, placed: Placed, event: SubstitutionEnded) -> list[AnyBlock]:
    """AT-09, where a substitute gave the seat back after the roll: to the member who had come, or to nobody yet."""
    held = next((one for one in writer.meeting.substitutions if one.ended == placed.id), None)
    seat = writer.meeting.seats.get(event.seat)
    called = any(isinstance(p.event, RollCalled) for p in writer.before(placed))
    if held is None or seat is None or seat.holder is None or not called or held.person not in writer.meeting.stays:
        return []
    if held.person == seat.holder:
        return []
    member, substitute = writer.person(seat.holder).formal, writer.person(held.person).formal
    time = time_of(placed)
    if seat.holder in in_room_at(writer.meeting, placed.id):
        return [writer.prose("AT-09", [placed], absent=substitute, substitute=capital(member), time=time)]
    return [writer.prose("AT-09.ended", [placed], absent=member, substitute=capital(substitute), time=time)]


_EXTENTS = {"meeting": "CH-01", "item": "CH-02", "for now": "CH-03", "": "CH-01.took"}


def presided(writer: Writer, placed: Placed, event: Presided) -> list[AnyBlock]:
    """CH-01 to CH-03, by how long it was said to be for."""
    person = capital(writer.person(event.person).formal)
    reason = writer.words(placed, event.reason)
    before = {p.id for p in writer.before(placed)}
    earlier = [one.person for one in writer.meeting.chairs if one.since in before]
    # Who presides already, as a vice-chair does without the chair, resumes nothing.
    since = earlier[earlier.index(event.person) :] if event.person in earlier else []
    # A deputy who presides for the second time that night takes the chair, and resumes nothing.
    own = earlier[:1] == [event.person] or is_chairman(writer.meeting, event.person)
    again = own and any(person != event.person for person in since)
    # "Resumed" has said "again".
    reason = "" if again and reason.strip(" .").lower() == "again" else reason
    # Where a ballot is minuted it says so.
    elected = event.elected and not elected_to_preside(writer.meeting, event.person)
    facts = {"person": person, "reason": reason, "again": again, "elected": elected}
    return [writer.prose(_EXTENTS[event.extent], [placed], **facts)]


def seat_changed(writer: Writer, placed: Placed, event: SeatChanged) -> list[AnyBlock]:
    """FM-12: a change of membership, noted where it was announced; before the first item, once the roll was called and
    in another's place."""
    holder = event.seat.holder
    called = bool(event.was) and any(isinstance(p.event, RollCalled) for p in writer.before(placed))
    if holder is None or event.was == holder or (placed.event.item is None and not called):
        return []
    was = writer.person(event.was).formal if event.was else ""
    return [writer.prose("FM-12", [placed], person=writer.person(holder).formal, was=was)]


WRITES: Writes = {
    Arrived: arrived,
    Left: left,
    Substituted: substituted,
    SubstitutionEnded: substitution_ended,
    Presided: presided,
    SeatChanged: seat_changed,
}
