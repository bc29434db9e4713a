"""What the rules say while the meeting goes on: worked out after the screen is drawn, and shown when it is known."""

from datetime import datetime

from msgspec import Struct
from textual.content import Content

from clerk.findings import Finding
from clerk.history import History
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings, profile_of
from clerk.rules.live import look_ahead, next_steps, time_left


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
    # That the open question is voted on next is in sight without being said.
    steps = [step for step in next_steps(meeting, item) if step.rule != "M7"]
    left = time_left(meeting, profile, now) if now is not None and meeting.course == "open" else None
    lacking = [
        f"item {meeting.items[ahead.item].number} {ahead.quorum.state} {ahead.quorum.have}/{ahead.quorum.need}"
        for ahead in look_ahead(meeting, profile)
        if ahead.quorum.state != "QUORATE"
    ]
    return Look(
        findings(meeting, profile, history),
        steps[0].text if steps else "",
        f"Ahead: {', '.join(lacking)}" if lacking else "",
        left.text if left is not None else "",
    )


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
