"""Verbs for what the papers hold: people, seats and items, added or put right on the night."""

from typing import Any, cast

from msgspec.structs import replace

from clerk.agenda import DETAILS, Item, as_called, kind_of
from clerk.events import AnyEvent, Convened, ItemAdded, ItemChanged, PersonMet, SeatChanged
from clerk.facts import choice_of
from clerk.meeting.fold import before
from clerk.meeting.state import Meeting
from clerk.names import Unclear, plain
from clerk.people import Person
from clerk.shorthand.again import given, line_again, numbered, yes
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "person",
    ':person reed title=Ms name="Jo Reed" post="Head of Libraries"',
    "Makes someone known: an officer, speaker (kind=speaker), other councillor (kind=councillor) or partner.",
    "FM-04",
    takes="^id:words! name:words kind:choice(member|co-optee|councillor|officer|speaker|partner) title:words "
    "post:words org:words group:words possessive:words voting:flag scope:words category:words ward:words",
)
def _person(context: Context) -> Events:
    typed = context.one("id")
    id_ = typed if typed in context.meeting.people else plain(typed).replace(" ", "-")
    name, post, kind = context.one("name"), context.one("post"), context.one("kind")
    known = context.meeting.people.get(id_)
    if known is None and not name and not post:
        raise Unclear('A person is known by a name or a post: name="…" or post="…".')
    if known is not None and not kind and (name or known.name) != known.name:
        raise Unclear(f"“{id_}” is {known.formal}. Choose another short name; or to put that name right, add kind=.")
    # Someone already known is put right in what the line speaks of.
    old = known or Person(id_, "", "officer")
    voting = context.value("voting")
    person = replace(
        old,
        name=name or old.name,
        kind=cast(Any, kind or old.kind),
        title=context.one("title") or old.title,
        post=post or old.post,
        organisation=context.one("org") or old.organisation,
        group=context.one("group") or old.group,
        possessive=context.one("possessive") or old.possessive,
        voting=old.voting if voting is None else voting is True,
        scope=context.one("scope") or old.scope,
        category=context.one("category") or old.category,
        apart="",
        ward=context.one("ward") or old.ward,
    )
    return (context.event(PersonMet, person=person, item=None),)


@line_again.register(PersonMet)
def _person_again(event: PersonMet, meeting: Meeting, id_: str) -> Line:
    person = event.person
    voting = "" if person.voting else "no"
    known = {"name": person.name, "kind": person.kind, "title": person.title, "post": person.post}
    said = given(**known, org=person.organisation, group=person.group, possessive=person.possessive, voting=voting)
    return Line("person", (person.id,), said | given(scope=person.scope, category=person.category, ward=person.ward))


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


@line_again.register(SeatChanged)
def _seat_again(event: SeatChanged, meeting: Meeting, id_: str) -> Line | None:
    """None for a seat without a holder, or one that was added with the roll."""
    was = before(meeting, id_).seats.get(event.seat.id)
    if event.seat.holder is None or was is None or was.holder is None:
        return None
    return Line("seat", (event.seat.holder,), {"for": was.holder, "office": event.seat.office or "none"})


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
    own = context.old.new.id if isinstance(context.old, ItemAdded) else ""
    if any(item.called == as_called(number) for item in context.meeting.items.values() if item.id != own):
        raise Unclear(f"There is an item {number} already. Its title can be changed with :retitle.")
    urgent, case, under = context.flag("urgent"), context.one("case"), context.one("under")
    new = Item(
        own or _free_item_id(context),
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
    own = context.old.new.id if isinstance(context.old, ItemAdded) else ""
    new = Item(own or _free_item_id(context), "", context.text, "heading")
    return (context.event(ItemAdded, new=new, item=None, **_spot(context)),)


@line_again.register(ItemAdded)
def _item_again(event: ItemAdded, meeting: Meeting, id_: str) -> Line:
    new = event.new
    spot = {
        "after": numbered(meeting, (event.follows,)) if event.follows else "",
        "before": numbered(meeting, (event.precedes,)) if event.precedes else "",
    }
    if new.kind == "heading":
        return Line("heading", (), given(**spot), new.title)
    said = given(title=new.title, urgent=yes(new.urgent), exempt=yes(new.exempt), of=new.report_of)
    under = numbered(meeting, (new.parent,)) if new.parent else ""
    return Line(
        "item",
        (new.number,),
        given(**spot) | said | given(under=under, case=new.case, ward=new.ward),
        new.recommendations,
    )


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
    was = context.the_item()
    if (now := replace(was, title=context.text)) == was:
        raise Unclear(f"The record says already that of item {was.number or was.title}: there is nothing to change.")
    return (context.event(ItemChanged, now=now, item=None),)


@verb(
    "detail",
    ":detail 8 decision",
    "How much of an item is minuted: decision, reasons or debate.",
    "N9",
    takes=f"^items:item! ^how:{choice_of(DETAILS)}!",
)
def _detail(context: Context) -> Events:
    # Said of one that is minuted so already, it is chosen, whatever the style's own detail is.
    now = replace(context.the_item(), detail=cast(Any, context.one("how")))
    return (context.event(ItemChanged, now=now, item=None),)


@line_again.register(ItemChanged)
def _changed_again(event: ItemChanged, meeting: Meeting, id_: str) -> Line | None:
    """By what it changed: the title, how much is minuted, or its particulars."""
    now, was = event.now, _before_change(meeting, id_, event.now.id)
    if was is None:
        return None
    called = (numbered(meeting, (now.id,)),)
    if now.title != was.title:
        return Line("retitle", called, {}, now.title)
    if now.detail != was.detail and now.detail:
        return Line("detail", (*called, now.detail))
    said = {
        name: "yes" if getattr(now, attribute) else "no"
        for name, attribute in _MARKS.items()
        if getattr(now, attribute) != getattr(was, attribute)
    }
    facts = {"subject": now.subject, "by": now.raised_by, "agreed": now.urgent_agreed, "majority": now.majority}
    days = {"published": now.published, "received": now.received}
    said |= given(**facts, **{name: day.isoformat() if day else "" for name, day in days.items()})
    return Line("mark", called, said, now.urgent_reason)


def _before_change(meeting: Meeting, id_: str, item: str) -> Item | None:
    """An item as it was before it was changed by an event: what is on the papers is known throughout."""
    known: Item | None = None
    for placed in meeting.events:
        if placed.id == id_:
            break
        event = placed.event
        if isinstance(event, Convened):
            known = next((one for one in event.items if one.id == item), known)
        elif isinstance(event, ItemAdded) and event.new.id == item:
            known = event.new
        elif isinstance(event, ItemChanged) and event.now.id == item:
            known = event.now
    return known


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
    if (context.text or context.one("agreed")) and not (now.urgent or item.kind == "urgent"):
        raise Unclear(
            f"Words and agreed= say why item {item.number} is urgent and who agreed to it; it is not marked urgent. "
            f"Add urgent=yes, or leave them out."
        )
    if now == item and context.old is None:
        raise Unclear(f"“:mark” changes nothing of item {item.number}. Say what: :mark {item.number} money=yes.")
    return (context.event(ItemChanged, now=now, item=None),)
