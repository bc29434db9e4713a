"""Section 10: the limit of time, extension, business not reached, adjournment (T1 to T5)."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from clerk.agenda import Item, whole_of
from clerk.events import (
    Noted,
    OutcomeDeclared,
    PublicExcluded,
    TimeExtended,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.meeting.endings import ending_of
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.rules.business import UNDECIDED
from clerk.rules.case import Case, found
from clerk.rules.exempt import announced
from clerk.rules.table import rule
from clerk.saying.names import capital
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
    yield from _decided_after(case, last)
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


def _when(case: Case) -> dict[str, tuple[datetime, bool]]:
    """When each event was at the earliest, and whether that is its own time: else the last time recorded before it.
    One that was placed beside another by hand says nothing of what follows it."""
    latest: datetime | None = None
    known: dict[str, tuple[datetime, bool]] = {}
    for placed in case.meeting.events:
        event = placed.event
        if event.at is not None:
            known[placed.id] = (event.at, True)
            if not (event.before or event.after):
                latest = max(event.at, latest or event.at)
        elif latest is not None:
            known[placed.id] = (latest, False)
    return known


def _ends(case: Case, last: datetime, at: datetime) -> datetime:
    """The limit of the day on which something happened: of the day of a resumed meeting its own."""
    return last + (at.date() - last.date()) if case.meeting.resumed_on == at.date() else last


def _decided_after(case: Case, last: datetime) -> Iterator[Finding]:
    """What was decided after the limit, by its own time or by the last that was recorded before it. An outcome that
    only says what a vote did is no second decision."""
    when = _when(case)
    voted: set[str | None] = set()
    told: set[str] = set()
    for placed in case.meeting.events:
        event = placed.event
        if placed.id not in when or not decides(event) or case.place(placed.id) > case.closed_place:
            continue
        if isinstance(event, OutcomeDeclared) and (event.what in UNDECIDED or event.item in voted):
            continue
        at, own = when[placed.id]
        ends = _ends(case, last, at)
        if at <= ends:
            continue
        voted.add(event.item)
        said = f"at {say_time(at)}" if own else f"after what is recorded at {say_time(at)}"
        where = f" on {case.item_name(event.item)}" if event.item in case.meeting.items else ""
        void = "it is null and void" if case.profile.time_void else "the time was not extended"
        text = f"This was decided{where} {said}, after {say_time(ends)}: {void}."
        if text in told:
            continue
        told.add(text)
        remedy = "Correct the time, or take it again at another meeting."
        yield found("HARD", "T1", text, remedy, at=placed, figures=f"limit {ends:%H:%M:%S}")


def _after_the_hour(case: Case, last: datetime) -> Iterator[Finding]:
    """Business after the hour that decides nothing: said once at each item."""
    when = _when(case)
    late = [
        placed
        for placed in case.business
        if placed.id in when and when[placed.id][0] > _ends(case, last, when[placed.id][0])
    ]
    late = [placed for placed in late if case.place(placed.id) < case.closed_place]
    told: set[str | None] = {placed.event.item for placed in late if decides(placed.event)}
    for placed in late:
        at, item = when[placed.id][0], placed.event.item
        undecided = isinstance(placed.event, OutcomeDeclared) and placed.event.what in UNDECIDED
        if item in told or undecided:
            continue
        told.add(item)
        text = f"Business is recorded at {say_time(at)}, after {say_time(last)}, without a decision."
        yield found("WARN", "T1", text, "Correct the time, or say that the time was extended.", at=placed, item=item)


UNREACHED = {
    "next_meeting": ": what is not reached goes to the next meeting",
    "written": ": what is not reached is answered in writing",
}
"""What becomes of business not reached, by the setting `time.unreached`."""


_SAID_ELSEWHERE = ("heading", "absence", "declarations", "urgent")
"""Kinds of item of which another rule says that nothing stands there (AP1, D1, U3), or of which nothing need."""


@rule(T3="WARN")
def every_item_ends(case: Case) -> Iterator[Finding]:
    """Each item of business has some outcome: its own, that of its parts, or of an item that it was taken with."""
    if not case.closed:
        return
    done = {placed.event.item for placed in case.meeting.events if placed.event.item}
    done |= {q.item for q in case.meeting.questions.values() if q.item and case.votes_on(q.id)}
    # What the public may not know of does not stand in the public document; exempt business has its summary (X6).
    private = case.meeting.private
    public = {placed.event.item for placed in case.meeting.events if placed.id not in private}
    public |= {
        q.item for q in case.meeting.questions.values() if any(v.event not in private for v in case.votes_on(q.id))
    }
    public |= {item.id for item in case.items if item.exempt or item.confidential} | case.meeting.doors.excluded_items
    wholes = {other.id: whole_of(case.meeting.items, other) for other in case.items}
    for item in case.items:
        if not item.number or item.kind in _SAID_ELSEWHERE or done & _parts(case, item, wholes):
            continue
        beside = _taken_with(case, item.id)
        if any(ending_of(case.meeting, other).decided for other in beside):
            continue
        if item.id not in done and not done & beside:
            text = f"Nothing is recorded under {case.item_name(item.id)}."
            goes = UNREACHED.get(case.profile.time_unreached or "", "")
            yield found("WARN", "T3", text, f"Record how it ended, or “not reached” (=){goes}.", item=item.id)
        elif item.id in done and item.id not in public and not public & beside:
            text = f"All that is recorded under {case.item_name(item.id)} is private: it prints nothing in public."
            remedy = "Record when the public came back (:readmit), or write a summary (:summary -- …)."
            yield found("WARN", "T3", text, remedy, item=item.id)
        elif item.recommendations and _left_open(case, item) and not _announced_elsewhere(case, item):
            text = f"The recommendations of {case.item_name(item.id)} were not put, and it has no outcome."
            yield found("WARN", "T3", text, "Put them (u), or record how it ended (=).", item=item.id)
        elif unput := _only_unput(case, item):
            text = f"{capital(unput)} was not put, and nothing else decided {case.item_name(item.id)}."
            yield found("WARN", "T3", text, "Record what was decided, or how it ended (=).", item=item.id)


def _only_unput(case: Case, item: Item) -> str:
    """What was moved or recommended at an item and not put to the vote, where nothing was carried or said of how it
    ended; "" of any other."""
    if ending_of(case.meeting, item.id).what:
        return ""
    here = [q for q in case.meeting.questions.values() if q.item == item.id]
    unput = [q.id for q in here if q.kind in ("recommendations", "motion") and q.state == "not put"]
    settled = ("carried", "accepted", "divided", "raised")
    decided = any(q.state in settled and q.kind != "amendment" for q in here)
    ended = any(
        decides(placed.event) for placed in case.under.get(item.id, []) if not isinstance(placed.event, VoteTaken)
    )
    return "" if decided or ended or not unput else case.questions(unput)


def _announced_elsewhere(case: Case, item: Item) -> bool:
    """Whether what was decided of a hearing was announced later, under another item: a decision for each that is left
    open from this one on."""
    left = [one for one in case.items if one.recommendations and case.under.get(one.id) and _left_open(case, one)]
    if item not in left:
        return False
    return len(announced(case, case.under[item.id][0])) >= len(left) - left.index(item)


def _left_open(case: Case, item: Item) -> bool:
    """Whether what an item asks for was never answered. A tie, an amended text and one of which clauses were put are
    found as what they are (V8, M10, M21); next business ends an item."""
    if ending_of(case.meeting, item.id).what != "open":
        return False
    if any(q.state == "tied" or q.merged or q.parts for q in case.questions_of(item.id)):
        return False
    if item.kind == "exempt" and any(event.item == item.id for _, event in case.of(PublicExcluded)):
        # What was resolved at an item on the exclusion of the public is its decision.
        return False
    here = [q for q in case.meeting.questions.values() if q.item == item.id]
    return not any(q.kind == "next business" and q.state == "carried" for q in here)


def _parts(case: Case, item: Item, wholes: Mapping[str, Item | None]) -> set[str]:
    """The parts of an item, by their place on the agenda (`wholes`) or by their number: 3.1, 3a and 3(a) are parts
    of 3."""
    number = re.escape(item.number.rstrip(".").casefold())
    part = re.compile(rf"{number}(\.\d.*|\s?\([a-z]+\)\.?)$")
    return {
        other.id
        for other in case.items
        if other.id != item.id and (part.match(other.number.casefold()) or wholes[other.id] == item)
    }


def _taken_with(case: Case, item: str) -> set[str]:
    """The items that one was taken with (MB-05), whichever of them it was said at."""
    beside: set[str] = set()
    for _, event in case.of(Noted):
        if event.construct == "MB-05" and event.item:
            given = event.facts.get("item", ())
            together: set[str] = {event.item, *(given if isinstance(given, tuple) else (str(given),))}
            if item in together:
                beside |= together
    return beside - {item}
