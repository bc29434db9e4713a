"""The next meeting of a body, from what its records and those of others leave to it; and where each part comes from."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from clerk.agenda import Item, Matter
from clerk.events import Convened
from clerk.history import History, Past
from clerk.library.actions import followed
from clerk.library.bodies import Bodies, Body
from clerk.library.facts import DutyDone
from clerk.library.records import Record, identity, in_order
from clerk.library.registers import Evening
from clerk.library.standing import glance, standing
from clerk.library.state import Library
from clerk.library.tomorrow import SENT, references
from clerk.meeting.endings import ending_of
from clerk.meeting.quorum import needed
from clerk.meeting.state import Meeting
from clerk.names import Unclear, find_person, plain
from clerk.people import Person, Seat
from clerk.times import say_date

EARLY = ("absence", "declarations", "minutes", "monitoring officer", "members' items", "public")
LATE = ("forward plan", "urgent", "exempt")
"""Standing business that stands before, and after, the business of the evening."""

_LEFT = ("deferred", "not reached")


class Proposed(Struct, frozen=True):
    """An item proposed for the next agenda. `came` says from where, in words, and `pointer` what points to it;
    `minutes_of` the minutes to be approved under it, `matters` the actions still open."""

    title: str
    came: str
    kind: str = "report"
    exempt: bool = False
    recommendations: str = ""
    report_of: str = ""
    minutes_of: tuple[date, ...] = ()
    matters: tuple[Matter, ...] = ()
    pointer: str = ""


class Roll(Struct, frozen=True):
    """The roll as it now is: each seat with its holder, the substitutes, and the officers."""

    seats: tuple[tuple[Seat, Person], ...]
    substitutes: tuple[Person, ...]
    officers: tuple[Person, ...]
    came: str


class Away(Struct, frozen=True):
    """Who is not expected, a name as printed, and why."""

    name: str
    why: str


class Expected(Struct, frozen=True):
    """How many members are expected, of how many seats; how many are needed, and who is away."""

    members: int
    seats: int
    quorum: int
    away: tuple[Away, ...] = ()

    @property
    def said(self) -> str:
        """It in a sentence or two, with a warning where there would be no quorum."""
        away = "; ".join(f"{one.name} ({one.why})" for one in self.away)
        said = f"Expected: {self.members} of {self.seats} members; the quorum is {self.quorum}."
        said += f" Away: {away}." if away else ""
        short = self.quorum - self.members
        return f"{said} {short} more {'is' if short == 1 else 'are'} needed for a quorum." if short > 0 else said


class Next(Struct, frozen=True):
    """A meeting to be called: the items in their order, the roll, who is expected, and what is taken over from the
    meeting before."""

    body: str
    day: date
    before: Record
    roll: Roll
    expected: Expected
    items: tuple[Proposed, ...]

    @property
    def came(self) -> str:
        """Where what is not an item comes from."""
        return f"the meeting of {say_date(self.before.day)}"


def next_meeting(
    body: str,
    day: date,
    records: Sequence[Record],
    bodies: Bodies,
    evenings: Sequence[Evening] = (),
    apologies: Sequence[str] = (),
    today: date | None = None,
) -> Next:
    """What a body's next meeting begins with. What was put on the agenda of a meeting that was to be held before
    `today`, and was not, waits still. Who is away is told by the `apologies` that came already, names as typed,
    and by the `evenings` that approved an absence or recorded a suspension. Raises `Unclear` where no meeting of it
    before that day is known, where part of its name is several bodies', or a name is nobody's on its roll."""
    met = {bodies.of(record.body, record.body_id) for record in records}
    like = sorted((one for one in met if bodies.is_like(body, one.name, one.id)), key=lambda one: one.name)
    exact = [one for one in like if plain(one.name) == plain(body) or body in one.ids]
    if len(exact or like) != 1:
        known = "; ".join(map(_said, exact or like or sorted(bodies.known, key=lambda one: one.name))) or "none"
        raise Unclear(f"Which body is “{body}”? Those that have met: {known}.")
    ours = (exact or like)[0]
    name = ours.name
    own = [
        record for record in in_order(records) if bodies.of(record.body, record.body_id) == ours and record.day < day
    ]
    if not own:
        raise Unclear(f"No meeting of the {name} before {say_date(day)} is kept here.")
    last = own[-1]
    council = last.meeting.profile.body_kind == "council"
    held = [one for one in own if today is None or one.meeting.course != "before" or one.day >= today]
    business = (*_left(held), *_referred(ours, held, records, bodies, council), *_planned(last, day))
    early = _with_minutes(
        list(_standing(last, EARLY)), _to_approve(ours, own, bodies.told), _matters(own, bodies.told, day)
    )
    roll = _roll(last, evenings, bodies.told)
    expected = _expected(last, roll, day, name, evenings, apologies, bodies.told)
    return Next(name, day, last, roll, expected, (*early, *business, *_standing(last, LATE)))


def _said(one: Body) -> str:
    of = ", ".join(filter(None, (one.council, one.id)))
    return f"{one.name} ({of})" if of else one.name


def with_days(convened: Convened, proposed: Next) -> Convened:
    """The meeting made of what was proposed, with what papers do not say of its members: the days on which they are
    suspended, their training, who votes for them."""
    known = {plain(person.name): person for _, person in proposed.roll.seats}
    ids = {person.id for person in convened.people}

    def with_(person: Person) -> Person:
        before = known.get(plain(person.name))
        if before is None:
            return person
        proxies = tuple(one for one in before.proxies if one.holder in ids)
        trained = before.trained_planning
        return replace(person, suspended=before.suspended, trained_planning=trained, proxies=proxies)

    return replace(convened, people=tuple(map(with_, convened.people)))


def _roll(last: Record, evenings: Sequence[Evening], told: Library) -> Roll:
    meeting = last.meeting

    def with_suspensions(person: Person) -> Person:
        who = identity(person, told)
        every = [days for one in evenings for other, days in one.suspended if told.lasting(other) == who]
        return replace(person, suspended=tuple(dict.fromkeys((*person.suspended, *every))))

    seats = tuple(
        (seat, with_suspensions(meeting.people[seat.holder]))
        for seat in meeting.seats.values()
        if seat.holder and seat.holder in meeting.people and meeting.people[seat.holder].office_ended is None
    )
    known = meeting.setup.substitutes if meeting.setup else ()
    substitutes = tuple(meeting.people[id_] for id_ in known if id_ in meeting.people)
    officers = tuple(person for person in meeting.people.values() if person.kind == "officer")
    return Roll(seats, substitutes, officers, f"the roll as it was at the end of {say_date(last.day)}")


def _expected(
    last: Record, roll: Roll, day: date, body: str, evenings: Sequence[Evening], apologies: Sequence[str], told: Library
) -> Expected:
    sorry = {find_person([person for _, person in roll.seats], typed).id for typed in apologies}
    away: dict[str, Away] = {}
    for _, person in roll.seats:
        who = identity(person, told)
        barred = next((days for days in person.suspended if days.holds(day, body)), None)
        approved = [
            until
            for one in evenings
            for other, until in one.excused
            if told.lasting(other) == who and one.day <= day and until is not None and day <= until
        ]
        if person.id in sorry:
            away[person.id] = Away(person.formal, "apology")
        elif barred is not None:
            away[person.id] = Away(person.formal, f"suspended{_until(barred.until)}")
        elif approved:
            away[person.id] = Away(person.formal, f"absence approved{_until(max(approved))}")
    seats = len(last.meeting.seats)
    there = len({person.id for _, person in roll.seats}) - len(away)
    return Expected(there, seats, needed(last.meeting), tuple(away.values()))


def _until(day: date | None) -> str:
    return f" until {say_date(day)}" if day is not None else ""


def _standing(last: Record, kinds: Sequence[str]) -> Iterator[Proposed]:
    """The standing items of the meeting before, in its order."""
    came = f"standing, as on {say_date(last.day)}"
    for id_ in last.meeting.agenda:
        item = last.meeting.items.get(id_)
        if item is not None and item.kind in kinds:
            yield Proposed(_undated(item), came, item.kind, item.exempt and item.kind == "exempt")


def _with_minutes(items: list[Proposed], minutes: tuple[date, ...], matters: tuple[Matter, ...]) -> list[Proposed]:
    """The items with the minutes that wait for approval and the actions still open: under the standing item for them,
    or in items of their own where the body has none."""
    if not any(item.kind == "minutes" for item in items):
        if minutes:
            items = [*items, Proposed("Minutes of the last meeting", "waiting for approval", "minutes")]
        elif matters:
            return [*items, Proposed("Matters arising", "actions still open", matters=matters)]
    return [replace(item, minutes_of=minutes, matters=matters) if item.kind == "minutes" else item for item in items]


def _undated(item: Item) -> str:
    return (
        "Minutes of the last meeting" if item.kind == "minutes" and any(c.isdigit() for c in item.title) else item.title
    )


def _to_approve(ours: Body, own: Sequence[Record], told: Library) -> tuple[date, ...]:
    """The days of the minutes that wait: no later meeting of the body has approved them, and nobody elsewhere of whom
    the library was told."""
    pasts = tuple(past for one in own if (past := Past.of(one.meeting, one.id, one.name)) is not None)
    waiting = []
    for record in own:
        ids, others = (record.id,), tuple(past for past in pasts if past.id != record.id)
        history = History(others, ids, told, record.body, record.body_id, ours.names)
        how = standing(record.meeting, history)
        kept = glance(record.meeting, told, ids) in ("approved", "signed")
        if record.meeting.course == "closed" and not how.approved and not kept:
            waiting.append(record.day)
    return tuple(dict.fromkeys(waiting))


def _matters(own: Sequence[Record], library: Library, day: date) -> tuple[Matter, ...]:
    return tuple(
        Matter(one.owner or "Nobody named", one.task, one.item)
        for one in followed(own, library, day)
        if one.stands and not one.private
    )


def _left(own: Sequence[Record]) -> Iterator[Proposed]:
    """What was put off, or not reached, and has been on no agenda since; never exempt but as exempt."""
    for place, record in enumerate(own):
        later = [item for other in own[place + 1 :] for item in other.meeting.items.values()]
        # What another body sent is a matter of its own, whatever it is called.
        titles = {plain(item.title) for item in later if not item.referred_from}
        pointers = {item.referred_from for item in later}
        for item, why in _undone(record.meeting):
            pointer = f"{record.id}/{item.id}"
            if plain(item.title) not in titles and pointer not in pointers:
                yield Proposed(
                    item.title, f"{why} on {say_date(record.day)}", "report", item.exempt, item.recommendations,
                    item.report_of, pointer=pointer,
                )  # fmt: skip


def _undone(meeting: Meeting) -> Iterator[tuple[Item, str]]:
    for id_ in meeting.agenda:
        item = meeting.items.get(id_)
        if item is None or item.kind not in ("report", "application", "members' items"):
            continue
        how = ending_of(meeting, id_).what
        if how in _LEFT:
            yield item, how
        elif meeting.course == "closed" and id_ not in meeting.taken and how in ("", "open"):
            yield item, "not reached"


def _referred(
    ours: Body, own: Sequence[Record], records: Sequence[Record], bodies: Bodies, council: bool
) -> Iterator[Proposed]:
    """What other bodies sent here, with how they voted and why, until an item is of it or it was said to be received.
    An item of the same title need not be: that is said beside it."""
    had = {item.referred_from for record in own for item in record.meeting.items.values()} - {""}
    had |= {f"{fact.meeting}/{fact.event}" for _, fact in bodies.told.of(DutyDone) if fact.rule == SENT}
    for record in in_order(records):
        for one in references(record.meeting, record.id):
            if not bodies.goes_to(one.to, ours.name, ours.id, council) or one.pointer in had:
                continue
            votes = f" ({'; '.join(one.votes)})" if one.votes else ""
            reasons = f" Reasons: {' '.join(one.reasons)}" if one.reasons else ""
            came = f"{one.why} by the {record.body} on {say_date(record.day)}{votes}.{reasons}"
            came += _since(one.title, record.day, own)
            yield Proposed(one.title, came, "report", one.exempt, one.text, pointer=one.pointer)


def _since(title: str, day: date, own: Sequence[Record]) -> str:
    """That an item of this title, which nothing says to be of another matter, stood on a later agenda."""
    for record in own:
        for item in record.meeting.items.values():
            if record.day >= day and plain(item.title) == plain(title) and not item.referred_from:
                when = say_date(record.day)
                return f" An item of that title stood on the agenda of {when}: leave this one out if it was that."
    return ""


def _planned(last: Record, day: date) -> Iterator[Proposed]:
    """What the forward plan has for the day."""
    for item in last.meeting.items.values():
        for one in item.work:
            if one.meeting in (day.isoformat(), say_date(day)):
                yield Proposed(one.title, f"the forward plan of {say_date(last.day)}", report_of=one.report_of)
