"""What the rule book can see before a meeting: deadlines, weekdays, quorum, numbers. All of it as doubts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from msgspec.structs import replace

from clerk.agenda import kind_of
from clerk.calendar import public_deadline, say_day
from clerk.setup.convening import decides_applications
from clerk.setup.profile import DEFAULT, Profiles, shipped
from clerk.surnames import surname_of
from clerk.times import say_date, say_time
from store.packs.covers import is_closed, is_partly_closed
from store.packs.dates import WEEKDAYS
from store.packs.facts import Doubt, Pack, Record
from store.packs.finding import meeting_day


def check(pack: Pack, profiles: Profiles | None = None) -> list[Doubt]:
    """Everything that does not add up, or is missing, worst first; by the rules of one of `profiles`, the shipped ones
    where it is None."""
    return [replace(doubt, rule="check") for doubt in _checked(pack, profiles or shipped())]


def _checked(pack: Pack, profiles: Profiles) -> Iterator[Doubt]:
    if not pack.meeting.get("adding"):
        # Papers added to a meeting need not say again what the meeting has.
        yield from _another_kind(pack)
        yield from _missing(pack, profiles)
        yield from _rules(pack, profiles)
        yield from _days(pack, profiles)
        yield from _quorum(pack.meeting)
        yield from _seats(pack.meeting)
        yield from _roles(pack.meeting)
        yield from _surnames(pack.meeting)
        yield from _numbers(pack.meeting)
    yield from _papers(pack.meeting)


def _another_kind(pack: Pack) -> Iterator[Doubt]:
    """What is no agenda of one meeting that will be held: asked about before anything is made of it."""
    meeting, day = pack.meeting, meeting_day(pack)
    if state := meeting.get("state"):
        yield Doubt(
            f"The papers say of this meeting: “{state}”. Is it to be made all the same?", "", "state", grave=True
        )
    if meeting.get("minutes"):
        of = f" of {say_date(day)}" if day else ""
        yield Doubt(
            f"These are minutes{of}, not an agenda. Is a meeting to be made of them?", "", "minutes", grave=True
        )
    if meeting.get("meetings"):
        at = meeting.facts["meetings"].place
        text = f"Two meetings are in these papers; the second begins at {at}. Is one meeting to be made of both?"
        yield Doubt(text, "", "meetings", grave=True)


_EARLY = "08:00"
"""No council meets before it."""

_SHARES = {3: "a third", 4: "a quarter"}


def _share(pack: Pack, profiles: Profiles) -> str:
    """The share of the members that is a quorum where none is set, by the body's rules."""
    name, day = pack.meeting.get("profile") or DEFAULT, meeting_day(pack)
    known = name in profiles.councils or name in profiles.names
    share = profiles.choose(name, day, pack.meeting.get("body")).quorum_fallback_share if known and day else 4
    return _SHARES.get(share, f"one in {share}")


def _missing(pack: Pack, profiles: Profiles) -> Iterator[Doubt]:
    meeting = pack.meeting
    told = {(doubt.path, doubt.field) for doubt in pack.doubts}
    for name, words in (("body", "which body meets"), ("date", "the day of the meeting")):
        if not meeting.get(name) and ("", name) not in told:
            yield Doubt(f"Not known yet: {words}.", "", name)
    if meeting.get("date") and meeting_day(pack) is None:
        yield Doubt(f"“{meeting.get('date')}” is not a day; type it as 11 June 2019.", "", "date")
    if not meeting.of("item"):
        yield Doubt("No items of business were found.")
    if not meeting.of("member"):
        yield Doubt("No members were found, and none are remembered of this body.")
    if not meeting.get("time"):
        yield Doubt("Not known yet: the time.", "", "time")
    elif meeting.get("time") < _EARLY:
        text = f"The papers say {meeting.get('time')}, early in the morning: is it the evening?"
        yield Doubt(text, "", "time")
    if not meeting.get("quorum"):
        share = _share(pack, profiles)
        text = f"Not known yet: the quorum. Until it is, {share} of the members are one, and at least three."
        yield Doubt(text, "", "quorum")


def _rules(pack: Pack, profiles: Profiles) -> Iterator[Doubt]:
    meeting = pack.meeting
    name = meeting.get("profile")
    if name and name not in (*profiles.councils, *profiles.names):
        there = ", ".join(profiles.councils)
        yield Doubt(f"There are no rules called “{name}”. There are: {there}.", "", "profile")
        return
    day, body = meeting_day(pack), meeting.get("body")
    kind = profiles.choose(name or DEFAULT, day, body).body_kind if day else ""
    if decides_applications(kind, (item.get("case") for item in meeting.of("item"))):
        text = (
            f"Its items have case numbers, so {body or 'this body'} goes by the rules for planning applications: who "
            "decides one hears the whole of it, and a refusal has reasons. Is that so?"
        )
        yield Doubt(text, "", "profile")


def _days(pack: Pack, profiles: Profiles) -> Iterator[Doubt]:
    meeting, day = pack.meeting, meeting_day(pack)
    if day is None:
        return
    printed = meeting.get("weekday")
    if printed and WEEKDAYS[day.weekday()] != printed:
        text = (
            f"The papers say {printed.capitalize()}, but {say_date(day)} is a {WEEKDAYS[day.weekday()].capitalize()}."
        )
        yield Doubt(text, "", "date")
    if not meeting.get("question deadline"):
        return
    try:
        last = datetime.fromisoformat(meeting.get("question deadline"))
    except ValueError:
        yield Doubt(f"“{meeting.get('question deadline')}” is no day and hour.", "", "question deadline")
        return
    wanted = public_deadline(profiles.choose(meeting.get("profile") or DEFAULT, day, meeting.get("body")), day)
    timed = " " in meeting.get("question deadline")
    if wanted is not None and (last.date() != wanted.date() or (timed and last.time() != wanted.time())):
        at = f" at {say_time(last)}" if timed else ""
        text = (
            f"The deadline for questions is printed as {say_day(last.date())}{at}; by the rules it is "
            f"{say_day(wanted.date())} at {say_time(wanted)}."
        )
        yield Doubt(text, "", "question deadline")
    weekday = meeting.get("deadline weekday")
    if weekday and WEEKDAYS[last.weekday()] != weekday:
        text = f"The deadline for questions is called a {weekday.capitalize()}, but {say_date(last.date())} is not one."
        yield Doubt(text, "", "question deadline")


def _quorum(meeting: Record) -> Iterator[Doubt]:
    quorum, members = meeting.get("quorum"), len(meeting.of("member"))
    if not quorum:
        return
    if not quorum.isdigit() or int(quorum) == 0:
        yield Doubt(f"“{quorum}” is not a number for a quorum.", "", "quorum")
    elif members and int(quorum) > members:
        yield Doubt(f"A quorum of {quorum} is more than the {members} members found.", "", "quorum")
    elif int(quorum) * 4 < members:
        yield Doubt(f"A quorum of {quorum} is less than a quarter of the {members} members found.", "", "quorum")


def _seats(meeting: Record) -> Iterator[Doubt]:
    seats = int(meeting.get("seats") or 0)
    elected = [one for one in meeting.of("member") if one.get("kind") != "co-optee"]
    vacant = int(meeting.get("vacancies")) if meeting.get("vacancies").isdigit() else 0
    if seats and elected and seats not in (len(elected) + vacant, len(meeting.of("member")) + vacant):
        empty = f" and {vacant} vacant" if vacant else ""
        yield Doubt(f"The papers say that there are {seats} seats; {len(elected)} members{empty} were found.")


def _roles(meeting: Record) -> Iterator[Doubt]:
    members = meeting.of("member")
    for office, name in (("chair", "chair"), ("vice-chair", "vice-chair")):
        holders = [member.get("name") for member in members if member.get("role") == office]
        if len(holders) > 1:
            joint = " Are they joint chairs?" if name == "chair" else ""
            yield Doubt(f"There is more than one {name}: {', '.join(holders)}.{joint}")
        elif members and not holders and office == "chair":
            yield Doubt("Not known yet: who is in the chair.")


def _surnames(meeting: Record) -> Iterator[Doubt]:
    people = (*meeting.of("member"), *meeting.of("substitute"))
    facts = [one.facts["name"] for one in people if one.get("name")]
    alone = [fact.value for fact in facts if fact.rule == "roll.name" and surname_of(fact.value) == fact.value]
    if alone:
        yield Doubt(f"Of {', '.join(alone)} the papers give no first name: add it where you know it.")


def _numbers(meeting: Record) -> Iterator[Doubt]:
    whole = [
        (int(n), path)
        for path, record in meeting.walk()
        if record.kind == "item" and (n := record.get("number")).isdigit()
    ]
    for (before, _), (number, path) in pairwise(whole):
        if number != before + 1:
            yield Doubt(f"After item {before} comes item {number}.", path, "number")
    # A committee that numbers its items all year begins anywhere; a report on its own has no agenda.
    if whole and whole[0][0] == 2:
        yield Doubt("There is no item 1.", whole[0][1], "number")


def _papers(meeting: Record) -> Iterator[Doubt]:
    bound = any(item.of("report") for item in meeting.of("item"))
    for path, item in meeting.walk():
        if item.kind != "item":
            continue
        kind = kind_of(item.get("title"))
        waits = kind == "report" and not item.of("report") and not item.get("recommendations")
        if item.get("pages") and bound and not item.get("id") and waits:
            text = f"Item {item.get('number')} has pages {item.get('pages')}, but no report was found for it."
            yield Doubt(text, path, "title")
        if kind == "minutes" and item.get("pages") and bound and not item.get("id") and not item.get("minutes of"):
            yield Doubt(
                "The earlier minutes were not found in the pack, so their date is not known.", path, "minutes of"
            )
        for report in item.of("report"):
            if not report.get("recommendations") and not report.get("for information"):
                yield Doubt(
                    f"The report “{report.get('title')}” makes no recommendation that was found.", path, "title"
                )
    for path, record in meeting.walk():
        status = record.get("status") if record.kind == "report" else ""
        if is_closed(status):
            yield Doubt(f"The report “{record.get('title')}” is not public: “{status}”.", path, "status")
        elif is_partly_closed(status):
            text = (
                f"Some of the report “{record.get('title')}” is not public: “{status}”. Its item is taken in public; "
                "x at the desk excludes the public."
            )
            yield Doubt(text, path, "status")
