"""A Meeting written up: the Draft, block by block, in the house style."""

from collections.abc import Callable, Iterable
from typing import Any

from clerk import events as happened
from clerk.agenda import Item
from clerk.meeting import Meeting
from clerk.record import Placed
from clerk.times import MONTHS, read_time, say_date
from exports import attendance, decisions, narrative
from exports.blocks import AnyBlock, Draft, ItemHeading
from exports.front import closing, front
from exports.style import Style
from exports.writer import Writer

Write = Callable[[Writer, Placed, Any], list[AnyBlock]]

_WRITES: dict[type, Write] = {
    happened.Minuted: narrative.minuted,
    happened.NothingToRecord: narrative.nothing,
    happened.Introduced: narrative.introduced,
    happened.Invited: narrative.invited,
    happened.Addressed: narrative.addressed,
    happened.MinutesApproved: narrative.minutes_approved,
    happened.Appointed: narrative.appointed,
    happened.OutcomeDeclared: narrative.outcome,
    happened.ActionAgreed: narrative.action,
    happened.OrderVaried: narrative.order_varied,
    happened.MeetingAdjourned: narrative.adjourned,
    happened.MeetingResumed: narrative.resumed,
    happened.TimeExtended: narrative.extended,
    happened.PublicExcluded: narrative.excluded,
    happened.PublicReadmitted: narrative.readmitted,
    happened.PublicSummary: narrative.summary,
    happened.Arrived: attendance.arrived,
    happened.Left: attendance.left,
    happened.Substituted: attendance.substituted,
    happened.Presided: attendance.presided,
    happened.SeatChanged: attendance.seat_changed,
    happened.Declared: attendance.declared,
    happened.MotionMoved: decisions.motion_moved,
    happened.AmendmentMoved: decisions.amendment_moved,
    happened.QuestionPut: decisions.question_put,
    happened.VoteTaken: decisions.vote_taken,
    happened.CastingVote: decisions.casting_vote,
    happened.OwnVote: decisions.own_vote,
    happened.QuestionDisposed: decisions.disposed,
}


def draft(meeting: Meeting, style: Style, exempt: bool = False) -> Draft:
    """The whole meeting written up. The public draft holds nothing recorded in exempt session; `exempt` gives the
    other document, which holds everything.

    Raises `StyleError` where a template of the house style fails.
    """
    writer = Writer(meeting, style)
    blocks = front(writer)
    by_item = _by_item(writer)
    for id_ in meeting.order:
        item = meeting.items.get(id_)
        if item is None:
            continue
        blocks.append(_heading(writer, item))
        blocks += _under(writer, item, by_item.get(id_, ()))
    blocks += closing(writer)
    return Draft(
        title=_title(writer),
        blocks=tuple(block for block in blocks if exempt or not block.private),
        status=style.text("N3", committee=writer.committee),
        file_stem=file_stem(meeting),
        chair_label=writer.chair_label,
    )


def item_blocks(meeting: Meeting, style: Style, item: str) -> list[AnyBlock]:
    """One item written up, private parts included, for the screen."""
    writer = Writer(meeting, style)
    found = meeting.items.get(item)
    return [] if found is None else _under(writer, found, _by_item(writer).get(item, ()))


def _under(writer: Writer, item: Item, events: Iterable[Placed]) -> list[AnyBlock]:
    blocks = attendance.absence(writer, item.id) if item.kind == "absence" else []
    for placed in events:
        write = _WRITES.get(type(placed.event))
        if write is not None:
            written = write(writer, placed, placed.event)
            blocks += written
    return narrative.lists_joined(blocks)


def _by_item(writer: Writer) -> dict[str, list[Placed]]:
    """The events of each item. Declarations stand under their own item whenever made (DE-09); what belongs to no item
    stands under the one in hand."""
    declarations = attendance.declarations_item(writer)
    by_item: dict[str, list[Placed]] = {}
    hand: str | None = None
    for placed in writer.meeting.events:
        event = placed.event
        if isinstance(event, happened.ItemTaken):
            hand = event.taken
        item = event.item or hand
        if isinstance(event, happened.Declared) and declarations is not None:
            item = declarations
        if item is not None:
            by_item.setdefault(item, []).append(placed)
    return by_item


def _heading(writer: Writer, item: Item) -> ItemHeading:
    number = writer.numbers.get(item.id, item.number)
    title = item.title
    if number != item.number and item.number:
        title = writer.style.text("FM-07", title=title, number=item.number)
    return ItemHeading(number=number, text=title, construct="FM-06", item=item.id)


def _title(writer: Writer) -> str:
    setup = writer.meeting.setup
    if setup is None:
        return "DRAFT"
    day = say_date(setup.date)
    return f"DRAFT {writer.style.text('FM-01', body=setup.body, date=day)}, {day}"


def file_stem(meeting: Meeting) -> str:
    """The name that Modern.gov gives printed minutes, marked DRAFT, without a suffix."""
    setup = meeting.setup
    if setup is None:
        return "DRAFT minutes"
    day = setup.date
    clock = read_time(setup.time).strftime(" %H.%M") if setup.time else ""
    body = "".join(c for c in setup.body if c not in '\\/:*?"<>|').strip()
    return f"DRAFT Printed minutes {day.day:02}{_ordinal(day.day)}-{MONTHS[day.month - 1][:3]}-{day.year}{clock} {body}"


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
