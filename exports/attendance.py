"""What the minutes say of the room: apologies, substitutes, comings and goings, the chair."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from clerk.events import (
    ApologyReceived,
    Arrived,
    ItemTaken,
    Left,
    Presided,
    RollCalled,
    SeatChanged,
    Substituted,
    SubstitutionEnded,
)
from clerk.meeting.attendance import apology_for, left_council, suspended
from clerk.meeting.elections import elected_to_preside
from clerk.meeting.record import Placed
from clerk.meeting.sittings import sittings, stays_in
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.times import say_time
from exports.blocks import AnyBlock, Prose
from exports.front import absent_without, sent_apologies, substitute_for, with_standing
from exports.interests import in_room_at
from exports.style import capital, listed
from exports.writer import Writer, Writes


def absence(writer: Writer, item: str) -> list[AnyBlock]:
    """What stands under "Absence of Members", all from the facts that the front block prints too (AT-01 to AT-06)."""
    meeting = writer.meeting
    blocks: list[AnyBlock] = []
    plain: list[str] = []
    replaced: list[AnyBlock] = []
    missing: list[AnyBlock] = []
    for person in sent_apologies(meeting):
        held = substitute_for(meeting, person)
        if held is None or _not_there(meeting, held.person):
            plain.append(person)
            if held is not None:
                names = {"absent": writer.person(person).formal, "person": writer.person(held.person).formal}
                missing.append(_sentence(writer, "AT-03.away", item, [person], **names))
        else:
            replaced.append(_substituted(writer, "AT-02", person, held.person, item))
    if plain:
        blocks.append(_sentence(writer, "AT-01", item, plain, people=[with_standing(writer, p) for p in plain]))
    blocks += _reasons(writer, item)
    alone = [person for person in plain if _without_substitute(meeting, person)]
    if alone:
        blocks.append(_sentence(writer, "AT-03", item, alone, count=len(alone)))
    blocks += [*replaced, *missing]
    blocks += _late_or_partial(writer, item)
    absent = []
    for person in absent_without(meeting):
        held = substitute_for(meeting, person)
        if held is None:
            absent.append(person)
        else:
            blocks.append(_substituted(writer, "AT-02.none", person, held.person, item))
    if absent:
        blocks.append(
            _sentence(writer, "AT-05", item, absent, people=[capital(with_standing(writer, p)) for p in absent])
        )
    blocks += [*_suspended(writer, item), *_left_council(writer, item)]
    if not blocks and meeting.roll_called:
        blocks.append(_sentence(writer, "AT-06", item))
    return blocks


def _reasons(writer: Writer, item: str) -> list[AnyBlock]:
    """Why those were away who sent word of it with their apologies, together where the words are the same."""
    said: dict[str, list[str]] = {}
    gone = left_council(writer.meeting)
    for person in sent_apologies(writer.meeting):
        if person in gone:
            # That the Member had left the council is said by itself.
            continue
        apology = sittings(writer.meeting)[0].apologies[person]
        if words := writer.words_of(apology.event, apology.text).strip():
            said.setdefault(words, []).append(person)
    return [
        _sentence(writer, "AT-01.reason", item, people, people=writer.formal(people), text=words)
        for words, people in said.items()
    ]


def _not_there(meeting: Meeting, person: str) -> bool:
    """Whether a substitute who was named never came, once the roll was called."""
    return meeting.roll_called and person not in meeting.stays


def _left_council(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-05, of members on the roll who had left the council before the meeting (A10)."""
    meeting = writer.meeting
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder in left_council(meeting)]
    gone = [person for person in holders if person and person not in meeting.stays]
    if not gone or not meeting.roll_called:
        return []
    return [_sentence(writer, "AT-05.resigned", item, (), people=[capital(name) for name in writer.formal(gone)])]


def _suspended(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-05, of members who were suspended, which is neither an apology nor an absence (A13)."""
    meeting = writer.meeting
    away = suspended(meeting)
    # Who was suspended in the course of the meeting had attended.
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder in away]
    people = [person for person in holders if person not in meeting.stays]
    if not people or not meeting.roll_called:
        return []
    names = [capital(name) for name in writer.formal([person for person in people if person])]
    return [_sentence(writer, "AT-05.suspended", item, (), people=names)]


def _without_substitute(meeting: Meeting, person: str) -> bool:
    received = next((p.event for p in meeting.events if p.id == meeting.apologies[person].event), None)
    return isinstance(received, ApologyReceived) and received.substitute == "none"


def _sentence(writer: Writer, key: str, item: str, people_of: Sequence[str] = (), **facts: object) -> Prose:
    apologies = writer.meeting.apologies
    events = tuple(apologies[person].event for person in people_of if person in apologies)
    spans = writer.style.render(key, **{**writer.common, **facts})
    return Prose(spans=spans, construct=key.split(".")[0], item=item, events=events)


def _substituted(writer: Writer, key: str, absent: str, substitute: str, item: str) -> Prose:
    names = {"absent": writer.person(absent).formal, "substitute": writer.person(substitute).formal}
    return _sentence(writer, key, item, [absent], **names)


def _told_here(meeting: Meeting, event: str, item: str) -> bool:
    """Whether a coming or a going stands under the item on absence by itself, with its time."""
    placed = next((one for one in meeting.events if one.id == event), None)
    return placed is not None and isinstance(placed.event, Arrived | Left) and placed.event.item == item


def _late_or_partial(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-04 and AT-13: those of whom the same is to be said in one sentence."""
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    day = sittings(writer.meeting)[0]
    for person in day.apologies:
        what = apology_for(writer.meeting, person, day)
        if what not in ("", "absence"):
            key, facts = _apology_in_part(writer, person, item, what)
            alike.setdefault((key, tuple(facts.items())), []).append(person)
    blocks: list[AnyBlock] = []
    for (key, said), people in alike.items():
        blocks.append(_sentence(writer, key, item, people, person=listed(writer.formal(people)), **dict(said)))
        if key == "AT-04":
            blocks += [block for person in people for block in _substituted_until(writer, person, item)]
    return blocks


def _apology_in_part(writer: Writer, person: str, item: str, what: str) -> tuple[str, dict[str, str]]:
    """The wording of an apology for lateness, for leaving early or for part of the meeting, with its facts."""
    meeting = writer.meeting
    day = sittings(meeting)[0]
    stays = stays_in(meeting, person, day)
    text = writer.words_of(day.apologies[person].event, day.apologies[person].text)
    if what == "lateness":
        came = stays[0].came_at if stays else None
        arrived = say_time(came) if came and came != meeting.opened_at else ""
        arrived = writer.words_of(stays[0].came, arrived) if stays else ""
        arrived = "" if stays and _told_here(meeting, stays[0].came, item) else arrived
        return "AT-04", {"arrived": arrived, "text": text}
    if what == "early":
        went = say_time(at) if stays and stays[-1].left and (at := stays[-1].left_at) else ""
        went = writer.words_of(stays[-1].left, went) if went else ""
        return "AT-04.early", {
            "left": "" if stays and _told_here(meeting, stays[-1].left, item) else went,
            "text": text,
        }
    return "AT-13", {"text": text}


def _substituted_until(writer: Writer, person: str, item: str) -> list[Prose]:
    """AT-02, of one who came late: who substituted at the roll, and until when."""
    meeting = writer.meeting
    held = substitute_for(meeting, person)
    order = {placed.id: n for n, placed in enumerate(meeting.events)}
    rolls = [n for n, placed in enumerate(meeting.events) if isinstance(placed.event, RollCalled)]
    if held is None or not rolls or order.get(held.began, 0) > rolls[0] or _not_there(meeting, held.person):
        return []
    if not held.ended:
        return [_substituted(writer, "AT-02.none", person, held.person, item)]
    ended = next((placed for placed in meeting.events if placed.id == held.ended), None)
    names = {"absent": writer.person(person).formal, "substitute": writer.person(held.person).formal}
    return [_sentence(writer, "AT-02.until", item, [person], until=_time(ended) if ended else "", **names)]


def arrived(writer: Writer, placed: Placed, event: Arrived) -> list[AnyBlock]:
    """AT-07, for members of the body once the roll has been called; AT-10 for one who had lost the connection. Who
    takes the chair by it is said to; those who came together stand in one sentence."""
    told = _arrival(writer, placed)
    if told is None or _told_with_the_last(writer, placed, _arrival):
        return []
    together = _together(writer, placed, _arrival)
    names = writer.formal([_whose(one) for one in together])
    facts = {"person": capital(listed(names)), "count": len(names), "returned": told[1], "time": told[3]}
    return [writer.prose(told[0], together, chair_taken=told[2], **facts)]


def _arrival(writer: Writer, placed: Placed) -> tuple[str, bool, str, str] | None:
    """How an arrival is told: by which wording, whether the person returns, takes the chair by it, and when; None
    where it is not told by itself."""
    event = placed.event
    if not isinstance(event, Arrived) or not _matters(writer, placed, event.person):
        return None
    beside = (p.event for p in writer.meeting.events if p.entry == placed.entry)
    if any(isinstance(other, Substituted) and other.person == event.person for other in beside):
        return None
    stays = writer.meeting.stays.get(event.person, ())
    returned = bool(stays) and stays[0].came != placed.id
    went = [p.event for p in writer.before(placed) if isinstance(p.event, Left) and p.event.person == event.person]
    key = "AT-10.restored" if went and went[-1].connection else "AT-07"
    return key, returned, _takes_chair(writer, placed, event.person), _time(placed)


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
    key, time, reason = told
    together = _together(writer, placed, _departure)
    gone = [_whose(one) for one in together]
    said = listed(writer.formal(gone))
    person = said if key == "AT-08.declared" else capital(said)
    passed = [block for one in together for block in chair_passed(writer, one, gone)]
    return [writer.prose(key, together, person=person, count=len(together), time=time, reason=reason), *passed]


def _departure(writer: Writer, placed: Placed) -> tuple[str, str, str] | None:
    """How a going is told: by which wording, when, and why; None where it is not."""
    event = placed.event
    if not isinstance(event, Left) or not _matters(writer, placed, event.person):
        return None
    declared = event.interest and _has_declared(writer, placed, event)
    reason = event.reason or (writer.style.text("AT-08.interest") if event.interest and not declared else "")
    return "AT-10" if event.connection else "AT-08.declared" if declared else "AT-08", _time(placed), reason


def chair_passed(writer: Writer, placed: Placed, gone: Collection[str]) -> list[AnyBlock]:
    """CH-01, where whoever left was in the chair and the vice-chairman, who was there and stayed, took it."""
    new = next((one.person for one in writer.meeting.chairs if one.since == placed.id), None)
    how = _takes_chair(writer, placed, new) if new else ""
    if not new or not how or new in gone:
        return []
    person = capital(writer.person(new).formal)
    return [writer.prose("CH-01.took", [placed], person=person, reason="", again=how == "resumed", elected=False)]


def _has_declared(writer: Writer, placed: Placed, event: Left) -> bool:
    """Whether someone who left had declared an interest in the item in hand, or in one still to come (DE-05)."""
    over = {p.event.taken for p in writer.before(placed) if isinstance(p.event, ItemTaken)} - {event.item}
    before = {p.id for p in writer.before(placed)}
    return any(
        declaration.member == event.person and declaration.event in before and not over.issuperset(declaration.items)
        for declaration in writer.meeting.declarations
    )


def _time(placed: Placed) -> str:
    return say_time(placed.event.at) if placed.event.at else ""


def _matters(writer: Writer, placed: Placed, person: str) -> bool:
    """Only comings and goings of those who act on the body, after the first roll, are printed (A5)."""
    meeting = writer.meeting
    acts = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
    return person in acts and any(isinstance(p.event, RollCalled) for p in writer.before(placed))


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
    if seat.holder in in_room_at(writer.meeting, placed.id):
        return [writer.prose("AT-09", [placed], absent=substitute, substitute=capital(member))]
    return [writer.prose("AT-09.ended", [placed], absent=member, substitute=capital(substitute))]


_EXTENTS = {"meeting": "CH-01", "item": "CH-02", "for now": "CH-03", "": "CH-01.took"}


def presided(writer: Writer, placed: Placed, event: Presided) -> list[AnyBlock]:
    """CH-01 to CH-03, by how long it was said to be for."""
    person = capital(writer.person(event.person).formal)
    reason = writer.words(placed, event.reason)
    before = {p.id for p in writer.before(placed)}
    earlier = [one.person for one in writer.meeting.chairs if one.since in before]
    # Who presides already, as a vice-chair does without the chair, resumes nothing.
    since = earlier[earlier.index(event.person) :] if event.person in earlier else []
    again = any(person != event.person for person in since)
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
