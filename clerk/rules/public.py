"""Section 8: public questions and comments (PP1 to PP14)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from msgspec import Struct

from clerk.events import Addressed, Noted, QuestionReceived
from clerk.findings import Finding
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.setup.settings import Profile
from clerk.times import read_time, say_date, say_time


class Received(Struct, frozen=True):
    """A question as received, and whether it is taken: `why` says why not, and `rule` by which rule. A late one that
    somebody allowed is taken."""

    event: str
    person: str
    about: str | None
    received: datetime | None
    late: bool
    accepted: bool
    why: str = ""
    rule: str = ""


def questions_received(meeting: Meeting, profile: Profile) -> tuple[Received, ...]:
    """Every question in order of receipt, and whether it is taken (PP1, PP8, PP10)."""
    from clerk.calendar import public_deadline

    deadline = public_deadline(profile, meeting.setup.date) if meeting.setup else None
    asked = [(placed, placed.event) for placed in meeting.events if isinstance(placed.event, QuestionReceived)]
    asked.sort(key=lambda pair: (pair[1].received is None, pair[1].received or datetime.max))
    per_item: dict[str | None, int] = {}
    per_person: dict[tuple[str, str | None], int] = {}
    judged: list[Received] = []
    for placed, event in asked:
        late = deadline is not None and event.received is not None and event.received > deadline
        why = _refused(profile, event, per_item.get(event.about, 0), per_person.get((event.person, event.about), 0))
        rule_id = "PP8" if why else ""
        if late and not event.allowed_by and not why:
            why, rule_id = "it came late, and nobody allowed it", "PP10"
        if not why:
            per_item[event.about] = per_item.get(event.about, 0) + 1
            per_person[event.person, event.about] = per_person.get((event.person, event.about), 0) + 1
        judged.append(Received(placed.id, event.person, event.about, event.received, late, not why, why, rule_id))
    return tuple(judged)


def _refused(profile: Profile, event: QuestionReceived, on_item: int, by_person: int) -> str:
    """Why the council's caps keep a question out, or "" (PP8)."""
    most, each, words = profile.public_per_item, profile.public_per_person_item, profile.public_words
    if most is not None and on_item >= most:
        return f"{most} questions on the item came before it, and no more are taken"
    if each is not None and by_person >= each:
        return f"the same person may ask {each} on an item"
    if words is not None and event.words is not None and event.words > words:
        return f"it has {event.words} words, and may have {words}"
    return ""


@rule(PP8="WARN", PP9="WARN", PP10="WARN", PP7="WARN", PP12="NOTE", PP1="NOTE")
def accepted(case: Case) -> Iterator[Finding]:
    """Which questions are taken: in time, on an item, within the caps."""
    judged = {one.event: one for one in questions_received(case.meeting, case.profile)}
    for placed, event in case.of(QuestionReceived):
        one, who = judged[placed.id], case.name(event.person)
        if not one.accepted:
            text = f"The question from {who} is not accepted: {one.why}."
            remedy = "Tell the person."
            if one.rule == "PP10":
                remedy += " The chair or an officer may allow it (allowed=)."
            yield found("WARN", one.rule, text, remedy, at=placed)
        if event.about is None:
            text = f"The question from {who} is on no item of the agenda."
            yield found("WARN", "PP9", text, "Say on which (on=), or refuse it.", at=placed)
        if event.supplementaries > 1:
            text = f"{who} asked {event.supplementaries} supplementary questions; one is allowed."
            yield found("WARN", "PP7", text, "Check the record.", at=placed)
        if event.on_behalf_of:
            text = f"{who} asks on behalf of {event.on_behalf_of}; both names are recorded."
            yield found("NOTE", "PP12", text, at=placed)
    if judged and case.profile.public_deadline is None:
        text = "Until when questions may come in is not set (public.deadline), so none is found late."
        yield found("NOTE", "PP1", text, "Look it up in the constitution.")


@rule(PP2="WARN HARD")
def printed_deadline(case: Case) -> Iterator[Finding]:
    """The deadline that the agenda prints is the one that is worked out, on a day that there is."""
    from clerk.calendar import public_deadline, read_printed, say_day

    setup = case.meeting.setup
    if setup is None or not setup.public_deadline:
        return
    printed, due = read_printed(setup.public_deadline, setup.date), public_deadline(case.profile, setup.date)
    if printed is None:
        text = f"The deadline for questions on the agenda cannot be read: “{setup.public_deadline}”."
        yield found("WARN", "PP2", text, "Give a weekday, a date and an hour.")
        return
    if printed.false_weekday:
        text = f"The agenda prints a {printed.weekday}, but {say_date(printed.day)} is a {printed.false_weekday}."
        yield found("HARD", "PP2", text, "Correct the agenda.", figures=setup.public_deadline)
    wrong_hour = due is not None and printed.at and read_time(printed.at) != due.time()
    if due is not None and (printed.day != due.date() or wrong_hour):
        day = f"{say_time(due)} on {say_day(due.date())}"
        text = f"The agenda prints “{setup.public_deadline}” as the deadline for questions; it should be {day}."
        rule_ = case.profile.public_deadline
        figures = f"{rule_.working_days} working days before {say_day(setup.date)}" if rule_ else ""
        yield found("WARN", "PP2", text, "Correct the agenda.", figures=figures)


class PublicTime(Struct, frozen=True):
    """The time for the public: `fit` of those registered can speak in full; `used` is known of those who spoke."""

    total: int | None
    each: int | None
    registered: int
    fit: int
    used: int


def public_time(meeting: Meeting, profile: Profile) -> PublicTime:
    """How long the public may speak, in seconds, and for how many that is enough (PP3, PP4)."""
    total = None if profile.public_total_minutes is None else profile.public_total_minutes * 60
    each = profile.public_speaker_seconds
    accepted_ = [one for one in questions_received(meeting, profile) if one.accepted]
    used = 0
    for placed in meeting.events:
        if isinstance(placed.event, Addressed):
            used += sum(spoke.seconds or 0 for spoke in placed.event.speakers)
    fit = len(accepted_) if not total or not each else min(len(accepted_), total // each)
    return PublicTime(total, each, len(accepted_), fit, used)


@rule(PP3="WARN", PP4="NOTE")
def time_for_the_public(case: Case) -> Iterator[Finding]:
    """The public's time, in all and each."""
    times = public_time(case.meeting, case.profile)
    minutes = case.profile.public_total_minutes
    if times.fit < times.registered and times.used == 0:
        text = f"{times.registered} speakers are registered, and {times.fit} fit into {minutes} minutes."
        figures = f"{times.registered} × {times.each} s = {times.registered * (times.each or 0)} s of {times.total} s"
        yield found("WARN", "PP3", text, "Tell the chair before the item is called.", figures=figures)
    if times.total is not None and times.used > times.total:
        text = f"The public spoke for {times.used // 60} minutes and {times.used % 60} seconds, of {minutes} minutes."
        yield found(
            "WARN", "PP3", text, "Minute that the chair allowed it.", figures=f"{times.used} s of {times.total} s"
        )
    for placed, event in case.of(Addressed):
        for spoke in event.speakers:
            if times.each is not None and spoke.seconds is not None and spoke.seconds > times.each:
                text = f"{case.name(spoke.person)} spoke for {spoke.seconds} seconds, of {times.each}."
                yield found("NOTE", "PP4", text, at=placed)


@rule(PP5="WARN", PP6="WARN", PP12="NOTE")
def order_of_speaking(case: Case) -> Iterator[Finding]:
    """They speak in order of receipt, and each once before anyone twice."""
    received = {
        one.person: one.received
        for one in reversed(questions_received(case.meeting, case.profile))
        if one.received is not None
    }
    spoken: list[tuple[Placed, str]] = []
    for placed, event in case.of(Addressed):
        for spoke in event.speakers:
            spoken.append((placed, spoke.person))
            if spoke.on_behalf_of:
                text = f"{case.name(spoke.person)} spoke on behalf of {spoke.on_behalf_of}; both names are recorded."
                yield found("NOTE", "PP12", text, at=placed)
    order = [(placed, person) for placed, person in spoken if person in received]
    firsts = list({person: (placed, person) for placed, person in reversed(order)}.values())[::-1]
    for (_, before), (placed, person) in pairwise(firsts):
        if received[person] < received[before]:
            text = f"{case.name(before)} spoke before {case.name(person)}, who had registered first."
            yield found("WARN", "PP5", text, "They speak in order of receipt; check the record.", at=placed)
            break
    if case.profile.public_round_robin:
        people = [person for _, person in spoken]
        for number, (placed, person) in enumerate(spoken):
            waiting = [other for other in people[number + 1 :] if other not in people[:number]]
            if person in people[:number] and waiting:
                text = f"{case.name(person)} spoke a second time before {case.name(waiting[0])} had spoken."
                yield found("WARN", "PP6", text, "Everyone's first comes before anyone's second.", at=placed)
                break


@rule(PP11="NOTE")
def not_reached(case: Case) -> Iterator[Finding]:
    """A question that was not reached is answered in writing."""
    from clerk.calendar import reply_by

    if not case.closed or case.meeting.setup is None:
        return
    spoke = {one.person for _, event in case.of(Addressed) for one in event.speakers}
    noted = [event for _, event in case.of(Noted)]
    # Who asked a supplementary was reached, and of a reply that was promised the record has its own day (PU-09).
    spoke |= {id_ for e in noted if e.construct in ("PU-02", "PU-09") for id_ in (*e.named("who"), *e.named("to"))}
    due = reply_by(case.profile, case.meeting.setup.date)
    when = f"by {say_date(due)}" if due else "; by when is not set (public.reply_days)"
    for one in questions_received(case.meeting, case.profile):
        if one.accepted and one.person not in spoke:
            text = f"{case.name(one.person)} was not reached, and is owed a written reply {when}.".replace(" ;", ";")
            yield found("NOTE", "PP11", text, "Send a reminder.", at=one.event)
