"""What else happened: the standing sentences of `clerk.rare`, each with its facts and as the minutes say it."""

from collections.abc import Iterator

from clerk.events import Noted
from clerk.meeting.record import Placed
from clerk.rare import rare_of
from exports.data.shapes import Fact, Happened
from exports.data.shown import Shown
from exports.plain import lines
from exports.rare import noted

_PEOPLE = ("person", "people", "names")
_ITEMS = ("item", "items")


def happened(shown: Shown) -> tuple[Happened, ...]:
    """Each in the order in which it is minuted."""
    return tuple(
        _of(shown, placed, placed.event)
        for placed in shown.meeting.events
        if isinstance(placed.event, Noted) and shown.event(placed.id) and rare_of(placed.event.construct)
    )


def _of(shown: Shown, placed: Placed, event: Noted) -> Happened:
    writer = shown.writer
    # Each is read alone: who somebody is stands in it.
    writer.begin_item()
    return Happened(
        item=event.item,
        question=event.question if event.question and shown.question(event.question) else None,
        construct=event.construct,
        at=event.at,
        facts=tuple(_facts(shown, event)),
        text="\n".join(line for block in noted(writer, placed, event) for line in lines(block)).strip(),
    )


def _facts(shown: Shown, event: Noted) -> Iterator[Fact]:
    row = rare_of(event.construct)
    for fact in row.facts if row else ():
        value = event.facts.get(fact.name)
        values = value if isinstance(value, tuple) else () if value in (None, "") else (str(value),)
        if not values:
            continue
        if fact.kind in _PEOPLE:
            yield Fact(name=fact.name, people=tuple(dict.fromkeys(shown.people(values))))
        elif fact.kind in _ITEMS:
            yield Fact(name=fact.name, items=tuple(id_ for id_ in values if id_ in shown.meeting.items))
        else:
            # A firm of an older record was met like a person, and stands there by the id.
            known = shown.meeting.people
            yield Fact(name=fact.name, values=tuple(known[one].name if one in known else one for one in values))
