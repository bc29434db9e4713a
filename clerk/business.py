"""The course of business: convened, opened, items taken in order or out of it, outcomes, closed (A11, C5, T4)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import (
    Convened,
    ItemAdded,
    ItemChanged,
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    MinutesApproved,
    OrderVaried,
    OutcomeDeclared,
    PublicExcluded,
    PublicReadmitted,
    TimeExtended,
)
from clerk.questions import Question, recommendations_of, settled
from clerk.record import Placed
from clerk.room import next_item_taken
from clerk.settings import recorded

if TYPE_CHECKING:
    from clerk.meeting import Meeting


class Outcome(Struct, frozen=True):
    """How an item ended, as named by the clerk; `of` is the question it is the outcome of."""

    item: str | None
    what: str
    of: str | None
    event: str


def convened(meeting: "Meeting", placed: Placed, event: Convened) -> "Meeting":
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
    return "r" + (item.number or item.id).lower().rstrip(".")


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


def item_added(meeting: "Meeting", placed: Placed, event: ItemAdded) -> "Meeting":
    """Puts an item or heading into the agenda, after another or at its end."""
    if event.new.id in meeting.items:
        return meeting.problem(placed, f"An item with the id {event.new.id} is there already; this one is left out.")
    agenda = list(meeting.agenda)
    spot = agenda.index(event.follows) + 1 if event.follows in agenda else len(agenda)
    agenda.insert(spot, event.new.id)
    questions = dict(meeting.questions)
    _add_recommendations(questions, event.new)
    items = {**meeting.items, event.new.id: event.new}
    return replace(meeting, items=items, agenda=tuple(agenda), questions=questions)


def item_changed(meeting: "Meeting", placed: Placed, event: ItemChanged) -> "Meeting":
    """Puts an item's particulars right."""
    if event.now.id not in meeting.items:
        return meeting.problem(placed, "An item was put right that is no longer recorded.")
    questions = dict(meeting.questions)
    _add_recommendations(questions, event.now)
    return replace(meeting, items={**meeting.items, event.now.id: event.now}, questions=questions)


def order_varied(meeting: "Meeting", placed: Placed, event: OrderVaried) -> "Meeting":
    """Takes items in another order from here on (C5)."""
    known = tuple(item for item in event.order if item in meeting.items)
    return replace(meeting, varied=known)


def item_taken(meeting: "Meeting", placed: Placed, event: ItemTaken) -> "Meeting":
    """The item under way is this one."""
    if event.taken not in meeting.items:
        return meeting.problem(placed, "An item was taken that is no longer on the agenda.")
    return next_item_taken(replace(meeting, taken=(*meeting.taken, event.taken)), placed, event)


def opened(meeting: "Meeting", placed: Placed, event: MeetingOpened) -> "Meeting":
    """The meeting is open."""
    return replace(meeting, course="open", opened_at=event.at)


def closed(meeting: "Meeting", placed: Placed, event: MeetingClosed) -> "Meeting":
    """The meeting is closed."""
    return replace(meeting, course="closed", closed_at=event.at)


def adjourned(meeting: "Meeting", placed: Placed, event: MeetingAdjourned) -> "Meeting":
    """The meeting is suspended (T4)."""
    return replace(meeting, course="adjourned")


def resumed(meeting: "Meeting", placed: Placed, event: MeetingResumed) -> "Meeting":
    """The meeting goes on (T4)."""
    return replace(meeting, course="open", resumed_on=event.on or meeting.resumed_on)


def extended(meeting: "Meeting", placed: Placed, event: TimeExtended) -> "Meeting":
    """The limit of time is extended (T2)."""
    return replace(meeting, extended=True)


def minutes_approved(meeting: "Meeting", placed: Placed, event: MinutesApproved) -> "Meeting":
    """Minutes of earlier meetings are approved (N4)."""
    new = tuple(day for day in event.dates if day not in meeting.approved)
    return replace(meeting, approved=(*meeting.approved, *new))


_ENDINGS: dict[str, Any] = {"deferred": "not put", "withdrawn": "withdrawn"}


def outcome_declared(meeting: "Meeting", placed: Placed, event: OutcomeDeclared) -> "Meeting":
    """Names an item's outcome; one that is deferred or withdrawn leaves its open question unput (M18)."""
    if event.of is not None and event.of not in meeting.questions:
        meeting = meeting.problem(placed, f"An outcome is said to be of {event.of}, which is no longer recorded.")
    outcome = Outcome(event.item, event.what, event.of, placed.id)
    questions = meeting.questions
    if ending := _ENDINGS.get(event.what):
        for label, question in meeting.questions.items():
            if question.item == event.item and question.is_open and question.parent is None:
                questions = settled(questions, label, ending)
    return replace(meeting, outcomes=(*meeting.outcomes, outcome), questions=questions)


def public_out_or_in(meeting: "Meeting", placed: Placed, event: PublicExcluded | PublicReadmitted) -> "Meeting":
    """The public is out from here on, or back."""
    return replace(meeting, doors=meeting.doors.after(event))


REDUCERS: dict[type, Callable[..., Any]] = {
    Convened: convened,
    ItemAdded: item_added,
    ItemChanged: item_changed,
    OrderVaried: order_varied,
    ItemTaken: item_taken,
    MeetingOpened: opened,
    MeetingClosed: closed,
    MeetingAdjourned: adjourned,
    MeetingResumed: resumed,
    TimeExtended: extended,
    MinutesApproved: minutes_approved,
    OutcomeDeclared: outcome_declared,
    PublicExcluded: public_out_or_in,
    PublicReadmitted: public_out_or_in,
}
