"""Verbs for exempt session: the public goes, comes back, and is told what was done."""

import re
from typing import Any, cast

from clerk.events import AnyEvent, PublicExcluded, PublicReadmitted, PublicSummary
from clerk.meeting.exempt import deliberating, last_at_the_doors
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.names import item_name
from clerk.shorthand.again import given, hour, line_again, moved_by, numbered, yes
from clerk.shorthand.carried import carried, carried_again
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.scope import whole_number
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "exclude",
    ":exclude items=9+10 para=3 by=oak,elm",
    "The press and public are excluded (weighed=yes: the public interest was weighed; reg=licensing: with the parties, "
    "under the licensing regulations, or without them: parties=stay; by=: who moved and seconded it; "
    "vote=unanimous, vote=4-1: how it was carried; at=: the hour; a text says for what reason else).",
    "EX-01",
    takes="items:items para:words reg:choice(licensing) parties:choice(stay) weighed:flag by:moved vote:words at:clock",
    text="may",
    form="cause",
)
def _exclude(context: Context) -> Events:
    paragraphs = [whole_number(typed) for typed in re.split(r"[+,\s]+", context.one("para")) if typed]
    if paragraphs and context.one("reg"):
        raise Unclear("“para=” is a paragraph of Schedule 12A, “reg=licensing” are other regulations: leave one out.")
    if context.one("parties") and not context.one("reg"):
        raise Unclear("“parties=stay” goes with “reg=licensing”: elsewhere there are no parties to be sent out.")
    return (
        context.event(
            PublicExcluded,
            parties_stay=bool(context.one("parties")),
            items=context.many("items"),
            paragraph=paragraphs[0] if paragraphs else None,
            more_paragraphs=tuple(dict.fromkeys(paragraphs[1:])),
            public_interest=context.flag("weighed"),
            basis=cast(Any, context.one("reg")),
            reason=context.text.rstrip("."),
            **context.moved_by(),
            **carried(context, "the public was not excluded"),
        ),
    )


@line_again.register(PublicExcluded)
def _exclude_again(event: PublicExcluded, meeting: Meeting, id_: str) -> Line:
    paragraphs = [str(number) for number in (event.paragraph, *event.more_paragraphs) if number]
    how = {"items": numbered(meeting, event.items), "para": "+".join(paragraphs), "reg": event.basis}
    how["parties"] = "stay" if event.parties_stay else ""
    return Line(
        "exclude",
        (),
        given(**how, weighed=yes(event.public_interest), by=moved_by(event), vote=carried_again(event)),
        event.reason,
    )


@verb(
    "readmit",
    ":readmit",
    "The press and public come back, perhaps with the hour (items=: for the rest of these, which is public from here).",
    "EX-05",
    takes="^at:clock items:items",
)
def _readmit(context: Context) -> Events:
    doors, known = context.there.doors, context.meeting.items
    if not doors.closed and deliberating(context.there):
        raise Unclear("The press and public had not been excluded. That it is back from deliberating is :returned.")
    for id_ in context.many("items"):
        if known[id_].exempt or known[id_].confidential:
            text = f"What is recorded on {item_name(context.meeting, id_)} stays private, as its papers have it."
            raise Unclear(f"{text} “:private … no” frees a line.")
        if id_ not in doors.excluded_items:
            raise Unclear(f"The public was not excluded for {item_name(context.meeting, id_)}: leave out “items=”.")
    return (context.event(PublicReadmitted, items=context.many("items") or _of_the_hearing(context)),)


def _of_the_hearing(context: Context) -> tuple[str, ...]:
    """The items of a hearing of which the parties come back too: they were sent out for a part of it (EX-04)."""
    last = last_at_the_doors(context.there)
    return last.items if isinstance(last, PublicExcluded) and last.basis == "licensing" else ()


@line_again.register(PublicReadmitted)
def _readmit_again(event: PublicReadmitted, meeting: Meeting, id_: str) -> Line:
    return Line("readmit", hour(event), given(items=numbered(meeting, event.items)))


@verb("summary", ":summary -- TEXT", "What the public minutes say of exempt business.", "X6", text="must")
def _summary(context: Context) -> Events:
    return (context.event(PublicSummary, text=context.text),)


@line_again.register(PublicSummary)
def _summary_again(event: PublicSummary, meeting: Meeting, id_: str) -> Line:
    return Line("summary", (), {}, event.text)
