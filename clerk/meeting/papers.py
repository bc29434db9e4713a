"""What the papers hold, and what changes them on the night: people, seats and items (FM-01, FM-08, FM-12, UR-02)."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item, whole_of
from clerk.events import Convened, DecisionsPublished, ItemAdded, ItemChanged, PersonMet, SeatChanged
from clerk.meeting.attendance import end_substitution, with_chair
from clerk.meeting.motions import recommendations_of
from clerk.meeting.parts import Question
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.setup.settings import recorded


def convened(meeting: Meeting, placed: Placed, event: Convened) -> Meeting:
    """Takes the set-up in: people, seats, the agenda and the questions its recommendations are."""
    questions = dict(meeting.questions)
    for item in event.items:
        _add_recommendations(questions, item)
    return replace(
        meeting,
        setup=event,
        profile=recorded(event.profile, event.settings),
        people={**meeting.people, **{person.id: person for person in event.people}},
        seats={**meeting.seats, **{seat.id: seat for seat in event.seats}},
        items={**meeting.items, **{item.id: item for item in event.items}},
        agenda=tuple(dict.fromkeys((*meeting.agenda, *(item.id for item in event.items)))),
        questions=questions,
    )


def label_of(item: Item) -> str:
    """The label of an item's recommendations: "r8", "r6a"."""
    return f"r{item.called}"


def _add_recommendations(questions: dict[str, Question], item: Item) -> None:
    # What was recorded of a question speaks of its label, so it keeps that, whatever its item is numbered later.
    own = next((q.id for q in questions.values() if q.kind == "recommendations" and q.item == item.id), None)
    question = recommendations_of(item, own or label_of(item))
    if question is not None and question.id in questions and questions[question.id].item != item.id:
        question = recommendations_of(item, f"{label_of(item)}-{item.id}")
    if question is None:
        return
    before = questions.get(question.id)
    questions[question.id] = question if before is None else replace(before, base=question.base)


def item_added(meeting: Meeting, placed: Placed, event: ItemAdded) -> Meeting:
    """Puts an item or heading into the agenda, after another and its parts, before one, or at its end."""
    if event.new.id in meeting.items:
        return meeting.problem(placed, f"An item with the id {event.new.id} is there already; this one is left out.")
    agenda = list(meeting.agenda)
    spot = agenda.index(event.follows) + 1 if event.follows in agenda else len(agenda)
    while spot < len(agenda) and _is_part(meeting, agenda[spot], event.follows):
        spot += 1
    if event.precedes in agenda:
        spot = agenda.index(event.precedes)
    agenda.insert(spot, event.new.id)
    questions = dict(meeting.questions)
    _add_recommendations(questions, event.new)
    items = {**meeting.items, event.new.id: event.new}
    return replace(meeting, items=items, agenda=tuple(agenda), questions=questions)


def _is_part(meeting: Meeting, item: str, whole: str | None) -> bool:
    if whole is None or item not in meeting.items:
        return False
    found = whole_of(meeting.items, meeting.items[item])
    return found is not None and found.id == whole


def item_changed(meeting: Meeting, placed: Placed, event: ItemChanged) -> Meeting:
    """Puts an item's particulars right."""
    if event.now.id not in meeting.items:
        return meeting.problem(placed, "An item was put right that is no longer recorded.")
    questions = dict(meeting.questions)
    _add_recommendations(questions, event.now)
    return replace(meeting, items={**meeting.items, event.now.id: event.now}, questions=questions)


def decisions_published(meeting: Meeting, placed: Placed, event: DecisionsPublished) -> Meeting:
    """Keeps the day on which the decisions were published; the last stands."""
    return replace(meeting, published=event.on)


def person_met(meeting: Meeting, placed: Placed, event: PersonMet) -> Meeting:
    """Makes a person known."""
    return replace(meeting, people={**meeting.people, event.person.id: event.person})


def seat_changed(meeting: Meeting, placed: Placed, event: SeatChanged) -> Meeting:
    """Adds a seat or changes one."""
    if event.seat.holder is not None and event.seat.holder not in meeting.people:
        meeting = meeting.problem(placed, f"A seat is held by {event.seat.holder}, who is no longer recorded.")
    if any(held.seat == event.seat.id and held.person == event.seat.holder for held in meeting.substitutions):
        # Whoever substituted there holds the seat now, and stands in for nobody.
        meeting = end_substitution(meeting, placed, event.seat.id)
    return with_chair(replace(meeting, seats={**meeting.seats, event.seat.id: event.seat}), placed)


REDUCERS: dict[type, Callable[..., Any]] = {
    Convened: convened,
    PersonMet: person_met,
    SeatChanged: seat_changed,
    ItemAdded: item_added,
    ItemChanged: item_changed,
    DecisionsPublished: decisions_published,
}
