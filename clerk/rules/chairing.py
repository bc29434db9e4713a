"""Section 5: who presides, and the order of business (C1 to C7)."""

import re
from collections.abc import Iterator

from clerk.events import (
    ActionAgreed,
    ActionReported,
    AmendmentMoved,
    Arrived,
    BallotTaken,
    CastingVote,
    Introduced,
    Minuted,
    MinutesApproved,
    MinutesCorrected,
    MotionMoved,
    Noted,
    OrderVaried,
    Presided,
)
from clerk.findings import Finding
from clerk.meeting.elections import is_of_the_chair
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import item_numbers, marked
from clerk.saying.names import capital


@rule(AP9="WARN", C1="HARD WARN")
def who_presides(case: Case) -> Iterator[Finding]:
    """Somebody presides: the chairman, the vice-chairman, or someone elected; never a substitute as such."""
    meeting = case.meeting
    officers = {seat.holder for seat in meeting.seats.values() if seat.office}
    chair = {seat.id for seat in meeting.seats.values() if seat.office == "chair"}
    for placed, event in case.of(Presided):
        if event.elected or event.person in officers or event.person not in meeting.people:
            continue
        if meeting.people[event.person].kind not in ("member", "co-optee"):
            continue
        if any(held.person == event.person and held.seat in chair for held in meeting.substitutions):
            text = f"{case.name(event.person)}, who sits for the chairman, does not inherit the chair."
            yield found("WARN", "AP9", text, "The vice-chairman presides, or say who was elected.", at=placed)
        elif not any(p.id for p, e in case.of(Presided) if e.elected and e.person == event.person):
            text = f"{case.name(event.person)} took the chair, neither chairman nor vice-chairman, and was not elected."
            yield found("WARN", "C1", text, "Say that it was by election (:preside NAME elected=yes).", at=placed)
    gap: Placed | None = None
    begins = max(case.opened_place, case.roll_place)
    for placed in case.business:
        place = case.place(placed.id)
        if not begins < place < case.closed_place:
            continue
        if case.presiding(place) is not None:
            gap = None
        elif place < _until_elected(case):
            continue
        elif gap is None:
            gap = placed
            text = f"Nobody is recorded as presiding here{_who_should(case, place)}."
            yield found("HARD", "C1", text, "Say who took the chair (p).", at=placed)


def _who_should(case: Case, place: int) -> str:
    """Why the chair is empty: whoever was last in it, or was last said to take it, is not in the room."""
    called = [(case.place(p.id), event.person) for p, event in case.of(Presided)]
    called += [(case.place(one.since), one.person) for one in case.meeting.chairs if one.person]
    before = [(at, person) for at, person in called if at <= place]
    if not before:
        return ""
    person = max(before)[1]
    why = "had sent apologies" if person in case.meeting.apologies and person not in case.meeting.stays else ""
    return f": {case.name(person)}, who took the chair, {why or 'was not in the room'}"


@rule(C3="WARN")
def took_the_chair_from_outside(case: Case) -> Iterator[Finding]:
    """Whoever takes the chair is in the room, or comes in before anything is done. Where business followed and nobody
    else presided over it, that is found as such (C1)."""
    meeting = case.meeting
    for placed, event in case.of(Presided):
        place = max(case.place(placed.id), case.roll_place)
        person = event.person
        known = meeting.people.get(person)
        if known is None or known.kind not in ("member", "co-optee") or not meeting.roll_called:
            continue
        if place >= case.closed_place or case.was_in(person, place) or _nobody_presided_after(case, place):
            continue
        beside = [next_.event for next_ in meeting.events[place + 1 : place + 2]]
        if any(isinstance(next_, Arrived) and next_.person == person for next_ in beside):
            continue
        sent = person in meeting.apologies and person not in meeting.stays
        away = "out of the room" if person in meeting.stays else "absent" + (", having sent apologies" if sent else "")
        text = f"{case.name(person)} is recorded as taking the chair while {away}."
        yield found("WARN", "C3", text, "Correct who took it, or when that member came (p).", at=placed)


def _nobody_presided_after(case: Case, place: int) -> bool:
    """Whether the next business after a place was done with nobody in the chair, which is C1's to say."""
    after = (case.place(placed.id) for placed in case.business)
    business = next((at for at in after if max(place, case.opened_place) < at < case.closed_place), None)
    return business is not None and case.presiding(business) is None


def _until_elected(case: Case) -> int:
    """Until where a meeting may go on with nobody presiding: until it has elected who does, where it began so."""
    elections = _elections(case)
    elections += [case.place(p.id) for p, event in case.of(Presided) if event.elected]
    first = min(elections, default=-1)
    began_without = all(case.place(chairing.since) >= first for chairing in case.meeting.chairs if chairing.person)
    return first + 1 if began_without else -1


def _elected_at(case: Case) -> int:
    """Where the chair of the body was elected; before all where that is not recorded."""
    return max(_elections(case), default=-1)


def _elections(case: Case) -> list[int]:
    """Where ballots elected someone to the chair."""
    ballots = [(p, e) for p, e in case.of(BallotTaken) if e.elected]
    return [case.place(p.id) for p, ballot in ballots if is_of_the_chair(case.meeting, ballot.post)]


@rule(C3="HARD")
def may_preside(case: Case) -> Iterator[Finding]:
    """Whoever presides is a voting member who acts, and is in the room; an officer only while a chair is elected."""
    meeting = case.meeting
    said: set[str] = set()
    begins = max(case.opened_place, case.roll_place)
    acts = {p for _, p in meeting.acting} | {seat.holder for seat in meeting.seats.values()}
    acts |= {held.person for held in meeting.substitutions}
    if all(one.person is None or one.person in acts for one in meeting.chairs) and all(
        meeting.people[one.person].voting for one in meeting.chairs if one.person
    ):
        return
    for placed in case.business:
        place = case.place(placed.id)
        person = case.presiding(place)
        if person is None or person in said or not begins < place < case.closed_place:
            continue
        who = meeting.people[person]
        item = case.item(placed.event.item)
        if person in acts and (who.voting or _given_the_chair(case, person)):
            continue
        if who.kind == "officer" and item is not None and item.kind == "election":
            continue
        if case.profile.body_kind == "council" and place <= _elected_at(case):
            # At an annual Council whoever held the chair presides until the next has it, member or not.
            continue
        said.add(person)
        text = f"{case.name(person)} presides, who is no voting member of this body."
        remedy = "Say who took the chair (p); an officer presides only while a chairman is elected."
        yield found("HARD", "C3", text, remedy, at=placed)


@rule(C3="HARD")
def casting_without_a_vote(case: Case) -> Iterator[Finding]:
    """A casting vote is a second one: whoever has no vote on the body has none."""
    for placed, event in case.of(CastingVote):
        who = case.meeting.people.get(event.by)
        if who is not None and who.kind == "co-optee" and not who.voting and event.direction != "declined":
            text = f"{case.name(who.id)} has no vote on this body, and is recorded as using the casting vote."
            yield found("HARD", "C3", text, "Correct who used it, or that it was not used (:cast declined).", at=placed)


def _given_the_chair(case: Case, person: str) -> bool:
    """Whether the body's own papers have a co-opted member without a vote in the chair, as boards with an independent
    chair do."""
    seats = case.meeting.seats.values()
    who = case.meeting.people[person]
    return who.kind == "co-optee" and any(seat.holder == person and seat.office == "chair" for seat in seats)


@rule(C5="WARN")
def order_of_business(case: Case) -> Iterator[Finding]:
    """A change of the order is announced or voted; numbers in the text are those of the agenda as printed."""
    meeting = case.meeting
    first = list(dict.fromkeys(item for _, item in case.takings if item in meeting.agenda))
    agenda = meeting.agenda
    places = [agenda.index(item) for item in first]
    moved = any(q.kind == "order" and q.state in ("carried", "accepted") for q in meeting.questions.values())
    if places != sorted(places) and not moved and not any(case.of(OrderVaried)):
        odd = next(item for item, before in zip(first[1:], places, strict=False) if agenda.index(item) < before)
        text = f"{capital(case.item_name(odd))} was taken out of order, and no change of the order is recorded."
        remedy = "Record that the chair announced it (:order), or the motion (:motion … kind=order)."
        yield found("WARN", "C5", text, remedy, item=odd)
    numbers = {item.called for item in case.items if item.number}
    shifted = {number for number, printed in _printed(case).items() if printed != number}
    for placed, prose in _free_words(case):
        if "item number" not in marked(prose) or _of_other_papers(case, placed):
            continue
        for number in item_numbers(_OTHER.sub("", prose)):
            if number not in numbers and isinstance(placed.event, Minuted | Introduced):
                text = f"The text speaks of item {number}, which is not on the agenda."
                yield found("WARN", "C5", text, "Correct the number.", at=placed)
            elif number in shifted:
                text = f"The text speaks of item {number}; in the order taken, that number is printed for another."
                yield found("WARN", "C5", text, "Name the item by its title.", at=placed)


_OTHER = re.compile(
    r"[^.;]*\b((?i:minutes|minuted|minute \d|(last|previous|earlier|next|other|same|another) (meeting|agenda|evening)|"
    r"meetings? (held|of)|held on|agenda (of|for)|(committee|council|panel|board|cabinet|forum|executive)[’']s? "
    r"(agenda|meeting|report))|(at|to|of|by) the (?!committee\b|meeting\b)[A-Z][\w’' ]* "
    r"(Committee|Panel|Board|Forum))\b[^.;]*"
)
"""A sentence about the papers of another meeting, whose items have numbers of their own."""


def _of_other_papers(case: Case, placed: Placed) -> bool:
    """Whether what was written is of other papers than the agenda: a dispute of minutes, advice, a motion, what stands
    under the minutes of the last meeting."""
    event, item = placed.event, case.item(placed.event.item)
    if item is not None and item.kind == "minutes":
        return True
    return isinstance(event, _OF_OTHER_PAPERS) or (isinstance(event, Noted) and event.construct in _ADVICE)


_OF_OTHER_PAPERS = MotionMoved | AmendmentMoved | MinutesApproved | MinutesCorrected | ActionAgreed | ActionReported
_ADVICE = ("RE-09", "DE-14", "MO-02", "MI-04", "MI-07", "RE-10")


def _free_words(case: Case) -> Iterator[tuple[Placed, str]]:
    """All that was typed in words of the clerk's own, whatever it goes with: a paragraph, a reason, a cause."""
    for placed in case.meeting.events:
        words = getattr(placed.event, type(placed.event).nature.words or "text", "")
        if isinstance(words, str) and words:
            yield placed, words


def _printed(case: Case) -> dict[str, str]:
    """The number printed for each agenda number, where the order taken changes them."""
    meeting = case.meeting
    if meeting.order == meeting.agenda:
        return {}
    taken = [item.number for id_ in meeting.order if (item := meeting.items.get(id_)) is not None and item.number]
    if not all(number.isdigit() for number in taken):
        return {}
    start = min(map(int, taken), default=1)
    return {number: str(place) for place, number in enumerate(taken, start)}
