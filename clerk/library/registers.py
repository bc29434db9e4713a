"""Registers over meetings: who attended, what was declared, how a member voted. By the meetings in this library alone.

Humans are told apart by the library's id; a row says from which names it was joined. What is public of a record is for
whoever gives the records to say (`Record.openly`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk.calendar import excused_through, safe_through
from clerk.events import Noted
from clerk.history import excused, suspended
from clerk.library.records import Record, identity, in_order
from clerk.library.state import Library
from clerk.meeting.attendance import by_link
from clerk.meeting.leaving import came_back, left_for
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Declaration, Vote
from clerk.meeting.state import Meeting
from clerk.people import Suspension
from clerk.saying.votes import outcome_of, sides_of
from clerk.surnames import surname_of
from clerk.texts import written

Attendance = Literal["present", "substitute", "apology", "absent", "suspended", "in attendance"]


class Attended(Struct, frozen=True, array_like=True):
    """One human at one meeting: as what, and whether the human left before its close or took part by video link."""

    record: str
    body: str
    day: date
    how: Attendance
    left_early: bool = False
    remote: bool = False

    @property
    def said(self) -> str:
        """The attendance in Modern.gov's words: "Present, as substitute, virtual"."""
        return f"{_MODERN_GOV.get(self.how, self.how.capitalize())}{', virtual' if self.remote else ''}"


_MODERN_GOV = {"substitute": "Present, as substitute", "apology": "Apologies"}


class Member(Struct, frozen=True):
    """What the register says of one human: `names` are those that it was joined from, the newest first. `last` is the
    day of the last attendance as a member or a substitute, `since` the first day of a meeting that the human was a
    member for; `lapses` the day on which six months without attendance end, None where the Council approved the reason
    without an end; `excused` the approvals of reasons: on which day, until which."""

    identity: str
    names: tuple[str, ...]
    group: str
    meetings: tuple[Attended, ...]
    last: date | None
    since: date | None
    lapses: date | None
    excused: tuple[tuple[date, date | None], ...] = ()

    def counted(self) -> Counter[str]:
        """How often each: "present", "substitute", "apology", "absent", "suspended", "in attendance", "left early",
        "remote"; and by the words that Modern.gov has for what is so of none but these."""
        found: Counter[str] = Counter(one.how for one in self.meetings)
        found.update(one.said for one in self.meetings if one.remote)
        found["left early"] = sum(one.left_early for one in self.meetings)
        found["remote"] = sum(one.remote for one in self.meetings)
        return found

    @property
    def expected(self) -> int:
        """Meetings at which the human was to be, as a member: what a share of attendance is of."""
        return sum(one.how in ("present", "apology", "absent") for one in self.meetings)

    @property
    def share(self) -> float | None:
        """The share of them attended; None where there was none."""
        return sum(one.how == "present" for one in self.meetings) / self.expected if self.expected else None


class Seen(Struct, frozen=True, array_like=True):
    """One human at one meeting: `who` by the lasting id that the meeting has, the name and the group then."""

    who: str
    name: str
    group: str
    councillor: bool
    attended: Attended


class Evening(Struct, frozen=True, array_like=True):
    """Who attended a meeting, nobody where it was not held; whose absence it approved, until which day; and who was
    recorded as suspended, on which days. Nothing of what was said or decided is in it."""

    id: str
    name: str
    body: str
    body_id: str
    day: date
    seen: tuple[Seen, ...] = ()
    excused: tuple[tuple[str, date | None], ...] = ()
    suspended: tuple[tuple[str, Suspension], ...] = ()


def evening_of(record: Record) -> Evening:
    """Who attended a meeting, whose absence it approved, and who was suspended by it."""
    meeting, nobody = record.meeting, Library()
    away = tuple((identity(meeting.people[id_], nobody), one.until) for id_, one in excused(meeting))
    barred = tuple((identity(meeting.people[id_], nobody), one.days) for id_, one in suspended(meeting))
    seen: tuple[Seen, ...] = ()
    if meeting.opened_at is not None or meeting.roll_called:
        there = ((meeting.people[person], attended) for person, attended in _at(record))
        seen = tuple(Seen(identity(one, nobody), one.name, one.group, one.is_councillor, how) for one, how in there)
    return Evening(record.id, record.name, record.body, record.body_id, record.day, seen, away, barred)


def attendance(
    evenings: Iterable[Evening], library: Library, counted: Callable[[Evening], bool] = lambda one: True
) -> tuple[Member, ...]:
    """The attendance of everyone who had a seat, or was there besides, at those meetings held that are `counted`; in
    the order of their names. When each attended last, and the six months, go by all the meetings."""
    found: dict[str, list[Attended]] = {}
    elsewhere: dict[str, list[Attended]] = {}
    names: dict[str, dict[str, None]] = {}
    groups: dict[str, str] = {}
    reasons: dict[str, list[tuple[date, date | None]]] = {}
    councillors: set[str] = set()
    evenings = list(evenings)
    barred = [(library.lasting(who), days) for evening in evenings for who, days in evening.suspended]
    for evening in sorted(evenings, key=lambda one: (one.day, one.body, one.name)):
        for id_, until in evening.excused:
            reasons.setdefault(library.lasting(id_), []).append((evening.day, until))
        counts = counted(evening)
        for one in evening.seen:
            who = library.lasting(one.who)
            attended = one.attended
            if attended.how in ("absent", "apology") and any(
                who == other and days.holds(evening.day, evening.body) for other, days in barred
            ):
                attended = replace(attended, how="suspended")
            (found if counts else elsewhere).setdefault(who, []).append(attended)
            names[who] = {one.name: None, **names.get(who, {})}
            groups[who] = one.group or groups.get(who, "")
            councillors |= {who} if one.councillor else set()
    members = [
        _member(
            Member(who, tuple(names[who]), groups[who], tuple(there), None, None, None, tuple(reasons.get(who, ()))),
            (*there, *elsewhere.get(who, ())),
            who in councillors,
        )
        for who, there in found.items()
    ]
    return tuple(sorted(members, key=lambda one: (surname_of(one.names[0]), one.names[0])))


def _member(one: Member, everywhere: tuple[Attended, ...], councillor: bool) -> Member:
    """A member with what goes by all meetings: the last attendance, and the end of six months, which is for a
    councillor alone."""
    came = [there.day for there in everywhere if there.how in ("present", "substitute")]
    seated = [there.day for there in everywhere if there.how not in ("substitute", "in attendance")]
    last, since = max(came, default=None), min(seated, default=None)
    begins = last or since
    lapses = excused_through(safe_through(begins), begins, one.excused) if begins and seated and councillor else None
    return replace(one, last=last, since=since, lapses=lapses)


def _at(record: Record) -> Iterator[tuple[str, Attended]]:
    """Everyone who had a seat at a meeting, each who sat in one for someone, and the councillors who were there
    besides."""
    meeting = record.meeting
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder in meeting.people]
    for holder in dict.fromkeys(filter(None, holders)):
        yield holder, Attended(record.name, record.body, record.day, _how(meeting, holder), *_stay(meeting, holder))
    for sat in dict.fromkeys(held.person for held in meeting.substitutions):
        if sat in meeting.people and sat in meeting.stays and sat not in holders:
            yield sat, Attended(record.name, record.body, record.day, "substitute", *_stay(meeting, sat))
    seated = {*holders, *(held.person for held in meeting.substitutions)}
    for id_ in dict.fromkeys((*meeting.stays, *_attending(meeting))):
        if id_ not in seated and id_ in meeting.people and meeting.people[id_].is_councillor:
            yield id_, Attended(record.name, record.body, record.day, "in attendance", *_stay(meeting, id_))


def _attending(meeting: Meeting) -> Iterator[str]:
    """Who is named as attending besides the members (FM-04, AT-12)."""
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, Noted) and event.construct == "FM-04":
            yield from event.named()


def _how(meeting: Meeting, person: str) -> Attendance:
    if person in meeting.stays:
        return "present"
    setup = meeting.setup
    if setup is not None and meeting.people[person].suspended_on(setup.date, setup.body):
        return "suspended"
    return "apology" if person in meeting.apologies else "absent"


def _stay(meeting: Meeting, person: str) -> tuple[bool, bool]:
    """Whether someone had gone before the close, and not for an interest alone; and whether by video link."""
    stays = meeting.stays.get(person, ())
    early = bool(stays) and bool(stays[-1].left) and not stays[-1].interest and meeting.course == "closed"
    return early, bool(by_link(meeting, person))


class Declared(Struct, frozen=True):
    """An interest that was declared at a meeting. `what` is its nature, "" for a sensitive one; `effect` is "to leave"
    of one who declared that, until it is recorded that the member left for all of its items."""

    record: str
    body: str
    day: date
    identity: str
    name: str
    items: str
    kind: str
    what: str
    effect: str


def declarations(records: Iterable[Record], library: Library) -> tuple[Declared, ...]:
    """Every interest declared, in order."""
    return tuple(
        _declared(record, library, one)
        for record in in_order(records)
        for one in record.meeting.declarations
        if one.member in record.meeting.people
    )


def _declared(record: Record, library: Library, one: Declaration) -> Declared:
    person = record.meeting.people[one.member]
    numbers = [record.meeting.items[id_].number.rstrip(".") for id_ in one.items if id_ in record.meeting.items]
    effect: str = one.effect
    if effect == "left" and not {(one.member, item) for item in one.items or ("",)} <= left_for(record.meeting):
        effect = "to leave"
    elif effect == "left" and came_back(record.meeting, one.member, one.items):
        effect = "came back"
    return Declared(
        record.name, record.body, record.day, identity(person, library), person.formal, ", ".join(numbers),
        one.kind, "" if one.sensitive else one.reason, effect,
    )  # fmt: skip


class Voted(Struct, frozen=True):
    """How a member voted, as it was recorded. `how` is "for", "against", "abstained" or "did not vote" only where the
    record has it by name; else "present, not recorded by name"."""

    record: str
    body: str
    day: date
    item: str
    question: str
    vote: str
    how: str
    result: str


NOT_BY_NAME = "present, not recorded by name"


def votes_of(records: Iterable[Record], library: Library, who: str) -> tuple[Voted, ...]:
    """Every vote at which a human might vote, and how, so far as it is recorded by name: in a named vote, as the
    member's own vote, or as the casting vote. Nothing is inferred from a count."""
    found: list[Voted] = []
    for record in in_order(records):
        meeting = record.meeting
        persons = [id_ for id_, person in meeting.people.items() if identity(person, library) == who]
        for vote in meeting.votes.values():
            how = next((how for id_ in persons if (how := _voted(vote, id_))), "")
            if how and not vote.superseded:
                found.append(_row(record, vote, how))
    return tuple(found)


def _voted(vote: Vote, person: str) -> str:
    own = next((f"{way} (own vote recorded)" for one, way in vote.own_votes if one == person), "")
    by_name = {"for": vote.for_names, "against": vote.against_names, "abstained": vote.abstained_names}
    how = next((way for way, names in by_name.items() if person in names), "") if vote.method == "named" else ""
    if vote.method == "named" and person in vote.not_voting:
        how = "did not vote"
    cast = f"casting vote {vote.casting[1]}" if vote.casting and vote.casting[0] == person else ""
    said = "; ".join(filter(None, (how or own, cast)))
    return said or (NOT_BY_NAME if person in vote.entitled else "")


def _row(record: Record, vote: Vote, how: str) -> Voted:
    meeting = record.meeting
    known = [meeting.questions[label] for label in vote.questions if label in meeting.questions]
    yes, no = sides_of(meeting, vote)
    how = re.sub(r"\b(for|against)\b", lambda way: {"for": yes, "against": no}[way[0]], how) if vote.facing else how
    items = [
        meeting.items[question.item].number.rstrip(".")
        for question in known
        if question.item and question.item in meeting.items
    ]
    words = " ".join(written(text_of(meeting.questions, question.id)) for question in known)
    return Voted(
        record.name, record.body, record.day, ", ".join(dict.fromkeys(items)), " ".join(words.split()), vote.id, how,
        outcome_of(vote) if vote.facing else vote.state,
    )  # fmt: skip
