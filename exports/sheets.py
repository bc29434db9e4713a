"""Other forms of a meeting for those who act on it: the decision sheet, the action list by owner."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.meeting.parts import Action
from clerk.meeting.state import Meeting
from clerk.times import say_date
from exports.blocks import AnyBlock, Draft, FrontHeading, ItemHeading, Prose, Span, Title
from exports.data.tables import csv_of
from exports.style import Style, capital, pick, small_number
from exports.writer import Writer, table

_DECISIONS = frozenset(
    [
        "MI-01",
        "MI-02",
        "MI-04",
        "MI-05",
        "MI-06",
        "MB-02",
        "MB-03",
        "MB-06",
        "MB-07",
        "PU-11",
        "PU-14",
        "CH-04",
        "CN-05",
        "OU-01",
        "OU-02",
        "OU-03",
        "OU-04",
        "OU-05",
        "OU-06",
        "OU-07",
        "OU-08",
        "OU-09",
        "OU-10",
        "OU-11",
        "OU-12",
        "OU-13",
        "OU-14",
        "OU-15",
        "OU-16",
        "MT-01",
        "MT-08",
        "MT-09",
        "MT-10",
        "MT-15",
        "MT-16",
        "MT-14",
        "MT-11",
        "MB-04",
        "MI-03",
        "CN-04",
        "VO-05",
        "VO-15",
        "PL-03",
        "PL-04",
        "PL-05",
        "PL-06",
        "CA-02",
        "EX-01",
        "EX-05",
        "FW-01",
        "TI-04",
        "OR-02",
        "SC-01",
        "SC-03",
        "X6",
        "AC-01",
        "AC-03",
    ]
)
"""What of an item belongs to its decision: the text decided on, how it ended, and who is to act."""


def decision_sheet(draft: Draft) -> Draft:
    """The decisions of a draft, item by item; items without one are left out."""
    blocks = _titled("Decision sheet", draft)
    heading: ItemHeading | None = None
    for block in draft.blocks:
        if isinstance(block, ItemHeading):
            heading = block
        elif block.construct in _DECISIONS and block.item is not None:
            if heading is not None:
                blocks.append(heading)
                heading = None
            blocks.append(block)
    blocks.append(Prose(spans=(Span("The minutes are the record of the meeting; these are its decisions, in draft."),)))
    return _sheet("Decision sheet", "Decisions", draft, blocks)


def _titled(what: str, draft: Draft) -> list[AnyBlock]:
    """The title of a sheet: what it is, of whom, and the draft's own date."""
    titles = [block for block in draft.blocks if isinstance(block, Title)]
    return [Title(text=f"{what}: {draft.body}", date=title.date, construct=title.construct) for title in titles]


def _sheet(what: str, file: str, draft: Draft, blocks: Sequence[AnyBlock]) -> Draft:
    """A sheet made from a draft, marked as that is. It is not signed."""
    dates = [block.date for block in blocks if isinstance(block, Title)]
    return replace(
        draft,
        title=", ".join([f"{what}: {draft.body}", *dates]),
        blocks=tuple(blocks),
        file_stem=draft.file_stem.replace("Printed minutes", file),
        chair_label="",
    )


def _shown(meeting: Meeting, exempt: bool) -> list[Action]:
    return [action for action in meeting.actions if exempt or action.event not in meeting.private]


def action_list(meeting: Meeting, style: Style, draft: Draft, exempt: bool = False) -> Draft:
    """The actions, a table for each owner in the order in which they were first named; those without one last."""
    writer = Writer(meeting, style, exempt)
    owners: dict[str, list[Action]] = {}
    for action in _shown(meeting, exempt):
        owners.setdefault(action.owner, []).append(action)
    blocks = _titled("Actions", draft)
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
    return _sheet("Actions", "Actions", draft, blocks)


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
    for action in _shown(meeting, exempt):
        item = writer.item(action.item)
        due = action.due.isoformat() if action.due else ""
        number = writer.numbers.get(item.id, "") if item else ""
        rows.append([_owner(writer, action.owner), _task(writer, action), due, number, item.title if item else ""])
    return csv_of(["Owner", "Action", "By", "Item", "Title"], rows)
