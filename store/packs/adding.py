"""Supplements and addenda: what they bring to a meeting that is set up, and may be under way, as events.

What is recorded is not disturbed: recommendations that were amended, put or voted on stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import Item, kind_of
from clerk.events import AnyEvent, ItemAdded, ItemChanged, PersonMet
from clerk.meeting.papers import label_of
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Person
from store.packs.apart import Progress
from store.packs.bodies import same_body
from store.packs.convening import report_of, with_papers
from store.packs.facts import Doubt, Pack, Record
from store.packs.finding import find_safely, join_people
from store.packs.kinds import CannotRead
from store.packs.names import best_match
from store.packs.reading import note_failures, read_files
from store.packs.recommending import joined
from store.packs.saying import said
from store.packs.stream import Place, Stream

_HERE = Place("the meeting")


class Added(Struct):
    """What a supplement would record, in words, and what the clerk should know of it."""

    events: tuple[AnyEvent, ...] = ()
    said: list[str] = []
    doubts: list[str] = []


def read_supplement(
    meeting: Meeting,
    paths: Iterable[Path],
    progress: Progress | None = None,
    read: Callable[[Sequence[Stream]], None] | None = None,
) -> tuple[Pack, list[CannotRead]]:
    """What the files say, put beside the meeting's own agenda. `read` is given what was read in them."""
    streams, failed = read_files(paths, progress)
    if read is not None:
        read(streams)
    pack = find_safely(streams, [person.name for person in meeting.people.values()], agenda_of(meeting))
    join_people(pack)
    note_failures(pack, failed)
    setup = meeting.setup
    if setup is not None:
        body, day = pack.meeting.get("body"), pack.meeting.get("date")
        if body and not same_body(body, setup.body):
            pack.doubts.append(Doubt(f"These papers are of another body: {body}.", "", "body"))
        if day and day != setup.date.isoformat():
            pack.doubts.append(Doubt(f"These papers are for another day: {said('date', day)}.", "", "date"))
    pack.meeting.put("adding", "yes", _HERE, "adding")
    return pack, failed


def agenda_of(meeting: Meeting) -> list[Record]:
    """The meeting's items as records, so that reports can be put under them."""
    records = []
    for id_ in meeting.agenda:
        item = meeting.items.get(id_)
        if item is None:
            continue
        record = Record("item")
        record.put("id", id_, _HERE, "adding")
        for name, value in (("number", item.number), ("title", item.title), ("pages", item.pages)):
            record.put(name, value, _HERE, "adding")
        if item.kind == "heading":
            record.put("heading", "yes", _HERE, "adding")
        records.append(record)
    return records


def additions(meeting: Meeting, pack: Pack) -> Added:
    """The events that bring the reviewed pack into the meeting."""
    found = Added()
    people = _people(meeting, pack, found)
    events: list[AnyEvent] = list(people)
    names = [person.name for person in meeting.people.values() if person.is_councillor]
    body = meeting.setup.body if meeting.setup else ""
    above: str | None = None
    used = set(meeting.items)
    for record in pack.meeting.of("item"):
        before = meeting.items.get(record.get("id"))
        if before is not None:
            now = _changed(meeting, before, record, names, body, found)
            above = before.id
            if now != before:
                events.append(ItemChanged(now=now))
            continue
        new = _new(record, names, body, used)
        events.append(ItemAdded(new=new, follows=above))
        found.said.append(f"Item {new.number or '(no number)'}, “{new.title}”, is added.")
        above = new.id
    # Numbers change before a new item takes one of them.
    found.events = tuple(sorted(events, key=lambda event: isinstance(event, ItemAdded)))
    return found


def _people(meeting: Meeting, pack: Pack, found: Added) -> Sequence[PersonMet]:
    known = {person.name: person for person in meeting.people.values() if person.name}
    used = set(meeting.people)
    met = []
    for officer in pack.meeting.of("officer"):
        name = officer.get("name")
        if not name or best_match(name, known)[1] in ("same", "likely"):
            continue
        words = plain(name).split() or ["person"]
        wanted = [words[-1], "-".join((words[-1], *words[:-1])), *(f"{words[-1]}-{n}" for n in range(2, 99))]
        id_ = next(each for each in wanted if each not in used)
        used.add(id_)
        met.append(PersonMet(person=Person(id_, name, "officer", post=officer.get("post"))))
        found.said.append(f"{name}{', ' + officer.get('post') if officer.get('post') else ''}, can be named.")
    return met


def _changed(meeting: Meeting, before: Item, record: Record, names: list[str], body: str, found: Added) -> Item:
    """An item with what its new papers say."""
    papers = with_papers(before, record)
    now = replace(before, title=record.get("title") or before.title)
    if (number := record.get("number")) and number != before.number:
        now = replace(now, number=number)
        found.said.append(f"“{before.title}” is now item {number}; it was {before.number or 'without a number'}.")
    if papers.reports:
        titles = {_folded(report.title) for report in papers.reports}
        replaced = [report for report in before.reports if _folded(report.title) in titles]
        kept = [report for report in before.reports if report not in replaced]
        now = replace(now, reports=(*kept, *papers.reports), urgent=before.urgent or papers.urgent)
        for report in papers.reports:
            said = "a new version of its report" if report.title in [old.title for old in replaced] else "the report"
            found.said.append(f"Item {before.number}: {said} “{report.title}”.")
        now = _with_recommendations(meeting, before, now, found)
        if not before.report_of and len(now.reports) == 1:
            title = now.reports[0].title
            post = report_of(now.reports[0].report_of, names, body)
            now = replace(now, report_of=post, report=title if title != now.title else "")
    for name in ("minutes_of", "matters", "work"):
        if getattr(papers, name) and not getattr(before, name):
            now = replace(now, **{name: getattr(papers, name)})
            found.said.append(f"Item {before.number}: {_WORDS[name]}.")
    return now


_WORDS = {
    "minutes_of": "the date of the earlier minutes",
    "matters": "actions left open by the earlier minutes",
    "work": "the forward plan",
}


def _with_recommendations(meeting: Meeting, before: Item, now: Item, found: Added) -> Item:
    own = [] if before.reports else [before.recommendations]
    texts = [text for text in (*own, *(report.recommendations for report in now.reports)) if text]
    wanted = joined(texts)
    if wanted == before.recommendations:
        return now
    if is_touched(meeting, before):
        found.doubts.append(
            f"The recommendations of item {before.number} have been amended, put or decided, and stay as they are; "
            "those of the new papers can be moved as a motion."
        )
        return now
    return replace(now, recommendations=wanted)


def is_touched(meeting: Meeting, item: Item) -> bool:
    """Whether anything has been done with an item's recommendations."""
    questions = [q for q in meeting.questions.values() if q.kind == "recommendations" and q.item == item.id]
    labels = {question.id for question in questions} or {label_of(item)}
    return (
        any(not q.is_open or q.state != "open" or q.merged or q.parts for q in questions)
        or any(q.parent in labels for q in meeting.questions.values())
        or any(outcome.item == item.id for outcome in meeting.outcomes)
        or any(label in put.questions for put in meeting.puts for label in labels)
    )


def _new(record: Record, names: list[str], body: str, used: set[str]) -> Item:
    id_ = next(f"x{n}" for n in range(1, len(used) + 2) if f"x{n}" not in used)
    used.add(id_)
    title = record.get("title")
    reports = record.of("report")
    item = Item(
        id_,
        record.get("number"),
        title,
        "heading" if record.get("heading") else "application" if record.get("case") else kind_of(title),
        report_of="" if reports else report_of(record.get("presented by"), names, body),
        recommendations=joined([text for report in reports if (text := report.get("recommendations"))])
        or record.get("recommendations"),
        exempt=record.get("exempt") == "yes",
        case=record.get("case"),
        ward=record.get("ward"),
    )
    if len(reports) == 1:
        own = reports[0].get("title")
        item = replace(
            item, report_of=report_of(reports[0].get("report of"), names, body), report=own if own != title else ""
        )
    return with_papers(item, record)


def _folded(title: str) -> str:
    return plain(title)
