"""Several files of one meeting: what is new in a later one is taken, what differs is a doubt."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from store.packs.facts import Doubt, Fact, Pack, Record
from store.packs.front import read_front
from store.packs.matching import ENOUGH, is_again, likeness, pair_items
from store.packs.saying import said
from store.packs.stream import Line
from store.packs.typed import place


def conflicts(pack: Pack, before: Mapping[str, Fact], lines: Sequence[Line]) -> None:
    """Doubts where a file does not agree with those `before` it on when the meeting is."""
    if not before:
        return
    other = Record("meeting")
    read_front(other, lines)
    for name in ("date", "time", "quorum"):
        if name in before and other.get(name) and other.get(name) != pack.meeting.get(name):
            at = other.facts[name].place
            one, another = said(name, pack.meeting.get(name)), said(name, other.get(name))
            text = f"The {name} is {one} in one file and {another} in {at}."
            pack.doubts.append(Doubt(text, "", name))


def add_items(pack: Pack, items: Sequence[Record]) -> None:
    """Items of another agenda of the same meeting: each is the one of the same title, else a new one after the one that
    it follows there. Where two agendas number an item otherwise, the later one's number is the doubt."""
    records = pack.meeting.records
    there = pack.meeting.of("item")
    pairs = pair_items(there, items)
    again = is_again(there, items, len(pairs))
    moved: list[str] = []
    above: Record | None = None
    for item in items:
        before = pairs.get(id(item))
        if before is None:
            if above is None:
                # Nothing that both have stands before it: its number says where it belongs.
                place(records, item)
            else:
                records.insert(next(n + 1 for n, record in enumerate(records) if record is above), item)
            above = item
            continue
        above = before
        was, number = before.get("number"), item.get("number")
        if again and was and number and was != number:
            moved.append(f"“{before.get('title')}” is now item {number}, it was {was}")
            before.facts["number"] = replace(item.facts["number"], sure="likely")
        _joined_item(pack, before, item)
    if moved:
        file = items[0].facts["title"].place.file
        pack.doubts.append(Doubt(f"The agenda was issued again ({file}): {'; '.join(moved)}."))


def _joined_item(pack: Pack, before: Record, item: Record) -> None:
    """An item that both agendas have: what is new of it is taken, what differs is a doubt."""
    number, was = item.get("number"), before.get("number")
    title, at = item.get("title"), item.facts["title"].place
    if number and was and number != was:
        pack.doubts.append(Doubt(f"“{before.get('title')}” is item {was}, and in {at} it is item {number}."))
    elif likeness(title, before.get("title")) < ENOUGH:
        text = f"Item {number} is “{before.get('title')}”, but in {at} it is “{title}”. The first stays."
        pack.doubts.append(Doubt(text))
    for name, fact in item.facts.items():
        before.facts.setdefault(name, fact)
