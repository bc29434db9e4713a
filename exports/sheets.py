"""The action list by owner; and what a sheet made from a draft is called."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.meeting.parts import Action
from clerk.meeting.sittings import days_of
from clerk.meeting.state import Meeting
from clerk.times import say_date
from exports.blocks import AnyBlock, Draft, FrontHeading, Prose, Span, Title
from exports.data.tables import csv_of
from exports.evenly import evenly
from exports.style import Style, capital, listed, pick, small_number
from exports.writer import Writer, table


def titled(what: str, draft: Draft, meeting: Meeting) -> list[AnyBlock]:
    """The title of a sheet: what it is, of whom, and the draft's own date, with the days to which the meeting was
    adjourned: what was decided on them stands there too."""
    titles = [block for block in draft.blocks if isinstance(block, Title)]
    later = [say_date(day) for day in days_of(meeting)[1:]]
    return [
        Title(text=f"{what}: {draft.body}", date=listed([title.date, *later]), construct=title.construct)
        for title in titles
    ]


def sheet(what: str, file: str, draft: Draft, blocks: Sequence[AnyBlock]) -> Draft:
    """A sheet made from a draft, marked as that is. It is not signed."""
    dates = [block.date for block in blocks if isinstance(block, Title)]
    return replace(
        draft,
        title=", ".join([f"{what}: {draft.body}", *dates]),
        blocks=tuple(blocks),
        file_stem=draft.file_stem.replace("Printed minutes", file),
        chair_label="",
    )


def action_list(meeting: Meeting, style: Style, draft: Draft, exempt: bool = False) -> Draft:
    """The actions, a table for each owner in the order in which they were first named; those without one last."""
    writer = Writer(meeting, style, exempt)
    owners: dict[str, list[Action]] = {}
    for action in writer.meeting.actions:
        owners.setdefault(action.owner, []).append(action)
    blocks = titled("Actions", draft, writer.meeting)
    for owner in sorted(owners, key=lambda owner: not owner):
        name = _owner(writer, owner) or "Not assigned"
        blocks.append(FrontHeading(text=name, construct="AC-01"))
        rows = [[_task(writer, action), _item(writer, action), _due(action)] for action in owners[owner]]
        events = tuple(action.event for action in owners[owner])
        description = f"What {name} is to do, under which item, and by when."
        blocks.append(table(("Action", "Item", "By"), rows, f"Actions: {name}", description, events=events))
    count = sum(map(len, owners.values()))
    said = f"{capital(small_number(count))} {pick(count, 'action', 'actions')}." if count else "There were no actions."
    blocks.append(Prose(spans=(Span(said),)))
    return sheet("Actions", "Actions", draft, evenly(blocks, writer))


def _owner(writer: Writer, owner: str) -> str:
    person = writer.person(owner) if owner else None
    if person is None:
        return ""
    return capital(person.formal) + (f", {person.post}" if person.post and person.name else "")


def _task(writer: Writer, action: Action) -> str:
    return capital(action.task.rstrip(".")) or f"As minuted under item {_item(writer, action)}"


def _item(writer: Writer, action: Action) -> str:
    item = writer.item(action.item)
    return writer.numbers.get(item.id, "") or item.title if item else ""


def _due(action: Action) -> str:
    return say_date(action.due) if action.due else ""


def actions_csv(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """The actions as CSV, a row each, in the order agreed."""
    writer = Writer(meeting, style, exempt)
    rows = []
    for action in writer.meeting.actions:
        item = writer.item(action.item)
        due = action.due.isoformat() if action.due else ""
        number = writer.numbers.get(item.id, "") if item else ""
        rows.append([_owner(writer, action.owner), _task(writer, action), due, number, item.title if item else ""])
    return csv_of(["Owner", "Action", "By", "Item", "Title"], rows)
