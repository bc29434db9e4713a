"""A next meeting that was proposed, as papers to be looked at: each fact says from where it comes."""

from __future__ import annotations

from clerk.library.next import Next, Proposed
from clerk.people import Person, Seat
from store.packs.facts import Pack, Record
from store.packs.stream import Place

_RULE = "next"


def pack_of(proposed: Next) -> Pack:
    """The proposed meeting for the review."""
    setup = proposed.before.meeting.setup
    assert setup is not None
    meeting = Record("meeting")
    here = Place(proposed.came)
    values = {
        "body": proposed.body, "council": setup.council,
        "known as": setup.short, "date": proposed.day.isoformat(), "time": setup.time,
        "venue": setup.venue, "quorum": str(setup.quorum or ""), "contact": setup.contact, "profile": setup.profile,
        "style": setup.style,
    }  # fmt: skip
    for name, value in values.items():
        meeting.put(name, value, here, _RULE)
    roll = Place(proposed.roll.came)
    meeting.records += [_seat(seat, person, roll) for seat, person in proposed.roll.seats]
    meeting.records += [_person("substitute", person, roll) for person in proposed.roll.substitutes]
    meeting.records += [_person("officer", person, roll) for person in proposed.roll.officers]
    meeting.records += [_item(number, item) for number, item in enumerate(proposed.items, 1)]
    return Pack(meeting, [_said(proposed), proposed.expected.said])


def _said(proposed: Next) -> str:
    new = sum(item.kind == "report" for item in proposed.items)
    return f"Made from {proposed.came}: {len(proposed.items)} items, {new} of them business that was left or sent here."


def _seat(seat: Seat, person: Person, place: Place) -> Record:
    record = _person("member", person, place)
    record.put("role", {"chair": "chair", "vice-chair": "vice-chair"}.get(seat.office, ""), place, _RULE)
    record.put("letter", seat.letter, place, _RULE)
    return record


def _person(kind: str, person: Person, place: Place) -> Record:
    record = Record(kind)  # type: ignore[arg-type]
    values = {
        "name": person.name, "id": person.id, "title": person.title, "post": person.post, "group": person.group,
        "organisation": person.organisation, "possessive": person.possessive, "scope": person.scope,
        "category": person.category, "honorific": person.honorific, "honours": person.honours,
        "ward": person.ward,
        "kind": "co-optee" if person.kind == "co-optee" else "", "voting": "" if person.voting else "no",
    }  # fmt: skip
    for name, value in values.items():
        record.put(name, value, place, _RULE)
    return record


def _item(number: int, item: Proposed) -> Record:
    record, place = Record("item"), Place(item.came)
    record.put("number", str(number), place, _RULE)
    record.put("title", item.title, place, _RULE)
    record.put("exempt", "yes" if item.exempt else "", place, _RULE)
    record.put("referred from", item.pointer, place, _RULE)
    record.put("minutes of", " ".join(day.isoformat() for day in item.minutes_of), place, _RULE)
    if item.recommendations or item.report_of:
        report = Record("report")
        report.put("title", item.title, place, _RULE)
        report.put("recommendations", item.recommendations, place, _RULE)
        report.put("report of", item.report_of, place, _RULE)
        record.records.append(report)
    for matter in item.matters:
        action = Record("action")
        for name, value in (("owner", matter.owner), ("task", matter.task), ("item then", matter.item_then)):
            action.put(name, value, place, _RULE)
        record.records.append(action)
    return record
