"""What the chair should hear now, and what comes next: the quorum of items to come, the next step, the time left.

Pure functions of a meeting, for the screens to ask as often as they like.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import TimeExtended
from clerk.meeting.attendance import with_reserves
from clerk.meeting.endings import ending_of
from clerk.meeting.parts import PROCEDURAL, Question, Quorum
from clerk.meeting.quorum import quorum
from clerk.meeting.rivals import facing, next_to_put
from clerk.meeting.state import Meeting
from clerk.rules.course import WARNINGS, limit_of
from clerk.saying.names import item_name
from clerk.setup.settings import Profile
from clerk.times import say_time


class Ahead(Struct, frozen=True):
    """An item to come, and the quorum that it will have with the people now in the room (Q4, Q6)."""

    item: str
    quorum: Quorum


def look_ahead(meeting: Meeting, profile: Profile | None = None) -> tuple[Ahead, ...]:
    """Each later item for which an interest was declared, in the order of business."""
    meeting = replace(meeting, profile=profile) if profile else meeting
    declared = {item for declaration in meeting.declarations for item in declaration.items}
    later = [item for item in meeting.order if item in declared and item not in meeting.taken]
    return tuple(Ahead(item, quorum(with_reserves(meeting, item), item)) for item in later)


class Step(Struct, frozen=True):
    """What is to be done next, for the chair to hear; `line` is shorthand that would record it, "" where none can,
    `keys` those of the desk that would."""

    rule: str
    text: str
    line: str = ""
    keys: str = ""


def next_steps(meeting: Meeting, item: str | None) -> tuple[Step, ...]:
    """What an item still wants: the vote on a tie, the reply after a closure, a motion after a loss (M10, M16 to M20).

    The first is the next.
    """
    if item is None:
        return ()
    steps: list[Step] = []
    questions = [question for question in meeting.questions.values() if question.item == item]
    tied = next((q for q in reversed(questions) if q.state == "tied"), None)
    if tied is not None:
        steps.append(Step("V3", "It is a tie: whoever presides may use the casting vote, or decline.", ":cast"))
    for question in questions:
        if question.kind in PROCEDURAL and question.state == "carried":
            steps += _after_procedural(questions, question)
    amendments = [question for question in questions if question.kind == "amendment" and question.is_open]
    mains = [question for question in questions if question.kind in ("recommendations", "motion")]
    deferred = any(q.kind == "deferral" and q.state == "carried" for q in questions)
    if deferred:
        steps.append(Step("M18", "The item is deferred: say why, or to when; the recommendation is not put."))
        return tuple(steps)
    if amendments:
        newest = meeting.questions[next_to_put(meeting, amendments[-1].id)]
        against = facing(meeting, newest.id)
        text = f"Vote on {newest.id}, before the question that it amends."
        if against:
            text = f"Vote between {newest.id} and {against}: what has more votes is left."
        steps.append(Step("M7", text, f":vote of={newest.id}"))
    lost_on = {q.parent for q in questions if q.kind == "amendment" and q.state == "lost" and q.parent}
    steps += _after_amendment(mains, amendments, lost_on)
    if ending_of(meeting, item).what == "lost":
        steps += _after_loss(meeting, item, mains)
    return tuple(steps)


def _after_procedural(questions: list[Question], carried: Question) -> list[Step]:
    waiting = [question for question in questions if question.is_open and question.id != carried.id]
    if not waiting:
        return []
    if carried.kind == "closure":
        newest = waiting[-1]
        steps = [
            Step("M16", f"The debate is closed: the mover may reply, then {newest.id} is put.", f":put {newest.id}")
        ]
        if newest.kind == "amendment":
            steps.append(Step("M16", "The closure was of the amendment: after it the question itself goes on."))
        return steps
    if carried.kind == "next business":
        return [Step("M17", f"Next business: {q.id} is not put.", f":notput {q.id}") for q in waiting]
    if carried.kind == "adjournment":
        return [Step("M17", "The adjournment is carried: record it.", ":adjourn")]
    return []


def _after_amendment(mains: list[Question], amendments: list[Question], lost_on: set[str]) -> list[Step]:
    """The question that was amended, or was to be, is put after its amendments (M10)."""
    waiting = [one for one in mains if one.is_open and (one.merged or one.id in lost_on)]
    if not waiting or any(amendment.parent == waiting[-1].id for amendment in amendments):
        return []
    label = waiting[-1].id
    said = (
        "was amended, and as amended must still be put"
        if waiting[-1].merged
        else "stands as it was, and must still be put"
    )
    return [Step("M10", f"{label} {said}.", f":put {label}")]


def _after_loss(meeting: Meeting, item: str, mains: list[Question]) -> list[Step]:
    found = meeting.items.get(item)
    if found is not None and found.kind == "members' items":
        return [Step("M19", "The Member's Item is lost, and ends there.", ":outcome no further action")]
    if any(question.is_open for question in mains if question.kind == "motion"):
        return []
    what = item_name(meeting, item)
    lost = next((question for question in reversed(mains) if question.state == "lost"), None)
    called = "motion" if lost is not None and lost.kind == "motion" else "recommendation"
    text = f"The {called} is lost, and nothing is decided on {what}: ask for a motion (refuse, approve, defer)."
    steps = [Step("M19", text, ":motion")]
    if meeting.profile.body_kind == "planning":
        steps.append(Step("M20", "A decision against the recommendation wants its reasons.", ":reasons"))
    return steps


class TimeLeft(Struct, frozen=True):
    """How long business may go on: `minutes` are left until `limit`, negative once it has passed. `warn` is the mark
    that was passed last: 30, 15 or 5 minutes, 0 at the limit, None before all of them (T1, T2)."""

    limit: datetime
    minutes: int
    may_extend: bool
    extended: bool
    warn: Literal[30, 15, 5, 0] | None
    text: str = ""


def time_left(meeting: Meeting, profile: Profile | None, now: datetime) -> TimeLeft | None:
    """The time left until the guillotine or the end of its extension; None where the council has none."""
    profile = profile or meeting.profile
    first = limit_of(meeting, profile, day=now)
    if first is None:
        return None
    extended = profile.time_may_extend and any(
        isinstance(placed.event, TimeExtended) and (placed.event.at is None or placed.event.at <= first)
        for placed in meeting.events
    )
    limit = (limit_of(meeting, profile, extended, day=now) if extended else first) or first
    seconds = (limit - now).total_seconds()
    minutes = int(seconds // 60)
    warn = next((mark for mark in reversed((*WARNINGS, 0)) if seconds <= mark * 60), None)
    may = profile.time_may_extend and not extended and now <= first
    left = [i for i in meeting.agenda if i not in meeting.taken and i in meeting.items and meeting.items[i].number]
    text = ""
    if warn is not None and seconds < 0:
        void = "what is decided now is null and void" if profile.time_void else "nothing may be decided now"
        text = f"The limit of {say_time(limit)} has passed: {void}."
    elif warn is not None:
        text = f"{minutes} minutes until {say_time(limit)}, {len(left)} items left."
        text += " The chair may extend the time." if may else " The time cannot be extended." if not extended else ""
    return TimeLeft(limit, minutes, may, extended, warn, text)  # type: ignore[arg-type]
