"""Actions over meetings: who is to do what by when, and what became of it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from clerk.events import Minuted
from clerk.library.facts import ActionFollowed
from clerk.library.records import Record, in_order
from clerk.library.state import Library
from clerk.meeting.parts import Action

State = Literal["open", "overdue", "done", "dropped"]


class Change(Struct, frozen=True):
    """What was told of an action: on which day, by whom, what it made, and the note."""

    on: date
    by: str
    state: str
    note: str = ""
    due: date | None = None


class Followed(Struct, frozen=True):
    """One action. `reference` is what it is ticked off by: the meeting's name and the event. `owner` is as printed, ""
    where nobody is named; `due` the day that counts now. `private`: the public may not know of it."""

    reference: str
    meeting: str
    event: str
    body: str
    day: date
    item: str
    title: str
    owner: str
    task: str
    due: date | None
    state: State
    changes: tuple[Change, ...] = ()
    private: bool = False
    body_id: str = ""

    @property
    def stands(self) -> bool:
        """Whether it is still to be done."""
        return self.state in ("open", "overdue")


def may_stand(library: Library) -> Callable[[str, str], bool]:
    """Tells of an action, by the ids of its meeting and of its event, whether it was not told to be done or dropped."""
    told = {(fact.meeting, fact.event): fact.state for _, fact in library.of(ActionFollowed)}
    return lambda meeting, event: told.get((meeting, event), "open") == "open"


def followed(records: Iterable[Record], library: Library, today: date) -> tuple[Followed, ...]:
    """Every action of these meetings with what became of it, in the order in which they were agreed. An action is
    overdue from the day after its last."""
    told: dict[tuple[str, str], list[Change]] = {}
    for one, fact in library.of(ActionFollowed):
        told.setdefault((fact.meeting, fact.event), []).append(Change(fact.on, one.by, fact.state, fact.note, fact.due))
    return tuple(
        _followed(record, action, tuple(told.get((record.id, action.event), ())), today)
        for record in in_order(records)
        for action in record.meeting.actions
    )


def _followed(record: Record, action: Action, changes: tuple[Change, ...], today: date) -> Followed:
    meeting = record.meeting
    item = meeting.items.get(action.item or "")
    owner = meeting.people.get(action.owner)
    due = next((change.due for change in reversed(changes) if change.due), action.due)
    state: State = "open"
    if changes and changes[-1].state != "open":
        state = "done" if changes[-1].state == "done" else "dropped"
    elif due is not None and due < today:
        state = "overdue"
    return Followed(
        f"{record.name}/{action.event}",
        record.id,
        action.event,
        record.body,
        record.day,
        item.number.rstrip(".") if item else "",
        item.title if item else "",
        owner.formal if owner else "",
        action.task or _paragraph_above(record, action),
        due,
        state,
        changes,
        action.event in meeting.private,
        record.body_id,
    )


def _paragraph_above(record: Record, action: Action) -> str:
    """What an action without words of its own is about: the paragraph that it stands under."""
    text = ""
    for placed in record.meeting.events:
        if placed.id == action.event:
            return text
        if isinstance(placed.event, Minuted) and placed.event.item == action.item:
            text = placed.event.text
    return text
