"""Actions over meetings: who is to do what by when, and what became of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from clerk.events import ActionReported, Minuted
from clerk.library.facts import ActionFollowed
from clerk.library.records import Record, in_order
from clerk.library.state import Library
from clerk.meeting.parts import Action
from clerk.meeting.state import Meeting

State = Literal["open", "overdue", "done", "dropped"]


class Change(Struct, frozen=True):
    """What was told of an action: on which day, by whom, what it made, and the note."""

    on: date
    by: str
    state: str
    note: str = ""
    due: date | None = None


class Said(Struct, frozen=True):
    """A change, told between meetings or minuted at one: of which action, and when it was recorded, by this machine's
    clock."""

    meeting: str
    event: str
    recorded: datetime
    change: Change


def told_of_actions(library: Library) -> Iterator[Said]:
    """All that the library was told of actions."""
    for one, fact in library.of(ActionFollowed):
        recorded = one.recorded.astimezone().replace(tzinfo=None)
        yield Said(fact.meeting, fact.event, recorded, Change(fact.on, one.by, fact.state, fact.note, fact.due))


def reported_at(meeting: Meeting) -> Iterator[Said]:
    """All that a meeting minuted of the actions of earlier ones."""
    entries = {entry.n: entry for entry in meeting.entries}
    for placed in meeting.events:
        match placed.event:
            case ActionReported(meeting=id_, event=event, state=state, note=note, due=due) if id_ and meeting.setup:
                entry = entries[placed.entry]
                change = Change(meeting.day or meeting.setup.date, entry.by, state, note, due)
                yield Said(id_, event, entry.recorded.replace(tzinfo=None), change)


def changes_of(said: Iterable[Said]) -> Mapping[tuple[str, str], Sequence[Change]]:
    """What became of each action, by the ids of its meeting and of its event, the later word last; of one second what
    was given last."""
    found: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for one in sorted(said, key=lambda one: one.recorded):
        found[one.meeting, one.event].append(one.change)
    return found


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


def reported_as(event: ActionReported) -> str:
    """What was minuted of an action, in a word that `may_stand` reads."""
    return f"{event.meeting}/{event.event}/{event.state}"


def may_stand(library: Library, reported: Iterable[str] = ()) -> Callable[[str, str], bool]:
    """Tells of an action, by the ids of its meeting and of its event, whether it may still be to be done: nobody said
    that it is done or dropped, or somebody said, before or after, that it is not. `reported` are the words of
    `reported_as`."""
    told: dict[str, set[str]] = {f"{fact.meeting}/{fact.event}": {fact.state} for _, fact in library.of(ActionFollowed)}
    for one in reported:
        action, _, state = one.rpartition("/")
        told.setdefault(action, set()).add(state)
    return lambda meeting, event: "open" in told.get(f"{meeting}/{event}", ("open",))


def followed(records: Iterable[Record], library: Library, today: date) -> tuple[Followed, ...]:
    """Every action of these meetings with what became of it, in the order in which they were agreed. An action is
    overdue from the day after its last."""
    every = in_order(records)
    minuted = (one for record in every for one in reported_at(record.meeting))
    said = changes_of((*minuted, *told_of_actions(library)))
    return tuple(
        _followed(record, action, tuple(said.get((record.id, action.event), ())), today)
        for record in every
        for action in record.meeting.actions
    )


def _followed(record: Record, action: Action, changes: tuple[Change, ...], today: date) -> Followed:
    meeting = record.meeting
    item = meeting.items.get(action.item or "")
    owner = meeting.people.get(action.owner)
    due, state = stands_as(changes, action.due, today)
    return Followed(
        f"{record.name}/{action.event}",
        record.id,
        action.event,
        record.body,
        record.day,
        item.number.rstrip(".") if item else "",
        item.title if item else "",
        owner.formal if owner else "",
        task_of(record.meeting, action),
        due,
        state,
        changes,
        action.event in meeting.private,
        record.body_id,
    )


def stands_as(changes: Sequence[Change], due: date | None, today: date) -> tuple[date | None, State]:
    """The day by which an action is to be done now, and how it stands."""
    due = next((change.due for change in reversed(changes) if change.due), due)
    if changes and changes[-1].state != "open":
        return due, "done" if changes[-1].state == "done" else "dropped"
    return due, "overdue" if due is not None and due < today else "open"


def task_of(meeting: Meeting, action: Action) -> str:
    """What an action is: its own words, else those of the paragraph that it stands under."""
    if action.task:
        return action.task
    text = ""
    for placed in meeting.events:
        if placed.id == action.event:
            return text
        if isinstance(placed.event, Minuted) and placed.event.item == action.item:
            text = placed.event.text
    return text
