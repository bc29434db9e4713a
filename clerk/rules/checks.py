"""What the rules find in a record: the one front to them for every screen and command."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerk.events import FindingDismissed
from clerk.findings import WORST, Finding, blocking
from clerk.history import History
from clerk.meeting.state import Meeting
from clerk.setup.profile import BEFORE, shipped
from clerk.setup.settings import Profile

if TYPE_CHECKING:
    from clerk.rules.case import Case

__all__ = ["blocking", "findings", "profile_of"]


def profile_of(meeting: Meeting) -> Profile:
    """The profile that a meeting goes by: the one recorded with it, else of its day the shipped one."""
    setup = meeting.setup
    if setup is None or setup.profile or setup.settings:
        return meeting.profile
    return shipped().choose(BEFORE, setup.date, setup.body)


def findings(meeting: Meeting, profile: Profile | None = None, history: History | None = None) -> tuple[Finding, ...]:
    """Everything found, worst first, in order of place and then of rule among equals; what the clerk has answered
    last."""
    from clerk.rules.book import FUNCTIONS

    case = _case(meeting, profile, history)
    found = [*meeting.problems]
    for function in FUNCTIONS:
        found += function(case)
    answered = _answered(case, list(dict.fromkeys(found)))
    places, last = case.at, len(case.at)
    answered.sort(
        key=lambda one: (bool(one.answer), WORST[one.severity], places.get(one.event, last), by_rule(one.rule))
    )
    return tuple(answered)


def by_rule(rule: str) -> tuple[str, int]:
    """A key that sorts rule ids as a reader would: V9 before V10."""
    letters = rule.rstrip("0123456789")
    return letters, int(rule[len(letters) :] or 0)


def _case(meeting: Meeting, profile: Profile | None, history: History | None) -> "Case":
    from clerk.rules.case import Case

    chosen = profile or profile_of(meeting)
    if chosen != meeting.profile:
        meeting = replace(meeting, profile=chosen)
    return Case(meeting, chosen, history or History())


def _answered(case: "Case", found: list[Finding]) -> list[Finding]:
    """The findings, those that the clerk answered with the reason given. One whose facts have changed since has
    another sentence, and is found anew."""
    reasons: dict[tuple[str, str, str], str] = {}
    for _, event in case.of(FindingDismissed):
        reasons[event.rule, event.of, event.text] = event.reason
    if not reasons:
        return found
    return [
        replace(one, answer=reason)
        if (reason := reasons.get((one.rule, one.event, one.text)) or reasons.get((one.rule, one.event, "")))
        else one
        for one in found
    ]
