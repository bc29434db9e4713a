"""How items ended: minutes approved, appointments, outcomes, reasons, actions."""

import re
from typing import Any, Literal

from msgspec.structs import replace

from clerk.events import (
    Appointed,
    Introduced,
    MinutesApproved,
    MinutesCorrected,
    Noted,
    OutcomeDeclared,
    ReasonsGiven,
)
from clerk.meeting.parts import Put
from clerk.meeting.record import Placed
from clerk.rare import nature_of
from clerk.texts import read_entries
from clerk.times import say_date
from exports.blocks import AnyBlock, Grid, ListEntry, Listing, Prose, Span
from exports.corrected import differing
from exports.fitting import because_of, own_sentence
from exports.grammar import form_of
from exports.motions import APPROVES, parts_named, seconder_of
from exports.naming import the
from exports.resolutions import RIDER, joined_to, mover_of, resolves
from exports.style import capital
from exports.writer import Writer, Writes


def minutes_approved(writer: Writer, placed: Placed, event: MinutesApproved) -> list[AnyBlock]:
    """The approval where it was agreed as it stood; one that was put to the vote stands under its vote."""
    question = writer.meeting.questions.get(event.question)
    if question is not None and any(event.question in put.questions for put in writer.meeting.puts):
        return []
    return minutes_sentence(writer, placed, event)


def is_corrected(writer: Writer, event: MinutesApproved) -> bool:
    """Whether the minutes were corrected by what was agreed or carried at the item, beside the corrections listed."""
    for placed in writer.meeting.events:
        other = placed.event
        here = other.item == event.item and isinstance(other, Noted) and other.construct == "MI-04"
        if here and getattr(other, "facts", {}).get("how") == "agreed":
            return True
    of = [q for q in writer.meeting.questions.values() if q.item == event.item and q.state in ("carried", "accepted")]
    asks = [q for q in of if q.kind == "motion" and not APPROVES.search(" ".join(clause.text for clause in q.base))]
    return bool(asks) or any(question.kind == "amendment" for question in of)


def minutes_sentence(
    writer: Writer, placed: Placed, event: MinutesApproved, how: str = "", unanimous: bool = False
) -> list[AnyBlock]:
    """MI-01, MI-02 with the corrections as a list, MI-04 after a vote, MI-05 for several meetings; MI-08 as signed."""
    dates = [say_date(day) for day in event.dates]
    by = event.signed_by
    signer = f"the {writer.chair_label}" if writer.presided(by, placed) else writer.person(by).formal if by else ""
    more: dict[str, Any] = {"corrected": is_corrected(writer, event), "unanimous": unanimous, "how": how}
    more["exempt"] = event.exempt
    facts = {"dates": dates, "signed": writer.style.text("MI-08", person=signer) if signer else ""}
    moved = ""
    if event.mover:
        seconder = seconder_of(writer, event.seconder, placed)
        moved = writer.style.text("MI-01.moved", mover=mover_of(writer, event.mover, placed), seconder=seconder)
    facts["signed"] = (f" {facts['signed']}" if signer else "") + moved
    corrections = corrections_of(writer, event)
    if not corrections:
        voted = any(put.item == event.item and _carries(writer, put) for put in writer.meeting.puts)
        key = "MI-04.voted" if voted else "MI-01" if len(dates) == 1 else "MI-05"
        return [writer.prose(key, [placed], **facts, **more)]
    entries = tuple(ListEntry((Span(correction),), "bullet") for correction in corrections)
    return [
        writer.prose("MI-02", [placed], count=len(entries), **facts, **more),
        Listing(entries=entries, **writer.of("MI-02", [placed])),
    ]


def corrections_of(writer: Writer, event: MinutesApproved) -> list[str]:
    """Every correction made: free ones, and what is to be read instead. Those of exempt minutes are not for the
    public."""
    found = list(event.corrections) if writer.exempt or not event.exempt else []
    for placed in writer.meeting.events:
        change = placed.event
        if not isinstance(change, MinutesCorrected) or change.meeting not in event.meetings:
            continue
        if (change.exempt and not writer.exempt) or (placed.id in writer.meeting.private and not writer.exempt):
            continue
        was, now = differing(change)
        found.append(writer.style.text("N5.read", was=was, now=now) if was else now)
    return found


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
        columns.setdefault(person.group or "Members", []).append(person.told or person.formal)
    header = [
        writer.style.text("OU-16.column", group=group, seats=len(names) if event.seats_by_group else 0)
        for group, names in columns.items()
    ]
    blocks: list[AnyBlock] = (
        [writer.prose("OU-16.resolved", [placed], count=_appointments(writer, placed))]
        if _resolves(writer, placed)
        else []
    )
    note = event.note[1:-1] if event.note.startswith("(") and event.note.endswith(")") else event.note
    small = f"{note[:1].lower()}{note[1:]}"
    # In whose place, or from when, is of the appointment: it goes on with its line.
    joins = bool(event.to) and re.match(r"(in (place|succession)|instead|until|from|for the|with effect)\b", small)
    goes_on = small.rstrip(". ") if joins else ""
    outside = bool(event.to) and list(columns) == ["Members"] and not _OWN_BODIES.search(event.to)
    if outside:
        people = writer.formal(event.people)
        facts: dict[str, Any] = {"to": event.to, "seats": event.seats or 0, "people": people, "note": goes_on}
        blocks.append(writer.prose("OU-16.outside", [placed], **facts))
    elif event.to:
        blocks.append(writer.prose("OU-16", [placed], to=event.to, seats=event.seats or 0, note=goes_on))
    if note and not joins:
        caused = form_of(note) in ("cause", "circumstance")
        blocks.append(writer.prose("OU-16.note", [placed], note=small if caused else note))
    if outside:
        return blocks
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


_OWN_BODIES = re.compile(
    r"\b(?:committee|sub-?committee|panel|board|cabinet|executive|council|forum|commission|assembly|"
    r"(?:working|task|steering|sub)[ -]?(?:and finish )?(?:group|party))s?\b",
    re.IGNORECASE,
)
"""Bodies that may well be the Council's own, whose members stand in a list below that head."""


def _appointments(writer: Writer, placed: Placed) -> int:
    """How many people the item appoints."""
    events = (p.event for p in writer.meeting.events)
    return sum(len(e.people) for e in events if isinstance(e, Appointed) and e.item == placed.event.item)


def _resolves(writer: Writer, placed: Placed) -> bool:
    """Whether appointments of a Council are themselves what was resolved: nothing else at the item says so. It is said
    once, above the first of them."""
    if writer.body.kind != "council":
        return False
    item = placed.event.item
    here = [p for p in writer.meeting.events if p.event.item == item]
    first = next((p.id for p in here if isinstance(p.event, Appointed)), placed.id)
    voted = (v for v in writer.meeting.votes.values() if v.carried and not v.superseded)
    settled = any(q.item == item for vote in voted for q in writer.questions(vote.questions))
    said_so = any(isinstance(p.event, OutcomeDeclared) or "RESOLVED" in getattr(p.event, "text", "") for p in here)
    return first == placed.id and not settled and not said_so


def _noted(writer: Writer, event: OutcomeDeclared) -> str:
    """What was noted, as a sentence names it: a report where there is one, the minutes by an item for them."""
    item = writer.item(event.item)
    if item is None or item.report_of or item.report or item.recommendations or item.reports:
        return "the report"
    if re.search(r"\bminutes\b", item.title, re.IGNORECASE):
        return "the minutes"
    introduced = any(isinstance(p.event, Introduced) and p.event.item == item.id for p in writer.meeting.events)
    return "the report" if introduced or re.search(r"\breports?\b", item.title, re.IGNORECASE) else "this"


Mood = Literal["", "was", "be"]
"""How an outcome is said: by itself, or going on with what was resolved or with what was to be."""

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
    item, key = writer.item(event.item), _key(writer, event)
    if event.clauses and (question := writer.meeting.questions.get(event.of or "")):
        facts = {"parts": parts_named(writer, question, event.clauses), "count": len(event.clauses)}
        facts |= {"what": event.word or event.what, "to": _to(writer, event.to), "text": event.text}
        return [writer.prose("OU-04.part", [placed], **facts)]
    if item is not None and item.kind == "application" and event.what in ("approved", "refused") and not event.text:
        blocks: list[AnyBlock] = [
            writer.prose(f"{key}.application", [placed], what="", unanimous=False, declared=False)
        ]
        return blocks
    return [_sentence(writer, placed, event, key)]


def joining(writer: Writer, placed: Placed, event: OutcomeDeclared, mood: Mood) -> Prose:
    """The same, as the sentence of a resolution goes on with it: "this was referred", "that this be referred"."""
    return _sentence(writer, placed, event, _key(writer, event), mood)


def _key(writer: Writer, event: OutcomeDeclared) -> str:
    item = writer.item(event.item)
    if event.what == "noted" and item is not None and item.kind == "forward plan":
        return "FW-01"
    if item is not None and item.kind == "members' items" and event.what in ("deferred", "withdrawn", "referred"):
        return "MB-06"
    return _OUTCOMES[event.what]


def words_added(writer: Writer, placed: Placed, event: OutcomeDeclared, to: bool = False) -> str:
    """How the sentence of an outcome goes on with the words that were typed with it, and where it went, if `to` is
    wanted, with its stop: ", subject to a survey.", " because it blocked the light.", ". Officers were thanked."; ""
    where there are none."""
    key = _OUTCOMES[event.what]
    said, bare = (
        "".join(span.text for span in _sentence(writer, placed, one, key).spans)
        for one in (event, replace(event, text="", to="" if to else event.to))
    )
    return said.removeprefix(bare.rstrip(" .")) if said != bare else ""


def _to(writer: Writer, typed: str) -> str:
    """Where something went, as a sentence names it: a post by its article, and a body that is called a committee, a
    board or the like; "Council" and "Cabinet" have none."""
    posts = {person.post.casefold(): person.post for person in writer.meeting.people.values() if person.post}
    post = posts.get(re.sub(r"^the ", "", typed.casefold()))
    return the(post) if post else writer.holder(typed)


def _sentence(writer: Writer, placed: Placed, event: OutcomeDeclared, key: str, mood: Mood = "") -> Prose:
    by = [capital(name) for name in writer.formal(event.by)]
    event = _once_said(writer, key, event, by)
    rider = RIDER.match(event.text) and event.what in ("approved", "noted")
    if rider:
        facts = {**writer.common, **_plain(event), "to": _to(writer, event.to), "text": "", "by": by, "mood": mood}
        facts["noted"] = _noted(writer, event)
        spans = writer.style.render(key, **facts)
        return Prose(spans=joined_to(spans, event.text), **writer.of(key, [placed]))
    facts = {"text": event.text, "to": _to(writer, event.to), "referrals": event.referrals}
    facts |= {"by": by, "what": event.what, "word": event.word, "mood": mood, "petition": _of_a_petition(writer, event)}
    facts["noted"] = _noted(writer, event)
    put = any(put.item == event.item for put in writer.meeting.puts)
    return writer.prose(key, [placed], **facts, unanimous=False, put=put)


def _of_a_petition(writer: Writer, event: OutcomeDeclared) -> bool:
    """Whether what an outcome is of may be a petition, so that someone leads it to whom an answer goes: one that was
    received at the item or on it, or business of residents of which nothing else is recorded."""
    item = writer.item(event.item)
    told = [p.event for p in writer.meeting.events if isinstance(p.event, Noted)]
    if any(one.construct == "PU-10" and event.item in (one.item, *one.named("on")) for one in told):
        return True
    if item is None or "petition" in item.title.casefold():
        return item is not None
    raised = any(one.construct == "MB-02" and one.item == event.item for one in told)
    return item.kind in ("public", "members' items") and not raised


def _once_said(writer: Writer, key: str, event: OutcomeDeclared, by: list[str]) -> OutcomeDeclared:
    """The outcome without words that its own sentence says ("within 20 working days")."""
    words = event.text.strip(" .").casefold()
    if not words:
        return event
    facts = {**writer.common, **_plain(event), "text": "", "by": by, "referrals": event.referrals}
    stands = "".join(span.text for span in writer.style.render(key, **facts)).casefold()
    return replace(event, text="") if re.search(rf"\b{re.escape(words)}(?!\w)", stands) else event


def _plain(event: OutcomeDeclared) -> dict[str, Any]:
    said = {"to": event.to, "referrals": event.referrals, "what": event.what, "word": event.word}
    return {**said, "unanimous": False, "declared": False, "put": False, "mood": "", "petition": False, "noted": ""}


def reasons(writer: Writer, placed: Placed, event: ReasonsGiven) -> list[AnyBlock]:
    """PL-04 and CA-02: the reasons as a list, then what an executive must record with them."""
    lines = [capital(because_of(line)) for line in read_entries(event.text)]
    before = [p.event for p in writer.before(placed) if p.event.item == event.item and nature_of(p.event).business]
    # Below conditions it would not be said of what they are the reasons.
    apart = bool(before) and isinstance(before[-1], Noted) and before[-1].construct in ("PL-03", "PL-05")
    key = "CA-02.reasons" if writer.body.kind == "cabinet" else "PL-04.apart" if apart else "PL-04"
    entries = tuple(ListEntry((Span(line),), "number", str(n)) for n, line in enumerate(lines, 1))
    if len(entries) == 1:
        entries = (ListEntry(entries[0].spans, "plain"),)
    blocks: list[AnyBlock] = [
        writer.prose(key, [placed], count=len(lines)),
        Listing(entries=entries, **writer.of(key, [placed])),
    ]
    # An executive may say what it rejected and leave its reasons to the report.
    blocks = blocks if lines else []
    for what in ("alternatives", "conflicts", "dispensations"):
        if text := getattr(event, what):
            blocks.append(writer.prose(f"CA-02.{what}", [placed], text=own_sentence(text)))
    return blocks


_BESIDE = ("AT-", "DE-", "VO-12")
"""What is said of people after a decision: who came back, whose own vote was recorded."""


def with_reasons(blocks: list[AnyBlock], given: list[AnyBlock]) -> list[AnyBlock]:
    """The blocks of an item with reasons that go on from its decision, also where they were typed after people had come
    back for the next one."""
    at = len(blocks)
    while at and blocks[at - 1].construct.startswith(_BESIDE):
        at -= 1
    decided = at and (resolves(blocks[at - 1]) or blocks[at - 1].construct.startswith("PL-"))
    return [*blocks[:at], *given, *blocks[at:]] if decided else [*blocks, *given]


WRITES: Writes = {
    MinutesApproved: minutes_approved,
    Appointed: appointed,
    OutcomeDeclared: outcome,
    ReasonsGiven: reasons,
}
