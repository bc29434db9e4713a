"""Section 10: the limit of time, extension, adjournment (T1 to T5)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from clerk.events import (
    ItemAdded,
    MeetingAdjourned,
    MeetingResumed,
    OutcomeDeclared,
    TimeExtended,
)
from clerk.findings import Finding
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.rules.business import UNDECIDED
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.setup.settings import Profile
from clerk.times import on_the_night, read_time, say_time

WARNINGS = (30, 15, 5)
"""Minutes before the limit at which the chair is told."""


def limit_of(
    meeting: Meeting, profile: Profile, extended: bool = False, day: datetime | None = None
) -> datetime | None:
    """When business must end on the night: the guillotine, or the end of its extension (T1, T2)."""
    clock = profile.time_extend_to if extended else profile.time_guillotine
    if clock is None or meeting.setup is None:
        return None
    date = day.date() if day is not None and meeting.resumed_on == day.date() else meeting.setup.date
    return on_the_night(date, read_time(clock), meeting.setup.time or "19:00")


@rule(T1="HARD WARN", T2="HARD")
def the_limit(case: Case) -> Iterator[Finding]:
    """No business after the limit, unless it was extended, by a body that may, in time."""
    meeting, profile = case.meeting, case.profile
    limit = limit_of(meeting, profile)
    if limit is None:
        return
    extended, until = False, None
    for placed, event in case.of(TimeExtended):
        if not profile.time_may_extend:
            text = "Time was extended, which this body may not do."
            yield found("HARD", "T2", text, "What was decided after the limit is void: take advice.", at=placed)
        elif event.at is not None and event.at > limit:
            text = f"Time was extended at {say_time(event.at)}, after the limit had passed."
            yield found(
                "HARD", "T2", text, "Correct the time, or take advice.", at=placed, figures=f"{say_time(limit)}"
            )
        else:
            extended, until = True, event.until
            yield from _too_far(profile, placed, event, limit_of(meeting, profile, True))
    last = until or limit_of(meeting, profile, extended) or limit
    yield from _after_the_hour(case, last)
    for placed in meeting.events:
        at = placed.event.at
        if at is None or not decides(placed.event):
            continue
        if isinstance(placed.event, OutcomeDeclared) and placed.event.what in UNDECIDED:
            continue
        ends = last + (at.date() - last.date()) if meeting.resumed_on == at.date() else last
        if at > ends:
            text = f"This was decided at {say_time(at)}, after {say_time(ends)}: it is null and void."
            remedy = "Correct the time, or take it again at another meeting."
            yield found("HARD", "T1", text, remedy, at=placed, figures=f"limit {ends:%H:%M:%S}")
    now = case.last_known_time
    left = [item for item in case.items if item.number and item.id not in meeting.taken]
    if meeting.course == "open" and left and now is not None and last - timedelta(minutes=WARNINGS[0]) <= now <= last:
        minutes = int((last - now).total_seconds() // 60)
        text = f"{minutes} minutes are left until {say_time(last)}, and {len(left)} items."
        may = profile.time_may_extend and not extended
        remedy = "Tell the chair, who may extend it (:extend)." if may else "Tell the chair: this is not extended."
        yield found("WARN", "T1", text, remedy)


def _too_far(profile: Profile, placed: Placed, event: TimeExtended, most: datetime | None) -> Iterator[Finding]:
    if event.until is not None and profile.time_extend_to and most is not None and event.until > most:
        may = f"the chair may extend it to {say_time(most)}{_by(profile)}"
        text = f"Time was extended until {say_time(event.until)}; {may}."
        yield found("HARD", "T2", text, "Correct the hour, or take advice.", at=placed, figures=f"{event.until:%H:%M}")


def _by(profile: Profile) -> str:
    return f" ({profile.time_article})" if profile.time_article else ""


def _after_the_hour(case: Case, last: datetime) -> Iterator[Finding]:
    """Business after the hour that decides nothing: said once at each item."""
    told: set[str | None] = set()
    for placed in case.business:
        at, item = placed.event.at, placed.event.item
        if at is None or at <= last or at.date() > last.date() or item in told or decides(placed.event):
            continue
        told.add(item)
        text = f"Business is recorded at {say_time(at)}, after {say_time(last)}, without a decision."
        yield found("WARN", "T1", text, "Correct the time, or say that the time was extended.", at=placed, item=item)


def _is_new(case: Case, event: ItemAdded, later: bool) -> bool:
    return later and bool(event.new.number) and bool(case.under.get(event.new.id))


@rule(T4="HARD WARN")
def adjourned(case: Case) -> Iterator[Finding]:
    """An adjourned meeting goes on with what is left of the same agenda."""
    state = ""
    later: int | None = None
    for placed in case.meeting.events:
        event = placed.event
        if isinstance(event, MeetingAdjourned):
            state = "adjourned"
        elif isinstance(event, MeetingResumed):
            if state != "adjourned":
                text = "The meeting is recorded as resumed, and had not been adjourned."
                yield found("WARN", "T4", text, "Record the adjournment, or strike this.", at=placed)
            state = ""
            if event.on is not None:
                later = case.place(placed.id)
        elif isinstance(event, ItemAdded) and later is not None and _is_new(case, event, case.place(placed.id) > later):
            text = f"{case.item_name(event.new.id).capitalize()} is new business, in a meeting that was adjourned."
            remedy = "Only what was left of the agenda may be taken: strike it."
            yield found("HARD", "T4", text, remedy, at=placed, item=event.new.id)
    if state == "adjourned":
        since = max(case.place(placed.id) for placed, _ in case.of(MeetingAdjourned))
        after = next((placed for placed in case.business if case.place(placed.id) > since), None)
        if after is not None:
            text = "Business is recorded while the meeting was adjourned."
            yield found("WARN", "T4", text, "Record when it resumed (:resume).", at=after)
