"""Verbs for the room: roll, apologies, substitutes, in and out, the chair, declarations."""

from datetime import date
from typing import Any, cast

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
from clerk.meeting import Meeting
from clerk.names import Unclear, plain
from clerk.people import Person
from clerk.verbs.context import Context
from clerk.verbs.table import ANY, verb

Events = tuple[AnyEvent, ...]


def expected(meeting: Meeting) -> tuple[str, ...]:
    """Who the roll should find: everyone acting, less those whose apology for absence came and who have not come."""
    return tuple(
        person
        for _, person in meeting.acting
        if person in meeting.in_room or person not in meeting.apologies or meeting.apologies[person].kind != "absence"
    )


@verb(
    "present",
    ":present rest",
    "Calls the roll: these are present, or all without an apology.",
    "FM-02",
    words=1,
    options="out",
)
def _present(context: Context) -> Events:
    typed = context.operand(0, "names, or “rest”")
    present = expected(context.there) if typed in ("rest", "all") else context.people(typed)
    if but := context.line.options.get("out"):
        absent = context.people(but)
        present = tuple(person for person in present if person not in absent)
    return (context.event(RollCalled, present=present, item=None),)


@verb(
    "apologies",
    ":apologies elm,hazel",
    "Apologies came from these (kind=lateness, kind=part).",
    "AT-01",
    "AT-04",
    words=1,
    options="kind",
    text=True,
)
def _apologies(context: Context) -> Events:
    kind = cast(Any, context.option("kind", ("absence", "lateness", "part"), "absence"))
    people = context.people(context.operand(0, "names"))
    return tuple(
        context.event(ApologyReceived, person=person, kind=kind, text=context.line.text, item=None) for person in people
    )


@verb("sub", ":sub maple for=hazel", "A substitute takes a seat.", "AT-02", "AT-09", words=1, options="for")
def _sub(context: Context) -> Events:
    person = context.person(context.operand(0, "the substitute's name"))
    absent = context.line.options.get("for", "")
    if not absent:
        raise Unclear("“:sub” needs for=NAME: whose seat is it?")
    seat = context.seat_of(context.person(absent).id)
    events: Events = (context.event(Substituted, person=person.id, seat=seat.id, item=None),)
    if context.there.roll_called and person.id not in context.there.in_room:
        events += (context.event(Arrived, person=person.id),)
    return events


@verb("unsub", ":unsub hazel", "A substitute gives the seat back.", "AT-09", words=1)
def _unsub(context: Context) -> Events:
    person = context.person(context.operand(0, "whose seat it is")).id
    held = next((s for s in context.there.substitutions if s.person == person and not s.ended), None)
    seat = held.seat if held else context.seat_of(person).id
    return (context.event(SubstitutionEnded, seat=seat, item=None),)


@verb("in", ":in oak", "Someone comes in, or comes back.", "AT-07", words=1)
def _in(context: Context) -> Events:
    return tuple(context.event(Arrived, person=p) for p in context.people(context.operand(0, "a name")))


@verb(
    "out",
    ":out ash",
    "Someone goes out (interest=yes: for a declared interest).",
    "AT-08",
    "DE-05",
    words=1,
    options="interest",
    text=True,
)
def _out(context: Context) -> Events:
    interest = context.option("interest", ("yes", "no"), "no") == "yes"
    people = context.people(context.operand(0, "a name"))
    return tuple(context.event(Left, person=p, interest=interest, reason=context.line.text) for p in people)


@verb("preside", ":preside birch", "Someone takes the chair.", "CH-01", "CH-02", "CH-03", "CH-04", words=1, text=True)
def _preside(context: Context) -> Events:
    person = context.person(context.operand(0, "a name"))
    return (context.event(Presided, person=person.id, reason=context.line.text),)


KINDS = ("non-pecuniary", "dpi", "pecuniary", "other", "personal", "predetermination", "blanket")
EFFECTS = ("stayed", "left", "no vote", "dispensation")


@verb(
    "declare",
    ":declare ash,birch 8+9 kind=dpi effect=left -- REASON",
    "Members declare an interest; kinds: " + ", ".join(KINDS) + "; effects: " + ", ".join(EFFECTS) + ".",
    "DE-02",
    "DE-04",
    "DE-05",
    "DE-06",
    "DE-07",
    words=ANY,
    options="kind effect",
    text=True,
)
def _declare(context: Context) -> Events:
    members = context.people(context.operand(0, "names"))
    numbers = context.line.operands[1:]
    items = tuple(dict.fromkeys(item for typed in numbers for item in context.items(typed)))
    if not items:
        raise Unclear("“:declare” needs the items: :declare ash 8+9 -- the reason.")
    return (
        context.event(
            Declared,
            members=members,
            items=items,
            kind=cast(Any, context.option("kind", KINDS, "non-pecuniary")),
            effect=cast(Any, context.option("effect", ("", *EFFECTS), "")),
            reason=context.line.text.rstrip("."),
        ),
    )


@verb(
    "person",
    ':person reed title=Ms name="Jo Reed" post="Head of Libraries"',
    "Makes someone known: an officer, speaker (kind=speaker), other councillor (kind=councillor) or partner.",
    "FM-04",
    words=1,
    options="name kind title post org group possessive voting",
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
    from msgspec.structs import replace

    person = context.person(context.operand(0, "a name"))
    out = context.line.options.get("for")
    seat = context.seat_of(context.person(out).id if out else person.id)
    office = cast(Any, context.option("office", ("none", "chair", "vice-chair"), seat.office or "none"))
    return (
        context.event(SeatChanged, seat=replace(seat, holder=person.id, office="" if office == "none" else office)),
    )


def day_of(meeting: Meeting) -> date | None:
    """The date of the meeting, where it is set up."""
    return meeting.setup.date if meeting.setup else None
