"""Section 2: attendance (A1 to A12)."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from clerk.events import (
    AmendmentMoved,
    Arrived,
    CastingVote,
    Declared,
    ItemTaken,
    Left,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    MotionMoved,
    Noted,
    OwnVote,
    Presided,
    PublicExcluded,
    PublicReadmitted,
    RollCalled,
    SeatChanged,
    TimeExtended,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.history import EXCUSED
from clerk.meeting.attendance import links_before, suspended
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked, named, variants
from clerk.times import read_time, say_date, say_time


class Roll(Struct, frozen=True):
    """How the roll adds up (A2): each member once. `replaced` are those for whom a substitute sat."""

    present: tuple[str, ...]
    replaced: tuple[str, ...]
    apologies: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def sum(self) -> str:
        """ "8 present + 2 apologies = 10"."""
        parts = [(self.present, "present"), (self.replaced, "substituted"), (self.apologies, "apologies")]
        parts += [(self.absent, "absent"), (self.unknown, "not known")]
        shown = [f"{len(people)} {what}" for people, what in parts if people]
        return f"{' + '.join(shown) or 'nobody'} = {sum(len(people) for people, _ in parts)}"


def roll_of(meeting: Meeting) -> Roll:
    """Each member of the body in one class."""
    substituted = {held.seat for held in meeting.substitutions if held.person in meeting.stays}
    classes: dict[str, list[str]] = {name: [] for name in Roll.__struct_fields__}
    for seat in meeting.seats.values():
        if seat.holder is None:
            continue
        apology = meeting.apologies.get(seat.holder)
        if seat.holder in meeting.stays:
            classes["present"].append(seat.holder)
        elif seat.id in substituted:
            classes["replaced"].append(seat.holder)
        elif apology is not None and apology.kind == "absence":
            classes["apologies"].append(seat.holder)
        else:
            classes["absent" if meeting.roll_called else "unknown"].append(seat.holder)
    return Roll(*(tuple(people) for people in classes.values()))


@rule(A1="HARD", A2="WARN HARD", A12="HARD", A10="HARD")
def who_was_there(case: Case) -> Iterator[Finding]:
    """The members present, each once, each a member."""
    meeting = case.meeting
    roll = roll_of(meeting)
    attended = [person for _, person in meeting.acting if person in meeting.stays] or roll.present
    if not attended and (case.closed or case.votes or meeting.outcomes):
        yield found("HARD", "A1", "No member is recorded as present.", "Call the roll (r).")
    elif case.closed and roll.unknown:
        text = f"It is not recorded whether these were there: {case.names(roll.unknown)}."
        yield found("WARN", "A2", text, "Call the roll (r), or record their apologies.", figures=roll.sum)
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder]
    for person in dict.fromkeys(holders):
        if holders.count(person) > 1:
            text = f"{case.name(person)} holds {holders.count(person)} seats, so the roll counts one member twice."
            yield found("HARD", "A2", text, "Put the seats right (:seat).", figures=roll.sum)
    seats = case.profile.body_seats
    if seats is None and case.profile.body_kind == "council":
        seats = case.profile.council_seats
    if seats is not None and len(holders) > seats:
        text = f"{len(holders)} members are appointed to {seats} seats."
        yield found("HARD", "A12", text, "Take advice before any business.", figures=f"{len(holders)} > {seats}")
    if meeting.setup is not None:
        for person in dict.fromkeys(person for _, person in meeting.acting if person in meeting.stays):
            ended = meeting.people[person].office_ended
            if ended is not None and ended < meeting.setup.date:
                text = f"{case.name(person)} left the council on {say_date(ended)}, and acted here."
                yield found("HARD", "A10", text, "Take the name off the roll, or put the date right.")


@rule(A3="WARN")
def comings_and_goings(case: Case) -> Iterator[Finding]:
    """Who came late or left early did so at a time."""
    members = {seat.holder for seat in case.meeting.seats.values()} | {h.person for h in case.meeting.substitutions}
    # Who attended, and took a seat later, was there already.
    attending = {
        (person, case.place(p.id))
        for p in case.meeting.events
        if isinstance(p.event, Noted) and p.event.construct == "FM-04"
        for person in p.event.named()
    }
    for person, stays in case.meeting.stays.items():
        if person not in members:
            continue
        first, last = stays[0], stays[-1]
        late = case.place(first.came) > max(case.roll_place, case.opened_place)
        late = late and not any(who == person and place < case.place(first.came) for who, place in attending)
        if late and first.came_at is None and isinstance(_event(case, first.came), Arrived):
            text = f"{case.name(person)} came when the meeting was open; the time is not recorded."
            yield found("WARN", "A3", text, "Give the time (:correct).", at=first.came)
        gone = last.left and not last.interest and isinstance(_event(case, last.left), Left)
        if gone and last.left_at is None and case.place(last.left) < case.closed_place:
            text = f"{case.name(person)} left before the end; the time is not recorded."
            yield found("WARN", "A3", text, "Give the time (:correct).", at=last.left)


@rule(Q11="WARN")
def connection_of_one_in_the_room(case: Case) -> Iterator[Finding]:
    """Who lost the connection had one: the roll, or the coming in, says that they attended over a link."""
    setup = case.meeting.setup
    if setup is not None and _VIRTUAL.search(setup.venue) and not _PLACE.search(setup.venue):
        # Where nobody met in one room, the roll need not say it of each.
        return
    if not case.meeting.remote_counts and not any(True in ways for ways in case.meeting.ways.values()):
        # Nobody is said to attend over a link, nor would it count: what was lost is not the roll's to say.
        return
    for placed, event in case.of(Left):
        if not event.connection or event.person not in case.meeting.stays:
            continue
        if event.person not in links_before(case.meeting, placed.id):
            text = f"{case.name(event.person)} lost the connection, and is recorded as there in the room."
            remedy = "Say who attended over a link: :present … remote=NAME, or :in NAME remote=yes (:correct)."
            yield found("WARN", "Q11", text, remedy, at=placed)


_VIRTUAL = re.compile(r"\b(virtual(ly)?|remote(ly)?|online|zoom|teams|video|webex|skype|telephone)\b", re.I)
_PLACE = re.compile(r"\b(room|hall|chamber|house|centre|offices?|street|road|and|hybrid|multi-location)\b", re.I)


def _event(case: Case, id_: str) -> object:
    place = case.place(id_)
    return case.meeting.events[place].event if place >= 0 else None


@rule(A5="HARD WARN")
def only_members(case: Case) -> Iterator[Finding]:
    """Who does not act on the body is not among the members present; a substitute who comes acts in a seat."""
    meeting = case.meeting
    members = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
    gave_up = [(case.place(p.id), changed.was) for p, changed in case.of(SeatChanged) if changed.was]
    for placed, event in case.of(RollCalled):
        then = {person for place, person in gave_up if place > case.place(placed.id)}
        for person in event.present:
            if person in meeting.people and person not in members | then:
                text = f"{case.name(person)} answered the roll, but is not a member of this body."
                yield found("HARD", "A5", text, "Correct the roll; list others with :attending.", at=placed)
    named = meeting.setup.substitutes if meeting.setup else ()
    may_sit = {id_ for id_, who in meeting.people.items() if id_ in named or who.kind == "member"}
    told = members | {was for _, was in gave_up}
    for placed, came in case.of(Arrived):
        if came.person in may_sit and came.person not in told:
            told.add(came.person)
            text = f"{case.name(came.person)} came in, who may substitute, and acts in no seat."
            yield found("WARN", "A5", text, "Say for whom (:sub NAME for=MEMBER).", at=placed)


@rule(A6="WARN")
def six_months(case: Case) -> Iterator[Finding]:
    """A member who attends nothing for six months is one no longer (from meetings held in this program only)."""
    from clerk.calendar import excused_through, safe_through

    setup = case.meeting.setup
    if setup is None or not case.meeting.roll_called or not case.history.meetings:
        return
    for seat in case.meeting.seats.values():
        person = case.meeting.people.get(seat.holder or "")
        if person is None or person.id in case.meeting.stays:
            continue
        last = case.history.last_attended(person.name, setup.date, person.lasting_id)
        if last is None:
            continue
        approved = [(one.on, one.until) for one in case.history.excused(person.name, person.lasting_id)]
        limit = excused_through(safe_through(last, case.profile.absence_months), last, approved)
        if limit is None:
            continue
        if setup.date >= limit - timedelta(days=60):
            figures = (
                f"last attended {say_date(last)}, safe through {say_date(limit)}, by {case.profile.absence_section}"
            )
            alert = "ALERT: " if setup.date >= limit - timedelta(days=14) else ""
            lost = f"{'was' if setup.date > limit else 'is'} a member through {say_date(limit)}"
            text = f"{alert}{case.name(person.id)} has attended nothing since {say_date(last)}, and so {lost}."
            remedy = "Tell the monitoring officer; only the Council can approve the absence, and beforehand. Based on "
            yield found("WARN", "A6", text, remedy + "meetings held in this program.", figures=figures)


@rule(A13="WARN")
def suspended_elsewhere(case: Case) -> Iterator[Finding]:
    """Who was suspended by another meeting is suspended here."""
    setup = case.meeting.setup
    if setup is None:
        return
    away = suspended(case.meeting)
    for holder in dict.fromkeys(seat.holder for seat in case.meeting.seats.values()):
        person = case.meeting.people.get(holder or "")
        if person is None or person.id in away:
            continue
        told = case.history.suspended_on(setup.date, setup.body, person.name, person.lasting_id)
        if told is not None:
            last = f" until {say_date(told.days.until)}" if told.days.until else ""
            text = f"{case.name(person.id)} was suspended{last}, as the {told.body} recorded on {say_date(told.on)}."
            until = f" until={told.days.until.isoformat()}" if told.days.until else ""
            remedy = f"Record it here too (:suspend {person.id} from={told.days.since.isoformat()}{until})."
            yield found("WARN", "A13", text, remedy)


@rule(A7="WARN")
def absence_approved(case: Case) -> Iterator[Finding]:
    """Noting apologies is not approving absence; only the Council can do that."""
    if case.profile.body_kind == "council":
        return
    here = [placed for placed, event in case.of(Noted) if event.construct == EXCUSED]
    here += [placed for placed, text in case.prose if "absence approved" in marked(text) and placed not in here]
    for placed in here:
        sentence = "This committee is minuted as approving a member's absence, which only the Council can do."
        yield found("WARN", "A7", sentence, "Say that the apologies were noted.", at=placed)


@rule(A9="WARN")
def one_name_each(case: Case) -> Iterator[Finding]:
    """A person has one name, the roll's."""
    people = [person.name for person in case.meeting.people.values() if person.name]
    for one, other in variants(people):
        text = f"“{one}” and “{other}” look like one person."
        yield found("WARN", "A9", text, "Keep the name that the roll has (:person).")
    yield from _not_told_apart(case)
    known = frozenset(word for name in people for word in name.split())
    for placed, prose in case.prose:
        for typed in named(prose):
            for one, other in variants([word for word in typed if word not in known], known):
                text = f"“{one}” is typed where the roll has “{other}”."
                yield found("WARN", "A9", text, "Correct the name.", at=placed)


def _not_told_apart(case: Case) -> Iterator[Finding]:
    """Two who are printed by one name, which says of neither who it is."""
    formal = Counter(person.formal for person in case.meeting.people.values() if person.name)
    for name, count in formal.items():
        if count > 1:
            text = f"{'Two' if count == 2 else count} people are called {name}, and nothing printed tells them apart."
            remedy = "Give each a ward or a post: in the meeting's file, or :person ID ward=NAME."
            yield found("WARN", "A9", text, remedy)


_INSIDE = ItemTaken | MeetingAdjourned | MeetingResumed | TimeExtended
"""What can only happen while the meeting is open, beside its business."""


_DAY = timedelta(hours=20)
"""What lies further than this from the hour on the agenda is of another day."""


def _off_by_a_day(case: Case) -> Iterator[Finding]:
    """Hours that are a whole day off, or run backwards where events were placed beside others."""
    setup = case.meeting.setup
    begins = datetime.combine(setup.date, read_time(setup.time)) if setup and setup.time else None
    latest: datetime | None = None
    for placed in case.meeting.events:
        at = placed.event.at
        if at is None:
            continue
        if begins is not None and case.meeting.resumed_on is None and abs(at - begins) >= _DAY:
            text = f"{say_time(at)} on {say_date(at.date())} is recorded of a meeting of {say_date(begins.date())}."
            yield found("HARD", "A11", text, "Correct its time.", at=placed)
        elif latest is not None and at < latest:
            text = f"Something is recorded at {say_time(at)}, after what is recorded at {say_time(latest)}."
            yield found("HARD", "A11", text, "Correct its time, or its place.", at=placed)
        latest = max(at, latest or at)


def _after_the_close(case: Case, end: datetime | None) -> Iterator[Finding]:
    """What stands after the meeting was closed: each vote, coming and going by name, the rest together."""
    rest: list[Placed] = []
    for placed in case.meeting.events[case.closed_place + 1 :] if case.closed else []:
        event = placed.event
        if event.at is not None and end is not None and event.at > end:
            continue
        remedy = "Put it where it happened (:move), or correct when the meeting was closed."
        if isinstance(event, VoteTaken):
            text = f"Vote {event.vote} is recorded after the meeting was closed."
            yield found("WARN", "A11", text, remedy, at=placed)
        elif isinstance(event, Arrived | Left):
            how = "coming in" if isinstance(event, Arrived) else "leaving"
            text = f"{case.name(event.person)} is recorded as {how} after the meeting was closed."
            yield found("WARN", "A11", text, remedy, at=placed)
        elif isinstance(event, _ONLY_WITHIN) or decides(event):
            rest.append(placed)
    if rest:
        much = "1 entry" if len(rest) == 1 else f"{len(rest)} entries"
        text = f"Something done at the meeting is recorded after it was closed ({much})."
        remedy = "Put it where it happened (:move), or correct when the meeting was closed."
        yield found("WARN", "A11", text, remedy, at=rest[0])


_ONLY_WITHIN = (
    Declared,
    Presided,
    RollCalled,
    CastingVote,
    OwnVote,
    MotionMoved,
    AmendmentMoved,
    PublicExcluded,
    PublicReadmitted,
)
"""What can only happen while the meeting lasts. A paragraph, reasons or an action may well be written up after it."""


@rule(A11="WARN HARD")
def start_and_finish(case: Case) -> Iterator[Finding]:
    """The meeting opens once and closes once, at a time, and nothing happens before the one or after the other."""
    opened, closed = list(case.of(MeetingOpened)), list(case.of(MeetingClosed))
    for again, word in ((opened[1:], "opened"), (closed[1:], "closed")):
        for placed, _ in again:
            text = f"The meeting is recorded as {word} a second time."
            yield found("WARN", "A11", text, "Strike the one that is wrong (:strike).", at=placed)
    if closed and not opened:
        text = "The meeting is recorded as closed, and was never opened."
        yield found("WARN", "A11", text, "Record that it was opened, before the first item (:@<e3 open).")
    start, end = case.meeting.opened_at, case.meeting.closed_at
    if case.closed and end is None:
        yield found("WARN", "A11", "The time at which the meeting finished is not recorded.", "Give it (:correct).")
    if start is not None and end is not None and end <= start:
        text = f"The meeting finished at {say_time(end)}, not after it began at {say_time(start)}."
        yield found("HARD", "A11", text, "Correct the times.", figures=f"{start:%H:%M} to {end:%H:%M}")
        return
    yield from _off_by_a_day(case)
    yield from _after_the_close(case, end)
    for placed in case.meeting.events:
        at = placed.event.at
        inside = placed.event.nature.business or isinstance(placed.event, _INSIDE)
        if at is None or not (inside or isinstance(placed.event, Arrived | Left)):
            continue
        # People may come before the meeting opens.
        early = start is not None and at < start and inside
        if early or (end is not None and at > end):
            text = f"Something is recorded at {say_time(at)}, outside the time of the meeting."
            yield found("HARD", "A11", text, "Correct its time.", at=placed)
