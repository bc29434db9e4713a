"""The entries of a Listing as lists within lists, for the forms that nest them (HTML, PDF)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from exports.blocks import ListEntry, Spans
from exports.plain import entry_label, tidy


class Entry(NamedTuple):
    """One entry of a list: what stands before it, its text, and what is below it."""

    label: str
    spans: Spans
    below: "tuple[Node, ...]"


class Node(NamedTuple):
    """One list of entries of a kind, or a line that is in none ("plain", with one entry).

    `start` is the number from which a list counts that counts by ones, 0 where its labels are as they are.
    """

    kind: Literal["number", "bullet", "plain"]
    entries: tuple[Entry, ...]
    start: int = 0


def nested(entries: Sequence[ListEntry]) -> tuple[Node, ...]:
    """Entries as lists, one within another by depth; those of which nothing would be seen are left out."""
    seen = [entry for entry in entries if tidy(entry.spans)]
    nodes, _ = _nodes(seen, 0, None)
    return nodes


def _nodes(entries: Sequence[ListEntry], place: int, within: ListEntry | None) -> tuple[tuple[Node, ...], int]:
    """The lists from a place on that belong below `within` (None: to the top), and the place after them."""
    nodes: list[Node] = []
    while place < len(entries) and (within is None or _belongs(within, entries[place])):
        if entries[place].kind == "plain":
            entry = entries[place]
            nodes.append(Node("plain", (Entry("", tidy(entry.spans), ()),)))
            place += 1
            continue
        node, place = _list(entries, place)
        nodes.append(node)
    return tuple(nodes), place


def _list(entries: Sequence[ListEntry], place: int) -> tuple[Node, int]:
    first = entries[place]
    counted = first.kind == "number" and first.number.isdecimal()
    start = int(first.number) if counted else 0
    made: list[Entry] = []
    while place < len(entries):
        entry = entries[place]
        if entry.kind != first.kind or entry.depth != first.depth:
            break
        if counted and entry.number != str(start + len(made)):
            break
        if entry.kind == "number" and not counted and entry.number.isdecimal():
            break
        below, place = _nodes(entries, place + 1, entry)
        made.append(Entry(entry_label(entry), tidy(entry.spans), below))
    return Node(first.kind, tuple(made), start), place


def _belongs(above: ListEntry, entry: ListEntry) -> bool:
    """Whether an entry is below another: deeper, or a bullet or plain line under a number, however deep."""
    if entry.depth > above.depth:
        return True
    return above.kind == "number" and entry.kind != "number" and entry.depth == above.depth
