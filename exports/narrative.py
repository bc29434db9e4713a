"""What is minuted under an item: narrative, reports, speakers, standing sentences, appointments, outcomes, actions."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import (
    ActionAgreed,
    Addressed,
    Appointed,
    Introduced,
    Invited,
    MeetingAdjourned,
    MeetingResumed,
    Minuted,
    MinutesApproved,
    Noted,
    NothingToRecord,
    OrderVaried,
    OutcomeDeclared,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    ReasonsGiven,
    Spoke,
    TimeExtended,
)
from clerk.questions import Put
from clerk.record import Placed
from clerk.times import say_date, say_time
from exports.blocks import ActionLine, AnyBlock, Grid, ListEntry, Listing, Prose, Span
from exports.style import capital, sentence
from exports.writer import Writer, said

_NUMBERED = re.compile(r"^(\d+(?:\.\d+)?)[.)]?\s+(?=\S)")


def minuted(writer: Writer, placed: Placed, event: Minuted) -> list[AnyBlock]:
    """Narrative: a paragraph, or lines of a list. Lines of one kind that follow each other are one list."""
    blocks: list[AnyBlock] = []
    for line in event.text.split("\n"):
        entry = _list_entry(line.strip(), blocks[-1] if blocks else None)
        of = writer.of("", [placed])
        if entry is None:
            blocks.append(Prose(spans=said(line.strip()), **of))
        elif blocks and isinstance(blocks[-1], Listing):
            blocks[-1] = Listing(entries=(*blocks[-1].entries, entry), **of)
        else:
            blocks.append(Listing(entries=(entry,), **of))
    return [block for block in blocks if not isinstance(block, Prose) or block.spans[0].text]


def list_of(text: str) -> tuple[ListEntry, ...]:
    """Typed lines as the entries of a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(_list_entry(line, None) or ListEntry((Span(line),), "plain") for line in lines)


def _list_entry(line: str, before: AnyBlock | None) -> ListEntry | None:
    if line.startswith(("- ", "• ")):
        return ListEntry((Span(line[2:].strip()),), "bullet")
    match = _NUMBERED.match(line)
    if match is None:
        return None
    return ListEntry((Span(line[match.end() :]),), "number", match[1], match[1].count("."))


def follows_on(before: Listing, after: Listing) -> bool:
    """Whether a list goes on from another: bullets from bullets, a number from the one before it."""
    last, first = before.entries[-1], after.entries[0]
    if first.kind == "bullet":
        return True
    numbers = [entry.number for entry in before.entries if entry.kind == "number"]
    return first.kind == "number" and bool(numbers) and first.number in _next_numbers(numbers[-1]) and last is not None


def _next_numbers(number: str) -> tuple[str, ...]:
    main, dot, sub = number.partition(".")
    return (str(int(main) + 1), f"{main}.{int(sub) + 1}" if dot else f"{main}.1")


_NONE_IDS = {
    "declarations": "DE-01",
    "monitoring officer": "MO-01",
    "members' items": "MB-01",
    "public": "PU-01",
    "urgent": "UR-01",
    "absence": "AT-06",
}


def nothing(writer: Writer, placed: Placed, event: NothingToRecord) -> list[AnyBlock]:
    """ "None.", under the id of the item's own construct."""
    item = writer.item(event.item)
    return [writer.prose(_NONE_IDS.get(item.kind if item else "", "UR-01"), [placed])]


def introduced(writer: Writer, placed: Placed, event: Introduced) -> list[AnyBlock]:
    """RE-01, the narrative that follows in the same paragraph."""
    item = writer.item(event.item)
    person = writer.person(event.person)
    chairs = writer.presided(event.person, placed)
    if event.manner == "introduced" and not chairs and person.kind == "member" and person.post:
        facts = {"who": writer.narrative(event.person), "portfolio": person.post}
        return [writer.prose("CA-03", [placed], event.text, **facts)]
    facts = {
        "who": writer.chair if chairs else _who(writer, event.person),
        "possessive": person.possessive,
        "committee": writer.committee,
        "report": item.report or item.title if item else "",
        "report_of": item.report_of if item and item.report_of != person.post else "",
    }
    key = "RE-01" if event.manner == "introduced" else f"RE-01.{event.manner}"
    return [writer.prose(key, [placed], event.text, **facts)]


def _who(writer: Writer, id_: str) -> str:
    person = writer.person(id_)
    if not person.name or person.is_councillor:
        return person.formal
    if writer.named_before(id_):
        return person.brief
    return writer.style.text("RE-01.who", name=person.formal, post=person.post)


def invited(writer: Writer, placed: Placed, event: Invited) -> list[AnyBlock]:
    """RE-02: who came to the table, with posts."""
    entries: list[ListEntry] = []
    for id_ in event.people:
        person = writer.person(id_)
        writer.named_before(id_)
        post = person.post if person.name else ""
        facts = {"name": capital(person.formal), "post": post, "organisation": person.organisation}
        entries.append(ListEntry(writer.style.render("RE-02.person", **facts), "bullet"))
    return [
        writer.prose("RE-02", [placed]),
        Listing(entries=tuple(entries), **writer.of("RE-02", [placed])),
    ]


def addressed(writer: Writer, placed: Placed, event: Addressed) -> list[AnyBlock]:
    """PU-03 for residents, PU-13 for councillors who do not sit on the body."""
    blocks: list[AnyBlock] = []
    councillors = [spoke.person for spoke in event.speakers if writer.person(spoke.person).is_councillor]
    residents = [spoke for spoke in event.speakers if spoke.person not in councillors]
    about = writer.numbers.get(event.about or "", "")
    common = {"about": about}
    also = any(isinstance(p.event, Addressed) and p.event.item == event.item for p in writer.before(placed))
    if residents and not writer.setting("public_names"):
        named = writer.public([spoke.person for spoke in residents])
        blocks.append(writer.prose("PU-03.many", [placed], speakers=named.names, **common))
    elif len(residents) == 1:
        speaker = capital(_speaker(writer, residents[0]))
        blocks.append(writer.prose("PU-03.one", [placed], speaker=speaker, **common))
    elif residents:
        blocks.append(writer.prose("PU-03", [placed], **common))
        speakers = [_speaker(writer, spoke) for spoke in residents]
        blocks.append(writer.prose("PU-03.names", [placed], speakers=speakers))
    if councillors:
        people = [capital(name) for name in writer.formal(councillors)]
        facts = {"people": people, "also": also or bool(residents), "capacity": event.capacity, **common}
        blocks.append(writer.prose("PU-13", [placed], **facts))
    return blocks


def _speaker(writer: Writer, spoke: Spoke) -> str:
    name = writer.person(spoke.person).formal
    if spoke.on_behalf_of:
        name = writer.style.text("PU-05", speaker=name, other=spoke.on_behalf_of)
    return writer.style.text("PU-05.read", speaker=name, reader=spoke.read_by) if spoke.read_by else name


def minutes_approved(writer: Writer, placed: Placed, event: MinutesApproved) -> list[AnyBlock]:
    """MI-01, MI-02 with the corrections as a list, MI-04 after a vote, MI-05 for several meetings; MI-08 as signed."""
    dates = [say_date(day) for day in event.dates]
    by = event.signed_by
    signer = f"the {writer.chair_label}" if writer.presided(by, placed) else writer.person(by).formal if by else ""
    facts = {"dates": dates, "signed": writer.style.text("MI-08", person=signer) if signer else ""}
    facts["signed"] = f" {facts['signed']}" if signer else ""
    if not event.corrections:
        voted = any(put.item == event.item and _carries(writer, put) for put in writer.meeting.puts)
        key = "MI-04.voted" if voted else "MI-01" if len(dates) == 1 else "MI-05"
        return [writer.prose(key, [placed], **facts)]
    entries = tuple(ListEntry((Span(correction),), "bullet") for correction in event.corrections)
    return [
        writer.prose("MI-02", [placed], count=len(entries), **facts),
        Listing(entries=entries, **writer.of("MI-02", [placed])),
    ]


def _carries(writer: Writer, put: Put) -> bool:
    """Whether a vote was counted on a question that was put."""
    vote = writer.meeting.votes.get(put.vote)
    on_minutes = all(question.kind == "motion" for question in writer.questions(put.questions))
    return on_minutes and vote is not None and vote.votes_for is not None


def appointed(writer: Writer, placed: Placed, event: Appointed) -> list[AnyBlock]:
    """OU-16: a column for each party, in the order in which they are first named."""
    columns: dict[str, list[str]] = {}
    for id_ in event.people:
        person = writer.person(id_)
        columns.setdefault(person.group or "Members", []).append(person.name or person.formal)
    header = [
        writer.style.text("OU-16.column", group=group, seats=len(names) if event.seats_by_group else 0)
        for group, names in columns.items()
    ]
    blocks: list[AnyBlock] = []
    if event.to:
        blocks.append(writer.prose("OU-16", [placed], to=event.to, seats=event.seats or 0))
    if event.note:
        note = event.note[1:-1] if event.note.startswith("(") and event.note.endswith(")") else event.note
        blocks.append(writer.prose("OU-16.note", [placed], note=note))
    blocks.append(
        Grid(
            header=tuple(header),
            rows=(tuple(tuple(names) for names in columns.values()),),
            title=writer.style.text("OU-16.title", to=event.to),
            description=writer.style.text("OU-16.description"),
            numbered=True,
            **writer.of("OU-16", [placed]),
        )
    )
    return blocks


_OUTCOMES = {
    "noted": "OU-03",
    "approved": "OU-04",
    "refused": "OU-06",
    "deferred": "OU-07",
    "referred": "OU-08",
    "withdrawn": "OU-12",
    "no further action": "OU-10",
    "not reached": "TI-04",
    "recommended": "OU-09",
    "to respond": "OU-11",
    "referred up": "OU-13",
    "referred back": "OU-14",
    "no decision": "OU-17",
}


def outcome(writer: Writer, placed: Placed, event: OutcomeDeclared) -> list[AnyBlock]:
    """How the item ended (OU-03 to OU-13, FW-01)."""
    item = writer.item(event.item)
    key = _OUTCOMES[event.what]
    if event.what == "noted" and item is not None and item.kind == "forward plan":
        key = "FW-01"
    if item is not None and item.kind == "members' items" and event.what in ("deferred", "withdrawn", "referred"):
        key = "MB-06"
    if item is not None and item.kind == "application" and event.what in ("approved", "refused") and not event.text:
        blocks: list[AnyBlock] = [writer.prose(f"{key}.application", [placed], unanimous=False)]
        return blocks
    by = [capital(name) for name in writer.formal(event.by)]
    facts = {"text": event.text, "to": event.to, "referrals": event.referrals, "by": by, "what": event.what}
    return [writer.prose(key, [placed], **facts)]


def action(writer: Writer, placed: Placed, event: ActionAgreed) -> list[AnyBlock]:
    """AC-01 on a line of its own, under the paragraph it belongs to; AC-02 within it by setting; AC-03 with no owner;
    AC-04 as a sentence."""
    owner = capital(writer.person(event.owner).brief) if event.owner else ""
    due = say_date(event.due) if event.due else ""
    facts = {"owner": owner, "task": event.task.rstrip("."), "due": due}
    if event.undertaking and owner:
        task = facts["task"][:1].lower() + facts["task"][1:]
        return [writer.prose("AC-04", [placed], owner=owner, task=task or "do so", due=due)]
    if not owner:
        return [ActionLine(text=writer.style.text("AC-03", **facts), **writer.of("AC-03", [placed]))]
    if writer.setting("actions") == "inline":
        return [writer.prose("AC-02", [placed], **facts)]
    return [ActionLine(text=writer.style.text("AC-01", **facts), **writer.of("AC-01", [placed]))]


def actions_within(blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """AC-02: an action printed inline goes on in the paragraph above it, where there is one."""
    found: list[AnyBlock] = []
    for block in blocks:
        above = found[-1] if found else None
        inline = isinstance(block, Prose) and block.construct == "AC-02"
        if inline and isinstance(above, Prose) and above.private == block.private:
            assert isinstance(block, Prose)
            events = tuple(dict.fromkeys((*above.events, *block.events)))
            found[-1] = replace(above, spans=(*above.spans, Span(" "), *block.spans), events=events)
            continue
        found.append(block)
    return found


def order_varied(writer: Writer, placed: Placed, event: OrderVaried) -> list[AnyBlock]:
    """OR-01, or OR-03 without the list, unless a motion to vary the order (OR-02) was carried under the same item."""
    moved = {q.item for q in writer.meeting.questions.values() if q.kind == "order" and q.state == "carried"}
    if event.item in moved:
        return []
    numbers = [item.number for id_ in event.order if (item := writer.item(id_)) is not None]
    return [writer.prose("OR-03" if event.reflected else "OR-01", [placed], numbers=numbers)]


def reasons(writer: Writer, placed: Placed, event: ReasonsGiven) -> list[AnyBlock]:
    """PL-04 and CA-02: the reasons as a list, then what an executive must record with them."""
    lines = [line.strip().removeprefix("- ") for line in event.text.split("\n") if line.strip()]
    key = "CA-02.reasons" if writer.body.kind == "cabinet" else "PL-04"
    entries = tuple(ListEntry((Span(line),), "number", str(n)) for n, line in enumerate(lines, 1))
    if len(entries) == 1:
        entries = (ListEntry(entries[0].spans, "plain"),)
    blocks: list[AnyBlock] = [
        writer.prose(key, [placed], count=len(lines)),
        Listing(entries=entries, **writer.of(key, [placed])),
    ]
    for what in ("alternatives", "conflicts", "dispensations"):
        if text := getattr(event, what):
            blocks.append(writer.prose(f"CA-02.{what}", [placed], text=sentence(text)))
    return blocks


def adjourned(writer: Writer, placed: Placed, event: MeetingAdjourned) -> list[AnyBlock]:
    """TI-03."""
    return [writer.prose("TI-03", [placed], time=_time(placed), reason=writer.words(placed, event.reason))]


def resumed(writer: Writer, placed: Placed, event: MeetingResumed) -> list[AnyBlock]:
    """TI-03, the end of it."""
    return [writer.prose("TI-03.resumed", [placed], time=_time(placed))]


def extended(writer: Writer, placed: Placed, event: TimeExtended) -> list[AnyBlock]:
    """TI-02."""
    return [writer.prose("TI-02", [placed])]


def excluded(writer: Writer, placed: Placed, event: PublicExcluded) -> list[AnyBlock]:
    """EX-01."""
    if event.basis == "licensing":
        return [writer.prose("EX-01.licensing", [placed])]
    items = writer.item_numbers(event.items) if event.items else ""
    return [writer.prose("EX-01", [placed], items=items, paragraph=event.paragraph, weighed=event.public_interest)]


def urgent(writer: Writer, item: Item, events: Sequence[Placed]) -> list[AnyBlock]:
    """UR-02 for an item marked as urgent in its papers, unless the chair's agreement was minuted (U1)."""
    minuted = any(isinstance(placed.event, Noted) and placed.event.construct == "UR-02" for placed in events)
    if not item.urgent or not item.urgent_reason or not item.urgent_agreed or minuted:
        return []
    said = writer.style.render("UR-02", **writer.common, text=item.urgent_reason.rstrip("."))
    return [Prose(spans=said, construct="UR-02", item=item.id)]


def readmitted(writer: Writer, placed: Placed, event: PublicReadmitted) -> list[AnyBlock]:
    """EX-05."""
    return [writer.prose("EX-05", [placed])]


def summary(writer: Writer, placed: Placed, event: PublicSummary) -> list[AnyBlock]:
    """X6: what the public minutes say of exempt business."""
    return [Prose(spans=said(event.text), **writer.of("X6", [placed]))]


def _time(placed: Placed) -> str:
    return say_time(placed.event.at) if placed.event.at else ""


def lists_joined(blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """Blocks with lists that go on from each other made one: a clerk types them a line at a time."""
    joined: list[AnyBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        typed = isinstance(block, Listing) and not block.construct
        if typed and isinstance(last, Listing) and not last.construct and last.item == block.item:
            assert isinstance(block, Listing)
            if last.private == block.private and follows_on(last, block):
                depth = 1 if last.entries[0].kind == "number" else 0
                more = tuple(
                    ListEntry(e.spans, e.kind, e.number, depth) if e.kind == "bullet" else e for e in block.entries
                )
                joined[-1] = Listing(
                    entries=(*last.entries, *more),
                    events=tuple(dict.fromkeys((*last.events, *block.events))),
                    item=last.item,
                    private=last.private,
                )
                continue
        joined.append(block)
    return joined
