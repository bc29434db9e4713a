"""Which report belongs to which item: by stamp, page and likeness of title (52 to 54 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.covers import is_closed
from store.packs.facts import Fact, Record
from store.packs.marks import folded
from store.packs.stream import Line

_IDLE_WORDS = """
a an and annual any at by for from if in item items of on or plan report s that the their to update with
council committee
"""
_IDLE = frozenset(_IDLE_WORDS.split())
ENOUGH = 0.4


class Bound(Struct):
    """A report with the line that it begins at."""

    report: Record
    line: Line


def place_reports(meeting: Record, reports: Sequence[Bound]) -> None:
    """Put each report under its item; with no agenda, every report is an item of its own."""
    items = meeting.of("item")
    if not items:
        _as_items(meeting, reports)
        return
    floor = 0
    for number, bound in enumerate(reports):
        best, how = _item_for(bound, items, floor)
        if best < 0:
            best, how = _left_over(bound, items, floor, reports[number + 1 :])
        title = bound.report.get("title")
        if best < 0:
            doubt = f"The report “{title}” fits no item of the agenda; it was added at the end."
            item = _new_item(bound, "", doubt)
            meeting.records.append(item)
            continue
        if how == "guess":
            doubt = f"The report “{title}” was put under “{items[best].get('title')}” because nothing else fits."
            bound.report.put("item", items[best].get("number") or "-", bound.line, "matching.guess", "unsure", doubt)
        else:
            sure = "sure" if how in ("stamp", "page") else "likely"
            bound.report.put("item", items[best].get("number") or "-", bound.line, f"matching.{how}", sure)  # type: ignore[arg-type]
        items[best].records.append(bound.report)
        floor = best
    for item in items:
        finish(item)


def _item_for(bound: Bound, items: Sequence[Record], floor: int) -> tuple[int, str]:
    """The item of a report, and what tells so; -1 for none."""
    numbers = {item.get("number").rstrip(".").lower(): n for n, item in enumerate(items) if item.get("number")}
    stamped = numbers.get(bound.line.stamp.lower(), -1) if bound.line.stamp else -1
    if stamped >= 0 and kind_of(items[stamped].get("title")) != "minutes":
        return stamped, "stamp"
    for number, item in enumerate(items):
        pages = [int(page) for page in re.findall(r"\d+", item.get("pages"))]
        if pages and bound.line.printed and pages[0] <= bound.line.printed <= pages[-1]:
            return number, "page"
    title = bound.report.get("title")
    own = numbers.get(bound.report.get("number").lower(), -1)
    if own >= 0 and (likeness(title, items[own].get("title")) > 0 or not title):
        # The number that a report gives itself may be another agenda's: its title must not speak against it.
        return own, "number"
    if (named := _by_name(bound, items, numbers)) >= 0:
        return named, "name"
    scores = [(_alike(title, item), -abs(number - floor), number) for number, item in enumerate(items)]
    score, _, best = max(scores)
    ahead = [scored for scored in scores if scored[2] >= floor and scored[0] >= ENOUGH]
    if ahead and max(ahead)[0] >= score - 0.2:
        return max(ahead)[2], "title"
    return (best, "title") if score >= 0.6 else (-1, "")


def _alike(title: str, item: Record) -> float:
    """How like a title is to an item's, or to that of one of its documents."""
    titles = [item.get("title"), *filter(None, item.get("documents").split("\n"))]
    return max(likeness(title, other) for other in titles)


def _by_name(bound: Bound, items: Sequence[Record], numbers: dict[str, int]) -> int:
    """The item that the file's name says: "item 7 hives.pdf", "07 Hives in Mill Park.docx"; -1 for none."""
    found = re.match(
        r"(?:agenda[ _-]*)?(?:item|report)?[ _-]*0*(\d{1,2}[a-z]?)\b[ _.-]*(.*)\.\w+$", bound.line.place.file, re.I
    )
    if found is None or (number := numbers.get(found[1].lower(), -1)) < 0:
        return -1
    words = found[2].replace("_", " ").replace("-", " ")
    fits = max(
        likeness(words, items[number].get("title")), likeness(bound.report.get("title"), items[number].get("title"))
    )
    return number if fits > 0 else -1


def pair_items(there: Sequence[Record], items: Sequence[Record]) -> dict[int, Record]:
    """Which items of two agendas are one, by the `id` of the second's: by title before number.

    A number alone tells only where neither title is found on the other agenda, so that an item put in between others
    takes nobody's place.
    """
    pairs: dict[int, Record] = {}
    free = list(there)
    for exact in (True, False):
        for item in items:
            if id(item) in pairs:
                continue
            scores = [(_titles_alike(item, other), n) for n, other in enumerate(free)]
            best, at = max(scores, default=(0.0, -1), key=lambda score: (score[0], -score[1]))
            if best >= (1.0 if exact else 0.6):
                pairs[id(item)] = free.pop(at)
    if is_again(there, items, len(pairs)):
        return pairs
    numbers = {other.get("number"): other for other in free if other.get("number")}
    for item in items:
        other = numbers.get(item.get("number"))
        if id(item) not in pairs and other is not None:
            pairs[id(item)] = other
    return pairs


def is_again(there: Sequence[Record], items: Sequence[Record], pairs: int) -> bool:
    """Whether an agenda was issued again: it has all that the first has, or nearly, and its numbers are the ones that
    everybody has in hand."""
    numbered = sum(bool(other.get("number")) for other in there)
    return numbered > 0 and len(items) >= numbered and pairs * 5 >= numbered * 4


def _titles_alike(item: Record, other: Record) -> float:
    one, two = folded(item.get("title")), folded(other.get("title"))
    if one == two:
        return 1.0
    if not item.get("number") and not other.get("number"):
        return 0.0
    first, second = set(one.split()) - _IDLE, set(two.split()) - _IDLE
    return len(first & second) / max(1, len(first | second)) if min(len(first), len(second)) else 0.0


def _left_over(bound: Bound, items: Sequence[Record], floor: int, rest: Sequence[Bound]) -> tuple[int, str]:
    """The one item that could still have this report: it has pages, and nothing is bound there."""
    free = [
        number
        for number, item in enumerate(items)
        if number >= floor and item.get("pages") and not item.of("report") and kind_of(item.get("title")) == "report"
    ]
    free = [n for n in free if not any(likeness(r.report.get("title"), items[n].get("title")) >= ENOUGH for r in rest)]
    return (free[0], "guess") if len(free) == 1 else (-1, "")


def likeness(one: str, other: str) -> float:
    """How much of the shorter title's words the other has, the idle ones left out."""
    first, second = (frozenset(folded(title).split()) - _IDLE for title in (one, other))
    first, second = first or frozenset(folded(one).split()), second or frozenset(folded(other).split())
    return len(first & second) / max(1, min(len(first), len(second)))


def _as_items(meeting: Record, reports: Sequence[Bound]) -> None:
    for number, bound in enumerate(reports, 1):
        item = _new_item(bound, bound.report.get("number") or bound.line.stamp or str(number), "")
        meeting.records.append(item)
        finish(item)


def _new_item(bound: Bound, number: str, doubt: str) -> Record:
    item = Record("item")
    sure = "unsure" if doubt else "likely"
    item.put("number", number, bound.line, "matching.number", "likely")
    title = bound.report.get("title")
    if not title:
        of = bound.report.get("report of")
        title, sure = f"Report of the {of}" if of else "Report", "unsure"
        doubt = doubt or f"The report has no title; “{title}” stands for one."
    item.put("title", title, bound.line, "matching.title", sure, doubt)  # type: ignore[arg-type]
    item.records.append(bound.report)
    return item


def finish(item: Record) -> None:
    """What the reports under an item say of the item itself."""
    reports = item.of("report")
    if not reports or item.get("heading"):
        return
    for report in reports:
        if report.get("urgent") == "yes":
            item.facts["urgent"] = report.facts["urgent"]
        if is_closed(report.get("status")):
            item.facts["exempt"] = _yes(report, "status")
    if len(reports) > 1:
        joined = " and ".join(f"“{report.get('title')}”" for report in reports)
        doubt = f"Item {item.get('number')} has {len(reports)} reports: {joined}. Their recommendations are one list."
        at = reports[0].facts.get("title")
        item.put("reports", str(len(reports)), at.place if at else Line("").place, "matching.reports", "likely", doubt)


def _yes(report: Record, name: str) -> Fact:
    return replace(report.facts[name], value="yes")
