"""The verb for what members declare."""

from typing import Any, cast, get_args

from clerk.events import AnyEvent, Declared
from clerk.events.interests import InterestEffect, InterestKind
from clerk.facts import choice_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, listed, numbered, yes
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

KINDS = get_args(InterestKind)
EFFECTS = tuple(effect for effect in get_args(InterestEffect) if effect)


@verb(
    "declare",
    ":declare ash,birch 8+9 kind=dpi effect=left -- owning a shop in the street",
    "Members declare an interest (all: every one of them; told=NAME told of it for them; by=: who gave the "
    "dispensation, ref=, since=, until=, scope=speak or vote; registered=no; sensitive=yes); kinds: "
    + ", ".join(KINDS)
    + "; effects: "
    + ", ".join(EFFECTS)
    + ".",
    "DE-02",
    "DE-03",
    "DE-04",
    "DE-05",
    "DE-06",
    "DE-07",
    "DE-08",
    "DE-09",
    "DE-10",
    "DE-15",
    takes=f"^who:people! ^items:items kind:{choice_of(KINDS)} effect:{choice_of(EFFECTS)} told:person by:words "
    "scope:choice(both|speak|vote) ref:words since:date until:date registered:choice(yes|no) sensitive:flag",
    text="may",
    form="cause",
)
def _declare(context: Context) -> tuple[AnyEvent, ...]:
    items = context.many("items")
    kind = cast(Any, context.one("kind") or "non-pecuniary")
    if not items and kind not in ("arrears", "blanket"):
        raise Unclear("“:declare” needs the items: :declare ash 8+9 -- the reason.")
    return (
        context.event(
            Declared,
            members=context.many("who"),
            items=items,
            kind=kind,
            effect=cast(Any, context.one("effect")),
            reason=context.text.rstrip("."),
            reference=context.one("ref"),
            since=context.day("since"),
            until=context.day("until"),
            registered=cast(Any, context.one("registered")),
            sensitive=context.flag("sensitive"),
            spoken_by=context.one("told"),
            granted_by=context.one("by"),
            dispensed=cast(Any, context.one("scope") or "both"),
        ),
    )


@line_again.register(Declared)
def _declare_again(event: Declared, meeting: Meeting, id_: str) -> Line:
    options = given(
        kind=event.kind,
        effect=event.effect,
        told=event.spoken_by,
        by=event.granted_by,
        scope="" if event.dispensed == "both" else event.dispensed,
        ref=event.reference,
        since=event.since.isoformat() if event.since else "",
        until=event.until.isoformat() if event.until else "",
        registered=event.registered,
        sensitive=yes(event.sensitive),
    )
    operands = (listed(event.members), *filter(None, (numbered(meeting, event.items),)))
    return Line("declare", operands, options, event.reason)
