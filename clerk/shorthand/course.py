"""Verbs for the course of the meeting: opened, items taken, adjourned, closed; exempt session."""

from datetime import datetime
from typing import Any, cast

from msgspec.structs import replace

from clerk.agenda import Item, kind_of
from clerk.events import (
    AnyEvent,
    DecisionsPublished,
    ItemAdded,
    ItemChanged,
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    OrderVaried,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    TimeExtended,
)
from clerk.names import Unclear
from clerk.rare import DETAILS
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.table import ANY, verb
from clerk.times import read_date, read_time

Events = tuple[AnyEvent, ...]


def _timed(context: Context) -> Context:
    """`:open 19:00` is `:@19:00 open`."""
    if not context.line.operands:
        return context
    try:
        clock = read_time(" ".join(context.line.operands))
    except ValueError as error:
        raise Unclear(str(error)) from None
    return replace(context, line=replace(context.line, at=clock, operands=()))


@verb("open", ":open 19:00", "The chair opens the meeting.", "A11", words=3)
def _open(context: Context) -> Events:
    return (_timed(context).event(MeetingOpened, item=None),)


@verb("take", ":take 8", "The chair calls an item; you write under it from here.", "FM-06", "FM-07", words=1)
def _take(context: Context) -> Events:
    taken = context.item_numbered(context.operand(0, "the item's number")).id
    return (context.event(ItemTaken, taken=taken, item=taken),)


@verb("under", ":under 5", "Write under an item without its being taken.", "FM-06", words=1)
def _under(context: Context) -> Events:
    context.item_numbered(context.operand(0, "the item's number"))
    return ()


@verb(
    "order",
    ":order 1+2+7+3",
    "The chair varies the order of business (how=reflected: as these minutes have it, without the list).",
    "OR-01",
    "OR-03",
    words=1,
    options="how",
)
def _order(context: Context) -> Events:
    order = context.items(context.operand(0, "the items in their new order"))
    return (context.event(OrderVaried, order=order, reflected=context.option("how", ("", "reflected"), "") != ""),)


@verb(
    "item",
    ':item 13 after=12 title="TITLE" urgent=yes -- RECOMMENDATIONS',
    "Adds an item to the agenda (under=8: a part of item 8; an application has case= and ward=).",
    "UR-02",
    "FM-09",
    "PL-01",
    words=1,
    options="after title urgent exempt of under case ward",
    text=True,
)
def _item(context: Context) -> Events:
    number = context.operand(0, "the item's number")
    title = context.line.options.get("title", "")
    if not title:
        raise Unclear('“:item” needs title="…".')
    if any(item.number == number for item in context.meeting.items.values()):
        raise Unclear(f"There is an item {number} already. Its title can be changed with :retitle.")
    urgent = context.option("urgent", ("yes", "no"), "no") == "yes"
    exempt = context.option("exempt", ("yes", "no"), "no") == "yes"
    under = context.line.options.get("under", "")
    application = bool(context.line.options.get("case"))
    new = Item(
        _free_item_id(context),
        number,
        title,
        "application" if application else "report" if urgent else kind_of(title),
        report_of=context.line.options.get("of", ""),
        recommendations=context.line.text,
        urgent=urgent,
        exempt=exempt,
        parent=context.item_numbered(under).id if under else "",
        case=context.line.options.get("case", ""),
        ward=context.line.options.get("ward", ""),
    )
    return (context.event(ItemAdded, new=new, follows=_follows(context), item=None),)


@verb("heading", ":heading after=2 -- TITLE", "Adds a heading without a number.", "FM-08", options="after", text=True)
def _heading(context: Context) -> Events:
    new = Item(_free_item_id(context), "", context.text("the heading"), "heading")
    return (context.event(ItemAdded, new=new, follows=_follows(context), item=None),)


@verb("retitle", ":retitle 8 -- TITLE", "Puts an item's title right.", "FM-06", words=1, text=True)
def _retitle(context: Context) -> Events:
    item = context.item_numbered(context.operand(0, "the item's number"))
    return (context.event(ItemChanged, now=replace(item, title=context.text("the title")), item=None),)


@verb(
    "detail",
    ":detail 8 decision",
    "How much of an item is minuted: decision, reasons or debate.",
    "N9",
    words=2,
)
def _detail(context: Context) -> Events:
    item = context.item_numbered(context.operand(0, "the item's number"))
    typed = context.operand(1, "decision, reasons or debate").lower()
    found = next((detail for detail in DETAILS if detail.startswith(typed)), None)
    if found is None:
        raise Unclear(f"“{typed}” can be {', '.join(DETAILS)}.")
    return (context.event(ItemChanged, now=replace(item, detail=found), item=None),)


def _follows(context: Context) -> str | None:
    after = context.line.options.get("after") or context.line.options.get("under")
    return context.item_numbered(after).id if after else context.item


def _free_item_id(context: Context) -> str:
    used = {e.new.id for entry in context.meeting.entries for e in entry.events if isinstance(e, ItemAdded)}
    used |= set(context.meeting.items)
    return next(f"x{n}" for n in range(1, len(used) + 2) if f"x{n}" not in used)


@verb("adjourn", ":adjourn -- for the parties to confer", "The meeting is adjourned.", "TI-03", words=3, text=True)
def _adjourn(context: Context) -> Events:
    return (_timed(context).event(MeetingAdjourned, reason=context.line.text),)


@verb(
    "resume",
    ":resume",
    "The meeting goes on after an adjournment (on=DATE: on a later day).",
    "TI-03",
    words=3,
    options="on",
)
def _resume(context: Context) -> Events:
    on = context.day("on")
    event = _timed(context).event(MeetingResumed, on=on)
    if on is not None and event.at is not None:
        event = replace(event, at=datetime.combine(on, event.at.time()))
    return (event,)


@verb("extend", ":extend", "The chair extends the time limit.", "TI-02", words=3)
def _extend(context: Context) -> Events:
    return (_timed(context).event(TimeExtended),)


@verb(
    "exclude",
    ":exclude items=9+10 para=3",
    "The press and public are excluded (weighed=yes: the public interest was weighed; reg=licensing: with the parties, "
    "under the licensing regulations).",
    "EX-01",
    options="items para reg weighed",
)
def _exclude(context: Context) -> Events:
    named = context.line.options.get("items", "")
    paragraph = context.line.options.get("para", "")
    return (
        context.event(
            PublicExcluded,
            items=context.items(named) if named else (),
            paragraph=whole_number(paragraph) if paragraph else None,
            public_interest=context.option("weighed", ("yes", "no"), "no") == "yes",
            basis=cast(Any, context.option("reg", ("", "licensing"), "")),
        ),
    )


@verb("readmit", ":readmit", "The press and public come back.", "EX-05")
def _readmit(context: Context) -> Events:
    return (context.event(PublicReadmitted),)


@verb("summary", ":summary -- TEXT", "What the public minutes say of exempt business.", "X6", text=True)
def _summary(context: Context) -> Events:
    return (context.event(PublicSummary, text=context.text("the summary")),)


@verb(
    "published",
    ":published 2019-06-14",
    "The decisions were published on this day: a call-in is counted from it.",
    words=ANY,
)
def _published(context: Context) -> Events:
    context.operand(0, "the day on which the decisions were published")
    try:
        on = read_date(" ".join(context.line.operands))
    except ValueError as error:
        raise Unclear(str(error)) from None
    return (context.event(DecisionsPublished, on=on, item=None),)


@verb("close", ":close 21:19", "The chair closes the meeting.", "CL-01", words=3)
def _close(context: Context) -> Events:
    return (_timed(context).event(MeetingClosed, item=None),)
