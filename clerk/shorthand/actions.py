"""The verb for what someone is to do, and an action typed in one line at the desk."""

import re

from clerk.events import ActionAgreed, AnyEvent
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb
from clerk.times import read_date, say_date


@verb(
    "action",
    ":action reed due=2019-07-03 -- TEXT",
    "Someone is to do something, or each of several; no text: as minuted above (how=undertaking: printed as a "
    "sentence).",
    "AC-01",
    "AC-02",
    "AC-03",
    "AC-04",
    takes="^who:people due:date how:choice(undertaking)",
    text="may",
    form="deed",
)
def _action(context: Context) -> tuple[AnyEvent, ...]:
    owners = context.many("who")
    if not owners and not context.text:
        raise Unclear("“:action” needs a name, a text after “--”, or both.")
    due, undertaking = context.day("due"), context.one("how") != ""
    if undertaking and not owners:
        raise Unclear("“how=undertaking” is printed as what somebody undertook: name who did, or leave it out.")
    facts = {"task": context.text, "due": due, "undertaking": undertaking}
    return tuple(context.event(ActionAgreed, owner=owner, **facts) for owner in owners or ("",))


@line_again.register(ActionAgreed)
def _action_again(event: ActionAgreed, meeting: Meeting, id_: str) -> Line:
    due = event.due.isoformat() if event.due else ""
    options = given(due=due, how="undertaking" if event.undertaking else "")
    return Line("action", (event.owner,) if event.owner else (), options, event.task)


_OWNER = re.compile(r"(?:^|\s)@(\S+)")
_DUE = re.compile(r"\s+by\s+([\w /.-]+?)\.?$", re.IGNORECASE)


def action_as_typed(action: ActionAgreed) -> str:
    """An action as it would be typed in one line; `action_line` reads it."""
    owner = f"@{action.owner}" if action.owner else ""
    due = f"by {say_date(action.due)}" if action.due else ""
    return " ".join(filter(None, (action.task, owner, due)))


def action_line(meeting: Meeting, typed: str) -> Line:
    """An action typed in one line, as shorthand: `@name` is the owner, `by` and a date at the end the last day.

    A "by" that no date follows stays in the text.
    """
    owner = _OWNER.search(typed)
    rest = (typed[: owner.start()] + " " + typed[owner.end() :]).strip() if owner else typed.strip()
    options: dict[str, str] = {}
    due = _DUE.search(f" {rest}")
    if due:
        try:
            options["due"] = read_date(due[1], meeting.setup.date if meeting.setup else None).isoformat()
            rest = f" {rest}"[: due.start()].strip()
        except ValueError:
            options = {}
    return Line("action", (owner[1].rstrip(".,;"),) if owner else (), options, rest)
