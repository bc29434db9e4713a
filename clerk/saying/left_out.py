"""What the short line of an event leaves out, though it is recorded: before Enter it is named too."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from clerk import events as e
from clerk.clauses import told_numbers
from clerk.meeting.motions import text_before, text_of
from clerk.meeting.record import Placed
from clerk.rare import rare_of
from clerk.saying.happened import what_happened, words_of
from clerk.saying.names import brief_names, clip, item_name, listed
from clerk.texts import Add, Delete, Edit, Replace, Text, Words
from clerk.times import say_date, say_time

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting

_UNSAID = frozenset(
    {"at", "item", "before", "after", "private", "shown", "nth", "was", "vote", "result", "new", "person", "meetings"}
)
"""Fields that are no fact of their own, or that are said by other means."""

_UNTOLD = frozenset({"kind", "lasting_id", "reference"})
"""Of a person, what is said by other means, and what the library knows somebody by, which nobody typed."""

_CALLED: Mapping[str, str] = {
    "organisation": "of",
    "scope": "for",
    "statutory": "the law wants the names",
    "why": "those out",
    "direction": "a vote for it is",
    "supersedes": "in place of",
    "composite": "composite of",
    "together": "together with",
    "referrals": "referrals",
    "undertaking": "an undertaking",
    "basis": "weighed",
    "public_interest": "public interest",
    "money_106": "council tax",
    "remote": "by video link",
    "connection": "the connection was lost",
    "on_behalf_of": "on behalf of",
    "by_casting": "by the casting vote",
    "by_lot": "by lot",
    "question": "may be voted on as",
    "parent": "a part of",
    "follows": "after",
    "precedes": "before",
}
"""How a field is called where its name would not do."""


def left_out(meeting: "Meeting", events: tuple[e.AnyEvent, ...], clock: datetime | None = None) -> list[str]:
    """What each of these events records that its line does not say, in a few words each. `meeting` has them; a time
    that is not the `clock`'s was typed."""
    said = [
        said
        for event in events
        for said in (*_facts(meeting, event), *_place(meeting, event), *typed_time(meeting, event, clock))
    ]
    return list(dict.fromkeys(said))


def typed_time(meeting: "Meeting", event: e.AnyEvent, clock: datetime | None) -> list[str]:
    """The time that was typed for it, where its line does not say that."""
    if event.at is None or event.at == clock or isinstance(event, e.Corrected):
        return []
    time = say_time(event.at)
    return [] if time in what_happened(meeting, Placed("0.0", event)) else [f"at {time}"]


def _facts(meeting: "Meeting", event: e.AnyEvent) -> list[str]:
    if isinstance(event, e.Corrected | e.Retracted | e.Convened | e.RollCalled) and not getattr(event, "remote", ()):
        return _moved(meeting, event)
    if isinstance(event, e.PersonMet):
        return _person(meeting, event)
    if isinstance(event, e.ItemAdded):
        spot = [f"after {item_name(meeting, event.follows)}"] if event.follows else []
        spot += [f"before {item_name(meeting, event.precedes)}"] if event.precedes else []
        return [*_item(meeting, event), *spot]
    if isinstance(event, e.Noted):
        return _noted(meeting, event)
    if isinstance(event, e.AmendmentMoved) and event.question in meeting.questions:
        called = _clauses(text_before(meeting.questions, event.question))
        together = ["debated together with the other"] if event.together else []
        together += ["its text given whole"] if event.whole else []
        changes = [_edit(edit, called) for edit in event.edits]
        # What does not fit on the screen can't be entered: of many changes the first are told.
        more = [f"{len(changes) - 3} more changes"] if len(changes) > 4 else []
        return [*(changes[:3] if more else changes), *more, *together]
    line = what_happened(meeting, Placed("0.0", event))
    told = words_of(event)
    said = []
    for field in fields(event):
        value = getattr(event, field.name)
        default = field.default if field.default is not NODEFAULT else _made(field.default_factory)
        if field.name in _UNSAID or field.required or value == default or (told and value == told):
            continue
        if isinstance(event, e.VoteTaken) and field.name in _FIGURES:
            continue
        if what_happened(meeting, Placed("0.0", replace(event, **{field.name: default}))) == line:
            said.append(_said(meeting, event, field.name, value))
    return said


def _clauses(text: Text) -> dict[str, str]:
    """What each clause is called, by id: by its number, and what leads to others by its words."""
    told = told_numbers(text)
    return {one.id: f"clause {told[one.id]}" if told[one.id] else f"“{_brief(one.text)}”" for one in text}


def _edit(edit: Edit, called: Mapping[str, str]) -> str:
    """What an edit changes, with the clauses by the numbers that they had: "clause 2 deleted"."""
    clause = called.get(edit.at, "the text")
    match edit:
        case Delete():
            return f"{clause} deleted"
        case Replace():
            return f"{clause} becomes “{_brief(edit.text)}”"
        case Words():
            which = {0: " (every one)", 1: ""}.get(edit.which, f" ({edit.which})")
            now = (
                f"“{_brief(edit.new)}” in place of “{_brief(edit.old)}”"
                if edit.new
                else f"“{_brief(edit.old)}” left out"
            )
            return f"{now}{which} in {clause}"
        case Add():
            where = f" {'after' if edit.after else 'before' if edit.before else 'under'} {clause}" if edit.at else ""
            return f"added{where}: “{_brief(edit.text)}”"


def _brief(text: str) -> str:
    return clip(" / ".join(text.split("\n")).rstrip("."))


def _noted(meeting: "Meeting", event: e.Noted) -> list[str]:
    """The facts of a rare construct that its line does not say in words."""
    told = words_of(event)
    row = rare_of(event.construct)
    whose = (*row.who, *(row.whose if event.text else ())) if row else ()
    given = {name: value for name, value in event.facts.items() if value not in (told, "", ()) and name not in whose}
    called = {name: row.called.get(name, name) if row else name for name in given}
    said = [
        called[name] if value == "yes" else f"{called[name]}: {_value(meeting, value)}" for name, value in given.items()
    ]
    return said + ([f"may be voted on as {event.question}"] if event.question else [])


_FIGURES = frozenset(
    {"votes_for", "against", "abstained", "for_names", "against_names", "abstained_names", "not_voting", "direction"}
)
"""Facts of a vote that its own sentence says, which the line before Enter begins with."""


def _item(meeting: "Meeting", event: e.ItemAdded) -> list[str]:
    """What is said of a new item beside its number and title."""
    said = []
    for field in fields(event.new):
        value = getattr(event.new, field.name)
        default = field.default if field.default is not NODEFAULT else _made(field.default_factory)
        if not field.required and field.name not in ("id", "number", "title") and value not in (default, "item"):
            said.append(_said(meeting, event, field.name, value))
    return said


def _person(meeting: "Meeting", event: e.PersonMet) -> list[str]:
    """What is said of somebody beside the name that the line gives."""
    line = what_happened(meeting, Placed("0.0", event))
    said = []
    for field in fields(event.person):
        value = getattr(event.person, field.name)
        default = field.default if field.default is not NODEFAULT else _made(field.default_factory)
        if field.required or value == default or field.name in _UNTOLD:
            continue
        plain = replace(event, person=replace(event.person, **{field.name: default}))
        if field.name == "voting" or what_happened(meeting, Placed("0.0", plain)) == line:
            said.append("no vote" if field.name == "voting" else _said(meeting, event, field.name, value))
    kind = event.person.kind
    # A title of office says so already.
    return said if kind in ("officer", "member", "councillor") else [kind, *said]


def changed_items(before: "Meeting", events: tuple[e.AnyEvent, ...]) -> list[str]:
    """What each item that is put right has now and had not, beside its number and title. `before` is the meeting
    without these events."""
    said = []
    for event in events:
        if not isinstance(event, e.ItemChanged) or (was := before.items.get(event.now.id)) is None:
            continue
        for field in fields(event.now):
            now = getattr(event.now, field.name)
            if field.name in ("number", "title") or now == getattr(was, field.name):
                continue
            name = field.name.replace("_", " ")
            said.append(f"no longer {name}" if not now else _said(before, event, field.name, now))
    return said


def _made(factory: Any) -> Any:
    return factory() if callable(factory) else None


def _said(meeting: "Meeting", event: e.AnyEvent, name: str, value: Any) -> str:
    if isinstance(event, e.QuestionPut | e.QuestionDisposed | e.OutcomeDeclared) and name == "clauses":
        of = (event.of or "") if isinstance(event, e.OutcomeDeclared) else str(getattr(event, "question", ""))
        of = (event.questions or ("",))[0] if isinstance(event, e.QuestionPut) else of
        printed = told_numbers(text_of(meeting.questions, of)) if of in meeting.questions else {}
        return f"only {listed([printed.get(clause, clause) for clause in value])}"
    called = _CALLED.get(name, name.replace("_", " "))
    return called if value is True else f"{called}: {_value(meeting, value).rstrip('.')}"


def _value(meeting: "Meeting", value: Any) -> str:
    if isinstance(value, str):
        if value in meeting.items:
            return item_name(meeting, value)
        if beside := next((placed for placed in meeting.events if placed.id == value), None):
            return f"“{what_happened(meeting, beside)}”"
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return say_date(date.fromisoformat(value))
        return brief_names(meeting, [value]) if value in meeting.people else value
    if isinstance(value, datetime):
        return say_time(value)
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_value(meeting, one)}" for key, one in value.items())
    if isinstance(value, tuple | list | frozenset):
        people = all(isinstance(one, str) and one in meeting.people for one in value)
        return brief_names(meeting, list(value)) if people else listed([_value(meeting, one) for one in value])
    return f"{value:,}" if isinstance(value, int) else str(value)


def _place(meeting: "Meeting", event: e.AnyEvent) -> list[str]:
    """Where it stands, if that is not where it was recorded, and whether it is private by hand."""
    said = [] if event.private is None else ["private" if event.private else "public"]
    for side in ("before", "after"):
        beside = next((p for p in meeting.events if p.id == getattr(event, side)), None)
        if beside is not None:
            said.append(f"{side} “{what_happened(meeting, beside).rstrip('.')}”")
    return said


def _moved(meeting: "Meeting", event: e.AnyEvent) -> list[str]:
    """Where a correction moves a line to."""
    now = getattr(event, "now", None)
    if not isinstance(event, e.Corrected) or now is None:
        return []
    was = next((entry.events for entry in meeting.entries if f"{entry.n}." == event.event[: len(str(entry.n)) + 1]), ())
    number = event.event.partition(".")[2]
    before = was[int(number)] if number.isdecimal() and int(number) < len(was) else None
    said = []
    if before is not None and now.item != before.item:
        said.append(f"under {item_name(meeting, now.item)}" if now.item else "under no item")
    if before is not None and now.at != before.at and now.at is not None:
        said.append(f"at {say_time(now.at)}")
    return [*said, *_facts(meeting, now), *_place(meeting, now)]
