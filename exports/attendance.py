"""What the minutes say of the room: apologies, substitutes, comings and goings, the chair, declarations."""

from clerk.events import Arrived, Declared, Left, Presided, RollCalled, SeatChanged, Substituted
from clerk.record import Placed
from clerk.times import say_time
from exports.blocks import AnyBlock, Prose
from exports.front import absent_without, sent_apologies, substitute_for
from exports.style import capital
from exports.writer import Writer


def absence(writer: Writer, item: str) -> list[AnyBlock]:
    """What stands under "Absence of Members", all from the facts that the front block prints too (AT-01 to AT-06)."""
    meeting = writer.meeting
    blocks: list[AnyBlock] = []
    plain: list[str] = []
    replaced: list[AnyBlock] = []
    for person in sent_apologies(meeting):
        held = substitute_for(meeting, person)
        if held is None:
            plain.append(person)
        else:
            replaced.append(_substituted(writer, "AT-02", person, held.person, item))
    if plain:
        blocks.append(_sentence(writer, "AT-01", item, people=writer.formal(plain)))
    blocks += replaced
    blocks += _late_or_partial(writer, item)
    absent = []
    for person in absent_without(meeting):
        held = substitute_for(meeting, person)
        if held is None:
            absent.append(person)
        else:
            blocks.append(_substituted(writer, "AT-02.none", person, held.person, item))
    if absent:
        blocks.append(_sentence(writer, "AT-05", item, people=[capital(name) for name in writer.formal(absent)]))
    if not blocks and meeting.roll_called:
        blocks.append(_sentence(writer, "AT-06", item))
    return blocks


def _sentence(writer: Writer, key: str, item: str, **facts: object) -> Prose:
    return Prose(spans=writer.style.render(key, **facts), construct=key.split(".")[0], item=item)


def _substituted(writer: Writer, key: str, absent: str, substitute: str, item: str) -> Prose:
    names = {"absent": writer.person(absent).formal, "substitute": writer.person(substitute).formal}
    return _sentence(writer, key, item, **names)


def _late_or_partial(writer: Writer, item: str) -> list[AnyBlock]:
    meeting = writer.meeting
    blocks: list[AnyBlock] = []
    for person, apology in meeting.apologies.items():
        late = apology.kind == "lateness" or (apology.kind == "absence" and person in meeting.stays)
        came = meeting.stays[person][0].came_at if person in meeting.stays else None
        name = writer.person(person).formal
        if late:
            arrived = say_time(came) if came and came != meeting.opened_at else ""
            blocks.append(_sentence(writer, "AT-04", item, person=name, arrived=arrived))
        elif apology.kind == "part":
            blocks.append(_sentence(writer, "AT-13", item, person=name, text=apology.text))
    return blocks


def arrived(writer: Writer, placed: Placed, event: Arrived) -> list[AnyBlock]:
    """AT-07, for members of the body once the roll has been called."""
    if not _matters(writer, placed, event.person):
        return []
    stays = writer.meeting.stays.get(event.person, ())
    returned = bool(stays) and stays[0].came != placed.id
    facts = {"person": capital(writer.person(event.person).formal), "returned": returned, "time": _time(placed)}
    return [writer.prose("AT-07", [placed], **facts)]


def left(writer: Writer, placed: Placed, event: Left) -> list[AnyBlock]:
    """AT-08, or DE-05 where an interest was the reason."""
    if not _matters(writer, placed, event.person):
        return []
    name = capital(writer.person(event.person).formal)
    if event.interest:
        return [writer.prose("DE-05", [placed], people=[name], items=1)]
    return [writer.prose("AT-08", [placed], person=name, time=_time(placed), reason=event.reason)]


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


def presided(writer: Writer, placed: Placed, event: Presided) -> list[AnyBlock]:
    """CH-01 to CH-03."""
    person = capital(writer.person(event.person).formal)
    return [writer.prose("CH-01", [placed], person=person, reason=event.reason)]


def seat_changed(writer: Writer, placed: Placed, event: SeatChanged) -> list[AnyBlock]:
    """FM-12: a change of membership, noted where it was announced."""
    holder = event.seat.holder
    if placed.event.item is None or holder is None:
        return []
    return [writer.prose("FM-12", [placed], person=capital(writer.person(holder).formal), committee=writer.committee)]


_KINDS = {
    "non-pecuniary": "a non-pecuniary",
    "dpi": "a disclosable pecuniary",
    "pecuniary": "a pecuniary",
    "other": "an other",
    "personal": "a personal",
    "predetermination": "a predetermined",
    "blanket": "a general",
}
_EFFECTS = {"stayed": "DE-04", "left": "DE-05", "no vote": "DE-07", "dispensation": "DE-06"}


def declared(writer: Writer, placed: Placed, event: Declared) -> list[AnyBlock]:
    """DE-02, and the effect in the same paragraph where it is known (DE-04 to DE-07)."""
    people = [capital(name) for name in writer.formal(event.members)]
    block = writer.prose(
        "DE-02",
        [placed],
        people=people,
        kind=_KINDS[event.kind],
        items=writer.item_numbers(event.items),
        reason=event.reason,
    )
    if event.effect in _EFFECTS:
        effect = writer.style.render(_EFFECTS[event.effect], people=people, items=len(event.items))
        return [writer.joined(block, effect)]
    return [block]


def declarations_item(writer: Writer) -> str | None:
    """The item under which all declarations are printed, whenever they were made (DE-09)."""
    items = writer.meeting.items.values()
    return next((item.id for item in items if item.kind == "declarations"), None)
