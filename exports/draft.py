"""A Meeting written up: the Draft, block by block, in the house style."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from clerk import events as happened
from clerk.agenda import DETAILS, Item
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.meeting.typed import repeats, typed_none
from clerk.rare import nature_of
from clerk.times import MONTHS, read_time, say_date
from exports import (
    absence,
    actions,
    amendments,
    attendance,
    course,
    elections,
    interests,
    motions,
    narrative,
    once,
    outcomes,
    rare,
    returning,
    sittings,
    votes,
)
from exports.blocks import AnyBlock, Draft, ItemHeading, for_a_file
from exports.directed import not_put_before
from exports.evenly import evenly
from exports.front import closing, front, restriction, title_facts, title_key
from exports.in_order import as_told
from exports.numbering import is_part, printed_order
from exports.references import References, referred
from exports.rewording import reworded
from exports.style import Style
from exports.unmarked import without_marks
from exports.writer import Writer, Writes

_WRITES: Writes = {
    **narrative.WRITES,
    **outcomes.WRITES,
    **actions.WRITES,
    **course.WRITES,
    **returning.WRITES,
    **rare.WRITES,
    **attendance.WRITES,
    **sittings.WRITES,
    **interests.WRITES,
    **elections.WRITES,
    **motions.WRITES,
    **amendments.WRITES,
    **votes.WRITES,
}


def draft(meeting: Meeting, style: Style, exempt: bool = False, references: References | None = None) -> Draft:
    """The whole meeting written up. The public draft holds nothing recorded in exempt session; `exempt` gives the
    other document, which holds everything. `references` are the numbers that its items or resolutions were given
    when it was published.

    Raises `StyleError` where a template of the house style fails.
    """
    writer = Writer(meeting, style, exempt)
    blocks = [*front(writer), *absence.beside_the_lists(writer)]
    by_item = _by_item(writer)
    for item in printed_order(writer.meeting):
        blocks.append(_heading(writer, item))
        blocks += _under(writer, item, by_item.get(item.id, ()))
    blocks += closing(writer)
    shown = [block for block in reworded(writer.meeting, blocks) if exempt or not block.private]
    shown = without_marks(evenly(referred(writer, shown, references or {}), writer))
    return Draft(
        title=_title(writer),
        blocks=tuple(shown),
        status=style.text("N3", **writer.common),
        restriction=restriction(writer) if exempt else "",
        file_stem=file_stem(meeting),
        body=writer.body.name,
        chair_label=writer.chair_label,
        held=meeting.setup.date if meeting.setup else None,
    )


def item_blocks(meeting: Meeting, style: Style, item: str) -> list[AnyBlock]:
    """One item written up, private parts included, for the screen."""
    writer = Writer(meeting, style)
    found = meeting.items.get(item)
    if found is None:
        return []
    under = reworded(meeting, _under(writer, found, _by_item(writer).get(item, ())))
    return without_marks(evenly(under, writer))


def _under(writer: Writer, item: Item, events: Sequence[Placed]) -> list[AnyBlock]:
    writer.begin_item()
    blocks = absence.absence(writer, item.id) if item.kind == "absence" else narrative.urgent(writer, item, events)
    table = writer.setting("declarations") == "table" and item.id == interests.declarations_item(writer)
    for placed in events:
        if not _is_minuted(item, placed):
            continue
        if table and isinstance(placed.event, happened.Declared):
            blocks += _declarations(writer, placed, events)
            continue
        none = isinstance(placed.event, happened.NothingToRecord) or typed_none(placed.event)
        if none and _there_was_one(item, events, blocks):
            continue
        if isinstance(placed.event, happened.Minuted) and repeats(writer.meeting, item.id, placed.event.text):
            continue
        write = _WRITES.get(type(placed.event))
        if write is None:
            continue
        written = write(writer, placed, placed.event)
        reasons = isinstance(placed.event, happened.ReasonsGiven)
        if (
            isinstance(placed.event, happened.QuestionDisposed)
            and placed.event.how == "not put"
            and not placed.event.clauses
        ):
            blocks = not_put_before(writer, placed, blocks, written)
            continue
        blocks = outcomes.with_reasons(blocks, written) if reasons else [*blocks, *written]
    blocks = once.in_one_sentence(writer, narrative.lists_joined(blocks), events)
    return once.once(actions.actions_within(blocks), events)


def _there_was_one(item: Item, events: Sequence[Placed], blocks: Sequence[AnyBlock]) -> bool:
    """Whether there was one after all where it had been said that there was none: an interest declared, a Member away,
    a Member's Item or a comment of the public."""
    match item.kind:
        case "declarations":
            return any(isinstance(placed.event, happened.Declared) for placed in events)
        case "absence":
            # The roll says by itself that nobody sent apologies, in whatever words a style has for it.
            return any(block.construct.startswith("AT-") for block in blocks)
        case "members' items" | "public":
            begins = ("MB-", "PU-")
            said = (placed.event for placed in events)
            return any(isinstance(one, happened.Noted) and one.construct.startswith(begins) for one in said)
    return False


def _is_minuted(item: Item, placed: Placed) -> bool:
    """Whether an event belongs to the detail in which the item is minuted."""
    event = placed.event
    return DETAILS.index(nature_of(event).detail) <= DETAILS.index(item.detail)


def _declarations(writer: Writer, placed: Placed, events: Sequence[Placed]) -> list[AnyBlock]:
    """DE-03: the table, where the first of its declarations stands; those made in exempt session are another's."""
    private = placed.id in writer.meeting.private
    together = [
        p for p in events if isinstance(p.event, happened.Declared) and (p.id in writer.meeting.private) == private
    ]
    return interests.declared_together(writer, together) if together[0].id == placed.id else []


def _by_item(writer: Writer) -> dict[str, list[Placed]]:
    """The events of each item. Declarations stand under their own item whenever made (DE-09); what belongs to no item
    stands under the one in hand; who took the chair for an item, under that one."""
    declarations = interests.declarations_item(writer)
    by_item: dict[str, list[Placed]] = {}
    # What was done before an item was called stands at the head of the minutes.
    hand: str | None = next((item.id for item in printed_order(writer.meeting)), None)
    for placed in as_told(writer.meeting):
        event = placed.event
        if isinstance(event, happened.ItemTaken):
            hand = event.taken
        item = writer.meeting.chaired_for.get(placed.id) or event.item or hand
        if isinstance(event, happened.Declared) and declarations is not None:
            item = declarations if interests.prints_under_declarations(event) else item
        left = returning.item_left(writer.meeting, placed) if isinstance(event, happened.ItemTaken) else None
        also = (left,) if left is not None else ()
        for of in (*also, *(_items_of(writer, event) or ((item,) if item is not None else ()))):
            here = _at(placed, of) if event.item != of and isinstance(event, _ELSEWHERE) else placed
            by_item.setdefault(of, []).append(here)
    return by_item


_OF_QUESTIONS = (
    happened.QuestionPut,
    happened.VoteTaken,
    happened.CastingVote,
    happened.OwnVote,
    happened.QuestionDisposed,
)


_ELSEWHERE = (*_OF_QUESTIONS, happened.Declared, happened.ItemTaken, happened.Presided)
"""What may stand under another item than the one at which it was recorded."""


def _items_of(writer: Writer, event: Any) -> tuple[str, ...]:
    """The items of the questions that an event is about: what is put, counted or ended elsewhere is said under the
    item where it was moved, and one vote on several items under each."""
    if not isinstance(event, _OF_QUESTIONS):
        return ()
    if isinstance(event, happened.CastingVote | happened.OwnVote):
        vote = writer.meeting.votes.get(event.vote)
        labels = vote.questions if vote else ()
    else:
        labels = (event.question,) if isinstance(event, happened.QuestionDisposed) else event.questions
    items = (question.item for question in writer.questions(labels))
    return tuple(dict.fromkeys(item for item in items if item in writer.meeting.items and item is not None))


def _at(placed: Placed, item: str) -> Placed:
    return Placed(placed.id, replace(placed.event, item=item))


def _heading(writer: Writer, item: Item) -> ItemHeading:
    """FM-06; FM-07 where the order was changed, FM-08 without a number, FM-09 as a part of the item above, PL-01 for
    an application."""
    number = writer.numbers.get(item.id, item.number)
    text = writer.style.text
    sub = is_part(writer.meeting, item)
    key = "FM-08" if not item.number else "FM-09" if sub else "FM-06"
    title = item.title
    if item.kind == "application":
        # Many a title has them already.
        words = title.casefold()
        case = "" if item.case.casefold() in words else item.case
        ward = "" if f"({item.ward})".casefold() in words or f"{item.ward} ward".casefold() in words else item.ward
        key, title = "PL-01", text("PL-01", title=title, case=case, ward=ward)
    else:
        title = text(key, title=title)
    if number != item.number and item.number and writer.setting("agenda_suffix"):
        key, title = "FM-07", text("FM-07", title=title, number=item.number)
    return ItemHeading(number=number, text=title, sub=sub, construct=key, item=item.id)


def _title(writer: Writer) -> str:
    setup = writer.meeting.setup
    if setup is None:
        return "Minutes"
    day = say_date(setup.date)
    return f"{writer.style.text(title_key(writer), date=day, **title_facts(writer))}, {day}"


def file_stem(meeting: Meeting) -> str:
    """The name that Modern.gov gives printed minutes, without a suffix."""
    setup = meeting.setup
    if setup is None:
        return "Minutes"
    day = setup.date
    clock = read_time(setup.time).strftime(" %H.%M") if setup.time else ""
    printed = f"Printed minutes {day.day:02}{_ordinal(day.day)}-{MONTHS[day.month - 1][:3]}-{day.year}{clock}"
    return f"{printed} {for_a_file(setup.body)}"


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
