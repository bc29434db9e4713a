"""Section 10: adjourned, and what came of it; extended, and closed later (T1, T4)."""

from collections.abc import Iterator
from datetime import date, timedelta

from clerk.events import ItemAdded, MeetingAdjourned, MeetingClosed, MeetingResumed, TimeExtended
from clerk.findings import Finding
from clerk.meeting.record import Placed
from clerk.rare import decides
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.saying.names import capital
from clerk.times import say_date, say_time


def _is_new(case: Case, event: ItemAdded, later: bool) -> bool:
    return later and bool(event.new.number) and bool(case.under.get(event.new.id))


@rule(T4="HARD WARN")
def adjourned(case: Case) -> Iterator[Finding]:
    """An adjourned meeting is resumed before anything else, and goes on with what is left of the same agenda."""
    since: Placed | None = None
    later: int | None = None
    for placed in case.meeting.events:
        event = placed.event
        if isinstance(event, MeetingAdjourned):
            if since is not None:
                text = "The meeting is recorded as adjourned again, and had not resumed since it was adjourned."
                yield found("WARN", "T4", text, "Record when it resumed (:resume), or strike one.", at=placed)
            since = placed
        elif isinstance(event, MeetingResumed):
            if since is None:
                text = "The meeting is recorded as resumed, and had not been adjourned."
                yield found("WARN", "T4", text, "Record the adjournment, or strike this.", at=placed)
            else:
                yield from _meanwhile(case, since, placed)
            since = None
            if event.on is not None:
                later = case.place(placed.id)
        elif isinstance(event, ItemAdded) and later is not None and _is_new(case, event, case.place(placed.id) > later):
            text = f"{capital(case.item_name(event.new.id))} is new business, in a meeting that was adjourned."
            remedy = "Only what was left of the agenda may be taken: strike it."
            yield found("HARD", "T4", text, remedy, at=placed, item=event.new.id)
    if since is not None:
        yield from _never_resumed(case, since)


def _meanwhile(case: Case, since: Placed, resumed: Placed) -> Iterator[Finding]:
    """What was decided while the meeting stood adjourned."""
    to, on = getattr(since.event, "to", None), getattr(resumed.event, "on", None)
    if to is not None and on != to:
        text = f"The meeting was adjourned to {say_date(to)}, and is recorded as resumed {_on(on)}."
        yield found("WARN", "T4", text, "Put one of the two days right (:correct).", at=resumed)
    between = case.meeting.events[case.place(since.id) + 1 : case.place(resumed.id)]
    decided = next((placed for placed in between if decides(placed.event)), None)
    if decided is not None:
        text = "A decision is recorded while the meeting was adjourned."
        yield found("WARN", "T4", text, "Put right when it resumed (:resume), or move this (:move).", at=decided)


def _on(day: date | None) -> str:
    return f"on {say_date(day)}" if day is not None else "on the same day (on=DATE says another)"


def _never_resumed(case: Case, since: Placed) -> Iterator[Finding]:
    after = next((placed for placed in case.business if case.place(placed.id) > case.place(since.id)), None)
    closed = next((p for p, _ in case.of(MeetingClosed) if case.place(p.id) > case.place(since.id)), None)
    if after is not None:
        text = "Business is recorded while the meeting was adjourned."
        yield found("WARN", "T4", text, "Record when it resumed (:resume).", at=after)
    elif closed is not None:
        text = "The meeting was adjourned, and is recorded as closed without having resumed."
        remedy = "Record when it resumed (:resume; on=DATE on a later day), or strike the close or the adjournment."
        yield found("WARN", "T4", text, remedy, at=closed)


@rule(T1="WARN")
def closed_after_the_extension(case: Case) -> Iterator[Finding]:
    """A meeting that was extended until an hour ends by it, whatever limit the council has."""
    extended = [(placed, event) for placed, event in case.of(TimeExtended) if event.until is not None]
    if not extended:
        return
    placed, last = extended[-1]
    assert last.until is not None
    # Whatever was done on another day had its own hour.
    evening = [
        p
        for p in case.meeting.events
        if p.event.at is not None and last.until < p.event.at < last.until + timedelta(hours=8)
    ]
    evening = [p for p in evening if case.place(p.id) > case.place(placed.id)]
    closed = next((p for p in evening if isinstance(p.event, MeetingClosed)), None)
    went_on = next((p for p in evening if p.event.nature.business), None)
    # With a limit of the council's own, business after the hour is found as that.
    at = closed or (went_on if case.profile.time_guillotine is None else None)
    if at is None or at.event.at is None:
        return
    how = "the meeting closed" if at is closed else "business is recorded"
    text = f"Time was extended until {say_time(last.until)}, and {how} at {say_time(at.event.at)}."
    remedy = "Correct the hour, or record that it was extended again (:extend)."
    yield found("WARN", "T1", text, remedy, at=at)
