"""Section 3: apologies and substitutes (AP1 to AP11)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from clerk.events import (
    AmendmentMoved,
    Minuted,
    MotionMoved,
    Noted,
    NothingToRecord,
    OwnVote,
    Substituted,
    SubstitutionEnded,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.meeting.attendance import apology_for
from clerk.meeting.parts import Substitution
from clerk.meeting.record import Placed
from clerk.meeting.sittings import sittings, stays_in
from clerk.people import Person
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.times import read_time, say_time


@rule(AP1="WARN", AP2="WARN")
def apologies(case: Case) -> Iterator[Finding]:
    """Apologies stand in the list and under the item alike, and not for someone who came."""
    meeting = case.meeting
    sent = [p for p, a in meeting.apologies.items() if a.kind == "absence"]
    for person in sent:
        # Of one who was there and left, it is for leaving early; of another day, it is no matter who came on this one.
        if person in meeting.stays and apology_for(meeting, person) not in ("early", "absence"):
            text = f"{case.name(person)} sent apologies for absence, and came."
            remedy = "Make it an apology for lateness (:apologies NAME kind=lateness)."
            yield found("WARN", "AP2", text, remedy, at=meeting.apologies[person].event)
    for item in case.items:
        if item.kind != "absence":
            continue
        for placed in [*case.under.get(item.id, []), *(p for p, e in case.of(NothingToRecord) if e.item == item.id)]:
            if isinstance(placed.event, NothingToRecord) and any(p not in meeting.stays for p in sent):
                text = f"“None” stands under {case.item_name(item.id)}, but apologies came from {case.names(sent)}."
                yield found("WARN", "AP1", text, "Strike it: apologies print there by themselves.", at=placed)
            elif isinstance(placed.event, Minuted) and "apologies" in marked(placed.event.text):
                named = [
                    seat.holder
                    for seat in meeting.seats.values()
                    if seat.holder and meeting.people[seat.holder].last_word in placed.event.text
                ]
                missing = [person for person in named if person not in meeting.apologies]
                if missing:
                    text = (
                        f"Apologies are typed here of {case.names(missing)}, but not recorded: the lists will differ."
                    )
                    yield found("WARN", "AP1", text, "Record them (:apologies NAME), and strike the line.", at=placed)


@rule(AP4="WARN", AP5="HARD", AP6="WARN", AP7="WARN", AP10="NOTE")
def who_substitutes(case: Case) -> Iterator[Finding]:
    """A substitute is appointed, of the same group, in time, for one member, and no member already."""
    meeting, profile = case.meeting, case.profile
    holders = {seat.holder for seat in meeting.seats.values()}
    for held in meeting.substitutions:
        seat = meeting.seats[held.seat]
        name, principal = case.name(held.person), meeting.people.get(seat.holder or "")
        # Of a body that has no list nobody can be missing on it.
        listed = meeting.setup.substitutes if meeting.setup is not None else ()
        if listed and held.person not in listed and held.person not in holders:
            text = f"{name} is not on the list of substitutes."
            yield found("WARN", "AP4", text, "Check the appointment: the list may be old.", at=held.began)
        if principal is not None and (why := _of_another_kind(meeting.people[held.person], principal)):
            text = f"{name} sits for {case.name(principal.id)}, {why}"
            remedy = "Check the appointment: strike the substitution, or record who it was."
            yield found("WARN", "AP4", text, remedy, at=held.began)
        if held.person in holders and held.person != seat.holder:
            text = f"{name} holds a seat on this body, and cannot substitute for another member."
            yield found("HARD", "AP5", text, "Strike the substitution.", at=held.began)
        if profile.substitutes_same_group and principal is not None:
            groups = meeting.people[held.person].group, principal.group
            if all(groups) and groups[0] != groups[1]:
                text = f"{name} ({groups[0]}) sits for a member of another group ({groups[1]})."
                yield found("WARN", "AP6", text, "Check that this body allows it.", at=held.began)
        if profile.substitutes_training_required:
            text = f"{name} may sit only if trained for this body; and own interests count."
            yield found("NOTE", "AP10", text, at=held.began)
    for held, other in _overlapping(case):
        text = f"{case.name(held.person)} is recorded as sitting for two members at once."
        yield found("HARD", "AP5", text, "A substitute sits for one: strike the other.", at=other.began)
    yield from _notice(case)


def _of_another_kind(who: Person, principal: Person) -> str:
    """Why one of these cannot well stand for the other: a councillor for whom another body sent, or the reverse."""
    if principal.kind == "co-optee" and who.is_councillor:
        of = f" ({principal.organisation})" if principal.organisation else ""
        return f"who is co-opted{of}: a councillor has no right to that seat, and votes in it on its business alone."
    theirs, own = principal.organisation, who.organisation
    if principal.kind == "co-optee" and theirs and own and theirs.casefold() != own.casefold():
        return f"who sits for another body ({theirs}; {own})."
    if principal.is_councillor and who.kind == "co-optee":
        return "who is a councillor: one who is co-opted cannot stand for a councillor."
    return ""


def _overlapping(case: Case) -> Iterator[tuple[Substitution, Substitution]]:
    every = case.meeting.substitutions
    for number, one in enumerate(every):
        for other in every[number + 1 :]:
            begins = case.place(other.began)
            if one.person == other.person and one.seat != other.seat and begins < _end(case, one):
                yield one, other


def _end(case: Case, held: Substitution) -> int:
    return case.place(held.ended) if held.ended else len(case.meeting.events)


def _notice(case: Case) -> Iterator[Finding]:
    minutes, setup = case.profile.substitutes_notice_minutes, case.meeting.setup
    if minutes is None or setup is None or not setup.time:
        return
    latest = datetime.combine(setup.date, read_time(setup.time)) - timedelta(minutes=minutes)
    for placed, event in case.of(Substituted):
        notified = event.notified or event.at
        if notified is not None and notified > latest:
            text = f"Notice of {case.name(event.person)} as substitute came at {say_time(notified)}."
            remedy = "Check whether the substitution may stand."
            yield found("WARN", "AP7", text, remedy, at=placed, figures=f"due by {say_time(latest)}")


@rule(AP5="HARD")
def one_acts(case: Case) -> Iterator[Finding]:
    """Of a member and that member's substitute one acts."""
    meeting = case.meeting
    holders = {seat.holder for seat in meeting.seats.values()}
    for held in meeting.substitutions:
        principal = meeting.seats[held.seat].holder
        if principal == held.person:
            continue
        begins, ends = case.place(held.began), _end(case, held)
        for placed in case.business:
            place = case.place(placed.id)
            who: str | None
            other: str | None
            if begins < place < ends:
                who, other = principal, held.person
            elif place > ends and held.person not in holders and not _sits(case, held.person, place):
                who, other = held.person, principal
            else:
                continue
            if who is not None and other is not None and who in _actors(placed):
                text = f"{case.name(who)} acts here, while {case.name(other)} acts in the same seat."
                yield found("HARD", "AP5", text, "One of them acts: correct who did.", at=placed)


def _sits(case: Case, person: str, place: int) -> bool:
    return any(
        held.person == person and case.place(held.began) < place < _end(case, held)
        for held in case.meeting.substitutions
    )


def _actors(placed: Placed) -> tuple[str, ...]:
    match placed.event:
        case VoteTaken() as vote:
            return (*vote.for_names, *vote.against_names, *vote.abstained_names)
        case MotionMoved() | AmendmentMoved() as moved:
            return (moved.mover, moved.seconder)
        case OwnVote() as own:
            return (own.member,)
    return ()


@rule(AP8="HARD WARN")
def swapped(case: Case) -> Iterator[Finding]:
    """A substitution lasts for the whole meeting; if it may end at all, then between items. One finding a seat, or an
    item in the middle of which it changed hands, however often it did."""
    once: dict[tuple[str, str], Finding] = {}
    for placed, seat, holder in _changes_of_hands(case):
        place = case.place(placed.id)
        item = case.in_hand(place)
        who = case.name(holder) if holder else "a member"
        if item is not None and _parts(case, place, seat, item):
            text = f"The seat of {who} changed hands in the middle of {case.item_name(item)}."
            remedy = "It may change between items only: move it (:move), or take advice."
            once.setdefault((seat, item), found("HARD", "AP8", text, remedy, at=placed))
        elif not case.profile.substitutes_allow_swap and not _noticed(case, holder):
            text = f"The seat of {who} changed hands during the meeting; a substitution lasts for all of it."
            once.setdefault((seat, ""), found("WARN", "AP8", text, "Check that this body allows it.", at=placed))
    hard = {seat for seat, item in once if item}
    yield from (one for (seat, item), one in once.items() if item or seat not in hard)


def _noticed(case: Case, holder: str | None) -> bool:
    """Whether notice was given that a reserve would sit for a member for some items alone (AT-17)."""
    noted = (event for _, event in case.of(Noted) if event.construct == "AT-17")
    return any(event.facts.get("for") == holder for event in noted)


def _parts(case: Case, place: int, seat: str, item: str) -> bool:
    """Whether the business of an item was done before by another than after: who sits for an item that is returned to
    sits for the whole of it, whoever had the seat while others were in hand."""
    around = [case.place(other.id) for other in case.under.get(item, [])]
    before, after = [p for p in around if p < place], [p for p in around if p > place]
    return bool(before and after) and _sitting(case, seat, max(before)) != _sitting(case, seat, min(after))


def _sitting(case: Case, seat: str, place: int) -> str | None:
    """Who acts in a seat at a place."""
    for held in case.meeting.substitutions:
        if held.seat == seat and case.place(held.began) < place < _end(case, held):
            return held.person
    return case.meeting.seats[seat].holder if seat in case.meeting.seats else None


def _changes_of_hands(case: Case) -> Iterator[tuple[Placed, str, str | None]]:
    """Each event by which a seat changed hands between the roll and the close, or during a later evening, with
    the seat and who holds it."""
    days = sittings(case.meeting)
    for placed in case.meeting.events:
        event = placed.event
        place = case.place(placed.id)
        if not isinstance(event, Substituted | SubstitutionEnded) or not case.roll_place < place < case.closed_place:
            continue
        evening = next(day for day in days if day.begins <= place < day.ends)
        # A substitute sits for an evening: on another, before its business, nothing changes hands.
        if evening.begins and not any(evening.begins < case.place(one.id) < place for one in case.business):
            continue
        seat = case.meeting.seats.get(event.seat)
        holder = seat.holder if seat else None
        came = [case.place(stay.came) for stay in stays_in(case.meeting, holder or "", evening)]
        if isinstance(event, SubstitutionEnded) or any(there < place for there in came):
            yield placed, event.seat, holder
