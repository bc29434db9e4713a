"""Verbs for the room: the roll, apologies, substitutes, in and out, who presides."""

from collections.abc import Container
from typing import Any, cast

from clerk.events import (
    AnyEvent,
    ApologyReceived,
    Arrived,
    Left,
    Presided,
    RollCalled,
    Substituted,
    SubstitutionEnded,
)
from clerk.meeting.attendance import suspended
from clerk.meeting.elections import elected_to_preside
from clerk.meeting.fold import before
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.names import brief_name
from clerk.shorthand.again import given, line_again, listed, yes
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "present",
    ":present rest",
    "Calls the roll: these are present, or all without an apology (out=: but these; remote=: of them over a link).",
    "FM-02",
    takes="^who:present! out:people remote:people",
)
def _present(context: Context) -> Events:
    but = context.many("out")
    present = tuple(person for person in context.many("who") if person not in but)
    for person in suspended(context.meeting).intersection(present):
        raise Unclear(f"{brief_name(context.meeting, person)} is suspended, and is not called.")
    return (context.event(RollCalled, present=present, remote=context.many("remote"), item=None),)


@line_again.register(RollCalled)
def _present_again(event: RollCalled, meeting: Meeting, id_: str) -> Line:
    return Line("present", (listed(event.present),), given(remote=listed(event.remote)))


@verb(
    "apologies",
    ":apologies elm,hazel",
    "Apologies came from these (kind=lateness, kind=part, kind=early; sub=none: there was no substitute).",
    "AT-01",
    "AT-03",
    "AT-04",
    "AT-13",
    takes="^who:people! kind:choice(absence|lateness|part|early) sub:choice(none)",
    text="may",
    form="cause",
)
def _apologies(context: Context) -> Events:
    kind, substitute = cast(Any, context.one("kind") or "absence"), cast(Any, context.one("sub"))
    for person in suspended(context.meeting).intersection(context.many("who")):
        name = brief_name(context.meeting, person)
        raise Unclear(f"{name} is suspended: that is no apology, and the minutes say it without one.")
    return tuple(
        context.event(ApologyReceived, person=person, kind=kind, text=context.text, substitute=substitute, item=None)
        for person in context.many("who")
    )


@line_again.register(ApologyReceived)
def _apologies_again(event: ApologyReceived, meeting: Meeting, id_: str) -> Line:
    options = given(kind="" if event.kind == "absence" else event.kind, sub=event.substitute)
    return Line("apologies", (event.person,), options, event.text)


@verb(
    "sub",
    ":sub maple for=hazel",
    "A substitute takes a seat (notice=17:00: when notice of it came).",
    "AT-02",
    "AT-09",
    takes="^who:person! for:person! notice:hour",
)
def _sub(context: Context) -> Events:
    person = context.one("who")
    seat = context.scope.seat_of(context.one("for")).id
    events: Events = (
        context.event(Substituted, person=person, seat=seat, notified=context.moment("notice"), item=None),
    )
    if context.there.roll_called and person not in context.there.in_room:
        events += (context.event(Arrived, person=person),)
    return events


@line_again.register(Substituted)
def _sub_again(event: Substituted, meeting: Meeting, id_: str) -> Line:
    holder = meeting.seats[event.seat].holder if event.seat in meeting.seats else ""
    notice = f"{event.notified:%H:%M}" if event.notified else ""
    return Line("sub", (event.person,), given(**{"for": holder or event.person, "notice": notice}))


@verb("unsub", ":unsub hazel", "A substitute gives the seat back.", "AT-09", takes="^who:person!")
def _unsub(context: Context) -> Events:
    person = context.one("who")
    held = next((s for s in context.there.substitutions if s.person == person and not s.ended), None)
    seat = held.seat if held else context.scope.seat_of(person).id
    return (context.event(SubstitutionEnded, seat=seat, item=None),)


@line_again.register(SubstitutionEnded)
def _unsub_again(event: SubstitutionEnded, meeting: Meeting, id_: str) -> Line | None:
    there = before(meeting, id_)
    sat = next((s.person for s in there.substitutions if s.seat == event.seat and not s.ended), None)
    return Line("unsub", (sat,)) if sat else None


def _away(context: Context) -> Container[str]:
    return context.meeting.people.keys() - context.there.in_room


def _here(context: Context) -> Container[str]:
    return context.there.in_room


@verb(
    "in",
    ":in oak",
    "Someone comes in, or comes back (remote=yes: over a link; who was on one before is again, if not remote=no).",
    "AT-07",
    takes="^who:people! remote:flag",
    among=_away,
)
def _in(context: Context) -> Events:
    there, said = context.there, context.value("remote")
    return tuple(
        context.event(
            Arrived,
            person=person,
            remote=said is True or (said is None and person in there.remote - there.in_room),
            # Whoever lost a connection is taken to be on it again without a word.
            in_room=said is False and person in there.cut_off & there.remote,
        )
        for person in context.many("who")
    )


@line_again.register(Arrived)
def _in_again(event: Arrived, meeting: Meeting, id_: str) -> Line:
    there = before(meeting, id_)
    was = event.person in there.remote and not event.remote
    return Line("in", (event.person,), given(remote="no" if was or event.in_room else yes(event.remote)))


@verb(
    "out",
    ":out ash",
    "Someone goes out (interest=yes: for a declared interest; connection=yes: it was lost).",
    "AT-08",
    "AT-10",
    "DE-05",
    takes="^who:people! interest:flag connection:flag",
    text="may",
    form="cause",
    among=_here,
)
def _out(context: Context) -> Events:
    interest, lost = context.flag("interest"), context.flag("connection")
    return tuple(
        context.event(Left, person=person, interest=interest, reason=context.text, connection=lost)
        for person in context.many("who")
    )


@line_again.register(Left)
def _out_again(event: Left, meeting: Meeting, id_: str) -> Line:
    options = given(interest=yes(event.interest), connection=yes(event.connection))
    return Line("out", (event.person,), options, event.reason)


EXTENTS = {"": "", "meeting": "meeting", "item": "item", "now": "for now"}


@verb(
    "preside",
    ":preside birch for=item -- as the Chairman was late",
    "Someone takes the chair (for=meeting: throughout; for=item: for this item only; for=now: until someone comes; "
    "elected=yes: by those present).",
    "CH-01",
    "CH-02",
    "CH-03",
    takes="^who:person! for:choice(meeting|item|now) elected:flag",
    text="may",
    form="cause",
)
def _preside(context: Context) -> Events:
    person = context.one("who")
    elected = context.flag("elected") or elected_to_preside(context.there, person)
    extent = EXTENTS[context.one("for")]
    return (context.event(Presided, person=person, reason=context.text, extent=extent, elected=elected),)


@line_again.register(Presided)
def _preside_again(event: Presided, meeting: Meeting, id_: str) -> Line:
    options = {"for": event.extent.removeprefix("for "), "elected": yes(event.elected)}
    return Line("preside", (event.person,), given(**options), event.reason)
