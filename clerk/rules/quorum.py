"""Section 1: quorum (Q1 to Q13)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from clerk.events import (
    Addressed,
    Arrived,
    Introduced,
    Minuted,
    MotionMoved,
    OutcomeDeclared,
    RollCalled,
    Substituted,
    SubstitutionEnded,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.meeting.attendance import with_reserves
from clerk.meeting.parts import Quorum
from clerk.meeting.quorum import is_parish, needed, of_council, quorum
from clerk.meeting.record import Placed
from clerk.rare import decides
from clerk.rules.business import UNDECIDED
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.saying.names import listed
from clerk.times import read_time, say_time


@rule(Q1="WARN", Q2="WARN", Q9="NOTE", Q12="WARN")
def quorum_of_the_body(case: Case) -> Iterator[Finding]:
    """How many the body needs, and whether anybody said so."""
    setup, profile, seats = case.meeting.setup, case.profile, len(case.meeting.seats)
    if setup is None:
        return
    need = needed(case.meeting)
    if profile.body_kind == "council" or is_parish(case.meeting):
        yield from _of_the_law(case, need)
    elif setup.quorum is None and profile.body_quorum is None:
        text = f"The papers name no quorum; {need} is taken for it."
        figures = f"the larger of {profile.quorum_fallback_least} and {seats} seats ÷ {profile.quorum_fallback_share}"
        remedy = "Give the quorum the agenda prints: “quorum =” in the meeting's file, or in the answer to this (a)."
        yield found("WARN", "Q1", text, remedy, figures=figures)
    if need < 2:
        text = f"A quorum of {need} is no meeting: it takes two."
        yield found("WARN", "Q12", text, "Look the quorum up in the constitution.", figures=f"quorum {need}")
    vacant = sum(seat.holder is None for seat in case.meeting.seats.values())
    if vacant:
        plural = "seats are" if vacant > 1 else "seat is"
        text = f"{vacant} {plural} vacant; that invalidates nothing, and lowers no quorum counted from seats."
        more = "If over a third of the authority is disqualified, the law has a rule of its own."
        yield found("NOTE", "Q9", text, more if vacant * 3 > seats else "", figures=f"{vacant} of {seats}")


def _of_the_law(case: Case, need: int) -> Iterator[Finding]:
    """A council's quorum is no lower than the law's (Q2)."""
    least, seats = of_council(case.meeting), len(case.meeting.seats)
    if need >= least:
        return
    if is_parish(case.meeting) or case.profile.quorum_fallback_share == 3:
        share, figures = "a third of the members, and at least three", f"{seats} seats ÷ 3, rounded up"
    else:
        share = "a quarter of the whole number of members"
        figures = f"{case.profile.council_seats or seats} seats ÷ 4, rounded up"
    text = f"The quorum is set at {need}; the law wants {share}: {least}."
    yield found("WARN", "Q2", text, "Put the quorum right in the papers.", figures=figures)


@rule(Q6="WARN")
def quorum_expected(case: Case) -> Iterator[Finding]:
    """Before the roll is called: whether enough are expected, by the apologies that have come."""
    meeting = case.meeting
    if meeting.roll_called or case.closed or not meeting.apologies or meeting.setup is None:
        return
    absent = [p for _, p in meeting.acting if p in meeting.apologies and meeting.apologies[p].kind == "absence"]
    late = [p for _, p in meeting.acting if p in meeting.apologies and meeting.apologies[p].kind == "lateness"]
    acting = {person for _, person in meeting.acting}
    coming = quorum(replace(meeting, in_room=frozenset(acting - set(absent)), remote=frozenset()))
    first = quorum(replace(meeting, in_room=frozenset(acting - {*absent, *late}), remote=frozenset()))
    if coming.state == "INQUORATE":
        text = f"Too few are expected for a quorum: {coming.have} of {len(meeting.seats)}, and {coming.need} are needed"
        who = case.names(absent) if len(absent) < 7 else f"{len(absent)} members"
        remedy = "Tell the chair before it begins: find substitutes, or another day."
        yield found("WARN", "Q6", f"{text}; apologies came from {who}.", remedy, figures=coming.sum)
    elif first.state == "INQUORATE":
        who = case.names(late) if len(late) < 7 else f"{len(late)} members"
        text = f"There will be no quorum until some of those come who will be late: {who}."
        yield found("WARN", "Q6", text, "Tell the chair before it begins.", figures=first.sum)


@rule(Q4="NOTE WARN", Q7="WARN")
def quorum_now(case: Case) -> Iterator[Finding]:
    """Where an open meeting stands."""
    meeting = case.meeting
    if meeting.course != "open" or not meeting.roll_called:
        return
    now = quorum(meeting, meeting.item_taken)
    since = meeting.quorums[-1].event if meeting.quorums else ""
    if now.state == "AT LIMIT":
        text = "The meeting is at the limit of its quorum: the next to leave ends business."
        yield found("NOTE", "Q4", text, figures=now.sum, at=since, item=meeting.item_taken)
    elif now.state == "INQUORATE":
        clock = _clock(case, since)
        if _waited_too_long(case):
            return
        rule_id = "Q7" if now.lacking and now.have >= now.need else "Q4"
        text = f"There is no quorum{clock}."
        remedy = "Tell the chair: no decision can be taken. Adjourn, or wait for members to come back."
        if _never_quorate(case) and case.profile.quorum_start_grace_minutes is None:
            remedy += " How long to wait for a quorum to begin with is not set (quorum.start_grace_minutes)."
        yield found("WARN", rule_id, text, remedy, figures=now.sum, at=since, item=meeting.item_taken)


def _clock(case: Case, event: str) -> str:
    place = case.place(event)
    at = case.meeting.events[place].event.at if place >= 0 else None
    return f" since {say_time(at)}" if at else ""


@rule(Q5="HARD", Q7="HARD")
def decided_without_a_quorum(case: Case) -> Iterator[Finding]:
    """Decisions recorded while too few were there, for that item (Q5, Q6, Q7)."""
    for placed in filter(lambda one: decides(one.event), case.meeting.events):
        event = placed.event
        if case.place(placed.id) < case.roll_place:
            continue
        if isinstance(event, OutcomeDeclared) and (event.what in UNDECIDED or case.votes_on(event.of or "")):
            continue
        now = _quorum_at(case, placed)
        if now is None or now.state != "INQUORATE":
            continue
        rule_id = "Q7" if now.lacking and now.have >= now.need else "Q5"
        what = f"Vote {event.vote} was taken" if isinstance(event, VoteTaken) else "A decision is recorded"
        text = f"{what} without a quorum."
        remedy = "It cannot stand: correct who was in the room, or take it again with a quorum."
        yield found("HARD", rule_id, text, remedy, figures=now.sum, at=placed)


def _quorum_at(case: Case, placed: Placed) -> Quorum | None:
    """The quorum at a decision: of a vote, when it was taken; of a recount, when it was taken first."""
    if isinstance(placed.event, VoteTaken):
        vote = case.meeting.votes.get(placed.event.vote)
        if vote is None or vote.superseded or vote.event != placed.id:
            return None
        return vote.quorum
    moment = case.meeting.moments.get(placed.id)
    return moment.quorum if moment else None


@rule(Q5="WARN")
def discussed_without_a_quorum(case: Case) -> Iterator[Finding]:
    """What is minuted while there is no quorum may be a note, never a decision."""
    stands = case.meeting.quorums
    if all(one.quorum.state != "INQUORATE" for one in stands):
        return
    said: dict[int, list[Placed]] = {}
    for placed in case.business:
        place = case.place(placed.id)
        if not isinstance(placed.event, Minuted | Introduced | Addressed | MotionMoved):
            continue
        if not max(case.roll_place, case.opened_place) < place < case.closed_place:
            continue
        since = case.quorum_since(place)
        if since >= 0 and stands[since].quorum.state == "INQUORATE":
            said.setdefault(since, []).append(placed)
    for since, events in said.items():
        much = "1 entry" if len(events) == 1 else f"{len(events)} entries"
        text = f"Discussion is minuted while there was no quorum ({much})."
        remedy = "Say in the minutes that it was an informal note, or put right who was there."
        yield found("WARN", "Q5", text, remedy, figures=stands[since].quorum.sum, at=events[0])


@rule(Q6="WARN")
def items_to_come(case: Case) -> Iterator[Finding]:
    """Items that could not be decided with the people now in the room."""
    meeting = case.meeting
    if case.closed or not meeting.roll_called or quorum(meeting).state == "INQUORATE":
        return
    done = set(meeting.taken) - {meeting.item_taken}
    yield from _without_the_co_opted(case, done)
    for item in meeting.order:
        if item in done or not any(item in declaration.items for declaration in meeting.declarations):
            continue
        then = quorum(with_reserves(meeting, item), item)
        # Where nobody withdraws it is for want of co-opted members' votes.
        if then.state == "INQUORATE" and then.withdrawn:
            name = case.item_name(item)
            text = f"There will be no quorum for {name}, once those who declared an interest withdraw."
            remedy = "Tell the chair before it is called: defer it, or ask for a dispensation (D7)."
            yield found("WARN", "Q6", text, remedy, figures=then.sum, item=item)


def _without_the_co_opted(case: Case, done: set[str]) -> Iterator[Finding]:
    """Items to come at which too few would count because co-opted members have no vote on them; said once of all."""
    meeting = case.meeting
    waiting = [item for item in meeting.order if item not in done and item != meeting.item_taken]
    then = {item: quorum(meeting, item) for item in waiting if meeting.items[item].recommendations}
    short = [item for item, now in then.items() if now.elsewhere and now.have < now.need <= now.have + now.elsewhere]
    if short:
        names = listed([case.item_name(item) for item in short[:4]])
        names += f" and {len(short) - 4} more" if len(short) > 4 else ""
        text = f"There will be no quorum for {names}: members co-opted for other business do not count there."
        remedy = "Tell the chair before it is called: wait for others, or defer it."
        yield found("WARN", "Q6", text, remedy, figures=then[short[0]].sum, item=short[0])


@rule(Q8="WARN")
def waiting_for_a_quorum(case: Case) -> Iterator[Finding]:
    """How long a meeting may wait for a quorum before it begins. Where that is not set, Q4 says so."""
    meeting, grace = case.meeting, case.profile.quorum_start_grace_minutes
    if _waited_too_long(case):
        text = f"There is still no quorum {grace} minutes after the meeting was to begin."
        remedy = "Tell the chair: declare the meeting inquorate, or adjourn it."
        yield found("WARN", "Q8", text, remedy, figures=quorum(meeting).sum)


def _never_quorate(case: Case) -> bool:
    return all(one.quorum.state == "INQUORATE" for one in case.meeting.quorums)


def _waited_too_long(case: Case) -> bool:
    """Whether there has been no quorum from the beginning, for longer than the council waits."""
    if case.meeting.setup is None or not case.meeting.roll_called or case.closed or not _never_quorate(case):
        return False
    grace, start, now = case.profile.quorum_start_grace_minutes, _start(case), case.last_known_time
    return grace is not None and start is not None and now is not None and now > start + timedelta(minutes=grace)


def _start(case: Case) -> datetime | None:
    setup = case.meeting.setup
    if setup is None or not setup.time:
        return case.meeting.opened_at
    try:
        return datetime.combine(setup.date, read_time(setup.time))
    except ValueError:
        return case.meeting.opened_at


@rule(Q11="NOTE")
def over_a_link(case: Case) -> Iterator[Finding]:
    """Who attends over a link is not present; that such a member voted is found among the votes."""
    if case.meeting.remote_counts:
        return
    linked = {
        person: placed
        for placed in case.meeting.events
        for person in _linked(placed)
        if person in case.meeting.people and case.meeting.people[person].kind in ("member", "co-optee")
    }
    for person, placed in linked.items():
        text = f"{case.name(person)} attended over a link, and is not counted as present: the law wants one place."
        yield found("NOTE", "Q11", text, "Minute it apart from the members present.", at=placed)


def _linked(placed: Placed) -> tuple[str, ...]:
    event = placed.event
    if isinstance(event, RollCalled):
        return event.remote
    return (event.person,) if isinstance(event, Arrived) and event.remote else ()


@rule(Q13="WARN")
def loss_minuted(case: Case) -> Iterator[Finding]:
    """A quorum that was lost is minuted with its time."""
    before: Quorum | None = None
    for one in case.meeting.quorums:
        place = case.place(one.event)
        was_there = before is not None and before.room >= before.need
        is_there = one.quorum.room >= one.quorum.need
        before = one.quorum
        if not was_there or is_there or place < max(case.roll_place, case.opened_place):
            continue
        if case.meeting.events[place].event.at is None and not _a_seat_changed_hands(case, place):
            text = "The quorum was lost here, and the time is not recorded."
            remedy = "Give the time, and minute what was not transacted."
            yield found("WARN", "Q13", text, remedy, figures=one.quorum.sum, at=case.meeting.events[place])


def _a_seat_changed_hands(case: Case, place: int) -> bool:
    """Whether there was none only between one who gave a seat up and the other who took it, before a word was said."""
    events = case.meeting.events
    there = {one.event for one in case.meeting.quorums if one.quorum.room >= one.quorum.need}
    for at in range(place, len(events)):
        if events[at].event.nature.business:
            return False
        if events[at].id in there:
            swap = events[place : at + 1]
            return any(isinstance(one.event, Substituted | SubstitutionEnded) for one in swap)
    return False
