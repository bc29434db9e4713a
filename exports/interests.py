"""What the minutes say of interests declared: as prose or as a table, from the same facts (DE-02 to DE-15)."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.events import Declared, ItemTaken
from clerk.meeting.record import Placed
from exports.blocks import AnyBlock, Span
from exports.style import capital
from exports.writer import Writer, table

_KINDS = {
    "non-pecuniary": "a non-pecuniary",
    "dpi": "a disclosable pecuniary",
    "pecuniary": "a pecuniary",
    "other": "an",
    "personal": "a personal",
    "personal and prejudicial": "a personal and prejudicial",
    "non-disclosable pecuniary": "a non-disclosable pecuniary",
    "declarable": "a declarable",
}
_OF_KIND = {"other": " of another kind"}
_EFFECTS = {"stayed": "DE-04", "left": "DE-05", "no vote": "DE-07", "dispensation": "DE-06"}
_PECUNIARY = ("dpi", "pecuniary", "non-disclosable pecuniary")


def declared(writer: Writer, placed: Placed, event: Declared) -> list[AnyBlock]:
    """The declaration, and its effect in the same paragraph where it is known (DE-04 to DE-07)."""
    people = _people(writer, event)
    if not people:
        return []
    during = _during(writer, placed)
    leads = not during and not event.spoken_by and event.kind != "open mind"
    facts = {
        "people": [capital(people[0]), *people[1:]] if leads else people,
        "count": len(event.members),
        "kind": _KINDS.get(event.kind, "an"),
        "of_kind": _OF_KIND.get(event.kind, ""),
        "items": writer.item_numbers(event.items),
        "reason": event.reason,
        "during": during,
        "by": capital(writer.person(event.spoken_by).formal) if event.spoken_by else "",
    }
    if event.kind == "blanket":
        # A blanket note is of everyone; whom it names and why is the whole of it.
        text = f"{event.reason or 'many Members had such an interest'}"
        return [writer.prose("DE-11.note", [placed], text=text)]
    block = writer.prose(_key(event), [placed], **facts)
    if effect := _effect(writer, event, people):
        return [writer.joined(block, effect)]
    return [block]


def _key(event: Declared) -> str:
    if event.sensitive:
        return "DE-02.sensitive"
    own = {"open mind": "DE-08", "predetermination": "DE-08.predetermined", "arrears": "DE-02.arrears"}
    if event.kind in own:
        return own[event.kind]
    if event.spoken_by:
        return "DE-10"
    return "DE-15" if event.kind in _PECUNIARY and not event.effect else "DE-02"


def _people(writer: Writer, event: Declared) -> list[str]:
    """Who declared; every member of the body at once is "all Members" (DE-10)."""
    acting = {person for _, person in writer.meeting.acting}
    if len(acting) > 2 and set(event.members) >= acting:
        return [writer.style.text("DE-10.all")]
    return writer.formal(event.members)


def _during(writer: Writer, placed: Placed) -> str:
    """DE-09, for one made once the items after the declarations had been reached."""
    item = declarations_item(writer)
    taken = [p.event.taken for p in writer.before(placed) if isinstance(p.event, ItemTaken)]
    late = item in taken and bool(taken) and taken[-1] != item
    return writer.style.text("DE-09") + " " if late else ""


def _effect(writer: Writer, event: Declared, people: Sequence[str]) -> tuple[Span, ...]:
    if event.effect not in _EFFECTS:
        return ()
    facts = {"people": [capital(people[0]), *people[1:]], "items": len(event.items), "by": event.granted_by}
    if event.effect == "dispensation":
        facts |= {"people": list(people), "scope": event.dispensed}
    return writer.style.render(_EFFECTS[event.effect], **{**writer.common, **facts})


def declared_before(writer: Writer, item: str) -> list[AnyBlock]:
    """The interests that were declared in an item elsewhere, for one that is read alone; each with its effect."""
    blocks: list[AnyBlock] = []
    for placed in writer.meeting.events:
        event = placed.event
        hidden = not writer.exempt and placed.id in writer.meeting.private
        if not isinstance(event, Declared) or item not in event.items or event.kind in _NO_INTEREST or hidden:
            continue
        people = _people(writer, event)
        if not people:
            continue
        first = [capital(people[0]), *people[1:]]
        reason = "" if event.sensitive else event.reason
        facts = {"people": first, "count": len(event.members), "kind": _KINDS.get(event.kind, "an"), "reason": reason}
        facts["of_kind"] = _OF_KIND.get(event.kind, "")
        block = writer.prose(_key_alone(event), [placed], **facts)
        effect = _effect(writer, replace(event, items=(item,)), people)
        blocks.append(writer.joined(block, effect) if effect else block)
    return blocks


_NO_INTEREST = ("blanket", "open mind")
"""What is declared of no interest of anyone's own."""


def _key_alone(event: Declared) -> str:
    if event.sensitive:
        return "DE-02.alone.sensitive"
    own = {"predetermination": "DE-08.alone", "arrears": "DE-02.alone.arrears"}
    return own.get(event.kind, "DE-02.alone")


def declared_together(writer: Writer, events: Sequence[Placed]) -> list[AnyBlock]:
    """DE-03: the declarations of an item as one table."""
    rows = []
    for placed in events:
        event = placed.event
        assert isinstance(event, Declared)
        people = _people(writer, event)
        kind = _KINDS.get(event.kind, "").split(" ", 1)[-1] or event.kind
        interest = capital(kind + (f": {event.reason}" if event.reason and not event.sensitive else ""))
        effect = writer.style.text(f"{_EFFECTS.get(event.effect, 'DE-15')}.short", scope=event.dispensed)
        items = ", ".join(writer.numbers.get(item, "") for item in event.items)
        rows.append(["\n".join(capital(name) for name in people), items, interest, effect])
    text = writer.style.text
    members = {person for placed in events if isinstance(placed.event, Declared) for person in placed.event.members}
    councillors = all(writer.person(person).is_councillor for person in members)
    header = [text(f"DE-03.{column}", councillors=councillors) for column in ("member", "item", "interest", "effect")]
    of = writer.of("DE-03", events)
    grid = table(header, rows, text("DE-03.title"), text("DE-03.description"), **of)
    return [writer.prose("DE-03", events, count=len(rows)), grid]


def declarations_item(writer: Writer) -> str | None:
    """The item under which all declarations are printed, whenever they were made (DE-09)."""
    items = writer.meeting.items.values()
    return next((item.id for item in items if item.kind == "declarations"), None)
