"""Verbs for the course of the meeting: opened, items taken, adjourned, extended, closed."""

from datetime import datetime

from msgspec.structs import replace

from clerk.events import (
    AnyEvent,
    DecisionsPublished,
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    MinutesReopened,
    OrderVaried,
    TimeExtended,
)
from clerk.library.standing import standing
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, hour, line_again, moved_by, numbered
from clerk.shorthand.carried import carried, carried_again
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb("open", ":open 19:00", "The chair opens the meeting.", "A11", takes="^at:clock")
def _open(context: Context) -> Events:
    return (context.event(MeetingOpened, item=None),)


@line_again.register(MeetingOpened)
def _open_again(event: MeetingOpened, meeting: Meeting, id_: str) -> Line:
    return Line("open", hour(event))


@verb(
    "take",
    ":take 8",
    "The chair calls an item; you write under it from here (an item that was left: that the meeting returned to it).",
    "FM-06",
    "FM-07",
    "OR-04",
    takes="^items:item!",
)
def _take(context: Context) -> Events:
    taken = context.the_item().id
    return (context.event(ItemTaken, taken=taken, item=taken),)


@line_again.register(ItemTaken)
def _take_again(event: ItemTaken, meeting: Meeting, id_: str) -> Line:
    return Line("take", (numbered(meeting, (event.taken,)),))


@verb("under", ":under 5", "Write under an item without its being taken.", "FM-06", takes="^items:item!")
def _under(context: Context) -> Events:
    context.the_item()
    return ()


@verb(
    "order",
    ":order 1+2+7+3",
    "The chair varies the order of business (how=reflected: as these minutes have it, without the list; why after --).",
    "OR-01",
    "OR-03",
    takes="^items:items! how:choice(reflected)",
    text="may",
    form="cause",
)
def _order(context: Context) -> Events:
    reflected = context.one("how") == "reflected"
    return (context.event(OrderVaried, order=context.many("items"), reflected=reflected, reason=context.text),)


@line_again.register(OrderVaried)
def _order_again(event: OrderVaried, meeting: Meeting, id_: str) -> Line:
    return Line(
        "order", (numbered(meeting, event.order),), given(how="reflected" if event.reflected else ""), event.reason
    )


@verb(
    "adjourn",
    ":adjourn -- for the parties to confer",
    "The meeting is adjourned (to=DATE: to a later day).",
    "TI-03",
    takes="^at:clock to:date",
    text="may",
    form="cause",
)
def _adjourn(context: Context) -> Events:
    return (context.event(MeetingAdjourned, reason=context.text, to=context.day("to")),)


@line_again.register(MeetingAdjourned)
def _adjourn_again(event: MeetingAdjourned, meeting: Meeting, id_: str) -> Line:
    return Line("adjourn", hour(event), given(to=event.to.isoformat() if event.to else ""), event.reason)


@verb(
    "resume",
    ":resume",
    "The meeting goes on after an adjournment (on=DATE: on a later day).",
    "TI-03",
    takes="^at:clock on:date",
)
def _resume(context: Context) -> Events:
    on = context.day("on")
    event = context.event(MeetingResumed, on=on)
    if on is not None and event.at is not None:
        # The hour is of that day, so what was under way then is what the clerk writes under now.
        event = replace(event, at=datetime.combine(on, event.at.time()), item=context.item)
    return (event,)


@line_again.register(MeetingResumed)
def _resume_again(event: MeetingResumed, meeting: Meeting, id_: str) -> Line:
    return Line("resume", hour(event), given(on=event.on.isoformat() if event.on else ""))


@verb(
    "extend",
    ":extend 22:30 by=oak,elm",
    "The chair extends the time limit, until this hour (the hour at which it was said stands first: :@22:00 extend); "
    "by=: who moved and seconded it, where the meeting resolved to; vote=unanimous: all agreed; vote=28-3.",
    "TI-02",
    takes="^until:hour by:moved vote:words",
)
def _extend(context: Context) -> Events:
    moved = context.moved_by()
    resolved = carried(context, "the time was not extended")
    if any(resolved.values()) and not moved:
        raise Unclear("“vote=” is of what the meeting resolved: say who moved it (by=oak,elm).")
    until = context.moment("until")
    return (context.event(TimeExtended, until=until, **resolved, **moved),)


@line_again.register(TimeExtended)
def _extend_again(event: TimeExtended, meeting: Meeting, id_: str) -> Line:
    until = (f"{event.until:%H:%M}",) if event.until else ()
    return Line("extend", until, given(by=moved_by(event), vote=carried_again(event)))


@verb(
    "published",
    ":published 2019-06-14",
    "The decisions were published on this day: a call-in is counted from it.",
    takes="^on:day!",
)
def _published(context: Context) -> Events:
    return (context.event(DecisionsPublished, on=context.needed_day("on"), item=None),)


@line_again.register(DecisionsPublished)
def _published_again(event: DecisionsPublished, meeting: Meeting, id_: str) -> Line:
    return Line("published", (event.on.isoformat(),))


@verb(
    "because",
    ":because -- a name was spelt wrongly",
    "Why the published minutes are changed: asked once, and kept with every entry until the meeting is left.",
    takes="",
    text="must",
)
def _because(context: Context) -> Events:
    context.needed_text("the reason")
    return ()


@verb(
    "reopen",
    ":reopen -- the vote on item 7 was recorded wrongly",
    "The minutes, which have been approved, are changed, and approved again.",
    takes="",
    text="must",
)
def _reopen(context: Context) -> Events:
    reason = context.needed_text("the reason")
    how = standing(context.meeting, context.history())
    approvals = (*how.approvals, *how.exempt_approvals)
    if not approvals:
        raise Unclear("These minutes are not approved, so there is nothing to reopen.")
    return (context.event(MinutesReopened, reason=reason, of=tuple(one.pointer for one in approvals), item=None),)


@line_again.register(MinutesReopened)
def _reopen_again(event: MinutesReopened, meeting: Meeting, id_: str) -> Line:
    return Line("reopen", text=event.reason)


@verb("close", ":close 21:19", "The chair closes the meeting.", "CL-01", takes="^at:clock")
def _close(context: Context) -> Events:
    return (context.event(MeetingClosed, item=None),)


@line_again.register(MeetingClosed)
def _close_again(event: MeetingClosed, meeting: Meeting, id_: str) -> Line:
    return Line("close", hour(event))
