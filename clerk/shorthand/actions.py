"""The verbs for what someone is to do and what became of it, and an action typed in one line at the desk."""

import re
from typing import Any, cast

from clerk.events import ActionAgreed, ActionReported, AnyEvent
from clerk.library.arising import Arising, arising
from clerk.meeting.state import Meeting
from clerk.names import Unclear, plain
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


@verb(
    "progress",
    ':progress "buy the hives" done on=2019-03-07 -- they came in June',
    "How an action of an earlier meeting stands: done, dropped or open (due= another day). Named by its reference or "
    "its words; one of a meeting that is not kept here by its words and its day (on=2019-06-11 whose=reed).",
    "AC-05",
    takes="^action:words! ^state:choice(done|dropped|open) on:date whose:people due:date",
    text="may",
    form="sentence",
)
def _progress(context: Context) -> tuple[AnyEvent, ...]:
    typed, day, due = context.needed("action", "the action"), context.day("on"), context.day("due")
    state = cast(Any, context.one("state") or "done")
    whose = context.many("whose")
    if due is not None and state != "open":
        raise Unclear("Another day is for what is still to be done: open due=2019-07-03.")
    said = {"state": state, "due": due, "note": context.text}
    known = arising(context.meeting, context.history())
    one = _meant(typed, known)
    if one is not None:
        if whose or (day is not None and day != one.day):
            raise Unclear(f"That action is known, of {say_date(one.day)}: “on=” and “whose=” are for one that is not.")
        facts = {"day": one.day, "whose": one.whose, "task": one.task, "private": True if one.private else None}
        return (context.event(ActionReported, meeting=one.meeting, event=one.event, **facts, **said),)
    if isinstance(context.old, ActionReported) and typed == _pointer(context.old):
        was = context.old
        kept = {"meeting": was.meeting, "event": was.event, "whose": was.whose, "task": was.task}
        return (context.event(ActionReported, day=was.day, private=was.private, **kept, **said),)
    if day is None:
        listed = "; ".join(f"{one.reference} {one.task[:40]}" for one in known if one.stands) or "none"
        raise Unclear(
            f"No action of an earlier meeting is “{typed}”. Still to be done: {listed}. Of a meeting that is not kept "
            "here say the day: on=2019-06-11."
        )
    named = " and ".join(context.meeting.people[id_].formal for id_ in whose)
    return (context.event(ActionReported, day=day, whose=named, task=typed, **said),)


def _meant(typed: str, known: tuple[Arising, ...]) -> Arising | None:
    """The action that is meant: by its reference, or by words that it alone has, of those still to be done first.
    Raises `Unclear` for words of several."""
    exact = [one for one in known if typed in (one.reference, f"{one.meeting}/{one.event}")]
    standing = [one for one in known if one.stands]
    like = exact or next((found for some in (standing, known) if (found := _like(typed, some))), [])
    if len(like) > 1:
        listed = "; ".join(f"{one.reference} {one.said}" for one in like[:6])
        raise Unclear(f"Which action is “{typed}”? {listed}.")
    return like[0] if like else None


def _like(typed: str, known: list[Arising] | tuple[Arising, ...]) -> list[Arising]:
    whole = [one for one in known if plain(one.task).rstrip(".") == plain(typed).rstrip(".")]
    return whole or [one for one in known if plain(typed) in plain(one.task)]


def _pointer(event: ActionReported) -> str:
    return f"{event.meeting}/{event.event}" if event.meeting else event.task


@line_again.register(ActionReported)
def _progress_again(event: ActionReported, meeting: Meeting, id_: str) -> Line:
    options = given(due=event.due.isoformat() if event.due else "")
    if not event.meeting and event.day:
        options = {**options, **given(on=event.day.isoformat())}
    return Line("progress", (_pointer(event), event.state), options, event.note)


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
    parts = (typed[: owner.start()], typed[owner.end() :]) if owner else (typed,)
    # A comma between task, owner and day belongs to none of them.
    rest = " ".join(filter(None, (part.strip(" ,") for part in parts)))
    options: dict[str, str] = {}
    due = _DUE.search(f" {rest}")
    if due:
        try:
            options["due"] = read_date(due[1], meeting.setup.date if meeting.setup else None).isoformat()
            rest = f" {rest}"[: due.start()].strip(" ,")
        except ValueError:
            options = {}
    return Line("action", (owner[1].rstrip(".,;"),) if owner else (), options, rest)
