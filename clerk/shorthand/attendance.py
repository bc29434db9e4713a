"""Verbs for the room: roll, apologies, substitutes, in and out, the chair, declarations."""

from datetime import date, datetime
from typing import Any, cast, get_args

from msgspec.structs import replace

from clerk.events import (
    AnyEvent,
    ApologyReceived,
    Arrived,
    Declared,
    Left,
    PersonMet,
    Presided,
    RollCalled,
    SeatChanged,
    Substituted,
    SubstitutionEnded,
)
from clerk.events.interests import InterestEffect, InterestKind
from clerk.meeting.attendance import expected
from clerk.meeting.state import Meeting
from clerk.names import Unclear, plain
from clerk.people import Person
from clerk.shorthand.context import Context
from clerk.shorthand.table import ANY, verb
from clerk.times import read_time

Events = tuple[AnyEvent, ...]


@verb(
    "present",
    ":present rest",
    "Calls the roll: these are present, or all without an apology (remote=: of them over a link).",
    "FM-02",
    words=1,
    options="out remote",
)
def _present(context: Context) -> Events:
    typed = context.operand(0, "names, or “rest”")
    present = expected(context.there) if typed in ("rest", "all") else context.people(typed)
    if but := context.line.options.get("out"):
        absent = context.people(but)
        present = tuple(person for person in present if person not in absent)
    linked = context.line.options.get("remote")
    remote = context.people(linked) if linked else ()
    return (context.event(RollCalled, present=present, remote=remote, item=None),)


@verb(
    "apologies",
    ":apologies elm,hazel",
    "Apologies came from these (kind=lateness, kind=part; sub=none: there was no substitute).",
    "AT-01",
    "AT-03",
    "AT-04",
    "AT-13",
    words=1,
    options="kind sub",
    text=True,
)
def _apologies(context: Context) -> Events:
    kind = cast(Any, context.option("kind", ("absence", "lateness", "part"), "absence"))
    people = context.people(context.operand(0, "names"))
    substitute = cast(Any, context.option("sub", ("", "none"), ""))
    return tuple(
        context.event(
            ApologyReceived, person=person, kind=kind, text=context.line.text, substitute=substitute, item=None
        )
        for person in people
    )


@verb(
    "sub",
    ":sub maple for=hazel",
    "A substitute takes a seat (notice=17:00: when notice of it came).",
    "AT-02",
    "AT-09",
    words=1,
    options="for notice",
)
def _sub(context: Context) -> Events:
    person = context.person(context.operand(0, "the substitute's name"))
    absent = context.line.options.get("for", "")
    if not absent:
        raise Unclear("“:sub” needs for=NAME: whose seat is it?")
    seat = context.seat_of(context.person(absent).id)
    notified = _notified(context)
    events: Events = (context.event(Substituted, person=person.id, seat=seat.id, notified=notified, item=None),)
    if context.there.roll_called and person.id not in context.there.in_room:
        events += (context.event(Arrived, person=person.id),)
    return events


def _notified(context: Context) -> datetime | None:
    typed, setup = context.line.options.get("notice"), context.meeting.setup
    if not typed or setup is None:
        return None
    try:
        return datetime.combine(setup.date, read_time(typed))
    except ValueError as error:
        raise Unclear(str(error)) from None


@verb("unsub", ":unsub hazel", "A substitute gives the seat back.", "AT-09", words=1)
def _unsub(context: Context) -> Events:
    person = context.person(context.operand(0, "whose seat it is")).id
    held = next((s for s in context.there.substitutions if s.person == person and not s.ended), None)
    seat = held.seat if held else context.seat_of(person).id
    return (context.event(SubstitutionEnded, seat=seat, item=None),)


@verb(
    "in",
    ":in oak",
    "Someone comes in, or comes back (remote=yes: over a link).",
    "AT-07",
    words=1,
    options="remote",
)
def _in(context: Context) -> Events:
    remote = context.option("remote", ("yes", "no"), "no") == "yes"
    away = context.meeting.people.keys() - context.there.in_room
    people = context.people(context.operand(0, "a name"), away)
    return tuple(context.event(Arrived, person=p, remote=remote) for p in people)


@verb(
    "out",
    ":out ash",
    "Someone goes out (interest=yes: for a declared interest; connection=yes: it was lost).",
    "AT-08",
    "AT-10",
    "DE-05",
    words=1,
    options="interest connection",
    text=True,
)
def _out(context: Context) -> Events:
    interest = context.option("interest", ("yes", "no"), "no") == "yes"
    people = context.people(context.operand(0, "a name"), context.there.in_room)
    lost = context.option("connection", ("yes", "no"), "no") == "yes"
    return tuple(
        context.event(Left, person=p, interest=interest, reason=context.line.text, connection=lost) for p in people
    )


EXTENTS = ("", "meeting", "item", "for now")


@verb(
    "preside",
    ":preside birch for=item -- as the Chairman was late",
    "Someone takes the chair (for=meeting: throughout; for=item: for this item only; for=now: until someone comes; "
    "elected=yes: by those present).",
    "CH-01",
    "CH-02",
    "CH-03",
    words=1,
    options="for elected",
    text=True,
)
def _preside(context: Context) -> Events:
    person = context.person(context.operand(0, "a name"))
    typed = context.line.options.get("for", "").lower()
    extent = "for now" if typed == "now" else context.option("for", EXTENTS, "")
    elected = context.option("elected", ("yes", "no"), "no") == "yes"
    facts: dict[str, Any] = {"extent": extent, "elected": elected}
    return (context.event(Presided, person=person.id, reason=context.line.text, **facts),)


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
    words=ANY,
    options="kind effect told by scope ref since until registered sensitive",
    text=True,
)
def _declare(context: Context) -> Events:
    typed = context.operand(0, "names")
    everyone = tuple(person for _, person in context.there.acting)
    members = everyone if typed.lower() in ("all", "everyone") else context.people(typed)
    if not members:
        raise Unclear("Nobody acts on this body yet, so nobody can declare an interest.")
    told = context.line.options.get("told", "")
    numbers = context.line.operands[1:]
    items = tuple(dict.fromkeys(item for typed in numbers for item in context.items(typed)))
    kind = cast(Any, context.option("kind", KINDS, "non-pecuniary"))
    if not items and kind not in ("arrears", "blanket"):
        raise Unclear("“:declare” needs the items: :declare ash 8+9 -- the reason.")
    return (
        context.event(
            Declared,
            members=members,
            items=items,
            kind=kind,
            effect=cast(Any, context.option("effect", ("", *EFFECTS), "")),
            reason=context.line.text.rstrip("."),
            reference=context.line.options.get("ref", ""),
            since=context.day("since"),
            until=context.day("until"),
            registered=cast(Any, context.option("registered", ("", "yes", "no"), "")),
            sensitive=context.option("sensitive", ("yes", "no"), "no") == "yes",
            spoken_by=context.person(told).id if told else "",
            granted_by=context.line.options.get("by", ""),
            dispensed=cast(Any, context.option("scope", ("both", "speak", "vote"), "both")),
        ),
    )


@verb(
    "person",
    ':person reed title=Ms name="Jo Reed" post="Head of Libraries"',
    "Makes someone known: an officer, speaker (kind=speaker), other councillor (kind=councillor) or partner.",
    "FM-04",
    words=1,
    options="name kind title post org group possessive voting scope category",
)
def _person(context: Context) -> Events:
    id_ = plain(context.operand(0, "a short name to call the person by")).replace(" ", "-")
    options = context.line.options
    kinds = ("member", "co-optee", "councillor", "officer", "speaker", "partner")
    known = context.meeting.people.get(id_)
    if known is None and not options.get("name") and not options.get("post"):
        raise Unclear('“:person” needs name="…" or post="…".')
    if known is not None and "kind" not in options and options.get("name", known.name) != known.name:
        raise Unclear(f"“{id_}” is {known.formal}. Choose another short name; or to put that name right, add kind=.")
    # Someone already known is put right in what the line speaks of.
    old = known or Person(id_, "", "officer")
    person = Person(
        id_,
        options.get("name", old.name),
        cast(Any, context.option("kind", kinds, old.kind)),
        title=options.get("title", old.title),
        post=options.get("post", old.post),
        organisation=options.get("org", old.organisation),
        group=options.get("group", old.group),
        possessive=options.get("possessive", old.possessive),
        voting=context.option("voting", ("yes", "no"), "yes" if old.voting else "no") == "yes",
        scope=options.get("scope", old.scope),
        category=options.get("category", old.category),
        office_ended=old.office_ended,
    )
    return (context.event(PersonMet, person=person, item=None),)


@verb(
    "seat",
    ":seat elm for=ash",
    "A member replaces another in a seat; office=chair, office=vice-chair.",
    "FM-12",
    words=1,
    options="for office",
)
def _seat(context: Context) -> Events:
    person = context.person(context.operand(0, "a name"))
    out = context.line.options.get("for")
    seat = context.seat_of(context.person(out).id if out else person.id)
    office = cast(Any, context.option("office", ("none", "chair", "vice-chair"), seat.office or "none"))
    return (
        context.event(
            SeatChanged,
            seat=replace(seat, holder=person.id, office="" if office == "none" else office),
            was=seat.holder or "" if seat.holder != person.id else "",
        ),
    )


def day_of(meeting: Meeting) -> date | None:
    """The date of the meeting, where it is set up."""
    return meeting.setup.date if meeting.setup else None
