"""Verbs for what the papers hold: people, seats and items, added or put right on the night."""

from typing import Any, cast

from msgspec.structs import replace

from clerk.agenda import DETAILS, Item, as_called, kind_of
from clerk.events import AnyEvent, ItemAdded, ItemChanged, PersonMet, SeatChanged
from clerk.facts import choice_of
from clerk.names import Unclear, plain
from clerk.people import Person
from clerk.shorthand.context import Context
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "person",
    ':person reed title=Ms name="Jo Reed" post="Head of Libraries"',
    "Makes someone known: an officer, speaker (kind=speaker), other councillor (kind=councillor) or partner.",
    "FM-04",
    takes="^id:words! name:words kind:choice(member|co-optee|councillor|officer|speaker|partner) title:words "
    "post:words org:words group:words possessive:words voting:flag scope:words category:words",
)
def _person(context: Context) -> Events:
    id_ = plain(context.one("id")).replace(" ", "-")
    name, post, kind = context.one("name"), context.one("post"), context.one("kind")
    known = context.meeting.people.get(id_)
    if known is None and not name and not post:
        raise Unclear('“:person” needs name="…" or post="…".')
    if known is not None and not kind and (name or known.name) != known.name:
        raise Unclear(f"“{id_}” is {known.formal}. Choose another short name; or to put that name right, add kind=.")
    # Someone already known is put right in what the line speaks of.
    old = known or Person(id_, "", "officer")
    voting = context.value("voting")
    person = Person(
        id_,
        name or old.name,
        cast(Any, kind or old.kind),
        title=context.one("title") or old.title,
        post=post or old.post,
        organisation=context.one("org") or old.organisation,
        group=context.one("group") or old.group,
        possessive=context.one("possessive") or old.possessive,
        voting=old.voting if voting is None else voting is True,
        scope=context.one("scope") or old.scope,
        category=context.one("category") or old.category,
        office_ended=old.office_ended,
    )
    return (context.event(PersonMet, person=person, item=None),)


@verb(
    "seat",
    ":seat elm for=ash",
    "A member replaces another in a seat; office=chair, office=vice-chair.",
    "FM-12",
    takes="^who:person! for:person office:choice(none|chair|vice-chair)",
)
def _seat(context: Context) -> Events:
    person = context.one("who")
    seat = context.scope.seat_of(context.one("for") or person)
    office = cast(Any, context.one("office") or seat.office or "none")
    return (
        context.event(
            SeatChanged,
            seat=replace(seat, holder=person, office="" if office == "none" else office),
            was=seat.holder or "" if seat.holder != person else "",
        ),
    )


@verb(
    "item",
    ':item 13 after=12 title="TITLE" urgent=yes -- RECOMMENDATIONS',
    "Adds an item to the agenda (after=, before=; under=8: a part of item 8; an application has case= or ward=).",
    "UR-02",
    "FM-09",
    "PL-01",
    takes="^number:words! after:item before:item title:words! urgent:flag exempt:flag of:words "
    "under:item case:words ward:words",
    text="may",
)
def _item(context: Context) -> Events:
    number, title = context.one("number"), context.one("title")
    if any(item.called == as_called(number) for item in context.meeting.items.values()):
        raise Unclear(f"There is an item {number} already. Its title can be changed with :retitle.")
    urgent, case, under = context.flag("urgent"), context.one("case"), context.one("under")
    new = Item(
        _free_item_id(context),
        number,
        title,
        "application" if case or context.one("ward") else "report" if urgent else kind_of(title),
        report_of=context.one("of"),
        recommendations=context.text,
        urgent=urgent,
        exempt=context.flag("exempt"),
        parent=under,
        case=case,
        ward=context.one("ward"),
    )
    return (context.event(ItemAdded, new=new, item=None, **_spot(context, under)),)


@verb(
    "heading",
    ":heading after=2 -- TITLE",
    "Adds a heading without a number, that is taken by its title (before=; after=0: at the head).",
    "FM-08",
    takes="after:item before:item",
    text="must",
)
def _heading(context: Context) -> Events:
    new = Item(_free_item_id(context), "", context.text, "heading")
    return (context.event(ItemAdded, new=new, item=None, **_spot(context)),)


def _spot(context: Context, under: str = "") -> dict[str, str | None]:
    """Where on the agenda something new stands: after or before an item, at the head, else after the one in hand."""
    after, before = context.one("after"), context.one("before")
    if after and before:
        raise Unclear("It stands after one item or before one: leave out after= or before=.")
    if after == "0":
        before = next(iter(context.meeting.agenda), "")
    if before:
        return {"precedes": before}
    return {"follows": after or under or context.item}


@verb("retitle", ":retitle 8 -- TITLE", "Puts an item's title right.", "FM-06", takes="^items:item!", text="must")
def _retitle(context: Context) -> Events:
    return (context.event(ItemChanged, now=replace(context.the_item(), title=context.text), item=None),)


@verb(
    "detail",
    ":detail 8 decision",
    "How much of an item is minuted: decision, reasons or debate.",
    "N9",
    takes=f"^items:item! ^how:{choice_of(DETAILS)}!",
)
def _detail(context: Context) -> Events:
    now = replace(context.the_item(), detail=cast(Any, context.one("how")))
    return (context.event(ItemChanged, now=now, item=None),)


def _free_item_id(context: Context) -> str:
    used = {e.new.id for entry in context.meeting.entries for e in entry.events if isinstance(e, ItemAdded)}
    used |= set(context.meeting.items)
    return next(f"x{n}" for n in range(1, len(used) + 2) if f"x{n}" not in used)


_MARKS = {"money": "money_106", "budget": "budget", "confidential": "confidential", "urgent": "urgent"}


@verb(
    "mark",
    ":mark 8 money=yes · :mark 13 urgent=yes agreed=chair -- REASON",
    "An item's particulars: money (council tax), budget, confidential or urgent (yes, no); subject=, published=, "
    "received=, by=; majority=s.249: the enactment that wants more than a simple one; the reason of urgency after --.",
    "UR-02",
    takes="^items:item! money:flag budget:flag confidential:flag urgent:flag agreed:person subject:words "
    "published:date received:date by:person majority:words",
    text="may",
)
def _mark(context: Context) -> Events:
    item = context.the_item()
    said: dict[str, Any] = {
        attribute: context.flag(name) for name, attribute in _MARKS.items() if name in context.gesture.options
    }
    known = [majority.name for majority in context.meeting.profile.vote_majorities]
    if (majority := context.one("majority")) and majority not in (*known, "none"):
        raise Unclear(f"“majority={majority}” is no enactment of this profile. It has {', '.join(known)}.")
    now = replace(
        item,
        **said,
        majority="" if majority == "none" else majority or item.majority,
        subject=context.one("subject") or item.subject,
        published=context.day("published") or item.published,
        received=context.day("received") or item.received,
        raised_by=context.one("by") or item.raised_by,
        urgent_agreed=context.one("agreed") or item.urgent_agreed,
        urgent_reason=context.text or item.urgent_reason,
    )
    if now == item:
        raise Unclear(f"“:mark” changes nothing of item {item.number}. Say what: :mark {item.number} money=yes.")
    return (context.event(ItemChanged, now=now, item=None),)
