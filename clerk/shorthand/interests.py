"""The verb for what members declare."""

import re
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

KINDS = tuple(kind for kind in get_args(InterestKind) if kind)
EFFECTS = tuple(effect for effect in get_args(InterestEffect) if effect)

_KINDS = choice_of(KINDS).replace("choice(", "joined(")


@verb(
    "declare",
    ":declare ash,birch 8+9 kind=dpi effect=left -- owning a shop in the street",
    "Members declare an interest, in these items or in none (all: every one there; told=NAME told "
    "of it for them; by=: who gave the "
    "dispensation, ref=, since=, until=, scope=speak or vote; effect=left scope=speak: "
    "spoke first, as the public may; registered=no; sensitive=yes); kinds: "
    + ", ".join(KINDS)
    + ", or two joined by and, but; effects: "
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
    takes=f"^who:people! ^items:items kind:{_KINDS} effect:{choice_of(EFFECTS)} told:person by:words "
    "scope:choice(both|speak|vote) ref:words since:date until:date registered:choice(yes|no) sensitive:flag",
    text="may",
    form="cause",
)
def _declare(context: Context) -> tuple[AnyEvent, ...]:
    kind, joined, also = _two_kinds(context.one("kind"))
    of_one = [name for name in ("by", "ref", "since", "until") if name in context.gesture.options]
    if of_one and context.one("effect") != "dispensation":
        raise Unclear(f"“{of_one[0]}=” is of a dispensation: add effect=dispensation, or leave it out.")
    if (scope := context.one("scope")) and context.one("effect") not in ("dispensation", "left"):
        raise Unclear("“scope=” is of a dispensation, or of who speaks and then leaves: effect=left scope=speak.")
    if scope and scope != "speak" and context.one("effect") == "left":
        raise Unclear(f"Who left had no {scope} to give: effect=left scope=speak is of one who spoke first.")
    if context.one("registered") and "dpi" not in (kind, also):
        raise Unclear("“registered=” is of a disclosable pecuniary interest: add kind=dpi, or leave it out.")
    return (
        context.event(
            Declared,
            members=context.many("who"),
            items=context.many("items"),
            kind=cast(Any, kind),
            also=cast(Any, also),
            joined=cast(Any, joined),
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
        kind=f"{event.kind} {event.joined} {event.also}" if event.also else event.kind,
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


def _two_kinds(typed: str) -> tuple[str, str, str]:
    """The kind of an interest, the word that joins it to a second, and that one: ("personal", "but", "…")."""
    match = re.match(r"(.+) (and|but) (.+)$", typed)
    if typed in KINDS or match is None:
        return typed, "and", ""
    first, second = match[1], match[3]
    if reason := _apart(first, second):
        raise Unclear(f"“{typed}”: {reason} Declare each on a line of its own.")
    return first, match[2], second


def _apart(first: str, second: str) -> str:
    """Why two kinds cannot be said together, "" where they can."""
    pair = {first, second}
    if len(pair) == 1:
        return "that is one kind."
    if "connection" in pair:
        return "a connection is one that is no interest."
    if "blanket" in pair:
        return "a general declaration is made by itself."
    if pair in ({"open mind", "predetermination"}, {"open mind", "bias"}):
        return "a mind is open or it is not."
    if "personal and prejudicial" in pair and pair & {"personal", "prejudicial", "non-prejudicial"}:
        return "the one has the other in it."
    return ""
