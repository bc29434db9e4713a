"""A Meeting as our own JSON: everything that was recorded and may be shown, and nothing that is only worked out."""

import msgspec

from clerk.agenda import Item
from clerk.events import ItemTaken
from clerk.hidden import left_out
from clerk.meeting.state import Meeting
from clerk.people import Person
from exports.data import attendance, questions
from exports.data.happenings import happened
from exports.data.shapes import SCHEMA, VERSION, Business, Named, Record, Sitting, Task
from exports.data.shown import Shown
from exports.numbering import printed_order
from exports.style import Style


class NotConvened(ValueError):
    """There is no meeting yet: nothing says whose it is, or when."""


def record(meeting: Meeting, style: Style, exempt: bool = False, final: bool = False) -> Record:
    """The meeting as data, public or with what was recorded in exempt session.

    Raises `NotConvened` where it was never set up.
    """
    shown = Shown(meeting, style, exempt)
    # In this order people are listed: the roll first, then as they are named.
    present = attendance.attendance(shown)
    parts = {
        "presiding": attendance.presiding(shown),
        "declarations": attendance.declarations(shown),
        "items": _items(shown),
        "questions": questions.questions(shown),
        "votes": questions.votes(shown),
        "decisions": questions.decisions(shown),
        "actions": _actions(shown),
        "happened": happened(shown),
    }
    return Record(
        schema=SCHEMA,
        version=VERSION,
        document="exempt" if exempt else "public",
        status="final" if final else "draft",
        meeting=_sitting(shown),
        people=tuple(map(_named, shown.named())),
        attendance=present,
        **parts,  # type: ignore[arg-type]
    )


def write_json(meeting: Meeting, style: Style, exempt: bool = False, final: bool = False) -> str:
    """The same as text. Raises `NotConvened`."""
    made = msgspec.json.encode(record(meeting, style, exempt, final))
    return left_out(msgspec.json.format(made, indent=1).decode()) + "\n"


def _sitting(shown: Shown) -> Sitting:
    meeting, setup = shown.meeting, shown.meeting.setup
    if setup is None:
        raise NotConvened("There is no meeting here yet, so there is no data of one.")
    return Sitting(
        body=setup.body,
        council=setup.council,
        date=setup.date,
        time=setup.time,
        venue=setup.venue,
        reference=setup.reference,
        extraordinary=setup.extraordinary,
        annual=setup.annual,
        opened=meeting.opened_at,
        closed=meeting.closed_at,
        chair=setup.chair_label,
        contact=setup.contact,
    )


def _named(person: Person) -> Named:
    return Named(
        id=person.id,
        name=person.name,
        style=person.style,
        kind=person.kind,
        post=person.post,
        organisation=person.organisation,
        group=person.group,
        reference=person.reference,
    )


def _items(shown: Shown) -> tuple[Business, ...]:
    taken = {
        placed.event.taken: placed.event.at
        for placed in reversed(shown.meeting.events)
        if isinstance(placed.event, ItemTaken) and shown.event(placed.id)
    }
    return tuple(
        Business(
            id=item.id,
            number=item.number,
            printed=shown.writer.numbers.get(item.id, item.number),
            title=item.title,
            kind=item.kind,
            exempt=_exempt(shown, item),
            reference=item.reference,
            part_of=item.parent or None,
            taken=taken.get(item.id),
        )
        for item in printed_order(shown.meeting)
    )


def _exempt(shown: Shown, item: Item) -> bool:
    return item.exempt or item.id in shown.doors.excluded_items


def _actions(shown: Shown) -> tuple[Task, ...]:
    return tuple(
        Task(
            item=action.item,
            owner=shown.person(action.owner) if action.owner else None,
            task=action.task,
            due=action.due,
        )
        for action in shown.meeting.actions
        if shown.event(action.event)
    )
