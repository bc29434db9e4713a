"""What the rules say while the meeting goes on: worked out after the screen is drawn, and shown when it is known."""

from datetime import datetime

from msgspec import Struct
from textual.content import Content

from clerk.findings import Finding
from clerk.history import History
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings, profile_of
from clerk.rules.coming import what_comes_next
from clerk.rules.live import TimeLeft, look_ahead, time_left
from clerk.times import say_time


class Look(Struct, frozen=True):
    """One look at the rules. `next` is what the item in hand wants next, `ahead` what items to come will lack, `time`
    the warning of the clock; each "" where there is nothing to say."""

    found: tuple[Finding, ...] = ()
    next: str = ""
    ahead: str = ""
    time: str = ""


def look(meeting: Meeting, item: str | None, now: datetime | None, history: History | None = None) -> Look:
    """Looks at the rules for a meeting as it stands, for a clerk who writes under `item`."""
    profile = profile_of(meeting)
    left = time_left(meeting, profile, now) if now is not None and meeting.course == "open" else None
    # That the open question is voted on next is in sight without being said.
    steps = [step for step in what_comes_next(meeting, item, left) if step.rule != "M7"]
    lacking = [
        f"item {meeting.items[ahead.item].number} {ahead.quorum.state} {ahead.quorum.have}/{ahead.quorum.need}"
        for ahead in look_ahead(meeting, profile)
        if ahead.quorum.state != "QUORATE"
    ]
    return Look(
        findings(meeting, profile, history),
        f"{steps[0].text}{f'   ({steps[0].keys})' if steps[0].keys else ''}" if steps else "",
        f"Ahead: {', '.join(lacking)}" if lacking else "",
        _time(left),
    )


def _time(left: TimeLeft | None) -> str:
    """What is said of the time: until when it was extended is always in sight."""
    if left is None:
        return ""
    return left.text or (f"until {say_time(left.limit)}, as extended" if left.extended else "")


def warnings(seen: Look) -> Content:
    """What stands in sight of a look: the time, the quorum to come, and how much was found."""
    parts: list[Content] = []
    if seen.time:
        parts.append(Content.styled(f"⏱ {seen.time}", "bold $text-warning"))
    if seen.ahead:
        parts.append(Content.styled(seen.ahead, "bold $text-warning"))
    counts = [(sum(one.severity == severity and not one.answer for one in seen.found), severity) for severity in _LOUD]
    said = " · ".join(f"{count} {severity}" for count, severity in counts if count)
    if said:
        look = "bold $text-error" if counts[0][0] else "$text-warning"
        parts.append(Content.styled(f"⚠ {said} (f)", look))
    return Content("   ").join(parts)


_LOUD = ("HARD", "WARN")
"""What is counted in sight; notes wait in the list."""
